use super::codepage::{self, Bytes};
use super::*;
use proptest::prelude::*;

const LINE: &str = "أعلنت وزارة التجارة، في المدينة القديمة، خطة جديدة لدعم الأسواق: «لن نتأخر».";

fn encode(text: &str, encoding: Encoding) -> Vec<u8> {
    let single = |page| {
        let bytes = Bytes::of(page);
        let byte = |c: char| {
            if c.is_ascii() {
                c as u8
            } else {
                bytes.byte(c).unwrap_or(b'?')
            }
        };
        text.chars().map(byte).collect()
    };
    match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf16Le => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Be => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        Encoding::Windows1256 => single(codepage::windows_1256),
        Encoding::Iso8859_6 => single(codepage::iso_8859_6),
    }
}

fn codes(decoded: &Decoded) -> Vec<&str> {
    decoded.notices.iter().map(|n| n.code).collect()
}

#[test]
fn every_encoding_is_found() {
    for encoding in Encoding::ALL {
        let bytes = encode(LINE, encoding);
        let decoded = decode(&bytes, None).unwrap();
        assert_eq!(decoded.encoding, encoding);
        assert_eq!(
            codes(&decoded),
            Vec::<&str>::new(),
            "{encoding:?} {}",
            decoded.confidence
        );
        let marked = [encoding.mark(), &bytes].concat();
        assert_eq!(decode(&marked, None).unwrap(), decoded, "{encoding:?}");
    }
}

#[test]
fn the_person_decides() {
    let bytes = encode("ورقة", Encoding::Iso8859_6);
    let decoded = decode(&bytes, Some(Encoding::Iso8859_6)).unwrap();
    assert_eq!((decoded.text.as_str(), decoded.confidence), ("ورقة", 1.0));
    let other = decode(&bytes, Some(Encoding::Windows1256)).unwrap();
    assert_eq!(other.text, "èرâة");
}

#[test]
fn a_doubtful_guess_is_said_to_be_one() {
    let decoded = decode(b"\xC3\xC8", None).unwrap();
    assert_eq!(codes(&decoded), ["encoding-guess"]);
    assert!(decoded.confidence < SURE && decoded.alternatives.contains(&Encoding::Iso8859_6));
}

#[test]
fn a_page_says_its_encoding() {
    let page = |charset: &str| format!("<html><meta charset={charset}><title>خبر</title>");
    for encoding in [Encoding::Windows1256, Encoding::Iso8859_6] {
        let bytes = encode(&page(encoding.name()), encoding);
        assert_eq!(decode(&bytes, None).unwrap().encoding, encoding);
    }
    // A page saved again in UTF-8 keeps its old declaration: valid UTF-8 is the stronger witness.
    let bytes = encode(&page("windows-1256"), Encoding::Utf8);
    assert_eq!(decode(&bytes, None).unwrap().encoding, Encoding::Utf8);
}

