import { createAnalyzer } from '../analyzer/client.js';

/**
 * How the elements make their analyzers: options of `createAnalyzer`, and which `createAnalyzer`, that of `warraq/inline`, say.
 *
 * @typedef {import('../analyzer/protocol.d.ts').AnalyzerOptions & { createAnalyzer?: typeof createAnalyzer }} Configuration
 */

/** @type {Configuration} */
let configuration = {};

/**
 * Says how elements make their analyzers, from now on: call it beside the import, before an element reads its first text.
 *
 * @param {Configuration} chosen
 * @example configure({ wasmUrl: '/assets/warraq.wasm' })
 */
export function configure(chosen) {
  configuration = chosen;
}

/** @internal @param {import('../analyzer/protocol.d.ts').AnalyzerOptions} [options] */
export function newAnalyzer(options) {
  const { createAnalyzer: create = createAnalyzer, ...chosen } = configuration;
  return create({ ...chosen, ...options });
}
