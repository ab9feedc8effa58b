/** The report to hand on: what the articles say in figures, names, quotes, key words, copies and dates, in one HTML file that prints well. */

import { KINDS } from '../page/kinds.js';
import { date, number, t } from '../page/language.js';
import { titleOf } from '../page/lookup.js';
import { barCell, bdi, byline, numberCell, page } from './html.js';
import { element } from './markup.js';
import { namesById, words } from './subject.js';

/**
 * @import { Document, EntityKind, Report } from '../analyzer/protocol.d.ts'
 * @import { Key } from '../page/language.js'
 * @import { Markup, Part } from './markup.js'
 * @import { Subject } from './subject.js'
 */

/** Rows of a list at most: the report is to be read, and the tables have all. */
const MOST = { names: 25, speakers: 15, quotes: 5, words: 40, copies: 50, articles: 500 };

/** Periods shown at most before days are taken together as months, and months as years. */
const MOST_PERIODS = 62;

/** @param {Subject} subject */
export function summary(subject) {
  const { report } = subject;
  return page(
    subject,
    t('summary.title'),
    figures(report),
    names(report),
    quotes(report),
    keywords(report),
    time(report),
    copies(report),
    articles(report),
  );
}

/**
 * A section; one that holds fewer than there are says so.
 *
 * @param {Key} title
 * @param {{ shown: number, total: number }} size
 * @param {...(Part | Part[])} children
 */
function section(title, { shown, total }, ...children) {
  if (total === 0) return null;
  const cut = shown < total && element('p', { class: 'soft' }, t('summary.shown', { shown, total }));
  return element('section', null, element('h2', null, t(title)), cut, ...children);
}

/** @param {(string | Markup)[]} heading @param {Markup[][]} rows @param {number[]} [numeric] columns */
function table(heading, rows, numeric = []) {
  const head = heading.map((title, n) =>
    element('th', { scope: 'col', class: numeric.includes(n) ? 'number' : null }, title),
  );
  const body = rows.map((cells) => element('tr', null, cells));
  return element(
    'table',
    null,
    element('thead', null, element('tr', null, head)),
    element('tbody', null, body),
  );
}

/** @param {...(Part | Part[])} children */
const cell = (...children) => element('td', null, ...children);

