//! Tables and JSON: an article in every row.

use super::*;
use warraq::container::Roles;

fn csv(delimiter: char) -> String {
    let rows = [
        ["رقم", "العنوان", "تاريخ النشر", "المصدر", "الكاتب", "النص"].map(String::from),
        [
            "1",
            TITLE,
            "5 مارس 2024",
            "صوت النهر",
            "ليان المحررة",
            &format!("\"{BODY}\nوحضر \"\"الافتتاح\"\" سكان الحي{delimiter} وغادروا مساء.\""),
        ]
        .map(String::from),
        ["2", "بلا نص", "6 مارس 2024", "صوت النهر", "", ""].map(String::from),
        [
            "3",
            "إغلاق جسر قديم شرق المدينة",
            "2024-03-07",
            "صوت النهر",
            "",
            OTHER,
        ]
        .map(String::from),
    ];
    rows.map(|row| row.join(&delimiter.to_string())).join("\r\n")
}

fn check(name: &str, bytes: Vec<u8>, encoding: &str) {
    let mut members = open(name, bytes, Options::default()).unwrap();
    let table = members.tables()[0].clone();
    let role = |name: &str| Some(name.to_string());
    let expected = Roles {
        header: Some(true),
        text: role("النص"),
        title: role("العنوان"),
        date: role("تاريخ النشر"),
        source: role("المصدر"),
        author: role("الكاتب"),
    };
    assert_eq!(table.roles, expected, "{name}");
    assert_eq!((table.rows, table.skipped, table.name.as_str()), (2, 1, name));
    assert_eq!(members.progress(), (0, 2));
    let first = members.next().unwrap().unwrap();
    assert_eq!(first.name, format!("{name}#2"));
    assert_eq!(told(&first), [TITLE, "2024-03-05", "صوت النهر", "ليان المحررة"]);
    assert!(
        first
            .source
            .text
            .starts_with(&format!("{TITLE}\n{BODY}\nوحضر \"الافتتاح\" سكان")),
        "{}",
        first.source.text
    );
    assert_eq!(first.encoding.name(), encoding);
    assert!(
        first
            .notices
            .iter()
            .any(|notice| notice.code == "skipped-rows" && notice.message.starts_with("1 "))
    );
    let second = members.next().unwrap().unwrap();
    assert_eq!(second.name, format!("{name}#4"));
    assert_eq!(told(&second)[1], "2024-03-07");
    assert!(second.notices.is_empty());
    assert!(members.next().is_none());
}

#[test]
fn delimiters_and_encodings_are_found() {
    for delimiter in [',', ';', '|', '\t'] {
        check("rows.csv", format!("\u{FEFF}{}", csv(delimiter)).into(), "utf-8");
    }
    check("rows.tsv", csv('\t').into(), "utf-8");
    check("rows.csv", windows_1256(&csv(';')), "windows-1256");
    check("rows.csv", format!("sep=|\r\n{}", csv('|')).into(), "utf-8");
}

#[test]
fn a_person_says_what_columns_hold() {
    let bytes = format!("أول,ثان,ثالث\n{BODY},{OTHER},2024-03-05\n");
    let roles = |text: &str, title: &str| Roles {
        text: Some(text.into()),
        title: Some(title.into()),
        ..Roles::default()
    };
    let read = |table: &str, roles: Roles| {
        let options = Options {
            tables: [(table.to_string(), roles)].into(),
            ..Options::default()
        };
        open("rows.csv", bytes.clone().into(), options)
    };
    let mut chosen = read("rows.csv", roles("ثان", "")).unwrap();
    assert_eq!(chosen.next().unwrap().unwrap().source.text, format!("{OTHER}\n"));
    let mut every = read("", roles("أول", "ثان")).unwrap();
    assert_eq!(
        every.next().unwrap().unwrap().source.text,
        format!("{OTHER}\n{BODY}\n")
    );
    assert_eq!(
        read("rows.csv", roles("رابع", "")).err(),
        Some(Error::UnknownColumn("رابع".into()))
    );
    let all = Roles {
        header: Some(false),
        ..Roles::default()
    };
    let table = read("rows.csv", all).unwrap().tables()[0].clone();
    assert_eq!(table.columns[2].name, "3");
    assert_eq!(table.rows, 2);
}

#[test]
fn a_row_may_be_html() {
    let bytes = format!(
        "title,content\n{TITLE},\"<p>{BODY}</p><ul><li>بند أول في القائمة</li></ul><p>{OTHER}&nbsp;</p>\"\n"
    );
    let draft = only("rows.csv", bytes);
    assert_eq!(
        draft.source.text,
        format!("{TITLE}\n{BODY}\nبند أول في القائمة\n{OTHER}\n")
    );
}

