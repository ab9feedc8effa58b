//! Archives: every file in them an article or a failure, the order theirs.

use super::*;

#[test]
fn files_of_folders_are_read_in_order_and_named_by_their_path() {
    let html =
        format!("<!DOCTYPE html><title>{TITLE}</title><article><h1>{TITLE}</h1><p>{BODY}</p></article>");
    let csv = format!("العنوان,النص\n{TITLE} ثانية,{OTHER}\n");
    let inner = zip(&[("داخل.txt", format!("{OTHER} وهذه نسخة أخرى.").as_bytes())]);
    let bytes = zip(&[
        ("a.txt", format!("{TITLE}\n\n{BODY}").as_bytes()),
        ("folder/", b""),
        ("folder/b.html", html.as_bytes()),
        ("folder/deep/rows.csv", csv.as_bytes()),
        ("folder/inner.zip", &inner),
        ("__MACOSX/folder/._b.html", b"\0\x05\x16\x07"),
        ("folder/.DS_Store", b"\0\0\0\x01Bud1"),
        ("folder/picture.png", b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"),
        ("z.md", format!("# {TITLE}\n\n{OTHER}").as_bytes()),
    ]);
    let mut members = open("اخبار.zip", bytes, Options::default()).unwrap();
    assert_eq!(members.progress(), (0, 6));
    let first = members.next().unwrap().unwrap();
    assert_eq!(told(&first)[0], TITLE);
    assert_eq!(members.progress(), (1, 6));
    assert_eq!(members.tables().len(), 0);
    let (drafts, failures) = parted(members);
    assert_eq!(
        names(&drafts),
        [
            "اخبار.zip/folder/b.html",
            "اخبار.zip/folder/deep/rows.csv#2",
            "اخبار.zip/folder/inner.zip/داخل.txt",
            "اخبار.zip/z.md"
        ]
    );
    let formats: Vec<&str> = drafts.iter().map(|draft| draft.source.format.name()).collect();
    assert_eq!(formats, ["html", "csv", "text", "markdown"]);
    assert_eq!(failures.len(), 1);
    assert_eq!(failures[0].name, "اخبار.zip/folder/picture.png");
    assert_eq!(failures[0].error, Error::NotText("a picture (PNG)"));
}

#[test]
fn a_corpus_has_each_article_once_and_a_file_only_once() {
    let bytes = zip(&[
        ("a.txt", BODY.as_bytes()),
        ("b.txt", OTHER.as_bytes()),
        ("c.txt", BODY.as_bytes()),
    ]);
    let mut corpus = Corpus::new(Settings::default());
    let added = corpus.add("a.zip", &bytes, None).unwrap();
    assert_eq!(added.documents, [0, 1]);
    let same = |name: &str| Error::SameFile(name.into());
    assert_eq!(added.failures[0].error, same("a.zip/a.txt"));
    assert_eq!(corpus.add("again.zip", &bytes, None), Err(same("a.zip/b.txt")));
    assert_eq!(
        corpus.add("a.txt", BODY.as_bytes(), None),
        Err(same("a.zip/a.txt"))
    );
    for id in added.documents {
        corpus.remove(id).unwrap();
    }
    assert_eq!(corpus.add("again.zip", &bytes, None).unwrap().documents, [2, 3]);
    let report = corpus.report();
    let names: Vec<&str> = report
        .documents
        .iter()
        .map(|document| document.name.as_str())
        .collect();
    assert_eq!(names, ["again.zip/a.txt", "again.zip/b.txt"]);
}

#[test]
fn text_goes_through_unchanged() {
    let text = format!("\u{FEFF}{TITLE}\r\n\r\n{BODY}\r\n");
    for (name, format) in [("a.txt", "text"), ("a.md", "markdown"), ("a", "text")] {
        let draft = only(name, text.as_str());
        assert_eq!(draft.source.text, text.trim_start_matches('\u{FEFF}'));
        assert_eq!(draft.source.format.name(), format);
        assert_eq!(draft.name, name);
    }
}
