/**
 * The keyboard in a picture: one stop of the Tab key for all its marks, and arrows that go from a mark to its neighbour, as in
 * the grids of the ARIA Authoring Practices.
 */

/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @param {SVGSVGElement} picture whose marks are its links */
export function stepAmong(picture) {
  /** @returns {SVGElement[]} */
  const marks = () => [...picture.querySelectorAll('a')].filter((mark) => mark instanceof SVGElement);
  for (const [index, mark] of marks().entries()) mark.setAttribute('tabindex', index === 0 ? '0' : '-1');
  picture.addEventListener('focusin', ({ target }) => {
    for (const mark of marks()) mark.setAttribute('tabindex', mark === target ? '0' : '-1');
  });
  picture.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const from = marks().find((mark) => mark === document.activeElement);
    const to = from && wanted(event.key, from, marks());
    if (!to) return;
    event.preventDefault();
    to.focus();
  });
}

/** @param {string} key @param {SVGElement} from @param {SVGElement[]} marks */
function wanted(key, from, marks) {
  if (key === 'Home') return marks[0];
  if (key === 'End') return marks.at(-1);
  const arrow = ARROWS[key];
  return arrow && nearest(from, marks, arrow);
}

/** The mark that lies nearest in a direction, what lies aside counting twice. @param {SVGElement} from @param {SVGElement[]} marks @param {[number, number]} direction */
function nearest(from, marks, [right, down]) {
  const [x, y] = middle(from);
  let best;
  let least = Infinity;
  for (const mark of marks) {
    if (mark === from || !mark.checkVisibility()) continue;
    const [toX, toY] = middle(mark);
    const along = (toX - x) * right + (toY - y) * down;
    const aside = Math.abs((toX - x) * down) + Math.abs((toY - y) * right);
    if (along > 0.5 && along + 2 * aside < least) [best, least] = [mark, along + 2 * aside];
  }
  return best;
}

/** @param {SVGElement} mark @returns {[number, number]} */
function middle(mark) {
  // What is drawn for the pointer and the eye: words beside it would move its middle.
  const { left, top, width, height } = (mark.querySelector('.at') ?? mark).getBoundingClientRect();
  return [left + width / 2, top + height / 2];
}
