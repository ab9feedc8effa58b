// What a first visit loads, and what comes later when it is asked for, gzipped, and the most that it may be.
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isLater, withImports } from './bundle.mjs';
import { Failure, root } from './run.mjs';

/**
 * @typedef {import('esbuild').Metafile} Metafile
 * @typedef {{ name: string, size: number, limit: number }} Size in bytes, gzipped
 */

const CORE = { name: 'core (wasm with its data)', files: ['dist/analyzer/warraq.wasm'], limit: 1_500_000 };
const PDF = {
  name: 'reader of PDFs, with the first of them',
  files: ['dist/analyzer/pdf/pdf.min.js', 'dist/analyzer/pdf/pdf.worker.min.js'],
  limit: 600_000,
};
/** Of the page's script and style at a first visit. */
const FIRST = 120_000;
/** Of both fonts. */
const FONTS = 70_000;
/** Of each part of the page's script that is loaded when it is wanted. */
const LATER = 60_000;

/** What a site that uses the package has its visitors load. */
const PACKAGE = [
  { name: "package's script", files: ['dist/npm/client.js'], limit: 30_000 },
  { name: 'with the elements', files: ['dist/npm/client.js', 'dist/npm/element.js'], limit: 30_000 },
  { name: 'script and core', files: ['dist/npm/client.js', 'dist/npm/warraq.wasm'], limit: 1_500_000 },
  { name: 'all in one, the core in base64', files: ['dist/npm/inline.js'], limit: 1_600_000 },
];

/**
 * @param {Metafile} page the page's scripts and styles
 * @returns {Size[]}
 */
export function sizes({ outputs }) {
  const all = Object.keys(outputs);
  const later = all.filter((file) => isLater(file, outputs));
  const first = withImports(
    all.filter((file) => outputs[file]?.entryPoint && !later.includes(file)),
    outputs,
  );
  const parts = later.map((file) => ({
    name: `later: ${basename(outputs[file]?.entryPoint ?? file)}`,
    files: withImports([file], outputs).filter((part) => !first.includes(part)),
    limit: LATER,
  }));
  const script = {
    name: "page's script and style",
    // The style stands in index.html.
    files: ['dist/index.html', 'dist/analyzer/client.js', ...first.filter((file) => file.endsWith('.js'))],
    limit: FIRST,
  };
  const fonts = { name: 'fonts', files: all.filter((file) => file.endsWith('.woff2')), limit: FONTS };
  return measured([CORE, script, fonts, ...parts, PDF]);
}

/** @returns {Size[]} of the package */
export function packageSizes() {
  return measured(PACKAGE);
}

/** @param {{ name: string, files: string[], limit: number }[]} loads @returns {Size[]} */
function measured(loads) {
  return loads.map(({ name, files, limit }) => {
    const size = files.reduce((sum, file) => sum + gzipped(file), 0);
    return { name, size, limit };
  });
}

/** @param {string} file */
function gzipped(file) {
  return gzipSync(readFileSync(join(root, file)), { level: 9 }).length;
}

/** Prints the sizes, and fails where one is over its budget. @param {Size[]} found */
export function checkSizes(found) {
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
