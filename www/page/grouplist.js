/** The articles by publisher, by folder or by month: a row for each group, which leads to its articles. */

import { saveCsv } from './download.js';
import { groupsOf } from './groups.js';
import { fill, h } from './dom.js';
import { compare, language, number, t } from './language.js';
import { go, href } from './route.js';
import { bar, csvButton, Table } from './table.js';

/**
 * @import { Session } from './session.js'
 * @import { Group, WAYS } from './groups.js'
 * @typedef {Group & { words: number }} Row
 */

/** @param {Session} session */
export function groupList(session) {
  let most = 1;
  const back = h(
    'button',
    { type: 'button', 'data-testid': 'ungroup', onclick: () => go(href('articles')) },
    t('articles.ungrouped'),
  );
  const table = new Table({
    label: t('articles.by'),
    searchLabel: t('articles.groups.filter'),
    sorted: 'group',
    keyOf: (/** @type {Row} */ { key }) => key,
    textOf: ({ label }) => label,
    props: ({ key, documents }) => ({
      'data-testid': 'group',
      'data-group': key,
      'data-articles': documents.length,
    }),
    columns: columns(() => most),
    tools: [back, csvButton(() => save(table.shown))],
  });
  const element = h('div', { class: 'groups', hidden: true });
  return { element, show };

  /** @param {typeof WAYS[number] | undefined} by nothing is shown where it is undefined */
  function show(by) {
    element.hidden = by === undefined;
    fill(element, by && table.element);
    if (by === undefined) return;
    const groups = groupsOf(session, by);
    most = Math.max(1, ...groups.map(({ documents }) => documents.length));
    const wordsIn = (/** @type {number} */ id) => session.lookup.documents.get(id)?.words ?? 0;
    table.set(
      groups.map((group) => ({ ...group, words: group.documents.reduce((sum, id) => sum + wordsIn(id), 0) })),
    );
  }
}

/** @param {() => number} most articles of a group @returns {import('./table.js').Column<Row>[]} */
function columns(most) {
  return [
    {
      key: 'group',
      label: t('column.group'),
      main: true,
      order: (a, b) => compare(a.label, b.label),
      cell: ({ key, label }) => h('a', { href: href('articles', null, { in: key }), dir: 'auto' }, label),
    },
    {
      key: 'articles',
      label: t('column.articles'),
      numeric: true,
      order: (a, b) => a.documents.length - b.documents.length,
      cell: ({ documents }) => bar(documents.length, most()),
    },
    {
      key: 'words',
      label: t('column.words'),
      numeric: true,
      order: (a, b) => a.words - b.words,
      cell: ({ words }) => number(words),
    },
  ];
}

/** @param {Row[]} rows */
function save(rows) {
  saveCsv(
    `groups-${language()}`,
    [t('column.group'), t('column.articles'), t('column.words')],
    rows.map(({ label, documents, words }) => [label, documents.length, words]),
  );
}
