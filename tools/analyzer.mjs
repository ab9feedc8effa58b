// The analyzer, for the site and for the package: a file for each thing that is loaded by itself, under a name that stays.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beside, bundle, core } from './bundle.mjs';
import { root } from './run.mjs';

/** Writes the client, and what it loads from beside it. @param {string} folder */
export async function writeAnalyzer(folder) {
  const service = beside(/^\.\/service\.js$/, './service.js');
  await writeScripts(folder, ['www/analyzer/client.js'], [service]);
  await writeScripts(folder, ['www/analyzer/service.js', 'www/analyzer/pdf.js']);
  cpSync(join(root, '.wasm/warraq.wasm'), join(folder, 'warraq.wasm'));
  await writePdfReader(join(folder, 'pdf'));
}

/**
 * Writes each entry with all that it imports as one script.
 *
 * @param {string} folder
 * @param {string[]} entryPoints
 * @param {import('esbuild').Plugin[]} [plugins]
 */
export function writeScripts(folder, entryPoints, plugins = []) {
  return bundle({ entryPoints, outdir: folder, splitting: false, plugins: [...plugins, core] });
}

/** pdf.js, which is loaded with the first PDF. Not every host knows what `.mjs` is, and a worker from a blob may be no module. @param {string} folder */
async function writePdfReader(folder) {
  const from = join(root, 'node_modules/pdfjs-dist');
  const alone = { outdir: folder, splitting: false };
  await bundle({ ...alone, entryPoints: [join(from, 'build/pdf.min.mjs')] });
  await bundle({ ...alone, entryPoints: [join(from, 'build/pdf.worker.min.mjs')], format: 'iife' });
  cpSync(join(from, 'LICENSE'), join(folder, 'LICENSE'));
}
