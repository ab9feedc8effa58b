/** The report as JSON: whole, or an article a line (JSON Lines). */

import { titleOf } from '../page/lookup.js';
import { isRead } from '../page/places.js';
import { namesById } from './subject.js';

/**
 * @import { Subject } from './subject.js'
 */

/** The analysis just as the core gave it; its own fields say what made it. @param {Subject} subject */
export function json({ report }) {
  return [`${JSON.stringify(report, null, 1)}\n`];
}

/**
 * Each line stands for itself: an article as the report has it, its title and its body, the names of those mentioned and quoted in place
 * of numbers alone, and what made it.
 *
 * @param {Subject} subject
 */
export function jsonLines({ report, created }) {
  const entities = namesById(report);
  const nameOf = (/** @type {number | null} */ id) => (id === null ? null : (entities.get(id)?.name ?? null));
  return report.documents.map((document) => {
    const body = document.blocks
      .filter((block) => isRead(block) && block.kind !== 'title')
      .map(({ start, end }) => document.text.slice(start, end).trim());
    const line = {
      warraq: report.warraq,
      settings: report.settings,
      created,
      ...document,
      title: titleOf(document),
      body: body.join('\n'),
      mentions: document.mentions.map((mention) => ({ ...mention, name: nameOf(mention.entity) })),
      quotes: document.quotes.map((quote) => ({ ...quote, name: nameOf(quote.speaker) })),
    };
    return `${JSON.stringify(line)}\n`;
  });
}
