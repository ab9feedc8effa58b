/** The words that mark these articles, with their forms and their places. */

import { bdi, h } from './dom.js';
import { saveCsv } from './download.js';
import { figure, termColumn } from './figures.js';
import { language, t } from './language.js';
import { href } from './route.js';
import { split } from './split.js';
import { bar, csvButton, Table } from './table.js';
import { tabs } from './tabs.js';
import { wordDetails } from './word.js';

/**
 * @import { Keyword, Report } from '../analyzer/protocol.d.ts'
 * @import { ViewMaker } from './view.d.ts'
 */

const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** @type {ViewMaker} */
export function wordsView(session) {
  let greatest = 1;
  const table = new Table({
    label: t('nav.words'),
    searchLabel: t('words.filter'),
    sorted: 'score',
    keyOf: (/** @type {Keyword} */ { term }) => term,
    textOf: ({ term, forms }) => [term, ...forms].join(' '),
    props: ({ term, count }) => ({ 'data-testid': 'keyword', 'data-term': term, 'data-count': count }),
    columns: columns(() => greatest),
    tools: [csvButton(() => save(table.shown))],
  });
  const view = split({
    name: 'words',
    title: t('nav.words'),
    back: href('words'),
    table: table.element,
    choose: t('words.choose'),
  });
  /** @type {Keyword[] | null} */
  let shown = null;
  /** The word whose details are shown, and the report that they are of. @type {string | null} */
  let open = null;
  /** @type {Report | null} */
  let of = null;
  view.element.prepend(tabs('words', 'words'));
  return {
    element: view.element,
    title: () => t('nav.words'),
    show({ item }) {
      const { report } = session;
      if (shown !== report.keywords) {
        shown = report.keywords;
        greatest = shown[0]?.score ?? 1;
        table.set(shown);
      }
      table.select(item);
      // The details ask for themselves: they are made again for another word or another report.
      if (item === open && report === of) return;
      [open, of] = [item, report];
      view.show(item === null ? null : wordDetails(session, item));
    },
  };
}

/** @param {() => number} greatest the highest score @returns {import('./table.js').Column<Keyword>[]} */
function columns(greatest) {
  return [
    termColumn(),
    {
      key: 'score',
      label: t('column.score'),
      hint: t('column.score.title'),
      numeric: true,
      order: (a, b) => a.score - b.score,
      cell: ({ score }) => bar(score, greatest(), ONE_DIGIT),
    },
    figure('count', ({ count }) => count),
    figure('articles', ({ documents }) => documents),
    {
      key: 'forms',
      label: t('column.forms'),
      from: 'wide',
      cell: ({ forms }) => h('span', { lang: 'ar' }, bdi(forms.join('، '))),
    },
  ];
}

/** @param {Keyword[]} keywords */
function save(keywords) {
  const heading = [
    t('column.term'),
    t('column.count'),
    t('column.articles'),
    t('column.score'),
    t('column.forms'),
  ];
  const rows = keywords.map(({ term, count, documents, score, forms }) => [
    term,
    count,
    documents,
    score,
    forms.join(' | '),
  ]);
  saveCsv(`words-${language()}`, heading, rows);
}
