/** Lines over time, one for each name, told apart by colour and by the sign at their points. */

import {
  line,
  symbol,
  symbolCircle,
  symbolCross,
  symbolDiamond,
  symbolSquare,
  symbolStar,
  symbolTriangle,
} from 'd3-shape';
import { across, canvas, fitted, mark, s, text, widthOf } from './svg.js';
import { overTime } from './time.js';

/**
 * @typedef {object} Line
 * @property {string} name
 * @property {string} href
 * @property {{ period: string, value: number, href: string, title: string }[]} points of every period, in order
 */

/** As many lines can be told apart. */
export const MOST_LINES = 6;
const SIGNS = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar];
const HEIGHT = 230;
const LEGEND = 24;
const ASIDE = 11;

/**
 * @param {Line[]} lines with the same periods
 * @param {{ width: number, label: string }} options
 */
export function linesOverTime(lines, { width, label }) {
  const periods = lines[0]?.points.map(({ period }) => period) ?? [];
  const most = Math.max(...lines.flatMap(({ points }) => points.map(({ value }) => value)));
  const { elements: legend, rows } = legendOf(lines, width);
  const top = rows * LEGEND + 12;
  const height = HEIGHT + rows * LEGEND;
  const { y, middle, axes } = overTime(periods, most, { width, height, top });
  const drawn = lines.map(({ points }, index) => {
    // Along the ground nothing is drawn: there, lines would lie on one another.
    const above = (/** @type {number} */ at) => (points[at]?.value ?? 0) > 0;
    const path = line().defined((_, at) => above(at - 1) || above(at) || above(at + 1));
    /** @type {[number, number][]} */
    const places = points.map(({ period, value }) => [middle(period), y(value)]);
    const signs = points.flatMap(({ value, href, title }, at) => {
      const [x, y] = places[at] ?? [0, 0];
      return value === 0 ? [] : [mark(href, title, {}, sign(index, [x + dodge(lines, index, at), y]))];
    });
    return s('g', { class: `line-${index}` }, s('path', { class: 'line', d: path(places) }), ...signs);
  });
  return canvas('lines', width, height, label, ...axes, ...drawn, ...legend);
}

/** How far a sign moves aside, so that others at the same point are seen too. @param {Line[]} lines @param {number} index @param {number} at */
function dodge(lines, index, at) {
  const value = lines[index]?.points[at]?.value;
  const same = lines.flatMap(({ points }, other) => (points[at]?.value === value ? [other] : []));
  return (same.indexOf(index) - (same.length - 1) / 2) * ASIDE;
}

/** @param {number} index @param {[number, number]} place */
function sign(index, [x, y]) {
  const d = symbol(SIGNS[index % SIGNS.length], 64)();
  return s('path', { class: 'at sign', d, transform: `translate(${x} ${y})` });
}

/** What each line is, above them. @param {Line[]} lines @param {number} width */
function legendOf(lines, width) {
  const side = across(width);
  let [from, rows] = [0, 1];
  const elements = lines.map(({ name, href }, index) => {
    const words = fitted(name, width - 40);
    const wide = widthOf(words) + 40;
    if (from > 0 && from + wide > width) [from, rows] = [0, rows + 1];
    const y = rows * LEGEND - 12;
    const element = mark(
      href,
      name,
      { class: `legend-mark line-${index}` },
      sign(index, [side.x(from + 8), y]),
      text(side.x(from + 20), y + 5, words, side.begin, { class: 'name' }),
    );
    from += wide;
    return element;
  });
  return { elements, rows };
}
