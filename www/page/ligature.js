/** Where a mark over a part of a text may begin so that the letters under it are still drawn whole. */

/** @typedef {{ start: number, end: number }} Range offsets into a text, in UTF-16 units */

// A lam and the alef after it are drawn as one shape; half of it marked, most fonts lose the other half.
const LAM_ALEF = /^\u0644\p{M}*[\u0622\u0623\u0625\u0627\u0671]/u;

/**
 * A range without half a lam-alef at its beginning: of «لأوكرانيا», where the name begins at the alef, the lam is marked too.
 *
 * @param {string} text
 * @param {Range} range
 * @returns {Range}
 */
export function wholeLetters(text, { start, end }) {
  const lam = text.slice(Math.max(start - 3, 0), start).search(/\u0644\p{M}*$/u);
  const from = lam < 0 ? start : Math.max(start - 3, 0) + lam;
  return { start: LAM_ALEF.test(text.slice(from, start + 1)) ? from : start, end };
}
