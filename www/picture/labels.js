/** Names beside the points of a picture, none over another: the weightiest are placed first, and what finds no room is left out. */

/**
 * @typedef {{ x: number, y: number, radius: number, width: number }} Point in CSS pixels; `width` is that of its name
 * @typedef {{ left: number, right: number, top: number, bottom: number }} Box
 */

const HIGH = 17;
const GAP = 2;

/**
 * The place of each name: the middle of its base line, or null.
 *
 * @param {Point[]} points the weightiest first
 * @param {{ width: number, height: number }} room
 * @returns {({ x: number, y: number } | null)[]}
 */
export function placeLabels(points, { width, height }) {
  const dots = points.map(({ x, y, radius }) => box(x, y - radius, radius * 2, radius * 2));
  /** @type {Box[]} */
  const taken = [];
  return points.map((point, index) => {
    const free = around(point).find(
      (one) =>
        one.left >= 0 &&
        one.right <= width &&
        one.top >= 0 &&
        one.bottom <= height &&
        !taken.some((other) => meet(one, other)) &&
        !dots.some((dot, of) => of !== index && meet(one, dot)),
    );
    if (!free) return null;
    taken.push(free);
    return { x: (free.left + free.right) / 2, y: free.bottom - 5 };
  });
}

/** Below, above, and to either side. @param {Point} point @returns {Box[]} */
function around({ x, y, radius, width }) {
  const aside = radius + GAP + width / 2;
  return [
    box(x, y + radius + GAP, width, HIGH),
    box(x, y - radius - GAP - HIGH, width, HIGH),
    box(x + aside, y - HIGH / 2, width, HIGH),
    box(x - aside, y - HIGH / 2, width, HIGH),
  ];
}

/** @param {number} middle @param {number} top @param {number} width @param {number} height @returns {Box} */
function box(middle, top, width, height) {
  return { left: middle - width / 2, right: middle + width / 2, top, bottom: top + height };
}

/** @param {Box} a @param {Box} b */
function meet(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
