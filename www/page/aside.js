/** What stands beside an article: its names, its key words, the publisher's own, its copies, and its file's encoding. */

import { bdi, h } from './dom.js';
import { encodingChoice, isGuess } from './encoding.js';
import { KINDS } from './kinds.js';
import { number, t } from './language.js';
import { titleOf } from './lookup.js';
import { href } from './route.js';

/**
 * @import { Document, EntityKind } from '../analyzer/protocol.d.ts'
 * @import { Key } from './language.js'
 * @import { Route } from './route.js'
 * @import { Session } from './session.js'
 */

/**
 * @param {Session} session
 * @param {Document} document
 * @param {Route} route of the reader, to mark what is chosen
 */
export function aside(session, document, route) {
  const tags = document.stories.flatMap((story) => story.tags);
  const encoding = section('encoding.title', [encodingChoice(session, document)]);
  return [
    isGuess(document) && encoding,
    section(
      'reader.names',
      KINDS.map((kind) => names(session, document, kind, route)),
    ),
    section('reader.words', [words(session, document, route)]),
    section('reader.tags', [
      tags.length > 0 &&
        h(
          'ul',
          { class: 'chips', lang: 'ar' },
          tags.map((tag) => h('li', null, bdi(tag))),
        ),
    ]),
    section('reader.copies', [copies(session, document)]),
    !isGuess(document) && encoding,
  ];
}

/** @param {Key} title @param {(HTMLElement | false)[]} parts */
function section(title, parts) {
  const found = parts.filter((part) => part !== false);
  return found.length > 0 && h('section', null, h('h2', null, t(title)), found);
}

/** @param {Session} session @param {Document} document @param {EntityKind} kind @param {Route} route */
function names({ lookup }, document, kind, { query }) {
  const found = [...lookup.namesIn(document)]
    .map(([id, count]) => ({ entity: lookup.entities.get(id), count }))
    .flatMap(({ entity, count }) => (entity?.kind === kind ? [{ entity, count }] : []))
    .sort((a, b) => b.count - a.count);
  if (found.length === 0) return false;
  const list = found.map(({ entity, count }) => {
    const chosen = query.get('name') === String(entity.id);
    return h(
      'li',
      null,
      choice(href('articles', document.id, { name: entity.id }), entity.name, count, chosen),
    );
  });
  return h(
    'div',
    null,
    h('h3', { class: `kind ${kind.toLowerCase()}` }, t(/** @type {Key} */ (`kinds.${kind}`))),
    h('ul', { class: 'choices' }, list),
  );
}

/** @param {Session} session @param {Document} document @param {Route} route */
function words({ lookup }, document, { query }) {
  // What is no key word of all articles has its places in the concordance.
  const address = (/** @type {string} */ term) =>
    lookup.keywords.has(term)
      ? href('articles', document.id, { word: term })
      : href('concordance', null, { q: term });
  const list = document.keywords.map(({ term, count }) =>
    h('li', null, choice(address(term), term, count, query.get('word') === term)),
  );
  return list.length > 0 && h('ul', { class: 'choices' }, list);
}

/** @param {string} address @param {string} name @param {number} count @param {boolean} chosen */
function choice(address, name, count, chosen) {
  return h(
    'a',
    { href: address, 'aria-current': chosen ? 'true' : null },
    h('bdi', { lang: 'ar' }, name),
    ' ',
    h('small', null, number(count)),
  );
}

/** @param {Session} session @param {Document} document */
function copies({ lookup }, document) {
  const others = (lookup.copies.get(document.id) ?? []).flatMap(({ cluster }) =>
    cluster.stories.filter(([id]) => id !== document.id),
  );
  const list = others.map(([id, story]) => {
    const other = lookup.documents.get(id);
    return (
      other &&
      h(
        'li',
        null,
        h(
          'a',
          { href: href('articles', id, { story: story || null }), lang: 'ar' },
          bdi(titleOf(other, story)),
        ),
      )
    );
  });
  return list.length > 0 && h('ul', { class: 'copies-list' }, list);
}
