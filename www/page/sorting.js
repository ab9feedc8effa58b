/** Sorting of long lists, a little at a time: ten thousand titles take a tenth of a second to compare as a reader of Arabic would. */

import { Slices } from '../analyzer/slices.js';

/** Milliseconds of work at a time. */
const SLICE = 8;
/** Items sorted at once, a millisecond's or two. */
const RUN = 256;

/**
 * The items in order, those that are equal as they stood (merge sort). Between slices of the work the page answers.
 *
 * @template T
 * @param {T[]} items
 * @param {(a: T, b: T) => number} compare
 * @returns {Promise<T[]>}
 */
export async function sorted(items, compare) {
  const slices = new Slices(SLICE);
  /** @type {T[][]} */
  let runs = [];
  for (let from = 0; from < items.length; from += RUN) {
    runs.push(items.slice(from, from + RUN).sort(compare));
    if (slices.over) await slices.rest();
  }
  while (runs.length > 1) {
    /** @type {T[][]} */
    const merged = [];
    for (let pair = 0; pair < runs.length; pair += 2)
      merged.push(await merge(runs[pair] ?? [], runs[pair + 1] ?? [], compare, slices));
    runs = merged;
  }
  return runs[0] ?? [];
}

/**
 * @template T
 * @param {T[]} a
 * @param {T[]} b whose items come after those of `a` that equal them
 * @param {(a: T, b: T) => number} compare
 * @param {Slices} slices
 */
async function merge(a, b, compare, slices) {
  const all = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (compare(/** @type {T} */ (a[i]), /** @type {T} */ (b[j])) <= 0) all.push(a[i++]);
    else all.push(b[j++]);
    if (all.length % RUN === 0 && slices.over) await slices.rest();
  }
  return /** @type {T[]} */ ([...all, ...a.slice(i), ...b.slice(j)]);
}
