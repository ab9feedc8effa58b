/** Time: how many articles there are of each day, month or year, and how many of them have what is looked for. */

import { asker } from './answer.js';
import { fill, h } from './dom.js';
import { saveCsv } from './download.js';
import { compare, date, language, number, t } from './language.js';
import { go, href } from './route.js';
import { soughtForm, soughtOf } from './sought.js';
import { csvButton, Table } from './table.js';
import { filled, timeline } from './timeline.js';

/**
 * @import { Point } from '../analyzer/protocol.d.ts'
 * @import { Key } from './language.js'
 * @import { ViewMaker } from './view.d.ts'
 */

const PERIODS = /** @type {const} */ (['day', 'month', 'year']);

/** @type {ViewMaker} */
export function timeView(session) {
  const answer = asker(session);
  const form = soughtForm(session, (sought) => change(sought));
  const periods = h(
    'select',
    { 'aria-label': t('time.by'), 'data-testid': 'period', onchange: () => change({ by: periods.value }) },
    PERIODS.map((period) => h('option', { value: period }, t(/** @type {Key} */ (`time.${period}`)))),
  );
  const picture = h('figure', { class: 'picture' });
  const table = new Table({
    label: t('nav.time'),
    searchLabel: t('time.filter'),
    sorted: 'period',
    keyOf: (/** @type {Point} */ { period }) => period ?? '',
    textOf: ({ period }) => (period ? `${period} ${date(period)}` : t('time.unknown')),
    props: ({ period, articles, count }) => ({
      'data-testid': 'point',
      'data-period': period ?? '',
      'data-articles': articles,
      'data-count': count,
    }),
    columns: columns(),
    tools: [periods, csvButton(() => save(table.shown))],
  });
  /** @type {URLSearchParams} */
  let now = new URLSearchParams();
  return {
    element: h(
      'div',
      { class: 'view time' },
      h('h1', { tabindex: -1, class: 'unseen' }, t('nav.time')),
      form.element,
      answer.message,
      picture,
      table.element,
    ),
    title: () => t('nav.time'),
    show({ query }) {
      now = query;
      form.show(query);
      const period = PERIODS.find((known) => known === query.get('by')) ?? 'day';
      periods.value = period;
      const sought = soughtOf(session, query);
      void answer.ask('trend', { query: sought, period }, (points) => {
        table.set(points);
        const q = query.get('q');
        draw(points, sought && q ? t('time.picture.sought', { q }) : t('time.picture'), sought !== null);
      });
    },
  };

  /** @param {Record<string, string | null>} changed */
  function change(changed) {
    go(href('time', null, { ...Object.fromEntries(now), ...changed }));
  }

  /** @param {Point[]} points @param {string} label @param {boolean} seeking */
  function draw(points, label, seeking) {
    const dated = new Map(points.flatMap((point) => (point.period ? [[point.period, point]] : [])));
    const bars = filled([...dated.keys()]).map((period) => {
      const { articles = 0, holding = 0 } = dated.get(period) ?? {};
      return { period, whole: articles, part: seeking ? holding : articles };
    });
    picture.hidden = bars.length === 0;
    fill(picture, timeline(bars, label), h('figcaption', null, label));
  }
}

/** @returns {import('./table.js').Column<Point>[]} */
function columns() {
  return [
    {
      key: 'period',
      label: t('column.period'),
      main: true,
      order: (a, b) => compare(a.period ?? '', b.period ?? ''),
      cell: ({ period }) =>
        period
          ? h('time', { datetime: period }, date(period))
          : h('span', { class: 'unknown' }, t('time.unknown')),
    },
    figure('articles', t('column.articles'), ({ articles }) => articles),
    figure('holding', t('column.holding'), ({ holding }) => holding, { from: 'medium' }),
    figure('count', t('column.count'), ({ count }) => count),
    figure('rate', t('column.rate'), ({ per_million }) => per_million, {
      from: 'medium',
      hint: t('column.rate.title'),
    }),
  ];
}

/**
 * @param {string} key
 * @param {string} label
 * @param {(point: Point) => number} value
 * @param {{ from?: 'medium', hint?: string }} [options]
 * @returns {import('./table.js').Column<Point>}
 */
function figure(key, label, value, options = {}) {
  return {
    key,
    label,
    ...options,
    numeric: true,
    order: (a, b) => value(a) - value(b),
    cell: (point) => number(value(point), { maximumFractionDigits: 0 }),
  };
}

/** @param {Point[]} points */
function save(points) {
  saveCsv(
    `time-${language()}`,
    [t('column.period'), t('column.articles'), t('column.holding'), t('column.count'), t('column.rate')],
    points.map(({ period, articles, holding, count, per_million }) => [
      period,
      articles,
      holding,
      count,
      per_million,
    ]),
  );
}
