// What axe says of a page.
import axe from 'axe-core';

/** @typedef {import('playwright-core').Page} Page */

/** Brings axe into a page, past its policy, which may let no script in. @param {Page} page */
export const loadAxe = (page) => page.evaluate(axe.source);

/** @param {Page} page @returns {Promise<string[]>} what is wrong, with the elements */
export function violations(page) {
  return page.evaluate(async () => {
    const { violations } = await /** @type {any} */ (globalThis).axe.run(document, {
      resultTypes: ['violations'],
    });
    return violations.map(
      (/** @type {any} */ { id, nodes }) =>
        `${id}: ${nodes.map((/** @type {any} */ node) => `${node.html} ${node.failureSummary}`).join('\n')}`,
    );
  });
}
