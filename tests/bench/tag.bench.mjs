// Tagging names natively, beside a CRFsuite tagger on the same text, and in a worker of Chromium.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, shared } from '../inputs.mjs';
import { runInChromium } from './chromium.mjs';
import { cargoBench, print } from './measure.mjs';
import { news } from './news.mjs';

/** What runs in the worker: tokens are cut before the clock starts, as they are natively; an article is a line. */
const WORKER = `
import { loadCore } from './analyzer/wasm.js';
const sentences = (article) =>
  article.split(/(?<=[.؟!])\\s/).map((sentence) => sentence.match(/[\\p{L}\\p{M}\\p{N}]+|[^\\s]/gu) ?? []);
onmessage = async ({ data: text }) => {
  const core = await loadCore();
  const articles = text.split('\\n').map(sentences);
  const run = () => {
    const began = performance.now();
    for (const article of articles) core.tag(article);
    return performance.now() - began;
  };
  run();
  postMessage(Math.min(...Array.from({ length: 5 }, run)));
};`;
const PAGE = `
globalThis.run = (text) => new Promise((resolve, reject) => {
  const worker = new Worker('worker.js', { type: 'module' });
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
  worker.postMessage(text);
});`;

const text = news(3_000_000);
const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
const file = join(folder, 'news.txt');
writeFileSync(file, text);
console.log('\nTagging names, natively');
cargoBench('tag', file);
print('The same text', [
  ['CRFsuite on words, affixes and neighbours, in Python', crfsuite()],
  ['tokens through `tag` of the package in a worker of Chromium', await inWorker()],
]);
rmSync(folder, { recursive: true });

function crfsuite() {
  const gold = join(shared, 'ner/anercorp_train.conll');
  if (!existsSync(gold)) return 'not measured (it is trained on gold sentences that are not here)';
  const python = process.env.WARRAQ_PYTHON ?? 'python3';
  const { status, stdout } = spawnSync(python, [join(root, 'tests/bench/crfsuite_tagger.py'), gold, file]);
  return status === 0
    ? `${stdout.toString().trim()} MB/s`
    : 'not installed (WARRAQ_PYTHON names a Python that has it)';
}

async function inWorker() {
  const time = await runInChromium({ 'bench.js': PAGE, 'worker.js': WORKER }, text);
  return `${(Buffer.byteLength(text) / 1000 / time).toFixed(1)} MB/s`;
}
