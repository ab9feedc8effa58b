// Memory of a corpus in WebAssembly: what an article costs beside its own text, and what the report adds.
// `node tests/bench/memory.bench.mjs [ARTICLES]`, 5,000 if none are named.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Corpus, initSync } from '../../.wasm/warraq.js';
import { root } from '../inputs.mjs';
import { milliseconds, print } from './measure.mjs';
import { news } from './news.mjs';

const ARTICLES = Number(process.argv[2] ?? 5000);
/** Of an article, in sentences. */
const LENGTH = 4;
/** The report holds every text again, and WebAssembly's memory ends at 4 GB. */
const REPORTED = 20_000;

const { memory } = initSync({
  module: new WebAssembly.Module(readFileSync(join(root, 'dist/analyzer/warraq.wasm'))),
});
const corpus = new Corpus();
const sentences = news(10_000_000).split(/(?<=[.؟!])\s+|\n/);
const mark = new TextEncoder();
let [text, seed] = [0, 1];
const began = performance.now();
for (let index = 0; index < ARTICLES; index++) {
  const bytes = mark.encode(article(index));
  text += bytes.length;
  corpus.open(`${index}.txt`, bytes);
  corpus.next();
}
const adding = performance.now() - began;
const added = memory.buffer.byteLength;
if (ARTICLES <= REPORTED) corpus.report();

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / ARTICLES / 1000).toFixed(1)} KB an article`;
print(`${ARTICLES} articles in the memory of WebAssembly`, [
  ['their text', kilobytes(text)],
  ['all else that is kept', kilobytes(added - text)],
  [
    'more for the report',
    ARTICLES <= REPORTED ? kilobytes(memory.buffer.byteLength - added) : 'not asked for',
  ],
  ['in all, without the report', `${(added / 1e6).toFixed(0)} MB`],
  ['adding them', milliseconds(adding)],
]);

/** A headline and sentences of several articles, others in each, so that none is a copy. @param {number} index */
function article(index) {
  const lines = [`العدد ${index} من النشرة، وفيه خبر رقم ${index * 7} عن البلدة ${index * 13}`];
  for (let n = 0; n < LENGTH; n++) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    lines.push(sentences[seed % sentences.length] ?? '');
  }
  return lines.join('\n');
}
