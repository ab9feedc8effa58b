/** Columns over time: how many there are of each period, and, darker, how many of them have what is looked for. */

import { canvas, mark, s } from './svg.js';
import { overTime } from './time.js';

/**
 * @typedef {object} Column
 * @property {string} period "2024-04-09", "2024-04" or "2024"
 * @property {number} whole
 * @property {number} part those of them that are looked for; as many where nothing is
 * @property {string} href
 * @property {string} title
 */

const HEIGHT = 220;
/** A column is no wider than this, lest a single one fill the picture. */
const WIDEST = 72;

/**
 * @param {Column[]} columns in order, with none missing
 * @param {{ width: number, label: string }} options
 */
export function columnsOverTime(columns, { width, label }) {
  const periods = columns.map(({ period }) => period);
  const most = Math.max(...columns.map(({ whole }) => whole));
  const { y, left, wide: place, axes } = overTime(periods, most, { width, height: HEIGHT });
  const wide = Math.min(place, WIDEST);
  const drawn = columns.flatMap(({ period, whole, part, href, title }) => {
    if (whole === 0) return [];
    const box = (/** @type {number} */ value, /** @type {string} */ name) =>
      s('rect', {
        class: name,
        x: left(period) + (place - wide) / 2,
        y: y(value),
        width: wide,
        height: y(0) - y(value),
      });
    return [mark(href, title, { class: 'column-mark' }, box(whole, 'whole at'), box(part, 'part'))];
  });
  return canvas('timeline', width, HEIGHT, label, ...axes, ...drawn);
}
