/**
 * Where a name or a word stands: places in texts, found as far as someone looks. A list of 10,000 articles is not gone
 * through to show the first fifty sentences.
 */

/**
 * @import { Report, Document, Entity, Keyword, Range } from '../analyzer/protocol.d.ts'
 * @typedef {{ document: Document, start: number, end: number }} Place offsets into the document's text, in UTF-16 units
 */

export class Places {
  /** @type {Place[]} */
  #found = [];
  /** @type {Iterator<Place>} */
  #source;
  #ended = false;

  /**
   * @param {Iterable<Place>} source in the order of the articles
   * @param {number} total how many there are, as the report counts them
   */
  constructor(source, total) {
    this.#source = source[Symbol.iterator]();
    this.total = total;
  }

  /**
   * @param {number} index from 0
   * @returns {Place | undefined}
   */
  at(index) {
    while (!this.#ended && this.#found.length <= index) {
      const { done, value } = this.#source.next();
      if (done) this.#ended = true;
      else this.#found.push(value);
    }
    return this.#found[index];
  }

  /**
   * The index of the first place in a document at or after an offset, or -1.
   *
   * @param {number} document its id
   * @param {number} [start]
   */
  indexOf(document, start = 0) {
    for (let index = 0; ; index++) {
      const place = this.at(index);
      if (place === undefined) return -1;
      if (place.document.id === document && place.start >= start) return index;
    }
  }
}

/** What was found stays for as long as the report that it was found in. @type {WeakMap<object, Places>} */
const known = new WeakMap();

/**
 * @param {Entity | Keyword | Report} sought
 * @param {number} total
 * @param {() => Iterable<Place>} find
 */
function placesOf(sought, total, find) {
  const places = known.get(sought) ?? new Places(find(), total);
  known.set(sought, places);
  return places;
}

/**
 * @param {Report} report
 * @param {Entity} entity
 */
export function placesOfEntity(report, entity) {
  return placesOf(entity, entity.count, mentions);

  function* mentions() {
    const inDocuments = new Set(entity.documents);
    for (const document of report.documents) {
      if (!inDocuments.has(document.id)) continue;
      for (const { entity: id, start, end } of document.mentions) {
        if (id === entity.id) yield { document, start, end };
      }
    }
  }
}

/**
 * @param {Report} report
 * @param {Keyword} keyword
 */
export function placesOfKeyword(report, keyword) {
  return placesOf(keyword, keyword.count, hits);

  function* hits() {
    for (const document of report.documents) {
      for (const range of rangesOfKeyword(document, keyword)) yield { document, ...range };
    }
  }
}

/** The dates that texts name in a day, month or year. @param {Report} report @param {string} value as ISO 8601 has it */
export function placesOfDate(report, value) {
  const found = (/** @type {Document} */ { dates }) => dates.filter((date) => date.value.startsWith(value));
  const total = report.documents.reduce((sum, document) => sum + found(document).length, 0);
  return new Places(places(), total);

  function* places() {
    for (const document of report.documents)
      for (const { start, end } of found(document)) yield { document, start, end };
  }
}

/** The quotes of all articles. @param {Report} report */
export function placesOfQuotes(report) {
  const total = report.documents.reduce((sum, { quotes }) => sum + quotes.length, 0);
  return placesOf(report, total, function* () {
    for (const document of report.documents) {
      for (const { start, end } of document.quotes) yield { document, start, end };
    }
  });
}

/**
 * The places of a keyword's forms in what was read of a document. The report does not hold them: a form is the text as
 * it stands there, and it counts where no letter, mark or digit touches it.
 *
 * @param {Document} document
 * @param {Keyword} keyword
 * @returns {Range[]}
 */
export function rangesOfKeyword(document, keyword) {
  const forms = [...new Set([keyword.term, ...keyword.forms])]
    .sort((a, b) => b.length - a.length)
    .map(escape);
  const pattern = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{M}\\p{N}])`, 'gu');
  return document.blocks.filter(isRead).flatMap(({ start, end }) =>
    [...document.text.slice(start, end).matchAll(pattern)].map((hit) => ({
      start: start + hit.index,
      end: start + hit.index + hit[0].length,
    })),
  );
}

/** Whether a block belongs to the article, and not to what the portal put around it. @param {{ kind: string }} block */
export function isRead({ kind }) {
  return kind === 'title' || kind === 'body' || kind === 'heading';
}

/**
 * The sentence around a place, in three parts, cut at words where it is long.
 *
 * @param {Place} place
 * @param {number} [reach] UTF-16 units to either side at most
 * @returns {{ before: string, hit: string, after: string }}
 */
export function sentence({ document, start, end }, reach = 140) {
  const { text, blocks } = document;
  const block = blocks.find((candidate) => candidate.start <= start && end <= candidate.end) ?? {
    start,
    end,
  };
  const before =
    text
      .slice(block.start, start)
      .split(/[.!?؟؛]\s/)
      .at(-1) ?? '';
  const after = text.slice(end, block.end).match(/^.*?(?:[.!?؟؛](?=\s)|$)/s)?.[0] ?? '';
  return {
    before: before.length > reach ? `… ${before.slice(-reach).replace(/^\S*\s/, '')}` : before.trimStart(),
    hit: text.slice(start, end),
    after: after.length > reach ? `${after.slice(0, reach).replace(/\s\S*$/, '')} …` : after.trimEnd(),
  };
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}
