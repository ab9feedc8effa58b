//! Which encoding bytes are in.

use super::codepage::{CodePage, iso_8859_6, windows_1256};
use super::declared::declared;
use super::encoding::Encoding;
use super::letters::{USUAL, surprise};

/// A guess at an encoding.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Guess {
    pub encoding: Encoding,
    /// 0 to 1.
    pub confidence: f32,
    /// The others that the bytes could be in, likeliest first.
    pub alternatives: Vec<Encoding>,
}

impl Guess {
    pub(super) fn sure(encoding: Encoding) -> Self {
        Guess {
            encoding,
            confidence: 1.0,
            alternatives: Vec::new(),
        }
    }
}

/// Finds the encoding of `bytes`: by a byte order mark, by the shape of UTF-16, by a page's own declaration, by the validity of UTF-8,
/// and last by the letters that the bytes would be in each of the single-byte code pages.
pub(super) fn detect(bytes: &[u8]) -> Guess {
    let marked = Encoding::ALL
        .into_iter()
        .find(|e| !e.mark().is_empty() && bytes.starts_with(e.mark()));
    if let Some(encoding) = marked.or_else(|| utf16(bytes)) {
        return Guess::sure(encoding);
    }
    if bytes.is_ascii() {
        return Guess::sure(Encoding::Utf8);
    }
    let single = single_byte(bytes);
    let share = utf8_share(bytes);
    if share == 1.0 {
        return Guess::sure(Encoding::Utf8);
    }
    if share > 0.5 {
        return Guess {
            encoding: Encoding::Utf8,
            confidence: share,
            alternatives: vec![single.encoding],
        };
    }
    match declared(bytes) {
        Some(encoding) if encoding == single.encoding => Guess::sure(encoding),
        // A page may lie, and a page copied from another server often does: its word outweighs letters only where they hardly differ.
        Some(encoding) if single.alternatives.first() == Some(&encoding) && single.confidence < 0.99 => {
            Guess {
                encoding,
                confidence: 0.9,
                alternatives: vec![single.encoding],
            }
        }
        _ => single,
    }
}

/// UTF-16 without a mark: pairs of bytes that nearly all are what Arabic pages hold, where no other encoding has such bytes.
fn utf16(bytes: &[u8]) -> Option<Encoding> {
    let head = bytes.get(..1 << 16).unwrap_or(bytes);
    let (pairs, _) = head.as_chunks::<2>();
    // 0x00 and 0x06 are the high bytes of ASCII and Arabic; as characters of a text they do not occur.
    let controls = head.iter().filter(|b| matches!(b, 0x00 | 0x06)).count();
    if pairs.is_empty() || controls * 4 < head.len() {
        return None;
    }
    let share = |unit: fn([u8; 2]) -> u16| {
        let plausible = pairs.iter().filter(|pair| is_plausible(unit(**pair)));
        plausible.count() * 10 / pairs.len()
    };
    let (little, big) = (share(u16::from_le_bytes), share(u16::from_be_bytes));
    match little.max(big) {
        0..8 => None,
        _ if little >= big => Some(Encoding::Utf16Le),
        _ => Some(Encoding::Utf16Be),
    }
}

fn is_plausible(unit: u16) -> bool {
    matches!(unit,
        0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xA0..=0xFF | 0x0600..=0x06FF | 0x200B..=0x2026 | 0xFB50..=0xFDFB | 0xFE70..=0xFEFF)
}

/// The share of well-formed characters among all that is not ASCII, if the bytes are read as UTF-8. A character cut off at the end
/// does not count.
fn utf8_share(bytes: &[u8]) -> f32 {
    let (mut right, mut wrong) = (0_usize, 0_usize);
    let mut chunks = bytes.utf8_chunks().peekable();
    while let Some(chunk) = chunks.next() {
        right += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        let cut_off = chunks.peek().is_none() && is_unfinished(chunk.invalid());
        wrong += usize::from(!chunk.invalid().is_empty() && !cut_off);
    }
    match right {
        0 => 0.0,
        _ => right as f32 / (right + wrong) as f32,
    }
}

/// Whether `bytes` begin a UTF-8 character and stop before its end.
pub(super) fn is_unfinished(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
}

/// windows-1256 or ISO-8859-6, whichever makes more usual Arabic of the bytes.
pub(super) fn single_byte(bytes: &[u8]) -> Guess {
    let mut counts = [0_u32; 256];
    for byte in bytes {
        if let Some(count) = counts.get_mut(usize::from(*byte)) {
            *count += 1;
        }
    }
    let high: u32 = counts.iter().skip(0x80).sum();
    let total = |page: CodePage| -> f32 {
        let bytes = (0x80..=0xFF_u8).zip(counts.iter().skip(0x80));
        bytes
            .map(|(byte, count)| *count as f32 * surprise(page(byte)))
            .sum()
    };
    let (windows, iso) = (total(windows_1256), total(iso_8859_6));
    let (encoding, other) = match iso < windows {
        true => (Encoding::Iso8859_6, Encoding::Windows1256),
        false => (Encoding::Windows1256, Encoding::Iso8859_6),
    };
    // Letters of one text are not independent, so that a likelihood ratio claims too much: it is tempered, and lessened by how
    // unlike Arabic even the better reading is.
    let ratio = 1.0 / (1.0 + libm::expf(-(iso - windows).abs() / 2.0));
    let strange = iso.min(windows) / high.max(1) as f32 - USUAL;
    Guess {
        encoding,
        confidence: ratio * (1.0 - (strange - 0.5) / 2.0).clamp(0.1, 1.0),
        alternatives: vec![other, Encoding::Utf8],
    }
}
