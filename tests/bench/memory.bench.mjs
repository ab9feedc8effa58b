// Memory of a corpus in WebAssembly: what articles take, and what the report, questions, and articles that come and go add to it.
// It never shrinks, so what stands there is the most that was needed up to then.
// `node tests/bench/memory.bench.mjs [ARTICLES]`, 5,000 if none are named.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Corpus, initSync } from '../../.wasm/warraq.js';
import { root } from '../inputs.mjs';
import { print } from './measure.mjs';
import { news } from './news.mjs';

const ARTICLES = Number(process.argv[2] ?? 5000);
/** Of an article, in sentences. */
const LENGTH = 4;
/** How often articles go and others come, and which part of all each time. */
const [ROUNDS, PART] = [4, 20];

const { memory } = initSync({
  module: new WebAssembly.Module(readFileSync(join(root, 'dist/analyzer/warraq.wasm'))),
});
const corpus = new Corpus();
const sentences = news(20_000_000).split(/(?<=[.؟!])\s+|\n/);
const utf8 = new TextEncoder();
let [text, next, seed] = [0, 0, 1];

/** @type {[what: string, value: string][]} */
const rows = [];
measure('the core and its data', () => {});
measure('articles added', () => add(ARTICLES));
rows.push(['their text alone', megabytes(text)]);
measure('report', () => corpus.report());
/** @type {[name: string, question: object][]} */
const questions = [
  ['words', { documents: [], least: 1 }],
  ['ngrams', { documents: [], length: 3, least: 2 }],
  ['richness', { documents: [] }],
  ['together', { documents: [], least: 2, limit: 1000 }],
  ['concordance', { pattern: { words: 'الحكومة' }, matching: 'grouped', sort: 'after' }],
];
for (const [name, question] of questions) measure(name, () => corpus.ask({ [name]: question }));
const part = Math.floor(ARTICLES / PART);
for (let round = 0; round < ROUNDS; round++)
  measure(`${part} removed, ${part} others added`, () => {
    for (let id = round * part; id < (round + 1) * part; id++) corpus.remove(id);
    add(part);
  });
measure('report again', () => corpus.report());
print(`${ARTICLES} articles in the memory of WebAssembly`, rows);

/** @param {string} what @param {() => unknown} work */
function measure(what, work) {
  const began = performance.now();
  work();
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  rows.push([what, `${megabytes(memory.buffer.byteLength)} after ${seconds} s`]);
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

/** @param {number} count */
function add(count) {
  for (const end = next + count; next < end; next++) {
    const bytes = utf8.encode(article());
    text += bytes.length;
    corpus.open(`${next}.txt`, bytes);
    corpus.next();
  }
}

/** A headline of its own, and sentences of several articles of the news: few are copies, each shares a sentence with some. */
function article() {
  const lines = [`العدد ${next} من النشرة، وفيه خبر رقم ${next * 7} عن البلدة ${next * 13}`];
  for (let n = 0; n < LENGTH; n++) lines.push(sentences[Math.floor(random() * sentences.length)] ?? '');
  return lines.join('\n');
}

/** 0 to 1, the same in each run (Marsaglia 2003, Xorshift RNGs). */
function random() {
  seed ^= seed << 13;
  seed ^= seed >>> 17;
  seed ^= seed << 5;
  return (seed >>> 0) / 2 ** 32;
}
