/** Time: how many articles there are of each day, month or year, and how many of them have what is looked for. */

import { asker } from './answer.js';
import { h } from './dom.js';
import { saveCsv } from './download.js';
import { compare, date, language, number, t } from './language.js';
import { parts } from './parts.js';
import { go, href } from './route.js';
import { soughtForm, soughtOf } from './sought.js';
import { csvButton, Table } from './table.js';
import { filled, PERIODS } from './periods.js';
import { tabs } from './tabs.js';
import { pictureFrame } from '../picture/frame.js';

/**
 * @import { Point } from '../analyzer/protocol.d.ts'
 * @import { Key } from './language.js'
 * @import { ViewMaker } from './view.d.ts'
 */

/** @type {ViewMaker} */
export function timeView(session) {
  const answer = asker(session);
  const form = soughtForm(session, (sought) => change(sought));
  const periods = periodChoice((by) => change({ by }));
  const picture = pictureFrame('time');
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
    columns: columns((period) => articlesOf(period, now)),
    tools: [periods.element, csvButton(() => save(table.shown))],
  });
  /** @type {URLSearchParams} */
  let now = new URLSearchParams();
  return {
    element: h(
      'div',
      { class: 'view time' },
      h('h1', { tabindex: -1, class: 'unseen' }, t('nav.time')),
      tabs('time', 'time'),
      form.element,
      answer.message,
      picture.element,
      table.element,
    ),
    title: () => t('nav.time'),
    show({ query }) {
      now = query;
      form.show(query);
      const period = periods.show(query);
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
    const drawn = filled([...dated.keys()]).map((period) => {
      const { articles = 0, holding = 0 } = dated.get(period) ?? {};
      const parts = [seeking && t('time.holding', { n: holding }), t('articles.count', { n: articles })];
      return {
        period,
        whole: articles,
        part: seeking ? holding : articles,
        href: articlesOf(period, now),
        title: `${date(period)}: ${parts.filter(Boolean).join(' / ')}`,
      };
    });
    picture.show(
      drawn.length === 0
        ? null
        : {
            title: label,
            draw: async (width) => (await parts.columns()).columnsOverTime(drawn, { width, label }),
          },
    );
  }
}

/** A list of the lengths of periods. @param {(by: string) => void} change */
export function periodChoice(change) {
  const element = h(
    'select',
    { 'aria-label': t('time.by'), 'data-testid': 'period', onchange: () => change(element.value) },
    PERIODS.map((period) => h('option', { value: period }, t(/** @type {Key} */ (`time.${period}`)))),
  );
  return {
    element,
    /** Takes the one that an address says. @param {URLSearchParams} query */
    show(query) {
      const period = PERIODS.find((known) => known === query.get('by')) ?? 'day';
      element.value = period;
      return period;
    },
  };
}

/** Where a period leads: to the lines of what is sought, or to the articles. @param {string} period @param {URLSearchParams} query */
function articlesOf(period, query) {
  const group = `date:${period}`;
  const q = query.get('q');
  return q
    ? href('concordance', null, { q, as: query.get('as'), in: group })
    : href('articles', null, { in: group });
}

/** @param {(period: string) => string} addressOf @returns {import('./table.js').Column<Point>[]} */
function columns(addressOf) {
  return [
    {
      key: 'period',
      label: t('column.period'),
      main: true,
      order: (a, b) => compare(a.period ?? '', b.period ?? ''),
      cell: ({ period }) =>
        period
          ? h('a', { href: addressOf(period) }, h('time', { datetime: period }, date(period)))
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
