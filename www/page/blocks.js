/**
 * What a person decides about the blocks of an article: which belong to it. It holds for the articles that are open, and so it
 * is not in a file of decisions.
 */

/**
 * @import { Document } from '../analyzer/protocol.d.ts'
 * @import { Decision } from './rules.js'
 * @typedef {{ document: number, block: number, inside: boolean, words: string }} BlockDecision `words` are how the block begins
 */

/** As many letters of a block tell which one it is. */
const TELLING = 60;

/**
 * A block belongs to the article, or does not.
 *
 * @param {Document} document
 * @param {number} block index in `document.blocks`
 * @param {boolean} inside
 * @returns {BlockDecision}
 */
export function decideBlock(document, block, inside) {
  const { start = 0, end = 0 } = document.blocks[block] ?? {};
  const words = document.text.slice(start, Math.min(end, start + TELLING)).replace(/\s+/g, ' ');
  const cut = end - start > TELLING;
  return { document: document.id, block, inside, words: cut ? `${words.replace(/\S*$/, '')}…` : words };
}

/**
 * What differs between the decisions in force and those that shall be: of several about one block the last holds.
 *
 * @param {readonly Decision[]} before
 * @param {readonly Decision[]} now
 * @returns {{ document: number, block: number, inside: boolean | null }[]} null for what is left to the program again
 */
export function blocksChanged(before, now) {
  const [had, has] = [inForce(before), inForce(now)];
  return [...new Map([...had, ...has])].flatMap(([key, { document, block }]) => {
    const inside = has.get(key)?.inside ?? null;
    return inside === (had.get(key)?.inside ?? null) ? [] : [{ document, block, inside }];
  });
}

/** @param {readonly Decision[]} decisions */
function inForce(decisions) {
  return new Map(
    decisions.flatMap((decision) =>
      'inside' in decision ? [[`${decision.document} ${decision.block}`, decision]] : [],
    ),
  );
}
