/** The names: people, places and organisations with how often and where each is mentioned, and the spellings joined in it. */

import { bdi, h } from './dom.js';
import { saveCsv } from './download.js';
import { kindChip, kindChoice, KINDS } from './kinds.js';
import { compare, language, number, say, t } from './language.js';
import { placeList } from './placelist.js';
import { placesOfEntity } from './places.js';
import { href } from './route.js';
import { split } from './split.js';
import { bar, csvButton, Table } from './table.js';

/**
 * @import { Entity } from '../analyzer/protocol.d.ts'
 * @import { Session } from './session.js'
 * @import { ViewMaker } from './view.d.ts'
 */

/** @type {ViewMaker} */
export function namesView(session) {
  let greatest = 1;
  const table = new Table({
    label: t('nav.names'),
    searchLabel: t('names.filter'),
    sorted: 'count',
    keyOf: (/** @type {Entity} */ { id }) => id,
    textOf: ({ name, spellings }) => [name, ...spellings.map(({ text }) => text)].join(' '),
    props: ({ name, count, kind }) => ({
      'data-testid': 'entity',
      'data-name': name,
      'data-count': count,
      'data-kind': kind,
    }),
    columns: columns(() => greatest),
    tools: [kindChoice((accept) => table.filter(accept)), csvButton(() => save(table.shown))],
  });
  const view = split({
    name: 'names',
    title: t('nav.names'),
    back: href('names'),
    table: table.element,
    choose: t('names.choose'),
  });
  /** @type {Entity[] | null} */
  let shown = null;
  return {
    element: view.element,
    title: () => t('nav.names'),
    show({ item }) {
      const { report, lookup } = session;
      if (shown !== report.entities) {
        shown = report.entities;
        greatest = shown[0]?.count ?? 1;
        table.set(shown);
      }
      table.select(item);
      const entity = lookup.entities.get(Number(item));
      if (item === null) view.show(null);
      else view.show(entity ? details(session, entity) : [h('p', { class: 'choose' }, t('names.unknown'))]);
    },
  };
}

/** @param {() => number} greatest the count of the name mentioned most @returns {import('./table.js').Column<Entity>[]} */
function columns(greatest) {
  return [
    {
      key: 'name',
      label: t('column.name'),
      main: true,
      order: (a, b) => compare(a.name, b.name),
      cell: ({ id, name }) => h('a', { href: href('names', id), lang: 'ar', dir: 'auto' }, name),
    },
    {
      key: 'kind',
      label: t('column.kind'),
      order: (a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind),
      cell: ({ kind }) => kindChip(kind),
    },
    {
      key: 'count',
      label: t('column.count'),
      numeric: true,
      order: (a, b) => a.count - b.count,
      cell: ({ count }) => bar(count, greatest()),
    },
    {
      key: 'articles',
      label: t('column.articles'),
      numeric: true,
      order: (a, b) => a.documents.length - b.documents.length,
      cell: ({ documents }) => number(documents.length),
    },
    {
      key: 'spellings',
      label: t('column.spellings'),
      numeric: true,
      from: 'wide',
      order: (a, b) => a.spellings.length - b.spellings.length,
      cell: ({ spellings }) => number(spellings.length),
    },
  ];
}

/** @param {Session} session @param {Entity} entity */
function details(session, entity) {
  return [
    h(
      'header',
      null,
      kindChip(entity.kind),
      h('h2', { lang: 'ar' }, bdi(entity.name)),
      h(
        'p',
        null,
        t('times.count', { n: entity.count }),
        ' ',
        t('in.articles', { n: entity.documents.length }),
      ),
    ),
    h(
      'section',
      null,
      h('h3', null, t('names.spellings')),
      h(
        'table',
        { class: 'small', 'data-testid': 'spellings' },
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            [t('column.spelling'), t('column.count'), t('column.reason')].map((label) =>
              h('th', { scope: 'col' }, label),
            ),
          ),
        ),
        h(
          'tbody',
          null,
          entity.spellings.map(({ text, count, reason }) =>
            h(
              'tr',
              null,
              h('th', { scope: 'row', lang: 'ar' }, bdi(text)),
              h('td', { class: 'numeric' }, number(count)),
              h('td', null, say('spelling', reason)),
            ),
          ),
        ),
      ),
    ),
    offersOf(session, entity),
    placeList(placesOfEntity(session.report, entity), { name: entity.id }),
  ];
}

/** Other names that may be the same one's, which the core left for a person to decide. @param {Session} session @param {Entity} entity */
function offersOf({ report, lookup }, { id }) {
  const found = report.offers.flatMap(({ entities: [a, b], reason }) => {
    const other = lookup.entities.get(a === id ? b : a);
    return other && (a === id || b === id) ? [{ other, reason }] : [];
  });
  if (found.length === 0) return null;
  const items = found.map(({ other, reason }) =>
    h(
      'li',
      null,
      h('a', { href: href('names', other.id), lang: 'ar' }, bdi(other.name)),
      ' ',
      h('small', null, number(other.count), ' · ', say('spelling', reason)),
    ),
  );
  return h(
    'section',
    null,
    h('h3', null, t('names.offers')),
    h('ul', { class: 'offers', 'data-testid': 'offers' }, items),
  );
}

/** @param {Entity[]} entities */
function save(entities) {
  const heading = [
    t('column.name'),
    t('column.kind'),
    t('column.count'),
    t('column.articles'),
    t('column.spellings'),
  ];
  const rows = entities.map(({ name, kind, count, documents, spellings }) => [
    name,
    say('kind', kind),
    count,
    documents.length,
    spellings.map(({ text }) => text).join(' | '),
  ]);
  saveCsv(`names-${language()}`, heading, rows);
}
