// Memory of a corpus in WebAssembly: what an article costs beside its own text, and what the report adds.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Corpus, initSync } from '../../.wasm/warraq.js';
import { root, samples } from '../inputs.mjs';
import { milliseconds, print } from './measure.mjs';

const ARTICLES = 5000;

const { memory } = initSync({
  module: new WebAssembly.Module(readFileSync(join(root, 'dist/analyzer/warraq.wasm'))),
});
const corpus = new Corpus();
let text = 0;
const began = performance.now();
const mark = new TextEncoder();
for (let index = 0; index < ARTICLES; index++) {
  // Words of its own in each, as real articles have.
  const own = `العدد ${index} من النشرة، وفيه خبر رقم ${index * 7} عن البلدة ${index * 13}.`;
  const bytes = mark.encode(`${readFileSync(samples[index % samples.length], 'utf8')}\n${own}\n`);
  text += bytes.length;
  corpus.open(`${index}.txt`, bytes);
  corpus.next();
}
const adding = performance.now() - began;
const added = memory.buffer.byteLength;
corpus.report();
const kilobytes = (/** @type {number} */ bytes) => `${(bytes / ARTICLES / 1000).toFixed(1)} KB an article`;
print(`${ARTICLES} articles in the memory of WebAssembly`, [
  ['their text', kilobytes(text)],
  ['all else that is kept', kilobytes(added - text)],
  ['more while reporting', kilobytes(memory.buffer.byteLength - added)],
  ['adding them', milliseconds(adding)],
]);
