// What the page tries to reach while articles are read and looked at, whether or not its policy would stop it.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { samples } from '../inputs.mjs';
import { recordAttempts } from './attempts.mjs';
import { openPage, startSite } from './harness.mjs';
import { articlesRead, drop } from './person.mjs';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('a whole analysis reaches for nothing, and leaves nothing behind', async () => {
  const { page, requests, errors } = await openPage(site.browser, 'about:blank');
  await page.addInitScript(recordAttempts);
  await page.goto(site.url);
  await page.getByTestId('drop').waitFor();
  await page.waitForLoadState('networkidle');
  const [loaded, tried] = [requests.length, (await attempts(page)).length];
  await drop(page, samples);
  await articlesRead(page, samples.length);
  for (const section of await page.locator('nav a[data-section]').all()) await section.click();
  await page.waitForLoadState('networkidle');
  assert.deepEqual((await attempts(page)).slice(tried), []);
  // A view may bring a part of the page's own script.
  const others = requests
    .slice(loaded)
    .filter((url) => !/^blob:/.test(url) && !url.startsWith(`${site.url}page/`));
  assert.deepEqual(others, []);
  assert.ok(
    requests.every((url) => !/[?#]./.test(url.slice(site.url.length))),
    'no request carries anything',
  );
  assert.deepEqual([await page.evaluate(() => document.cookie), errors], ['', []]);
});

/** @param {import('playwright-core').Page} page @returns {Promise<string[]>} */
const attempts = (page) => page.evaluate(() => /** @type {any} */ (globalThis).attempts);
