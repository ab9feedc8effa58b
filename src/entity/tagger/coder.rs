//! Arithmetic coding of the model file: adaptive binary probabilities, carry-propagating range coder (Martin 1979, in the form that
//! LZMA made common). What a general compressor would need several bytes for costs about its entropy here.

/// An adaptive estimate of the next bit: how probable 0 is, in 2¹⁶ steps, and how many bits it saw, as far as that counts.
#[derive(Clone, Copy, Debug)]
pub struct Bit {
    zero: u16,
    seen: u8,
}

impl Default for Bit {
    fn default() -> Self {
        Bit {
            zero: 1 << 15,
            seen: 0,
        }
    }
}

impl Bit {
    /// After this many bits an estimate follows what it sees no slower.
    const MOST: u8 = 126;

    /// No estimate is nearer to certainty than this.
    const LEAST: u16 = 32;

    fn bound(self, range: u32) -> u32 {
        (range >> 16) * u32::from(self.zero)
    }

    /// Moves to the share of zeros among what was seen and half a bit of each (Krichevsky and Trofimov 1981).
    fn saw(&mut self, bit: bool) {
        let part = PARTS.get(usize::from(self.seen)).copied().unwrap_or_default();
        let step = |way: u16| ((u64::from(way) * part) >> 32) as u16;
        self.zero = if bit {
            (self.zero - step(self.zero)).max(Self::LEAST)
        } else {
            (self.zero + step(u16::MAX - self.zero)).min(u16::MAX - Self::LEAST)
        };
        self.seen = (self.seen + 1).min(Self::MOST);
    }
}

/// One part of 2, of 3 and so on, in 2³² steps rounded up: a product with it, shifted, is the quotient of any number of 16 bits, for much less
/// than a division costs.
#[expect(
    clippy::indexing_slicing,
    reason = "done while compiling, where going beyond the end is an error"
)]
const PARTS: [u64; Bit::MOST as usize + 1] = {
    let mut parts = [0; Bit::MOST as usize + 1];
    let mut seen = 0;
    while seen < parts.len() {
        parts[seen] = (1u64 << 32).div_ceil(seen as u64 + 2);
        seen += 1;
    }
    parts
};

/// Estimates for numbers below 2ⁿ, a binary tree of bits, highest first.
#[derive(Clone, Debug)]
pub struct Symbols {
    bits: u32,
    nodes: Vec<Bit>,
}

impl Symbols {
    /// For numbers of `bits` bits, at most 16.
    #[must_use]
    pub fn new(bits: u32) -> Self {
        let bits = bits.min(16);
        Symbols {
            bits,
            nodes: vec![Bit::default(); 1 << bits],
        }
    }
}

/// Estimates for numbers of any size, small ones cheapest: length in bits, then the bits (Elias gamma).
#[derive(Clone, Debug)]
pub struct Numbers {
    lengths: Symbols,
    seconds: [Bit; 32],
}

impl Default for Numbers {
    fn default() -> Self {
        Numbers {
            lengths: Symbols::new(5),
            seconds: [Bit::default(); 32],
        }
    }
}

/// Reads what `Encoder` wrote. Past the end it reads zeros: whoever calls checks a checksum first.
pub struct Decoder<'b> {
    bytes: std::slice::Iter<'b, u8>,
    range: u32,
    code: u32,
}

impl<'b> Decoder<'b> {
    /// At the beginning of `bytes`.
    #[must_use]
    pub fn new(bytes: &'b [u8]) -> Self {
        let mut decoder = Decoder {
            bytes: bytes.iter(),
            range: u32::MAX,
            code: 0,
        };
        // The encoder's first byte is always 0, the place that a carry would go to.
        for _ in 0..5 {
            decoder.shift();
        }
        decoder
    }

    fn shift(&mut self) {
        self.code = (self.code << 8) | u32::from(self.bytes.next().copied().unwrap_or(0));
    }

    /// The next bit under the estimate `bit`, which learns from it.
    pub fn bit(&mut self, bit: &mut Bit) -> bool {
        let one = self.is_one(bit.bound(self.range));
        bit.saw(one);
        one
    }

