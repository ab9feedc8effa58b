// dist/service-worker.js: told which files the page has.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { sha256 } from './page.mjs';
import { root } from './run.mjs';
import { filesOf } from './stamp.mjs';

/** What is in dist/ and not of the page. */
const NOT_KEPT = /^dist\/(warraq\.html|embed[./].*|analyzer\/service\.js|.*LICENSE)$/;

/** Writes it; to be done last, when the other files of dist/ are there. By their hashes `fetch` checks them (Subresource Integrity). */
export async function writeServiceWorker() {
  const files = filesOf('dist')
    .filter((file) => !NOT_KEPT.test(file))
    .map((file) => [file.replace(/^dist\/(index\.html$)?/, ''), sha256(readFileSync(join(root, file)))]);
  await bundle({
    entryPoints: ['www/service-worker.js'],
    outdir: 'dist',
    splitting: false,
    format: 'iife',
    define: { OWN_FILES: JSON.stringify(files) },
  });
}
