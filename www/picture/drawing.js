/** One drawing of a network: its elements, and where they are while it is laid out, or one comes nearer. */

import { symbol, symbolCircle, symbolDiamond, symbolSquare, symbolTriangle } from 'd3-shape';
import { placeLabels } from './labels.js';
import { across, canvas, mark, s, text, widthOf } from './svg.js';

/**
 * @import { Name, Shown } from './network.js'
 * @typedef {Name & import('./layout.js').Node & { width: number }} Node `width` is that of its name
 * @typedef {Shown & { most: number, near: ReturnType<typeof import('./zoom.js').nearness> }} Options `most`: articles of a pair
 */

const SIGNS = { PER: symbolCircle, LOC: symbolSquare, ORG: symbolTriangle, MISC: symbolDiamond };
/** Around the layout, for names at its border. */
const MARGIN = 44;
const LEGEND = 26;

/** @param {Node[]} nodes @param {Options} options */
export function drawing(nodes, { width, height, label, pairs, chosen, kinds, most, near }) {
  const ends = new Set(pairs.flatMap(({ source, target }) => [source, target]));
  const seen = nodes.filter(({ id }) => ends.has(id));
  const standsOut = neighbours(pairs, ends.has(chosen ?? -1) ? chosen : null);
  // Where there is less room, everything is smaller.
  const size = Math.min(Math.max(width / 800, 0.55), 1);
  const lines = pairs.map((pair) =>
    edge(pair, chosen, standsOut, (1 + 4 * Math.sqrt(pair.articles / most)) * size),
  );
  const signs = seen.map((node) => sign(node, chosen, standsOut, size));
  const labels = seen.map(({ id, name }) =>
    text(0, 0, name, 'middle', { class: standsOut(id) ? 'name' : 'name faint' }),
  );
  const svg = canvas(
    'network',
    width,
    height,
    label,
    s('g', {}, ...lines),
    s('g', {}, ...signs),
    s('g', { 'aria-hidden': 'true' }, ...labels),
    s('g', { transform: `translate(0 ${height})` }, ...legend(kinds, width)),
  );
  const ranks = byWeight(seen, chosen, standsOut);
  svg.addEventListener('focusin', bringIn);
  return { svg, put };

  /** Puts everything in its place. */
  function put() {
    const at = placesOf(seen, width, height, near.apply);
    const byId = new Map(seen.map(({ id }, index) => [id, at[index] ?? [0, 0]]));
    for (const [index, { source, target }] of pairs.entries()) {
      const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = [byId.get(source), byId.get(target)];
      setAll(lines[index], { x1, y1, x2, y2 });
    }
    for (const [index, [x, y]] of at.entries()) move(signs[index], x, y);
    const points = ranks.map((index) => {
      const [x = 0, y = 0] = at[index] ?? [];
      const { radius = 0, width = 0 } = seen[index] ?? {};
      return { x, y, radius: radius * size, width };
    });
    const places = placeLabels(points, { width, height });
    for (const [rank, index] of ranks.entries()) {
      const place = places[rank];
      labels[index]?.setAttribute('display', place ? 'inline' : 'none');
      if (place) move(labels[index], place.x, place.y);
    }
  }

  /** What has the focus is in sight. @param {FocusEvent} event */
  function bringIn({ target }) {
    const index = signs.indexOf(/** @type {SVGElement} */ (target));
    const [x, y] = placesOf(seen, width, height, near.apply)[index] ?? [width / 2, height / 2];
    if (x < 0 || y < 0 || x > width || y > height) near.moveBy(width / 2 - x, height / 2 - y);
  }
}

/** Which names stand out: one and its neighbours, or all where none is chosen. @param {Shown['pairs']} pairs @param {number | null} chosen */
function neighbours(pairs, chosen) {
  const found = new Set([chosen]);
  for (const { source, target } of pairs) {
    if (source === chosen) found.add(target);
    if (target === chosen) found.add(source);
  }
  return (/** @type {number} */ id) => chosen === null || found.has(id);
}

/** @param {Shown['pairs'][number]} pair @param {number | null} chosen @param {(id: number) => boolean} standsOut @param {number} thick */
function edge({ source, target }, chosen, standsOut, thick) {
  const own = source === chosen || target === chosen;
  const faint = !own && !(standsOut(source) && standsOut(target));
  return s('line', {
    class: own ? 'edge own' : faint ? 'edge faint' : 'edge',
    'stroke-width': thick.toFixed(1),
  });
}

/** @param {Node} node @param {number | null} chosen @param {(id: number) => boolean} standsOut @param {number} size */
function sign({ id, kind, href, title, radius }, chosen, standsOut, size) {
  const state = id === chosen ? ' chosen' : standsOut(id) ? '' : ' faint';
  const d = symbol(SIGNS[kind], Math.PI * (radius * size) ** 2)();
  const props = {
    class: `node ${kind.toLowerCase()}${state}`,
    'aria-current': id === chosen ? 'true' : null,
  };
  return mark(href, title, props, s('path', { class: 'at', d }));
}

/** The indices of names in the order in which they get room for their letters. @param {Node[]} nodes @param {number | null} chosen @param {(id: number) => boolean} standsOut */
function byWeight(nodes, chosen, standsOut) {
  const weight = (/** @type {Node} */ { id, count }) =>
    count + (id === chosen ? 2e9 : standsOut(id) ? 1e9 : 0);
  const weights = nodes.map(weight);
  return nodes.map((_, index) => index).sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0));
}

/**
 * Where nodes are on the picture: all of them fit in it, before one comes nearer.
 *
 * @param {Node[]} nodes
 * @param {number} width
 * @param {number} height
 * @param {(point: [number, number]) => [number, number]} apply
 */
function placesOf(nodes, width, height, apply) {
  const [xs, ys] = [nodes.map(({ x = 0 }) => x), nodes.map(({ y = 0 }) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [wide, high] = [width - 2 * MARGIN, height - 2 * MARGIN - LEGEND];
  const scale = Math.min(wide / Math.max(right - left, 1), high / Math.max(bottom - top, 1), 2);
  return nodes.map(({ x = 0, y = 0 }) =>
    apply([
      width / 2 + (x - (left + right) / 2) * scale,
      MARGIN + high / 2 + (y - (top + bottom) / 2) * scale,
    ]),
  );
}

/** What the signs mean, at the foot. @param {Shown['kinds']} kinds @param {number} width */
function legend(kinds, width) {
  const side = across(width);
  let from = 10;
  return kinds.map(({ kind, label }) => {
    const group = s(
      'g',
      { class: `node ${kind.toLowerCase()}` },
      s('path', { d: symbol(SIGNS[kind], 90)(), transform: `translate(${side.x(from)} -9)` }),
      text(side.x(from + 11), -4, label, side.begin, { class: 'tick' }),
    );
    from += widthOf(label, 12) + 34;
    return group;
  });
}

/** @param {SVGElement | undefined} element @param {number} x @param {number} y */
function move(element, x, y) {
  element?.setAttribute('transform', `translate(${x.toFixed(1)} ${y.toFixed(1)})`);
}

/** @param {SVGElement | undefined} element @param {Record<string, number>} values */
function setAll(element, values) {
  for (const [name, value] of Object.entries(values)) element?.setAttribute(name, value.toFixed(1));
}
