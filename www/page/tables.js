/** Tables among the files: which column was taken for what, shown beside the file's name and to be changed. */

import { bdi, fill, h } from './dom.js';
import { t } from './language.js';

/**
 * @import { Roles, Table } from '../analyzer/protocol.d.ts'
 * @import { FileTable, Session } from './session.js'
 */

/** What a column may hold, and what it is called. */
const LABELS = /** @type {const} */ ({
  text: 'tables.text',
  title: 'column.title',
  date: 'column.date',
  source: 'column.source',
  author: 'column.author',
});
/** @typedef {keyof typeof LABELS} Role */
const ROLES = /** @type {Role[]} */ (Object.keys(LABELS));

/**
 * The tables, each with its choices; hidden where there is none.
 *
 * @param {Session} session
 */
export function tableList(session) {
  const element = h('section', { class: 'tables', hidden: true, 'aria-label': t('tables.title') });
  /** @type {FileTable[]} */
  let shown = [];
  return {
    element,
    show() {
      if (shown === session.tables) return;
      shown = session.tables;
      element.hidden = shown.length === 0;
      fill(
        element,
        shown.map((of) => tableForm(session, of)),
      );
    },
  };
}

/** @param {Session} session @param {FileTable} of */
function tableForm(session, of) {
  const { table } = of;
  const said = ROLES.filter((role) => table.roles[role])
    .map((role) => t('tables.taken', { role: t(LABELS[role]), column: table.roles[role] ?? '' }))
    .join(t('list.comma'));
  const form = h(
    'form',
    { onchange: () => session.readTable(of, chosen(form, table)) },
    ROLES.map((role) => choice(role, table)),
    table.can_have_header &&
      h(
        'label',
        { class: 'header' },
        h('input', { type: 'checkbox', name: 'header', checked: table.roles.header === true }),
        t('tables.header'),
      ),
  );
  return h(
    'details',
    { 'data-testid': 'table', 'data-name': table.name, open: table.rows === 0 },
    h(
      'summary',
      null,
      bdi(table.name, 'file'),
      h('span', { class: 'rows' }, t('articles.count', { n: table.rows })),
      h('span', null, said),
      table.skipped > 0 && h('span', { class: 'skipped' }, t('tables.skipped', { n: table.skipped })),
    ),
    form,
  );
}

/** @param {Role} role @param {Table} table */
function choice(role, table) {
  const now = table.roles[role] ?? '';
  const none = role !== 'text' && h('option', { value: '' }, t('tables.none'));
  const options = table.columns.map(({ name, sample }) =>
    h('option', { value: name, selected: name === now, title: sample }, label(name, sample)),
  );
  return h('label', null, t(LABELS[role]), h('select', { name: role, dir: 'auto' }, none, options));
}

/** A column by its name and how it begins. @param {string} name @param {string} sample */
function label(name, sample) {
  return sample && sample !== name ? `${name}: ${sample}` : name;
}

/** @param {HTMLFormElement} form @param {Table} table @returns {Roles} */
function chosen(form, table) {
  const data = new FormData(form);
  const column = (/** @type {Role} */ role) => String(data.get(role) ?? '');
  // With other names nothing of the choice before holds: all is guessed again.
  const header = data.has('header');
  if (table.can_have_header && header !== table.roles.header) return { header };
  return { header, ...Object.fromEntries(ROLES.map((role) => [role, column(role)])) };
}
