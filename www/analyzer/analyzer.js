/**
 * A corpus in a core of its own. Files are read one after the other; an archive, a book or a table holds many articles. If the core
 * stops at a file (a trap ends a WebAssembly instance for good), that request is rejected with `crashed`, and a new core reads the
 * other files again.
 *
 * @module
 */
import { decodeInSlices } from './columns.js';
import { connect } from './connection.js';
import { AnalyzerError, asAnalyzerError, closed } from './error.js';
import { startWorker } from './load.js';

/**
 * @typedef {import('./protocol.d.ts').Input} Input
 * @typedef {import('./protocol.d.ts').FileRead} FileRead
 * @typedef {import('./protocol.d.ts').KeptFile} KeptFile
 * @typedef {import('./protocol.d.ts').AddOptions} AddOptions
 * @typedef {import('./protocol.d.ts').Report} Report
 * @typedef {import('./protocol.d.ts').Timing} Timing
 * @typedef {import('./protocol.d.ts').Analyzer} Analyzer
 * @typedef {import('./protocol.d.ts').Questions} Questions
 * @typedef {import('./protocol.d.ts').Answers} Answers
 * @typedef {import('./protocol.d.ts').AnalyzerOptions} AnalyzerOptions
 * @typedef {import('./protocol.d.ts').AddAllOptions} AddAllOptions
 * @typedef {import('./protocol.d.ts').AddAllResult} AddAllResult
 * @typedef {import('./connection.js').Connection} Connection
 */

/**
 * An empty corpus. The core is loaded at once; if that fails, the first request is rejected.
 *
 * @param {AnalyzerOptions} options
 * @param {() => Promise<WebAssembly.Module>} loadCore
 * @returns {Analyzer}
 */
export function openAnalyzer(options, loadCore) {
  const analyzer = new CorpusAnalyzer(options, loadCore);
  options.signal?.addEventListener('abort', () => analyzer.close(), { once: true });
  if (options.signal?.aborted) analyzer.close();
  return analyzer;
}

/** @implements {Analyzer} */
class CorpusAnalyzer {
  #options;
  #loadCore;
  /** The files in the corpus, to read them again after a crash. @type {Set<Kept>} */
  #kept = new Set();
  /** The decisions about names in force, to put them in force again after a crash. */
  #aliases;
  /** Those about blocks, by document and block. @type {Map<string, { document: number, block: number, inside: boolean }>} */
  #blocks = new Map();
  /** Requests go to the worker one at a time: this settles when the last one has. @type {Promise<unknown>} */
  #tail = Promise.resolve();
  /** @type {Promise<Connection> | null} */
  #connection = null;
  /** Files that a new worker could not read again: whoever asks next is told. @type {AnalyzerError[]} */
  #lost = [];
  /** Ends with `clear`: what was asked in one life is not carried out in the next. */
  #life = new AbortController();
  /** Whether a file is being read, between whose articles the core answers. */
  #reading = false;
  #closed = false;

  /** @param {AnalyzerOptions} options @param {() => Promise<WebAssembly.Module>} loadCore */
  constructor(options, loadCore) {
    this.#options = options;
    this.#loadCore = loadCore;
    this.#aliases = options.aliases ?? '';
    this.#connect().catch(() => {}); // the first request meets the same error
  }

