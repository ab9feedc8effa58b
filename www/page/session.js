/** What the page knows: the articles given to the analyzer, the latest report on them, and what could not be read. */

import { AnalyzerError, createAnalyzer } from '../analyzer/client.js';
import { partSessions } from '../session/kind.js';
import { blocksChanged } from './blocks.js';
import { Decisions } from './decisions.js';
import { Lookup } from './lookup.js';
import { partOf, putBack, removalsChanged, removeArticle, removedBy } from './removal.js';
import { aliasText, partAliasFiles, rulesIn, rulesOf } from './rules.js';

/**
 * @import { Added, Answers, Document, Input, KeptFile, Progress, Questions, Report, Roles, Table } from '../analyzer/protocol.d.ts'
 * @import { SessionState } from '../session/state.d.ts'
 * @import { Places } from './places.js'
 * @import { Decision } from './rules.js'
 * @typedef {{ file: string, code: string, message: string, input?: Input }} Problem a file that was not read; `message` is in English
 * @typedef {{ input: Input, table: Table }} FileTable a table, and the file that it is in
 * @typedef {{ added: number, failed: number, cancelled: number }} Outcome
 * @typedef {'decided' | 'undone' | 'redone' | 'removed' | 'loaded'} Change to the decisions
 * @typedef {{ change: Change, decisions: Decision[] }} Changed with those that came or went
 */

/** Files, or articles in a file, at which a progress bar and a way to stop are worth showing. */
export const MANY = 4;

/** Of the time spent reading, the share that goes into showing results before the end. */
const PREVIEW_SHARE = 0.2;
/** The share of articles that must be new in them, unless so many milliseconds went by. */
const PREVIEW_NEWS = 0.2;
const PREVIEW_PATIENCE = 5000;

/** Whether words are being selected, which results before the end would undo. */
const isSelecting = () => getSelection()?.isCollapsed === false;

