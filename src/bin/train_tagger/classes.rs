//! Word classes learned from unlabelled text: the classes that keep most of the mutual information of neighbouring words
//! (Brown et al. 1992), found by moving words between a fixed number of classes (Martin, Liermann and Ney 1998), which
//! takes minutes where Brown's merging takes hours. The classes are then merged greedily into coarser ones.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fmt::Write as _;

use crate::corpus::Plain;

/// How many classes the coarser cuts have.
const CUT_SIZES: [usize; 5] = [256, 128, 64, 32, 16];

/// `n log n`, from a table for small counts.
struct Entropy {
    table: Vec<f32>,
}

impl Entropy {
    fn new() -> Self {
        let table = (0..1 << 16).map(|n| if n == 0 { 0.0 } else { f64::from(n) * f64::from(n).ln() } as f32).collect();
        Entropy { table }
    }

    #[inline]
    fn of(&self, n: u32) -> f32 {
        match self.table.get(n as usize) {
            Some(v) => *v,
            None => (f64::from(n) * f64::from(n).ln()) as f32,
        }
    }
}

/// The text as counts of neighbouring words.
pub struct Bigrams {
    /// For each word, its successors and how often, then its predecessors.
    next: Vec<Vec<(u32, u32)>>,
    previous: Vec<Vec<(u32, u32)>>,
    count: Vec<u32>,
}

impl Bigrams {
    /// Counts neighbours in `stream`, where `u32::MAX` stands for a word outside the vocabulary, which breaks the chain.
    pub fn new(stream: &[u32], words: usize) -> Self {
        let mut pairs: Vec<u64> = stream
            .windows(2)
            .filter(|p| p[0] != u32::MAX && p[1] != u32::MAX)
            .map(|p| u64::from(p[0]) << 32 | u64::from(p[1]))
            .collect();
        pairs.sort_unstable();
        let mut bigrams = Bigrams {
            next: vec![vec![]; words],
            previous: vec![vec![]; words],
            count: vec![0; words],
        };
        for run in pairs.chunk_by(|a, b| a == b) {
            let (a, b, n) = ((run[0] >> 32) as u32, run[0] as u32, run.len() as u32);
            bigrams.next[a as usize].push((b, n));
            bigrams.previous[b as usize].push((a, n));
            bigrams.count[a as usize] += n;
        }
        bigrams
    }
}

const NONE: u16 = u16::MAX;

struct Classes<'b> {
    text: &'b Bigrams,
    n: usize,
    class: Vec<u16>,
    /// Counts of class after class, by rows and by columns.
    rows: Vec<u32>,
    columns: Vec<u32>,
    left: Vec<u32>,
    right: Vec<u32>,
    entropy: Entropy,
}

