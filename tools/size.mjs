// What a first visit loads, and what comes later when it is asked for, gzipped, and the most that it may be.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Failure, root } from './run.mjs';
import { filesOf } from './stamp.mjs';

/** Bytes, gzipped, of all files whose name matches. */
const BUDGETS = [
  { name: 'core (wasm with its data)', files: /\.wasm$/, limit: 1_500_000 },
  { name: "page's script and style", files: /^(?!.*\/pdf\/).*\.(js|css|html)$/, limit: 120_000 },
  { name: 'reader of PDFs, with the first of them', files: /\/pdf\/.*\.js$/, limit: 600_000 },
];

/** @returns {{ name: string, size: number, limit: number }[]} sizes in bytes */
export function sizes() {
  const files = filesOf('dist');
  const gzipped = (/** @type {string} */ file) =>
    gzipSync(readFileSync(join(root, file)), { level: 9 }).length;
  return BUDGETS.map(({ name, files: pattern, limit }) => {
    const size = files.filter((file) => pattern.test(file)).reduce((sum, file) => sum + gzipped(file), 0);
    return { name, size, limit };
  });
}

/** Prints the sizes, and fails where one is over its budget. */
export function checkSizes() {
  const found = sizes();
  for (const { name, size, limit } of found) {
    console.log(`${name}: ${kilobytes(size)} of ${kilobytes(limit)} gzipped`);
  }
  const over = found.filter(({ size, limit }) => size > limit);
  if (over.length) throw new Failure(`over the budget: ${over.map(({ name }) => name).join(', ')}`);
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return `${Math.round(bytes / 1000)} KB`;
}