/** @param {Report} report */
function figures({ documents, entities, duplicates }) {
  const days = documents.flatMap(({ stories: [story] }) => story?.published?.slice(0, 10) ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const sum = (/** @type {(document: Document) => number} */ of) =>
    documents.reduce((total, document) => total + of(document), 0);
  const items = [
    t('articles.count', { n: documents.length }),
    t('words.count', { n: sum(({ words }) => words) }),
    t('summary.names', { n: entities.length }),
    t('quotes.count', { n: sum(({ quotes }) => quotes.length) }),
    t('summary.copies', { n: duplicates.length }),
    first &&
      last &&
      (first === last ? date(first) : t('summary.days', { first: date(first), last: date(last) })),
  ];
  return element(
    'ul',
    { class: 'figures' },
    items.map((item) => item && element('li', null, item)),
  );
}

/** @param {Report} report */
function names({ entities }) {
  const tables = KINDS.map((kind) =>
    namesOfKind(
      entities.filter((entity) => entity.kind === kind),
      kind,
    ),
  );
  return section('nav.names', { shown: entities.length, total: entities.length }, tables.flat());
}

/** @param {Report['entities']} entities @param {EntityKind} kind */
function namesOfKind(entities, kind) {
  if (entities.length === 0) return null;
  const shown = entities.slice(0, MOST.names);
  const greatest = shown[0]?.count ?? 1;
  const rows = shown.map(({ name, spellings, count, documents }) => {
    const others = spellings.filter(({ text }) => text !== name).map(({ text }) => text);
    return [
      element(
        'th',
        { scope: 'row' },
        bdi(name),
        others.length > 0 && [' ', element('small', null, bdi(others.join(t('list.comma'))))],
      ),
      numberCell(count),
      numberCell(documents.length),
      barCell(count / greatest),
    ];
  });
  return [
    element('h3', null, t(/** @type {Key} */ (`kinds.${kind}`))),
    shown.length < entities.length &&
      element('p', { class: 'soft' }, t('summary.shown', { shown: shown.length, total: entities.length })),
    table([t('column.name'), t('column.count'), t('column.articles'), ''], rows, [1, 2]),
  ];
}

/** Those quoted most, each with some of their words. @param {Report} report */
function quotes(report) {
  const entities = namesById(report);
  /** @type {Map<number, { document: Document, text: string }[]>} */
  const bySpeaker = new Map();
  for (const document of report.documents)
    for (const quote of document.quotes)
      if (quote.speaker !== null) {
        const said = bySpeaker.get(quote.speaker) ?? [];
        said.push({ document, text: words(document, quote) });
        bySpeaker.set(quote.speaker, said);
      }
  const ranked = [...bySpeaker].sort(([, a], [, b]) => b.length - a.length);
  const parts = ranked
    .slice(0, MOST.speakers)
    .flatMap(([speaker, said]) => [
      element(
        'h3',
        null,
        bdi(entities.get(speaker)?.name ?? ''),
        ' ',
        element('small', null, t('quotes.count', { n: said.length })),
      ),
      ...said
        .slice(0, MOST.quotes)
        .map(({ document, text }) =>
          element('blockquote', null, bdi(text), element('p', { class: 'soft' }, bdi(titleOf(document)))),
        ),
    ]);
  const size = { shown: Math.min(ranked.length, MOST.speakers), total: ranked.length };
  return section('nav.quotes', size, parts);
}

/** @param {Report} report */
function keywords({ keywords }) {
  const shown = keywords.slice(0, MOST.words);
  const greatest = shown[0]?.score ?? 1;
  const rows = shown.map(({ term, count, documents, score }) => [
    element('th', { scope: 'row' }, bdi(term)),
    numberCell(count),
    numberCell(documents),
    barCell(score / greatest),
  ]);
  const heading = [t('column.term'), t('column.count'), t('column.articles'), t('column.score')];
  return section('tab.words', { shown: shown.length, total: keywords.length }, table(heading, rows, [1, 2]));
}

/** @param {Report} report */
function time({ documents }) {
  const dates = documents.flatMap(({ stories: [story] }) => story?.published?.slice(0, 10) ?? []);
  const periods = [10, 7, 4].map((length) => countBy(dates.map((day) => day.slice(0, length))));
  const counts = periods.find(({ size }) => size <= MOST_PERIODS) ?? periods[2] ?? new Map();
  const greatest = Math.max(...counts.values());
  const rows = [...counts]
    .sort()
    .map(([period, count]) => [
      element('th', { scope: 'row' }, date(period)),
      numberCell(count),
      barCell(count / greatest),
    ]);
  const unknown = documents.length - dates.length;
  return section(
    'nav.time',
    { shown: rows.length, total: rows.length },
    table([t('column.date'), t('column.articles'), ''], rows, [1]),
    unknown > 0 && element('p', { class: 'soft' }, `${t('time.unknown')}: ${number(unknown)}`),
  );
}

/** @param {string[]} values */
function countBy(values) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** @param {Report} report */
function copies({ documents, duplicates }) {
  const byId = new Map(documents.map((document) => [document.id, document]));
  const shown = duplicates.slice(0, MOST.copies);
  const groups = shown.map(({ stories, similarity, agency }) => [
    element(
      'h3',
      null,
      t('copies.cluster', { n: stories.length }),
      ' ',
      element('small', null, number(similarity, { style: 'percent' }), agency && [' · ', bdi(agency)]),
    ),
    element(
      'ul',
      null,
      stories.map(([id, story]) => {
        const document = byId.get(id);
        return (
          document &&
          element('li', null, bdi(titleOf(document, story)), ' ', element('small', null, byline(document)))
        );
      }),
    ),
  ]);
  return section('nav.copies', { shown: shown.length, total: duplicates.length }, groups.flat());
}

/** @param {Report} report */
function articles({ documents }) {
  const shown = documents.slice(0, MOST.articles);
  const rows = shown.map((document) => [
    element('th', { scope: 'row' }, bdi(titleOf(document))),
    cell(byline(document)),
    numberCell(document.words),
  ]);
  const heading = [t('column.title'), t('column.source'), t('column.words')];
  return section('nav.articles', { shown: shown.length, total: documents.length }, table(heading, rows, [2]));
}