impl Classes<'_> {
    /// How often each class stands after (or before) word `w`, itself apart.
    fn around(&self, side: &[(u32, u32)], w: u32, acc: &mut [u32], seen: &mut Vec<u16>) -> u32 {
        let mut itself = 0;
        seen.clear();
        for (v, n) in side {
            if *v == w {
                itself += n;
                continue;
            }
            let c = self.class[*v as usize];
            if c != NONE {
                if acc[c as usize] == 0 {
                    seen.push(c);
                }
                acc[c as usize] += n;
            }
        }
        itself
    }

    fn shift(&mut self, c: u16, after: &[(u16, u32)], before: &[(u16, u32)], itself: u32, sign: i64) {
        let n = self.n;
        let add = |x: &mut u32, d: u32| *x = (i64::from(*x) + sign * i64::from(d)) as u32;
        for (k, d) in after {
            add(&mut self.rows[c as usize * n + *k as usize], *d);
            add(&mut self.columns[*k as usize * n + c as usize], *d);
            add(&mut self.left[c as usize], *d);
            add(&mut self.right[*k as usize], *d);
        }
        for (k, d) in before {
            add(&mut self.rows[*k as usize * n + c as usize], *d);
            add(&mut self.columns[c as usize * n + *k as usize], *d);
            add(&mut self.left[*k as usize], *d);
            add(&mut self.right[c as usize], *d);
        }
        add(&mut self.rows[c as usize * n + c as usize], itself);
        add(&mut self.columns[c as usize * n + c as usize], itself);
        add(&mut self.left[c as usize], itself);
        add(&mut self.right[c as usize], itself);
    }

    /// Moves `w` to its best class; whether it changed.
    fn place(&mut self, w: u32, acc: &mut [u32], seen: &mut Vec<u16>, gain: &mut [f32]) -> bool {
        let n = self.n;
        let text = self.text;
        let itself = self.around(&text.next[w as usize], w, acc, seen);
        let after: Vec<(u16, u32)> = seen
            .iter()
            .map(|c| (*c, std::mem::take(&mut acc[*c as usize])))
            .collect();
        self.around(&text.previous[w as usize], w, acc, seen);
        let before: Vec<(u16, u32)> = seen
            .iter()
            .map(|c| (*c, std::mem::take(&mut acc[*c as usize])))
            .collect();
        let old = self.class[w as usize];
        if old != NONE {
            self.shift(old, &after, &before, itself, -1);
        }
        let f = &self.entropy;
        gain.fill(0.0);
        // A word's neighbours of class k: the cell (c, k) of every candidate c would grow by d.
        for (k, d) in &after {
            let column = &self.columns[*k as usize * n..(*k as usize + 1) * n];
            let new = f.of(*d);
            for (g, x) in gain.iter_mut().zip(column) {
                *g += if *x == 0 { new } else { f.of(x + d) - f.of(*x) };
            }
        }
        for (k, d) in &before {
            let row = &self.rows[*k as usize * n..(*k as usize + 1) * n];
            let new = f.of(*d);
            for (g, x) in gain.iter_mut().zip(row) {
                *g += if *x == 0 { new } else { f.of(x + d) - f.of(*x) };
            }
        }
        let total_after: u32 = after.iter().map(|a| a.1).sum::<u32>() + itself;
        let total_before: u32 = before.iter().map(|a| a.1).sum::<u32>() + itself;
        let mut best = (f32::NEG_INFINITY, 0u16);
        for (c, g) in gain.iter().enumerate() {
            let mut score = *g;
            if itself > 0 {
                let x = self.rows[c * n + c];
                score += f.of(x + itself) - f.of(x);
            }
            let (l, r) = (self.left[c], self.right[c]);
            score -= f.of(l + total_after) - f.of(l) + f.of(r + total_before) - f.of(r);
            if score > best.0 {
                best = (score, c as u16);
            }
        }
        self.shift(best.1, &after, &before, itself, 1);
        self.class[w as usize] = best.1;
        best.1 != old
    }
}

/// Classes of the words of `text`, words numbered by falling frequency, after `rounds` of exchange.
pub fn cluster(text: &Bigrams, classes: usize, rounds: usize) -> Vec<u16> {
    let words = text.count.len();
    let mut state = Classes {
        text,
        n: classes,
        class: vec![NONE; words],
        rows: vec![0; classes * classes],
        columns: vec![0; classes * classes],
        left: vec![0; classes],
        right: vec![0; classes],
        entropy: Entropy::new(),
    };
    // The most frequent words begin as classes of their own.
    for w in 0..classes.min(words) {
        state.class[w] = w as u16;
    }
    for a in 0..classes.min(words) {
        for (b, n) in &text.next[a] {
            let b = *b as usize;
            if b < classes {
                state.rows[a * classes + b] += n;
                state.columns[b * classes + a] += n;
                state.left[a] += n;
                state.right[b] += n;
            }
        }
    }
    let (mut acc, mut seen, mut gain) = (vec![0; classes], Vec::new(), vec![0.0; classes]);
    for round in 0..=rounds {
        let first = if round == 0 { classes } else { 0 };
        let moved = (first..words)
            .filter(|w| state.place(*w as u32, &mut acc, &mut seen, &mut gain))
            .count();
        eprintln!("cluster: round {round}, {moved} words moved");
        if moved * 200 < words {
            break;
        }
    }
    state.class
}

