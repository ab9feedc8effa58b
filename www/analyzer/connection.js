/**
 * One core, and the requests under way in it.
 *
 * @module
 */
import { AnalyzerError, closed } from './error.js';
import { openPort } from './port.js';
import { version } from './version.js';

/** @typedef {import('./protocol.d.ts').Ask} Ask */
/** @typedef {import('./protocol.d.ts').Answer} Answer */
/** @typedef {import('./protocol.d.ts').Step} Step */
/** @typedef {import('./protocol.d.ts').AnalyzerOptions} AnalyzerOptions */

/**
 * Starts a core and waits until it is ready; `signal` ends it. The module is compiled here and handed over, so that a worker
 * itself requests nothing.
 *
 * @param {AnalyzerOptions} options
 * @param {() => Promise<WebAssembly.Module>} loadCore
 * @param {AbortSignal} signal
 */
export async function connect(options, loadCore, signal) {
  const core = loadCore();
  core.catch(() => {}); // told of below, unless the port has failed before
  const connection = new Connection(await openPort(options));
  signal.addEventListener('abort', () => connection.close(), { once: true });
  if (signal.aborted) connection.close();
  try {
    await connection.ask({ type: 'start', module: await core, version, settings: options.settings });
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

export class Connection {
  #port;
  #lastId = 0;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: AnalyzerError) => void, onStep?: (step: Step) => void }>} */
  #pending = new Map();
  /** Why there are no more answers. @type {AnalyzerError | null} */
  #ended = null;

  /** @param {import('./port.js').Port} port */
  constructor(port) {
    this.#port = port;
    port.onmessage = ({ data }) => this.#settle(data);
    port.onerror = (event) => {
      event.preventDefault();
      const why = event.message ?? 'the page’s policy may forbid it: see worker-src';
      this.#end(new AnalyzerError('load', `the analysis could not start (${why}): reload the page`));
    };
  }

  /**
   * The core's answer to `message`.
   *
   * @param {Ask} message
   * @param {(step: Step) => void} [onStep] hears how far a file is read
   * @returns {Promise<any>}
   */
  ask(message, onStep) {
    if (this.#ended) return Promise.reject(this.#ended);
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onStep });
      this.#port.postMessage({ id, ...message });
    });
  }

  /** Ends the core and with it its memory; requests under way are rejected with `closed`. */
  close() {
    this.#end(closed());
  }

  /** @param {Answer} answer */
  #settle({ id, step, result, error }) {
    const request = this.#pending.get(id);
    if (step) {
      request?.onStep?.(step);
      return;
    }
    this.#pending.delete(id);
    if (!error) {
      request?.resolve(result);
      return;
    }
    const failure = new AnalyzerError(error.code, error.message);
    request?.reject(failure);
    if (error.code === 'crashed') this.#end(failure);
  }

  /** @param {AnalyzerError} reason */
  #end(reason) {
    this.#ended ??= reason;
    this.#port.terminate();
    for (const request of this.#pending.values()) request.reject(reason);
    this.#pending.clear();
  }
}
