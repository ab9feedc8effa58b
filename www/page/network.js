/** Together: which names are mentioned in the same articles and the same sentences. */

import { asker } from './answer.js';
import { bdi, fill, h } from './dom.js';
import { saveCsv } from './download.js';
import { icon } from './icons.js';
import { kindChoice, kindChip } from './kinds.js';
import { compare, language, number, t } from './language.js';
import { href } from './route.js';
import { bar, csvButton, Table } from './table.js';
import { tabs } from './tabs.js';
import { networkFigure } from './networkfigure.js';

/**
 * @import { Entity, Together } from '../analyzer/protocol.d.ts'
 * @import { Session } from './session.js'
 * @import { ViewMaker } from './view.d.ts'
 * @typedef {{ first: Entity, second: Entity, pair: Together }} Row
 */

const LIMIT = 5000;
const ONE_DIGIT = { minimumFractionDigits: 1, maximumFractionDigits: 1 };

/** @type {ViewMaker} */
export function networkView(session) {
  const answer = asker(session);
  const drawing = networkFigure(session);
  const only = h('div');
  let most = 1;
  /** @type {(entity: Entity) => boolean} */
  let accept = () => true;
  /** The name whose neighbours are looked at. @type {number | null} */
  let chosen = null;
  /** @type {Row[]} */
  let rows = [];
  const table = new Table({
    label: t('nav.network'),
    searchLabel: t('network.filter'),
    sorted: 'articles',
    keyOf: (/** @type {Row} */ { first, second }) => `${first.id}-${second.id}`,
    textOf: ({ first, second }) => [first, second].flatMap(textOf).join(' '),
    props: ({ first, second, pair }) => ({
      'data-testid': 'pair',
      'data-first': first.name,
      'data-second': second.name,
      'data-articles': pair.articles,
    }),
    columns: columns(() => most),
    tools: [
      kindChoice((accepts) => {
        accept = accepts;
        filter();
      }),
      csvButton(() => save(table.shown)),
    ],
  });
  drawing.least.addEventListener('input', filter);
  return {
    element: h(
      'div',
      { class: 'view network' },
      h('h1', { tabindex: -1, class: 'unseen' }, t('nav.network')),
      tabs('network', 'network'),
      answer.message,
      h('div', { class: 'beside' }, h('div', { class: 'pairs' }, only, table.element), drawing.element),
    ),
    title: () => t('nav.network'),
    show({ item }) {
      chosen = item === null ? null : Number(item);
      const unknown = chosen !== null && !session.lookup.entities.has(chosen);
      fill(only, unknown ? h('p', { class: 'choose' }, t('names.unknown')) : chosenChip(session, chosen));
      filter();
      // Few articles have few pairs that two of them share.
      const least = session.report.documents.length < 10 ? 1 : 2;
      void answer.ask('together', { documents: [], least, limit: LIMIT }, (pairs) => {
        rows = pairs.flatMap((pair) => rowOf(session, pair));
        most = rows[0]?.pair.articles ?? 1;
        drawing.set(rows, least);
        const { often, mine } = accepted();
        drawing.show(rows.filter(often), chosen);
        table.set(rows, mine);
      });
    },
  };

  /** The picture shows the pairs of the kinds chosen that are together often enough; the table, of these, those of the name chosen. */
  function accepted() {
    const often = (/** @type {Row} */ { first, second, pair }) =>
      (accept(first) || accept(second)) && pair.articles >= drawing.least.valueAsNumber;
    const mine = (/** @type {Row} */ row) =>
      often(row) && (chosen === null || row.first.id === chosen || row.second.id === chosen);
    return { often, mine };
  }

  function filter() {
    const { often, mine } = accepted();
    drawing.show(rows.filter(often), chosen);
    table.filter(mine);
  }
}

/** Whose neighbours are shown, and the way back to all. @param {Session} session @param {number | null} chosen */
function chosenChip({ lookup }, chosen) {
  const entity = lookup.entities.get(chosen ?? -1);
  return (
    entity &&
    h(
      'p',
      { class: 'only', 'data-testid': 'only' },
      kindChip(entity.kind),
      ' ',
      h('strong', null, nameLink(entity)),
      h('a', { href: href('network'), class: 'button plain' }, icon('close'), t('network.all')),
    )
  );
}

/** @param {Session} session @param {Together} pair @returns {Row[]} */
function rowOf({ lookup }, pair) {
  const [a, b] = pair.entities.map((id) => lookup.entities.get(id));
  if (!a || !b) return [];
  return a.count >= b.count ? [{ first: a, second: b, pair }] : [{ first: b, second: a, pair }];
}

/** @param {Entity} entity */
function textOf({ name, spellings }) {
  return [name, ...spellings.map(({ text }) => text)];
}

/** @param {() => number} most articles of a pair @returns {import('./table.js').Column<Row>[]} */
function columns(most) {
  return [
    {
      key: 'name',
      label: t('column.name'),
      main: true,
      order: (a, b) => compare(a.first.name, b.first.name),
      cell: ({ first }) => nameLink(first),
    },
    {
      key: 'other',
      label: t('column.other'),
      order: (a, b) => compare(a.second.name, b.second.name),
      cell: ({ second }) => nameLink(second),
    },
    {
      key: 'kind',
      label: t('column.kind'),
      from: 'medium',
      cell: ({ first, second }) => [
        kindChip(first.kind),
        ' ',
        second.kind !== first.kind && kindChip(second.kind),
      ],
    },
    {
      key: 'articles',
      label: t('column.articles'),
      numeric: true,
      order: (a, b) => a.pair.articles - b.pair.articles,
      cell: ({ first, second, pair }) =>
        h(
          'a',
          { href: href('concordance', null, { q: first.name, as: 'name', in: `name:${second.id}` }) },
          bar(pair.articles, most()),
        ),
    },
    {
      key: 'sentences',
      label: t('column.sentences'),
      numeric: true,
      order: (a, b) => a.pair.sentences - b.pair.sentences,
      cell: ({ pair }) => number(pair.sentences),
    },
    {
      key: 'dice',
      label: t('column.dice'),
      hint: t('column.dice.title'),
      numeric: true,
      from: 'medium',
      order: (a, b) => a.pair.log_dice - b.pair.log_dice,
      cell: ({ pair }) => number(pair.log_dice, ONE_DIGIT),
    },
    {
      key: 'likelihood',
      label: t('column.likelihood'),
      hint: t('column.likelihood.title'),
      numeric: true,
      from: 'wide',
      order: (a, b) => a.pair.log_likelihood - b.pair.log_likelihood,
      cell: ({ pair }) => number(pair.log_likelihood, ONE_DIGIT),
    },
  ];
}

/** @param {Entity} entity */
function nameLink({ id, name }) {
  return h('a', { href: href('names', id), lang: 'ar' }, bdi(name));
}

/** @param {Row[]} rows */
function save(rows) {
  const heading = [
    t('column.name'),
    t('column.other'),
    t('column.articles'),
    t('column.sentences'),
    t('column.dice'),
    t('column.likelihood'),
  ];
  saveCsv(
    `network-${language()}`,
    heading,
    rows.map(({ first, second, pair }) => [
      first.name,
      second.name,
      pair.articles,
      pair.sentences,
      pair.log_dice,
      pair.log_likelihood,
    ]),
  );
}
