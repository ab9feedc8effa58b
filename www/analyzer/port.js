/**
 * Where the core runs: in a worker, or in this thread behind the same face.
 *
 * @module
 */
import { AnalyzerError } from './error.js';
import { blobUrl, trusted } from './load.js';
import script from './script.js';

/**
 * @typedef {import('./protocol.d.ts').AnalyzerOptions} AnalyzerOptions
 * @typedef {import('./protocol.d.ts').Answer} Answer
 * @typedef {import('./protocol.d.ts').Ask} Ask
 */

/**
 * What is used of a worker.
 *
 * @typedef {{
 *   postMessage(message: Ask & { id: number }): void,
 *   terminate(): void,
 *   onmessage: ((event: { data: Answer }) => void) | null,
 *   onerror: ((event: ErrorEvent) => void) | null,
 * }} Port
 */

/** The address of the worker's script. @type {string | undefined} */
let address;

/**
 * On a page by default a worker started from a blob: one from a URL would not inherit the page's content security policy. It is no
 * module: on a page from `file://` no browser starts one from a blob. Where there is no page, as in Node, Deno, Bun and workers of the
 * host's own, this thread.
 *
 * @param {Pick<AnalyzerOptions, 'worker' | 'workerUrl'>} options
 * @returns {Promise<Port>}
 * @throws {AnalyzerError} `load`
 */
export async function openPort({ worker = 'document' in globalThis, workerUrl }) {
  if (!worker) return localPort();
  try {
    const url = workerUrl ? trusted(String(workerUrl)) : (address ??= blobUrl(script));
    return /** @type {Port} */ (new Worker(url, { name: 'warraq' }));
  } catch (error) {
    throw new AnalyzerError(
      'load',
      `no worker could be started (${error}): allow one, or set \`worker: false\``,
    );
  }
}

/** @returns {Promise<Port>} */
async function localPort() {
  const { Service } = await import('./service.js');
  const service = new Service((data) => port.onmessage?.({ data }));
  /** @type {Port} */
  const port = {
    postMessage: (message) => void service.answer(message),
    terminate: () => service.stop(),
    onmessage: null,
    onerror: null,
  };
  return port;
}
