// Normalizing and counting words in Chromium, the core's way against what a web developer would write, on the same text in one run.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../inputs.mjs';
import { runInChromium } from './chromium.mjs';
import { cargoBench, median, print } from './measure.mjs';
import { news } from './news.mjs';

const BYTES = 10_000_000;

/** What runs in the page. */
const SCRIPT = `
import { loadCore } from './analyzer/wasm.js';
const fold = (text) =>
  text
    .normalize('NFC')
    .replace(/[\\u064B-\\u065F\\u0670\\u06D6-\\u06ED]/g, '')
    .replace(/\\u0640/g, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ؤ/g, 'و')
    .replace(/ئ/g, 'ي')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
const count = (text) => {
  const counts = new Map();
  for (const word of fold(text).match(/\\p{L}+/gu) ?? []) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
};
const median = (work) => {
  work();
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[2];
};
globalThis.run = async (text) => {
  const core = await loadCore();
  return {
    normalize: [median(() => fold(text)), median(() => core.normalize(text, 'match'))],
    count: [median(() => count(text)), median(() => core.countWords(text))],
    words: [count(text).size, core.countWords(text).size],
  };
};`;

const text = news(BYTES);
const megabytes = Buffer.byteLength(text) / 1e6;
const perSecond = (/** @type {number} */ time) => `${(megabytes / (time / 1000)).toFixed(0)} MB/s`;

await inBrowser();
natively();

async function inBrowser() {
  const found = await runInChromium({ 'bench.js': SCRIPT }, text);
  const row = (/** @type {[number, number]} */ [script, core]) =>
    `${perSecond(script)} in JavaScript, ${perSecond(core)} in the core: ${(script / core).toFixed(1)} times`;
  print(`${megabytes.toFixed(1)} MB of Arabic news in Chromium`, [
    ['normalize', row(found.normalize)],
    ['normalize, tokenize and count', row(found.count)],
    [
      'distinct words',
      `${found.words[0]} in JavaScript, ${found.words[1]} in the core, whose words are tokens`,
    ],
  ]);
}

/** The command line as a filter, and the Python packages whose output its profiles have; then the stages by themselves. */
function natively() {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  const file = join(folder, 'news.txt');
  writeFileSync(file, text);
  const filter = (/** @type {string} */ profile) =>
    perSecond(
      median(
        () =>
          execFileSync(join(root, 'target/release/warraq'), ['normalize', '--profile', profile], {
            input: text,
            maxBuffer: 1 << 28,
          }),
        3,
      ),
    );
  const python = process.env.WARRAQ_PYTHON ?? 'python3';
  const { stdout } = spawnSync(python, [join(root, 'tests/bench/peers.py'), file]);
  /** @type {Record<string, number>} */
  const peers = JSON.parse(stdout?.toString() || '{}');
  const peer = (/** @type {string} */ name) =>
    name in peers
      ? `${peers[name]?.toFixed(1)} MB/s`
      : 'not installed (WARRAQ_PYTHON names a Python that has it)';
  print('The same text, natively', [
    ['warraq normalize --profile match', filter('match')],
    ['warraq normalize --profile camel', filter('camel')],
    ['CAMeL Tools in Python', peer('camel')],
    ['warraq normalize --profile pyarabic', filter('pyarabic')],
    ['PyArabic in Python', peer('pyarabic')],
  ]);
  console.log('\nStages, natively');
  cargoBench('text', file);
  rmSync(folder, { recursive: true });
}
