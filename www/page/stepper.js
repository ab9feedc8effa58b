/** The bar that goes from place to place of the name or word chosen, through this article and on into the next. */

import { bdi, h } from './dom.js';
import { icon } from './icons.js';
import { kindChip } from './kinds.js';
import { t } from './language.js';
import { placesOfEntity, placesOfKeyword, rangesOfKeyword } from './places.js';
import { go, href } from './route.js';

/**
 * @import { Document, Entity, Keyword } from '../analyzer/protocol.d.ts'
 * @import { Place, Places } from './places.js'
 * @import { Route } from './route.js'
 * @import { Session } from './session.js'
 */

/**
 * @param {Session} session
 * @param {Document} document
 * @param {Route} route with `name` or `word` in its query, and with `at`, the offset of the place
 * @returns {{ element: HTMLElement | null, ranges: { start: number, end: number }[], current: Place | undefined }}
 *   the bar, all places in this document, and the one looked at
 */
export function stepper(session, document, { query }) {
  const { report, lookup } = session;
  const entity = lookup.entities.get(Number(query.get('name') ?? NaN));
  const keyword = lookup.keywords.get(query.get('word') ?? '');
  if (!entity && !keyword) return { element: null, ranges: [], current: undefined };
  const places = entity
    ? placesOfEntity(report, entity)
    : placesOfKeyword(report, /** @type {Keyword} */ (keyword));
  const ranges = entity
    ? document.mentions.filter((mention) => mention.entity === entity.id)
    : rangesOfKeyword(document, /** @type {Keyword} */ (keyword));
  const index = places.indexOf(document.id, Number(query.get('at') ?? 0));
  /** @type {Record<string, string | number>} */
  const chosen = entity ? { name: entity.id } : { word: /** @type {Keyword} */ (keyword).term };
  return {
    element: bar(document, places, index, entity, keyword, chosen),
    ranges,
    current: places.at(index),
  };
}

/**
 * @param {Document} document
 * @param {Places} places
 * @param {number} index of the place looked at
 * @param {Entity | undefined} entity
 * @param {Keyword | undefined} keyword
 * @param {Record<string, string | number>} chosen
 */
function bar(document, places, index, entity, keyword, chosen) {
  const total = Math.max(places.total, index + 1);
  return h(
    'nav',
    { class: 'stepper', 'data-testid': 'stepper', 'aria-label': t('places.title') },
    entity && kindChip(entity.kind),
    h('strong', { lang: 'ar' }, bdi(entity?.name ?? keyword?.term ?? '')),
    h('span', { class: 'at', role: 'status' }, t('places.at', { at: index + 1, total })),
    step('previous', places.at(index - 1)),
    step('next', places.at(index + 1)),
    h(
      'a',
      { href: entity ? href('names', entity.id) : href('words', keyword?.term), class: 'button plain' },
      t('places.all'),
    ),
    h(
      'a',
      {
        href: href('articles', document.id),
        class: 'button plain icon-only',
        'aria-label': t('places.leave'),
        'data-key': 'leave',
      },
      icon('close'),
    ),
  );

  /** @param {'previous' | 'next'} where @param {Place | undefined} place */
  function step(where, place) {
    const label = t(where === 'next' ? 'places.next' : 'places.previous');
    return h(
      'button',
      {
        type: 'button',
        class: 'icon-only',
        'data-key': where,
        'data-testid': where,
        'aria-label': label,
        title: label,
        disabled: !place,
        onclick: () => place && leadTo(place, where),
      },
      icon(where === 'next' ? 'next' : 'back'),
    );
  }

  /** @param {Place} place @param {'previous' | 'next'} where */
  function leadTo(place, where) {
    const { id } = place.document;
    // Going through one article is one step of the way back.
    go(href('articles', id, { ...chosen, at: place.start }), { replace: id === document.id });
    // The bar was made anew; the keyboard stays where it was.
    /** @type {HTMLElement | null} */ (
      globalThis.document.querySelector(`.stepper [data-key="${where}"]`)
    )?.focus();
  }
}
