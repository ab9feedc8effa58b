/**
 * Where the names of a network stand: those that go together near each other, none on another. The forces are those of d3-force
 * (Verlet integration; Barnes and Hut's approximation of the repulsion), which starts from one spiral and one seed: the same
 * network is laid out the same way each time. It is computed in slices, between which the page answers.
 */

import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';

/**
 * @typedef {object} Node
 * @property {number} id
 * @property {number} radius in CSS pixels
 * @property {number} [x]
 * @property {number} [y]
 *
 * @typedef {{ source: number, target: number, weight: number }} Edge between two ids; `weight` above 0, up to 1
 */

/** Milliseconds of a slice: the rest of a frame is the browser's. */
const SLICE = 8;
/** Room around a node for its name. */
const ROOM = 14;
/** How much wider than high the layout is: as the picture. */
const BROAD = 1.3;

/**
 * Gives each node its `x` and `y`, the middle being 0.
 *
 * @param {Node[]} nodes
 * @param {Edge[]} edges
 * @param {{ signal: AbortSignal, onSlice: () => void }} options `onSlice` is called after each slice, and at the end
 */
export async function layOut(nodes, edges, { signal, onSlice }) {
  const links = edges.map((edge) => ({ ...edge }));
  const simulation = forceSimulation(nodes)
    .force('charge', forceManyBody().strength(-160).distanceMax(600))
    .force('collide', forceCollide((/** @type {Node} */ { radius }) => radius + ROOM).iterations(2))
    .force('x', forceX().strength(0.08 / BROAD))
    .force('y', forceY().strength(0.08 * BROAD))
    .force(
      'link',
      forceLink(links)
        .id((node) => /** @type {Node} */ (node).id)
        .distance(70)
        .strength(({ weight }) => weight * 0.35),
    )
    .stop();
  while (simulation.alpha() > simulation.alphaMin()) {
    const end = performance.now() + SLICE;
    while (performance.now() < end && simulation.alpha() > simulation.alphaMin()) simulation.tick();
    onSlice();
    await new Promise((resolve) => setTimeout(resolve, SLICE));
    if (signal.aborted) return;
  }
}
