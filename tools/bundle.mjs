// What goes into one script or style: esbuild, told what this project needs of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './run.mjs';

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
  loader: { '.woff2': 'file' },
  assetNames: 'font/[name]-[hash]',
};

/**
 * Bundles and minifies modules and styles; what they load with `import()` goes into files of its own.
 *
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<{ metafile: import('esbuild').Metafile, files: import('esbuild').OutputFile[] }>} which files are made, of
 *   what, and which of them load which; and the files where `write` is false
 */
export async function bundle(options) {
  const { build } = await import('esbuild'); // not at the top: a fresh machine gets its packages first
  const { metafile, outputFiles = [] } = await build({ ...OPTIONS, ...options, metafile: true });
  return { metafile, files: outputFiles };
}

/** The scripts and styles, and those that they cannot start without. @param {string[]} files @param {import('esbuild').Metafile['outputs']} outputs */
export function withImports(files, outputs) {
  const all = new Set(files);
  for (const file of all)
    for (const { path, kind, external } of outputs[file]?.imports ?? [])
      if (kind === 'import-statement' && !external) all.add(path);
  return [...all];
}

/** Whether a file is loaded with `import()`. @param {string} file @param {import('esbuild').Metafile['outputs']} outputs */
export function isLater(file, outputs) {
  return Object.values(outputs).some(({ imports }) =>
    imports.some(({ path, kind }) => path === file && kind === 'dynamic-import'),
  );
}

/** What `www/analyzer/` imports that is made here: see the .d.ts files of these names there. @type {Plugin} */
export const core = {
  name: 'core',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^\.\/(glue|version|script|packed)\.js$/ }, ({ path }) => ({
      path,
      namespace: 'core',
    }));
    onLoad({ filter: /glue/, namespace: 'core' }, async () => ({ contents: await glue() }));
    onLoad({ filter: /version/, namespace: 'core' }, () => ({
      contents: `export const version = ${JSON.stringify(version())};`,
    }));
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
  return `export function instantiate(module) {
  ${bindings}
  const { memory } = core.initSync({ module });
  return { ...core, memory };
}`;
}

/** The worker with all that it imports; no module, see port.js. */
function worker() {
  return textOf({ entryPoints: ['www/analyzer/worker.js'], plugins: [core], format: 'iife' });
}

function packed() {
  return gzipSync(readFileSync(join(root, '.wasm/warraq.wasm')), { level: 9 }).toString('base64');
}

/** The version of the core. */
export function version() {
  const [, version = ''] = /^version = "(.+)"$/m.exec(readFileSync(join(root, 'Cargo.toml'), 'utf8')) ?? [];
  return version;
}

/** What all goes into that is bundled to one script or style. @param {import('esbuild').BuildOptions} options */
export async function textOf(options) {
  const { files } = await bundle({ splitting: false, ...options, outdir: 'dist', write: false });
  return files[0]?.text ?? '';
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

/** Puts a text in place of a module. @param {RegExp} filter of its path @param {string} contents @returns {Plugin} */
export function instead(filter, contents) {
  return {
    name: 'instead',
    setup({ onLoad }) {
      onLoad({ filter }, () => ({ contents, resolveDir: root }));
    },
  };
}

/**
 * Keeps in one file what is loaded at the start. esbuild makes a file of what each set of scripts has in common; so each part that is
 * loaded later is made to import all that was loaded before it.
 *
 * @param {import('esbuild').Metafile} parted the files as they are without it
 * @returns {Plugin}
 */
export function inOne({ outputs }) {
  const entries = Object.keys(outputs).filter((file) => outputs[file]?.entryPoint?.endsWith('.js'));
  const sourceOf = (/** @type {string} */ file) => outputs[file]?.entryPoint ?? '';
  const [starts, parts] = [false, true].map((later) =>
    entries.filter((file) => isLater(file, outputs) === later),
  );
  const sources = withImports(starts ?? [], outputs).flatMap((file) =>
    Object.keys(outputs[file]?.inputs ?? {}),
  );
  const before = sources
    .filter((source) => !starts?.some((file) => sourceOf(file) === source))
    .map((source) => `import ${JSON.stringify(join(root, source))};`)
    .join('\n');
  const paths = new Set(parts?.map((file) => join(root, sourceOf(file))));
  return {
    name: 'in one',
    setup({ onLoad }) {
      onLoad({ filter: /\.js$/ }, ({ path }) =>
        paths.has(path) ? { contents: `${readFileSync(path, 'utf8')}\n${before}` } : null,
      );
    },
  };
}
