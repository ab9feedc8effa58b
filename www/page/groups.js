/** Groups of articles: by publisher, by folder, by month, and those that a person picks; and a list to choose one from. */

import { h } from './dom.js';
import { compare, date, number, t } from './language.js';

/**
 * @import { Document } from '../analyzer/protocol.d.ts'
 * @import { Session } from './session.js'
 * @typedef {{ key: string, label: string, documents: number[] }} Group
 */

/** How articles are grouped; an article that says nothing of it is in no group. @type {['publisher' | 'folder' | 'month', (document: Document) => string | null | undefined][]} */
const WAYS = [
  ['publisher', ({ stories }) => stories[0]?.source],
  ['folder', ({ name }) => (name.includes('/') ? name.slice(0, name.lastIndexOf('/')) : null)],
  ['month', ({ stories }) => /^\d{4}-\d{2}/.exec(stories[0]?.published ?? '')?.[0]],
];

/**
 * @param {Session} session
 * @returns {{ way: 'publisher' | 'folder' | 'month', groups: Group[] }[]} the ways that make at least one group
 */
export function groupsOf({ report }) {
  return WAYS.flatMap(([way, keyOf]) => {
    /** @type {Map<string, number[]>} */
    const found = new Map();
    for (const document of report.documents) {
      const key = keyOf(document);
      if (key) found.set(key, [...(found.get(key) ?? []), document.id]);
    }
    const groups = [...found].map(([key, documents]) => ({
      key: `${way}:${key}`,
      label: way === 'month' ? date(key) : key,
      documents,
    }));
    groups.sort((a, b) =>
      way === 'month' ? compare(a.key, b.key) : b.documents.length - a.documents.length,
    );
    return groups.length > 0 ? [{ way, groups }] : [];
  });
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
    ...groupsOf(session).map(({ way, groups }) =>
      h(
        'optgroup',
        { label: t(`group.${way}`) },
        groups.map(({ key, label, documents }) => option(key, `${label} · ${number(documents.length)}`)),
      ),
    ),
  ];
}

/**
 * The articles of a group of an address, undefined where there is none of that name. `pick:3,7` are those picked.
 *
 * @param {Session} session
 * @param {string | null} key
 */
export function documentsOf(session, key) {
  if (key?.startsWith('pick:')) {
    const ids = key.slice('pick:'.length).split(',').filter(Boolean).map(Number);
    return ids.filter((id) => session.lookup.documents.has(id));
  }
  return groupsOf(session)
    .flatMap(({ groups }) => groups)
    .find((group) => group.key === key)?.documents;
}
