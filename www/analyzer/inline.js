/**
 * The client with the core inside: one file that requests nothing at all, and that works from `file://` too. The core is
 * unpacked by the first analyzer.
 *
 * @module
 */
import { openAnalyzer } from './analyzer.js';
import { loadModule } from './load.js';
import packed from './packed.js';

export { AnalyzerError } from './error.js';
export { version } from './version.js';

/** @type {Promise<WebAssembly.Module> | undefined} */
let unpacked;

/**
 * An empty corpus, as `createAnalyzer` of client.js gives it.
 *
 * @param {import('./protocol.d.ts').AnalyzerOptions} [options]
 * @returns {import('./protocol.d.ts').Analyzer}
 */
export function createAnalyzer(options = {}) {
  const wasm = options.wasm ?? options.wasmUrl;
  return openAnalyzer(options, () => (wasm ? loadModule(wasm) : (unpacked ??= unpack())));
}

async function unpack() {
  const bytes = Uint8Array.from(atob(packed), (byte) => byte.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return loadModule(await new Response(stream).arrayBuffer());
}