  /**
   * @param {Input} input
   * @param {AddOptions} [options]
   * @returns {Promise<FileRead>}
   */
  add(input, { signal, onInside, onAdded } = {}) {
    return this.#inTurn(async () => {
      signal?.throwIfAborted();
      const file = await this.#layout(input).catch((error) => {
        throw asAnalyzerError(error, input.name);
      });
      /** @type {FileRead} */
      const read = { added: [], failed: [], tables: [], stopped: false };
      /** @type {Kept} */
      const kept = { input, file, members: new Map(), encodings: new Map() };
      this.#kept.add(kept);
      const stop = () => void this.#ask({ type: 'stop' }).catch(() => {});
      signal?.addEventListener('abort', stop);
      this.#reading = true;
      try {
        const end = await this.#ask({ type: 'add', ...file }, input.name, ({ added, failed, ...inside }) => {
          for (const { member, ...article } of added) {
            kept.members.set(article.id, member);
            read.added.push(article);
            onAdded?.(article);
          }
          read.failed.push(...failed);
          if (inside.total > 1) onInside?.(inside);
        });
        Object.assign(read, end);
      } catch (error) {
        // What was read before the core stopped is kept.
        const { code, message } = asAnalyzerError(error);
        if (read.added.length === 0 || code === 'closed') throw error;
        read.failed.push({ name: input.name, code, message });
      } finally {
        this.#reading = false;
        signal?.removeEventListener('abort', stop);
        if (kept.members.size === 0) this.#kept.delete(kept);
      }
      const [only] = read.failed;
      if (read.added.length === 0 && read.failed.length === 1 && only?.name === input.name)
        throw new AnalyzerError(only.code, only.message, only.name);
      return read;
    });
  }

  /**
   * @param {Iterable<Input>} inputs
   * @param {AddAllOptions} [options]
   * @returns {Promise<AddAllResult>}
   */
  async addAll(inputs, { signal, onProgress, onAdded, onError } = {}) {
    const files = [...inputs];
    /** @type {AddAllResult} */
    const result = { added: [], failed: [], tables: [], cancelled: 0 };
    /** @param {AnalyzerError} failure */
    const fail = (failure) => {
      result.failed.push(failure);
      onError?.(failure);
    };
    const count = progress('read', files, [onProgress, this.#options.onProgress]);
    for (const [index, file] of files.entries()) {
      if (signal?.aborted) {
        result.cancelled = files.length - index;
        break;
      }
      count(index);
      try {
        const onInside = (/** @type {{ done: number, total: number }} */ inside) => count(index, inside);
        const { added, failed, tables, stopped } = await this.add(file, { signal, onInside, onAdded });
        result.added.push(...added);
        result.tables.push(...tables.map((table) => ({ input: file, table })));
        failed.forEach(({ code, message, name }) => fail(new AnalyzerError(code, message, name)));
        if (stopped) result.cancelled++;
      } catch (error) {
        if (signal?.aborted && error === signal.reason) {
          result.cancelled = files.length - index;
          break;
        }
        const failure = asAnalyzerError(error, file.name);
        if (failure.code === 'closed') throw failure;
        fail(failure);
      }
    }
    count(files.length - result.cancelled);
    return result;
  }

  /** @param {number} document @param {string | null} encoding @returns {Promise<boolean>} */
  setEncoding(document, encoding) {
    return this.#inTurn(async () => {
      const kept = [...this.#kept].find(({ members }) => members.has(document));
      if (!kept) throw new AnalyzerError('unknown-document', `there is no document ${document}`);
      const decided = await this.#ask(await this.#again(kept, document, encoding), kept.input.name);
      kept.encodings.set(document, encoding);
      if (!decided) this.#forgetBlocks(document);
      return decided;
    });
  }

  /** @param {number} id */
  remove(id) {
    return this.#inTurn(async () => {
      await this.#ask({ type: 'remove', document: id });
      this.#forget(id);
    });
  }

  /** @param {Input} input */
  removeFile(input) {
    return this.#inTurn(async () => {
      const kept = [...this.#kept].filter((kept) => kept.input === input);
      const documents = kept.flatMap(({ members }) => [...members.keys()]);
      for (const document of documents) {
        await this.#ask({ type: 'remove', document });
        this.#forget(document);
      }
      return documents;
    });
  }

  files() {
    const read = [...this.#kept].filter(({ members }) => members.size > 0);
    return read.map(({ input, members, encodings }) => ({
      input,
      members: new Map(members),
      encodings: new Map(encodings),
    }));
  }

  /** @param {KeptFile[]} files */
  restore(files) {
    return this.#inTurn(async () => {
      const before = await this.#connection?.catch(() => null);
      before?.close();
      this.#connection = null;
      /** @type {Map<Input, Input | undefined>} */
      const read = new Map([...this.#kept].map(({ input, file }) => [input, file]));
      const copy = (/** @type {KeptFile} */ { input, members, encodings }) => ({
        input,
        file: read.get(input),
        members: new Map(members),
        encodings: new Map(encodings),
      });
      this.#kept = new Set(files.map(copy));
      await this.#connect();
      return this.#lost.splice(0);
    });
  }

  /** @param {string} text */
  setAliases(text) {
    return this.#inTurn(async () => {
      await this.#ask({ type: 'aliases', text });
      this.#aliases = text;
    });
  }

  /** @param {number} document @param {number} block @param {boolean | null} inside */
  setBlock(document, block, inside) {
    return this.#inTurn(async () => {
      await this.#ask({ type: 'block', document, block, inside });
      const key = `${document} ${block}`;
      if (inside === null) this.#blocks.delete(key);
      else this.#blocks.set(key, { document, block, inside });
    });
  }

  /** @param {Timing} [timing] @returns {Promise<Report>} */
  report(timing) {
    return this.#answer({ type: 'report' }, timing);
  }

  /**
   * @template {keyof Questions} Q
   * @param {Q} name
   * @param {Questions[Q]} question
   * @param {Timing} [timing]
   * @returns {Promise<Answers[Q]>}
   */
  ask(name, question, timing) {
    return this.#answer({ type: 'question', question: { [name]: question } }, timing);
  }

  /** @param {string[]} texts @param {import('./protocol.d.ts').Profile} profile @returns {Promise<string[]>} */
  normalize(texts, profile) {
    const ask = async () => /** @type {string[]} */ (await this.#ask({ type: 'normalize', texts, profile }));
    return this.#reading ? ask() : this.#inTurn(ask);
  }

  /** @param {Questions['concordance']} query */
  concordance(query) {
    return this.ask('concordance', query);
  }

  clear() {
    this.#life.abort();
    this.#life = new AbortController();
    this.#connection = null;
    this.#kept = new Set();
    this.#blocks = new Map();
    this.#aliases = this.#options.aliases ?? '';
    this.#lost = [];
  }

  close() {
    this.#closed = true;
    this.clear();
  }

  /** @param {number} document which is no more */
  #forget(document) {
    for (const kept of this.#kept) {
      kept.encodings.delete(document);
      if (kept.members.delete(document) && kept.members.size === 0) this.#kept.delete(kept);
    }
    this.#forgetBlocks(document);
  }

  /** @param {number} document */
  #forgetBlocks(document) {
    for (const [key, decision] of this.#blocks) if (decision.document === document) this.#blocks.delete(key);
  }

  /**
   * @param {import('./protocol.d.ts').Ask} message that is answered in columns
   * @param {Timing} [timing]
   */
  #answer(message, { soFar = false } = {}) {
    const answer = async () => decodeInSlices(await this.#ask(message));
    return soFar && this.#reading ? answer() : this.#inTurn(answer);
  }

  /**
   * Runs `operation` when all earlier ones have settled.
   *
   * @template T
   * @param {() => Promise<T>} operation
   * @returns {Promise<T>}
   */
  #inTurn(operation) {
    const { signal } = this.#life;
    const turn = this.#tail.then(() => {
      if (this.#closed || signal.aborted) throw closed();
      return operation();
    });
    this.#tail = turn.catch(() => {});
    return turn;
  }

  /**
   * @param {import('./protocol.d.ts').Ask} message
   * @param {string} [file]
   * @param {(step: import('./protocol.d.ts').Step) => void} [onStep]
   */
  async #ask(message, file, onStep) {
    try {
      const connection = await this.#connect();
      const [lost] = this.#lost.splice(0);
      if (lost) throw lost;
      return await connection.ask(message, onStep);
    } catch (error) {
      const failure = asAnalyzerError(error, file);
      if (failure.code === 'crashed') this.#connection = null;
      throw failure;
    }
  }

  /** The worker; if there is none, a new one that has been given the files kept. */
  #connect() {
    this.#connection ??= this.#start().catch((error) => {
      this.#connection = null; // the next request tries again
      throw error;
    });
    return this.#connection;
  }

  async #start() {
    // One without members is about to be read.
    const kept = [...this.#kept].filter(({ members }) => members.size > 0);
    const connection = await connect(this.#options, this.#loadCore, this.#life.signal);
    const inputs = kept.map(({ input }) => input);
    const count = progress('restore', inputs, [this.#options.onProgress]);
    let done = 0;
    if (this.#aliases) await connection.ask({ type: 'aliases', text: this.#aliases });
    for (const file of kept) {
      count(done++);
      await this.#readOnceMore(file, connection);
    }
    if (done) count(done);
    for (const decision of this.#blocks.values()) await connection.ask({ type: 'block', ...decision });
    return connection;
  }

  /**
   * Gives a new worker a file that the one before had. What it does not read so, since it was moved or changed, is forgotten, and whoever
   * asks next is told of it.
   *
   * @param {Kept} kept
   * @param {Connection} connection
   */
  async #readOnceMore(kept, connection) {
    const { input, members, encodings } = kept;
    /** @type {Set<number>} */
    const read = new Set();
    try {
      kept.file ??= await this.#layout(input);
      const documents = new Map([...members].map(([id, member]) => [member, id]));
      await connection.ask({ type: 'add', ...kept.file, documents }, ({ added }) =>
        added.forEach(({ id }) => read.add(id)),
      );
      for (const [id, encoding] of encodings) await connection.ask(await this.#again(kept, id, encoding));
      if ([...members.keys()].every((id) => read.has(id))) return;
      throw new AnalyzerError('unreadable', 'the file is not as it was: add it again');
    } catch (error) {
      const { code, message } = asAnalyzerError(error);
      const failure = new AnalyzerError(code, message, input.name);
      const ended = code === 'crashed' || code === 'closed';
      for (const id of [...members.keys()]) if (ended || !read.has(id)) this.#forget(id);
      if (ended) throw failure;
      this.#lost.push(failure);
    }
  }

  /**
   * @param {Kept} kept
   * @param {number} document
   * @param {string | null} encoding
   * @returns {Promise<import('./protocol.d.ts').Ask>}
   */
  async #again(kept, document, encoding) {
    kept.file ??= await this.#layout(kept.input);
    const member = kept.members.get(document) ?? 0;
    return { ...kept.file, type: 'encoding', document, member, encoding: encoding ?? undefined };
  }

  /** What the core is given of a file: of a PDF its layout, where the host has a reader of PDFs. @param {Input} input */
  async #layout(input) {
    const { pdf } = this.#options;
    return pdf && (await isPdf(input.blob)) ? pdf(input, startWorker) : input;
  }
}

/**
 * A file in the corpus, and what the core is given of it: of a PDF its layout.
 *
 * @typedef {KeptFile & { file?: Input }} Kept
 */

/**
 * A function that tells the listeners that `done` of the files are done, and `inside` of the next.
 *
 * @param {'read' | 'restore'} stage
 * @param {Input[]} files
 * @param {(((progress: import('./protocol.d.ts').Progress) => void) | undefined)[]} listeners
 */
function progress(stage, files, listeners) {
  const bytesTotal = files.reduce((sum, file) => sum + file.blob.size, 0);
  /** @param {number} done @param {{ done: number, total: number }} [inside] */
  return (done, inside) => {
    const before = files.slice(0, done).reduce((sum, file) => sum + file.blob.size, 0);
    const part = inside && inside.total > 0 ? inside.done / inside.total : 0;
    const bytesDone = before + Math.round(part * (files[done]?.blob.size ?? 0));
    const name = files[done]?.name ?? '';
    for (const listener of listeners) {
      listener?.({ stage, done, total: files.length, bytesDone, bytesTotal, name, inside });
    }
  };
}

/** Where a PDF says that it is one: within the first kilobyte (ISO 32000-1, implementation note 13). */
const PDF_HEAD = 1024;

/** @param {Blob} blob */
async function isPdf(blob) {
  try {
    return (await blob.slice(0, PDF_HEAD).text()).includes('%PDF-');
  } catch {
    return false; // what cannot be read is told of when it is read
  }
}
