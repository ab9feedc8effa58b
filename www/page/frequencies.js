/** All words: how often, in how many articles, how evenly; and how rich the vocabulary is. */

import { asker } from './answer.js';
import { fill, h } from './dom.js';
import { saveCsv } from './download.js';
import { figure, termColumn } from './figures.js';
import { language, number, t } from './language.js';
import { parts } from './parts.js';
import { href } from './route.js';
import { csvButton, Table } from './table.js';
import { pictureFrame } from '../picture/frame.js';
import { tabs } from './tabs.js';

/**
 * @import { Answers, Richness } from '../analyzer/protocol.d.ts'
 * @import { ViewMaker } from './view.d.ts'
 * @typedef {Answers['words'][number]} WordUse
 */

/** Words in the picture, the first of the table as it is sorted and searched. */
const DRAWN = 25;
const TWO_DIGITS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** @type {ViewMaker} */
export function frequenciesView(session) {
  const picture = pictureFrame('bars');
  const answer = asker(session);
  const counting = asker(session);
  const box = h('input', { type: 'checkbox', role: 'switch', onchange: () => filter() });
  const table = new Table({
    label: t('tab.frequencies'),
    searchLabel: t('words.filter'),
    sorted: 'count',
    keyOf: (/** @type {WordUse} */ { term }) => term,
    textOf: ({ term }) => term,
    props: ({ term, count }) => ({ 'data-testid': 'word', 'data-term': term, 'data-count': count }),
    columns: columns(),
    tools: [
      h('label', { class: 'switch' }, box, t('frequencies.function')),
      csvButton(() => save(table.shown)),
    ],
    onShown: draw,
  });
  const rich = h('p', { class: 'lead', 'data-testid': 'richness' });
  filter();
  return {
    element: h(
      'div',
      { class: 'view frequencies' },
      h('h1', { tabindex: -1, class: 'unseen' }, t('tab.frequencies')),
      tabs('words', 'frequencies'),
      answer.message,
      rich,
      h('div', { class: 'beside' }, table.element, picture.element),
    ),
    title: () => t('tab.frequencies'),
    show() {
      void answer.ask('words', { documents: [], least: 1 }, (words) => table.set(words));
      void counting.ask('richness', { documents: [] }, (figures) => fill(rich, said(figures)));
    },
  };

  function filter() {
    table.filter(({ content }) => box.checked || content);
  }

  /** @param {WordUse[]} words */
  function draw(words) {
    const rows = words.slice(0, DRAWN).map(({ term, count }) => ({
      name: term,
      value: count,
      said: number(count),
      href: href('words', term),
    }));
    const title = t('frequencies.picture', { n: rows.length });
    picture.show(
      rows.length === 0
        ? null
        : {
            title,
            draw: async (width) => (await parts.bars()).bars(rows, { width, label: title }),
          },
    );
  }
}

/** @param {Richness} figures */
function said({ tokens, types, hapaxes, type_token_ratio, standardized_ratio }) {
  return [
    t('richness.tokens', { n: tokens }),
    t('richness.types', { n: types }),
    t('richness.hapaxes', { n: hapaxes }),
    t('richness.ratio', { value: number(type_token_ratio, TWO_DIGITS) }),
    standardized_ratio !== null &&
      t('richness.standardized', { value: number(standardized_ratio, TWO_DIGITS) }),
  ]
    .filter(Boolean)
    .join(t('list.comma'));
}

/** @returns {import('./table.js').Column<WordUse>[]} */
function columns() {
  return [
    termColumn(),
    figure('count', ({ count }) => count),
    figure('rate', ({ per_million }) => per_million, { maximumFractionDigits: 0 }, 'medium'),
    figure('articles', ({ documents }) => documents),
    figure('juilland', ({ juilland_d }) => juilland_d, TWO_DIGITS, 'medium'),
    figure('gries', ({ deviation_of_proportions }) => deviation_of_proportions, TWO_DIGITS, 'medium'),
  ];
}

/** @param {WordUse[]} words */
function save(words) {
  saveCsv(
    `frequencies-${language()}`,
    [
      t('column.term'),
      t('column.count'),
      t('column.rate'),
      t('column.articles'),
      t('column.juilland'),
      t('column.gries'),
      'TF-IDF',
    ],
    words.map((word) => [
      word.term,
      word.count,
      word.per_million,
      word.documents,
      word.juilland_d,
      word.deviation_of_proportions,
      word.tf_idf,
    ]),
  );
}
