/**
 * The core without a worker and without waiting: single texts, and a corpus.
 *
 * @module
 */
import { choices } from './choices.js';
import { decodeColumns } from './columns.js';
import { AnalyzerError } from './error.js';
import { countWords, normalize } from './stretches.js';

/** @import { Answers, FileRead, Input, Profile, Questions, Report, Settings } from './protocol.d.ts' */

/** An instance of the core. A trap ends it: after an error without a `code`, load another. */
export class Core {
  #glue;

  /** @internal @param {import('./glue.js').Glue} glue */
  constructor(glue) {
    this.#glue = glue;
  }

  /**
   * `text` with its spelling normalized as a profile says.
   *
   * @param {string} text
   * @param {Profile} profile
   * @returns {string}
   * @throws {AnalyzerError} `unknown-switch` where there is no such profile
   */
  normalize(text, profile) {
    return asked(() => normalize(this.#glue, text, profile));
  }

  /**
   * How often each word stands in `text`; the words are folded, so that spellings that differ by hamza or marks count as one.
   *
   * @param {string} text
   * @returns {Map<string, number>} in no order
   */
  countWords(text) {
    return countWords(this.#glue, text);
  }

  /**
   * The tags of an article's tokens, as in CoNLL files (IOB2, kinds PER, LOC, ORG and MISC): for who has tokens of their own, as corpora do.
   *
   * @param {string[][]} sentences the tokens of each, none of them empty or with white space
   * @returns {string[][]} a tag for each token
   */
  tag(sentences) {
    const lines = this.#glue.tag(sentences.map((tokens) => tokens.join('\n')).join('\n\n'));
    const tags = lines.split(/\n+/)[Symbol.iterator]();
    return sentences.map((tokens) => tokens.map(() => tags.next().value ?? 'O'));
  }

  /**
   * An empty corpus.
   *
   * @param {Settings} [settings]
   * @returns {Corpus}
   * @throws {AnalyzerError} `bad-settings`
   */
  createCorpus(settings) {
    return new Corpus(this.#glue, settings);
  }
}

/** Articles, and the questions about them: what `Analyzer` offers, at once. */
export class Corpus {
  #glue;
  #corpus;

  /** @internal @param {import('./glue.js').Glue} glue @param {Settings} [settings] */
  constructor(glue, settings) {
    this.#glue = glue;
    this.#corpus = asked(() => new glue.Corpus(settings));
  }

  /**
   * Reads a file and all the articles in it.
   *
   * @param {string} name
   * @param {Uint8Array} bytes
   * @param {Pick<Input, 'encoding' | 'tables'>} [input]
   * @returns {FileRead}
   * @throws {AnalyzerError} where there is nothing in it that can be read
   */
  add(name, bytes, input = {}) {
    /** @type {FileRead} */
    const read = { added: [], failed: [], tables: [], stopped: false };
    asked(() => {
      this.#glue.Corpus.checkSize(bytes.length);
      this.#corpus.open(name, bytes, choices(input));
      for (let step = this.#corpus.next(); step; step = this.#corpus.next()) {
        if (step.added) read.added.push(step.added);
        if (step.failed) read.failed.push(step.failed);
      }
      read.tables = this.#corpus.tables();
    }, name);
    const [only] = read.failed;
    if (read.added.length === 0 && read.failed.length === 1 && only?.name === name)
      throw new AnalyzerError(only.code, only.message, name);
    return read;
  }

  /** @param {number} id of a document @throws {AnalyzerError} `unknown-document` */
  remove(id) {
    asked(() => this.#corpus.remove(id));
  }

  /** @param {string} text of an alias file, in place of the one before @throws {AnalyzerError} `bad-alias` */
  setAliases(text) {
    asked(() => this.#corpus.setAliases(text));
  }

  /**
   * @param {number} document
   * @param {number} block index among the document's `blocks`
   * @param {boolean | null} inside whether it belongs to the article; null leaves it to the program
   * @throws {AnalyzerError} `unknown-document` or `unknown-block`
   */
  setBlock(document, block, inside) {
    asked(() => this.#corpus.setBlock(document, block, inside ?? undefined));
  }

  /** @returns {Report} */
  report() {
    return decodeColumns(/** @type {any} */ (asked(() => this.#corpus.report())));
  }

  /**
   * @template {keyof Questions} Q
   * @param {Q} name
   * @param {Questions[Q]} question
   * @returns {Answers[Q]}
   * @throws {AnalyzerError} `bad-question`, `empty-query`, `bad-regex`, `unknown-entity` or `unknown-document`
   */
  ask(name, question) {
    return decodeColumns(/** @type {any} */ (asked(() => this.#corpus.ask({ [name]: question }))));
  }

  /** @param {Questions['concordance']} query */
  concordance(query) {
    return this.ask('concordance', query);
  }

  /** Gives its memory back. */
  close() {
    this.#corpus.free();
  }
}

/**
 * What `work` gives; `{ code, message }`, which the core throws, becomes an error.
 *
 * @template T
 * @param {() => T} work
 * @param {string} [file]
 */
function asked(work, file) {
  try {
    return work();
  } catch (error) {
    const { code, message } = /** @type {any} */ (error);
    throw typeof code === 'string' ? new AnalyzerError(code, message, file) : error;
  }
}
