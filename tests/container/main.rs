//! Files with one article or many: documents, tables and archives, made here, and what is wrong with broken ones.
#![allow(clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)] // A test stops at what it did not expect.

use std::io::Write;

use warraq::container::{Draft, Failure, Members, Options, open};
use warraq::{Corpus, Error, Settings};

mod archive;
mod document;
mod hostile;
mod table;

const TITLE: &str = "افتتاح جسر جديد في المدينة القديمة";
const BODY: &str = "افتتح عمال البلدية صباح أمس جسراً جديداً يصل ضفتي النهر، بعد عامين من العمل المتواصل.";
const OTHER: &str = "أغلقت البلدية جسراً قديماً شرق المدينة، وقالت إن ترميمه يستمر حتى نهاية الصيف المقبل.";

/// What can be read of a file, and what cannot.
fn read(name: &str, bytes: impl Into<Vec<u8>>) -> (Vec<Draft>, Vec<Failure>) {
    parted(open(name, bytes.into(), Options::default()).unwrap())
}

fn parted(members: Members) -> (Vec<Draft>, Vec<Failure>) {
    let (mut drafts, mut failures) = (Vec::new(), Vec::new());
    for member in members {
        match member {
            Ok(draft) => drafts.push(draft),
            Err(failure) => failures.push(failure),
        }
    }
    (drafts, failures)
}

/// The only article of a file.
fn only(name: &str, bytes: impl Into<Vec<u8>>) -> Draft {
    let (mut drafts, failures) = read(name, bytes);
    assert_eq!(failures, []);
    assert_eq!(drafts.len(), 1);
    drafts.remove(0)
}

/// Why nothing of a file can be read.
fn error(name: &str, bytes: impl Into<Vec<u8>>) -> Error {
    match Corpus::new(Settings::default()).add(name, &bytes.into(), None) {
        Ok(added) => panic!("{name} was read: {added:?}"),
        Err(error) => error,
    }
}

fn names(drafts: &[Draft]) -> Vec<&str> {
    drafts.iter().map(|draft| draft.name.as_str()).collect()
}

/// What stands in a story: title, date, source, author.
fn told(draft: &Draft) -> [String; 4] {
    let article = draft.source.segment(&|_| false);
    let story = article.stories.into_iter().next().unwrap_or_default();
    let title = story.title.map(|title| title.of(&draft.source.text).to_string());
    [title, story.published, story.source, story.author].map(Option::unwrap_or_default)
}

/// A ZIP archive of these files, deflated.
fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut archive = rawzip::ZipArchiveWriter::new(&mut bytes);
    for (name, content) in files {
        if name.ends_with('/') {
            archive.new_dir(name).create().unwrap();
            continue;
        }
        let file = archive
            .new_file(name)
            .compression_method(rawzip::CompressionMethod::DEFLATE);
        let (mut entry, config) = file.start().unwrap();
        let packed = flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::default());
        let mut writer = config.wrap(packed);
        writer.write_all(content).unwrap();
        let (packed, descriptor) = writer.finish().unwrap();
        packed.finish().unwrap();
        entry.finish(descriptor).unwrap();
    }
    archive.finish().unwrap();
    bytes
}

/// windows-1256, as far as the texts here need it.
fn windows_1256(text: &str) -> Vec<u8> {
    let letters = "ءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهوçèéêëىي";
    let place = |c: char| letters.chars().position(|letter| letter == c);
    text.chars()
        .map(|c| match c {
            '\u{064B}' => 0xF0,
            '،' => 0xA1,
            c if c.is_ascii() => c as u8,
            c => 0xC1 + place(c).unwrap_or_else(|| panic!("{c} is missing")) as u8,
        })
        .collect()
}
