// Copies among articles, natively, and the same by datasketch where Python has it: `npm run bench`, or with a file of one article a line,
// `node tests/bench/duplicates.bench.mjs FILE.jsonl`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, samples } from '../inputs.mjs';
import { print } from './measure.mjs';

const ARTICLES = 40_000;
const MOST = 1 << 30;

const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
const file = process.argv[2] ?? made();
const articles = readFileSync(file, 'utf8').split('\n').filter(Boolean).length;
const program = join(root, 'target/release/warraq');
const [ours, found] = timed(program, ['duplicates', '--min-containment', '2', file]);
/** @type {[string, string][]} */
const rows = [['warraq duplicates', `${ours.toFixed(2)} s, ${found.split('\n').length - 2} pairs`]];
const peer = join(root, 'tests/bench/datasketch_pairs.py');
const [theirs, said, status] = timed('python3', [peer, file]);
rows.push(['datasketch', status === 0 ? `${theirs.toFixed(2)} s, ${said.trim()} pairs` : 'not here']);
print(`Pairs of Jaccard 0.5 and more among ${articles} articles, on one core`, rows);
rmSync(folder, { recursive: true });

/** Articles of the sentences of the samples in another order, every fourth with the article before it inside. */
function made() {
  const sentences = samples.flatMap((sample) => readFileSync(sample, 'utf8').split(/(?<=\.)\s+/));
  let before = '';
  const lines = Array.from({ length: ARTICLES }, (_, id) => {
    const own = Array.from(
      { length: 8 },
      (_, n) => `${sentences[(id * 31 + n * 17) % sentences.length]} ${id + n}`,
    );
    const text = `${id % 4 ? '' : before} ${own.join(' ')}`;
    before = text;
    return JSON.stringify({ id: String(id), text });
  });
  const path = join(folder, 'articles.jsonl');
  writeFileSync(path, lines.join('\n'));
  return path;
}

/** @param {string} command @param {string[]} args @returns {[seconds: number, output: string, status: number | null]} */
function timed(command, args) {
  const began = performance.now();
  const { stdout, status } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: MOST });
  return [(performance.now() - began) / 1000, stdout ?? '', status];
}
