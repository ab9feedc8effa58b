/**
 * What is written to a file: a report, and what made it. Every format says so with the same fields.
 */

/**
 * @import { ArticleToken, Document, Range, Report } from '../analyzer/protocol.d.ts'
 * @typedef {object} Subject
 * @property {Report} report
 * @property {string} created when it is written, ISO 8601
 * @property {boolean} partial whether it is on some of the articles that are open
 * @property {(document: number) => Promise<ArticleToken[]>} tokens the words and marks of a document's article
 */

/** The page of the program, for formats that name one: it is known by its name alone. */
export const PROGRAM = 'Warraq';

/** What made it. @param {Subject} subject */
export function provenance({ report, created, partial }) {
  const { warraq, settings, documents } = report;
  return { program: `${PROGRAM} ${warraq}`, created, articles: documents.length, partial, settings };
}

/**
 * The words at a place, on one line.
 *
 * @param {Document} document
 * @param {Range | null} range
 */
export function words({ text }, range) {
  return range === null ? '' : text.slice(range.start, range.end).replace(/\s+/g, ' ').trim();
}

/** Names by their ids. @param {Report} report */
export function namesById(report) {
  return new Map(report.entities.map((entity) => [entity.id, entity]));
}
