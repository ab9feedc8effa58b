/**
 * What is loaded beside a script: the core's module, and scripts for workers; by address once a page, for all analyzers.
 *
 * @module
 */
import { AnalyzerError } from './error.js';

/**
 * The core, compiled.
 *
 * @param {WebAssembly.Module | BufferSource | string | URL} wasm the module, its bytes, or its address
 * @returns {Promise<WebAssembly.Module>}
 * @throws {AnalyzerError} `load`
 */
export async function loadModule(wasm) {
  if (wasm instanceof WebAssembly.Module) return wasm;
  if (typeof wasm === 'string' || wasm instanceof URL) return loadOnce(wasm, compile);
  try {
    return await WebAssembly.compile(wasm);
  } catch (error) {
    throw notLoaded('the core', error);
  }
}

/**
 * A worker whose script, which may be no module, is loaded from `url` and started from a blob, under the page's own policy.
 *
 * @param {URL} url
 */
export async function startWorker(url) {
  return new Worker(await loadOnce(url, scriptOf));
}

/**
 * The address of a script, as what `new Worker` takes.
 *
 * @param {string} text
 */
export function blobUrl(text) {
  return trusted(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
}

/** @type {{ createScriptURL(url: string): any } | undefined} */
let policy;

/**
 * An address as what `new Worker` takes where the page demands Trusted Types. The policy `warraq-worker` is made once:
 * a page's content security policy may forbid a second of the same name.
 *
 * @param {string} url
 * @returns {string}
 */
export function trusted(url) {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  policy ??= trustedTypes?.createPolicy('warraq-worker', {
    createScriptURL: (/** @type {string} */ url) => url,
  });
  return policy ? policy.createScriptURL(url) : url;
}

/** What was loaded, by address. @type {Map<string, Promise<any>>} */
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
    const response = fileResponse(url) ?? (await fetch(url));
    if (!response.ok) throw new Error(`status ${response.status}`);
    return await read(response);
  } catch (error) {
    throw notLoaded(url, error);
  }
}

/** @param {string} what @param {unknown} error */
function notLoaded(what, error) {
  const why = error instanceof Error ? error.message : error;
  return new AnalyzerError(
    'load',
    `${what} could not be loaded (${why}): check the address and the connection, and load the page again; a browser without SIMD in WebAssembly must be updated`,
  );
}

/** A file of this machine, where the script runs outside a browser: Node's `fetch` knows no `file:`. @param {string} url */
function fileResponse(url) {
  if (!url.startsWith('file:')) return null;
  const file = /** @type {typeof globalThis & { process?: NodeJS.Process }} */ (
    globalThis
  ).process?.getBuiltinModule?.('node:fs');
  return file ? new Response(file.readFileSync(new URL(url))) : null;
}

/** @param {Response} response */
async function compile(response) {
  const streams = response.headers.get('content-type') === 'application/wasm'; // some hosts do not know the type
  return streams ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

/** @param {Response} response */
async function scriptOf(response) {
  return blobUrl(await response.text());
}
