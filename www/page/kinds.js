/** The kinds of names, each with a colour and a way of underlining of its own, so that colour alone never tells them apart. */

import { h } from './dom.js';
import { say, t } from './language.js';

/**
 * @import { Entity, EntityKind } from '../analyzer/protocol.d.ts'
 * @import { Key } from './language.js'
 */

/** @type {EntityKind[]} */
export const KINDS = ['PER', 'LOC', 'ORG', 'MISC'];

/** @param {EntityKind} kind */
export function kindChip(kind) {
  return h('span', { class: `kind ${kind.toLowerCase()}` }, say('kind', kind));
}

/** Each row of buttons is a group of its own. */
let choices = 0;

/** Buttons that show one kind of name or all. @param {(accept: (entity: Entity) => boolean) => void} onChosen */
export function kindChoice(onChosen) {
  const name = `kind-${++choices}`;
  const options = ['all', ...KINDS].map((kind) =>
    h(
      'label',
      null,
      h('input', {
        type: 'radio',
        name,
        value: kind,
        checked: kind === 'all',
        onchange: () => onChosen((entity) => kind === 'all' || entity.kind === kind),
      }),
      h('span', { class: `kind ${kind.toLowerCase()}` }, t(/** @type {Key} */ (`kinds.${kind}`))),
    ),
  );
  return h('fieldset', { class: 'choice' }, h('legend', { class: 'unseen' }, t('column.kind')), options);
}
