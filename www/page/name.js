/** One name: its spellings with the reasons, its places, and what a person may decide about it. */

import { bdi, fill, h } from './dom.js';
import { kindChip, KINDS } from './kinds.js';
import { number, say, t } from './language.js';
import { placeList } from './placelist.js';
import { placesOfEntity } from './places.js';
import { href } from './route.js';
import { distinct, merge, namesOf, remove, rename, retype, split } from './rules.js';

/**
 * @import { Entity, Spelling } from '../analyzer/protocol.d.ts'
 * @import { Session } from './session.js'
 */

/** @param {Session} session @param {Entity} entity */
export function nameDetails(session, entity) {
  const quoted = session.lookup.quotesOf.get(entity.id) ?? 0;
  return [
    h(
      'header',
      null,
      kindChip(entity.kind),
      h('h2', { lang: 'ar', tabindex: -1 }, bdi(entity.name)),
      h(
        'p',
        null,
        t('times.count', { n: entity.count }),
        ' ',
        t('in.articles', { n: entity.documents.length }),
        ...(quoted > 0
          ? [
              ' · ',
              h(
                'a',
                { href: href('quotes', null, { speaker: entity.id }) },
                t('quotes.count', { n: quoted }),
              ),
            ]
          : []),
      ),
      ...editing(session, entity),
    ),
    spellings(session, entity),
    offersOf(session, entity),
    placeList(placesOfEntity(session.report, entity), { name: entity.id }),
  ];
}

/** What can be changed of it: its name, its kind, and whether it is a name. @param {Session} session @param {Entity} entity */
function editing(session, entity) {
  const place = h('div', { class: 'editor', hidden: true });
  /** @type {HTMLButtonElement[]} */
  const openers = [
    opener(t('edit.rename'), 'rename', () => renaming(session, entity)),
    opener(t('edit.retype'), 'retype', () => retyping(session, entity)),
  ];
  return [
    h(
      'div',
      { class: 'buttons' },
      openers,
      h(
        'button',
        { type: 'button', 'data-testid': 'delete', onclick: () => session.decide(remove(entity)) },
        t('edit.delete'),
      ),
    ),
    place,
  ];

  /** @param {string} label @param {string} name @param {() => HTMLElement} make */
  function opener(label, name, make) {
    const element = h(
      'button',
      { type: 'button', 'aria-expanded': 'false', 'data-testid': name, onclick: toggle },
      label,
    );
    return element;

    function toggle() {
      const open = element.getAttribute('aria-expanded') === 'false';
      for (const other of openers) other.setAttribute('aria-expanded', String(open && other === element));
      place.hidden = !open;
      fill(place, open && make());
      /** @type {HTMLElement | null} */ (place.querySelector('input, button'))?.focus();
    }
  }
}

/**
 * The new name that is being typed, to be there again in the next report on the same name.
 *
 * @param {HTMLElement} element in which the details are shown
 */
export function handling(element) {
  const nameOf = () => element.querySelector('h2')?.textContent;
  const inputOf = () =>
    /** @type {HTMLInputElement | null} */ (element.querySelector('[data-testid=new-name]'));
  const [name, before] = [nameOf(), inputOf()];
  if (before === null || before.value === name) return null;
  const { value, selectionStart, selectionEnd } = before;
  return {
    restore() {
      if (nameOf() !== name) return;
      /** @type {HTMLElement | null} */ (element.querySelector('[data-testid=rename]'))?.click();
      const input = inputOf();
      if (input === null) return;
      input.value = value;
      input.setSelectionRange(selectionStart, selectionEnd);
    },
  };
}

/** @param {Session} session @param {Entity} entity */
function renaming(session, entity) {
  const input = h('input', {
    type: 'text',
    value: entity.name,
    lang: 'ar',
    dir: 'auto',
    autocomplete: 'off',
    'aria-label': t('edit.rename.label'),
    'data-testid': 'new-name',
  });
  return h(
    'form',
    { class: 'line', onsubmit: submit },
    input,
    h('button', { class: 'primary' }, t('edit.rename.act')),
  );

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    const name = input.value.trim();
    if (name !== '' && name !== entity.name) session.decide(rename(entity, name));
  }
}

/** @param {Session} session @param {Entity} entity */
function retyping(session, entity) {
  return h(
    'div',
    { class: 'line', role: 'group', 'aria-label': t('edit.retype.label') },
    KINDS.filter((kind) => kind !== entity.kind).map((kind) =>
      h(
        'button',
        { type: 'button', 'data-kind': kind, onclick: () => session.decide(retype(entity, kind)) },
        kindChip(kind),
      ),
    ),
  );
}

/** @param {Session} session @param {Entity} entity */
function spellings(session, entity) {
  // Those that only marks or hamzas part are one to the core.
  const several = namesOf(entity).length > 1;
  const columns = [t('column.spelling'), t('column.count'), t('column.reason')];
  return h(
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
          columns.map((label) => h('th', { scope: 'col' }, label)),
          several && h('th', { scope: 'col' }, h('span', { class: 'unseen' }, t('column.actions'))),
        ),
      ),
      h('tbody', null, entity.spellings.map(row)),
    ),
  );

  /** @param {Spelling} spelling */
  function row({ text, count, reason }) {
    return h(
      'tr',
      null,
      h('th', { scope: 'row', lang: 'ar' }, bdi(text)),
      h('td', { class: 'numeric' }, number(count)),
      h('td', null, say('spelling', reason)),
      several && h('td', { class: 'numeric' }, splitButton(text)),
    );
  }

  /** @param {string} text */
  function splitButton(text) {
    return h(
      'button',
      {
        type: 'button',
        class: 'plain',
        'data-testid': 'split',
        'aria-label': t('edit.split.of', { name: text }),
        title: t('edit.split.of', { name: text }),
        onclick: () => session.decide(split(entity, text)),
      },
      t('edit.split'),
    );
  }
}

/** Other names that may be the same one's, which the core left for a person to decide. @param {Session} session @param {Entity} entity */
function offersOf(session, entity) {
  const { report, lookup } = session;
  const found = report.offers.flatMap(({ entities: [a, b], reason }) => {
    const other = lookup.entities.get(a === entity.id ? b : a);
    return other && (a === entity.id || b === entity.id) ? [{ other, reason }] : [];
  });
  if (found.length === 0) return null;
  const items = found.map(({ other, reason }) =>
    h(
      'li',
      null,
      h('a', { href: href('names', other.id), lang: 'ar' }, bdi(other.name)),
      h('small', null, number(other.count), ' · ', say('spelling', reason)),
      h(
        'div',
        { class: 'buttons' },
        answer('offer-accept', t('offer.accept'), t('offer.accept.of', { name: other.name }), () =>
          // The fuller name is the better one to show for both.
          other.name.length > entity.name.length ? merge(other, [entity]) : merge(entity, [other]),
        ),
        answer('offer-dismiss', t('offer.dismiss'), t('offer.dismiss.of', { name: other.name }), () =>
          distinct(entity, other),
        ),
      ),
    ),
  );
  return h(
    'section',
    null,
    h('h3', null, t('names.offers')),
    h('ul', { class: 'offers', 'data-testid': 'offers' }, items),
  );

  /** @param {string} id @param {string} label @param {string} full @param {() => import('./rules.js').Decision} decision */
  function answer(id, label, full, decision) {
    return h(
      'button',
      { type: 'button', 'data-testid': id, 'aria-label': full, onclick: () => session.decide(decision()) },
      label,
    );
  }
}
