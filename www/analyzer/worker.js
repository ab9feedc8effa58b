/**
 * The worker: one instance of the core and the corpus in it. The build puts the core's glue before this text and makes
 * one script of both, which the client starts from a blob.
 *
 * @module
 */
import { Corpus, initSync } from './warraq.js';

/**
 * @typedef {import('./protocol.d.ts').Ask} Ask
 * @typedef {import('./protocol.d.ts').Step} Step
 */

/** How often is told how far a file is read, and asked whether to go on. */
const STEP_MS = 100;

/** @type {Corpus} */
let corpus;
let stopped = false;

self.onmessage = ({ data }) => answer(data);

/** @param {Ask & { id: number }} message */
async function answer(message) {
  try {
    /** @type {any} */
    const result = await carryOut(message, (step) => self.postMessage({ id: message.id, step }));
    const columns = message.type === 'report' || message.type === 'question';
    const transfer = columns ? result.arrays.map((/** @type {Uint32Array} */ array) => array.buffer) : [];
    self.postMessage({ id: message.id, result }, { transfer });
  } catch (error) {
    self.postMessage({ id: message.id, error: describe(error) });
  }
}

/** @param {Ask} message @param {(step: Step) => void} tell */
async function carryOut(message, tell) {
  switch (message.type) {
    case 'start':
      initSync({ module: message.module });
      corpus = new Corpus(message.settings);
      return null;
    case 'add':
      return read(message, tell);
    case 'stop':
      stopped = true;
      return null;
    case 'encoding': {
      const { document, name, blob, member } = message;
      return corpus.readAgain(document, name, await bytes(blob), choices(message), member);
    }
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

/**
 * Reads the members of a file one after the other.
 *
 * @param {Extract<Ask, { type: 'add' }>} message
 * @param {(step: Step) => void} tell
 */
async function read(message, tell) {
  const { name, blob, documents } = message;
  stopped = false;
  Corpus.checkSize(blob.size); // before a byte of it is read
  corpus.open(name, await bytes(blob), choices(message));
  let step = newStep();
  let told = performance.now();
  for (let member = 0; !stopped; member++) {
    if (documents && !documents.has(member)) {
      if (corpus.pass()) continue;
      break;
    }
    const { added, failed, done, total } = corpus.next(documents?.get(member)) ?? {};
    if (done === undefined) break;
    if (added) step.added.push({ ...added, member });
    if (failed) step.failed.push(failed);
    Object.assign(step, { done, total });
    if (performance.now() - told < STEP_MS) continue;
    tell(step);
    step = newStep();
    await new Promise((resolve) => setTimeout(resolve)); // lets a message to stop come through
    told = performance.now();
  }
  tell(step);
  return { tables: corpus.tables(), stopped };
}

/** How to read a file, as the core takes it. @param {import('./protocol.d.ts').Input} input */
function choices({ encoding, tables = {} }) {
  return { encoding, tables: Object.entries(tables) };
}

/** @returns {Step} */
function newStep() {
  return { added: [], failed: [], done: 0, total: 0 };
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
