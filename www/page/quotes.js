/** Who said what: the quotes of all articles, in their own words and as they were reported. */

import { bdi, fill, h } from './dom.js';
import { saveCsv } from './download.js';
import { compare, language, number, t } from './language.js';
import { titleOf } from './lookup.js';
import { go, href } from './route.js';
import { csvButton, Table } from './table.js';

/**
 * @import { Document, Quote, Range } from '../analyzer/protocol.d.ts'
 * @import { Lookup } from './lookup.js'
 * @import { Session } from './session.js'
 * @import { ViewMaker } from './view.d.ts'
 */

/** A row of the table: what it says is taken out of the text when it is asked for, since of ten thousand quotes few are seen at once. */
class Row {
  #lookup;

  /** @param {Document} document @param {Quote} quote @param {Lookup} lookup */
  constructor(document, quote, lookup) {
    this.document = document;
    this.quote = quote;
    this.#lookup = lookup;
  }

  /** A name, or the text's own words for who it is, or '' where it does not say. */
  get speaker() {
    const { speaker, speaker_phrase } = this.quote;
    const name = speaker === null ? undefined : this.#lookup.entities.get(speaker)?.name;
    return name ?? this.#textOf(speaker_phrase);
  }

  get verb() {
    return this.#textOf(this.quote.cue);
  }

  get words() {
    return this.#textOf(this.quote);
  }

  /** @param {Range | null} range */
  #textOf(range) {
    return range ? this.document.text.slice(range.start, range.end).replace(/\s+/g, ' ').trim() : '';
  }
}

/** @type {ViewMaker} */
export function quotesView(session) {
  const speakers = h('select', {
    class: 'speakers',
    'aria-label': t('column.speaker'),
    'data-testid': 'speakers',
    onchange: () => go(href('quotes', null, { speaker: speakers.value || null })),
  });
  const table = new Table({
    label: t('nav.quotes'),
    searchLabel: t('quotes.filter'),
    sorted: 'article',
    keyOf: ({ document, quote }) => `${document.id}-${quote.start}-${quote.end}`,
    textOf: ({ document, speaker, words }) => `${speaker} ${words} ${titleOf(document)}`,
    props: ({ quote, speaker, verb }) => ({
      'data-testid': 'quote',
      'data-speaker': speaker,
      'data-verb': verb,
      'data-direct': String(quote.direct),
    }),
    columns: columns(),
    tools: [speakers, csvButton(() => save(table.shown))],
  });
  /** @type {Document[] | null} */
  let shown = null;
  let by = '';
  return {
    element: h(
      'div',
      { class: 'view quotes' },
      h('h1', { tabindex: -1, class: 'unseen' }, t('nav.quotes')),
      table.element,
    ),
    title: () => t('nav.quotes'),
    show({ query }) {
      const { report, lookup } = session;
      const speaker = query.get('speaker') ?? '';
      const accept = (/** @type {Row} */ { quote }) => speaker === '' || String(quote.speaker) === speaker;
      if (shown !== report.documents) {
        shown = report.documents;
        fill(speakers, ...speakerOptions(session));
        const rows = shown.flatMap((document) =>
          document.quotes.map((quote) => new Row(document, quote, lookup)),
        );
        table.set(rows, accept);
      } else if (by !== speaker) table.filter(accept);
      by = speakers.value = speaker;
    },
  };
}

/** @param {Session} session those who are quoted, the most quoted first */
function speakerOptions({ lookup }) {
  const quoted = [...lookup.quotesOf].sort(([, a], [, b]) => b - a);
  return [
    h('option', { value: '' }, t('quotes.all')),
    ...quoted.map(([id, count]) =>
      h('option', { value: id }, `${lookup.entities.get(id)?.name ?? ''} · ${number(count)}`),
    ),
  ];
}

/** @returns {import('./table.js').Column<Row>[]} */
function columns() {
  return [
    {
      key: 'quote',
      label: t('column.quote'),
      main: true,
      order: (a, b) => compare(a.words, b.words),
      cell: ({ document, quote, speaker, verb, words }) => [
        h(
          'a',
          { href: href('articles', document.id, { quote: 1, at: quote.start }), lang: 'ar', dir: 'auto' },
          quote.direct ? `«${words}»` : words,
        ),
        h('span', { class: 'byline' }, bdi(verb), bdi(speaker || t('quote.unknown'))),
      ],
    },
    {
      key: 'speaker',
      label: t('column.speaker'),
      from: 'medium',
      order: (a, b) => compare(a.speaker, b.speaker),
      cell: ({ quote, speaker }) => {
        if (speaker === '') return h('span', { class: 'unknown' }, t('quote.unknown'));
        if (quote.speaker === null) return h('bdi', { lang: 'ar' }, speaker);
        return h('a', { href: href('names', quote.speaker), lang: 'ar' }, bdi(speaker));
      },
    },
    {
      key: 'verb',
      label: t('column.verb'),
      from: 'medium',
      order: (a, b) => compare(a.verb, b.verb),
      cell: ({ verb }) => h('bdi', { lang: 'ar' }, verb),
    },
    {
      key: 'form',
      label: t('column.form'),
      from: 'medium',
      order: (a, b) => Number(b.quote.direct) - Number(a.quote.direct),
      cell: ({ quote }) => t(quote.direct ? 'quote.direct' : 'quote.reported'),
    },
    {
      key: 'article',
      label: t('column.article'),
      from: 'wide',
      order: (a, b) => a.document.id - b.document.id || a.quote.start - b.quote.start,
      cell: ({ document }) =>
        h('a', { href: href('articles', document.id), lang: 'ar', dir: 'auto' }, titleOf(document)),
    },
  ];
}

/** @param {Row[]} rows */
function save(rows) {
  const heading = [
    t('column.speaker'),
    t('column.verb'),
    t('column.quote'),
    t('column.form'),
    t('column.article'),
    t('column.source'),
    t('column.date'),
    t('column.file'),
  ];
  saveCsv(
    `quotes-${language()}`,
    heading,
    rows.map(({ document, quote, speaker, verb, words }) => [
      speaker,
      verb,
      words,
      t(quote.direct ? 'quote.direct' : 'quote.reported'),
      titleOf(document),
      document.stories[0]?.source ?? '',
      document.stories[0]?.published ?? '',
      document.name,
    ]),
  );
}
