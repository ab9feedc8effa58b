/** The list of articles: what each is, how long, how many names, and whether it is a copy of another. */

import { bdi, fill, h } from './dom.js';
import { confirm } from './dialog.js';
import { saveCsv } from './download.js';
import { sureness } from './encoding.js';
import { documentsOf, groupChip, WAYS } from './groups.js';
import { groupList } from './grouplist.js';
import { icon } from './icons.js';
import { compare, date, language, number, say, t } from './language.js';
import { titleOf } from './lookup.js';
import { go, href } from './route.js';
import { csvButton, Table } from './table.js';
import { tableList } from './tables.js';

/**
 * @import { Document, Report } from '../analyzer/protocol.d.ts'
 * @import { Lookup } from './lookup.js'
 * @import { Session } from './session.js'
 * @import { ViewMaker } from './view.d.ts'
 */

/** A row of the list: what it says is found out when it is asked for, since of ten thousand articles few are seen at once. */
class Row {
  #lookup;
  /** @type {string | null} */
  #title = null;

  /** @param {Document} document @param {Lookup} lookup */
  constructor(document, lookup) {
    this.document = document;
    this.#lookup = lookup;
  }

  get title() {
    this.#title ??= titleOf(this.document);
    return this.#title;
  }

  get source() {
    return this.document.stories[0]?.source ?? '';
  }

  get published() {
    return this.document.stories[0]?.published ?? '';
  }

  get names() {
    return this.#lookup.namesIn(this.document).size;
  }

  /** Other stories that are the same. */
  get copies() {
    const clusters = this.#lookup.copies.get(this.document.id) ?? [];
    return clusters.reduce((sum, { cluster }) => sum + cluster.stories.length - 1, 0);
  }
}

/** @type {ViewMaker} */
export function articlesView(session) {
  const clear = () => confirm(t('articles.clear.sure'), t('articles.clear'), () => session.clear());
  const ways = h(
    'select',
    {
      'aria-label': t('articles.by'),
      'data-testid': 'by',
      onchange: () => go(href('articles', null, { by: ways.value || null })),
    },
    h('option', { value: '' }, t('articles.ungrouped')),
    WAYS.map((way) => h('option', { value: way }, t(`group.${way}`))),
  );
  const groups = groupList(session);
  const only = h('div');
  /** What of the articles the reader marks: the name that they were chosen by. @type {string | null} */
  let name = null;
  const table = new Table({
    label: t('nav.articles'),
    searchLabel: t('articles.filter'),
    sorted: 'added',
    keyOf: ({ document }) => document.id,
    textOf: ({ document, title, source }) => `${title} ${source} ${document.name}`,
    props: ({ document }) => ({
      'data-testid': 'article',
      'data-id': document.id,
      'data-name': document.name,
    }),
    columns: columns(session, (id) => href('articles', id, { name })),
    onShown: (rows) => (session.listed = rows.map(({ document }) => document.id)),
    tools: [
      ways,
      csvButton(() => save(table.shown)),
      h(
        'button',
        { type: 'button', 'data-testid': 'clear', onclick: clear },
        icon('remove'),
        t('articles.clear'),
      ),
    ],
  });
  const tables = tableList(session);
  /** @type {Report | null} */
  let shown = null;
  /** @type {Row[]} */
  let rows = [];
  /** @type {string | null} */
  let inGroup = null;
  return {
    element: h(
      'div',
      { class: 'view articles' },
      h('h1', { tabindex: -1, class: 'unseen' }, t('nav.articles')),
      tables.element,
      only,
      groups.element,
      table.element,
    ),
    title: () => t('nav.articles'),
    show({ query }) {
      tables.show();
      const [group, by] = [query.get('in'), WAYS.find((way) => way === query.get('by'))];
      name = /^name:(\d+)$/.exec(group ?? '')?.[1] ?? null;
      fill(
        only,
        groupChip(session, group, () => go(href('articles'))),
      );
      ways.value = by ?? '';
      groups.show(by);
      table.element.hidden = by !== undefined;
      if (shown !== session.report) {
        shown = session.report;
        rows = shown.documents.map((document) => new Row(document, session.lookup));
      } else if (group === inGroup) return;
      inGroup = group;
      const documents = group === null ? null : new Set(documentsOf(session, group));
      table.set(documents ? rows.filter(({ document }) => documents.has(document.id)) : rows);
    },
  };
}