/**
 * Events: `report` when there is a new report, `problems`, `progress`, `outcome` (with an `Outcome` as its detail)
 * when files have been read, `changed` (with a `Changed`) when other decisions are in force, and `session` (with an `Input`) when the
 * file of a session was given: whether to open it is asked where there are articles; `keeping` when `notKept` is another.
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
  /** The tables among the files, with what was taken for what. @type {FileTable[]} */
  tables = [];
  /** @type {(Progress & { since: number }) | null} */
  progress = null;
  /** The lines of the concordance looked at last, for the reader to go through: what was sought, their places, their address. @type {{ name: string, places: Places, all: string } | null} */
  lines = null;
  /** The documents that the list of articles shows, which may be searched. @type {number[]} */
  listed = [];
  /** What the person decided. */
  decisions = new Decisions();
  /** The encodings that the person chose, by document. @type {Map<number, string>} */
  encodings = new Map();
  /** Why what is kept in the browser is not this session, although the person wants that: see keeping.js. @type {'elsewhere' | 'taken' | null} */
  notKept = null;
  /** Those that the core follows. @type {readonly Decision[]} */
  #followed = [];
  /** What was removed, each document as the part of its file that it was, to bring it back. @type {Map<number, KeptFile>} */
  #removed = new Map();
  #analyzer = createAnalyzer({
    onProgress: (progress) => this.#show(progress),
    pdf: async (...file) => (await import('../analyzer/pdf.js')).layoutOf(...file),
  });
  /** Settles when the core answers. */
  ready = this.#analyzer.report().then(() => void performance.mark('ready'));
  /** Batches are read one after the other. @type {Promise<unknown>} */
  #tail = Promise.resolve();
  #stop = new AbortController();
  #since = 0;
  #reporting = false;
  /** Reports asked for, and which of them is shown. */
  #asked = 0;
  #taken = 0;
  #nextPreview = 0;
  #lastPreview = 0;
  /** Articles read since a report was asked for. */
  #added = 0;

  /** Whether there is nothing to show: a table that could not be read leaves its choices. */
  get empty() {
    return this.report.documents.length === 0 && this.tables.length === 0;
  }

  /**
   * Reads files, after those already waiting; an alias file among them is put in force.
   *
   * @param {Input[]} inputs
   */
  add(inputs) {
    if (inputs.length === 0) return;
    const { signal } = this.#stop;
    this.#tail = this.#tail.then(async () => {
      const { sessions, others } = await partSessions(inputs);
      for (const detail of sessions.slice(-1)) this.dispatchEvent(new CustomEvent('session', { detail }));
      const { aliases, articles } = await partAliasFiles(others);
      for (const file of aliases) await this.loadDecisions(file);
      if (articles.length > 0) await this.#read(articles, signal);
    });
  }

  /**
   * Reads a file that could not be read in the encoding that the person says.
   *
   * @param {Problem} problem
   * @param {string} encoding
   */
  readIn(problem, encoding) {
    if (problem.input === undefined) return;
    this.problems = this.problems.filter((other) => other !== problem);
    this.#tell('problems');
    const again = { ...problem.input, encoding };
    const { signal } = this.#stop;
    this.#tail = this.#tail.then(async () => {
      for (const { id } of await this.#read([again], signal)) {
        await this.#analyzer.setEncoding(id, encoding).catch((error) => this.#fail(error)); // so that it is known as chosen
        this.encodings.set(id, encoding);
      }
    });
  }

  /**
   * Reads the file of a table again, the table's columns taken for what the person says.
   *
   * @param {FileTable} of
   * @param {Roles} roles
   */
  readTable({ input, table }, roles) {
    const again = { ...input, tables: { ...input.tables, [table.name]: roles } };
    const { signal } = this.#stop;
    this.#tail = this.#tail.then(async () => {
      const others = this.tables.filter((other) => other.input === input && other.table !== table);
      this.problems = this.problems.filter(({ file }) => !isIn(file, input));
      this.tables = this.tables.filter((other) => other.input !== input);
      this.#tell('problems');
      try {
        this.#forgetDocuments([...(await this.#analyzer.removeFile(input)), ...this.#removedFrom(input)]);
      } catch (error) {
        this.#fail(error);
      }
      await this.#read([again], signal);
      if (this.tables.some((other) => other.input === again)) return;
      // Nothing could be read so: the choice stays open.
      const kept = [{ ...table, roles, rows: 0 }, ...others.map((other) => other.table)];
      this.tables = [...this.tables, ...kept.map((table) => ({ input: again, table }))];
      await this.#refresh().catch((error) => this.#fail(error));
    });
  }

  /** @param {Decision} decision */
  decide(decision) {
    this.decisions.change([...this.decisions.list, decision]);
    return this.#enforce('decided', [decision]);
  }

  /** @param {Decision} decision one of those in force */
  removeDecision(decision) {
    this.decisions.change(this.decisions.list.filter((other) => other !== decision));
    return this.#enforce('removed', [decision]);
  }

  undo() {
    return this.#goTo('undone', () => this.decisions.undo());
  }

  redo() {
    return this.#goTo('redone', () => this.decisions.redo());
  }

  /**
   * Puts the rules of an alias file in force with those that are.
   *
   * @param {Input} file
   */
  async loadDecisions({ name, blob }) {
    try {
      const text = await blob.text();
      await this.#analyzer.setAliases(text); // refuses a file that is none, and names the line
      this.#followed = rulesOf(text).map((line) => [line]);
      const { list } = this.decisions;
      const known = new Set(rulesIn(list));
      const rules = rulesOf(text)
        .filter((line) => !known.has(line))
        .map((line) => [line]);
      this.decisions.change([...list, ...rules]);
      await this.#enforce('loaded', rules);
    } catch (error) {
      const problem = problemOf(error);
      this.complain({
        ...problem,
        file: name,
        code: problem.code === 'unexpected' ? 'unreadable' : problem.code,
      });
    }
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

  /** Takes an article out; undoing brings it back. @param {Document} document */
  remove(document) {
    return this.decide(removeArticle(document));
  }

  /**
   * Asks the analyzer a question about the articles read.
   *
   * @template {keyof Questions} Q
   * @param {Q} name
   * @param {Questions[Q]} question
   * @returns {Promise<Answers[Q]>}
   */
  ask(name, question) {
    return this.#analyzer.ask(name, question, { soFar: true });
  }

  /**
   * Texts with their spelling normalized.
   *
   * @param {string[]} texts
   * @param {import('../analyzer/protocol.d.ts').Profile} profile
   */
  normalize(texts, profile) {
    return this.#analyzer.normalize(texts, profile);
  }

  /**
   * Reads an article's file again.
   *
   * @param {Document} document
   * @param {string | null} encoding that the person chose; null for the one detected
   * @returns {Promise<Problem | null>} why it could not be read so; then it is as before
   */
  async setEncoding({ id, name }, encoding) {
    try {
      const decided = await this.#analyzer.setEncoding(id, encoding);
      if (encoding === null) this.encodings.delete(id);
      else this.encodings.set(id, encoding);
      if (!decided) this.#forget((decision) => 'inside' in decision && decision.document === id);
      await this.#refresh();
      return null;
    } catch (error) {
      return { ...problemOf(error), file: name };
    }
  }

  /** What it takes to have all this again: see `open`. @returns {SessionState} */
  state() {
    const files = this.#analyzer.files();
    const documents = new Set(files.flatMap(({ members }) => [...members.keys()]));
    const known = new Set(files.map(({ input }) => input));
    // Of these nothing could be read, and the choice of columns is open.
    const others = new Set(this.tables.flatMap(({ input }) => (known.has(input) ? [] : [input])));
    return {
      warraq: this.report.warraq,
      settings: this.report.settings,
      files: [...files, ...[...others].map((input) => ({ input, members: new Map(), encodings: new Map() }))],
      decisions: this.decisions.list.flatMap((decision) => {
        if ('gone' in decision || ('inside' in decision && !documents.has(decision.document))) return [];
        return [decision];
      }),
      tables: this.tables,
    };
  }

  /** Has a session again as it was, in place of this one. @param {SessionState} state */
  open(state) {
    this.clear();
    return this.resume(Promise.resolve(state));
  }

  /** Has a session again as it was, before what is given meanwhile is read. @param {Promise<SessionState | null>} state */
  resume(state) {
    const turn = this.#tail.then(async () => {
      const found = await state;
      if (found !== null) await this.#haveAgain(found);
    });
    this.#tail = turn.catch(() => {});
    return turn;
  }

  /** Forgets everything, and gives its memory back. */
  clear() {
    this.cancel();
    this.#analyzer.clear();
    this.decisions = new Decisions();
    this.#followed = [];
    this.#removed.clear();
    this.encodings.clear();
    this.#reporting = false;
    this.tables = [];
    this.#take(
      { ...this.report, documents: [], entities: [], offers: [], keywords: [], duplicates: [] },
      ++this.#asked,
    );
    this.forgetProblems();
  }

  /**
   * @param {Input[]} inputs
   * @param {AbortSignal} signal
   * @returns {Promise<Added[]>}
   */
  async #read(inputs, signal) {
    this.#since = performance.now();
    this.#nextPreview = this.#since + 1000;
    try {
      const { added, failed, tables, cancelled } = await this.#analyzer.addAll(inputs, {
        signal,
        onAdded: () => {
          this.#added++;
          void this.#preview();
        },
        onError: (error) =>
          this.complain({ ...problemOf(error), input: inputs.find(({ name }) => name === error.file) }),
      });
      this.tables = [...this.tables, ...tables];
      if (added.length > 0) await this.#refresh();
      const detail = { added: added.length, failed: failed.length, cancelled };
      this.dispatchEvent(new CustomEvent('outcome', { detail }));
      return added;
    } catch (error) {
      this.#fail(error);
      return [];
    } finally {
      this.#show(null);
    }
  }

  /** Forgets what was decided about documents that will never be again. @param {number[]} ids */
  #forgetDocuments(ids) {
    const gone = new Set(ids);
    this.#forget((decision) => {
      if ('inside' in decision) return gone.has(decision.document);
      return 'gone' in decision && gone.has(decision.gone);
    });
    for (const id of ids) this.encodings.delete(id);
  }

  /** @param {(decision: Decision) => boolean} which those that the core does not follow any more */
  #forget(which) {
    this.decisions.forget(which);
    this.#followed = this.decisions.list;
  }

  /** The documents of a file that were removed. @param {Input} input */
  #removedFrom(input) {
    return [...this.#removed].flatMap(([id, file]) => (file.input === input ? [id] : []));
  }

  /** @param {Change} change @param {() => void} move */
  #goTo(change, move) {
    const before = this.decisions.list;
    move();
    const now = this.decisions.list;
    if (now === before) return;
    const [more, fewer] = now.length > before.length ? [now, before] : [before, now];
    return this.#enforce(
      change,
      more.filter((decision) => !fewer.includes(decision)),
    );
  }

  /**
   * Has the core follow the decisions.
   *
   * @param {Change} change
   * @param {Decision[]} decisions that came or went
   */
  async #enforce(change, decisions) {
    try {
      await this.#follow(this.decisions.list);
      await this.#refresh();
      this.dispatchEvent(new CustomEvent('changed', { detail: { change, decisions } }));
    } catch (error) {
      this.#fail(error);
    }
  }

  /** @param {readonly Decision[]} list */
  async #follow(list) {
    const before = this.#followed;
    this.#followed = list;
    const { gone, back } = removalsChanged(before, list);
    for (const id of gone) await this.#takeOut(id);
    if (back.length > 0) await this.#bringBack(back);
    if (aliasText(list) !== aliasText(before)) await this.#analyzer.setAliases(aliasText(list));
    // Nothing can be said to the core about a document that is out; once back, all is said anew.
    const said = before.filter((decision) => !('inside' in decision && back.includes(decision.document)));
    const out = removedBy(list);
    for (const { document, block, inside } of blocksChanged(said, list))
      if (!out.has(document)) await this.#analyzer.setBlock(document, block, inside);
  }

  /** @param {number} id of a document */
  async #takeOut(id) {
    const file = this.#analyzer.files().find(({ members }) => members.has(id));
    await this.#analyzer.remove(id);
    if (file) this.#removed.set(id, partOf(file, id));
  }

  /** @param {number[]} ids of documents taken out */
  async #bringBack(ids) {
    const parts = ids.flatMap((id) => this.#removed.get(id) ?? []);
    for (const id of ids) this.#removed.delete(id);
    await this.#restore(putBack(this.#analyzer.files(), parts));
  }

  /** @param {SessionState} state */
  async #haveAgain({ files, decisions, tables }) {
    this.decisions.list = decisions;
    this.tables = tables;
    for (const [id, encoding] of files.flatMap(({ encodings }) => [...encodings]))
      if (encoding !== null) this.encodings.set(id, encoding);
    try {
      await this.#restore(files.filter(({ members }) => members.size > 0));
      await this.#follow(decisions);
    } catch (error) {
      this.#fail(error);
    }
    await this.#refresh().catch((error) => this.#fail(error));
    const detail = { added: this.report.documents.length, failed: this.problems.length, cancelled: 0 };
    this.dispatchEvent(new CustomEvent('outcome', { detail }));
  }

  /** Has the core read these files in place of those it has. @param {KeptFile[]} files */
  async #restore(files) {
    this.#since = performance.now();
    try {
      const lost = await this.#analyzer.restore(files);
      lost.forEach((error) => this.complain(problemOf(error)));
    } finally {
      this.#show(null);
    }
  }

  /** Results while files are still being read, as long as they cost a small part of the time. */
  async #preview() {
    const start = performance.now();
    if (this.#reporting || start < this.#nextPreview || isSelecting()) return;
    const news = this.#added / (this.report.documents.length + this.#added);
    if (news < PREVIEW_NEWS && start < this.#lastPreview + PREVIEW_PATIENCE) return;
    await this.#refresh({ soFar: true }).catch(() => {}); // the report at the end meets the same error
    this.#lastPreview = performance.now();
    this.#nextPreview = this.#lastPreview + (this.#lastPreview - start) / PREVIEW_SHARE;
  }

  /** @param {import('../analyzer/protocol.d.ts').Timing} [timing] */
  async #refresh(timing) {
    const turn = ++this.#asked;
    this.#added = 0;
    this.#reporting = true;
    try {
      const report = await this.#analyzer.report(timing);
      // One asked for later may be there already, or everything may be cleared.
      if (turn > this.#taken) this.#take(report, turn);
    } finally {
      this.#reporting = false;
    }
  }

  /** @param {Report} report @param {number} turn in which it was asked for */
  #take(report, turn) {
    this.#taken = turn;
    this.report = report;
    this.lines = null;
    this.lookup = new Lookup(report);
    this.#tell('report');
  }

  /** @param {unknown} error */
  #fail(error) {
    // `closed`: the person cleared everything while this was done, and wants to hear no more of it.
    if (!(error instanceof AnalyzerError && error.code === 'closed')) this.complain(problemOf(error));
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

/** Whether a name is that of a file or of something in it. @param {string} name @param {Input} file */
function isIn(name, file) {
  return name === file.name || name.startsWith(`${file.name}/`) || name.startsWith(`${file.name}#`);
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
