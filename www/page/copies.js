/** The copies: articles that were taken from one text. */

import { bdi, fill, h } from './dom.js';
import { date, t } from './language.js';
import { titleOf } from './lookup.js';
import { href } from './route.js';
import { bar } from './table.js';

/**
 * @import { Duplicate } from '../analyzer/protocol.d.ts'
 * @import { Session } from './session.js'
 * @import { ViewMaker } from './view.d.ts'
 */

/** @type {ViewMaker} */
export function copiesView(session) {
  const list = h('div', { class: 'clusters' });
  const lead = h('p', { class: 'lead' });
  return {
    element: h('div', { class: 'view copies' }, h('h1', { tabindex: -1 }, t('nav.copies')), lead, list),
    title: () => t('nav.copies'),
    show({ item }) {
      const { duplicates } = session.report;
      const unknown = item !== null && duplicates[Number(item)] === undefined;
      const has = duplicates.length > 0 ? 'copies.choose' : 'copies.none';
      fill(lead, t(unknown ? 'copies.unknown' : has));
      fill(
        list,
        duplicates.map((cluster, id) => clusterCard(session, cluster, String(id) === item)),
      );
      if (item !== null) list.children[Number(item)]?.scrollIntoView({ block: 'center' });
    },
  };
}

/** @param {Session} session @param {Duplicate} cluster @param {boolean} chosen */
function clusterCard({ lookup }, cluster, chosen) {
  const columns = [
    t('column.title'),
    t('column.source'),
    t('column.date'),
    t('column.file'),
    t('copies.compare'),
  ];
  const model = cluster.earliest[0] ?? cluster.stories[0];
  return h(
    'section',
    {
      class: chosen ? 'cluster chosen' : 'cluster',
      'data-testid': 'duplicate',
      'data-similarity': cluster.similarity,
    },
    h(
      'header',
      null,
      h('h2', null, t('copies.cluster', { n: cluster.stories.length })),
      cluster.agency !== null &&
        h('p', { 'data-testid': 'agency' }, t('copies.agency'), ' ', bdi(cluster.agency)),
      h('p', null, t('column.similarity'), bar(cluster.similarity, 1, { style: 'percent' })),
    ),
    h(
      'table',
      { class: 'small' },
      h(
        'thead',
        null,
        h(
          'tr',
          null,
          columns.map((label, index) =>
            h('th', { scope: 'col', class: index > 1 && index < 4 ? 'from-medium' : null }, label),
          ),
        ),
      ),
      h('tbody', null, cluster.stories.map(storyRow)),
    ),
  );

  /** @param {[number, number]} story document id and story index */
  function storyRow([id, index]) {
    const document = lookup.documents.get(id);
    const story = document?.stories[index];
    if (!document || !story) return null;
    const isFirst = cluster.earliest.some((place) => isSame(place, [id, index]));
    return h(
      'tr',
      { 'data-id': id },
      h(
        'th',
        { scope: 'row' },
        h(
          'a',
          { href: href('articles', id, { story: index || null }), lang: 'ar' },
          bdi(titleOf(document, index)),
        ),
        isFirst && h('small', { class: 'earliest', 'data-testid': 'earliest' }, t('copies.earliest')),
      ),
      h('td', null, story.source ? bdi(story.source) : '—'),
      h('td', { class: 'from-medium' }, story.published ? date(story.published) : '—'),
      h('td', { class: 'from-medium file' }, bdi(document.name)),
      h('td', null, isSame(model, [id, index]) ? '—' : comparing(model, [id, index])),
    );
  }
}

/** @typedef {[document: number, story: number]} Place of a story */

/** @param {Place | undefined} a @param {Place} b */
function isSame(a, b) {
  return a?.[0] === b[0] && a[1] === b[1];
}

/** @param {Place | undefined} model @param {Place} other */
function comparing(model, other) {
  const address = href('compare', null, { a: model?.join('-'), b: other.join('-') });
  return h('a', { href: address, class: 'button', 'data-testid': 'compare' }, t('copies.compare'));
}
