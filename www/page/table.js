/** A table that is sorted by its headings and searched as one types. */

import { bdi, fill, h } from './dom.js';
import { fold, matches } from './fold.js';
import { icon } from './icons.js';
import { number, t } from './language.js';
import { Rows } from './rows.js';
import { sorted } from './sorting.js';

/** @import { Child } from './dom.js' */

/**
 * @template R
 * @typedef {object} Column
 * @property {string} key
 * @property {Child} label
 * @property {string} [hint] what the heading means, where that is not plain
 * @property {(row: R) => Child | Child[]} cell
 * @property {(a: R, b: R) => number} [order] ascending; a column without it is not sorted by
 * @property {boolean} [main] what names the row: its heading, and the link that a click anywhere on the row follows
 * @property {boolean} [numeric] sorted from the greatest at first
 * @property {'medium' | 'wide'} [from] the width of the window from which it is shown
 */

/**
 * @template R
 * @typedef {object} TableOptions
 * @property {string} label of the whole table, for those who cannot see it
 * @property {string} searchLabel
 * @property {Column<R>[]} columns
 * @property {string} sorted key of the column that the rows come sorted by
 * @property {(row: R) => string | number} keyOf
 * @property {(row: R) => string} textOf what the search looks in
 * @property {(row: R) => Record<string, unknown>} [props] attributes of the row
 * @property {Node[]} [tools] shown beside the search box
 * @property {(rows: R[]) => void} [onShown] hears which rows are shown, each time that they are others
 */

/**
 * A row, and what a search looks in, once that is known.
 * @template R
 * @typedef {{ row: R, folded: string }} Entry
 */

/** Milliseconds of work at a time, and of rest after it. */
const SLICE = 8;
/** Rows that are sorted at once. */
const FEW = 500;

/** @template R */
export class Table {
  #options;
  /** @type {Entry<R>[]} */
  #all = [];
  /** The same as they are sorted. @type {Entry<R>[]} */
  #sorted = [];
  /** How often they were to be sorted. */
  #turn = 0;
  /** @type {R[]} */
  #shown = [];
  /** @type {(row: R) => boolean} */
  #accept = () => true;
  /** Whether the rows are about to be updated. */
  #awaited = false;
  /** @type {string | number | null} */
  #selected = null;
  #sort;
  #rows = new Rows((/** @type {R} */ row, index) => this.#row(row, index));
  #search;
  #count = h('span', { class: 'count', role: 'status' });
  #message = h('div', { class: 'nothing', hidden: true });
  #table;

