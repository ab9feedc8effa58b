import { Base } from './base.js';
import { newAnalyzer } from './configure.js';
import { Marks } from './marks.js';
import { ShownText } from './shown.js';

/**
 * @import { Analyzer, Document, EntityKind, Report } from '../analyzer/protocol.d.ts'
 * @import { Layer } from './marks.js'
 */

/** How long text must have stayed the same before it is read again. */
const QUIET_MS = 250;

/** Those in the page. @type {Set<WarraqText>} */
const connected = new Set();
/** One for all of them, which read one after the other. @type {Analyzer | undefined} */
let analyzer;
/** @type {Promise<unknown>} */
let tail = Promise.resolve();

/**
 * `<warraq-text>`: marks the names in the text that it holds, which stays as it is.
 *
 * - Attributes: `kinds`, the kinds of names to mark, parted by spaces («PER LOC ORG MISC», all by default).
 * - Property: `report`, the `Report` on its text, or null.
 * - Events, which bubble: `warraq-report` (detail: the `Report`) when the names are marked, `warraq-error` (an `AnalyzerError`),
 *   `warraq-select` (`{ entity, mention, range }`) when a name is pressed.
 * - Style: `::highlight(warraq-per)` and its like, or `--warraq-per` (line) and `--warraq-per-wash` (ground), and the same with `loc`, `org`, `misc`.
 */
export class WarraqText extends Base {
  /** @internal */
  static observedAttributes = ['kinds'];

  /** The latest. @type {Report | null} */
  report = null;
  #marks = new Marks();
  /** @type {ShownText | undefined} */
  #shown;
  /** @type {MutationObserver | undefined} */
  #observer;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #life = new AbortController();

  /** @internal */
  connectedCallback() {
    connected.add(this);
    this.#life = new AbortController();
    this.addEventListener('click', (event) => this.#press(event), { signal: this.#life.signal });
    this.#observer = new MutationObserver(() => this.#readSoon());
    this.#observe();
    this.#readSoon(0);
  }

  /** @internal */
  async disconnectedCallback() {
    connected.delete(this);
    this.#life.abort();
    this.#observer?.disconnect();
    clearTimeout(this.#timer);
    this.#marks.clear();
    await null; // it may have been moved to another place of the page
    if (connected.size === 0) analyzer?.clear(); // which gives its memory back
  }

  /** @internal */
  attributeChangedCallback() {
    this.#mark();
  }

  #readSoon(delay = QUIET_MS) {
    clearTimeout(this.#timer);
    const { signal } = this.#life;
    this.#timer = setTimeout(() => {
      tail = tail.then(() => (signal.aborted ? undefined : this.#read(signal)));
    }, delay);
  }

  /** @param {AbortSignal} signal */
  async #read(signal) {
    const shown = new ShownText(this);
    if (shown.text === this.#shown?.text && this.report) return this.#show(shown, this.report);
    try {
      const report = await reportOn(shown.text);
      if (!signal.aborted) this.#show(shown, report);
    } catch (error) {
      if (signal.aborted) return;
      this.report = null;
      this.#marks.clear();
      this.#tell('warraq-error', error);
    }
  }

  /** @param {ShownText} shown @param {Report} report */
  #show(shown, report) {
    this.#shown = shown;
    this.report = report;
    this.#mark();
    this.#tell('warraq-report', report);
  }

  #mark() {
    const kinds = this.getAttribute('kinds')?.split(/\s+/);
    const mentions = (this.report?.documents[0]?.mentions ?? []).filter(
      ({ kind }) => !kinds || kinds.includes(kind),
    );
    this.#observer?.disconnect(); // what it changes itself is no change
    this.#marks.set(
      mentions.flatMap((mention) => {
        const range = this.#shown?.range(mention);
        return range ? [{ layer: layerOf(mention.kind), range }] : [];
      }),
    );
    if (!Marks.native && this.isConnected) this.#shown = new ShownText(this);
    this.#observe();
  }

  #observe() {
    if (this.isConnected)
      this.#observer?.observe(this, { childList: true, characterData: true, subtree: true });
  }

  /** @param {MouseEvent} event */
  #press({ clientX, clientY }) {
    const place = placeAt(clientX, clientY);
    const at = place && this.#shown?.offsetOf(...place);
    if (typeof at !== 'number') return;
    const mention = this.report?.documents[0]?.mentions.find(({ start, end }) => start <= at && at <= end);
    const entity = mention && this.report?.entities.find(({ id }) => id === mention.entity);
    if (mention && entity)
      this.#tell('warraq-select', { entity, mention, range: this.#shown?.range(mention) });
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

/**
 * The report on one text. All of it is taken for the article: what a site puts into the element it wants read.
 *
 * @param {string} text
 */
async function reportOn(text) {
  analyzer ??= newAnalyzer();
  const { added } = await analyzer.add({ name: 'text.txt', blob: new Blob([text]) });
  const [{ id } = { id: -1 }] = added;
  try {
    const report = await analyzer.report();
    const left = leftOut(report.documents[0]);
    if (left.length === 0) return report;
    for (const block of left) await analyzer.setBlock(id, block, true);
    return await analyzer.report();
  } finally {
    await analyzer.remove(id);
  }
}

/** The indices of the blocks that the core takes for something around the article. @param {Document | undefined} document */
function leftOut(document) {
  const blocks = document?.blocks.map(({ kind, story }, index) => ({ kind, story, index })) ?? [];
  return blocks
    .filter(({ kind, story }) => kind === 'furniture' || kind === 'repeat' || story > 0)
    .map(({ index }) => index);
}

/** @internal @param {EntityKind} kind */
export function layerOf(kind) {
  return /** @type {Layer} */ (kind.toLowerCase());
}

/**
 * The node and offset at a point of the window.
 *
 * @param {number} x
 * @param {number} y
 * @returns {[Node, number] | null}
 */
function placeAt(x, y) {
  const caret = document.caretPositionFromPoint?.(x, y);
  if (caret) return [caret.offsetNode, caret.offset];
  const range = document.caretRangeFromPoint?.(x, y); // Safari before 18.4
  return range ? [range.startContainer, range.startOffset] : null;
}
