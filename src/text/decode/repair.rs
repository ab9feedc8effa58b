//! Text that was decoded wrongly once before and saved so: «Ø§Ù„Ø¹Ø±Ø¨» for «العرب». The wrong reading is undone where it is certain.
//!
//! Three readings go wrong in practice: UTF-8 read as windows-1252 or Latin-1 («Ø§Ù„»), UTF-8 read as windows-1256 («ط§ظ„»), and an Arabic
//! code page read as windows-1252 («ÇáÚÑÈ»). Undoing a reading and asking whether valid UTF-8 results is the idea of ftfy
//! (R. Speer, 2019, doi:10.5281/zenodo.2591652).

use super::codepage::{Bytes, CodePage, windows_1252, windows_1256};
use super::detect::single_byte;
use super::letters::{is_arabic_letter, surprise};

/// A text with a wrong reading undone.
#[derive(Debug, PartialEq)]
pub(super) struct Repaired {
    pub text: String,
    /// What was undone, for the person.
    pub undone: String,
}

/// Undoes a wrong reading of `text`; `None` where the text is fine or the case is not certain.
pub(super) fn repair(text: &str) -> Option<Repaired> {
    let utf8 = [
        (windows_1252 as CodePage, "windows-1252"),
        (windows_1256, "windows-1256"),
    ];
    let readings = utf8.into_iter().filter_map(|(page, name)| {
        let text = undo_utf8(text, page)?;
        Some((text, "UTF-8", name))
    });
    let legacy = || undo_code_page(text).map(|(text, right)| (text, right, "windows-1252"));
    let (text, right, wrong) = readings.into_iter().next().or_else(legacy)?;
    Some(Repaired {
        text,
        undone: format!("the text was {right} that had been read as {wrong} and saved so: that is undone"),
    })
}

/// Undoes UTF-8 read in `page`, line by line: lines that certainly are such, and, where there is one, those that may be.
/// Lines end with LF alone here, because NEL is half of a misread «م».
fn undo_utf8(text: &str, page: CodePage) -> Option<String> {
    let leads = [0xC2, 0xC3, 0xD8, 0xD9, 0xDA, 0xDB, 0xE2, 0xEF].map(page);
    let may_be_misread = |line: &str| !line.is_ascii() && may_be_misread(line, &leads);
    // Nearly every text ends here.
    if !text.split('\n').any(may_be_misread) {
        return None;
    }
    let mut bytes = None;
    let mut certain = false;
    let lines: Vec<(&str, Option<String>)> = text
        .split_inclusive('\n')
        .map(|line| {
            let undone = may_be_misread(line).then(|| {
                let bytes = bytes.get_or_insert_with(|| Bytes::of(page));
                reread(line, bytes)
            });
            let undone = undone.flatten();
            certain |= undone.as_ref().is_some_and(|u| arabic_letters(u) >= 3);
            (line, undone)
        })
        .collect();
    let whole = || {
        lines
            .iter()
            .map(|(line, undone)| undone.as_deref().unwrap_or(line))
            .collect()
    };
    certain.then(whole)
}

/// Whether at least a quarter of what is not ASCII in `line` are `leads`, characters whose bytes begin a character of UTF-8: half of them
/// do where Arabic was misread, and in Arabic itself «ط», «ظ», «ع» and «غ», which have those bytes in windows-1256, are one in twenty.
fn may_be_misread(line: &str, leads: &[char]) -> bool {
    let (mut leading, mut all) = (0, 0);
    for c in line.chars().filter(|c| !c.is_ascii()) {
        all += 1;
        leading += usize::from(leads.contains(&c));
    }
    leading > 0 && leading * 4 >= all
}

/// `line` back into bytes and read as UTF-8, again where it was misread twice; `None` unless nearly all of it is well-formed.
fn reread(line: &str, bytes: &Bytes) -> Option<String> {
    let mut current = undo_layer(line, bytes)?;
    for _ in 0..2 {
        if arabic_letters(&current) > 0 {
            break;
        }
        let Some(next) = undo_layer(&current, bytes) else {
            break;
        };
        current = next;
    }
    Some(current)
}

