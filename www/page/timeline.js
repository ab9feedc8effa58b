/** A picture of numbers over time: a bar for each period, in the page's reading direction. The table beside it has the same numbers. */

import { date, language, number } from './language.js';
import { s } from './svg.js';

/**
 * @typedef {object} Bar
 * @property {string} period "2024-04-09", "2024-04" or "2024"
 * @property {number} whole all articles
 * @property {number} part those of them that are looked for; as many where nothing is
 */

const WIDTH = 900;
const HEIGHT = 220;
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 12, 12, 28];

/**
 * @param {Bar[]} bars in order, with none missing
 * @param {string} label what the picture shows, for those who cannot see it
 * @returns {SVGElement}
 */
export function timeline(bars, label) {
  const most = Math.max(1, ...bars.map(({ whole }) => whole));
  const width = (WIDTH - LEFT - RIGHT) / Math.max(bars.length, 1);
  const tall = HEIGHT - TOP - BOTTOM;
  const turned = language() === 'ar';
  /** @param {number} x @param {number} [wide] */
  const place = (x, wide = 0) => (turned ? WIDTH - x - wide : x);
  const drawn = bars.flatMap(({ period, whole, part }, index) => {
    const [x, wide] = [LEFT + index * width + width * 0.1, width * 0.8];
    const box = (/** @type {number} */ value, /** @type {string} */ name) =>
      s('rect', {
        class: name,
        x: place(x, wide),
        y: TOP + tall * (1 - value / most),
        width: wide,
        height: (tall * value) / most,
      });
    const title = s('title', {}, `${date(period)}: ${number(part)} / ${number(whole)}`);
    return [s('g', {}, title, box(whole, 'whole'), box(part, 'part'))];
  });
  const every = Math.ceil(bars.length / 8);
  const names = bars.flatMap(({ period }, index) =>
    index % every === 0
      ? [text(place(LEFT + (index + 0.5) * width), HEIGHT - 8, 'middle', date(period))]
      : [],
  );
  const [low, high] = [TOP + tall, TOP];
  return s(
    'svg',
    { class: 'timeline', viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: 'img', 'aria-label': label },
    s('line', { class: 'axis', x1: place(LEFT), x2: place(WIDTH - RIGHT), y1: low, y2: low }),
    text(place(LEFT - 6), high + 10, 'end', number(most)),
    text(place(LEFT - 6), low, 'end', number(0)),
    ...drawn,
    ...names,
  );
}

/** @param {number} x @param {number} y @param {string} anchor @param {string} words */
function text(x, y, anchor, words) {
  return s('text', { x, y, 'text-anchor': anchor }, words);
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
