/** Ranked bars: how much there is of each, the greatest first; below zero they grow to the other side. */

import { scaleLinear } from 'd3-scale';
import { across, canvas, fitted, mark, s, text, widthOf } from './svg.js';

/**
 * @typedef {object} Bar
 * @property {string} name
 * @property {number} value
 * @property {string} said the value as it is written
 * @property {string} href
 */

const ROW = 25;
const THICK = 15;
const GAP = 8;

/**
 * @param {Bar[]} rows
 * @param {{ width: number, label: string }} options
 */
export function bars(rows, { width, label }) {
  const names = Math.min(Math.max(...rows.map(({ name }) => widthOf(name))) + GAP, width * 0.38);
  const said = Math.max(...rows.map((row) => widthOf(row.said))) + GAP;
  const values = rows.map(({ value }) => value);
  const low = Math.min(0, ...values);
  // The written values stand beyond both ends of the bars.
  const from = names + (low < 0 ? said : 0);
  const scale = scaleLinear([low, Math.max(0, ...values) || 1], [from, width - said]);
  const side = across(width);
  const drawn = rows.map((row, index) => {
    const y = index * ROW;
    const [start, end] = [scale(Math.min(row.value, 0)), scale(Math.max(row.value, 0))];
    const wide = Math.max(end - start, 1);
    const beyond = row.value < 0 ? start - GAP / 2 : end + GAP / 2;
    return mark(
      row.href,
      `${row.name}: ${row.said}`,
      { class: row.value < 0 ? 'bar-mark fewer' : 'bar-mark' },
      s('rect', { class: 'ground', x: 0, y, width, height: ROW, rx: 4 }),
      text(side.x(names - GAP), y + 17, fitted(row.name, names - GAP), side.end, { class: 'name' }),
      s('rect', {
        class: 'at',
        x: side.x(start, wide),
        y: y + (ROW - THICK) / 2,
        width: wide,
        height: THICK,
        rx: 2,
      }),
      text(side.x(beyond), y + 17, row.said, row.value < 0 ? side.end : side.begin, { class: 'said' }),
    );
  });
  const zero = side.x(scale(0));
  const height = rows.length * ROW;
  return canvas(
    'bars',
    width,
    height,
    label,
    s('line', { class: 'axis', x1: zero, x2: zero, y1: 0, y2: height }),
    ...drawn,
  );
}
