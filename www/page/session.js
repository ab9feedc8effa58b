/** What the page knows: the articles given to the analyzer, the latest report on them, and what could not be read. */

import { AnalyzerError, createAnalyzer } from '../analyzer/client.js';
import { Lookup } from './lookup.js';

/**
 * @import { Input, Progress, Report } from '../analyzer/protocol.d.ts'
 * @typedef {{ file: string, code: string, message: string }} Problem a file that was not read; `message` is in English
 * @typedef {{ added: number, failed: number, cancelled: number }} Outcome
 */

/** Files at which a progress bar and a way to stop are worth showing. */
export const MANY = 4;

/** Of the time spent reading, the share that goes into showing results before the end. */
const PREVIEW_SHARE = 0.2;

/**
 * Events: `report` when there is a new report, `problems`, `progress`, and `outcome` (with an `Outcome` as its detail)
 * when files have been read.
 */
export class Session extends EventTarget {
  /** @type {Report} */
  report = {
    warraq: '',
    settings: {},
    documents: [],
    entities: [],
    offers: [],
    keywords: [],
    duplicates: [],
  };
  lookup = new Lookup(this.report);
  /** @type {Problem[]} */
  problems = [];
  /** @type {(Progress & { since: number }) | null} */
  progress = null;
  #analyzer = createAnalyzer({ onProgress: (progress) => this.#show(progress) });
  /** Batches are read one after the other. @type {Promise<unknown>} */
  #tail = Promise.resolve();
  #stop = new AbortController();
  #since = 0;
  #reporting = false;
  #nextPreview = 0;

  get empty() {
    return this.report.documents.length === 0;
  }

  /**
   * Reads files, after those already waiting.
   *
   * @param {Input[]} inputs
   */
  add(inputs) {
    if (inputs.length === 0) return;
    const { signal } = this.#stop;
    this.#tail = this.#tail.then(() => this.#read(inputs, signal));
  }

  /** Says that something could not be read. @param {Problem} problem */
  complain(problem) {
    this.problems = [...this.problems, problem];
    this.#tell('problems');
  }

  forgetProblems() {
    this.problems = [];
    this.#tell('problems');
  }

  /** Stops reading; what was read stays. */
  cancel() {
    this.#stop.abort();
    this.#stop = new AbortController();
  }

  /** @param {number} id of a document */
  async remove(id) {
    await this.#analyzer.remove(id);
    await this.#refresh();
  }

  /** Forgets everything, and gives its memory back. */
  clear() {
    this.cancel();
    this.#analyzer.clear();
    this.#reporting = false;
    this.#take({ ...this.report, documents: [], entities: [], offers: [], keywords: [], duplicates: [] });
    this.forgetProblems();
  }

  /**
   * @param {Input[]} inputs
   * @param {AbortSignal} signal
   */
  async #read(inputs, signal) {
    this.#since = performance.now();
    this.#nextPreview = this.#since + 1000;
    try {
      const { added, failed, cancelled } = await this.#analyzer.addAll(inputs, {
        signal,
        onAdded: () => void this.#preview(),
        onError: (error) => this.complain(problemOf(error)),
      });
      if (added.length > 0) await this.#refresh();
      const detail = { added: added.length, failed: failed.length, cancelled };
      this.dispatchEvent(new CustomEvent('outcome', { detail }));
    } catch (error) {
      // `closed`: the person cleared everything while this was read, and wants to hear no more of it.
      if (!(error instanceof AnalyzerError && error.code === 'closed')) this.complain(problemOf(error));
    } finally {
      this.#show(null);
    }
  }

  /** Results while files are still being read, as long as they cost a small part of the time. */
  async #preview() {
    if (this.#reporting || performance.now() < this.#nextPreview) return;
    const start = performance.now();
    await this.#refresh().catch(() => {}); // the report at the end meets the same error
    this.#nextPreview = performance.now() + (performance.now() - start) / PREVIEW_SHARE;
  }

  async #refresh() {
    this.#reporting = true;
    try {
      this.#take(await this.#analyzer.report());
    } finally {
      this.#reporting = false;
    }
  }

  /** @param {Report} report */
  #take(report) {
    this.report = report;
    this.lookup = new Lookup(report);
    this.#tell('report');
  }

  /** @param {Progress | null} progress */
  #show(progress) {
    this.progress = progress && { ...progress, since: this.#since };
    this.#tell('progress');
  }

  /** @param {string} event */
  #tell(event) {
    this.dispatchEvent(new Event(event));
  }
}

/**
 * @param {unknown} error
 * @returns {Problem}
 */
function problemOf(error) {
  if (error instanceof AnalyzerError)
    return { file: error.file ?? '', code: error.code, message: error.message };
  return { file: '', code: 'unexpected', message: String(error) };
}
