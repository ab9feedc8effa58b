// The core as WebAssembly: loading it, adding articles, the report and its way over the boundary; and the same natively.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Corpus, initSync } from '../../.wasm/warraq.js';
import { decodeColumns } from '../../www/analyzer/columns.js';
import { root, samples } from '../inputs.mjs';
import { median, milliseconds, print } from './measure.mjs';

const ARTICLES = 300;

/** Articles that differ: the samples in turn, each with a line of its own. */
const articles = Array.from({ length: ARTICLES }, (_, index) => {
  const text = readFileSync(samples[index % samples.length], 'utf8');
  return new TextEncoder().encode(`${text}\nالعدد رقم ${index}.\n`);
});
const megabytes = articles.reduce((sum, bytes) => sum + bytes.length, 0) / 1e6;

const wasm = readFileSync(join(root, 'dist/analyzer/warraq.wasm'));
const compile = median(() => new WebAssembly.Module(wasm));
initSync({ module: new WebAssembly.Module(wasm) });

function add() {
  const corpus = new Corpus();
  articles.forEach((bytes, index) => {
    corpus.open(`${index}.txt`, bytes);
    corpus.next();
  });
  return corpus;
}

const corpus = add();
const columns = /** @type {any} */ (corpus.report());
const adding = median(() => add().free(), 3);
const arrays = [columns, ...columns.documents].flatMap((part) => part.arrays);
const rows = arrays.reduce((sum, { length }) => sum + length, 0);

print(`${ARTICLES} articles, ${megabytes.toFixed(1)} MB, in WebAssembly`, [
  ['compiling the module', milliseconds(compile)],
  ['adding the articles', `${milliseconds(adding)} (${(megabytes / (adding / 1000)).toFixed(1)} MB/s)`],
  ['report, as columns', `${milliseconds(median(() => corpus.report(), 3))} (${rows} values)`],
  ['objects of the columns', milliseconds(median(() => decodeColumns(columns)))],
]);

const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
articles.forEach((bytes, index) => writeFileSync(join(folder, `${index}.txt`), bytes));
const program = join(root, 'target/release/warraq');
const analyze = () => execFileSync(program, ['analyze', '--format', 'json', folder], { maxBuffer: 1 << 30 });
print('The same in the command line', [['analyze --format json', milliseconds(median(analyze, 3))]]);
rmSync(folder, { recursive: true });