  /** @param {TableOptions<R>} options */
  constructor(options) {
    this.#options = options;
    this.#sort = {
      key: options.sorted,
      descending: this.#column(options.sorted)?.numeric ?? false,
      touched: false,
    };
    this.#search = h('input', {
      type: 'search',
      placeholder: options.searchLabel,
      'aria-label': options.searchLabel,
      'data-testid': 'search',
      dir: 'auto',
      autocomplete: 'off',
      spellcheck: 'false',
      oninput: () => this.#updateSoon(),
    });
    this.#table = h(
      'table',
      { 'aria-label': options.label },
      h('thead', null, this.#heading()),
      this.#rows.body,
    );
    this.element = h(
      'section',
      { class: 'list' },
      h(
        'div',
        { class: 'toolbar' },
        h('label', { class: 'search' }, icon('search'), this.#search),
        this.#count,
        options.tools ?? [],
      ),
      h('div', { class: 'scroll', onclick: followRow }, this.#table, this.#message),
    );
  }

  /**
   * Shows others.
   *
   * @param {R[]} rows in the order of the column that the table starts sorted by
   * @param {(row: R) => boolean} [accept] see `filter`; as before, where it is left out
   */
  set(rows, accept = this.#accept) {
    this.#accept = accept;
    this.#all = rows.map((row) => ({ row, folded: '' }));
    this.#arrange();
    this.#foldAhead(this.#all);
  }

  /** Shows only some rows, whatever is searched for. @param {(row: R) => boolean} accept */
  filter(accept) {
    this.#accept = accept;
    this.#update();
  }

  /** The rows as they are shown now, in that order. */
  get shown() {
    return this.#shown;
  }

  /** Marks a row, and scrolls to it. @param {string | number | null} key */
  select(key) {
    this.#selected = key;
    for (const row of this.#rows.live()) this.#mark(row);
    if (key !== null)
      this.#rows.reveal(this.#shown.findIndex((row) => String(this.#options.keyOf(row)) === String(key)));
  }

  /** Puts the rows in order, and shows them. */
  #arrange() {
    const turn = ++this.#turn;
    const { key, descending, touched } = this.#sort;
    const order = touched ? this.#column(key)?.order : undefined;
    const show = (/** @type {Entry<R>[]} */ rows) => {
      if (turn !== this.#turn) return;
      this.#sorted = rows;
      this.#update();
    };
    if (!order) return show(this.#all);
    const inOrder = (/** @type {Entry<R>} */ a, /** @type {Entry<R>} */ b) =>
      descending ? order(b.row, a.row) : order(a.row, b.row);
    if (this.#all.length <= FEW) show(this.#all.toSorted(inOrder));
    else void sorted(this.#all, inOrder).then(show);
  }

  /** What is typed or pressed is seen at once, and what comes of it after that: with ten thousand rows it takes a while. */
  #updateSoon() {
    if (this.#awaited) return;
    this.#awaited = true;
    requestAnimationFrame(() => setTimeout(() => this.#awaited && this.#update()));
  }

  /** Makes rows ready to be searched before someone types, a little at a time. @param {Entry<R>[]} all @param {number} [from] */
  #foldAhead(all, from = 0) {
    setTimeout(() => {
      const end = performance.now() + SLICE;
      let index = from;
      while (index < all.length && performance.now() < end) this.#folded(all[index++]);
      if (index < all.length && all === this.#all) this.#foldAhead(all, index);
    }, SLICE);
  }

  /** What a search looks in. @param {Entry<R> | undefined} entry */
  #folded(entry) {
    if (!entry) return '';
    entry.folded ||= fold(this.#options.textOf(entry.row));
    return entry.folded;
  }

  #update() {
    this.#awaited = false;
    const words = fold(this.#search.value).split(' ').filter(Boolean);
    const found = this.#sorted.filter((entry) => {
      if (!this.#accept(entry.row)) return false;
      return words.length === 0 || matches(this.#folded(entry), words);
    });
    this.#shown = found.map(({ row }) => row);
    this.#rows.set(this.#shown);
    this.#table.setAttribute('aria-rowcount', String(this.#shown.length + 1));
    this.#describe();
    this.#options.onShown?.(this.#shown);
  }

  #describe() {
    const [shown, total] = [this.#shown.length, this.#all.length];
    fill(this.#count, shown < total ? t('table.shown', { shown, total }) : number(total));
    this.#message.hidden = shown > 0;
    this.#table.hidden = shown === 0;
    if (shown > 0) return;
    const searching = this.#search.value !== '';
    fill(
      this.#message,
      h(
        'p',
        null,
        t(searching ? 'table.none' : 'table.empty'),
        searching && [' ', bdi(`«${this.#search.value}»`)],
      ),
      searching && h('button', { type: 'button', onclick: () => this.#clearSearch() }, t('table.clear')),
    );
  }

  #clearSearch() {
    this.#search.value = '';
    this.#search.focus();
    this.#update();
  }

  #heading() {
    return h(
      'tr',
      { 'aria-rowindex': 1 },
      this.#options.columns.map((column) =>
        h(
          'th',
          {
            scope: 'col',
            class: classOf(column),
            'data-key': column.key,
            'aria-sort': column.order && (column.key === this.#sort.key ? this.#direction() : 'none'),
          },
          column.order
            ? h(
                'button',
                { type: 'button', title: column.hint, onclick: () => this.#sortBy(column) },
                column.label,
              )
            : h('span', { title: column.hint }, column.label),
        ),
      ),
    );
  }

  #direction() {
    return this.#sort.descending ? 'descending' : 'ascending';
  }

  /** @param {Column<R>} column */
  #sortBy(column) {
    const again = this.#sort.key === column.key;
    const descending = again ? !this.#sort.descending : (column.numeric ?? false);
    this.#sort = { key: column.key, descending, touched: true };
    for (const cell of this.#table.querySelectorAll('th[aria-sort]')) {
      const mine = /** @type {HTMLElement} */ (cell).dataset.key === column.key;
      cell.setAttribute('aria-sort', mine ? this.#direction() : 'none');
    }
    requestAnimationFrame(() => setTimeout(() => this.#arrange()));
  }

  /** @param {R} row @param {number} index */
  #row(row, index) {
    const cells = this.#options.columns.map((column) =>
      h(
        column.main ? 'th' : 'td',
        { class: classOf(column), scope: column.main ? 'row' : null },
        column.cell(row),
      ),
    );
    const key = this.#options.keyOf(row);
    const element = h(
      'tr',
      { ...this.#options.props?.(row), 'data-key': key, 'aria-rowindex': index + 2 },
      cells,
    );
    this.#mark(element);
    return element;
  }

  /** @param {HTMLTableRowElement} row */
  #mark(row) {
    const selected = this.#selected !== null && row.dataset.key === String(this.#selected);
    row.classList.toggle('selected', selected);
    const link = row.querySelector('th a');
    row.classList.toggle('leads', link !== null);
    if (selected) link?.setAttribute('aria-current', 'true');
    else link?.removeAttribute('aria-current');
  }

  /** @param {string} key */
  #column(key) {
    return this.#options.columns.find((column) => column.key === key);
  }
}

/**
 * A number with a bar behind it, as long as its share of the greatest.
 *
 * @param {number} value
 * @param {number} greatest
 * @param {Intl.NumberFormatOptions} [options]
 */
export function bar(value, greatest, options) {
  const element = h('span', { class: 'bar' }, number(value, options));
  element.style.setProperty('--share', String(greatest > 0 ? value / greatest : 0));
  return element;
}

/** Saves a table for a spreadsheet. @param {() => void} onclick */
export function csvButton(onclick) {
  return h(
    'button',
    { type: 'button', title: t('export.csv.title'), 'data-testid': 'export-csv', onclick },
    icon('download'),
    t('export.csv'),
  );
}

/** @param {Column<any>} column */
function classOf({ key, numeric, main, from }) {
  return [`c-${key}`, numeric && 'numeric', main && 'main', from && `from-${from}`].filter(Boolean).join(' ');
}

/** A click on a row is one on its link, unless it met another control or ends a selection of text. @param {MouseEvent} event */
function followRow(event) {
  const target = /** @type {Element} */ (event.target);
  if (target.closest('a, button, label') || !getSelection()?.isCollapsed) return;
  /** @type {HTMLElement | null | undefined} */ (target.closest('tbody tr')?.querySelector('th a'))?.click();
}
