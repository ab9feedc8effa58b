// The page without a mouse, and on paper.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { samples } from '../inputs.mjs';
import { startSite } from './harness.mjs';
import { articlesRead } from './person.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** The page with some articles. @param {import('playwright-core').BrowserContextOptions} [options] */
async function withArticles(options) {
  const opened = await site.open('', { locale: 'en-GB', ...options });
  await opened.page.getByTestId('files').setInputFiles(samples.slice(0, 5));
  await articlesRead(opened.page, 5);
  return opened;
}

/** @param {Page} page @returns {Promise<string>} the view shown */
const view = (page) => page.evaluate(() => document.documentElement.dataset.view ?? '');

test('each key of the list does what the list says', async () => {
  const { page, errors } = await withArticles();
  const press = (/** @type {string} */ key) => page.keyboard.press(key);

  const views = ['articles', 'names', 'quotes', 'words', 'concordance', 'time', 'network', 'copies'];
  for (const [index, name] of views.entries()) {
    await press(String(index + 1));
    assert.equal(await view(page), name);
  }
  // As a keyboard with Arabic digits types them.
  await page.evaluate(() => dispatchEvent(new KeyboardEvent('keydown', { key: '٢' })));
  assert.equal(await view(page), 'names');

  await press('/');
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('type')), 'search');
  await page.locator('h1:visible').focus();

  await page.goto(`${site.url}#/names/0`);
  await page.getByTestId('place').first().focus();
  await press('Enter');
  await page.getByTestId('reader').waitFor();
  const start = page.url();
  await press('n');
  assert.notEqual(page.url(), start, 'the next place');
  await press('p');
  assert.equal(page.url(), start, 'the place before');
  await press('Escape');
  await page.waitForFunction((url) => location.href !== url, start);

  await press('a');
  await page.locator('dialog[open]').waitFor();
  await press('Escape');
  await press('?');
  await page.locator('dialog[open] .keys').waitFor();
  await page.locator('dialog[open] [role=switch]').focus();
  await press('Space');
  await press('Escape');
  const before = await view(page);
  await press(before === 'words' ? '1' : '4');
  assert.equal(await view(page), before, 'single letters are switched off');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a decision is undone and done again', async () => {
  const { page } = await withArticles();
  await page.goto(`${site.url}#/names/0`);
  await page.getByTestId('retype').focus();
  await page.keyboard.press('Enter');
  await page.locator('.editor [data-kind=MISC]').focus();
  await page.keyboard.press('Enter');
  const outcome = page.getByTestId('outcome');
  await outcome.filter({ hasText: /Done/ }).waitFor();
  await page.keyboard.press('Control+z');
  await outcome.filter({ hasText: /Undone/ }).waitFor();
  await page.keyboard.press('Control+Shift+z');
  await outcome.filter({ hasText: /Redone/ }).waitFor();
  await page.context().close();
});

test('what can be clicked can be reached with Tab', async () => {
  const { page } = await withArticles();
  for (const address of [
    'articles',
    'articles/1',
    'names/0',
    'quotes',
    'words',
    'keyness',
    'time',
    'copies',
  ]) {
    await page.goto(`${site.url}#/${address}`);
    await page.locator('.view:visible').waitFor();
    const unreachable = await page.evaluate(() => {
      const reachable = 'a[href], button, summary, input, select, textarea, label, [tabindex]';
      return [...document.querySelectorAll('.view:not([hidden]) *, header *')]
        .filter((element) => getComputedStyle(element).cursor === 'pointer' && element.checkVisibility())
        .filter((element) => !element.closest(reachable) && !element.closest('tr')?.querySelector('th a'))
        .map(({ outerHTML }) => outerHTML.slice(0, 120));
    });
    assert.deepEqual(unreachable, [], address);
  }
  await page.context().close();
});

test('on paper there is the article or the row alone, dark on white', async () => {
  const { page } = await withArticles({ colorScheme: 'dark' });
  await page.goto(`${site.url}#/names/0`);
  await page.getByTestId('spellings').waitFor();
  await page.emulateMedia({ media: 'print' });
  for (const part of ['.top', '.names .list', '.names .buttons', '.outcome'])
    assert.equal(await page.locator(part).filter({ visible: true }).count(), 0, part);
  assert.ok(await page.getByTestId('spellings').isVisible());
  const colours = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  assert.equal(await colours(), 'rgb(255, 255, 255)');
  await page.goto(`${site.url}#/articles/1`);
  await page.getByTestId('reader').waitFor();
  const { clipped } = await page.getByTestId('reader').evaluate((reader) => {
    const sheet = reader.closest('.pane') ?? reader;
    return { clipped: sheet.scrollHeight > sheet.clientHeight + 1 };
  });
  assert.ok(!clipped, 'the whole article is printed');
  await page.context().close();
});
