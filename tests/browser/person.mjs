// What a person does with the page, and what they see of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

/** @typedef {import('playwright-core').Page} Page */

/**
 * Drops files and folders on the page as the operating system does.
 *
 * @param {Page} page
 * @param {string[]} paths
 */
export async function drop(page, paths) {
  const box = await page.locator('[data-testid=drop]:visible, main').first().boundingBox();
  assert.ok(box, 'there is nowhere to drop files');
  const devtools = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + Math.min(box.height, 400) / 2 };
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop'])) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data });
  }
}

/**
 * Waits until the page says that so many files were read.
 *
 * @param {Page} page
 * @param {number} count
 */
export async function articlesRead(page, count) {
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-testid=article]').length === count,
    count,
    { timeout: 60_000 },
  );
  await page.getByTestId('progress').waitFor({ state: 'hidden' });
}

/**
 * What the rows of a table say, in an order of our own.
 *
 * @param {Page} page
 * @param {string} testId
 * @param {string[]} fields
 */
export async function rows(page, testId, fields) {
  await page.getByTestId(testId).first().waitFor();
  await page.locator('tbody[aria-busy]:visible').waitFor({ state: 'detached' });
  const found = await page
    .getByTestId(testId)
    .evaluateAll(
      (rows, fields) =>
        rows.map((row) => fields.map((field) => /** @type {HTMLElement} */ (row).dataset[field]).join(' | ')),
      fields,
    );
  return found.sort();
}

/**
 * Goes to one of the page's sections by its link.
 *
 * @param {Page} page
 * @param {string} section
 */
export async function goTo(page, section) {
  await page.locator(`nav a[data-section=${section}]`).click();
}

/**
 * Opens the window for exports, chooses a format and saves.
 *
 * @param {Page} page
 * @param {string} format
 * @param {{ scope?: string, sheet?: string }} [choice]
 * @returns {Promise<{ name: string, bytes: Buffer<ArrayBuffer> }>} the file
 */
export async function exported(page, format, { scope, sheet } = {}) {
  await page.getByTestId('export').click();
  const chosen = (/** @type {string} */ group, /** @type {string} */ value) =>
    page.locator(`input[name=${group}][value=${value}]`).check();
  await chosen('format', format);
  if (scope) await chosen('scope', scope);
  if (sheet) await page.getByTestId('export-sheet').selectOption(sheet);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('export-save').click(),
  ]);
  await page.getByTestId('export-save').waitFor({ state: 'detached' });
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The report as it is saved. @param {Page} page */
export async function savedReport(page) {
  return JSON.parse((await exported(page, 'json')).bytes.toString());
}

/**
 * Selects words of the article being read by dragging over them.
 *
 * @param {Page} page
 * @param {string} words
 */
export async function select(page, words) {
  const box = await page.getByTestId('reader').evaluate((reader, words) => {
    const walker = document.createTreeWalker(reader, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const at = node.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + words.length);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, y: (top + bottom) / 2 };
    }
    return null;
  }, words);
  assert.ok(box, `${words} is not in the article`);
  await page.mouse.move(box.right - 1, box.y); // Arabic begins at the right
  await page.mouse.down();
  await page.mouse.move(box.left + 1, box.y, { steps: 5 });
  await page.mouse.up();
}
