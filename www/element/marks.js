/**
 * Marks names in text that is shown: with the CSS Custom Highlight API nothing of the page is touched, and letters join as if
 * nothing were marked. Where a browser lacks it, spans without margin, border or padding stand in.
 *
 * @module
 */
import { sheetOf } from './base.js';
import css from './marks.css';

/**
 * @typedef {'per' | 'loc' | 'org' | 'misc' | 'selected'} Layer the later in `LAYERS` decides where two overlap
 * @typedef {{ layer: Layer, range: Range }} Mark
 */

/** @type {Layer[]} */
const LAYERS = ['misc', 'org', 'loc', 'per', 'selected'];

const sheet = sheetOf(css);

export class Marks {
  /** @type {Mark[]} */
  #marks = [];
  /** @type {HTMLElement[]} */
  #spans = [];

  /** Whether marking leaves the nodes of the page as they are. */
  static get native() {
    return 'highlights' in CSS;
  }

  /**
   * Marks these, and nothing else that this marked before.
   *
   * @param {Mark[]} marks in the order of the text
   */
  set(marks) {
    this.clear();
    this.#marks = marks;
    for (const root of new Set(marks.map(({ range }) => range.startContainer.getRootNode()))) dress(root);
    if (Marks.native) for (const { layer, range } of marks) highlight(layer).add(range);
    // From the last to the first, since cutting a text node moves what comes after it.
    else this.#spans = [...marks].reverse().flatMap(({ layer, range }) => wrap(range, layer));
  }

  clear() {
    if (Marks.native) for (const { layer, range } of this.#marks) highlight(layer).delete(range);
    for (const span of this.#spans) {
      const parent = span.parentNode;
      span.replaceWith(...span.childNodes);
      parent?.normalize();
    }
    this.#marks = [];
    this.#spans = [];
  }
}

/** The ranges of all elements of the page that are marked so. @param {Layer} layer */
function highlight(layer) {
  const name = `warraq-${layer}`;
  const found = CSS.highlights.get(name);
  if (found) return found;
  const made = new Highlight();
  made.priority = LAYERS.indexOf(layer);
  CSS.highlights.set(name, made);
  return made;
}

/** @param {Node} root */
function dress(root) {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(sheet())) root.adoptedStyleSheets.push(sheet());
}

/**
 * Puts each piece of text in a range into a span.
 *
 * @param {Range} range
 * @param {Layer} layer
 */
function wrap(range, layer) {
  const pieces = textsIn(range).map((text) => {
    const end = text === range.endContainer ? range.endOffset : text.length;
    const start = text === range.startContainer ? range.startOffset : 0;
    return { text, start, end };
  });
  return pieces
    .filter(({ start, end }) => start < end)
    .map(({ text, start, end }) => {
      const span = document.createElement('span');
      span.className = `warraq-mark warraq-${layer}`;
      const piece = text.splitText(start);
      piece.splitText(end - start);
      piece.replaceWith(span);
      span.append(piece);
      return span;
    });
}

/** @param {Range} range */
function textsIn(range) {
  const { commonAncestorContainer: ancestor } = range;
  if (ancestor instanceof Text) return [ancestor];
  const walker = document.createTreeWalker(ancestor, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode())
    if (range.intersectsNode(walker.currentNode)) texts.push(/** @type {Text} */ (walker.currentNode));
  return texts;
}
