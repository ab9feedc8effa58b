//! Files that are broken, sealed, or made to do harm: a clear error, and nothing else lost.

use super::*;
use proptest::prelude::*;
use warraq::container::{MAX_DEPTH, MAX_FILE_BYTES, MAX_MEMBERS, check_size};

/// What an archive with one good file and a bad one makes of the bad one.
fn beside(name: &str, bytes: &[u8]) -> Error {
    let (drafts, failures) = read("a.zip", zip(&[(name, bytes), ("good.txt", BODY.as_bytes())]));
    assert_eq!(names(&drafts), ["a.zip/good.txt"]);
    assert_eq!(failures.len(), 1, "{failures:?}");
    assert_eq!(failures[0].name, format!("a.zip/{name}"));
    failures[0].error.clone()
}

/// `bytes` with the little-endian number of `width` bytes at `at` after each `mark` set to `value`.
fn patched(mut bytes: Vec<u8>, mark: &[u8], at: usize, value: &[u8]) -> Vec<u8> {
    let places: Vec<usize> = (0..bytes.len())
        .filter(|i| bytes[*i..].starts_with(mark))
        .collect();
    for place in places {
        bytes[place + at..place + at + value.len()].copy_from_slice(value);
    }
    bytes
}

const CENTRAL: &[u8] = b"PK\x01\x02";

#[test]
fn a_file_that_grows_beyond_reason_is_left_alone() {
    assert_eq!(beside("bomb.txt", &vec![b' '; 8 << 20]), Error::ZipBomb(250));
    let nested = zip(&[("bomb.txt", &vec![b' '; 8 << 20])]);
    assert_eq!(
        read("a.zip", zip(&[("inner.zip", &nested)])).1[0].error,
        Error::ZipBomb(250)
    );
}

#[test]
fn what_an_archive_declares_is_not_trusted() {
    // It says that its file has one byte, and has 300 KB.
    let bytes = zip(&[("a.txt", BODY.repeat(2000).as_bytes())]);
    let lying = patched(bytes, CENTRAL, 24, &1_u32.to_le_bytes());
    assert_eq!(read("a.zip", lying).1[0].error, Error::Broken("the ZIP archive"));
}

#[test]
fn a_file_that_is_too_large_is_refused() {
    let (size, limit) = (MAX_FILE_BYTES + 1, MAX_FILE_BYTES);
    assert_eq!(check_size(size), Err(Error::TooLarge { size, limit }));
    assert_eq!(
        error("a.txt", vec![b' '; size as usize]),
        Error::TooLarge { size, limit }
    );
}

#[test]
fn an_archive_of_too_many_files_is_told() {
    let names: Vec<String> = (0..=MAX_MEMBERS).map(|i| format!("{i}.txt")).collect();
    let files: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(error("a.zip", zip(&files)), Error::TooMany(MAX_MEMBERS));
}

#[test]
fn a_table_of_too_many_rows_is_read_up_to_the_limit() {
    let rows: String = (0..MAX_MEMBERS + 5)
        .map(|i| format!("{i},خبر رقم {i}\n"))
        .collect();
    let (drafts, failures) = read("rows.csv", format!("id,text\n{rows}"));
    assert_eq!(drafts.len(), MAX_MEMBERS);
    let stopped = Failure {
        name: "rows.csv".into(),
        error: Error::TooMany(MAX_MEMBERS),
    };
    assert_eq!(failures, [stopped]);
}

#[test]
fn archives_in_archives_are_limited() {
    let mut bytes = zip(&[("a.txt", BODY.as_bytes())]);
    for depth in 2..=MAX_DEPTH + 1 {
        assert_eq!(read("a.zip", bytes.clone()).0.len(), 1, "{depth}");
        bytes = zip(&[("inner.zip", &bytes)]);
    }
    let (drafts, failures) = read("a.zip", bytes);
    assert!(drafts.is_empty());
    assert_eq!(failures[0].error, Error::TooDeep(MAX_DEPTH));
    assert_eq!(failures[0].name, "a.zip/inner.zip/inner.zip/inner.zip");
}

#[test]
fn a_path_that_climbs_out_is_cut() {
    let mut bytes = zip(&[("xx/xx/خبر.txt", BODY.as_bytes()), ("C_/b.txt", OTHER.as_bytes())]);
    bytes = patched(bytes, b"xx/xx/", 0, b"../../");
    bytes = patched(bytes, b"C_/b", 0, b"C:\\b");
    let (drafts, failures) = read("a.zip", bytes);
    assert_eq!(failures, []);
    assert_eq!(names(&drafts), ["a.zip/خبر.txt", "a.zip/b.txt"]);
    for draft in drafts {
        assert_eq!(draft.notices[0].code, "unsafe-path");
    }
}

#[test]
fn what_is_sealed_is_told() {
    let bytes = zip(&[("secret.txt", BODY.as_bytes()), ("good.txt", OTHER.as_bytes())]);
    // The flag of the first file's entry in the directory.
    let at = bytes.windows(4).position(|w| w == CENTRAL).unwrap();
    let mut sealed = bytes;
    sealed[at + 8] |= 1;
    let (drafts, failures) = read("a.zip", sealed);
    assert_eq!(names(&drafts), ["a.zip/good.txt"]);
    assert_eq!(failures[0].error, Error::Encrypted);
    let mut office = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    office.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(error("a.docx", office.clone()), Error::Encrypted);
    assert_eq!(beside("a.xlsx", &office), Error::Encrypted);
}

