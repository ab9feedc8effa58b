//! Files that are no text at all, told by their first bytes, so that the person reads what was dropped instead of noise.

/// First bytes of formats, and what to call them. Formats that begin with letters are in [`lettered`].
const MAGIC: [(&[u8], &str); 26] = [
    (b"\x89PNG\r\n\x1A\n", "a picture (PNG)"),
    (b"\xFF\xD8\xFF", "a picture (JPEG)"),
    (b"II*\0", "a picture (TIFF)"),
    (b"MM\0*", "a picture (TIFF)"),
    (b"\0\0\x01\0", "a picture (icon)"),
    (b"{\\rtf", "an RTF document"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\x1F\x8B\x08", "a compressed file (gzip)"),
    (b"\xFD7zXZ\0", "a compressed file (xz)"),
    (b"\x28\xB5\x2F\xFD", "a compressed file (zstd)"),
    (b"7z\xBC\xAF\x27\x1C", "an archive (7z)"),
    (b"Rar!\x1A\x07", "an archive (RAR)"),
    (b"\x7FELF", "a program"),
    (b"\xCF\xFA\xED\xFE", "a program"),
    (b"\xCA\xFE\xBA\xBE", "a program"),
    (b"\0asm", "a program (WebAssembly)"),
    (b"OggS\0", "a sound recording"),
    (b"fLaC\0", "a sound recording"),
    (b"\x1A\x45\xDF\xA3", "a video"),
    (b"FLV\x01", "a video"),
    (b"\0\0\x01\xBA", "a video"),
    (b"\0\x01\0\0\0", "a font"),
    (b"wOFF\0", "a font"),
    (b"wOF2\0", "a font"),
    (b"SQLite format 3\0", "a database"),
];

/// What the file is, if its first bytes say that it is no text.
pub(super) fn format(bytes: &[u8]) -> Option<&'static str> {
    let known = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic));
    if let Some((_, name)) = known {
        return Some(name);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Some(zipped(bytes));
    }
    if bytes.get(4..8) == Some(b"ftyp") {
        return Some(iso_media(bytes.get(8..11).unwrap_or_default()));
    }
    None
}

/// What the file is, if it is so full of control characters that it can be no text in any encoding but UTF-16.
pub(super) fn noise(bytes: &[u8]) -> Option<&'static str> {
    full_of_controls(bytes).then(|| lettered(bytes).unwrap_or("a binary file"))
}

/// Formats whose first bytes could also begin a text; asked only where the rest looks binary.
fn lettered(bytes: &[u8]) -> Option<&'static str> {
    Some(match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, rest @ ..] => match rest.get(..4)? {
            b"WEBP" => "a picture (WebP)",
            b"WAVE" => "a sound recording",
            _ => "a video",
        },
        [b'G', b'I', b'F', b'8', ..] => "a picture (GIF)",
        [b'B', b'M', ..] => "a picture (BMP)",
        [b'B', b'Z', b'h', ..] => "a compressed file (bzip2)",
        [b'M', b'Z', ..] => "a program",
        [b'I', b'D', b'3', ..] | [0xFF, 0xF2 | 0xF3 | 0xFA | 0xFB, ..] => "a sound recording",
        [b'O', b'T', b'T', b'O', ..] | [b't', b't', b'c', b'f', ..] => "a font",
        _ => return None,
    })
}

/// Which of the formats that are ZIP archives: told by names in the archive, which stand uncompressed in it.
fn zipped(bytes: &[u8]) -> &'static str {
    let head = bytes.get(..8192).unwrap_or(bytes);
    let has = |name: &[u8]| head.windows(name.len()).any(|w| w == name);
    if has(b"word/") {
        "a Word document (DOCX)"
    } else if has(b"xl/") {
        "a spreadsheet (XLSX)"
    } else if has(b"ppt/") {
        "a presentation (PPTX)"
    } else if has(b"application/epub") {
        "an e-book (EPUB)"
    } else if has(b"application/vnd.oasis.opendocument") {
        "an OpenDocument file"
    } else {
        "a ZIP archive"
    }
}

/// ISO base media files (ISO/IEC 14496-12): the brand after `ftyp`.
fn iso_media(brand: &[u8]) -> &'static str {
    match brand {
        b"hei" | b"hev" | b"mif" | b"msf" | b"avi" => "a picture (HEIC or AVIF)",
        b"M4A" | b"M4B" => "a sound recording",
        _ => "a video",
    }
}

/// Whether more than a tenth of the first 64 KiB are control characters that no text has. NUL counts, too, but stray ones are harmless.
fn full_of_controls(bytes: &[u8]) -> bool {
    let head = bytes.get(..1 << 16).unwrap_or(bytes);
    let controls = head
        .iter()
        .filter(|b| matches!(b, 0..=0x08 | 0x0E..=0x1A | 0x1C..=0x1F | 0x7F));
    controls.count() * 10 > head.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formats_are_named() {
        let mut wave = b"RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0".to_vec();
        wave.extend([0, 1, 2, 3].repeat(20));
        let cases: [(&[u8], &str); 7] = [
            (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "a picture (PNG)"),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", "a picture (JPEG)"),
            (
                b"PK\x03\x04\x14\0\x06\0word/document.xml",
                "a Word document (DOCX)",
            ),
            (b"PK\x03\x04\x14\0\x06\0notes.txt", "a ZIP archive"),
            (b"\0\0\0\x20ftypisom\0\0\x02\0", "a video"),
            (&wave, "a sound recording"),
            (b"\x01\x02\x03\x04\x05\x06\x07", "a binary file"),
        ];
        for (bytes, name) in cases {
            assert_eq!(format(bytes).or_else(|| noise(bytes)), Some(name));
        }
    }

    #[test]
    fn text_is_left_alone() {
        for text in ["", "BM أعلنت", "ID3 وRIFF اختصاران", "نص\0 فيه صفر\0"] {
            assert_eq!(
                format(text.as_bytes()).or_else(|| noise(text.as_bytes())),
                None,
                "{text:?}"
            );
        }
    }
}
