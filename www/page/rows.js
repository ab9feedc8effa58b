/**
 * Table rows of which only those near the visible part exist, so that ten thousand scroll like ten. All rows must be of
 * one height. Up to `ALL` rows come to be all there: the browser's own search and a screen reader then find each. Those in sight
 * come first, and the others a few at a time, while the table says that it is busy.
 */

import { h } from './dom.js';

const ALL = 500;
const BEYOND = 6;
/** Rows made at once: so many as are surely seen, and those that are not, between which the page answers. */
const FIRST = 24;

/** @template R */
export class Rows {
  body = h('tbody');
  /** @type {R[]} */
  #rows = [];
  /** The rows that exist, by index. @type {Map<number, HTMLTableRowElement>} */
  #live = new Map();
  /** Those that existed when other rows came: one that says the same goes on, and need not be laid out again. @type {Map<number, HTMLTableRowElement>} */
  #old = new Map();
  #before = spacer();
  #after = spacer();
  /** Of a row in CSS pixels, and whether it may be another by now. */
  #height = 0;
  #stale = true;
  /** How often other rows were to be shown. */
  #turn = 0;
  #render;

  /** @param {(row: R, index: number) => HTMLTableRowElement} render */
  constructor(render) {
    this.#render = render;
    const life = new AbortController();
    const { signal } = life;
    const update = () => {
      // A page in another language has taken this one's place.
      if (!this.body.isConnected) life.abort();
      else if (this.#rows.length > FIRST) requestAnimationFrame(() => this.#update());
    };
    addEventListener('scroll', update, { capture: true, passive: true, signal });
    addEventListener('beforeprint', () => this.body.checkVisibility() && this.#span(0, this.#rows.length), {
      signal,
    });
    addEventListener('afterprint', update, { signal });
    new ResizeObserver(() => {
      this.#stale = true;
      update();
    }).observe(this.body);
  }

  /**
   * Shows others, first those where one has scrolled to. Where that is, is known of the rows before: to ask it of the new ones would have
   * the browser lay them out twice.
   *
   * @param {R[]} rows
   */
  set(rows) {
    const [from, to] = this.#inSight(rows.length) ?? [0, Math.min(rows.length, FIRST)];
    this.#rows = rows;
    this.#turn++;
    [this.#old, this.#live] = [this.#live, new Map()];
    if (this.#old.size === 0) this.body.replaceChildren(this.#before, this.#after);
    this.#span(from, to);
    for (const row of this.#old.values()) row.remove();
    this.#old.clear();
    const whole = to - from === rows.length;
    this.#busy(!whole && rows.length <= ALL);
    if (!whole) requestAnimationFrame(() => this.#update());
    if (!whole && rows.length <= ALL) this.#fill(this.#turn);
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
      if (this.#height === 0) this.#update();
      this.#span(index, index + 1);
      this.#live.get(index)?.scrollIntoView({ block: 'center' });
      this.#update();
    }
    this.#live.get(index)?.scrollIntoView({ block: 'nearest' });
  }

  #update() {
    const { length } = this.#rows;
    const all = length <= ALL;
    if ((all && this.#live.size === length) || !this.body.checkVisibility()) return;
    if (this.#stale) {
      this.#height = this.#live.values().next().value?.getBoundingClientRect().height ?? 0;
      this.#stale = false;
    }
    const [from, to] = this.#inSight(length) ?? [0, 0];
    // Of those that all come to be there, none goes without need.
    if (to > 0 && (!all || !this.#live.has(from) || !this.#live.has(to - 1))) this.#span(from, to);
  }

  /** Which of so many rows are in sight or near it, where that is known. @param {number} length @returns {[from: number, to: number] | null} */
  #inSight(length) {
    if (this.#height === 0 || !this.body.checkVisibility()) return null;
    const { top } = this.body.getBoundingClientRect();
    const to = Math.ceil((innerHeight - top) / this.#height) + BEYOND;
    const from = Math.floor(-top / this.#height) - BEYOND;
    const most = Math.min(Math.max(to, FIRST), length);
    return [Math.max(Math.min(from, most - FIRST), 0), most];
  }

  /** Makes those that are not in sight, a few at a time. @param {number} turn in which they were to be shown */
  #fill(turn) {
    setTimeout(() => {
      if (turn !== this.#turn) return;
      const { length } = this.#rows;
      const [first = 0, last = 0] = [Math.min(...this.#live.keys()), Math.max(...this.#live.keys()) + 1];
      if (last < length) this.#span(first, Math.min(last + FIRST, length));
      else this.#span(Math.max(first - FIRST, 0), last);
      if (this.#live.size < length) this.#fill(turn);
      else this.#busy(false);
    });
  }

  /** Says whether rows are still to come. @param {boolean} busy */
  #busy(busy) {
    if (busy) this.body.setAttribute('aria-busy', 'true');
    else this.body.removeAttribute('aria-busy');
  }

  /** @param {R} row @param {number} index */
  #made(row, index) {
    const made = this.#render(row, index);
    const old = this.#old.get(index);
    this.#old.delete(index);
    // What was ticked or typed in a row is no part of what it says.
    if (old?.isEqualNode(made) && !made.querySelector('input')) return old;
    old?.remove();
    return made;
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
        element = this.#made(row, index);
        this.#live.set(index, element);
        if (previous.nextSibling !== element) previous.after(element);
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
