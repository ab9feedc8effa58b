/**
 * One instance of the core, the corpus in it, and the answers to what a client asks: in a worker, or in the client's own thread.
 *
 * @module
 */
import { choices } from './choices.js';
import { normalize } from './stretches.js';
import { startCore } from './start.js';

/**
 * @typedef {import('./protocol.d.ts').Answer} Answer
 * @typedef {import('./protocol.d.ts').Ask} Ask
 * @typedef {import('./protocol.d.ts').Step} Step
 * @typedef {InstanceType<import('./glue.js').Glue['Corpus']>} Corpus
 */

/** How often is told how far a file is read, and asked whether to go on. */
const STEP_MS = 100;

export class Service {
  #tell;
  /** Set by `start`, which comes first. */
  #started = /** @type {{ core: import('./glue.js').Glue, corpus: Corpus }} */ ({});
  #stopped = false;

  /** @param {(answer: Answer, transfer: Transferable[]) => void} tell hears the answers */
  constructor(tell) {
    this.#tell = tell;
  }

  /** @param {Ask & { id: number }} message */
  async answer(message) {
    const { id } = message;
    try {
      /** @type {any} */
      const result = await this.#carryOut(message, (step) => this.#tell({ id, step }, []));
      const inColumns = message.type === 'report' || message.type === 'question';
      this.#tell({ id, result }, inColumns ? buffers(result) : []);
    } catch (error) {
      this.#tell({ id, error: describe(error) }, []);
    }
  }

  /** Makes ready for the first article. */
  prepare() {
    this.#started.core?.Corpus.prepare();
  }

  /** Stops the file being read before its next member. */
  stop() {
    this.#stopped = true;
  }

  /** @param {Ask} message @param {(step: Step) => void} tell */
  async #carryOut(message, tell) {
    if (message.type === 'start') {
      const core = startCore(message.module, message.version);
      this.#started = { core, corpus: new core.Corpus(message.settings) };
      return null;
    }
    const { core, corpus } = this.#started;
    switch (message.type) {
      case 'add':
        return this.#read(message, tell);
      case 'stop':
        return this.stop();
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
      case 'normalize':
        return message.texts.map((text) => normalize(core, text, message.profile));
    }
  }

  /**
   * Reads the members of a file one after the other.
   *
   * @param {Extract<Ask, { type: 'add' }>} message
   * @param {(step: Step) => void} tell
   */
  async #read(message, tell) {
    const { name, blob, documents } = message;
    const { core, corpus } = this.#started;
    this.#stopped = false;
    core.Corpus.checkSize(blob.size); // before a byte of it is read
    corpus.open(name, await bytes(blob), choices(message));
    let step = newStep();
    let told = performance.now();
    for (let member = 0; !this.#stopped; member++) {
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
    return { tables: corpus.tables(), stopped: this.#stopped };
  }
}

/**
 * What of `columns` goes to the client without a copy.
 *
 * @param {import('./protocol.d.ts').Columns} columns
 * @returns {ArrayBuffer[]}
 */
function buffers({ arrays, documents = [] }) {
  return [...arrays.map((array) => array.buffer), ...documents.flatMap(buffers)];
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
