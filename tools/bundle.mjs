// What goes into one script or style: esbuild, told what this project needs of it.
import { join } from 'node:path';
import { root } from './run.mjs';

/** @typedef {import('esbuild').Metafile} Metafile */
/** @typedef {import('esbuild').Plugin} Plugin */

/**
 * Bundles and minifies modules and styles; what they load with `import()` goes into files of its own.
 *
 * @param {import('esbuild').BuildOptions} options
 * @returns {Promise<Metafile>} which files were written, of what, and which of them load which
 */
export async function bundle(options) {
  const { build } = await import('esbuild'); // not at the top: a fresh machine gets its packages first
  const { metafile } = await build({
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2023',
    minify: true,
    charset: 'utf8',
    legalComments: 'eof',
    logLevel: 'warning',
    ...options,
    metafile: true,
  });
  return metafile;
}

/** Lets the worker, which is in `www/`, import the core's glue, which is where the core is built. @type {Plugin} */
export const glue = {
  name: 'glue',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/warraq\.js$/ }, () => ({ path: join(root, '.wasm/warraq.js') }));
  },
};

/** Leaves the import of a module to the browser, which finds it at `address`. @param {RegExp} filter @param {string} address @returns {Plugin} */
export function beside(filter, address) {
  return {
    name: 'beside',
    setup({ onResolve }) {
      onResolve({ filter }, () => ({ path: address, external: true }));
    },
  };
}
