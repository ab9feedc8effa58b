/**
 * Parts of the page's script that few need at once. Pictures are loaded when the first is drawn; the windows when the page has come to rest after
 * its start, so that nothing is requested when someone wants one, and without a connection they are there.
 */

export const parts = {
  exporting: () => import('./exporting.js'),
  keeping: () => import('./keeping.js'),
  bars: () => import('../picture/bars.js'),
  columns: () => import('../picture/columns.js'),
  lines: () => import('../picture/lines.js'),
  matrix: () => import('../picture/matrix.js'),
  network: () => import('../picture/network.js'),
  strips: () => import('../picture/strips.js'),
};

/** Milliseconds after the page has loaded. */
const REST = 200;

/** Loads the windows, once the page is there. */
export function loadAtRest() {
  addEventListener('load', () => setTimeout(loadWindows, REST), { once: true });
}

function loadWindows() {
  // Whoever wants one that did not come asks for it again.
  for (const load of [parts.exporting, parts.keeping]) load().catch(() => {});
}
