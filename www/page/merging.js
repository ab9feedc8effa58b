/** Choosing rows of the names that are one, and joining them under one of their names. */

import { fill, h } from './dom.js';
import { t } from './language.js';
import { entityNow } from './lookup.js';
import { merge } from './rules.js';

/**
 * @import { Entity } from '../analyzer/protocol.d.ts'
 * @import { Lookup } from './lookup.js'
 * @import { Session } from './session.js'
 */

/**
 * A column of boxes for the table of names, and the bar that appears when some are ticked.
 *
 * @param {Session} session
 */
export function merging(session) {
  /** @type {Map<number, Entity>} */
  const picked = new Map();
  const said = h('span', { role: 'status' });
  /** The name to keep, where the person said which. */
  let wanted = '';
  const name = h('select', { 'data-testid': 'merge-name', onchange: () => (wanted = name.value) });
  const under = h('label', null, t('merge.name'), name);
  const join = h(
    'button',
    { type: 'button', class: 'primary', 'data-testid': 'merge', onclick: act },
    t('merge.act'),
  );
  const leave = h('button', { type: 'button', class: 'plain', onclick: clear }, t('merge.clear'));
  const bar = h(
    'div',
    { class: 'merging', hidden: true, role: 'group', 'aria-label': t('merge.act') },
    said,
    under,
    join,
    leave,
  );
  return { column: column(), bar, follow };

  /** @returns {import('./table.js').Column<Entity>} */
  function column() {
    return { key: 'pick', label: h('span', { class: 'unseen' }, t('merge.column')), cell: box };
  }

  /** @param {Entity} entity */
  function box(entity) {
    const element = h('input', {
      type: 'checkbox',
      checked: picked.has(entity.id),
      'data-testid': 'pick',
      'aria-label': t('merge.pick', { name: entity.name }),
      onchange: () => {
        if (element.checked) picked.set(entity.id, entity);
        else picked.delete(entity.id);
        show();
      },
    });
    return h('label', { class: 'pick' }, element);
  }

  function show() {
    bar.hidden = picked.size === 0;
    fill(said, t('merge.picked', { n: picked.size }));
    under.hidden = join.hidden = picked.size < 2;
    // The one mentioned most stands first.
    const most = [...picked.values()].sort((a, b) => b.count - a.count);
    fill(
      name,
      most.map(({ id, name }) => h('option', { value: id }, name)),
    );
    if (wanted !== '' && picked.has(Number(wanted))) name.value = wanted;
  }

  /** The same names, as a new report numbers them. @param {Lookup} before @param {Lookup} after */
  function follow(before, after) {
    const now = (/** @type {number} */ id) => entityNow(id, before, after) ?? -1;
    const found = [...picked.keys()].flatMap((id) => after.entities.get(now(id)) ?? []);
    wanted = wanted && String(now(Number(wanted)));
    picked.clear();
    for (const entity of found) picked.set(entity.id, entity);
    show();
  }

  function clear() {
    picked.clear();
    wanted = '';
    /** @type {NodeListOf<HTMLInputElement> | undefined} */
    const boxes = bar.closest('.list')?.querySelectorAll('.pick input');
    for (const box of boxes ?? []) box.checked = false;
    show();
  }

  function act() {
    const kept = picked.get(Number(name.value));
    if (kept === undefined) return;
    const others = [...picked.values()].filter((entity) => entity !== kept);
    clear();
    session.decide(merge(kept, others));
  }
}
