/**
 * The core alone, in the thread of the caller: for Node, Deno, Bun, and workers of the host's own.
 *
 *     const core = await loadCore();
 *     core.normalize('القَاهِرة', 'match'); // «القاهره»
 *     const corpus = core.createCorpus();
 *     corpus.add('news.txt', new TextEncoder().encode('وصل الوفد إلى بكين أمس.'));
 *     corpus.report().entities; // [{ kind: 'LOC', name: 'بكين', … }]
 *
 * @module
 */
import { Core } from './core.js';
import { loadModule } from './load.js';
import { startCore } from './start.js';

export { AnalyzerError } from './error.js';
export { Core, Corpus } from './core.js';
export { version } from './glue.js';

/**
 * The core in an instance of its own.
 *
 * @param {WebAssembly.Module | BufferSource | string | URL} [wasm] the module, its bytes, or its address, if it is not beside the script
 * @returns {Promise<Core>}
 * @throws {import('./error.js').AnalyzerError} `load` or `version`
 */
export async function loadCore(wasm = new URL('./warraq.wasm', import.meta.url)) {
  return new Core(startCore(await loadModule(wasm)));
}
