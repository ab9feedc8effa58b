/** A report as tables, for spreadsheets: one row is one article, name, spelling, mention, quote, date, word or copy. */

import { say, t } from '../page/language.js';
import { titleOf } from '../page/lookup.js';
import { sentence } from '../page/places.js';
import { namesById, provenance, words } from './subject.js';

/**
 * @import { Document } from '../analyzer/protocol.d.ts'
 * @import { Key } from '../page/language.js'
 * @import { Subject } from './subject.js'
 * @typedef {string | number | null} Cell
 * @typedef {object} Sheet
 * @property {string[]} heading
 * @property {Cell[][]} rows
 * @property {number[]} dates columns that hold dates in ISO 8601
 */

const MAKERS = {
  articles,
  names,
  spellings,
  mentions,
  quotes,
  dates,
  words: keywords,
  copies,
  settings,
};

/** @typedef {keyof typeof MAKERS} SheetName */

export const SHEETS = /** @type {SheetName[]} */ (Object.keys(MAKERS));

/** @type {Record<SheetName, Key>} */
const TITLES = {
  articles: 'nav.articles',
  names: 'nav.names',
  spellings: 'column.spellings',
  mentions: 'sheet.mentions',
  quotes: 'nav.quotes',
  dates: 'kinds.date',
  words: 'tab.words',
  copies: 'nav.copies',
  settings: 'made.title',
};

/** What a sheet is called. @param {SheetName} name */
export function titleOfSheet(name) {
  return t(TITLES[name]);
}

/** @param {SheetName} name @param {Subject} subject @returns {Sheet} */
export function sheet(name, subject) {
  return { dates: [], ...MAKERS[name](subject) };
}

/** What tells an article in any sheet. @param {Document} document @returns {Cell[]} */
function article(document) {
  const [story] = document.stories;
  return [titleOf(document), story?.source ?? '', story?.published ?? '', document.name];
}

const ofArticle = () => [t('column.article'), t('column.source'), t('column.date'), t('column.file')];

/** @param {Subject} subject */
function articles({ report }) {
  return {
    heading: [
      t('column.title'),
      t('column.source'),
      t('column.date'),
      t('column.file'),
      t('column.author'),
      t('column.dateline'),
      t('column.section'),
      t('column.words'),
      t('column.names'),
      t('nav.quotes'),
      t('column.format'),
      t('encoding.title'),
    ],
    dates: [2],
    rows: report.documents.map((document) => {
      const [story] = document.stories;
      return [
        ...article(document),
        story?.author ?? '',
        story?.dateline ?? '',
        story?.section ?? '',
        document.words,
        new Set(document.mentions.map(({ entity }) => entity)).size,
        document.quotes.length,
        document.format,
        document.encoding,
      ];
    }),
  };
}

/** @param {Subject} subject */
function names({ report }) {
  return {
    heading: [
      t('column.name'),
      t('column.kind'),
      t('column.count'),
      t('column.articles'),
      t('column.spellings'),
    ],
    rows: report.entities.map(({ name, kind, count, documents, spellings }) => [
      name,
      say('kind', kind),
      count,
      documents.length,
      spellings.length,
    ]),
  };
}

/** @param {Subject} subject */
function spellings({ report }) {
  return {
    heading: [
      t('column.name'),
      t('column.kind'),
      t('column.spelling'),
      t('column.count'),
      t('column.reason'),
    ],
    rows: report.entities.flatMap(({ name, kind, spellings }) =>
      spellings.map(({ text, count, reason }) => [
        name,
        say('kind', kind),
        text,
        count,
        say('spelling', reason),
      ]),
    ),
  };
}

/** @param {Subject} subject */
function mentions({ report }) {
  const entities = namesById(report);
  return {
    heading: [
      t('column.name'),
      t('column.kind'),
      t('column.before'),
      t('column.hit'),
      t('column.after'),
      ...ofArticle(),
      t('column.start'),
      t('column.end'),
      t('column.sureness'),
      t('column.why'),
    ],
    dates: [7],
    rows: report.documents.flatMap((document) => {
      const of = article(document);
      return document.mentions.map(({ start, end, kind, entity, score, reason }) => {
        const { before, hit, after } = sentence({ document, start, end });
        return [
          entities.get(entity)?.name ?? hit,
          say('kind', kind),
          before,
          hit,
          after,
          ...of,
          start,
          end,
          score,
          say('why', reason),
        ];
      });
    }),
  };
}

/** @param {Subject} subject */
function quotes({ report }) {
  const entities = namesById(report);
  return {
    heading: [
      t('column.speaker'),
      t('column.verb'),
      t('column.quote'),
      t('column.form'),
      ...ofArticle(),
      t('column.start'),
      t('column.end'),
    ],
    dates: [6],
    rows: report.documents.flatMap((document) => {
      const of = article(document);
      return document.quotes.map((quote) => [
        (quote.speaker === null ? undefined : entities.get(quote.speaker)?.name) ??
          words(document, quote.speaker_phrase),
        words(document, quote.cue),
        words(document, quote),
        t(quote.direct ? 'quote.direct' : 'quote.reported'),
        ...of,
        quote.start,
        quote.end,
      ]);
    }),
  };
}

/** @param {Subject} subject */
function dates({ report }) {
  return {
    heading: [t('column.date.meant'), t('column.hit'), ...ofArticle(), t('column.start'), t('column.end')],
    dates: [0, 4],
    rows: report.documents.flatMap((document) => {
      const of = article(document);
      return document.dates.map((date) => [date.value, words(document, date), ...of, date.start, date.end]);
    }),
  };
}

/** @param {Subject} subject */
function keywords({ report }) {
  return {
    heading: [
      t('column.term'),
      t('column.forms'),
      t('column.count'),
      t('column.articles'),
      t('column.likelihood'),
    ],
    rows: report.keywords.map(({ term, forms, count, documents, score }) => [
      term,
      forms.join(' | '),
      count,
      documents,
      score,
    ]),
  };
}

/** @param {Subject} subject */
function copies({ report }) {
  const documents = new Map(report.documents.map((document) => [document.id, document]));
  return {
    heading: [
      t('column.group'),
      t('column.title'),
      t('column.source'),
      t('column.date'),
      t('column.file'),
      t('column.similarity'),
      t('copies.agency'),
      t('copies.earliest'),
    ],
    dates: [3],
    rows: report.duplicates.flatMap(({ stories, similarity, agency, earliest }, group) =>
      stories.flatMap(([id, index]) => {
        const document = documents.get(id);
        if (!document) return [];
        const story = document.stories[index];
        const isFirst = earliest.some(([other, at]) => other === id && at === index);
        return [
          [
            group + 1,
            titleOf(document, index),
            story?.source ?? '',
            story?.published ?? '',
            document.name,
            similarity,
            agency ?? '',
            isFirst ? t('copies.earliest') : '',
          ],
        ];
      }),
    ),
  };
}

/** What made the file. @param {Subject} subject */
function settings(subject) {
  const { program, created, articles, partial, settings } = provenance(subject);
  const { aliases = [], ...options } = settings;
  /** @type {Cell[][]} */
  const rows = [
    [t('made.program'), program],
    [t('made.created'), created],
    [t('column.articles'), articles],
    [t('made.articles'), t(partial ? 'made.some' : 'made.all')],
    ...Object.entries(options).map(([name, value]) => [name, value]),
    ...aliases.map((line) => [t('made.decision'), line.replaceAll('\t', ' · ')]),
  ];
  return { heading: [t('made.what'), t('made.value')], rows };
}
