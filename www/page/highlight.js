/**
 * Marks ranges of a text without touching it: with the CSS Custom Highlight API the text stays one node, so that letters
 * join as if nothing were marked. Where a browser lacks it, spans without margin, border or padding stand in, across
 * which today's browsers join letters too.
 */

import { wholeLetters } from './ligature.js';

/**
 * @import { Range } from './ligature.js'
 * @typedef {{ start: number, end: number, node: HTMLElement }} Piece an element that holds the text from `start` to `end`, and nothing else
 */

// From the lowest to the highest: where two overlap, the later decides.
const LAYERS = /** @type {const} */ (['quote', 'date', 'misc', 'org', 'loc', 'per', 'selected', 'current']);
/** @typedef {typeof LAYERS[number]} Layer */

const NATIVE = 'highlights' in CSS;

export class Highlighter {
  #text;
  #pieces;
  /** @type {Map<Layer, Range[]>} */
  #layers = new Map();

  /**
   * @param {string} text
   * @param {Piece[]} pieces in the order of the text
   */
  constructor(text, pieces) {
    this.#text = text;
    this.#pieces = pieces;
  }

  /**
   * Marks these ranges, and no others, as `layer`.
   *
   * @param {Layer} layer
   * @param {Range[]} ranges offsets into the text
   */
  paint(layer, ranges) {
    const drawn = ranges.map((range) => wholeLetters(this.#text, range));
    this.#layers.set(layer, drawn);
    if (!NATIVE) return this.#split();
    const found = drawn.flatMap((range) => this.range(range) ?? []);
    const highlight = new Highlight(...found);
    highlight.priority = LAYERS.indexOf(layer);
    CSS.highlights.set(layer, highlight);
  }

  /**
   * The part of the page where a range of the text is shown, or null where it is not.
   *
   * @param {Range} range
   */
  range({ start, end }) {
    const [from, to] = [this.#locate(start), this.#locate(end, true)];
    if (from === null || to === null) return null;
    const range = document.createRange();
    range.setStart(...from);
    range.setEnd(...to);
    return range;
  }

  /**
   * The offset into the text of a point of the window, or null where no text of it is.
   *
   * @param {number} x
   * @param {number} y
   */
  offsetAt(x, y) {
    const caret = document.caretPositionFromPoint?.(x, y);
    return caret ? this.offsetOf(caret.offsetNode, caret.offset) : null;
  }

  /**
   * The offset into the text of a place in the page, or null where it is in none of the text.
   *
   * @param {Node} node
   * @param {number} offset in the node, as a `Range` has it
   */
  offsetOf(node, offset) {
    const piece = this.#pieces.find((piece) => piece.node.contains(node));
    if (piece === undefined) return null;
    const before = document.createRange();
    before.setStart(piece.node, 0);
    before.setEnd(node, offset);
    return piece.start + before.toString().length;
  }

  /**
   * @param {number} offset into the text
   * @param {boolean} [asEnd] of a range: then the end of a piece belongs to it
   * @returns {[Node, number] | null}
   */
  #locate(offset, asEnd = false) {
    const piece = this.#pieces.find(({ start, end }) =>
      asEnd ? start < offset && offset <= end : start <= offset && offset < end,
    );
    if (piece === undefined) return null;
    let left = offset - piece.start;
    const texts = document.createTreeWalker(piece.node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { length } = /** @type {Text} */ (texts.currentNode);
      if (left < length || (asEnd && left === length)) return [texts.currentNode, left];
      left -= length;
    }
    return null;
  }

  /** Cuts each piece into spans at the ends of the ranges in it. */
  #split() {
    const ranges = LAYERS.flatMap((layer) =>
      (this.#layers.get(layer) ?? []).map((range) => ({ ...range, layer })),
    );
    for (const { start, end, node } of this.#pieces) {
      const text = node.textContent ?? '';
      const inside = ranges.filter((range) => range.start < end && range.end > start);
      const cuts = [...new Set([start, end, ...inside.flatMap((range) => [range.start, range.end])])]
        .filter((cut) => cut >= start && cut <= end)
        .sort((a, b) => a - b);
      const spans = cuts.slice(1).map((to, index) => {
        const from = cuts[index] ?? start;
        const span = document.createElement('span');
        span.textContent = text.slice(from - start, to - start);
        const layers = inside
          .filter((range) => range.start <= from && to <= range.end)
          .map(({ layer }) => `marked-${layer}`);
        span.className = layers.join(' ');
        return span;
      });
      node.replaceChildren(...spans);
    }
  }
}
