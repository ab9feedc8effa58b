//! The texts that training reads: gold sentences in CoNLL columns, and unlabelled articles.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, BufReader, Read};
use std::path::Path;

use warraq::entity::tagger::label::{Label, may_follow};
use warraq::text::fold::match_key;
use warraq::text::hash::name_hash;
use warraq::text::token::{sentences, tokenize};

/// A gold sentence: its tokens' keys and their labels' numbers.
#[derive(Clone, Default)]
pub struct Gold {
    pub keys: Vec<String>,
    pub labels: Vec<u8>,
}

/// Reads `TOKEN LABEL` lines, a blank line between sentences. An I without its B is read as a B.
pub fn gold(path: &Path) -> io::Result<Vec<Gold>> {
    let text = fs::read_to_string(path)?;
    let mut out = vec![Gold::default()];
    for line in text.lines() {
        let mut columns = line.split_whitespace();
        let (Some(token), label) = (columns.next(), columns.last()) else {
            out.push(Gold::default());
            continue;
        };
        let Some(mut label) = Label::index_of(label.unwrap_or("O")) else {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                format!("{}: unknown label in «{line}»", path.display()),
            ));
        };
        let Some(sentence) = out.last_mut() else { continue };
        let before = sentence.labels.last().copied().unwrap_or(0);
        if !may_follow(before.into(), label.into()) {
            label -= 1;
        }
        sentence.keys.push(match_key(token));
        sentence.labels.push(label);
    }
    out.retain(|sentence| !sentence.keys.is_empty());
    Ok(out)
}

/// Unlabelled text as numbers of words, 0 between sentences.
#[derive(Default)]
pub struct Plain {
    pub stream: Vec<u32>,
    /// The word of each number from 1.
    pub words: Vec<String>,
    pub counts: Vec<u32>,
    numbers: HashMap<String, u32>,
    seen: HashSet<u64>,
}

impl Plain {
    /// The unlabelled articles of the folder `shared`.
    pub fn of_corpora(shared: &Path) -> io::Result<Plain> {
        let mut plain = Plain::default();
        for file in ["wikipedia_ar.jsonl.xz", "antcorpus.jsonl.gz"] {
            plain.read(&shared.join("corpora").join(file))?;
        }
        Ok(plain)
    }

    /// The words of these numbers.
    pub fn words_of(&self, numbers: &[u32]) -> Vec<&str> {
        let word = |number: &u32| self.words[*number as usize - 1].as_str();
        numbers.iter().map(word).collect()
    }

    /// Adds every article of a `.jsonl.xz` or `.jsonl.gz` file with a field `text`. A sentence that came before says nothing new
    /// and is left out: portals and encyclopedias repeat themselves.
    fn read(&mut self, path: &Path) -> io::Result<()> {
        for line in unpack(path)?.lines() {
            let article: serde_json::Value = serde_json::from_str(line)?;
            let body = article["text"].as_str().unwrap_or_default();
            let tokens = tokenize(body);
            for range in sentences(body, &tokens) {
                let keys: Vec<String> = tokens[range]
                    .iter()
                    .map(|token| word(token.span.of(body)))
                    .collect();
                if keys.len() > 3 && !self.seen.insert(name_hash(keys.iter().map(String::as_str))) {
                    continue;
                }
                self.stream.push(0);
                for key in keys {
                    let number = self.number(key);
                    self.stream.push(number);
                }
            }
        }
        Ok(())
    }

    fn number(&mut self, key: String) -> u32 {
        let next = self.words.len() as u32 + 1;
        let number = *self.numbers.entry(key.clone()).or_insert(next);
        if number == next {
            self.words.push(key);
            self.counts.push(0);
        }
        self.counts[number as usize - 1] += 1;
        number
    }
}

/// The word as classes know it: folded, any digit as 0.
fn word(token: &str) -> String {
    match_key(token)
        .chars()
        .map(|c| if c.is_ascii_digit() { '0' } else { c })
        .collect()
}

fn unpack(path: &Path) -> io::Result<String> {
    let mut file = BufReader::new(File::open(path)?);
    let mut bytes = Vec::new();
    if path.extension().is_some_and(|extension| extension == "xz") {
        lzma_rs::xz_decompress(&mut file, &mut bytes)
            .map_err(|error| io::Error::other(format!("{error:?}")))?;
    } else {
        flate2::bufread::GzDecoder::new(file).read_to_end(&mut bytes)?;
    }
    String::from_utf8(bytes).map_err(io::Error::other)
}