/// For each number of classes in `sizes` (falling), the coarse class of every class, by greedy merging.
pub fn coarsen(text: &Bigrams, class: &[u16], classes: usize, sizes: &[usize]) -> Vec<Vec<u16>> {
    let n = classes;
    let mut m = vec![0f64; n * n];
    for (a, next) in text.next.iter().enumerate() {
        for (b, k) in next {
            m[class[a] as usize * n + class[*b as usize] as usize] += f64::from(*k);
        }
    }
    let f = |x: f64| if x > 0.0 { x * x.ln() } else { 0.0 };
    let mut alive: Vec<usize> = (0..n).collect();
    let mut into: Vec<usize> = (0..n).collect();
    let loss = |m: &[f64], alive: &[usize], a: usize, b: usize| {
        // What the objective loses when b joins a.
        let mut sum = 0.0;
        let (mut la, mut lb, mut ra, mut rb) = (0.0, 0.0, 0.0, 0.0);
        for k in alive {
            let (ak, bk, ka, kb) = (m[a * n + k], m[b * n + k], m[k * n + a], m[k * n + b]);
            la += ak;
            lb += bk;
            ra += ka;
            rb += kb;
            if *k != a && *k != b {
                sum += f(ak) + f(bk) - f(ak + bk) + f(ka) + f(kb) - f(ka + kb);
            }
        }
        let inner = m[a * n + a] + m[a * n + b] + m[b * n + a] + m[b * n + b];
        sum += f(m[a * n + a]) + f(m[a * n + b]) + f(m[b * n + a]) + f(m[b * n + b]) - f(inner);
        sum - (f(la) + f(lb) - f(la + lb) + f(ra) + f(rb) - f(ra + rb))
    };
    let mut out = Vec::new();
    // Each class's nearest later partner; stale ones are recomputed when one of the pair changed. The loss to others
    // changes too little by a merge to matter before the pair comes up: it is recomputed then.
    let mut heap: BinaryHeap<(Reverse<u64>, usize, usize, usize)> = Default::default();
    let mut stamp = vec![0usize; n];
    let key = |x: f64| Reverse((x.max(0.0) * 1024.0) as u64);
    for i in 0..n {
        for j in i + 1..n {
            heap.push((key(loss(&m, &alive, i, j)), i, j, 0));
        }
    }
    for size in sizes {
        while alive.len() > *size {
            let Some((was, a, b, when)) = heap.pop() else {
                break;
            };
            if into[a] != a || into[b] != b {
                continue;
            }
            let now = stamp[a] + stamp[b];
            let fresh = key(loss(&m, &alive, a, b));
            if now != when && fresh.0 > was.0 {
                heap.push((fresh, a, b, now));
                continue;
            }
            for k in 0..n {
                m[a * n + k] += std::mem::take(&mut m[b * n + k]);
            }
            for k in 0..n {
                m[k * n + a] += std::mem::take(&mut m[k * n + b]);
            }
            into[b] = a;
            stamp[a] += 1;
            alive.retain(|c| *c != b);
        }
        let root = |mut c: usize| {
            while into[c] != c {
                c = into[c];
            }
            c
        };
        out.push(
            (0..n)
                .map(|c| alive.iter().position(|a| *a == root(c)).unwrap_or(0) as u16)
                .collect(),
        );
    }
    out
}

/// The table of classes: `word count class` and the class's coarser cuts, the most frequent word first.
pub fn table(plain: Plain, classes: usize, least: u32, rounds: usize) -> String {
    let mut order: Vec<usize> = (0..plain.words.len())
        .filter(|word| plain.counts[*word] >= least)
        .collect();
    order.sort_by_key(|word| (Reverse(plain.counts[*word]), &plain.words[*word]));
    let mut number = vec![u32::MAX; plain.words.len() + 1];
    number[0] = 0;
    for (place, word) in order.iter().enumerate() {
        number[word + 1] = place as u32 + 1;
    }
    let stream: Vec<u32> = plain.stream.iter().map(|word| number[*word as usize]).collect();
    let text = Bigrams::new(&stream, order.len() + 1);
    let class = cluster(&text, classes, rounds);
    let coarse = coarsen(&text, &class, classes, &CUT_SIZES);
    let mut out = String::new();
    for (place, word) in order.iter().enumerate() {
        let class = class[place + 1];
        let _ = write!(out, "{}\t{}\t{class}", plain.words[*word], plain.counts[*word]);
        for cut in &coarse {
            let _ = write!(out, "\t{}", cut[class as usize]);
        }
        out.push('\n');
    }
    out
}
