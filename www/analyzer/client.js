/**
 * The only way to the core. `createAnalyzer` gives a corpus that lives in a worker of its own:
 *
 *     const analyzer = createAnalyzer();
 *     const { failed } = await analyzer.addAll(files.map((file) => ({ name: file.name, blob: file })));
 *     const report = await analyzer.report();
 *
 * Nothing is done at import. The first analyzer of a page makes one request, for `warraq.wasm`; after that none is made, but for
 * two with the first PDF, for its reader. The content security policy to put on a page that uses it:
 *
 *     default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:;
 *     font-src 'self'; worker-src blob:; connect-src 'self'; require-trusted-types-for 'script';
 *     trusted-types warraq-worker
 *
 * @module
 */
import { openAnalyzer } from './analyzer.js';
import { loadModule } from './load.js';

export { AnalyzerError } from './error.js';
export { version } from './version.js';

/**
 * An empty corpus. The core is loaded at once; if that fails, the first request is rejected with `load` or `version`.
 *
 * @param {import('./protocol.d.ts').AnalyzerOptions} [options]
 * @returns {import('./protocol.d.ts').Analyzer}
 */
export function createAnalyzer(options = {}) {
  const { wasm, wasmUrl } = options;
  return openAnalyzer(options, () =>
    loadModule(wasm ?? wasmUrl ?? new URL('./warraq.wasm', import.meta.url)),
  );
}
