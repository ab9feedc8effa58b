/** A part of a report: what it says of some of its articles. */

/**
 * @import { Entity, Keyness, Keyword, Report, Answers } from '../analyzer/protocol.d.ts'
 */

/**
 * The report on some of the documents, names counted in them alone. Links between spellings stay as all articles together made them.
 *
 * @param {Report} report
 * @param {Iterable<number>} ids of documents
 * @param {Keyword[]} keywords of these documents, see `keywordsOf`
 * @returns {Report}
 */
export function partOfReport(report, ids, keywords) {
  const wanted = new Set(ids);
  const documents = report.documents.filter(({ id }) => wanted.has(id));
  const entities = countAgain(report.entities, documents);
  const known = new Set(entities.map(({ id }) => id));
  return {
    ...report,
    documents,
    entities,
    offers: report.offers.filter(({ entities: [a, b] }) => known.has(a) && known.has(b)),
    keywords,
    duplicates: report.duplicates.flatMap((cluster) => {
      const inside = (/** @type {[number, number][]} */ stories) => stories.filter(([id]) => wanted.has(id));
      const stories = inside(cluster.stories);
      return stories.length > 1 ? [{ ...cluster, stories, earliest: inside(cluster.earliest) }] : [];
    }),
  };
}

/** @param {Entity[]} entities @param {Report['documents']} documents */
function countAgain(entities, documents) {
  /** @type {Map<number, { spellings: Map<string, number>, documents: number[] }>} */
  const found = new Map();
  for (const { id, text, mentions } of documents) {
    for (const { entity, start, end } of mentions) {
      /** @type {{ spellings: Map<string, number>, documents: number[] }} */
      const of = found.get(entity) ?? { spellings: new Map(), documents: [] };
      const spelling = text.slice(start, end).replace(/\s+/g, ' ');
      of.spellings.set(spelling, (of.spellings.get(spelling) ?? 0) + 1);
      if (of.documents.at(-1) !== id) of.documents.push(id);
      found.set(entity, of);
    }
  }
  return entities
    .flatMap((entity) => {
      const here = found.get(entity.id);
      if (here === undefined) return [];
      const reasons = new Map(entity.spellings.map(({ text, reason }) => [text, reason]));
      const spellings = [...here.spellings]
        .map(([text, count]) => ({ text, count, reason: reasons.get(text) ?? '' }))
        .sort((a, b) => b.count - a.count);
      const count = spellings.reduce((sum, spelling) => sum + spelling.count, 0);
      return [{ ...entity, spellings, count, documents: here.documents }];
    })
    .sort((a, b) => b.count - a.count);
}

/**
 * The key words of some documents: those that they have more of than general Arabic news has.
 *
 * @param {Keyness[]} keyness of the documents against the background
 * @param {Answers['words']} words of the documents
 * @param {Keyword[]} all those of the whole report, which know the forms
 * @param {number} [most]
 * @returns {Keyword[]}
 */
export function keywordsOf(keyness, words, all, most = 500) {
  const uses = new Map(words.map((word) => [word.term, word]));
  const forms = new Map(all.map((keyword) => [keyword.term, keyword.forms]));
  return keyness
    .filter(({ term, log_ratio }) => log_ratio > 0 && uses.get(term)?.content)
    .slice(0, most)
    .map(({ term, count, log_likelihood }) => ({
      term,
      forms: forms.get(term) ?? [term],
      count,
      documents: uses.get(term)?.documents ?? 0,
      score: log_likelihood,
    }));
}
