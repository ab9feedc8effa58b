/** Runs of words that come again and again: n-grams of two to five words. */

import { asker } from './answer.js';
import { h } from './dom.js';
import { saveCsv } from './download.js';
import { figure } from './figures.js';
import { compare, language, t } from './language.js';
import { go, href } from './route.js';
import { csvButton, Table } from './table.js';
import { tabs } from './tabs.js';

/**
 * @import { Answers } from '../analyzer/protocol.d.ts'
 * @import { ViewMaker } from './view.d.ts'
 * @typedef {Answers['ngrams'][number]} Run
 */

const LENGTHS = [2, 3, 4, 5];

/** @type {ViewMaker} */
export function runsView(session) {
  const answer = asker(session);
  const lengths = h(
    'select',
    {
      'aria-label': t('runs.length'),
      'data-testid': 'length',
      onchange: () => go(href('runs', null, { length: lengths.value })),
    },
    LENGTHS.map((n) => h('option', { value: n }, t('words.count', { n }))),
  );
  const table = new Table({
    label: t('tab.runs'),
    searchLabel: t('runs.filter'),
    sorted: 'count',
    keyOf: (/** @type {Run} */ { term }) => term,
    textOf: ({ term }) => term,
    props: ({ term, count }) => ({ 'data-testid': 'run', 'data-term': term, 'data-count': count }),
    columns: columns(),
    tools: [lengths, csvButton(() => save(table.shown))],
  });
  return {
    element: h(
      'div',
      { class: 'view runs' },
      h('h1', { tabindex: -1, class: 'unseen' }, t('tab.runs')),
      tabs('words', 'runs'),
      answer.message,
      table.element,
    ),
    title: () => t('tab.runs'),
    show({ query }) {
      const length = LENGTHS.find((n) => n === Number(query.get('length'))) ?? 3;
      lengths.value = String(length);
      void answer.ask('ngrams', { documents: [], length, least: 2 }, (runs) => table.set(runs));
    },
  };
}

/** @returns {import('./table.js').Column<Run>[]} */
function columns() {
  return [
    {
      key: 'term',
      label: t('column.run'),
      main: true,
      order: (a, b) => compare(a.term, b.term),
      cell: ({ term }) =>
        h('a', { href: href('concordance', null, { q: term, as: 'folded' }), lang: 'ar', dir: 'auto' }, term),
    },
    figure('count', ({ count }) => count),
    figure('articles', ({ documents }) => documents),
  ];
}

/** @param {Run[]} runs */
function save(runs) {
  saveCsv(
    `runs-${language()}`,
    [t('column.run'), t('column.count'), t('column.articles')],
    runs.map(({ term, count, documents }) => [term, count, documents]),
  );
}
