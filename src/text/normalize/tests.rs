use super::*;
use crate::span::Span;
use crate::text::fold::match_key;
use proptest::prelude::*;
use unicode_normalization::{UnicodeNormalization, char::canonical_combining_class};

/// Every combination of switches.
fn switches() -> impl Strategy<Value = Switches> {
    use {Hamza as H, Presentation as P, Punctuation as U, SuperscriptAlef as A, Tashkeel as T};
    let values = (
        prop::sample::select(vec![Form::AsIs, Form::Nfc, Form::Nfkc]),
        prop::sample::select(vec![P::Keep, P::LamAlef, P::Letters]),
        prop::sample::select(vec![
            T::Keep,
            T::Remove,
            T::Vowels,
            T::Shadda,
            T::Last,
            T::Evident,
        ]),
        prop::sample::select(vec![A::Keep, A::Remove, A::Alef]),
        prop::sample::select(vec![H::Keep, H::Carrier, H::Bare]),
        prop::sample::select(vec![Maqsura::Keep, Maqsura::Ya, Maqsura::Alef]),
        prop::sample::select(vec![
            None,
            Some(Script::Ascii),
            Some(Script::Arabic),
            Some(Script::Persian),
        ]),
        prop::sample::select(vec![U::Keep, U::Ascii, U::Remove]),
        prop::sample::select(vec![Space::Keep, Space::Plain, Space::Collapse]),
        any::<[bool; 12]>(),
    );
    values.prop_map(
        |(form, presentation, tashkeel, superscript_alef, hamza, maqsura, digits, punctuation, space, on)| {
            let [
                mend_marks,
                quranic,
                tatweel,
                alef,
                wasla,
                teh_marbuta,
                persian,
                invisible,
                lowercase,
                ascii,
                arabic,
                farsi,
            ] = on;
            Switches {
                form,
                presentation,
                tashkeel,
                mend_marks,
                quranic,
                superscript_alef,
                tatweel,
                alef,
                wasla,
                hamza,
                maqsura,
                teh_marbuta,
                persian,
                digits,
                digits_from: Scripts {
                    ascii,
                    arabic,
                    persian: farsi,
                },
                punctuation,
                space,
                invisible,
                lowercase,
            }
        },
    )
}

/// Text full of what the switches are about, with anything else between.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        12 => "[ء-يﭐ-ﯿﺀ-ﻼٱ]",
        8 => "[\u{0610}-\u{061A}\u{064B}-\u{065F}\u{0670}\u{0640}\u{06D6}-\u{06ED}\u{0300}\u{0308}\u{0327}\u{0338}]",
        4 => "[ \t\n\r\u{00A0}\u{0085}\u{2003}\u{2028}]",
        4 => "[0-9٠-٩۰-۹،؛؟٪«»“”…–.!<=>]",
        4 => "[A-Za-zÀ-ſẞİǄKÅﬁ가각ᄀ-하-ᅵᆨ-ᇂ]",
        3 => "[یکگۀپچژڤےۓہھەۂۃ]",
        2 => "[\u{200B}-\u{200F}\u{202A}-\u{202E}\u{FEFF}\u{00AD}\u{0}]",
        1 => "\\PC",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

/// Spans of whole characters in `text`.
fn spans(text: &str) -> Vec<Span> {
    let mut ends: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    ends.push(text.len());
    let pairs = ends
        .iter()
        .enumerate()
        .flat_map(|(i, start)| ends.iter().skip(i).map(move |end| (*start, *end)));
    pairs.map(|(start, end)| Span::new(start, end)).collect()
}

fn escaped(text: &str) -> String {
    text.escape_unicode().to_string()
}

