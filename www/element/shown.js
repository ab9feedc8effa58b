/**
 * The text that an element shows, as one string, and where each of its characters stands on the page.
 *
 * @module
 */
import { wholeLetters } from '../page/ligature.js';

/** What is not read, or not text of the article. */
const SKIPPED =
  'script, style, template, noscript, textarea, select, button, svg, math, [data-warraq-skip], [contenteditable]';

/** @typedef {{ node: Text, start: number, end: number }} Piece */

export class ShownText {
  text = '';
  /** @type {Piece[]} */
  #pieces = [];

  /** @param {Element} element */
  constructor(element) {
    this.#read(element);
  }

  /**
   * The part of the page where a range of the text stands, or null where it is empty.
   *
   * @param {{ start: number, end: number }} range in UTF-16 units
   */
  range(range) {
    const { start, end } = wholeLetters(this.text, range);
    const first = this.#pieces.find((piece) => piece.start <= start && start < piece.end);
    const last = this.#pieces.find((piece) => piece.start < end && end <= piece.end);
    if (!first || !last) return null;
    const found = document.createRange();
    found.setStart(first.node, start - first.start);
    found.setEnd(last.node, end - last.start);
    return found;
  }

  /** The offset of a place on the page, or null where it is in none of the text. @param {Node} node @param {number} offset */
  offsetOf(node, offset) {
    const piece = this.#pieces.find((piece) => piece.node === node);
    return piece ? piece.start + offset : null;
  }

  /** @param {Element} element */
  #read(element) {
    for (const node of element.childNodes) {
      if (node instanceof Text) this.#append(node);
      else if (!(node instanceof Element) || node.matches(SKIPPED)) continue;
      else if (node instanceof HTMLBRElement) this.#breakLine();
      else this.#readInside(node);
    }
  }

  /** @param {Element} element */
  #readInside(element) {
    const { display } = getComputedStyle(element);
    if (display === 'none') return;
    const inLine = display.startsWith('inline') || display === 'contents';
    if (!inLine) this.#breakLine();
    this.#read(element);
    if (!inLine) this.#breakLine();
  }

  /** Line ends inside a text node are spaces to the reader, and to the core. @param {Text} node */
  #append(node) {
    const start = this.text.length;
    this.text += node.data.replace(/[\n\r\t]/g, ' ');
    this.#pieces.push({ node, start, end: this.text.length });
  }

  #breakLine() {
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
  }
}
