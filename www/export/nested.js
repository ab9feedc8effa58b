/** Ranges of a text as elements in one another, which is how XML and HTML have them. */

import { join } from './markup.js';

/**
 * @import { Markup } from './markup.js'
 * @import { Range } from '../analyzer/protocol.d.ts'
 * @typedef {Range & { wrap: (inside: Markup) => Markup }} Wrapped a range, and what makes an element of what is in it
 */

/**
 * A part of a text with its ranges marked. Where two cross, the one that begins later is cut in two at the end of the other: an element
 * cannot lie half in another one.
 *
 * @param {string} text
 * @param {Range} part
 * @param {Wrapped[]} ranges offsets into `text`, as those of `part`
 * @returns {Markup}
 */
export function nested(text, part, ranges) {
  const waiting = ranges
    .map((range) => clipped(range, part))
    .filter(({ start, end }) => start < end)
    .sort(inOrder);
  return fill(part.start, part.end);

  /** @param {number} from @param {number} to @returns {Markup} */
  function fill(from, to) {
    const parts = [];
    let at = from;
    for (let next = waiting[0]; next !== undefined && next.start < to; next = waiting[0]) {
      waiting.shift();
      if (next.end > to) {
        waiting.push({ ...next, start: to });
        waiting.sort(inOrder);
      }
      const { start, end } = clipped(next, { start: from, end: to });
      parts.push(text.slice(at, start), next.wrap(fill(start, end)));
      at = end;
    }
    return join([...parts, text.slice(at, to)]);
  }
}

/** @param {Wrapped} range @param {Range} part */
function clipped({ start, end, wrap }, part) {
  return { start: Math.max(start, part.start), end: Math.min(end, part.end), wrap };
}

/** What begins first comes first, and the longer around the shorter. @param {Range} a @param {Range} b */
function inOrder(a, b) {
  return a.start - b.start || b.end - a.end;
}
