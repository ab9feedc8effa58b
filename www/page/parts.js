/**
 * Parts of the page's script that few need at once. They are loaded when the page has come to rest after its start: then nothing is
 * requested when someone wants one, and without a connection all is there.
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
  // What every picture loads by itself.
  steps: () => import('../picture/steps.js'),
  save: () => import('../picture/save.js'),
};

/** Milliseconds after the page has loaded. */
const REST = 200;

/** Loads all of them, once the page is there. */
export function loadAtRest() {
  addEventListener('load', () => setTimeout(loadAll, REST), { once: true });
}

function loadAll() {
  // Whoever wants one that did not come asks for it again.
  for (const load of Object.values(parts)) load().catch(() => {});
}
