/** A matrix: how often each of the rows goes with each of the columns, the more the darker. */

import { across, canvas, fitted, mark, s, text, widthOf } from './svg.js';

/**
 * @typedef {object} Cell
 * @property {number} value
 * @property {string} said
 * @property {string} href
 * @property {string} title
 *
 * @typedef {object} Matrix
 * @property {{ name: string, href: string }[]} rows
 * @property {{ name: string, href: string }[]} columns
 * @property {Cell[][]} cells by row and column
 */

const ROW = 28;
const [NARROW, WIDE] = [34, 92];
const GAP = 8;
/** Names of columns run at 45 degrees: so much of their length is height. */
const SLOPE = Math.SQRT1_2;

/**
 * @param {Matrix} matrix
 * @param {{ width: number, label: string }} options the picture is wider where the columns need it
 */
export function matrixPicture({ rows, columns, cells }, { width, label }) {
  const names = Math.min(Math.max(...rows.map(({ name }) => widthOf(name))) + 2 * GAP, 190, width * 0.4);
  const longest = Math.min(Math.max(...columns.map(({ name }) => widthOf(name))), 150);
  const head = longest * SLOPE + 16;
  // The last column's name leans out beyond its cell.
  const cell = Math.min(Math.max((width - names - head) / columns.length, NARROW), WIDE);
  const whole = Math.max(names + columns.length * cell + head, width);
  const side = across(whole);
  const most = Math.max(1, ...cells.flat().map(({ value }) => value));
  const headings = columns.map(({ name, href }, index) => {
    const x = side.x(names + (index + 0.5) * cell);
    const turn = side.begin === 'left' ? -45 : 45;
    const transform = `rotate(${turn} ${x} ${head - 8})`;
    return mark(
      href,
      name,
      {},
      text(x, head - 8, fitted(name, longest), side.begin, { class: 'name at', transform }),
    );
  });
  const drawn = rows.map(({ name, href }, row) => {
    const y = head + row * ROW;
    return s(
      'g',
      {},
      mark(
        href,
        name,
        {},
        text(side.x(names - GAP), y + 19, fitted(name, names - 2 * GAP), side.end, { class: 'name at' }),
      ),
      ...(cells[row] ?? []).map((one, column) =>
        square(one, side.x(names + column * cell, cell), y, cell, most),
      ),
    );
  });
  return canvas('matrix', whole, head + rows.length * ROW + 2, label, ...headings, ...drawn);
}

/** @param {Cell} cell @param {number} x @param {number} y @param {number} width @param {number} most */
function square({ value, said, href, title }, x, y, width, most) {
  const box = { x: x + 1, y: y + 1, width: width - 2, height: ROW - 2, rx: 3 };
  if (value === 0) return s('rect', { class: 'cell none', ...box });
  // Half the colour at most: the number in it stays readable in both themes.
  const strength = 0.06 + 0.44 * Math.sqrt(value / most);
  return mark(
    href,
    title,
    { class: 'cell-mark' },
    s('rect', { class: 'ground', ...box }),
    s('rect', { class: 'cell at', ...box, 'fill-opacity': strength.toFixed(2) }),
    text(x + width / 2, y + 19, said, 'middle', { class: 'said' }),
  );
}
