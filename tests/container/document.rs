//! Documents with one text: Word, OpenDocument, books, saved pages.

use super::*;

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006""#;
const TYPES: &[u8] =
    br#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>"#;

fn docx(body: &str, core: &str) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document {W}><w:body>{body}</w:body></w:document>"#
    );
    let styles = format!(
        r#"<w:styles {W}><w:style w:styleId="Titre"><w:name w:val="Title"/></w:style><w:style w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="T"><w:name w:val="toc 1"/></w:style></w:styles>"#
    );
    let notes = format!(
        r#"<w:footnotes {W}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>فاصل</w:t></w:r></w:p></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>أعد القائمة فريق من المهندسين المتطوعين.</w:t></w:r></w:p></w:footnote></w:footnotes>"#
    );
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let related = format!(
        r#"<Relationships><Relationship Id="a" Type="{base}/styles" Target="styles.xml"/><Relationship Id="b" Type="{base}/footnotes" Target="/word/footnotes.xml"/><Relationship Id="c" Type="{base}/hyperlink" Target="https://example.org" TargetMode="External"/></Relationships>"#
    );
    let mut files = vec![
        ("[Content_Types].xml", TYPES),
        ("word/document.xml", document.as_bytes()),
        ("word/styles.xml", styles.as_bytes()),
        ("word/_rels/document.xml.rels", related.as_bytes()),
        ("docProps/core.xml", core.as_bytes()),
    ];
    if body.contains("footnoteReference") {
        files.push(("word/footnotes.xml", notes.as_bytes()));
    }
    zip(&files)
}

