/** Coming nearer to a picture and moving about in it: with a wheel, two fingers, by dragging, and with the keyboard. */

import { select } from 'd3-selection';
import { zoom, zoomIdentity } from 'd3-zoom';

const CLOSEST = 8;
const STEP = 1.4;
/** CSS pixels that Shift and an arrow move the picture by. */
const MOVE = 60;

/** @param {() => void} changed is called when one has come nearer or moved */
export function nearness(changed) {
  let transform = zoomIdentity;
  /** @type {SVGSVGElement | null} */
  let picture = null;
  const behavior = /** @type {import('d3-zoom').ZoomBehavior<SVGSVGElement, unknown>} */ (zoom())
    .scaleExtent([1, CLOSEST])
    .filter(isForPicture)
    .on('zoom', (event) => {
      transform = event.transform;
      changed();
    });
  return {
    attach,
    nearer: () => by(STEP),
    farther: () => by(1 / STEP),
    whole: () => picture && select(picture).call(behavior.transform, zoomIdentity),
    moveBy,
    /** @param {[number, number]} point of the whole picture @returns {[number, number]} where it is seen */
    apply: (point) => transform.apply(point),
  };

  /** Another picture, seen from as near as the one before it. @param {SVGSVGElement} svg */
  function attach(svg) {
    picture = svg;
    const { width, height } = svg.viewBox.baseVal;
    /** @type {[[number, number], [number, number]]} */
    const all = [
      [0, 0],
      [width, height],
    ];
    behavior.extent(all).translateExtent(all);
    select(svg).call(behavior).on('dblclick.zoom', null).property('__zoom', transform);
    svg.addEventListener('keydown', press);
  }

  /** @param {number} factor */
  function by(factor) {
    if (picture) select(picture).call(behavior.scaleBy, factor);
  }

  /** @param {number} x @param {number} y in CSS pixels */
  function moveBy(x, y) {
    if (picture) select(picture).call(behavior.translateBy, x / transform.k, y / transform.k);
  }

  /** @param {KeyboardEvent} event */
  function press(event) {
    const { key, shiftKey } = event;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (key === '+' || key === '=') by(STEP);
    else if (key === '-') by(1 / STEP);
    else if (key === '0' && picture) select(picture).call(behavior.transform, zoomIdentity);
    else if (shiftKey && key === 'ArrowLeft') moveBy(MOVE, 0);
    else if (shiftKey && key === 'ArrowRight') moveBy(-MOVE, 0);
    else if (shiftKey && key === 'ArrowUp') moveBy(0, MOVE);
    else if (shiftKey && key === 'ArrowDown') moveBy(0, -MOVE);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation(); // with Shift, an arrow does not go on to a neighbour
  }

  /** A wheel or a finger that may mean the page moves the page. @param {any} event */
  function isForPicture(event) {
    const scrolls = document.documentElement.scrollHeight > innerHeight;
    if (event.type === 'wheel') return event.ctrlKey || event.metaKey || !scrolls;
    if (event.type.startsWith('touch')) return event.touches.length > 1 || transform.k > 1;
    return event.button === 0;
  }
}