#[test]
fn what_is_no_arabic_text_is_refused() {
    let cases: [(&[u8], &str); 7] = [
        (b"", "empty"),
        (b" \r\n\t", "empty"),
        (b"\0\0\0\0", "empty"),
        (b"\xEF\xBB\xBF\n", "empty"),
        (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0", "not-text"),
        (b"The minister arrived.", "no-arabic"),
        (b"Stra\xDFe, K\xE4se, \xDCbung", "no-arabic"),
    ];
    for (bytes, code) in cases {
        assert_eq!(decode(bytes, None).unwrap_err().code(), code, "{bytes:?}");
    }
    assert!(decode("The word «دم» means blood.".as_bytes(), None).is_ok());
}

#[test]
fn a_cut_off_end_is_left_out_and_said() {
    let bytes = LINE.trim_end_matches("».").as_bytes();
    let decoded = decode(&bytes[..bytes.len() - 1], None).unwrap();
    assert_eq!(codes(&decoded), ["truncated"]);
    assert!(decoded.text.ends_with("لن نتأخ"));

    let bytes = encode(LINE, Encoding::Utf16Le);
    let decoded = decode(&bytes[..bytes.len() - 1], None).unwrap();
    assert_eq!(codes(&decoded), ["truncated"]);
    assert!(decoded.text.ends_with("»"));
}

#[test]
fn damaged_places_are_counted() {
    let mut bytes = LINE.as_bytes().to_vec();
    bytes[1] = b' ';
    bytes[20] = 0xFF;
    let decoded = decode(&bytes, None).unwrap();
    assert_eq!(
        (decoded.encoding, codes(&decoded)),
        (Encoding::Utf8, vec!["damaged"])
    );
    let stood_there = decode("أعلنت \u{FFFD} اليوم".as_bytes(), None).unwrap();
    assert_eq!(codes(&stood_there), Vec::<&str>::new());
}

#[test]
fn controls_and_line_ends_stand_as_in_the_file() {
    let text = "عنوان\r\nمتن\rآخر\u{2028}\u{202B}سطر\u{202C}\u{200B}\0نهاية\u{0085}";
    let decoded = decode(text.as_bytes(), None).unwrap();
    assert_eq!(decoded.text, text);
}

/// `text` as it looks after its bytes in `right` were read in `wrong`.
fn misread(text: &str, right: Encoding, wrong: codepage::CodePage) -> String {
    codepage::read(&encode(text, right), wrong)
}

#[test]
fn wrong_readings_are_undone() {
    let latin1: codepage::CodePage = char::from;
    let cases: [(Encoding, codepage::CodePage); 5] = [
        (Encoding::Utf8, codepage::windows_1252),
        (Encoding::Utf8, latin1),
        (Encoding::Utf8, codepage::windows_1256),
        (Encoding::Windows1256, codepage::windows_1252),
        (Encoding::Iso8859_6, codepage::windows_1252),
    ];
    for (right, wrong) in cases {
        let source = if right == Encoding::Iso8859_6 {
            LINE.replace(['«', '»'], "\"")
        } else {
            LINE.to_owned()
        };
        let text = misread(&source, right, wrong);
        let decoded = decode(text.as_bytes(), None).unwrap();
        assert_eq!(decoded.text, source, "{text}");
        assert_eq!(codes(&decoded), ["repaired"]);
    }
    let twice = misread(
        &misread(LINE, Encoding::Utf8, codepage::windows_1252),
        Encoding::Utf8,
        codepage::windows_1252,
    );
    assert_eq!(decode(twice.as_bytes(), None).unwrap().text, LINE, "{twice}");
}

#[test]
fn only_the_lines_misread_are_mended() {
    let title = misread("خطة جديدة", Encoding::Utf8, codepage::windows_1252);
    let text = format!("{title}\n{LINE}\nÇa va, à l'été\n");
    let decoded = decode(text.as_bytes(), None).unwrap();
    assert_eq!(decoded.text, format!("خطة جديدة\n{LINE}\nÇa va, à l'été\n"));
}

#[test]
fn text_that_is_fine_is_left_alone() {
    for text in [
        LINE,
        "L'été à Genève: «déjà vu», çà et là; où? À Évian. أعلنت الوزارة",
        "ظط§ط حظ عظيم غطاء، طعام؛ عطر «ظل» ط» ظ‏",
        "Þórður á Ísafirði, عن ÆÐÖ",
        "§ 5 و§ 6: «غ» و«ع» و«ظ»",
    ] {
        assert_eq!(repair::repair(text), None, "{text}");
    }
}

#[test]
fn letters_in_visual_order_are_noticed() {
    let backwards: String = LINE.chars().rev().collect();
    assert_eq!(
        codes(&decode(backwards.as_bytes(), None).unwrap()),
        ["visual-order"]
    );
}

proptest! {
    #[test]
    fn any_bytes_are_decoded_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        for choice in Encoding::ALL.map(Some).into_iter().chain([None]) {
            if let Ok(decoded) = decode(&bytes, choice) {
                prop_assert!((0.0..=1.0).contains(&decoded.confidence));
            }
        }
    }

    #[test]
    fn any_arabic_in_utf8_is_itself(text in "[ء-يa-zé٠-٩،«» \n\u{64B}-\u{652}]{1,80}") {
        match decode(text.as_bytes(), None) {
            Ok(decoded) => prop_assert_eq!(decoded.text, text),
            Err(error) => prop_assert!(matches!(error, Error::NoArabic | Error::Empty)),
        }
    }
}

#[test]
fn a_pdf_is_told_from_other_files() {
    assert_eq!(decode(b"%PDF-1.7\n1 0 obj", None), Err(Error::Pdf));
}
