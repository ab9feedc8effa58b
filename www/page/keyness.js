/** Keyness: the words that mark one group of articles against another, or against general Arabic news. */

import { asker } from './answer.js';
import { fill, h } from './dom.js';
import { saveCsv } from './download.js';
import { figure, termColumn } from './figures.js';
import { documentsOf, groupOptions } from './groups.js';
import { language, number, t } from './language.js';
import { parts } from './parts.js';
import { picker } from './pick.js';
import { go, href } from './route.js';
import { csvButton, Table } from './table.js';
import { pictureFrame } from '../picture/frame.js';
import { tabs } from './tabs.js';

/**
 * @import { Keyness, Questions } from '../analyzer/protocol.d.ts'
 * @import { ViewMaker } from './view.d.ts'
 */

const DIGITS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
/** Places that a word must have for a comparison to tell anything. */
const LEAST = 3;
/** Words in the picture, to either side. */
const DRAWN = 15;
/** What could be chance in one of a hundred corrected tests is left out. */
const LEVEL = 0.01;

/** @type {ViewMaker} */
export function keynessView(session) {
  const picture = pictureFrame('keyness');
  const answer = asker(session);
  const of = h('select', { 'data-testid': 'of', onchange: () => change({ of: of.value }) });
  const against = h('select', {
    'data-testid': 'against',
    onchange: () => change({ against: against.value }),
  });
  const sure = h('input', { type: 'checkbox', role: 'switch', checked: true, onchange: () => filter() });
  const pick = picker(session, (ids) => change({ of: `pick:${ids.join(',')}` }));
  const table = new Table({
    label: t('tab.keyness'),
    searchLabel: t('words.filter'),
    sorted: 'likelihood',
    keyOf: (/** @type {Keyness} */ { term }) => term,
    textOf: ({ term }) => term,
    props: ({ term, count, reference_count }) => ({
      'data-testid': 'key',
      'data-term': term,
      'data-count': count,
      'data-reference': reference_count,
    }),
    columns: columns(),
    tools: [h('label', { class: 'switch' }, sure, t('keyness.sure')), csvButton(() => save(table.shown))],
    onShown: draw,
  });
  /** @type {URLSearchParams} */
  let now = new URLSearchParams();
  filter();
  return {
    element: h(
      'div',
      { class: 'view keyness' },
      h('h1', { tabindex: -1, class: 'unseen' }, t('tab.keyness')),
      tabs('words', 'keyness'),
      h(
        'div',
        { class: 'versions' },
        h('label', null, t('keyness.of'), of),
        pick.button,
        h('label', null, t('keyness.against'), against),
      ),
      pick.element,
      answer.message,
      h('div', { class: 'beside' }, table.element, picture.element),
    ),
    title: () => t('tab.keyness'),
    show({ query }) {
      now = query;
      const picked = query.get('of')?.startsWith('pick:') ? [query.get('of') ?? ''] : [];
      const own = picked.map((key) => ({
        key,
        label: t('group.pick', { n: documentsOf(session, key)?.length ?? 0 }),
      }));
      fill(of, ...groupOptions(session, [{ key: '', label: t('group.all') }, ...own], query.get('of')));
      const others = ['others', 'background'].map((key) => ({
        key,
        label: t(/** @type {'group.others' | 'group.background'} */ (`group.${key}`)),
      }));
      const documents = documentsOf(session, query.get('of')) ?? [];
      // All articles have no others to be compared with.
      const choice = documents.length > 0 ? others : others.slice(1);
      fill(against, ...groupOptions(session, choice, query.get('against')));
      const reference = referenceOf(query.get('against'), documents);
      void answer.ask('keyness', { documents, reference, least: LEAST }, (words) => {
        table.set(words);
        if (words.length === 0) answer.message.textContent = t('keyness.none');
      });
    },
  };

  /** @param {string | null} key @param {number[]} documents @returns {Questions['keyness']['reference']} */
  function referenceOf(key, documents) {
    const group = documentsOf(session, key);
    if (group) return { documents: group };
    return key === 'background' || documents.length === 0 ? 'background' : 'others';
  }

  /** @param {Record<string, string>} changed */
  function change(changed) {
    go(href('keyness', null, { ...Object.fromEntries(now), ...changed }));
  }

  /** The surest of those that are more often here, and of those less often. @param {Keyness[]} words */
  function draw(words) {
    const [more, fewer] = [
      words.filter(({ log_ratio }) => log_ratio > 0),
      words.filter(({ log_ratio }) => log_ratio < 0),
    ];
    const rows = [...more.slice(0, DRAWN), ...fewer.slice(0, DRAWN)]
      .sort((a, b) => b.log_ratio - a.log_ratio)
      .map(({ term, log_ratio }) => ({
        name: term,
        value: log_ratio,
        said: number(log_ratio, { ...DIGITS, signDisplay: 'exceptZero' }),
        href: href('words', term),
      }));
    const title = t('keyness.picture');
    picture.show(
      rows.length === 0
        ? null
        : {
            title,
            draw: async (width) => (await parts.bars()).bars(rows, { width, label: title }),
          },
    );
  }

  function filter() {
    table.filter(({ benjamini_hochberg }) => !sure.checked || benjamini_hochberg < LEVEL);
  }
}

/** @returns {import('./table.js').Column<Keyness>[]} */
function columns() {
  return [
    termColumn(),
    figure('count', ({ count }) => count),
    figure('reference', ({ reference_count }) => reference_count, {}, 'medium'),
    figure('likelihood', ({ log_likelihood }) => log_likelihood, DIGITS),
    figure('ratio', ({ log_ratio }) => log_ratio, { ...DIGITS, signDisplay: 'exceptZero' }),
    { ...figure('chance', chance, {}, 'wide'), cell: (word) => saidChance(chance(word)) },
  ];
}

/** @param {Keyness} word */
function chance({ benjamini_hochberg }) {
  return benjamini_hochberg;
}

/** A probability; below a thousandth, its digits tell nothing more. @param {number} value */
function saidChance(value) {
  return value < 0.001 ? `< ${number(0.001)}` : number(value, { maximumFractionDigits: 3 });
}

/** @param {Keyness[]} words */
function save(words) {
  saveCsv(
    `keyness-${language()}`,
    [
      t('column.term'),
      t('column.count'),
      t('column.reference'),
      t('column.likelihood'),
      t('column.ratio'),
      '%DIFF',
      'Bonferroni',
      'Benjamini–Hochberg',
    ],
    words.map((word) => [
      word.term,
      word.count,
      word.reference_count,
      word.log_likelihood,
      word.log_ratio,
      word.percent_diff,
      word.bonferroni,
      word.benjamini_hochberg,
    ]),
  );
}
