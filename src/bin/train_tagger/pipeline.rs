//! From gold sentences to a model: words' leanings, then both passes, the second taught by first passes that had not seen the sentences they tag.

use std::collections::HashMap;
use std::sync::Mutex;
use std::{iter, thread};

use warraq::entity::tagger::form::Form;
use warraq::entity::tagger::knowledge::Knowledge;
use warraq::entity::tagger::model::{Model, Pass};
use warraq::entity::tagger::sentence::Sentence;
use warraq::entity::tagger::{Tagger, elsewhere};

use crate::corpus::{Gold, Plain};
use crate::leaning::leanings;
use crate::optimizer::{Instance, Settings, train};

/// Parts of the training text, each tagged by a first pass that learned from the others.
const PARTS: usize = 4;

/// How both passes are trained.
#[derive(Clone, Copy)]
pub struct Plan<'p> {
    pub settings: Settings,
    /// Threads to train on at once.
    pub threads: usize,
    /// Whether the second pass sees what the first one thought of the same words elsewhere.
    pub elsewhere: bool,
    /// The text that words' leanings are learned from, if they are.
    pub plain: Option<&'p Plain>,
}

/// A stretch of neighbouring gold sentences.
pub type Stretch<'g> = &'g [Gold];

fn forms<'g>(stretches: &[Stretch<'g>], knowledge: &Knowledge) -> HashMap<&'g str, Form> {
    let keys = stretches
        .iter()
        .copied()
        .flatten()
        .flat_map(|sentence| &sentence.keys);
    let mut forms = HashMap::new();
    for key in keys {
        forms
            .entry(key.as_str())
            .or_insert_with(|| Form::new(key, knowledge));
    }
    forms
}

fn line_up<'f>(stretch: Stretch, forms: &'f HashMap<&str, Form>) -> Vec<Vec<&'f Form>> {
    stretch
        .iter()
        .map(|sentence| sentence.keys.iter().map(|key| &forms[key.as_str()]).collect())
        .collect()
}

/// Each sentence's folded tokens.
pub fn keys(sentences: &[Gold]) -> Vec<Vec<&str>> {
    sentences
        .iter()
        .map(|sentence| sentence.keys.iter().map(String::as_str).collect())
        .collect()
}

/// A sentence's instance; `seen` gives what is seen of each token.
fn instance<'g>(
    gold: &'g Gold,
    forms: &[&Form],
    knowledge: &Knowledge,
    seen: impl Fn(&Sentence, usize) -> Vec<u64>,
) -> Instance<'g> {
    let sentence = Sentence::new(forms.iter().copied(), knowledge);
    Instance {
        features: (0..sentence.len()).map(|at| seen(&sentence, at)).collect(),
        labels: &gold.labels,
    }
}

/// Learns a pass that sees each sentence by itself.
fn pass(
    stretches: &[Stretch],
    knowledge: &Knowledge,
    settings: Settings,
    seen: impl Fn(&Sentence, usize) -> Vec<u64>,
) -> Pass {
    let forms = forms(stretches, knowledge);
    let instances: Vec<Instance> = stretches
        .iter()
        .flat_map(|stretch| stretch.iter().zip(line_up(stretch, &forms)))
        .map(|(gold, forms)| instance(gold, &forms, knowledge, &seen))
        .collect();
    train(&instances, settings)
}

/// What the first pass sees of a token.
fn features(sentence: &Sentence, at: usize, knowledge: &Knowledge) -> Vec<u64> {
    let mut features = Vec::new();
    sentence.features(at, knowledge, |feature| features.push(feature));
    features
}

/// What is known of words, and which kind of name each leans to where the plan has text to learn it from.
fn with_leanings(stretches: &[Stretch], knowledge: &Knowledge, plan: Plan) -> Knowledge {
    let mut known = knowledge.clone();
    if let Some(plain) = plan.plain {
        let seen = |sentence: &Sentence, at: usize| {
            let mut features = Vec::new();
            sentence.features_of_stranger(at, knowledge, |feature| features.push(feature));
            features
        };
        let pass = pass(stretches, knowledge, plan.settings, seen);
        let teacher = Model::new(knowledge.clone(), [&pass, &Pass::default()]);
        known.leanings = leanings(&teacher, knowledge, plain);
    }
    known
}

