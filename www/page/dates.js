/** The dates that the articles name: how often each, over time, with the sentences that name them. */

import { h } from './dom.js';
import { saveCsv } from './download.js';
import { date, language, number, t } from './language.js';
import { parts } from './parts.js';
import { filled, periodOf } from './periods.js';
import { placeList } from './placelist.js';
import { placesOfDate } from './places.js';
import { go, href } from './route.js';
import { split } from './split.js';
import { bar, csvButton, Table } from './table.js';
import { tabs } from './tabs.js';
import { periodChoice } from './time.js';
import { pictureFrame } from '../picture/frame.js';

/**
 * @import { Report } from '../analyzer/protocol.d.ts'
 * @import { Period } from './periods.js'
 * @import { ViewMaker } from './view.d.ts'
 * @typedef {{ value: string, count: number, documents: Set<number> }} Named
 */

/** @type {ViewMaker} */
export function datesView(session) {
  const periods = periodChoice((by) => go(href('dates', null, { by })));
  const picture = pictureFrame('dates');
  let most = 1;
  const table = new Table({
    label: t('tab.dates'),
    searchLabel: t('time.filter'),
    sorted: 'date',
    keyOf: (/** @type {Named} */ { value }) => value,
    textOf: ({ value }) => `${value} ${date(value)}`,
    props: ({ value, count }) => ({ 'data-testid': 'date', 'data-value': value, 'data-count': count }),
    columns: columns(() => most),
    tools: [periods.element, csvButton(() => save(table.shown))],
  });
  const view = split({
    name: 'dates',
    title: t('tab.dates'),
    back: href('dates'),
    table: table.element,
    choose: t('dates.choose'),
  });
  view.element.prepend(tabs('time', 'dates'), picture.element);
  /** @type {Report | null} */
  let of = null;
  let shownBy = '';
  return {
    element: view.element,
    title: () => t('tab.dates'),
    show({ item, query }) {
      const by = periods.show(query);
      if (of !== session.report || shownBy !== by) {
        [of, shownBy] = [session.report, by];
        const named = datesOf(of);
        most = Math.max(1, ...named.map(({ count }) => count));
        table.set(named);
        picture.show(pictureOf(named, by));
      }
      table.select(item);
      view.show(
        item === null
          ? null
          : [
              h('header', null, h('h2', { tabindex: -1 }, date(item))),
              placeList(placesOfDate(session.report, item), { date: item }),
            ],
      );
    },
  };
}

/** @param {Report} report @returns {Named[]} in order, those of no known year last */
function datesOf({ documents }) {
  /** @type {Map<string, Named>} */
  const found = new Map();
  for (const { id, dates } of documents)
    for (const { value } of dates) {
      const named = found.get(value) ?? { value, count: 0, documents: new Set() };
      named.count++;
      named.documents.add(id);
      found.set(value, named);
    }
  return [...found.values()].sort((a, b) => byDate(a.value, b.value));
}

/** @param {string} a @param {string} b */
function byDate(a, b) {
  const yearless = Number(a.startsWith('-')) - Number(b.startsWith('-'));
  return yearless || (a < b ? -1 : Number(a > b));
}

/** @param {Named[]} named @param {Period} by @returns {import('../picture/frame.js').Picture | null} */
function pictureOf(named, by) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { value, count } of named) {
    const period = periodOf(value, by);
    if (period) counts.set(period, (counts.get(period) ?? 0) + count);
  }
  if (counts.size === 0) return null;
  const drawn = filled([...counts.keys()].sort()).map((period) => {
    const whole = counts.get(period) ?? 0;
    const title = `${date(period)}: ${t('times.count', { n: whole })}`;
    return { period, whole, part: whole, href: href('dates', period, { by }), title };
  });
  const title = t('dates.picture');
  return {
    title,
    draw: async (width) => (await parts.columns()).columnsOverTime(drawn, { width, label: title }),
  };
}

/** @param {() => number} most times that a date is named @returns {import('./table.js').Column<Named>[]} */
function columns(most) {
  return [
    {
      key: 'date',
      label: t('column.date'),
      main: true,
      order: (a, b) => byDate(a.value, b.value),
      cell: ({ value }) =>
        h('a', { href: href('dates', value) }, h('time', { datetime: value }, date(value))),
    },
    {
      key: 'count',
      label: t('column.count'),
      numeric: true,
      order: (a, b) => a.count - b.count,
      cell: ({ count }) => bar(count, most()),
    },
    {
      key: 'articles',
      label: t('column.articles'),
      numeric: true,
      order: (a, b) => a.documents.size - b.documents.size,
      cell: ({ documents }) => number(documents.size),
    },
  ];
}

/** @param {Named[]} rows */
function save(rows) {
  saveCsv(
    `dates-${language()}`,
    [t('column.date'), t('column.count'), t('column.articles')],
    rows.map(({ value, count, documents }) => [value, count, documents.size]),
  );
}