fn undo_layer(line: &str, bytes: &Bytes) -> Option<String> {
    let mut out = String::with_capacity(line.len());
    let mut run = Vec::new();
    let (mut right, mut wrong) = (0, 0);
    let mut flush = |run: &mut Vec<u8>, out: &mut String| {
        for chunk in run.utf8_chunks() {
            out.push_str(chunk.valid());
            right += chunk.valid().len();
            if !chunk.invalid().is_empty() {
                out.push(char::REPLACEMENT_CHARACTER);
                wrong += chunk.invalid().len();
            }
        }
        run.clear();
    };
    let mut foreign = 0;
    for c in line.chars() {
        // Latin-1 has its control characters where windows-1252 has signs: both misreadings are met, often mixed.
        let byte = match c {
            '\u{0080}'..='\u{009F}' => Some(c as u8),
            _ => bytes.byte(c),
        };
        if let Some(byte) = byte {
            run.push(byte);
            continue;
        }
        flush(&mut run, &mut out);
        foreign += usize::from(!c.is_ascii());
        out.push(c);
    }
    flush(&mut run, &mut out);
    (right > 0 && (wrong + foreign) * 5 <= right).then_some(out)
}

fn arabic_letters(text: &str) -> usize {
    text.chars().filter(|c| is_arabic_letter(*c)).count()
}

/// Undoes an Arabic code page read as windows-1252, and says which. Certain where words of accented letters alone abound, which no language
/// written in Latin letters has, and their bytes make usual Arabic.
fn undo_code_page(text: &str) -> Option<(String, &'static str)> {
    if text.chars().filter(|c| is_accented(*c)).take(6).count() < 6 {
        return None;
    }
    let (mut accented, mut mixed) = (0, 0);
    for word in text.split(|c: char| !c.is_alphabetic() || is_arabic_letter(c)) {
        match (
            word.chars().filter(|c| is_accented(*c)).count(),
            word.chars().count(),
        ) {
            (0, _) => {}
            (high, all) if high == all => accented += if all > 2 { all } else { 0 },
            (_, all) => mixed += all,
        }
    }
    if accented < 6 || accented < mixed * 4 {
        return None;
    }
    let bytes = Bytes::of(windows_1252);
    let misread = |c: char| !c.is_ascii() && bytes.byte(c).is_some();
    let run_of = |c: char| misread(c) || c.is_ascii_alphabetic();
    let stays = |run: &str| run.contains(|c: char| c.is_ascii_alphabetic());
    let runs: Vec<&str> = split_runs(text, run_of);
    let doubtful = runs.iter().filter(|run| !stays(run)).flat_map(|run| run.chars());
    let raw: Vec<u8> = doubtful.filter_map(|c| bytes.byte(c)).collect();
    let page = single_byte(&raw).encoding;
    let read = page.read(&raw);
    let mean = read.chars().map(surprise).sum::<f32>() / raw.len() as f32;
    if mean > 4.0 {
        return None;
    }
    let undo = |run: &str| match run.chars().next().is_some_and(misread) && !stays(run) {
        true => page.read(&run.chars().filter_map(|c| bytes.byte(c)).collect::<Vec<u8>>()),
        false => run.to_owned(),
    };
    Some((runs.into_iter().map(undo).collect(), page.name()))
}

/// Cuts `text` where characters for which `inside` holds meet others.
fn split_runs(text: &str, inside: impl Fn(char) -> bool) -> Vec<&str> {
    let mut runs = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let kind = inside(first);
        let end = rest.find(|c| inside(c) != kind).unwrap_or(rest.len());
        let (run, after) = rest.split_at(end);
        runs.push(run);
        rest = after;
    }
    runs
}

/// A letter that windows-1252 has besides those of ASCII.
fn is_accented(c: char) -> bool {
    matches!(c, 'À'..='ÿ' | 'Œ' | 'œ' | 'Š' | 'š' | 'Ž' | 'ž' | 'Ÿ' | 'ƒ')
}
