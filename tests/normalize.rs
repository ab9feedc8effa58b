//! Normalization: own cases, other tools' tests and Unicode's.
//!
//! The last two need the shared folder beside the repository or in `WARRAQ_SHARED`, and are skipped without it.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::PathBuf;

use warraq::text::normalize::{
    Form, Hamza, Maqsura, Script, Scripts, Space, Switches, Tashkeel, normalize_str,
};
use warraq::text::normalize::{Punctuation, SuperscriptAlef};

/// Switches written as a profile's name, `off`, or `name=value` and `name` joined by spaces.
fn switches(names: &str) -> Switches {
    if let Ok(profile) = Switches::profile(names) {
        return profile;
    }
    let mut switches = Switches::NONE;
    for setting in names.split(' ').filter(|setting| *setting != "off") {
        let (name, value) = setting.split_once('=').unwrap_or((setting, "on"));
        switches.set(name, value).unwrap();
    }
    switches
}

/// `\u{…}` to the character, `␠` to a space, `\t` to a tab.
fn unescape(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\\u{") {
        let (code, after) = after.split_once('}').unwrap();
        out.push_str(before);
        out.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        rest = after;
    }
    out.push_str(rest);
    out.replace('␠', " ").replace("\\t", "\t")
}

#[test]
fn own_cases() {
    let mut wrong = Vec::new();
    for line in include_str!("cases/normalize.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        let [names, input, output] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("not three columns: {line}");
        };
        let got = normalize_str(&unescape(input), &switches(names));
        if got != unescape(output) {
            wrong.push(format!("{line}\n  got {got} {}", got.escape_unicode()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn shared(name: &str) -> Option<String> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared");
    let shared = std::env::var_os("WARRAQ_SHARED").map_or(beside, PathBuf::from);
    let text = std::fs::read_to_string(shared.join("vectors").join(name)).ok();
    if text.is_none() {
        println!("skipped: no vectors/{name} in the shared folder");
    }
    text
}

/// The switches that do what a normalizer of another tool does; `None` for what is no normalizer.
fn peer(tool: &str, function: &str) -> Option<Switches> {
    let none = Switches::NONE;
    let digits = |to, [ascii, arabic, persian]: [bool; 3]| Switches {
        digits: Some(to),
        digits_from: Scripts {
            ascii,
            arabic,
            persian,
        },
        ..none
    };
    let charabia = Switches {
        wasla: true,
        ..Switches::LUCENE
    };
    let cog = Switches {
        space: Space::Collapse,
        punctuation: Punctuation::Remove,
        ..Switches::LUCENE
    };
    Some(match (tool, function) {
        ("lucene", "ArabicNormalizationFilter" | "whitespace+ArabicNormalization") => Switches::LUCENE,
        ("pyarabic", "strip_tashkeel") => Switches {
            tashkeel: Tashkeel::Remove,
            ..none
        },
        ("pyarabic", "strip_harakat") => Switches {
            tashkeel: Tashkeel::Vowels,
            ..none
        },
        ("pyarabic", "strip_shadda") => Switches {
            tashkeel: Tashkeel::Shadda,
            ..none
        },
        ("pyarabic", "strip_lastharaka") => Switches {
            tashkeel: Tashkeel::Last,
            ..none
        },
        ("pyarabic", "reduce_tashkeel") => Switches {
            tashkeel: Tashkeel::Evident,
            ..none
        },
        ("pyarabic", "autocorrect") => Switches {
            mend_marks: true,
            ..none
        },
        ("pyarabic", "strip_tatweel") => Switches {
            tatweel: true,
            ..none
        },
        ("pyarabic", "normalize_hamza") => Switches {
            hamza: Hamza::Bare,
            ..none
        },
        ("pyarabic", "normalize_hamza(tasheel)") => Switches {
            hamza: Hamza::Carrier,
            alef: true,
            ..none
        },
        ("pyarabic", "normalize_alef") => Switches {
            alef: true,
            wasla: true,
            maqsura: Maqsura::Alef,
            superscript_alef: SuperscriptAlef::Remove,
            ..none
        },
        ("pyarabic", "normalize_digits(all->west)") => digits(Script::Ascii, [true; 3]),
        ("pyarabic", "normalize_digits(all->east)") => digits(Script::Arabic, [true; 3]),
        ("pyarabic", "normalize_digits(all->persian)") => digits(Script::Persian, [true; 3]),
        ("pyarabic", "normalize_digits(persian->west)") => digits(Script::Ascii, [false, false, true]),
        ("pyarabic", "normalize_digits(east->west)") => digits(Script::Ascii, [false, true, false]),
        ("charabia", "ArabicNormalizer") => charabia,
        ("ArabicProcessingCog", "normalize_sentence" | "normalize_token") => cog,
        _ => return None,
    })
}

#[test]
fn normalizers_of_other_tools() {
    let Some(rows) = shared("peer_tests.tsv") else {
        return;
    };
    let mut done = 0;
    for row in rows.lines().skip(1) {
        let columns: Vec<&str> = row.split('\t').collect();
        let (tool, function, input, expected) = (columns[0], columns[1], columns[2], columns[3]);
        assert!(
            !function.starts_with("normalize") || peer(tool, function).is_some(),
            "{function}"
        );
        let Some(switches) = peer(tool, function) else {
            continue;
        };
        let got = normalize_str(input, &switches);
        if expected.starts_with('[') {
            let words: Vec<String> = serde_json::from_str(expected).unwrap();
            assert_eq!(got.split(' ').collect::<Vec<_>>(), words, "{row}");
        } else {
            assert_eq!(got, expected, "{row}");
        }
        done += 1;
    }
    println!("{done} rows of other tools' normalizers");
    assert!(done > 40);
}

#[test]
fn unicode_normalization_test() {
    let Some(rows) = shared("unicode_normalizationtest_arabic.tsv") else {
        return;
    };
    let text = |codes: &str| -> String {
        let code = |hex| char::from_u32(u32::from_str_radix(hex, 16).unwrap()).unwrap();
        codes.split(' ').map(code).collect()
    };
    let form = |form| Switches {
        form,
        ..Switches::NONE
    };
    let (nfc, nfkc) = (form(Form::Nfc), form(Form::Nfkc));
    for row in rows.lines().skip(1) {
        let columns: Vec<String> = row.split('\t').map(text).collect();
        let [source, composed, decomposed, k_composed, k_decomposed] = &columns[..] else {
            panic!("not five columns: {row}");
        };
        for input in [source, composed, decomposed] {
            assert_eq!(&normalize_str(input, &nfc), composed, "{row}");
        }
        for input in columns.iter() {
            assert_eq!(&normalize_str(input, &nfkc), k_composed, "{row}");
        }
        for input in [k_composed, k_decomposed] {
            assert_eq!(&normalize_str(input, &nfc), k_composed, "{row}");
        }
    }
}
