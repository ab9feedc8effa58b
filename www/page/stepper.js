/** The bar that goes from place to place of the name or word chosen, through this article and on into the next. */

import { bdi, h } from './dom.js';
import { icon } from './icons.js';
import { kindChip } from './kinds.js';
import { date, t } from './language.js';
import { placesOfDate, placesOfEntity, placesOfKeyword, placesOfQuotes, rangesOfKeyword } from './places.js';
import { go, href } from './route.js';

/**
 * @import { Document, EntityKind } from '../analyzer/protocol.d.ts'
 * @import { Place, Places } from './places.js'
 * @import { Route } from './route.js'
 * @import { Session } from './session.js'
 */

/**
 * What is gone through.
 *
 * @typedef {object} Tour
 * @property {string} name
 * @property {EntityKind} [kind]
 * @property {Places} places
 * @property {{ start: number, end: number }[]} ranges those in this document, to be marked
 * @property {(place: Place, index: number) => Record<string, string | number>} query of the address of a place
 * @property {number} [index] of the place looked at, where its offset does not tell
 * @property {string} all address of the list of all places
 */

/**
 * @param {Session} session
 * @param {Document} document
 * @param {Route} route with `name`, `word`, `date` or `quote` in its query, and with `at`, the offset of the place
 * @returns {{ element: HTMLElement | null, ranges: { start: number, end: number }[], current: Place | undefined }}
 *   the bar, all places in this document, and the one looked at
 */
export function stepper(session, document, { query }) {
  const tour = tourOf(session, document, query);
  if (!tour) return { element: null, ranges: [], current: undefined };
  const index = tour.index ?? tour.places.indexOf(document.id, Number(query.get('at') ?? 0));
  return { element: bar(document, tour, index), ranges: tour.ranges, current: tour.places.at(index) };
}

/** @param {Session} session @param {Document} document @param {URLSearchParams} query @returns {Tour | null} */
function tourOf({ report, lookup, lines }, document, query) {
  const entity = lookup.entities.get(Number(query.get('name') ?? NaN));
  if (entity)
    return {
      name: entity.name,
      kind: entity.kind,
      places: placesOfEntity(report, entity),
      ranges: document.mentions.filter((mention) => mention.entity === entity.id),
      query: ({ start }) => ({ name: entity.id, at: start }),
      all: href('names', entity.id),
    };
  const keyword = lookup.keywords.get(query.get('word') ?? '');
  if (keyword)
    return {
      name: keyword.term,
      places: placesOfKeyword(report, keyword),
      ranges: rangesOfKeyword(document, keyword),
      query: ({ start }) => ({ word: keyword.term, at: start }),
      all: href('words', keyword.term),
    };
  const when = query.get('date');
  if (when)
    return {
      name: date(when),
      places: placesOfDate(report, when),
      ranges: document.dates.filter(({ value }) => value.startsWith(when)),
      query: ({ start }) => ({ date: when, at: start }),
      all: href('dates', when),
    };
  if (query.has('quote'))
    return {
      name: t('nav.quotes'),
      places: placesOfQuotes(report),
      ranges: [],
      query: ({ start }) => ({ quote: 1, at: start }),
      all: href('quotes'),
    };
  const line = Number(query.get('line') ?? NaN);
  const place = lines?.places.at(line);
  // The lines are those of the concordance looked at last; an address kept from before may mean others.
  if (lines && place?.document.id === document.id)
    return {
      ...lines,
      index: line,
      ranges: [place],
      query: ({ start }, index) => ({ line: index, at: start }),
    };
  return null;
}

/** @param {Document} document @param {Tour} tour @param {number} index of the place looked at */
function bar(document, { name, kind, places, query, all }, index) {
  const total = Math.max(places.total, index + 1);
  return h(
    'nav',
    { class: 'stepper', 'data-testid': 'stepper', 'aria-label': t('places.title') },
    kind && kindChip(kind),
    h('strong', null, bdi(name)),
    h('span', { class: 'at', role: 'status' }, t('places.at', { at: index + 1, total })),
    step('previous', index - 1),
    step('next', index + 1),
    h('a', { href: all, class: 'button plain' }, t('places.all')),
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

  /** @param {'previous' | 'next'} where @param {number} to */
  function step(where, to) {
    const place = places.at(to);
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
        onclick: () => place && leadTo(place, to, where),
      },
      icon(where === 'next' ? 'next' : 'back'),
    );
  }

  /** @param {Place} place @param {number} to @param {'previous' | 'next'} where */
  function leadTo(place, to, where) {
    const { id } = place.document;
    // Going through one article is one step of the way back.
    go(href('articles', id, query(place, to)), { replace: id === document.id });
    // The bar was made anew; the keyboard stays where it was.
    /** @type {HTMLElement | null} */ (
      globalThis.document.querySelector(`.stepper [data-key="${where}"]`)
    )?.focus();
  }
}