    /// Whether the next bit is 1, that is, whether the code is above what is 0's part of the range.
    fn is_one(&mut self, bound: u32) -> bool {
        let one = self.code >= bound;
        if one {
            self.code -= bound;
            self.range -= bound;
        } else {
            self.range = bound;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        one
    }

    /// `count` bits that nothing is known about.
    pub fn raw(&mut self, count: u32) -> u32 {
        (0..count).fold(0, |value, _| {
            value << 1 | u32::from(self.is_one(Bit::default().bound(self.range)))
        })
    }

    /// A number below 2ⁿ.
    pub fn symbol(&mut self, symbols: &mut Symbols) -> u32 {
        let mut node = 1usize;
        for _ in 0..symbols.bits {
            let one = symbols.nodes.get_mut(node).is_some_and(|bit| self.bit(bit));
            node = node << 1 | usize::from(one);
        }
        (node - (1 << symbols.bits)) as u32
    }

    /// A number of any size.
    pub fn number(&mut self, numbers: &mut Numbers) -> u32 {
        let length = self.symbol(&mut numbers.lengths);
        if length == 0 {
            return 0;
        }
        let Some(second) = numbers.seconds.get_mut(length as usize) else {
            return 0;
        };
        if length == 1 {
            return 1;
        }
        let high = 2 | u32::from(self.bit(second));
        high << (length - 2) | self.raw(length - 2)
    }
}

/// Writes what [`Decoder`] reads.
#[cfg(any(test, feature = "train"))]
pub struct Encoder {
    bytes: Vec<u8>,
    range: u32,
    low: u64,
}

#[cfg(any(test, feature = "train"))]
impl Default for Encoder {
    fn default() -> Self {
        Encoder {
            bytes: vec![0],
            range: u32::MAX,
            low: 0,
        }
    }
}

#[cfg(any(test, feature = "train"))]
impl Encoder {
    /// Writes `one` under the estimate `bit`.
    pub fn bit(&mut self, bit: &mut Bit, one: bool) {
        let bound = bit.bound(self.range);
        if one {
            self.low += u64::from(bound);
            self.range -= bound;
        } else {
            self.range = bound;
        }
        bit.saw(one);
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
    }

    fn shift(&mut self) {
        if self.low >> 32 != 0 {
            // The carry runs back through bytes of 255.
            for byte in self.bytes.iter_mut().rev() {
                *byte = byte.wrapping_add(1);
                if *byte != 0 {
                    break;
                }
            }
        }
        self.bytes.push((self.low >> 24) as u8);
        self.low = (self.low & 0x00FF_FFFF) << 8;
    }

    /// `count` bits that nothing is known about.
    pub fn raw(&mut self, value: u32, count: u32) {
        for place in (0..count).rev() {
            self.bit(&mut Bit::default(), value >> place & 1 == 1);
        }
    }

    /// A number below 2ⁿ.
    pub fn symbol(&mut self, symbols: &mut Symbols, value: u32) {
        let mut node = 1usize;
        for place in (0..symbols.bits).rev() {
            let one = value >> place & 1 == 1;
            if let Some(bit) = symbols.nodes.get_mut(node) {
                self.bit(bit, one);
            }
            node = node << 1 | usize::from(one);
        }
    }

    /// A number of any size below 2³¹.
    pub fn number(&mut self, numbers: &mut Numbers, value: u32) {
        let length = 32 - value.leading_zeros();
        self.symbol(&mut numbers.lengths, length);
        if length < 2 {
            return;
        }
        if let Some(second) = numbers.seconds.get_mut(length as usize) {
            self.bit(second, value >> (length - 2) & 1 == 1);
        }
        self.raw(value & ((1 << (length - 2)) - 1), length - 2);
    }

    /// The bytes.
    #[must_use]
    pub fn finish(mut self) -> Vec<u8> {
        for _ in 0..4 {
            self.shift();
        }
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(values in prop::collection::vec((0u32..1 << 30, 0u32..1024, any::<bool>()), 0..300)) {
            let (mut encoder, mut numbers, mut symbols, mut bit) =
                (Encoder::default(), Numbers::default(), Symbols::new(10), Bit::default());
            for (number, symbol, one) in &values {
                encoder.number(&mut numbers, *number);
                encoder.symbol(&mut symbols, *symbol);
                encoder.bit(&mut bit, *one);
                encoder.raw(*symbol, 10);
            }
            let bytes = encoder.finish();
            let (mut decoder, mut numbers, mut symbols, mut bit) =
                (Decoder::new(&bytes), Numbers::default(), Symbols::new(10), Bit::default());
            for (number, symbol, one) in &values {
                prop_assert_eq!(decoder.number(&mut numbers), *number);
                prop_assert_eq!(decoder.symbol(&mut symbols), *symbol);
                prop_assert_eq!(decoder.bit(&mut bit), *one);
                prop_assert_eq!(decoder.raw(10), *symbol);
            }
        }
    }

    #[test]
    fn what_is_usual_is_cheap() {
        let (mut encoder, mut symbols) = (Encoder::default(), Symbols::new(8));
        for n in 0..8000 {
            encoder.symbol(&mut symbols, if n % 100 == 0 { 200 } else { 7 });
        }
        assert!(encoder.finish().len() < 250);
    }
}