fn xlsx(second: &str) -> Vec<u8> {
    let base = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let workbook = format!(
        r#"<workbook xmlns:r="{base}"><sheets><sheet name="أخبار" sheetId="1" r:id="s1"/>{second}</sheets></workbook>"#
    );
    let related = format!(
        r#"<Relationships><Relationship Id="s1" Type="{base}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="{base}/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="t" Type="{base}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="{base}/styles" Target="styles.xml"/></Relationships>"#
    );
    let shared = format!(
        r#"<sst><si><t>العنوان</t></si><si><t>النص</t></si><si><t>التاريخ</t></si><si><r><t>افتتاح جسر </t></r><r><t>جديد في المدينة القديمة</t></r><rPh><t>نطق</t></rPh></si><si><t>{BODY}</t></si></sst>"#
    );
    let sheet = format!(
        r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c></row><row r="5"><c r="A5" t="s"><v>3</v></c><c r="C5" t="s"><v>4</v></c><c r="D5" s="1"><v>45356.5</v></c></row><row r="6"><c r="A6" t="inlineStr"><is><t>إغلاق جسر قديم</t></is></c><c r="C6" t="inlineStr"><is><t>{OTHER}</t></is></c><c r="D6" s="0"><v>45356</v></c></row></sheetData></worksheet>"#
    );
    zip(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", related.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
        ("xl/styles.xml", br#"<styleSheet><numFmts><numFmt numFmtId="165" formatCode="dd\/mm\/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs></styleSheet>"#.as_slice()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
        ("xl/worksheets/sheet2.xml", b"<worksheet><sheetData><row><c><v>7</v></c></row></sheetData></worksheet>"),
    ])
}

#[test]
fn a_spreadsheet_is_read_by_its_rows() {
    let (drafts, failures) = read("كتاب.xlsx", xlsx(""));
    assert_eq!(failures, []);
    assert_eq!(names(&drafts), ["كتاب.xlsx#5", "كتاب.xlsx#6"]);
    assert_eq!(drafts[0].source.text, format!("{TITLE}\n{BODY}\n"));
    assert_eq!(told(&drafts[0])[1], "2024-03-05");
    assert_eq!(
        told(&drafts[1])[1],
        "",
        "a number that is not shown as a date is none"
    );
    let two = open(
        "كتاب.xlsx",
        xlsx(r#"<sheet name="أرقام" sheetId="2" r:id="s2"/>"#),
        Options::default(),
    )
    .unwrap();
    let tables: Vec<&str> = two.tables().iter().map(|table| table.name.as_str()).collect();
    assert_eq!(tables, ["كتاب.xlsx/أخبار"], "a sheet without text is passed over");
}

#[test]
fn json_is_read_wherever_its_articles_stand() {
    let object = format!(
        r#"{{"headline": "{TITLE}", "article": {{"body": ["{BODY}", "{OTHER}"]}}, "published_at": "2024-03-05T10:00:00Z", "source": {{"name": "صوت النهر"}}, "n": 7}}"#
    );
    let escaped = object
        .chars()
        .map(|c| {
            if c.is_ascii() {
                c.to_string()
            } else {
                format!("\\u{:04x}", c as u32)
            }
        })
        .collect::<String>();
    let cases = [
        ("a.json", format!("[{object}]"), "a.json#1"),
        (
            "a.json",
            format!(r#"{{"status": "ok", "data": {{"items": [{object}]}}}}"#),
            "a.json#1",
        ),
        ("a.json", object.clone(), "a.json#1"),
        (
            "a.json",
            format!("{}\n{}", object.replace(TITLE, "خبر آخر عن الجسور"), object),
            "a.json#2",
        ),
        ("a.jsonl", format!("\n{object}\n"), "a.jsonl#2"),
        ("a.ndjson", escaped.clone(), "a.ndjson#1"),
        ("api", format!("[{escaped}]"), "api#1"),
    ];
    for (name, text, expected) in cases {
        let (drafts, failures) = read(name, text);
        assert_eq!(failures, []);
        let draft = drafts.last().unwrap();
        assert_eq!(draft.name, expected);
        assert_eq!(draft.source.text, format!("{TITLE}\n{BODY}\n{OTHER}\n"));
        assert_eq!(told(draft), [TITLE, "2024-03-05", "صوت النهر", ""]);
    }
    let texts = format!(r#"["{BODY}", "{OTHER}"]"#);
    assert_eq!(read("a.json", texts).0.len(), 2);
}

#[test]
fn a_line_that_is_no_json_is_told_and_the_others_are_read() {
    let lines = format!("{{\"text\": \"{BODY}\"}}\n{{\"text\": \n{{\"text\": \"{OTHER}\"}}\n");
    let (drafts, failures) = read("a.jsonl", lines);
    assert_eq!(names(&drafts), ["a.jsonl#1", "a.jsonl#3"]);
    assert_eq!(failures[0].name, "a.jsonl#2");
    assert!(matches!(failures[0].error, Error::BadJson { line: 2, .. }));
}

#[test]
fn tables_without_arabic_text_are_told() {
    assert_eq!(
        error("package.json", r#"{"name": "x", "scripts": {"test": "node"}}"#),
        Error::NoTextColumn
    );
    assert_eq!(
        error("a.csv", "title,text\nA bridge,It was opened yesterday.\n"),
        Error::NoTextColumn
    );
    assert_eq!(error("a.json", "[]"), Error::NoTextColumn);
    assert_eq!(
        error("a.json", "{\"text\": "),
        Error::BadJson { line: 1, column: 9 }
    );
    assert_eq!(error("a.csv", " \n"), Error::Empty);
}
