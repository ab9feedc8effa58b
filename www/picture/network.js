/** A network of names: signs by kind, as large as they are frequent, and lines, as thick as two names are often together. */

import { drawing } from './drawing.js';
import { layOut } from './layout.js';
import { widthOf } from './svg.js';
import { nearness } from './zoom.js';

/**
 * @typedef {object} Name
 * @property {number} id
 * @property {string} name
 * @property {import('../analyzer/protocol.d.ts').EntityKind} kind
 * @property {number} count
 * @property {string} href
 * @property {string} title
 *
 * @typedef {{ source: number, target: number, articles: number }} Pair of two names, by their ids
 *
 * @typedef {object} Shown
 * @property {number} width
 * @property {number} height
 * @property {string} label
 * @property {Pair[]} pairs those shown
 * @property {number | null} chosen the name whose neighbours stand out
 * @property {{ kind: Name['kind'], label: string }[]} kinds what the signs mean
 */

const [SMALLEST, LARGEST] = [5, 18];

/**
 * A network that keeps its layout, and how near one has come, from one drawing to the next.
 *
 * @param {Name[]} names
 * @param {Pair[]} pairs of all of them
 * @param {{ signal: AbortSignal, still: boolean }} options `still`: it is shown when it is laid out, and not on the way
 */
export function network(names, pairs, { signal, still }) {
  const greatest = Math.max(1, ...names.map(({ count }) => count));
  const most = Math.max(1, ...pairs.map(({ articles }) => articles));
  const nodes = names.map((node) => ({
    ...node,
    radius: SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(node.count / greatest),
    width: widthOf(node.name) + 4,
    x: undefined,
    y: undefined,
  }));
  const edges = pairs.map(({ source, target, articles }) => ({
    source,
    target,
    weight: Math.sqrt(articles / most),
  }));
  /** @type {ReturnType<typeof drawing> | null} */
  let drawn = null;
  let finished = false;
  const near = nearness(put);
  const laidOut = layOut(nodes, edges, { signal, onSlice: put }).then(() => {
    finished = true;
    put();
  });
  const { nearer, farther, whole } = near;
  return { draw, laidOut, nearer, farther, whole };

  /** @param {Shown} shown */
  function draw(shown) {
    drawn = drawing(nodes, { ...shown, most, near });
    near.attach(drawn.svg);
    put();
    return drawn.svg;
  }

  function put() {
    if (!drawn) return;
    drawn.svg.classList.toggle('unfinished', !finished);
    if (finished || !still) drawn.put();
  }
}
