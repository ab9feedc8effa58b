/**
 * Parts of the page's script that few need at once. They are loaded when the core answers, so that
 * nothing is requested when someone wants one, and without a connection they are there.
 */

export const parts = {
  exporting: () => import('./exporting.js'),
  keeping: () => import('./keeping.js'),
  licences: () => import('./licences.js'),
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

/** Loads them, once nothing else is waited for. */
export function loadAtRest() {
  // Whoever wants one that did not come asks for it again.
  // Where the browser has kept the page they are at hand; on a first visit all must be there before the network is switched off.
  const kept = Boolean(navigator.serviceWorker?.controller);
  const wanted = kept ? [parts.exporting, parts.keeping] : Object.values(parts);
  for (const load of wanted) load().catch(() => {});
}
