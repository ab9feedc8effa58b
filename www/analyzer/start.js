/**
 * Starting the core, where script and core are of one version.
 *
 * @module
 */
import { AnalyzerError } from './error.js';
import { instantiate } from './glue.js';
import { version } from './version.js';

/**
 * The core in a new instance.
 *
 * @param {WebAssembly.Module} module
 * @param {string} [client] version of the script that asks, where it is another than this one
 * @returns {import('./glue.js').Glue}
 * @throws {AnalyzerError} `version`
 */
export function startCore(module, client = version) {
  if (client !== version) throw mismatch('worker.js', version, client);
  const core = tried(() => instantiate(module));
  const found = tried(() => core.version());
  if (found !== version) throw mismatch('warraq.wasm', found, version);
  return core;
}

/**
 * Does what fails where a core exports or imports other functions than these bindings.
 *
 * @template T
 * @param {() => T} work
 */
function tried(work) {
  try {
    return work();
  } catch (error) {
    if (error instanceof WebAssembly.LinkError || error instanceof TypeError)
      throw mismatch('warraq.wasm', 'another version', version);
    throw error;
  }
}

/** @param {string} file @param {string} found @param {string} wanted */
function mismatch(file, found, wanted) {
  return new AnalyzerError(
    'version',
    `${file} is of ${found}, the script of ${wanted}: copy both from one package, and empty what may cache them`,
  );
}
