/**
 * A workbook as Excel and LibreOffice open it: SpreadsheetML (ECMA-376, part 1) in a ZIP. Sheets run from the right where the page does;
 * numbers are numbers, days are dates, and text is text whatever it begins with.
 */

import { element, escape, Markup } from './markup.js';
import { zip } from './zip.js';

/**
 * @import { Cell, Sheet } from './sheets.js'
 * @typedef {{ title: string, make: () => Sheet }} Tab a sheet, made when its turn comes
 * @typedef {{ program: string, rightToLeft: boolean }} Origin
 */

/** Rows that a sheet may have (Excel's limit), and UTF-16 units of a cell. */
const [MOST_ROWS, MOST_TEXT] = [1_048_576, 32_767];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PARTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What a program that opens the archive looks for first. @type {[type: string, target: string][]} */
const START = [
  ['officeDocument', 'xl/workbook.xml'],
  ['extended-properties', 'docProps/app.xml'],
];

/** Of a cell: its index in the formats of styles.xml. */
const STYLE = { date: 1, heading: 2 };

/**
 * @param {Tab[]} tabs
 * @param {Origin} origin
 */
export function xlsx(tabs, origin) {
  return zip(files(tabs, origin));
}

/** @param {Tab[]} tabs @param {Origin} origin @returns {Generator<[path: string, content: string]>} */
function* files(tabs, origin) {
  const texts = new Texts();
  yield ['[Content_Types].xml', part(contentTypes(tabs))];
  yield ['_rels/.rels', part(relations(START))];
  yield ['docProps/app.xml', part(properties(origin))];
  yield ['xl/workbook.xml', part(workbook(tabs))];
  yield ['xl/_rels/workbook.xml.rels', part(relations(targets(tabs)))];
  yield ['xl/styles.xml', part(styles())];
  for (const [n, { make }] of tabs.entries())
    yield [`xl/worksheets/sheet${n + 1}.xml`, part(worksheet(make(), texts, origin))];
  yield ['xl/sharedStrings.xml', part(texts.markup())];
}

/** @param {Markup} markup */
function part(markup) {
  return `${DECLARATION}${markup}`;
}

/** The texts of all sheets, each once: cells tell them by their numbers. */
class Texts {
  /** @type {Map<string, number>} */
  #numbers = new Map();

  /** @param {string} text */
  numberOf(text) {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  markup() {
    const items = [...this.#numbers.keys()].map((text) =>
      element('si', null, element('t', { 'xml:space': 'preserve' }, plain(text))),
    );
    return element('sst', { xmlns: MAIN, uniqueCount: items.length }, items);
  }
}

/** @param {Tab[]} tabs */
function contentTypes(tabs) {
  const override = (/** @type {string} */ path, /** @type {string} */ type) =>
    element('Override', { PartName: path, ContentType: type });
  return element(
    'Types',
    { xmlns: `${PACKAGE}/content-types` },
    element('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    element('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    override('/xl/workbook.xml', `${PARTS}.sheet.main+xml`),
    override('/xl/styles.xml', `${PARTS}.styles+xml`),
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml'),
    override('/xl/sharedStrings.xml', `${PARTS}.sharedStrings+xml`),
    tabs.map((_, n) => override(`/xl/worksheets/sheet${n + 1}.xml`, `${PARTS}.worksheet+xml`)),
  );
}

/** What the workbook is made of: each sheet has the number of its place. @param {Tab[]} tabs @returns {[type: string, target: string][]} */
function targets(tabs) {
  return [
    ...tabs.map((_, n) => /** @type {[string, string]} */ (['worksheet', `worksheets/sheet${n + 1}.xml`])),
    ['styles', 'styles.xml'],
    ['sharedStrings', 'sharedStrings.xml'],
  ];
}

/** @param {[type: string, target: string][]} targets */
function relations(targets) {
  return element(
    'Relationships',
    { xmlns: `${PACKAGE}/relationships` },
    targets.map(([type, target], n) =>
      element('Relationship', { Id: `r${n + 1}`, Type: `${RELATIONS}/${type}`, Target: target }),
    ),
  );
}

/** @param {Origin} origin */
function properties({ program }) {
  const xmlns = 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties';
  return element('Properties', { xmlns }, element('Application', null, program));
}

/** @param {Tab[]} tabs */
function workbook(tabs) {
  const list = tabs.map(({ title }, n) =>
    element('sheet', { name: sheetName(title), sheetId: n + 1, 'r:id': `r${n + 1}` }),
  );
  return element('workbook', { xmlns: MAIN, 'xmlns:r': RELATIONS }, element('sheets', null, list));
}

/** A sheet's name has no more than 31 letters, and none of some. @param {string} title */
function sheetName(title) {
  return title.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
}

/** Formats of cells, in the order of `STYLE`: 14 is the reader's own way of writing a day (ECMA-376, 18.8.30). */
function styles() {
  const counted = (/** @type {string} */ name, /** @type {Markup[]} */ items) =>
    element(name, { count: items.length }, items);
  const format = (/** @type {Record<string, number>} */ attributes) =>
    element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0, xfId: 0, ...attributes });
  const font = (/** @type {Markup | null} */ bold) =>
    element('font', null, bold, element('sz', { val: 11 }), element('name', { val: 'Arial' }));
  const fill = (/** @type {string} */ patternType) =>
    element('fill', null, element('patternFill', { patternType }));
  return element(
    'styleSheet',
    { xmlns: MAIN },
    counted('fonts', [font(null), font(element('b', null))]),
    counted('fills', [fill('none'), fill('gray125')]),
    counted('borders', [element('border', null)]),
    counted('cellStyleXfs', [element('xf', { numFmtId: 0, fontId: 0, fillId: 0, borderId: 0 })]),
    counted('cellXfs', [
      format({}),
      format({ numFmtId: 14, applyNumberFormat: 1 }),
      format({ fontId: 1, applyFont: 1 }),
    ]),
    counted('cellStyles', [element('cellStyle', { name: 'Normal', xfId: 0, builtinId: 0 })]),
  );
}

