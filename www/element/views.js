/**
 * What the element shows of a report, a function for each view.
 *
 * @module
 */
import { bdi, h } from '../page/dom.js';

/**
 * @import { Document, Entity, EntityKind, Report } from '../analyzer/protocol.d.ts'
 * @import { Speaker } from '../i18n/speaker.js'
 * @typedef {'text' | 'names' | 'words' | 'quotes' | 'dates' | 'copies'} View
 * @typedef {{ report: Report, document: number, speaker: Speaker, choose: (document: number) => void, select: (entity: Entity) => void }} Shown
 *   `document`: index of the article that is open
 */

/** @type {EntityKind[]} */
const KINDS = ['PER', 'LOC', 'ORG', 'MISC'];

/** Rows that a list shows. */
const MOST = 200;

/** @type {Record<View, (shown: Shown) => (Node | null)[]>} */
export const VIEWS = { text, names, words, quotes, dates, copies };

/** What a view is called. @param {View} view @param {Speaker} speaker */
export function titleOf(view, speaker) {
  switch (view) {
    case 'text':
      return speaker.t('element.text');
    case 'names':
      return speaker.t('nav.names');
    case 'words':
      return speaker.t('nav.words');
    case 'quotes':
      return speaker.t('nav.quotes');
    case 'dates':
      return speaker.t('element.dates');
    case 'copies':
      return speaker.t('nav.copies');
  }
}

/** The article open, a paragraph for each of its blocks; `data-start` is where it begins in the document's text. @param {Shown} shown */
function text({ report, document: open, speaker, choose }) {
  const article = report.documents[open];
  if (!article) return [];
  const choice = h(
    'select',
    {
      part: 'choice',
      'aria-label': speaker.t('element.article'),
      onchange: () => choose(choice.selectedIndex),
    },
    report.documents.map((document, index) =>
      h('option', { selected: index === open }, headlineOf(document)),
    ),
  );
  const blocks = article.blocks.filter(
    ({ kind, story }) => story === 0 && kind !== 'furniture' && kind !== 'repeat',
  );
  const paragraphs = blocks.map(({ kind, start, end }) =>
    h(
      kind === 'title' || kind === 'heading' ? 'h3' : 'p',
      { class: kind, 'data-start': start },
      article.text.slice(start, end),
    ),
  );
  return [
    report.documents.length > 1 ? choice : null,
    h('article', { part: 'text', lang: 'ar', dir: 'rtl' }, paragraphs),
  ];
}

/** @param {Shown} shown */
function names({ report, speaker, select }) {
  return KINDS.flatMap((kind) => {
    const found = report.entities.filter((entity) => entity.kind === kind).sort((a, b) => b.count - a.count);
    if (found.length === 0) return [];
    const rows = found.slice(0, MOST).map((entity) => {
      const others = entity.spellings.map(({ text }) => text).filter((text) => text !== entity.name);
      const name = h(
        'button',
        { type: 'button', part: 'name', class: 'name', lang: 'ar', onclick: () => select(entity) },
        bdi(entity.name),
      );
      return h(
        'li',
        null,
        name,
        count(entity.count, speaker),
        others.length > 0 && h('span', { class: 'others', lang: 'ar', dir: 'auto' }, others.join('، ')),
      );
    });
    const title = h('h3', { class: kind.toLowerCase() }, speaker.say('kinds', kind));
    return [title, h('ul', { part: 'list' }, rows), more(found.length, speaker)];
  });
}

/** @param {Shown} shown */
function words({ report: { keywords }, speaker }) {
  const rows = keywords
    .slice(0, MOST)
    .map((keyword) => h('li', null, h('bdi', { lang: 'ar' }, keyword.term), count(keyword.count, speaker)));
  return [h('ul', { part: 'list', class: 'words' }, rows), more(keywords.length, speaker)];
}

/** @param {Shown} shown */
function quotes({ report, speaker }) {
  const nameOf = new Map(report.entities.map(({ id, name }) => [id, name]));
  const all = report.documents.flatMap((document) => document.quotes.map((quote) => ({ document, quote })));
  const rows = all.slice(0, MOST).map(({ document, quote }) => {
    const said = document.text.slice(quote.start, quote.end);
    const phrase = quote.speaker_phrase;
    const who = quote.speaker === null ? undefined : nameOf.get(quote.speaker);
    const other = phrase ? document.text.slice(phrase.start, phrase.end) : speaker.t('quote.unknown');
    return h(
      'li',
      null,
      h('blockquote', { lang: 'ar', dir: 'auto' }, quote.direct ? `«${said}»` : said),
      h('span', { class: 'others' }, bdi(who ?? other)),
    );
  });
  return [h('ul', { part: 'list', class: 'quotes' }, rows), more(all.length, speaker)];
}

/** @param {Shown} shown */
function dates({ report, speaker }) {
  const all = report.documents.flatMap((document) => document.dates.map((date) => ({ document, date })));
  const rows = all
    .slice(0, MOST)
    .map(({ document, date }) =>
      h(
        'li',
        null,
        h('bdi', { lang: 'ar' }, document.text.slice(date.start, date.end)),
        h('time', { class: 'others', datetime: date.value }, speaker.date(date.value)),
      ),
    );
  return [h('ul', { part: 'list' }, rows), more(all.length, speaker)];
}

/** @param {Shown} shown */
function copies({ report, speaker }) {
  const byId = new Map(report.documents.map((document) => [document.id, document]));
  return report.duplicates.slice(0, MOST).flatMap(({ stories, similarity }) => {
    const title = speaker.t('articles.count', { n: stories.length });
    const part = speaker.number(similarity, { style: 'percent' });
    const members = stories.map(([id]) => {
      const document = byId.get(id);
      return h('li', null, h('bdi', { lang: 'ar' }, document ? headlineOf(document) : String(id)));
    });
    return [h('h3', null, `${title} · ${part}`), h('ul', { part: 'list' }, members)];
  });
}

/** The headline of an article, or else its file's name. @param {Document} document */
function headlineOf({ name, text, stories: [story] }) {
  return story?.title ? text.slice(story.title.start, story.title.end) : name;
}

/** @param {number} n @param {Speaker} speaker */
function count(n, speaker) {
  return h('span', { class: 'count' }, speaker.number(n));
}

/** @param {number} total @param {Speaker} speaker */
function more(total, speaker) {
  return total > MOST ? h('p', { class: 'others' }, speaker.t('element.more', { n: total - MOST })) : null;
}
