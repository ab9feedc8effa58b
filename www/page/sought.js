/** What a person looks for, as a form and as part of an address: words, a name, or a regular expression. */

import { fold } from './fold.js';
import { h } from './dom.js';
import { icon } from './icons.js';
import { t } from './language.js';

/**
 * @import { Query } from '../analyzer/protocol.d.ts'
 * @import { Key } from './language.js'
 * @import { Session } from './session.js'
 */

/** How words are taken: any form, the spelling folded, letter by letter; a name with its spellings; a regular expression. */
export const WAYS = /** @type {const} */ (['grouped', 'folded', 'exact', 'name', 'regex']);
/** @typedef {typeof WAYS[number]} Way */

/** Names offered while someone types. */
const OFFERED = 300;

/**
 * A search box with the ways beside it. `change` hears of what is looked for when it is sent off or another way is chosen.
 *
 * @param {Session} session
 * @param {(sought: { q: string | null, as: Way | null }) => void} change
 */
export function soughtForm(session, change) {
  const id = `names-${crypto.randomUUID()}`;
  const names = h('datalist', { id });
  const box = h('input', {
    type: 'search',
    name: 'q',
    dir: 'auto',
    lang: 'ar',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: t('sought.placeholder'),
    'aria-label': t('sought.placeholder'),
    'data-testid': 'sought',
  });
  const ways = h(
    'select',
    { 'aria-label': t('sought.way'), 'data-testid': 'way', onchange: () => box.value && send() },
    WAYS.map((way) => h('option', { value: way }, t(/** @type {Key} */ (`sought.${way}`)))),
  );
  const element = h(
    'form',
    {
      class: 'sought',
      role: 'search',
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        send();
      },
    },
    h('label', { class: 'search' }, icon('search'), box),
    ways,
    h('button', { type: 'submit', 'data-testid': 'seek' }, t('sought.seek')),
    names,
  );
  /** What the address said last: a new report, which shows it again, leaves what is being typed. */
  let shown = '';
  return { element, show };

  function send() {
    change({ q: box.value.trim() || null, as: ways.value === 'grouped' ? null : wayOf(ways.value) });
  }

  /** @param {URLSearchParams} query of the address */
  function show(query) {
    const way = wayOf(query.get('as'));
    const said = JSON.stringify([query.get('q'), way]);
    if (said !== shown) {
      box.value = query.get('q') ?? '';
      ways.value = way;
      shown = said;
    }
    names.replaceChildren(
      ...session.report.entities.slice(0, OFFERED).map(({ name }) => h('option', { value: name })),
    );
    if (way === 'name') box.setAttribute('list', id);
    else box.removeAttribute('list');
  }
}

/** @param {string | null} value @returns {Way} */
function wayOf(value) {
  return WAYS.find((way) => way === value) ?? 'grouped';
}

/**
 * What an address looks for, as the core is asked; null where it looks for nothing.
 *
 * @param {Session} session
 * @param {URLSearchParams} query
 * @returns {Pick<Query, 'pattern' | 'matching'> | null}
 */
export function soughtOf({ report }, query) {
  const text = query.get('q')?.trim();
  if (!text) return null;
  const way = wayOf(query.get('as'));
  if (way === 'regex') return { pattern: { regex: text } };
  if (way !== 'name') return { pattern: { words: text }, matching: way };
  const wanted = fold(text);
  const entity =
    report.entities.find(({ name }) => name === text) ??
    report.entities.find(({ name, spellings }) =>
      [name, ...spellings.map((spelling) => spelling.text)].some((known) => fold(known) === wanted),
    );
  return { pattern: { entity: entity?.id ?? report.entities.length } };
}
