/**
 * The worker: one instance of the core and the corpus in it. The build puts the core's glue before this text and makes
 * one script of both, which the client starts from a blob.
 *
 * @module
 */
import { Corpus, initSync } from './warraq.js';

/** @typedef {import('./protocol.d.ts').Ask} Ask */

/** @type {Corpus} */
let corpus;

self.onmessage = ({ data }) => answer(data);

/** @param {Ask & { id: number }} message */
async function answer(message) {
  try {
    const result = await carryOut(message);
    const columns = message.type === 'report' || message.type === 'question';
    const transfer = columns ? result.arrays.map((/** @type {Uint32Array} */ array) => array.buffer) : [];
    self.postMessage({ id: message.id, result }, { transfer });
  } catch (error) {
    self.postMessage({ id: message.id, error: describe(error) });
  }
}

/** @param {Ask} message */
async function carryOut(message) {
  switch (message.type) {
    case 'start':
      initSync({ module: message.module });
      corpus = new Corpus(message.settings);
      return null;
    case 'add': {
      const { name, blob, encoding, document } = message;
      Corpus.checkSize(blob.size); // before a byte of it is read
      return corpus.add(name, await bytes(blob), encoding, document);
    }
    case 'encoding':
      return corpus.readAgain(message.document, await bytes(message.blob), message.encoding);
    case 'remove':
      return corpus.remove(message.document);
    case 'aliases':
      return corpus.setAliases(message.text);
    case 'block':
      return corpus.setBlock(message.document, message.block, message.inside ?? undefined);
    case 'report':
      return corpus.report();
    case 'question':
      return corpus.ask(message.question);
  }
}

/** @param {Blob} blob */
async function bytes(blob) {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    throw {
      code: 'unreadable',
      message: 'the browser could not read the file: it was moved or changed, drop it again',
    };
  }
}

/**
 * What a request failed with. The core throws `{ code, message }`; anything else is a trap, after which the instance
 * may not be used again.
 *
 * @param {any} error
 */
function describe(error) {
  if (typeof error?.code === 'string') return { code: error.code, message: error.message };
  return { code: 'crashed', message: `the analysis stopped here (${error}); the other files are kept` };
}