/** @param {Sheet} sheet @param {Texts} texts @param {Origin} origin */
function worksheet({ heading, rows, dates }, texts, { rightToLeft }) {
  const kept = rows.slice(0, MOST_ROWS - 1);
  const end = `${column(heading.length - 1)}${kept.length + 1}`;
  const pane = element('pane', { ySplit: 1, topLeftCell: 'A2', activePane: 'bottomLeft', state: 'frozen' });
  const widths = heading.map((title, n) =>
    element('col', { min: n + 1, max: n + 1, width: width(title, kept, n), customWidth: 1 }),
  );
  const view = { workbookViewId: 0, rightToLeft: rightToLeft ? 1 : null };
  return element(
    'worksheet',
    { xmlns: MAIN },
    element('dimension', { ref: `A1:${end}` }),
    element('sheetViews', null, element('sheetView', view, pane)),
    element('cols', null, widths),
    element('sheetData', null, sheetData(heading, kept, new Set(dates), texts)),
    element('autoFilter', { ref: `A1:${end}` }),
  );
}

/** All cells: numbers and letters of our own alone, so that they need no escaping, and there may be a million. @param {string[]} heading @param {Cell[][]} rows @param {Set<number>} dates @param {Texts} texts */
function sheetData(heading, rows, dates, texts) {
  const letters = heading.map((_, n) => column(n));
  const text = (/** @type {string} */ at, /** @type {string} */ value, style = '') =>
    `<c r="${at}"${style} t="s"><v>${texts.numberOf(value.slice(0, MOST_TEXT))}</v></c>`;
  const cell = (/** @type {Cell} */ value, /** @type {string} */ at, /** @type {boolean} */ isDate) => {
    if (value === null || value === '') return '';
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    const day = isDate ? serial(value) : null;
    return day === null ? text(at, value) : `<c r="${at}" s="${STYLE.date}"><v>${day}</v></c>`;
  };
  const first = heading.map((title, n) => text(`${letters[n]}1`, title, ` s="${STYLE.heading}"`));
  const others = rows.map((cells, n) => {
    const written = cells.map((value, at) => cell(value, `${letters[at]}${n + 2}`, dates.has(at)));
    return `<row r="${n + 2}">${written.join('')}</row>`;
  });
  return new Markup(`<row r="1">${first.join('')}</row>${others.join('')}`);
}

/** What looks like an escape of this format («_x000D_») is itself escaped (ECMA-376, 22.9.2.19). @param {string} text */
function plain(text) {
  return new Markup(escape(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')));
}

/**
 * A day as this format counts them, from 30 December 1899; null for a month, a year, or a time before March 1900, which Excel, that
 * knows a 29th of February 1900, counts otherwise.
 *
 * @param {string} iso
 */
function serial(iso) {
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T|$)/.exec(iso) ?? [];
  if (day === undefined || day < '1900-03-01') return null;
  const days = (Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return Number.isFinite(days) ? days : null;
}

/** Wide enough for most of a column, and no wider than can be read. @param {string} title @param {Cell[][]} rows @param {number} at */
function width(title, rows, at) {
  const longest = rows
    .slice(0, 200)
    .reduce((most, cells) => Math.max(most, String(cells[at] ?? '').length), title.length);
  return Math.min(Math.max(longest + 2, 8), 60);
}

/** The letters of a column, from 0: A, B … Z, AA. @param {number} at @returns {string} */
function column(at) {
  const rest = at >= 26 ? column(Math.floor(at / 26) - 1) : '';
  return rest + String.fromCharCode(65 + (at % 26));
}
