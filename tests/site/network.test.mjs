// The layout of a network of 300 names, without a browser.
import assert from 'node:assert/strict';
import test from 'node:test';
import { placeLabels } from '../../www/picture/labels.js';
import { layOut } from '../../www/picture/layout.js';

const NAMES = 300;

/** A made-up network: groups that hang together, and links between them. */
function made() {
  const nodes = Array.from({ length: NAMES }, (_, id) => ({ id, radius: 5 + (id % 14), x: NaN, y: NaN }));
  const edges = nodes.flatMap(({ id }) => [
    { source: id, target: (id * 7 + 3) % NAMES, weight: 0.3 },
    { source: id, target: id - (id % 12), weight: 0.8 },
  ]);
  return { nodes, edges: edges.filter(({ source, target }) => source !== target) };
}

async function laidOut() {
  const { nodes, edges } = made();
  let slices = 0;
  await layOut(nodes, edges, { signal: new AbortController().signal, onSlice: () => slices++ });
  return { nodes, slices };
}

test('300 names are laid out alike each time, in slices, none on another', async () => {
  const [first, second] = [await laidOut(), await laidOut()];
  assert.deepEqual(first.nodes, second.nodes);
  assert.ok(first.slices > 1, 'the page can answer in between');
  const { nodes } = first;
  const near = nodes.flatMap((a, index) =>
    nodes.slice(index + 1).filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < a.radius + b.radius),
  );
  assert.deepEqual(near, []);
});

test('a network that is shown no more is not laid out further', async () => {
  const { nodes, edges } = made();
  const life = new AbortController();
  let slices = 0;
  await layOut(nodes, edges, { signal: life.signal, onSlice: () => ++slices && life.abort() });
  assert.equal(slices, 1);
});

test('of 300 names as many are written as have room, the weightiest first, and none over another', async () => {
  const { nodes } = await laidOut();
  const [left, top] = [Math.min(...nodes.map(({ x }) => x)), Math.min(...nodes.map(({ y }) => y))];
  const points = nodes.map(({ x, y, radius }) => ({ x: x - left + 40, y: y - top + 40, radius, width: 60 }));
  const room = {
    width: Math.max(...points.map(({ x }) => x)) + 40,
    height: Math.max(...points.map(({ y }) => y)) + 40,
  };
  const places = placeLabels(points, room);
  assert.ok(places[0], 'the weightiest');
  const written = places.filter((place) => place !== null);
  assert.ok(written.length > NAMES / 4, `${written.length} are written`);
  const over = written.flatMap((a, index) =>
    written.slice(index + 1).filter((b) => Math.abs(a.x - b.x) < 60 && Math.abs(a.y - b.y) < 17),
  );
  assert.deepEqual(over, []);
});
