/** What pictures over time share: a row of periods in the page's reading direction, and a scale of numbers beside them. */

import { scaleBand, scaleLinear } from 'd3-scale';
import { date, number } from '../page/language.js';
import { across, s, text, widthOf } from './svg.js';

const [TOP, BOTTOM, EDGE] = [10, 26, 8];

/**
 * @param {string[]} periods
 * @param {number} most the greatest number
 * @param {{ width: number, height: number, top?: number }} room
 */
export function overTime(periods, most, { width, height, top = TOP }) {
  const y = scaleLinear([0, Math.max(most, 1)], [height - BOTTOM, top]).nice(4);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const margin = Math.max(...ticks.map((tick) => widthOf(number(tick), 12))) + 10;
  const band = scaleBand(periods, [margin, width - EDGE]).padding(0.15);
  const side = across(width);
  const middle = (/** @type {string} */ period) => side.x((band(period) ?? 0) + band.bandwidth() / 2);
  const grid = ticks.flatMap((tick) => [
    s('line', {
      class: tick === 0 ? 'axis' : 'grid',
      x1: side.x(margin),
      x2: side.x(width - EDGE),
      y1: y(tick),
      y2: y(tick),
    }),
    text(side.x(margin - 6), y(tick) + 4, number(tick), side.end, { class: 'tick' }),
  ]);
  return {
    y,
    /** The left edge of a period's share of the width. @param {string} period */
    left: (period) => side.x(band(period) ?? 0, band.bandwidth()),
    wide: band.bandwidth(),
    middle,
    axes: [...grid, ...names(periods, middle, width, height)],
  };
}

/** The names of as many periods as there is room for. @param {string[]} periods @param {(period: string) => number} middle @param {number} width @param {number} height */
function names(periods, middle, width, height) {
  let taken = -Infinity;
  const inOrder = [...periods].sort((a, b) => middle(a) - middle(b));
  return inOrder.flatMap((period) => {
    const words = date(period);
    const half = widthOf(words, 12) / 2;
    // Those at the ends are moved in, so that no letter is lost.
    const x = Math.min(Math.max(middle(period), half), width - half);
    if (x - half < taken) return [];
    taken = x + half + 14;
    return [text(x, height - 8, words, 'middle', { class: 'tick' })];
  });
}
