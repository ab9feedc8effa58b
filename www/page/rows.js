/**
 * Table rows of which only those near the visible part exist, so that ten thousand scroll like ten. All rows must be of
 * one height. Up to `ALL` rows are simply all there: the browser's own search and a screen reader then find each.
 */

import { h } from './dom.js';

const ALL = 500;
const BEYOND = 8;

/** @template R */
export class Rows {
  body = h('tbody');
  /** @type {R[]} */
  #rows = [];
  /** The rows that exist, by index. @type {Map<number, HTMLTableRowElement>} */
  #live = new Map();
  #before = spacer();
  #after = spacer();
  #height = 0;
  #render;

  /** @param {(row: R, index: number) => HTMLTableRowElement} render */
  constructor(render) {
    this.#render = render;
    const life = new AbortController();
    const { signal } = life;
    const update = () => {
      // A page in another language has taken this one's place.
      if (!this.body.isConnected) life.abort();
      else if (this.#rows.length > ALL) requestAnimationFrame(() => this.#update());
    };
    addEventListener('scroll', update, { capture: true, passive: true, signal });
    addEventListener('beforeprint', () => this.body.checkVisibility() && this.#span(0, this.#rows.length), {
      signal,
    });
    addEventListener('afterprint', update, { signal });
    new ResizeObserver(() => {
      this.#height = 0;
      update();
    }).observe(this.body);
  }

  /** @param {R[]} rows */
  set(rows) {
    this.#rows = rows;
    this.#live.clear();
    this.body.replaceChildren(this.#before, this.#after);
    this.#update();
  }

  /** @returns {Iterable<HTMLTableRowElement>} the rows that exist now */
  live() {
    return this.#live.values();
  }

  /**
   * Scrolls to a row, if it is not in sight.
   *
   * @param {number} index
   */
  reveal(index) {
    if (index < 0 || !this.body.checkVisibility()) return;
    if (!this.#live.has(index)) {
      this.#span(index, index + 1);
      this.#live.get(index)?.scrollIntoView({ block: 'center' });
      this.#update();
    }
    this.#live.get(index)?.scrollIntoView({ block: 'nearest' });
  }

  #update() {
    const { length } = this.#rows;
    if (length <= ALL) return this.#span(0, length);
    if (this.#live.size === 0) this.#span(0, Math.min(length, BEYOND));
    if (!this.body.checkVisibility()) return;
    this.#height ||= this.#live.values().next().value?.getBoundingClientRect().height ?? 0;
    if (this.#height === 0) return;
    const { top } = this.body.getBoundingClientRect();
    const first = Math.floor(-top / this.#height) - BEYOND;
    const last = Math.ceil((innerHeight - top) / this.#height) + BEYOND;
    this.#span(Math.min(Math.max(first, 0), length), Math.min(Math.max(last, 0), length));
  }

  /** Makes the rows from `first` to before `last` be there, and no others. @param {number} first @param {number} last */
  #span(first, last) {
    for (const [index, row] of this.#live) {
      if (index >= first && index < last) continue;
      row.remove();
      this.#live.delete(index);
    }
    let previous = this.#before;
    for (const [offset, row] of this.#rows.slice(first, last).entries()) {
      const index = first + offset;
      let element = this.#live.get(index);
      if (element === undefined) {
        element = this.#render(row, index);
        this.#live.set(index, element);
        previous.after(element);
      }
      previous = element;
    }
    resize(this.#before, first * this.#height);
    resize(this.#after, (this.#rows.length - last) * this.#height);
  }
}

/** A row without cells: one across all columns would make more of them, which share the width. */
function spacer() {
  return h('tr', { class: 'spacer', 'aria-hidden': 'true', hidden: true });
}

/** @param {HTMLTableRowElement} row @param {number} height in CSS pixels */
function resize(row, height) {
  row.hidden = height <= 0;
  row.style.height = `${Math.max(height, 0)}px`;
}