proptest! {
    #[test]
    fn twice_is_once(text in text(), switches in switches()) {
        let normalizer = Normalizer::new(&switches);
        let once = normalizer.normalize(&text);
        let twice = normalizer.normalize(&once);
        prop_assert_eq!(escaped(&once), escaped(&twice), "{}", escaped(&text));
    }

    #[test]
    fn with_and_without_map_agree(text in text(), switches in switches()) {
        let normalizer = Normalizer::new(&switches);
        prop_assert_eq!(normalizer.normalize(&text), normalizer.normalize_mapped(&text).text);
    }

    #[test]
    fn in_utf8_and_in_utf16_agree(text in text(), switches in switches()) {
        let normalizer = Normalizer::new(&switches);
        let units: Vec<u16> = text.encode_utf16().collect();
        let mut normalized = Vec::new();
        Utf16Normalizer::new(&switches).normalize(&units, &mut normalized);
        let normalized = String::from_utf16_lossy(&normalized);
        prop_assert_eq!(escaped(&normalized), escaped(&normalizer.normalize(&text)), "{}", escaped(&text));
    }

    #[test]
    fn stretches_of_whole_lines_and_all_at_once_agree(lines in prop::collection::vec(text(), 0..4), switches in switches()) {
        let normalizer = Normalizer::new(&switches);
        let in_stretches: String = lines.iter().map(|line| normalizer.normalize(&format!("{line}\n"))).collect();
        let at_once = normalizer.normalize(&lines.iter().map(|line| format!("{line}\n")).collect::<String>());
        prop_assert_eq!(escaped(&in_stretches), escaped(&at_once));
    }

    #[test]
    fn the_match_profile_is_the_match_key(text in text()) {
        prop_assert_eq!(normalize_str(&text, &Switches::MATCH), match_key(&text));
    }

    #[test]
    fn no_switch_no_change(text in text()) {
        let normalized = normalize_mapped(&text, &Switches::NONE);
        prop_assert_eq!(&normalized.text, &text);
        prop_assert!(normalized.map.is_empty());
    }

    #[test]
    fn forms_are_those_of_unicode(text in text()) {
        let nfc = Switches { form: Form::Nfc, ..Switches::NONE };
        let nfkc = Switches { form: Form::Nfkc, ..Switches::NONE };
        prop_assert_eq!(escaped(&normalize_str(&text, &nfc)), escaped(&text.nfc().collect::<String>()));
        prop_assert_eq!(escaped(&normalize_str(&text, &nfkc)), escaped(&text.nfkc().collect::<String>()));
    }

    #[test]
    fn every_place_maps_back_and_forth(text in text(), switches in switches()) {
        let Normalized { text: output, map } = normalize_mapped(&text, &switches);
        let whole = Span::new(0, output.len());
        prop_assert!(map.to_source(whole).end as usize <= text.len());
        let mut last = Span::default();
        for span in spans(&output) {
            let source = map.to_source(span);
            prop_assert!(text.get(source.range()).is_some(), "{span:?} {source:?} {map:?}");
            let back = map.to_output(source);
            prop_assert!(output.get(back.range()).is_some());
            prop_assert!(span.is_empty() || back.contains(span), "{span:?} {source:?} {back:?} {map:?}");
            prop_assert_eq!(map.to_source(back), source);
            if span.start == last.start {
                prop_assert!(source.start == map.to_source(last).start && source.end >= map.to_source(last).end);
            }
            last = span;
        }
        for span in spans(&text) {
            let there = map.to_output(span);
            prop_assert!(output.get(there.range()).is_some(), "{span:?} {there:?} {map:?}");
            // What lies in the span and was not removed is in what comes back; places between characters may have no width.
            let back = map.to_source(there);
            prop_assert!(there.is_empty() || back.start <= span.end && span.start <= back.end);
        }
    }

    #[test]
    fn letters_that_keep_their_length_keep_their_place(text in "[ء-ي ]{0,40}") {
        let normalized = normalize_mapped(&text, &Switches::MATCH);
        let removed = text.matches('ـ').count();
        prop_assert!(normalized.map.len() <= removed, "{} edits", normalized.map.len());
    }
}

#[test]
fn forms_of_all_characters_are_those_of_unicode() {
    let nfc = Normalizer::new(&Switches {
        form: Form::Nfc,
        ..Switches::NONE
    });
    let nfkc = Normalizer::new(&Switches {
        form: Form::Nfkc,
        ..Switches::NONE
    });
    let changes = |c: char| c.nfkd().ne([c]) || canonical_combining_class(c) != 0;
    let all: Vec<char> = ('\0'..=char::MAX)
        .filter(|c| *c < '\u{3100}' || changes(*c))
        .collect();
    for part in all.chunks(64) {
        let text: String = part.iter().map(|c| format!("ا{c}\u{0653}\u{064E}")).collect();
        assert_eq!(nfc.normalize(&text), text.nfc().collect::<String>(), "{part:?}");
        assert_eq!(nfkc.normalize(&text), text.nfkc().collect::<String>(), "{part:?}");
    }
}

#[test]
fn spans_come_back_with_their_marks() {
    let source = "قال\u{064E}\u{200F} الر\u{064E}\u{0651}ئ\u{0650}يس\u{064F}:  «ن\u{064E}عـــم»";
    let Normalized { text, map } = normalize_mapped(
        source,
        &Switches {
            space: Space::Collapse,
            ..Switches::MATCH
        },
    );
    assert_eq!(text, "قال الرييس: «نعم»");
    for (word, stood) in [
        ("قال", "قال\u{064E}"),
        ("الرييس", "الر\u{064E}\u{0651}ئ\u{0650}يس\u{064F}"),
        (" «", "  «"),
        ("نعم", "ن\u{064E}عـــم"),
    ] {
        let at = text.find(word).unwrap();
        let span = Span::new(at, at + word.len());
        assert_eq!(map.to_source(span).of(source), stood);
        assert_eq!(map.to_output(map.to_source(span)), span);
    }
    let mark = source.find('\u{200F}').unwrap();
    assert_eq!(map.to_output(Span::new(mark, mark + 3)), Span::new(6, 6));
}
