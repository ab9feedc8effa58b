/** What is known of one word: its forms, how often and how evenly it is used, what stands near it, and its places. */

import { asker } from './answer.js';
import { bdi, fill, h } from './dom.js';
import { number, t } from './language.js';
import { titleOf } from './lookup.js';
import { parts } from './parts.js';
import { placeList } from './placelist.js';
import { placesOfKeyword } from './places.js';
import { href } from './route.js';
import { pictureFrame } from '../picture/frame.js';

/**
 * @import { Answers, Collocate, Questions } from '../analyzer/protocol.d.ts'
 * @import { Session } from './session.js'
 */

/** Articles in the picture of where it stands. */
const STRIPS = 12;
/** Collocates shown at once. */
const SHOWN = 20;
const DIGITS = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
const TWO_DIGITS = { minimumFractionDigits: 2, maximumFractionDigits: 2 };
const WINDOWS = /** @type {const} */ (['2', '5', '10', 'sentence']);

/** The window that was chosen last. @type {typeof WINDOWS[number]} */
let chosen = '5';

/** @param {Session} session @param {string} term a key word, or any other */
export function wordDetails(session, term) {
  const keyword = session.lookup.keywords.get(term);
  const query = { pattern: { words: term }, matching: /** @type {const} */ ('grouped') };
  const used = h('section', { 'data-testid': 'usage' });
  const usage = asker(session);
  void usage.ask('usage', query, (found) => fill(used, ...usageOf(found)));
  return [
    h(
      'header',
      null,
      h('h2', { lang: 'ar', tabindex: -1 }, bdi(term)),
      keyword &&
        h('p', null, t('times.count', { n: keyword.count }), ' ', t('in.articles', { n: keyword.documents })),
      h(
        'p',
        { class: 'buttons' },
        h('a', { class: 'button', href: href('concordance', null, { q: term }) }, t('nav.concordance')),
        h('a', { class: 'button', href: href('time', null, { q: term }) }, t('nav.time')),
      ),
    ),
    usage.message,
    used,
    spread(session, term),
    collocates(session, query),
    keyword && placeList(placesOfKeyword(session.report, keyword), { word: keyword.term }),
  ];
}

/** Where in the articles the word stands: those that have it most often. @param {Session} session @param {string} term */
function spread(session, term) {
  const frame = pictureFrame('dispersion');
  const places = asker(session);
  const query = { pattern: { words: term }, matching: /** @type {const} */ ('grouped'), context: 0 };
  void places.ask('concordance', query, (lines) => {
    /** @type {Map<number, number[]>} */
    const starts = new Map();
    for (const { document, start } of lines) starts.set(document, [...(starts.get(document) ?? []), start]);
    const most = [...starts].sort(([, a], [, b]) => b.length - a.length).slice(0, STRIPS);
    const strips = most.flatMap(([id, found]) => stripOf(session, id, found, term) ?? []);
    const title = t('words.spread', { n: strips.length, all: starts.size });
    frame.show(
      strips.length === 0
        ? null
        : {
            title,
            draw: async (width) => (await parts.strips()).dispersion(strips, { width, label: title }),
            numbers: {
              heading: [t('column.article'), t('column.count')],
              rows: strips.map(({ name, places }) => [name, places.length]),
            },
          },
    );
  });
  return frame.element;
}

/** @param {Session} session @param {number} id of an article @param {number[]} starts @param {string} term */
function stripOf({ lookup }, id, starts, term) {
  const document = lookup.documents.get(id);
  if (!document) return null;
  const name = titleOf(document);
  return {
    name,
    said: number(starts.length),
    places: starts.map((start) => {
      const at = start / Math.max(document.text.length, 1);
      const title = `${name}: ${number(at, { style: 'percent' })}`;
      // What is no key word of all articles has its places in the concordance.
      const address = lookup.keywords.has(term)
        ? href('articles', id, { word: term, at: start })
        : href('concordance', null, { q: term, in: `pick:${id}` });
      return { at, href: address, title };
    }),
  };
}

/** @param {Answers['usage']} usage */
function usageOf({ forms, count, documents, per_million, juilland_d, deviation_of_proportions }) {
  /** @type {[string, string, string?][]} */
  const figures = [
    [t('column.count'), number(count)],
    [t('column.articles'), number(documents)],
    [t('column.rate'), number(per_million, { maximumFractionDigits: 0 }), t('column.rate.title')],
    [t('column.juilland'), number(juilland_d, TWO_DIGITS), t('column.juilland.title')],
    [t('column.gries'), number(deviation_of_proportions, TWO_DIGITS), t('column.gries.title')],
  ];
  return [
    h('h3', null, t('words.forms')),
    h(
      'ul',
      { class: 'chips', lang: 'ar' },
      forms.map(({ form, count }) => h('li', null, bdi(form), ' ', h('small', null, number(count)))),
    ),
    h('h3', null, t('words.usage')),
    h(
      'dl',
      { class: 'figures' },
      figures.map(([label, value, title]) => h('div', { title }, h('dt', null, label), h('dd', null, value))),
    ),
  ];
}

/** @param {Session} session @param {Questions['usage']} query */
function collocates(session, query) {
  const answer = asker(session);
  const rows = h('tbody');
  const choice = h(
    'select',
    { 'aria-label': t('collocates.window'), 'data-testid': 'window', onchange: ask },
    WINDOWS.map((window) =>
      h(
        'option',
        { value: window, selected: window === chosen },
        window === 'sentence' ? t('collocates.sentence') : t('collocates.words', { n: Number(window) }),
      ),
    ),
  );
  const headings = [
    h('th', { scope: 'col' }, t('column.term')),
    .../** @type {const} */ (['count', 'dice', 'mutual', 'tscore', 'likelihood']).map((key) =>
      h(
        'th',
        { scope: 'col', class: 'numeric', title: key === 'count' ? null : t(`column.${key}.title`) },
        t(`column.${key}`),
      ),
    ),
  ];
  ask();
  return h(
    'section',
    { 'data-testid': 'collocates' },
    h('h3', null, t('collocates.title')),
    h('p', { class: 'line' }, choice),
    answer.message,
    h(
      'div',
      { class: 'wide' },
      h('table', { class: 'small' }, h('thead', null, h('tr', null, headings)), rows),
    ),
  );

  function ask() {
    chosen = WINDOWS.find((window) => window === choice.value) ?? chosen;
    const window = chosen === 'sentence' ? chosen : { words: Number(chosen) };
    void answer.ask('collocates', { query, window, least: 2 }, (found) => {
      fill(rows, ...found.slice(0, SHOWN).map(row));
      if (found.length === 0) answer.message.textContent = t('collocates.none');
    });
  }
}

/** @param {Collocate} collocate */
function row({ term, count, log_dice, mutual_information, t_score, log_likelihood }) {
  const figures = [log_dice, mutual_information, t_score, log_likelihood];
  return h(
    'tr',
    { 'data-testid': 'collocate', 'data-term': term, 'data-count': count },
    h('th', { scope: 'row' }, h('a', { href: href('words', term), lang: 'ar' }, bdi(term))),
    h('td', { class: 'numeric' }, number(count)),
    figures.map((value) => h('td', { class: 'numeric' }, number(value, DIGITS))),
  );
}
