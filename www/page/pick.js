/** A window in which a person picks articles for a group of their own. */

import { dialog } from './dialog.js';
import { h } from './dom.js';
import { compare, t } from './language.js';
import { titleOf } from './lookup.js';
import { Table } from './table.js';

/**
 * @import { Document } from '../analyzer/protocol.d.ts'
 * @import { Session } from './session.js'
 */

/** @param {Session} session @param {(ids: number[]) => void} onPicked */
export function picker(session, onPicked) {
  /** @type {Set<number>} */
  const picked = new Set();
  const table = new Table({
    label: t('nav.articles'),
    searchLabel: t('articles.filter'),
    sorted: 'added',
    keyOf: (/** @type {Document} */ { id }) => id,
    textOf: (document) => `${titleOf(document)} ${document.stories[0]?.source ?? ''} ${document.name}`,
    columns: [
      { key: 'pick', label: h('span', { class: 'unseen' }, t('merge.column')), cell: box },
      {
        key: 'title',
        label: t('column.title'),
        main: true,
        order: (a, b) => compare(titleOf(a), titleOf(b)),
        cell: (document) => h('span', { lang: 'ar', dir: 'auto' }, titleOf(document)),
      },
    ],
  });
  const done = () => {
    element.close();
    if (picked.size > 0) onPicked([...picked].sort((a, b) => a - b));
  };
  const element = dialog(
    t('pick.title'),
    table.element,
    h('button', { type: 'button', class: 'primary', 'data-testid': 'picked', onclick: done }, t('pick.done')),
  );
  const open = () => {
    table.set(session.report.documents);
    element.showModal();
  };
  const button = h(
    'button',
    { type: 'button', 'data-testid': 'pick-articles', onclick: open },
    t('pick.open'),
  );
  return { button, element };

  /** @param {Document} document */
  function box(document) {
    const input = h('input', {
      type: 'checkbox',
      'aria-label': t('merge.pick', { name: titleOf(document) }),
      checked: picked.has(document.id),
      onchange: () => (input.checked ? picked.add(document.id) : picked.delete(document.id)),
    });
    return h('label', { class: 'pick' }, input);
  }
}
