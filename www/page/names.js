/** The names: people, places and organisations with how often and where each is mentioned, and the spellings joined in it. */

import { changeButtons } from './changes.js';
import { h } from './dom.js';
import { saveCsv } from './download.js';
import { kindChip, kindChoice, KINDS } from './kinds.js';
import { compare, language, number, say, t } from './language.js';
import { merging } from './merging.js';
import { handling, nameDetails } from './name.js';
import { href } from './route.js';
import { split } from './split.js';
import { bar, csvButton, Table } from './table.js';

/**
 * @import { Entity } from '../analyzer/protocol.d.ts'
 * @import { Lookup } from './lookup.js'
 * @import { ViewMaker } from './view.d.ts'
 */

/** @type {ViewMaker} */
export function namesView(session) {
  let greatest = 1;
  const { column, bar: mergeBar, follow } = merging(session);
  const changes = changeButtons(session);
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
    columns: [column, ...columns(() => greatest)],
    tools: [
      kindChoice((accept) => table.filter(accept)),
      changes.element,
      csvButton(() => save(table.shown)),
      mergeBar,
    ],
  });
  const view = split({
    name: 'names',
    title: t('nav.names'),
    back: href('names'),
    table: table.element,
    choose: t('names.choose'),
  });
  /** What the table shows. @type {Lookup | null} */
  let shown = null;
  return {
    element: view.element,
    title: () => t('nav.names'),
    show({ item }) {
      const { report, lookup } = session;
      if (shown !== lookup) {
        if (shown) follow(shown, lookup);
        shown = lookup;
        greatest = report.entities[0]?.count ?? 1;
        table.set(report.entities);
        changes.show();
      }
      table.select(item);
      const entity = lookup.entities.get(Number(item));
      const kept = handling(view.element);
      if (item === null) view.show(null);
      else
        view.show(entity ? nameDetails(session, entity) : [h('p', { class: 'choose' }, t('names.unknown'))]);
      kept?.restore();
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
      from: 'medium',
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
