/**
 * One worker with one instance of the core, and the requests under way in it.
 *
 * The worker is started from a blob: a worker from a URL would not inherit the page's content security policy. The
 * module is compiled here and handed over, so that the worker itself requests nothing.
 *
 * @module
 */
import { AnalyzerError, closed } from './error.js';

/** @typedef {import('./protocol.d.ts').Ask} Ask */
/** @typedef {import('./protocol.d.ts').Answer} Answer */
/** @typedef {import('./protocol.d.ts').Step} Step */
/** @typedef {import('./protocol.d.ts').AnalyzerOptions} AnalyzerOptions */

/**
 * Starts a worker and waits until its core is ready; `signal` ends it.
 *
 * @param {AnalyzerOptions} options
 * @param {AbortSignal} signal
 */
export async function connect({ wasmUrl, workerUrl, settings }, signal) {
  const [module, script] = await Promise.all([
    loadOnce(wasmUrl ?? new URL('./warraq.wasm', import.meta.url), compile),
    loadOnce(workerUrl ?? new URL('./worker.js', import.meta.url), asScriptUrl),
  ]);
  if (signal.aborted) throw closed();
  const connection = new Connection(new Worker(script, { type: 'module', name: 'warraq' }));
  signal.addEventListener('abort', () => connection.close(), { once: true });
  await connection.ask({ type: 'start', module, settings });
  return connection;
}

/**
 * A worker whose script is loaded from `url` and started from a blob.
 *
 * @param {URL} url
 */
export async function startWorker(url) {
  return new Worker(await loadOnce(url, asScriptUrl), { type: 'module' });
}

export class Connection {
  #worker;
  #lastId = 0;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: AnalyzerError) => void, onStep?: (step: Step) => void }>} */
  #pending = new Map();
  #open = true;

  /** @param {Worker} worker */
  constructor(worker) {
    this.#worker = worker;
    worker.onmessage = ({ data }) => this.#settle(data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#end(
        new AnalyzerError('load', `the analysis could not start (${event.message}): reload the page`),
      );
    };
  }

  /**
   * The worker's answer to `message`.
   *
   * @param {Ask} message
   * @param {(step: Step) => void} [onStep] hears how far a file is read
   * @returns {Promise<any>}
   */
  ask(message, onStep) {
    if (!this.#open) return Promise.reject(closed());
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject, onStep });
      this.#worker.postMessage({ id, ...message });
    });
  }

  /** Ends the worker and with it its memory; requests under way are rejected with `closed`. */
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
    this.#open = false;
    this.#worker.terminate();
    for (const request of this.#pending.values()) request.reject(reason);
    this.#pending.clear();
  }
}

/** What was loaded, by address: all analyzers of a page share one module and one script. @type {Map<string, Promise<any>>} */
const loaded = new Map();

/**
 * @template T
 * @param {string | URL} url
 * @param {(response: Response) => Promise<T>} read
 * @returns {Promise<T>}
 */
function loadOnce(url, read) {
  const address = String(url);
  let loading = loaded.get(address);
  if (!loading) {
    loading = load(address, read);
    loading.catch(() => loaded.delete(address)); // the next request tries again
    loaded.set(address, loading);
  }
  return loading;
}

/**
 * @template T
 * @param {string} url
 * @param {(response: Response) => Promise<T>} read
 */
async function load(url, read) {
  try {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await read(response);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new AnalyzerError(
      'load',
      `${url} could not be loaded (${why}): check the connection and reload the page`,
    );
  }
}

/** @param {Response} response */
async function compile(response) {
  const streams = response.headers.get('content-type') === 'application/wasm'; // some hosts do not know the type
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** @param {Response} response */
async function asScriptUrl(response) {
  const script = new Blob([await response.text()], { type: 'text/javascript' });
  return trust(URL.createObjectURL(script));
}

/** @type {{ createScriptURL(url: string): any } | undefined} */
let policy;

/**
 * The address as what `new Worker` takes where the page demands Trusted Types. The policy `warraq-worker` is made once:
 * a page's content security policy may forbid a second of the same name.
 *
 * @param {string} blobUrl
 * @returns {string}
 */
function trust(blobUrl) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  policy ??= trustedTypes?.createPolicy('warraq-worker', {
    createScriptURL: (/** @type {string} */ url) => url,
  });
  return policy ? policy.createScriptURL(blobUrl) : blobUrl;
}
