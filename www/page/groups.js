/** Groups of articles: by publisher, by folder, by month, by date, by a name in them, and those that a person picks; and a list to choose one from. */

import { h } from './dom.js';
import { icon } from './icons.js';
import { compare, date, number, t } from './language.js';
import { periodOf } from './periods.js';

/**
 * @import { Document } from '../analyzer/protocol.d.ts'
 * @import { Session } from './session.js'
 * @typedef {{ key: string, label: string, documents: number[] }} Group
 */

export const WAYS = /** @type {const} */ (['publisher', 'folder', 'month']);

/** How articles are grouped; an article that says nothing of it is in no group. @type {Record<typeof WAYS[number], (document: Document) => string | null | undefined>} */
const KEYS = {
  publisher: ({ stories }) => stories[0]?.source,
  folder: ({ name }) => (name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : null),
  month: ({ stories }) => periodOf(stories[0]?.published, 'month'),
};

/**
 * The articles grouped one way.
 *
 * @param {Session} session
 * @param {typeof WAYS[number]} way
 * @returns {Group[]} the months in order, others the largest first
 */
export function groupsOf({ report }, way) {
  const keyOf = KEYS[way];
  /** @type {Map<string, number[]>} */
  const found = new Map();
  for (const document of report.documents) {
    const key = keyOf(document);
    if (!key) continue;
    const group = found.get(key);
    if (group) group.push(document.id);
    else found.set(key, [document.id]);
  }
  const groups = [...found].map(([key, documents]) => ({
    key: `${way}:${key}`,
    label: way === 'month' ? date(key) : key,
    documents,
  }));
  return groups.sort((a, b) =>
    way === 'month' ? compare(a.key, b.key) : b.documents.length - a.documents.length,
  );
}

/**
 * The options of a list of groups.
 *
 * @param {Session} session
 * @param {{ key: string, label: string }[]} before others that can be chosen
 * @param {string | null} chosen
 */
export function groupOptions(session, before, chosen) {
  const option = (/** @type {string} */ key, /** @type {string} */ label) =>
    h('option', { value: key, selected: key === chosen }, label);
  return [
    ...before.map(({ key, label }) => option(key, label)),
    ...WAYS.flatMap((way) => {
      const groups = groupsOf(session, way);
      if (groups.length === 0) return [];
      const options = groups.map(({ key, label, documents }) =>
        option(key, `${label} · ${number(documents.length)}`),
      );
      return [h('optgroup', { label: t(`group.${way}`) }, options)];
    }),
  ];
}

/**
 * The articles of a group of an address, undefined where there is none of that name. `pick:3,7` are those picked,
 * `date:2024-04` those published then, and `name:12` those that mention the entity of that number.
 *
 * @param {Session} session
 * @param {string | null} key
 */
export function documentsOf(session, key) {
  const [, way, rest = ''] = /^(pick|date|name):(.*)$/.exec(key ?? '') ?? [];
  if (way === 'pick') {
    const ids = rest.split(',').filter(Boolean).map(Number);
    return ids.filter((id) => session.lookup.documents.has(id));
  }
  if (way === 'name') return session.lookup.entities.get(Number(rest))?.documents;
  if (way === 'date')
    return session.report.documents
      .filter(({ stories }) => stories[0]?.published?.startsWith(rest))
      .map(({ id }) => id);
  const grouped = WAYS.find((way) => key?.startsWith(`${way}:`));
  return grouped && groupsOf(session, grouped).find((group) => group.key === key)?.documents;
}

/**
 * What to call a group of an address.
 *
 * @param {Session} session
 * @param {string} key
 */
export function nameOfGroup(session, key) {
  const [, way = '', rest = ''] = /^(\w+):(.*)$/s.exec(key) ?? [];
  if (way === 'pick') return t('group.pick', { n: documentsOf(session, key)?.length ?? 0 });
  if (way === 'name') return session.lookup.entities.get(Number(rest))?.name ?? '';
  return way === 'month' || way === 'date' ? date(rest) : rest;
}

/**
 * Says which articles an answer is of, where an address leaves some out, and leads back to all.
 *
 * @param {Session} session
 * @param {string | null} key
 * @param {() => void} leave
 */
export function groupChip(session, key, leave) {
  if (key === null) return null;
  const words = t('group.only', {
    name: nameOfGroup(session, key),
    n: documentsOf(session, key)?.length ?? 0,
  });
  return h(
    'p',
    { class: 'only', 'data-testid': 'only' },
    h('span', null, words),
    h(
      'button',
      {
        type: 'button',
        'aria-label': t('group.leave'),
        title: t('group.leave'),
        class: 'plain',
        onclick: leave,
      },
      icon('close'),
      t('group.all'),
    ),
  );
}