/// Does `jobs` on `threads` threads, and gives their results in order.
pub fn in_parallel<T: Send, R: Send>(jobs: Vec<T>, threads: usize, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let queue = Mutex::new(jobs.into_iter().enumerate());
    let take = || queue.lock().ok().and_then(|mut queue| queue.next());
    let worker = || -> Vec<(usize, R)> {
        iter::from_fn(take)
            .map(|(place, job)| (place, work(job)))
            .collect()
    };
    let mut done: Vec<(usize, R)> = thread::scope(|scope| {
        let running: Vec<_> = (0..threads.max(1)).map(|_| scope.spawn(worker)).collect();
        let joined = running.into_iter().filter_map(|worker| worker.join().ok());
        joined.flatten().collect()
    });
    done.sort_by_key(|(place, _)| *place);
    done.into_iter().map(|(_, result)| result).collect()
}

/// Learns a model from stretches of gold sentences.
pub fn learn(stretches: &[Stretch], knowledge: &Knowledge, plan: Plan) -> Model {
    let knowledge = &with_leanings(stretches, knowledge, plan);
    let parts = cut(stretches, PARTS);
    let others = |part: usize| -> Vec<Stretch> {
        parts
            .iter()
            .enumerate()
            .filter(|(n, _)| *n != part)
            .flat_map(|(_, part)| part.iter().copied())
            .collect()
    };
    // Part `PARTS` is none: the last job learns from all of them, and is the first pass of the model.
    let mut passes = in_parallel((0..=PARTS).collect(), plan.threads, |part| {
        let seen = |sentence: &Sentence, at: usize| features(sentence, at, knowledge);
        pass(&others(part), knowledge, plan.settings, seen)
    });
    let first = passes.pop().unwrap_or_default();
    let forms = forms(stretches, knowledge);
    let mut instances = Vec::new();
    for (part, pass) in parts.iter().zip(passes) {
        let model = Model::new(knowledge.clone(), [&pass, &Pass::default()]);
        let mut tagger = Tagger::new(&model);
        for stretch in part {
            let lined_up = line_up(stretch, &forms);
            let marginals = tagger.first_pass(&keys(stretch));
            let mut facts: Vec<Vec<Vec<u64>>> = lined_up.iter().map(|s| vec![Vec::new(); s.len()]).collect();
            elsewhere::features(&lined_up, &marginals, |sentence, token, feature| {
                facts[sentence][token].push(feature);
            });
            for ((gold, forms), facts) in stretch.iter().zip(&lined_up).zip(&facts) {
                instances.push(instance(gold, forms, knowledge, |sentence, at| {
                    let facts: &[u64] = if plan.elsewhere { &facts[at] } else { &[] };
                    [facts, &features(sentence, at, knowledge)].concat()
                }));
            }
        }
    }
    let second = train(&instances, plan.settings);
    Model::new(knowledge.clone(), [&first, &second])
}

/// Cuts stretches into `parts` parts of about as many sentences, neighbours together.
fn cut<'g>(stretches: &[Stretch<'g>], parts: usize) -> Vec<Vec<Stretch<'g>>> {
    let all: usize = stretches.iter().map(|stretch| stretch.len()).sum();
    let mut out = vec![Vec::new(); parts];
    let mut passed = 0;
    for stretch in stretches {
        let mut rest = *stretch;
        while !rest.is_empty() {
            let part = passed * parts / all.max(1);
            let end = (all * (part + 1)).div_ceil(parts);
            let (piece, left) = rest.split_at((end - passed).min(rest.len()));
            out[part].push(piece);
            passed += piece.len();
            rest = left;
        }
    }
    out
}
