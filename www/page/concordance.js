/** Concordance: every place of what is looked for, a line each, what was found standing in one column (keyword in context). */

import { asker } from './answer.js';
import { bdi, fill, h } from './dom.js';
import { saveCsv } from './download.js';
import { language, number, t } from './language.js';
import { documentsOf, groupChip } from './groups.js';
import { titleOf } from './lookup.js';
import { Places } from './places.js';
import { go, href } from './route.js';
import { soughtForm, soughtOf } from './sought.js';
import { csvButton, Table } from './table.js';

/**
 * @import { Document, Line } from '../analyzer/protocol.d.ts'
 * @import { Key } from './language.js'
 * @import { Place } from './places.js'
 * @import { Session } from './session.js'
 * @import { ViewMaker } from './view.d.ts'
 */

const SORTS = /** @type {const} */ (['place', 'before', 'after']);
const LIMIT = 10_000;

/**
 * A line with its words.
 *
 * @typedef {object} Row
 * @property {number} index among all lines, in their order
 * @property {Document} document
 * @property {Line} line
 * @property {string} before
 * @property {string} hit
 * @property {string} after
 */

/** @type {ViewMaker} */
export function concordanceView(session) {
  const answer = asker(session);
  const form = soughtForm(session, (sought) => change(sought));
  const sorts = h(
    'select',
    {
      'aria-label': t('concordance.sort'),
      'data-testid': 'sort',
      onchange: () => change({ sort: sorts.value }),
    },
    SORTS.map((sort) => h('option', { value: sort }, t(/** @type {Key} */ (`concordance.${sort}`)))),
  );
  const table = new Table({
    label: t('nav.concordance'),
    searchLabel: t('concordance.filter'),
    sorted: 'line',
    keyOf: (/** @type {Row} */ { index }) => index,
    textOf: ({ before, hit, after, document }) => `${before}${hit}${after} ${titleOf(document)}`,
    props: ({ line }) => ({ 'data-testid': 'line', 'data-document': line.document }),
    columns: columns(),
    tools: [sorts, csvButton(() => save(table.shown))],
  });
  const lead = h('p', { class: 'lead' }, t('concordance.lead'));
  const only = h('div');
  /** @type {URLSearchParams} */
  let now = new URLSearchParams();
  return {
    element: h(
      'div',
      { class: 'view concordance' },
      h('h1', { tabindex: -1, class: 'unseen' }, t('nav.concordance')),
      form.element,
      only,
      answer.message,
      lead,
      table.element,
    ),
    title: () => t('nav.concordance'),
    show({ query }) {
      now = query;
      form.show(query);
      const sort = SORTS.find((known) => known === query.get('sort')) ?? 'place';
      sorts.value = sort;
      const sought = soughtOf(session, query);
      lead.hidden = sought !== null;
      table.element.hidden = sought === null;
      const group = query.get('in');
      fill(
        only,
        groupChip(session, group, () => change({ in: null })),
      );
      if (sought === null) return answer.say();
      const documents = documentsOf(session, group) ?? [];
      if (group !== null && documents.length === 0) return table.set([]); // an empty list would ask for all
      void answer.ask('concordance', { ...sought, documents, sort, limit: LIMIT }, (lines) => {
        const rows = lines.flatMap((line, index) => rowOf(session, line, index));
        const places = rows.map(({ document, line: { start, end } }) => ({ document, start, end }));
        session.lines = {
          name: query.get('q') ?? '',
          places: new Places(places, rows.length),
          all: location.hash,
        };
        table.set(rows);
        if (rows.length === LIMIT) answer.message.textContent = t('concordance.limit', { n: LIMIT });
      });
    },
  };

  /** @param {Record<string, string | null>} changed */
  function change(changed) {
    go(href('concordance', null, { ...Object.fromEntries(now), ...changed }));
  }
}

/** @param {Session} session @param {Line} line @param {number} index @returns {Row[]} */
function rowOf({ lookup }, line, index) {
  const document = lookup.documents.get(line.document);
  if (!document) return [];
  const words = (/** @type {number} */ from, /** @type {number} */ to) =>
    document.text.slice(from, to).replace(/\s+/g, ' ');
  const { before, start, end, after } = line;
  return [
    { index, document, line, before: words(before, start), hit: words(start, end), after: words(end, after) },
  ];
}

/** @returns {import('./table.js').Column<Row>[]} the words before stand against what was found, whatever their length */
function columns() {
  return [
    {
      key: 'line',
      label: t('column.line'),
      numeric: true,
      from: 'wide',
      cell: ({ index }) => number(index + 1),
    },
    {
      key: 'before',
      label: t('column.before'),
      cell: ({ before }) => h('span', { lang: 'ar', dir: 'rtl' }, bdi(before)),
    },
    {
      key: 'hit',
      label: t('column.hit'),
      main: true,
      cell: ({ document, line, index, hit }) =>
        h(
          'a',
          { href: href('articles', document.id, { line: index, at: line.start }), lang: 'ar', dir: 'rtl' },
          hit,
        ),
    },
    {
      key: 'after',
      label: t('column.after'),
      cell: ({ after }) => h('span', { lang: 'ar', dir: 'rtl' }, bdi(after)),
    },
    {
      key: 'article',
      label: t('column.article'),
      from: 'wide',
      cell: ({ document }) =>
        h('a', { href: href('articles', document.id), lang: 'ar', dir: 'auto' }, titleOf(document)),
    },
  ];
}

/** @param {Row[]} rows */
function save(rows) {
  const heading = [
    t('column.before'),
    t('column.hit'),
    t('column.after'),
    t('column.article'),
    t('column.file'),
  ];
  saveCsv(
    `concordance-${language()}`,
    heading,
    rows.map(({ before, hit, after, document }) => [before, hit, after, titleOf(document), document.name]),
  );
}
