// dist/service-worker.js: told which files the page has.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { root } from './run.mjs';
import { filesOf } from './stamp.mjs';

/** What is in dist/ and not of the page. */
const NOT_KEPT = /^dist\/(warraq\.html|embed[./].*|analyzer\/service\.js|.*LICENSE)$/;

/** Writes it; to be done last, when the other files of dist/ are there. */
export async function writeServiceWorker() {
  const files = filesOf('dist')
    .filter((file) => !NOT_KEPT.test(file))
    .map((file) => [file.replace(/^dist\/(index\.html$)?/, ''), integrity(file)]);
  await bundle({
    entryPoints: ['www/service-worker.js'],
    outdir: 'dist',
    splitting: false,
    format: 'iife',
    define: { OWN_FILES: JSON.stringify(files) },
  });
}

/** The hash of a file's content, as `fetch` checks it (Subresource Integrity). @param {string} file */
function integrity(file) {
  return `sha256-${createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('base64')}`;
}
