/** A dispersion plot: a strip for each article, from its beginning to its end, with a stroke at each place of a word. */

import { across, canvas, fitted, mark, s, text, widthOf } from './svg.js';

/**
 * @typedef {object} Strip
 * @property {string} name of the article
 * @property {string} said how many places
 * @property {{ at: number, href: string, title: string }[]} places `at` from 0, the beginning, to 1
 */

const ROW = 28;
const THICK = 18;
const GAP = 8;

/**
 * @param {Strip[]} strips
 * @param {{ width: number, label: string }} options
 */
export function dispersion(strips, { width, label }) {
  const names = Math.min(Math.max(...strips.map(({ name }) => widthOf(name))) + GAP, width * 0.42);
  const said = Math.max(...strips.map((strip) => widthOf(strip.said))) + GAP;
  const long = width - names - said;
  const side = across(width);
  const drawn = strips.map(({ name, said, places }, index) => {
    const y = index * ROW;
    const top = y + (ROW - THICK) / 2;
    return s(
      'g',
      {},
      text(side.x(names - GAP), y + 19, fitted(name, names - GAP), side.end, { class: 'name' }),
      s('rect', { class: 'strip', x: side.x(names, long), y: top, width: long, height: THICK, rx: 2 }),
      ...places.map(({ at, href, title }) =>
        mark(
          href,
          title,
          { class: 'place-mark' },
          s('rect', { class: 'at', x: side.x(names + at * (long - 2), 2), y: top, width: 2, height: THICK }),
        ),
      ),
      text(side.x(width), y + 19, said, side.end === 'left' ? 'left' : 'right', { class: 'said' }),
    );
  });
  return canvas('strips', width, strips.length * ROW, label, ...drawn);
}
