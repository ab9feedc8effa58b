// The page for developers: its examples run under its policy, and what runs is the code that it shows.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { root } from '../inputs.mjs';
import { loadAxe, violations } from './axe.mjs';
import { startSite } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const PAGES = /** @type {const} */ ([
  { path: 'embed.html', lang: 'ar', tab: 'الأقوال', colorScheme: 'light', other: 'Warraq in your site' },
  { path: 'embed.en.html', lang: 'en', tab: 'Quotes', colorScheme: 'dark', other: 'ورّاق في موقعك' },
]);

for (const { path, lang, tab, colorScheme, other } of PAGES) {
  test(`the examples of ${path} run, and axe finds nothing to say`, async () => {
    const { page, requests, errors } = await site.open(path, { colorScheme });
    const text = page.locator('warraq-text');
    await page.waitForFunction(() => document.querySelector('warraq-text')?.report);
    await text.locator('p').click({ position: await placeOf(page, 'موسكو') });
    assert.equal(await page.locator('#pressed').innerText(), 'موسكو: 1');

    await page.getByRole('tab', { name: tab }).click();
    await page.getByText('سلمى الخطيب').first().waitFor();

    await page.locator('#read').click();
    await page.locator('#names li').first().waitFor();
    const names = await page.locator('#names li').allInnerTexts();
    for (const name of ['جدة (LOC, 1)', 'منظمة التجارة العالمية (ORG, 1)'])
      assert.ok(names.includes(name), String(names));
    await page.locator('#article').fill('no Arabic');
    await page.locator('#read').click();
    await page.getByText(/^no-arabic: /).waitFor();

    await loadAxe(page);
    assert.deepEqual(await violations(page), []);
    assert.equal(requests.filter((address) => address.endsWith('.wasm')).length, 1, 'one core for all');
    assert.deepEqual(errors, []);
    await page.locator('header a[lang]').click();
    assert.equal(await page.locator('h1').innerText(), other);
    await page.context().close();
  });

  test(`the code in ${path} is that of the examples`, async () => {
    const { page } = await site.open(path);
    const shown = await page.locator('section pre').allInnerTexts();
    const files = ['text', 'analyzer', 'package'].flatMap((name) => [`${name}.html`, `${name}.js`]);
    const sources = files.map((file) => readFileSync(join(root, 'examples/live', file), 'utf8').trim());
    const filled = sources.map((source) => source.replaceAll('{{lang}}', lang));
    for (const [at, source] of filled.entries())
      if (!source.includes('{{')) assert.equal(shown[at]?.trim(), source, files[at]);
    const policy = await page.locator('meta[http-equiv]').getAttribute('content');
    assert.equal((await page.locator('main > pre').innerText()).replaceAll('\n', ' '), policy);
    await page.context().close();
  });
}

/** Where words stand in the text of the page, from the corner of their paragraph. @param {import('playwright-core').Page} page @param {string} words */
function placeOf(page, words) {
  return page.evaluate((words) => {
    const node = document.querySelector('warraq-text p')?.firstChild;
    const range = document.createRange();
    const start = node?.textContent?.indexOf(words) ?? -1;
    range.setStart(/** @type {Node} */ (node), start);
    range.setEnd(/** @type {Node} */ (node), start + words.length);
    const box = range.getBoundingClientRect();
    const around = /** @type {Element} */ (node?.parentElement).getBoundingClientRect();
    return { x: box.x + box.width / 2 - around.x, y: box.y + box.height / 2 - around.y };
  }, words);
}
