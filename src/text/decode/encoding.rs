//! The encodings that Arabic articles come in, and the names they go by.

use std::str::FromStr;

use super::codepage;
use crate::error::Error;

/// An encoding of Arabic text.
///
/// ```
/// use warraq::text::decode::Encoding;
/// assert_eq!("CP1256".parse(), Ok(Encoding::Windows1256));
/// assert_eq!(Encoding::ALL[0].name(), "utf-8");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-8.
    Utf8,
    /// UTF-16, low byte first.
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// windows-1256, the Arabic code page of Windows.
    Windows1256,
    /// ISO-8859-6, which is also ASMO 708.
    Iso8859_6,
}

impl Encoding {
    /// All of them, the commonest first.
    pub const ALL: [Encoding; 5] = [
        Encoding::Utf8,
        Encoding::Windows1256,
        Encoding::Utf16Le,
        Encoding::Utf16Be,
        Encoding::Iso8859_6,
    ];

    /// The name in lower case, as the WHATWG Encoding standard spells it.
    ///
    /// ```
    /// use warraq::text::decode::Encoding;
    /// assert_eq!(Encoding::Windows1256.name(), "windows-1256");
    /// ```
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 => "utf-8",
            Encoding::Utf16Le => "utf-16le",
            Encoding::Utf16Be => "utf-16be",
            Encoding::Windows1256 => "windows-1256",
            Encoding::Iso8859_6 => "iso-8859-6",
        }
    }

    /// Reads `bytes` in this encoding. What cannot be read becomes U+FFFD.
    pub(super) fn read(self, bytes: &[u8]) -> String {
        match self {
            Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
            Encoding::Utf16Le => read_utf16(bytes, u16::from_le_bytes),
            Encoding::Utf16Be => read_utf16(bytes, u16::from_be_bytes),
            Encoding::Windows1256 => codepage::read(bytes, codepage::windows_1256),
            Encoding::Iso8859_6 => codepage::read(bytes, codepage::iso_8859_6),
        }
    }

    /// The byte order mark that a file in this encoding may begin with.
    pub(super) fn mark(self) -> &'static [u8] {
        match self {
            Encoding::Utf8 => b"\xEF\xBB\xBF",
            Encoding::Utf16Le => b"\xFF\xFE",
            Encoding::Utf16Be => b"\xFE\xFF",
            Encoding::Windows1256 | Encoding::Iso8859_6 => b"",
        }
    }
}

fn read_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks().0.iter().map(|pair| unit(*pair));
    char::decode_utf16(units)
        .map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

impl FromStr for Encoding {
    type Err = Error;

    /// The encoding that a label of the WHATWG Encoding standard means (section 4.2), in any case of letters.
    fn from_str(label: &str) -> Result<Self, Error> {
        let lower = label.trim().to_ascii_lowercase();
        Ok(match lower.as_str() {
            "utf-8" | "utf8" | "unicode-1-1-utf-8" | "unicode11utf8" | "unicode20utf8"
            | "x-unicode20utf8" => Encoding::Utf8,
            "utf-16" | "utf-16le" | "utf16le" | "ucs-2" | "unicode" | "unicodefeff" | "csunicode"
            | "iso-10646-ucs-2" => Encoding::Utf16Le,
            "utf-16be" | "utf16be" | "unicodefffe" => Encoding::Utf16Be,
            "windows-1256" | "windows1256" | "cp1256" | "x-cp1256" => Encoding::Windows1256,
            "iso-8859-6" | "iso-8859-6-e" | "iso-8859-6-i" | "iso8859-6" | "iso88596" | "iso_8859-6"
            | "iso_8859-6:1987" | "iso-ir-127" | "arabic" | "asmo-708" | "ecma-114" | "csiso88596e"
            | "csiso88596i" | "csisolatinarabic" => Encoding::Iso8859_6,
            _ => return Err(Error::UnknownEncoding(label.trim().to_owned())),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_labels() {
        for encoding in Encoding::ALL {
            assert_eq!(encoding.name().parse(), Ok(encoding));
        }
        assert_eq!(" CP1256 ".parse(), Ok(Encoding::Windows1256));
        assert_eq!(
            "koi8-r".parse::<Encoding>(),
            Err(Error::UnknownEncoding("koi8-r".into()))
        );
    }

    #[test]
    fn each_encoding_reads_its_bytes() {
        let cases: [(Encoding, &[u8]); 5] = [
            (Encoding::Utf8, b"\xD8\xA8\xD9\x83\xD9\x8A\xD9\x86"),
            (Encoding::Utf16Le, b"\x28\x06\x43\x06\x4A\x06\x46\x06"),
            (Encoding::Utf16Be, b"\x06\x28\x06\x43\x06\x4A\x06\x46"),
            (Encoding::Windows1256, b"\xC8\xDF\xED\xE4"),
            (Encoding::Iso8859_6, b"\xC8\xE3\xEA\xE6"),
        ];
        for (encoding, bytes) in cases {
            assert_eq!(encoding.read(bytes), "بكين", "{encoding:?}");
        }
    }
}