/** @param {Session} session @param {(id: number) => string} addressOf a document @returns {import('./table.js').Column<Row>[]} */
function columns(session, addressOf) {
  return [
    {
      key: 'title',
      label: t('column.title'),
      main: true,
      order: (a, b) => compare(a.title, b.title),
      cell: ({ document, title, source, published }) => [
        h('a', { href: addressOf(document.id), lang: 'ar', dir: 'auto' }, title),
        h('span', { class: 'byline' }, bdi(source), published && date(published)),
        h('span', { class: 'file' }, noticeMark(document), bdi(document.name)),
      ],
    },
    {
      key: 'source',
      label: t('column.source'),
      from: 'medium',
      order: (a, b) => compare(a.source, b.source),
      cell: ({ source }) => (source ? bdi(source) : unknown('reader.unsourced')),
    },
    {
      key: 'date',
      label: t('column.date'),
      from: 'medium',
      order: (a, b) => compare(a.published, b.published),
      cell: ({ published }) =>
        published ? h('time', { datetime: published }, date(published)) : unknown('reader.unpublished'),
    },
    {
      key: 'words',
      label: t('column.words'),
      numeric: true,
      order: (a, b) => a.document.words - b.document.words,
      cell: ({ document }) => number(document.words),
    },
    {
      key: 'names',
      label: t('column.names'),
      numeric: true,
      order: (a, b) => a.names - b.names,
      cell: ({ names }) => number(names),
    },
    {
      key: 'copies',
      label: t('column.copies'),
      numeric: true,
      order: (a, b) => a.copies - b.copies,
      cell: ({ document, copies }) => copies > 0 && copiesLink(session, document, copies),
    },
    {
      key: 'remove',
      label: h('span', { class: 'unseen' }, t('column.actions')),
      cell: ({ document, title }) =>
        h(
          'button',
          {
            type: 'button',
            class: 'icon-only plain',
            'data-testid': 'remove',
            'aria-label': t('articles.remove', { name: title }),
            onclick: () => session.remove(document),
          },
          icon('close'),
        ),
    },
  ];
}

/** @param {Session} session @param {Document} document @param {number} copies */
function copiesLink({ lookup }, document, copies) {
  const [first] = lookup.copies.get(document.id) ?? [];
  return h(
    'a',
    { href: href('copies', first?.id ?? null), class: 'copies-mark', title: t('copies.of', { n: copies }) },
    icon('copies'),
    number(copies),
    h('span', { class: 'unseen' }, t('copies.of', { n: copies })),
  );
}

/** A sign beside a file of which something should be known although it was read. @param {Document} document */
function noticeMark(document) {
  const sure = sureness(document);
  const words = document.notices.map(({ code, message }) => say('notice', code, message, { sure })).join(' ');
  return (
    words && h('span', { class: 'notice', role: 'img', 'aria-label': words, title: words }, icon('warning'))
  );
}

/** @param {'reader.unsourced' | 'reader.unpublished'} key */
function unknown(key) {
  return h('span', { class: 'unknown', title: t(key) }, '—', h('span', { class: 'unseen' }, t(key)));
}

/** @param {Row[]} rows */
function save(rows) {
  const heading = [
    t('column.title'),
    t('column.file'),
    t('column.source'),
    t('column.date'),
    t('column.words'),
    t('column.names'),
    t('column.copies'),
  ];
  saveCsv(
    `articles-${language()}`,
    heading,
    rows.map(({ document, title, source, published, names, copies }) => [
      title,
      document.name,
      source,
      published,
      document.words,
      names,
      copies,
    ]),
  );
}
