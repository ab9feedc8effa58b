/** Two versions of a story side by side: what the second kept, cut, added and reworded. */

import { asker } from './answer.js';
import { bdi, fill, h } from './dom.js';
import { icon } from './icons.js';
import { date, t } from './language.js';
import { titleOf } from './lookup.js';
import { go, href } from './route.js';

/**
 * @import { Comparison, Document, Passage, Range } from '../analyzer/protocol.d.ts'
 * @import { Session } from './session.js'
 * @import { ViewMaker } from './view.d.ts'
 * @typedef {[document: number, story: number]} Place of a story
 * @typedef {'a' | 'b'} Side
 */

/** @type {ViewMaker} */
export function compareView(session) {
  const answer = asker(session);
  const choice = h('div', { class: 'versions' });
  const summary = h('p', { class: 'lead', role: 'status', 'data-testid': 'difference' });
  const body = h('tbody');
  const heads = { a: h('th', { scope: 'col' }), b: h('th', { scope: 'col' }) };
  const table = h(
    'table',
    { class: 'comparison', 'aria-label': t('compare.title') },
    h(
      'thead',
      null,
      h(
        'tr',
        null,
        h('th', { scope: 'col' }, h('span', { class: 'unseen' }, t('compare.change'))),
        heads.a,
        heads.b,
      ),
    ),
    body,
  );
  return {
    element: h(
      'div',
      { class: 'view compare' },
      h('a', { href: href('copies'), class: 'button plain back' }, icon('back'), t('nav.copies')),
      h('h1', { tabindex: -1 }, t('compare.title')),
      choice,
      answer.message,
      summary,
      table,
    ),
    title: () => t('compare.title'),
    show({ query }) {
      const places = { a: placeOf(query.get('a')), b: placeOf(query.get('b')) };
      const a = storyOf(session, places.a);
      const b = storyOf(session, places.b);
      table.hidden = !a || !b;
      fill(summary);
      fill(choice, ...chooser(session, places));
      if (!a || !b) return answer.say(t('compare.unknown'));
      fill(heads.a, heading(a, places.a));
      fill(heads.b, heading(b, places.b));
      fill(body);
      answer.say();
      void answer.ask('compare', { a: places.a, b: places.b }, (comparison) => {
        fill(summary, said(comparison));
        fill(body, ...comparison.passages.map((passage) => row(passage, a, b)));
      });
    },
  };
}

/** @param {string | null} text "3-0" @returns {Place} */
function placeOf(text) {
  const [document = -1, story = 0] = (text ?? '').split('-').map(Number);
  return [document, story];
}

/** @param {Session} session @param {Place} place @returns {Document | undefined} */
function storyOf({ lookup }, [id, story]) {
  const document = lookup.documents.get(id);
  return document?.stories[story] && document;
}

/** @param {Document} document @param {Place} place */
function heading(document, [id, story]) {
  const { source, published } = document.stories[story] ?? {};
  return [
    h(
      'a',
      { href: href('articles', id, { story: story || null }), lang: 'ar' },
      bdi(titleOf(document, story)),
    ),
    h('small', null, source && bdi(source), source && ' ', published && date(published)),
  ];
}

/**
 * Which two of a cluster's versions are looked at, and a button that turns them round.
 *
 * @param {Session} session
 * @param {{ a: Place, b: Place }} places
 */
function chooser({ lookup }, places) {
  const [known] = lookup.copies.get(places.a[0]) ?? lookup.copies.get(places.b[0]) ?? [];
  if (!known) return [];
  const select = (/** @type {Side} */ side) => {
    const element = h(
      'select',
      {
        'aria-label': t(`compare.${side}`),
        'data-testid': `version-${side}`,
        onchange: () => open({ ...places, [side]: placeOf(element.value) }),
      },
      known.cluster.stories.map(([id, story]) => {
        const document = lookup.documents.get(id);
        const words = document ? [document.stories[story]?.source, titleOf(document, story)] : [];
        const value = `${id}-${story}`;
        return h(
          'option',
          { value, selected: value === places[side].join('-') },
          words.filter(Boolean).join(' · '),
        );
      }),
    );
    return h('label', null, t(`compare.${side}`), element);
  };
  const turn = () => open({ a: places.b, b: places.a });
  return [select('a'), select('b'), h('button', { type: 'button', onclick: turn }, t('compare.turn'))];
}

/** @param {{ a: Place, b: Place }} places */
function open({ a, b }) {
  go(href('compare', null, { a: a.join('-'), b: b.join('-') }));
}

/** @param {Comparison} comparison */
function said({ kept, cut, added }) {
  return [
    t('compare.kept', { n: kept }),
    t('compare.cut', { n: cut }),
    t('compare.added', { n: added }),
  ].join(t('list.comma'));
}

/** @param {Passage} passage @param {Document} a @param {Document} b */
function row(passage, a, b) {
  const { change, moved } = passage;
  return h(
    'tr',
    { class: change, 'data-testid': 'passage', 'data-change': change, 'data-moved': String(moved) },
    h('th', { scope: 'row' }, t(`change.${change}`), moved && h('small', null, t('change.moved'))),
    cell(passage, 'a', a),
    cell(passage, 'b', b),
  );
}

/** @param {Passage} passage @param {Side} side @param {Document} document */
function cell(passage, side, { text }) {
  const range = passage[side];
  if (range === null) return h('td', { class: 'none' }, '—');
  const tag = side === 'a' ? 'del' : 'ins';
  const whole = passage.change === 'cut' || passage.change === 'added';
  const marked = whole
    ? [range]
    : passage.edits.flatMap((edit) => (edit.change === 'same' ? [] : (edit[side] ?? [])));
  return h('td', { lang: 'ar', dir: 'auto' }, ...pieces(text, range, marked, tag));
}

/**
 * The words of a passage, those marked in elements of their own.
 *
 * @param {string} text
 * @param {Range} range
 * @param {Range[]} marked in order, inside it
 * @param {'ins' | 'del'} tag
 */
function pieces(text, range, marked, tag) {
  let at = range.start;
  const found = marked.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, h(tag, null, text.slice(start, end))];
  });
  return [...found, text.slice(at, range.end)];
}