#[test]
fn an_unknown_packing_is_told() {
    let bytes = zip(&[("a.txt", BODY.as_bytes())]);
    let bytes = patched(patched(bytes, CENTRAL, 10, &[14, 0]), b"PK\x03\x04", 8, &[14, 0]);
    assert_eq!(read("a.zip", bytes).1[0].error, Error::UnknownPacking);
}

#[test]
fn broken_files_are_told_by_what_they_are() {
    let good = zip(&[("a.txt", BODY.as_bytes())]);
    let cut = good[..good.len() / 2].to_vec();
    assert_eq!(error("a.zip", cut.clone()), Error::Broken("the ZIP archive"));
    assert_eq!(beside("a.docx", &cut), Error::Broken("the ZIP archive"));
    let mut flipped = good;
    flipped[60] ^= 0xFF;
    assert_eq!(
        read("a.zip", flipped).1[0].error,
        Error::Broken("the ZIP archive")
    );
    let noise: Vec<u8> = (0..2000_u32).map(|i| (i * 7919 % 251) as u8).collect();
    for (name, what) in [
        ("a.docx", "the Word document"),
        ("a.xlsx", "the spreadsheet"),
        ("a.epub", "the e-book"),
    ] {
        assert_eq!(error(name, noise.clone()), Error::Broken(what));
    }
    let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    for (path, xml, what) in [
        ("word/document.xml", "<w:document><w:body>", "the Word document"),
        ("xl/workbook.xml", "<workbook></sheets>", "the spreadsheet"),
    ] {
        assert_eq!(
            error("a", zip(&[types, (path, xml.as_bytes())])),
            Error::Broken(what)
        );
    }
    assert_eq!(
        error("a.epub", zip(&[("mimetype", b"application/epub+zip")])),
        Error::Broken("the e-book")
    );
    assert_eq!(
        error(
            "a.odt",
            zip(&[("mimetype", b"application/vnd.oasis.opendocument.text")])
        ),
        Error::Broken("the OpenDocument text")
    );
    assert_eq!(error("a.zip", zip(&[])), Error::Empty);
    assert!(matches!(error("a.pptx", zip(&[types])), Error::NotText(_)));
}

#[test]
fn a_quotation_mark_left_open_costs_no_row_before_it() {
    let (drafts, failures) = read(
        "rows.csv",
        format!("العنوان,النص\n{TITLE},{BODY}\n\"مفتوح,{OTHER}\nخبر,{OTHER}\n"),
    );
    assert_eq!(names(&drafts), ["rows.csv#2"]);
    assert_eq!(
        failures,
        [Failure {
            name: "rows.csv".into(),
            error: Error::UnclosedQuote { line: 3 }
        }]
    );
    assert_eq!(
        error("rows.csv", format!("\"النص\n{BODY}")),
        Error::UnclosedQuote { line: 1 }
    );
}

#[test]
fn deep_nesting_is_bounded() {
    let json = "[".repeat(100_000) + &"]".repeat(100_000);
    assert_eq!(error("a.json", json), Error::TooDeep(128));
    let html = "<div>".repeat(100_000) + BODY + &"</div>".repeat(100_000);
    let draft = only(
        "a.html",
        format!("<title>{TITLE}</title><h1>{TITLE}</h1><p>{OTHER}</p>{html}"),
    );
    assert!(draft.source.text.contains(OTHER), "{}", draft.source.text);
    let xml = "<a>".repeat(100_000) + &"</a>".repeat(100_000);
    let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    assert_eq!(
        error("a.docx", zip(&[types, ("word/document.xml", xml.as_bytes())])),
        Error::NoArabic
    );
    let parts: String = (0..1000)
        .map(|i| format!("Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n"))
        .collect();
    assert_eq!(error("a.mhtml", parts), Error::Broken("the saved page"));
}

#[test]
fn entities_of_a_document_type_are_not_unfolded() {
    let xml = r#"<!DOCTYPE d [<!ENTITY a "خبر خبر"><!ENTITY b "&a;&a;&a;">]><w:document><w:p><w:r><w:t>نص &b; هنا</w:t></w:r></w:p></w:document>"#;
    let types: (&str, &[u8]) = ("[Content_Types].xml", b"<Types/>");
    let draft = only("a.docx", zip(&[types, ("word/document.xml", xml.as_bytes())]));
    assert_eq!(draft.source.text, "نص  هنا\n");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]
    /// No bytes under no name bring it to a halt.
    #[test]
    fn any_bytes_are_read_or_refused(
        name in "[a-z]{1,3}\\.(zip|docx|odt|epub|xlsx|csv|tsv|json|jsonl|mhtml|html|txt)",
        text in "[\"',;|\\t\\n{}\\[\\]:<>=/&#ا-ي a-z0-9-]{0,300}",
        noise in proptest::collection::vec(any::<u8>(), 0..200),
    ) {
        for bytes in [text.into_bytes(), noise.clone(), [b"PK\x03\x04", noise.as_slice()].concat()] {
            if let Ok(members) = open(&name, bytes, Options::default()) {
                for draft in members.flatten() {
                    prop_assert!(draft.source.segment(&|_| false).stories.len() < 1000);
                }
            }
        }
    }

    /// Nor does an archive in which bytes were changed.
    #[test]
    fn a_changed_archive_is_read_or_refused(changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6)) {
        let mut bytes = zip(&[
            ("[Content_Types].xml", b"<Types/>"),
            ("word/document.xml", format!("<w:document><w:p><w:r><w:t>{BODY}</w:t></w:r></w:p></w:document>").as_bytes()),
            ("a.txt", OTHER.as_bytes()),
        ]);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        if let Ok(members) = open("a.zip", bytes, Options::default()) {
            for draft in members.flatten() {
                prop_assert!(!draft.source.text.is_empty());
            }
        }
    }
}
