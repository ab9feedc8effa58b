/** Days, months and years as ISO 8601 writes them: "2024-04-09", "2024-04", "2024". */

/** The lengths of a period, and how many characters of a date each has. */
export const PERIODS = /** @type {const} */ (['day', 'month', 'year']);
/** @typedef {typeof PERIODS[number]} Period */

const LENGTHS = { day: 10, month: 7, year: 4 };

/**
 * The period that a date is in; null for one that is not known so far.
 *
 * @param {string | null | undefined} iso
 * @param {Period} by
 * @example periodOf('2024-04-09', 'month')  // "2024-04"
 */
export function periodOf(iso, by) {
  const known = iso && /^\d{4}(?:-\d{2}){0,2}/.exec(iso)?.[0];
  return known && known.length >= LENGTHS[by] ? known.slice(0, LENGTHS[by]) : null;
}

/**
 * The periods from the first to the last, those between that have nothing too; where they are too many to be drawn, only those given.
 *
 * @param {string[]} periods in order
 * @param {number} [most]
 */
export function filled(periods, most = 400) {
  const [first, last] = [periods[0], periods.at(-1)];
  if (first === undefined || last === undefined) return [];
  const all = [first];
  while (all.length <= most && (all.at(-1) ?? last) < last) all.push(next(all.at(-1) ?? last));
  return all.length > most ? periods : all;
}

/** The period after one of the same length. @param {string} period */
function next(period) {
  const [year = 0, month = 1, day = 1] = period.split('-').map(Number);
  const parts = period.split('-').length;
  const time = new Date(
    Date.UTC(year + (parts === 1 ? 1 : 0), month - 1 + (parts === 2 ? 1 : 0), day + (parts === 3 ? 1 : 0)),
  );
  return time.toISOString().slice(0, period.length);
}
