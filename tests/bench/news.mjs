// Arabic news to measure speed on.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { samples, shared } from '../inputs.mjs';

/**
 * Arabic news of some length: the ANT Corpus where it is, an article a line, else the samples again and again.
 *
 * @param {number} size in bytes of UTF-8, at least
 */
export function news(size) {
  const corpus = join(shared, 'corpora/antcorpus.jsonl.gz');
  const lines = existsSync(corpus)
    ? gunzipSync(readFileSync(corpus))
        .toString()
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).text)
    : samples.map((file) => readFileSync(file, 'utf8'));
  const text = [];
  for (let bytes = 0, n = 0; bytes < size; n++) {
    const next = lines[n % lines.length];
    text.push(next);
    bytes += Buffer.byteLength(next);
  }
  return text.join('\n');
}
