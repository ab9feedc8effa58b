//! Shingles: every run of five words of a story, as a set of hashes.

/// Words in a shingle.
const LENGTH: usize = 5;

/// The shingles of a story: distinct hashes, ascending. Made by [`shingles`].
///
/// ```
/// use warraq::duplicate::shingles;
/// let (five, six) = (shingles(["عاد الصيادون إلى الميناء مساء"]), shingles(["عاد الصيادون إلى الميناء مساء أمس"]));
/// assert_eq!((five.len(), six.len()), (1, 2));
/// assert_eq!(five.common(&six), 1);
/// assert!(six.iter().is_sorted());
/// assert!(shingles(["عاد الصيادون"]).is_empty());
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shingles(Vec<u64>);

impl Shingles {
    /// How many distinct shingles there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether the story has fewer than five words.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The hashes, ascending.
    pub fn iter(&self) -> impl Iterator<Item = &u64> {
        self.0.iter()
    }

    /// Those of one of `parts` equal parts of the range of a hash, from 0.
    pub(super) fn part(&self, part: u64, parts: u64) -> &[u64] {
        let part_of = |hash: &u64| ((u128::from(*hash) * u128::from(parts)) >> u64::BITS) as u64;
        let first = self.0.partition_point(|hash| part_of(hash) < part);
        let end = self.0.partition_point(|hash| part_of(hash) <= part);
        self.0.get(first..end).unwrap_or_default()
    }

    /// How many shingles the two share.
    #[must_use]
    pub fn common(&self, other: &Shingles) -> usize {
        let (mut a, mut b) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut common = 0;
        while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => _ = a.next(),
                std::cmp::Ordering::Greater => _ = b.next(),
                std::cmp::Ordering::Equal => {
                    common += 1;
                    a.next();
                    b.next();
                }
            }
        }
        common
    }
}

/// The shingles of a story given as its parts of text, read one after the other.
///
/// A word is a run of U+0621–U+064A, Arabic-Indic digits, 0–9, A–Z, a–z, after U+064B–U+0652, U+0640 and U+0670 are removed.
///
/// ```
/// use warraq::duplicate::shingles;
/// assert_eq!(shingles(["عاد الصيادون إلى", "الميناء مساء"]), shingles(["عادَ الصيادون، إلى الميناء مساءً."]));
/// ```
#[must_use]
pub fn shingles<'t>(parts: impl IntoIterator<Item = &'t str>) -> Shingles {
    let mut words = Vec::new();
    for part in parts {
        word_hashes(part, &mut words);
    }
    let mut hashes: Vec<u64> = words
        .windows(LENGTH)
        .map(|run| run.iter().fold(FNV_START, |h, w| mix(h, *w)))
        .collect();
    hashes.sort_unstable();
    hashes.dedup();
    Shingles(hashes)
}

const FNV_START: u64 = 0xcbf2_9ce4_8422_2325;
const FNV_PRIME: u64 = 0x0000_0100_0000_01b3;

/// Fowler–Noll–Vo with a final mixing step (Steele et al. 2014, SplitMix64), so that similar words give unlike hashes.
fn mix(hash: u64, word: u64) -> u64 {
    let mut z = (hash ^ word)
        .wrapping_mul(FNV_PRIME)
        .wrapping_add(0x9e37_79b9_7f4a_7c15);
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

fn word_hashes(text: &str, out: &mut Vec<u64>) {
    let mut hash = FNV_START;
    let mut inside = false;
    for c in text.chars() {
        match c {
            '\u{0640}' | '\u{064B}'..='\u{0652}' | '\u{0670}' => {}
            '\u{0621}'..='\u{064A}' | '\u{0660}'..='\u{0669}' | '0'..='9' | 'A'..='Z' | 'a'..='z' => {
                hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(FNV_PRIME);
                inside = true;
            }
            _ if inside => {
                out.push(hash);
                hash = FNV_START;
                inside = false;
            }
            _ => {}
        }
    }
    if inside {
        out.push(hash);
    }
}