fn paragraph(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn a_word_document_is_its_paragraphs_without_what_was_deleted() {
    let body = format!(
        r#"<w:p><w:pPr><w:pStyle w:val="Titre"/></w:pPr><w:r><w:t>{TITLE}</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="T"/></w:pPr><w:r><w:t>المحتويات 1</w:t></w:r></w:p>
        <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="7"/></w:tabs></w:pPr><w:r><w:t xml:space="preserve">افتتح عمال </w:t></w:r><w:del w:id="1"><w:r><w:delText>الوزارة</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>البلدية</w:t></w:r></w:ins><w:moveFrom w:id="3"><w:r><w:t>أول من أمس</w:t></w:r></w:moveFrom><w:r><w:tab/><w:t>جسراً &amp; طريقاً</w:t><w:footnoteReference w:id="1"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>مخفي</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText></w:r><w:r><w:t> بعد عامين من العمل المتواصل في المدينة.</w:t></w:r></w:p>
        <w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:t>بعد الافتتاح</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr><w:r><w:t>ممر للمشاة</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>
        <w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>{}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>"#,
        paragraph("الطول"),
        paragraph("300 متر"),
        paragraph("إطار جانبي"),
        paragraph("إطار جانبي"),
    );
    let core = r#"<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>ملف</dc:title><dc:creator>سامر الورّاق</dc:creator><dcterms:created>2024-03-05T08:00:00Z</dcterms:created></cp:coreProperties>"#;
    let draft = only("خبر.docx", docx(&body, core));
    assert_eq!(
        draft.source.text,
        format!(
            "{TITLE}\nالمحتويات 1\nافتتح عمال البلدية جسراً & طريقاً بعد عامين من العمل المتواصل في المدينة.\nبعد الافتتاح\n• ممر للمشاة\nالطول | 300 متر\nإطار جانبي\n\n\nأعد القائمة فريق من المهندسين المتطوعين.\n"
        )
    );
    assert_eq!(draft.source.format.name(), "docx");
    assert_eq!(told(&draft), [TITLE, "2024-03-05", "", "سامر الورّاق"]);
    let article = draft.source.segment(&|_| false);
    let kinds: Vec<&str> = article.blocks.iter().map(|block| block.kind.name()).collect();
    assert_eq!(
        kinds[..4],
        ["title", "furniture", "body", "heading"],
        "the table of contents is not the article's"
    );
}

#[test]
fn a_word_document_without_headline_has_that_of_its_properties() {
    let core = format!(
        r#"<cp:coreProperties xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{TITLE}</dc:title><dc:creator>user</dc:creator></cp:coreProperties>"#
    );
    let draft = only("a.docx", docx(&paragraph(BODY), &core));
    assert_eq!(told(&draft), [TITLE, "", "", ""]);
}

fn odt(content: &str, manifest: &str) -> Vec<u8> {
    let names =
        r#"xmlns:office="o" xmlns:text="t" xmlns:table="b" xmlns:style="s" xmlns:dc="d" xmlns:meta="m""#;
    let content = format!("<office:document-content {names}>{content}</office:document-content>");
    let meta = format!(
        "<office:document-meta {names}><office:meta><dc:title>{TITLE}</dc:title><dc:creator>ليان المحررة</dc:creator><meta:creation-date>2023-11-02T10:00:00</meta:creation-date><dc:date>2024-01-01T00:00:00</dc:date></office:meta></office:document-meta>"
    );
    zip(&[
        ("mimetype", b"application/vnd.oasis.opendocument.text"),
        ("content.xml", content.as_bytes()),
        ("meta.xml", meta.as_bytes()),
        ("META-INF/manifest.xml", manifest.as_bytes()),
    ])
}

#[test]
fn an_opendocument_text_is_its_paragraphs_with_notes_at_the_end() {
    let content = format!(
        r#"<office:automatic-styles><style:style style:name="P1" style:parent-style-name="Title"/></office:automatic-styles><office:body><office:text><text:tracked-changes><text:changed-region><text:deletion><text:p>فقرة محذوفة</text:p></text:deletion></text:changed-region></text:tracked-changes><text:p text:style-name="P1">{TITLE}</text:p><text:p>افتتح عمال<text:s text:c="2"/>البلدية<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>حاشية الخبر عن تاريخ البناء.</text:p></text:note-body></text:note> جسراً جديداً بعد عامين من العمل.<office:annotation><text:p>تعليق المحرر</text:p></office:annotation></text:p><text:h text:outline-level="2">بعد الافتتاح</text:h><text:list><text:list-item><text:p>ممر للمشاة</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>الطول</text:p></table:table-cell><table:table-cell><text:p>300 متر</text:p></table:table-cell></table:table-row></table:table></office:text></office:body>"#
    );
    let draft = only("خبر.odt", odt(&content, "<manifest/>"));
    assert_eq!(
        draft.source.text,
        format!(
            "{TITLE}\nافتتح عمال  البلدية جسراً جديداً بعد عامين من العمل.\nبعد الافتتاح\n• ممر للمشاة\nالطول | 300 متر\n\nحاشية الخبر عن تاريخ البناء.\n"
        )
    );
    assert_eq!(told(&draft), [TITLE, "2023-11-02", "", "ليان المحررة"]);
}

#[test]
fn an_encrypted_opendocument_text_is_told() {
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    assert_eq!(error("a.odt", odt("", manifest)), Error::Encrypted);
}

#[test]
fn the_chapters_of_a_book_come_in_the_order_of_its_spine() {
    let chapter = |title: &str, body: &str| {
        format!(
            r#"<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>{title}</title></head><body><h1>{title}</h1><p>{body}</p></body></html>"#
        )
    };
    let package = r#"<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>كتاب الجسور</dc:title><dc:creator>سامر الورّاق</dc:creator><dc:publisher>دار النهر</dc:publisher><dc:date>2022-05-01</dc:date></metadata><manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="text/%D8%A8.xhtml" media-type="application/xhtml+xml"/><item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/><item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/><item id="i" href="i.png" media-type="image/png"/></manifest><spine><itemref idref="c"/><itemref idref="n"/><itemref idref="b"/><itemref idref="a"/><itemref idref="gone"/></spine></package>"#;
    let bytes = zip(&[
        ("mimetype", b"application/epub+zip"),
        (
            "META-INF/container.xml",
            br#"<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>"#,
        ),
        ("OEBPS/book.opf", package.as_bytes()),
        (
            "OEBPS/nav.xhtml",
            chapter("الفهرس", "قائمة الفصول كلها بالترتيب.").as_bytes(),
        ),
        (
            "OEBPS/cover.xhtml",
            b"<html><body><img src='i.png'/></body></html>",
        ),
        (
            "OEBPS/text/a.xhtml",
            chapter("الفصل الثاني عن الترميم", OTHER).as_bytes(),
        ),
        ("OEBPS/text/ب.xhtml", chapter(TITLE, BODY).as_bytes()),
    ]);
    let (drafts, failures) = read("كتاب.epub", bytes);
    assert_eq!(failures, []);
    assert_eq!(
        names(&drafts),
        ["كتاب.epub/OEBPS/text/ب.xhtml", "كتاب.epub/OEBPS/text/a.xhtml"]
    );
    assert_eq!(drafts[0].source.text, format!("{TITLE}\n{BODY}\n"));
    assert_eq!(
        told(&drafts[0]),
        [TITLE, "2022-05-01", "دار النهر", "سامر الورّاق"]
    );
}

#[test]
fn a_saved_page_is_its_html_in_its_encoding() {
    let html = format!(
        "<html><head><title>{TITLE}</title></head><body><nav>الرئيسية</nav><article><h1>{TITLE}</h1><p>{BODY}</p></article></body></html>"
    );
    let quoted: String = windows_1256(&html)
        .iter()
        .map(|byte| match byte {
            b'=' => "=3D".to_string(),
            b' '..=b'~' => char::from(*byte).to_string(),
            byte => format!("={byte:02X}"),
        })
        .collect::<Vec<String>>()
        .chunks(24)
        .map(|line| line.concat() + "=\r\n")
        .collect();
    let page = |encoding: &str, charset: &str, body: &str| {
        format!(
            "From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----b\"\r\n\r\n\r\n------b\r\nContent-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n------b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------b--\r\n"
        )
    };
    let base64 = {
        use base64::Engine;
        base64::engine::general_purpose::STANDARD.encode(&html)
    };
    for (name, content) in [
        ("a.mhtml", page("quoted-printable", "windows-1256", &quoted)),
        ("a.mht", page("base64", "utf-8", &base64)),
        ("a", page("8bit", "utf-8", &html)),
    ] {
        let draft = only(name, content);
        assert_eq!(
            draft.source.text,
            format!("الرئيسية\n{TITLE}\n{BODY}\n"),
            "{name}"
        );
        assert_eq!(draft.source.format.name(), "mhtml");
    }
    let empty = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--";
    assert_eq!(error("a.mhtml", empty), Error::Broken("the saved page"));
}
