/** Places as a list of sentences with what was found marked in each, under the articles they are from. */

import { h } from './dom.js';
import { t } from './language.js';
import { titleOf } from './lookup.js';
import { sentence } from './places.js';
import { href } from './route.js';

/**
 * @import { Document } from '../analyzer/protocol.d.ts'
 * @import { Place, Places } from './places.js'
 */

const AT_ONCE = 50;

/**
 * @param {Places} places
 * @param {Record<string, string | number>} chosen what the reader is to highlight: `{ name: 12 }` or `{ word: '…' }`
 */
export function placeList(places, chosen) {
  const lists = h('div', { class: 'places' });
  const more = h('button', { type: 'button', class: 'more', onclick: () => addSome() });
  /** @type {Document | null} */
  let document = null;
  /** @type {HTMLOListElement} */
  let list;
  let shown = 0;
  addSome();
  return h(
    'section',
    null,
    h(
      'h3',
      null,
      t('places.title'),
      ' ',
      h('span', { class: 'count' }, t('places.count', { n: places.total })),
    ),
    lists,
    more,
  );

  function addSome() {
    const goal = shown + AT_ONCE;
    for (let place = places.at(shown); place && shown < goal; place = places.at(++shown)) add(place);
    const left = places.at(shown) ? Math.max(Math.min(places.total - shown, AT_ONCE), 1) : 0;
    more.hidden = left === 0;
    more.textContent = t('places.more', { n: left });
  }

  /** @param {Place} place */
  function add(place) {
    if (place.document !== document) {
      document = place.document;
      list = h('ol');
      const address = href('articles', document.id, chosen);
      lists.append(
        h(
          'section',
          null,
          h('h4', { dir: 'auto' }, h('a', { href: address, lang: 'ar' }, titleOf(document))),
          list,
        ),
      );
    }
    const { before, hit, after } = sentence(place);
    const address = href('articles', place.document.id, { ...chosen, at: place.start });
    list.append(
      h(
        'li',
        null,
        h(
          'a',
          { href: address, lang: 'ar', dir: 'auto', 'data-testid': 'place' },
          before,
          h('mark', null, hit),
          after,
        ),
      ),
    );
  }
}
