/** What the views look up in a report again and again, gone through once. */

/**
 * @import { Report, Document, Entity, Keyword, Duplicate } from '../analyzer/protocol.d.ts'
 */

export class Lookup {
  #report;
  /** @type {Map<number, Document>} */
  documents;
  /** @type {Map<number, Entity>} */
  entities;
  /** @type {Map<number, { id: number, cluster: Duplicate }[]> | null} */
  #copies = null;
  /** @type {Map<string, Keyword> | null} */
  #keywords = null;
  /** @type {Map<number, number> | null} */
  #quotesOf = null;
  /** @type {Map<number, Map<number, number>>} */
  #names = new Map();

  /** @param {Report} report */
  constructor(report) {
    this.#report = report;
    this.documents = new Map(report.documents.map((document) => [document.id, document]));
    this.entities = new Map(report.entities.map((entity) => [entity.id, entity]));
  }

  get keywords() {
    this.#keywords ??= new Map(this.#report.keywords.map((keyword) => [keyword.term, keyword]));
    return this.#keywords;
  }

  /** Clusters of copies that a document is in, by its id. */
  get copies() {
    if (this.#copies) return this.#copies;
    this.#copies = new Map();
    for (const [id, cluster] of this.#report.duplicates.entries()) {
      for (const document of new Set(cluster.stories.map(([document]) => document)))
        this.#copies.set(document, [...(this.#copies.get(document) ?? []), { id, cluster }]);
    }
    return this.#copies;
  }

  /** How often each entity is quoted, by its id. */
  get quotesOf() {
    if (this.#quotesOf) return this.#quotesOf;
    this.#quotesOf = new Map();
    for (const { quotes } of this.#report.documents)
      for (const { speaker } of quotes)
        if (speaker !== null) this.#quotesOf.set(speaker, (this.#quotesOf.get(speaker) ?? 0) + 1);
    return this.#quotesOf;
  }

  /**
   * How often each entity is mentioned in a document: entity ids and counts.
   *
   * @param {Document} document
   */
  namesIn(document) {
    let names = this.#names.get(document.id);
    if (names === undefined) {
      names = new Map();
      for (const { entity } of document.mentions) names.set(entity, (names.get(entity) ?? 0) + 1);
      this.#names.set(document.id, names);
    }
    return names;
  }
}

/** Articles that are looked through to find an entity again. */
const TELLING = 50;

/**
 * The entity of a report that an entity of an earlier one has become: reports number them anew. Of those that its
 * mentions belong to now it is the one of its name, else the one that most belong to.
 *
 * @param {number} id in the earlier report
 * @param {Lookup} before
 * @param {Lookup} after
 * @returns {number | null} null where it is no more
 */
export function entityNow(id, before, after) {
  /** @type {Map<number, number>} */
  const votes = new Map();
  for (const number of before.entities.get(id)?.documents.slice(0, TELLING) ?? []) {
    const places = new Set();
    for (const { entity, start } of before.documents.get(number)?.mentions ?? [])
      if (entity === id) places.add(start);
    for (const { entity, start } of after.documents.get(number)?.mentions ?? [])
      if (places.has(start)) votes.set(entity, (votes.get(entity) ?? 0) + 1);
  }
  const found = [...votes].sort(([, a], [, b]) => b - a).map(([entity]) => entity);
  const name = before.entities.get(id)?.name;
  return found.find((entity) => after.entities.get(entity)?.name === name) ?? found[0] ?? null;
}

/**
 * What to call a document or one of its stories: its headline, else how its text begins, else the file's name.
 *
 * @param {Document} document
 * @param {number} [story] index in `document.stories`
 */
export function titleOf(document, story = 0) {
  const title = document.stories[story]?.title;
  if (title) return document.text.slice(title.start, title.end).trim();
  const first = document.blocks.find((block) => block.story === story && block.kind === 'body');
  const opening = first ? document.text.slice(first.start, Math.min(first.end, first.start + 90)).trim() : '';
  return opening || document.name;
}
