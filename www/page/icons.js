/** Line icons on a 24 × 24 grid, drawn for this page. They are decoration: the words beside them, or a label, say what they mean. */

const SVG = 'http://www.w3.org/2000/svg';

const PATHS = {
  add: ['M12 5v14', 'M5 12h14'],
  close: ['M6 6l12 12', 'M18 6L6 18'],
  download: ['M12 4v11', 'M7 11l5 5 5-5', 'M5 20h14'],
  install: ['M5 4h14v11H5z', 'M12 7v5', 'M9.5 9.5L12 12l2.5-2.5', 'M9 20h6', 'M12 15v5'],
  file: ['M7 3h7l4 4v14H7z', 'M14 3v4h4', 'M10 12h5', 'M10 16h5'],
  folder: ['M3 7V5h6l2 2h10v12H3z'],
  paste: ['M9 4h6v3H9z', 'M9 5H6v16h12V5h-3', 'M9 12h6', 'M9 16h4'],
  lock: ['M6 11h12v9H6z', 'M9 11V8a3 3 0 0 1 6 0v3', 'M12 15v2'],
  search: ['M11 5a6 6 0 1 0 0 12 6 6 0 0 0 0-12z', 'M16 16l4 4'],
  theme: ['M12 4a8 8 0 1 0 0 16z', 'M12 4a8 8 0 0 1 0 16'],
  warning: ['M12 4L3 20h18z', 'M12 10v5', 'M12 17.5v.5'],
  copies: ['M8 8h12v12H8z', 'M16 8V4H4v12h4'],
  back: ['M15 5l-7 7 7 7'],
  next: ['M9 5l7 7-7 7'],
  remove: ['M5 7h14', 'M10 7V4h4v3', 'M7 7l1 13h8l1-13'],
  undo: ['M9 6L4 11l5 5', 'M4 11h10a5 5 0 0 1 0 10h-3'],
  redo: ['M15 6l5 5-5 5', 'M20 11H10a5 5 0 0 0 0 10h3'],
  decisions: [
    'M5 6l1.5 1.5L9 5',
    'M12 6.5h8',
    'M5 12.5l1.5 1.5L9 11.5',
    'M12 13h8',
    'M5 19l1.5 1.5L9 18',
    'M12 19.5h8',
  ],
  takeOut: ['M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z', 'M8 12h8'],
  bringBack: ['M12 4a8 8 0 1 0 0 16a8 8 0 1 0 0-16z', 'M8 12h8', 'M12 8v8'],
  session: ['M3 5h18v4H3z', 'M5 9v10h14V9', 'M10 13h4'],
  help: ['M4 7h16v10H4z', 'M7 10h.5', 'M11 10h.5', 'M15 10h.5', 'M8 14h8'],
};

/** @typedef {keyof typeof PATHS} IconName */

/** @type {Set<IconName>} */
const TURNING = new Set(['back', 'next', 'undo', 'redo']);

/**
 * @param {IconName} name those of going back and forth point with the reading direction
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', TURNING.has(name) ? 'icon turns' : 'icon');
  svg.setAttribute('aria-hidden', 'true');
  for (const d of PATHS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

/** The page's mark: a waw, the first letter of the name, as a pen would write it. */
export function mark() {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 32 32');
  svg.setAttribute('class', 'mark');
  svg.setAttribute('aria-hidden', 'true');
  const ring = document.createElementNS(SVG, 'circle');
  for (const [name, value] of Object.entries({ cx: 18.6, cy: 11.6, r: 4.3 }))
    ring.setAttribute(name, String(value));
  const tail = document.createElementNS(SVG, 'path');
  tail.setAttribute('d', 'M22.9 12.2c.6 7.2-4.6 12.2-13.4 12.6');
  svg.append(ring, tail);
  return svg;
}
