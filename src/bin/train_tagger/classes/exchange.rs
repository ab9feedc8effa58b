//! Moves words between a fixed number of classes as long as mutual information grows (Martin, Liermann and Ney 1998): minutes,
//! where merging from one class a word (Brown et al. 1992) takes hours.

use super::Bigrams;

/// A word that has no class yet.
const NONE: u16 = u16::MAX;

/// `n ln n`, from a table for small counts. Mutual information is a sum of these over pairs of classes, less those over classes.
struct Entropy {
    table: Vec<f32>,
}

impl Entropy {
    fn new() -> Self {
        let value = |n: u32| if n == 0 { 0.0 } else { Self::exact(n) };
        Entropy {
            table: (0..1 << 16).map(value).collect(),
        }
    }

    fn exact(n: u32) -> f32 {
        (f64::from(n) * f64::from(n).ln()) as f32
    }

    #[inline]
    fn of(&self, n: u32) -> f32 {
        self.table
            .get(n as usize)
            .copied()
            .unwrap_or_else(|| Self::exact(n))
    }

    /// What the sum gains when a count grows from `n` by `more`.
    #[inline]
    fn gain(&self, n: u32, more: u32) -> f32 {
        self.of(n + more) - self.of(n)
    }
}

/// The classes that stand beside a word, and how often.
#[derive(Default)]
struct Beside {
    after: Vec<(u16, u32)>,
    before: Vec<(u16, u32)>,
    /// How often the word stands beside itself.
    itself: u32,
}

struct Exchange<'b> {
    text: &'b Bigrams,
    classes: usize,
    class: Vec<u16>,
    /// How often each class stands before each other, by the first and by the second.
    rows: Vec<u32>,
    columns: Vec<u32>,
    /// How often each class stands before any, and after any.
    left: Vec<u32>,
    right: Vec<u32>,
    entropy: Entropy,
    /// Room for sums by class.
    sums: Vec<u32>,
    gains: Vec<f32>,
}

impl Exchange<'_> {
    fn classes_of(&mut self, neighbours: &[(u32, u32)], word: usize) -> Vec<(u16, u32)> {
        let mut seen = Vec::new();
        for (neighbour, count) in neighbours.iter().filter(|(n, _)| *n as usize != word) {
            let class = self.class[*neighbour as usize];
            if class != NONE {
                let sum = &mut self.sums[usize::from(class)];
                if *sum == 0 {
                    seen.push(class);
                }
                *sum += count;
            }
        }
        let take = |class: u16| (class, std::mem::take(&mut self.sums[usize::from(class)]));
        seen.into_iter().map(take).collect()
    }

    fn beside(&mut self, word: usize) -> Beside {
        let text = self.text;
        let itself = text.next[word]
            .iter()
            .filter(|(next, _)| *next as usize == word)
            .map(|(_, count)| count)
            .sum();
        Beside {
            after: self.classes_of(&text.next[word], word),
            before: self.classes_of(&text.previous[word], word),
            itself,
        }
    }

    /// Adds (or takes away) a word's neighbours to its class's counts.
    fn count(&mut self, class: u16, beside: &Beside, change: fn(u32, u32) -> u32) {
        let class = usize::from(class);
        let mut pair = |first: usize, second: usize, count: u32| {
            let (row, column) = (first * self.classes + second, second * self.classes + first);
            self.rows[row] = change(self.rows[row], count);
            self.columns[column] = change(self.columns[column], count);
            self.left[first] = change(self.left[first], count);
            self.right[second] = change(self.right[second], count);
        };
        for (other, count) in &beside.after {
            pair(class, usize::from(*other), *count);
        }
        for (other, count) in &beside.before {
            pair(usize::from(*other), class, *count);
        }
        pair(class, class, beside.itself);
    }

    /// The class in which the word's neighbours keep most information.
    fn best(&mut self, beside: &Beside) -> u16 {
        let entropy = &self.entropy;
        self.gains.fill(0.0);
        let tables = [(&beside.after, &self.columns), (&beside.before, &self.rows)];
        for (neighbours, table) in tables {
            for (other, count) in neighbours {
                let line = &table[usize::from(*other) * self.classes..][..self.classes];
                let alone = entropy.of(*count);
                for (gain, n) in self.gains.iter_mut().zip(line) {
                    *gain += if *n == 0 { alone } else { entropy.gain(*n, *count) };
                }
            }
        }
        let total = |side: &[(u16, u32)]| side.iter().map(|(_, count)| count).sum::<u32>() + beside.itself;
        let (after, before) = (total(&beside.after), total(&beside.before));
        let mut best = (f32::NEG_INFINITY, 0);
        for (class, gain) in self.gains.iter().enumerate() {
            let inner = entropy.gain(self.rows[class * self.classes + class], beside.itself);
            let loss = entropy.gain(self.left[class], after) + entropy.gain(self.right[class], before);
            let score = gain + inner - loss;
            if score > best.0 {
                best = (score, class as u16);
            }
        }
        best.1
    }

    /// Moves the word to its best class; whether that is another than before.
    fn place(&mut self, word: usize) -> bool {
        let beside = self.beside(word);
        let old = self.class[word];
        if old != NONE {
            self.count(old, &beside, |n, less| n - less);
        }
        let new = self.best(&beside);
        self.count(new, &beside, |n, more| n + more);
        self.class[word] = new;
        new != old
    }
}

/// A class for each word. The most frequent words (the lowest numbers) begin as classes of their own, the others join them one by
/// one, then every word may move, for `rounds` rounds or until fewer than one word in 200 does.
pub fn classes(text: &Bigrams, classes: usize, rounds: usize) -> Vec<u16> {
    let words = text.next.len();
    let mut exchange = Exchange {
        text,
        classes,
        class: vec![NONE; words],
        rows: vec![0; classes * classes],
        columns: vec![0; classes * classes],
        left: vec![0; classes],
        right: vec![0; classes],
        entropy: Entropy::new(),
        sums: vec![0; classes],
        gains: vec![0.0; classes],
    };
    let own = classes.min(words);
    for word in 0..own {
        // Only pairs with words placed before: each pair is counted once.
        let beside = exchange.beside(word);
        exchange.class[word] = word as u16;
        exchange.count(word as u16, &beside, |n, more| n + more);
    }
    for word in own..words {
        exchange.place(word);
    }
    for round in 1..=rounds {
        let moved = (0..words).filter(|word| exchange.place(*word)).count();
        eprintln!("round {round}: {moved} of {words} words moved");
        if moved * 200 < words {
            break;
        }
    }
    exchange.class
}
