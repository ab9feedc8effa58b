// What goes into one script or style: esbuild, told what this project needs of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './run.mjs';

/** @typedef {import('esbuild').Metafile} Metafile */
/** @typedef {import('esbuild').Plugin} Plugin */

/** @satisfies {import('esbuild').BuildOptions} */
const OPTIONS = {
  absWorkingDir: root,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2023',
  minify: true,
  charset: 'utf8',
  legalComments: 'eof',
  logLevel: 'warning',
};

/**
 * Bundles and minifies modules and styles; what they load with `import()` goes into files of its own.
 *
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<Metafile>} which files were written, of what, and which of them load which
 */
export async function bundle(options) {
  const { build } = await import('esbuild'); // not at the top: a fresh machine gets its packages first
  const { metafile } = await build({ ...OPTIONS, ...options, metafile: true });
  return metafile;
}

/** What `www/analyzer/` imports that is made here: see glue.d.ts, script.d.ts and packed.d.ts there. @type {Plugin} */
export const core = {
  name: 'core',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/(glue|script|packed)\.js$/ }, ({ path }) => ({ path, namespace: 'core' }));
    onLoad({ filter: /glue/, namespace: 'core' }, async () => ({ contents: await glue() }));
    onLoad({ filter: /script/, namespace: 'core' }, async () => ({
      contents: await worker(),
      loader: 'text',
    }));
    onLoad({ filter: /packed/, namespace: 'core' }, () => ({ contents: packed(), loader: 'text' }));
  },
};

/** wasm-bindgen's module has its one instance at the top; in a function it has one a call. What it loads by itself is left out. */
async function glue() {
  const made = "export * from './.wasm/warraq.js';"; // all but the default, which fetches
  const stdin = { contents: made, resolveDir: root };
  const bindings = await textOf({ stdin, format: 'iife', globalName: 'core', minify: false });
  return `export const version = ${JSON.stringify(version())};
export function instantiate(module) {
  ${bindings}
  core.initSync({ module });
  return core;
}`;
}

/** The worker with all that it imports. */
function worker() {
  return textOf({ entryPoints: ['www/analyzer/worker.js'], plugins: [core] });
}

function packed() {
  return gzipSync(readFileSync(join(root, '.wasm/warraq.wasm')), { level: 9 }).toString('base64');
}

/** The version of the core. */
export function version() {
  const [, version = ''] = /^version = "(.+)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8')) ?? [];
  return version;
}

/** What a script is bundled to. @param {import('esbuild').BuildOptions} options */
async function textOf(options) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({ ...OPTIONS, splitting: false, ...options, write: false });
  return outputFiles[0]?.text ?? '';
}

/** Leaves the import of a module to the browser, which finds it at `address`. @param {RegExp} filter @param {string} address @returns {Plugin} */
export function beside(filter, address) {
  return {
    name: 'beside',
    setup({ onResolve }) {
      onResolve({ filter }, () => ({ path: address, external: true }));
    },
  };
}
