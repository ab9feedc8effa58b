// What axe finds in the page: nothing, in any view, language or colours.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { samples } from '../inputs.mjs';
import { loadAxe, violations } from './axe.mjs';
import { startSite } from './harness.mjs';
import { articlesRead, goTo } from './person.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** Each screen, and how a person gets to it from the one before. @type {[string, (page: Page) => Promise<unknown>][]} */
const SCREENS = [
  ['first screen', (page) => page.getByTestId('paste').click()],
  [
    'articles',
    async (page) => {
      await page.getByTestId('files').setInputFiles(samples.slice(0, 8));
      await articlesRead(page, 8);
      // One that cannot be read, for the list of those.
      const empty = { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) };
      await page.getByTestId('files').setInputFiles(empty);
      await page.getByTestId('problem').waitFor();
    },
  ],
  ['adding', (page) => page.getByTestId('add').click()],
  ['export', (page) => leave(page).then(() => page.getByTestId('export').click())],
  ['session', (page) => leave(page).then(() => page.getByTestId('session').click())],
  [
    'articles in groups',
    async (page) => {
      await leave(page);
      await page.getByTestId('by').and(page.locator(':visible')).selectOption({ index: 1 });
    },
  ],
  [
    'reader',
    async (page) => {
      await page.getByTestId('ungroup').click();
      await page.locator('[data-name="02-water-portal.txt"] th a').click();
    },
  ],
  ['what was left out', (page) => page.getByTestId('show-left-out').check()],
  ['names', (page) => goTo(page, 'names')],
  [
    'names to join',
    async (page) => {
      for (const n of [0, 1]) await page.getByTestId('pick').nth(n).check();
    },
  ],
  ['a name', (page) => page.getByTestId('entity').first().locator('th a').click()],
  ['renaming', (page) => page.getByTestId('rename').click()],
  ['its kind', (page) => page.getByTestId('retype').click()],
  [
    'decisions',
    async (page) => {
      await page.locator('.editor [data-kind=ORG]').click();
      await page.getByTestId('outcome').filter({ hasText: /./ }).waitFor();
      await page.locator('[data-testid=decisions]:visible').click();
    },
  ],
  ['a place of a name', (page) => leave(page).then(() => page.getByTestId('place').first().click())],
  ['quotes', (page) => goTo(page, 'quotes')],
  ['a quote', (page) => page.getByTestId('quote').first().locator('th a').click()],
  ['words', (page) => goTo(page, 'words')],
  ['a word', (page) => page.getByTestId('keyword').first().locator('th a').click()],
  ['all words', (page) => tab(page, 'frequencies', 'word')],
  ['repeated phrases', (page) => tab(page, 'runs', 'run')],
  ['keyness', (page) => tab(page, 'keyness', 'key')],
  ['picking articles', (page) => page.getByTestId('pick-articles').click()],
  ['concordance', (page) => leave(page).then(() => goTo(page, 'concordance'))],
  [
    'lines',
    async (page) => {
      await page.getByTestId('sought').and(page.locator(':visible')).fill('المياه');
      await page.getByTestId('seek').and(page.locator(':visible')).click();
      await page.getByTestId('line').first().waitFor();
    },
  ],
  [
    'time',
    async (page) => {
      await goTo(page, 'time');
      await page.getByTestId('point').first().waitFor();
    },
  ],
  ['names over time', (page) => drawn(page, 'lines')],
  ['dates named', (page) => drawn(page, 'dates')],
  ['a date', (page) => page.getByTestId('date').first().locator('th a').click()],
  [
    'names together',
    async (page) => {
      await goTo(page, 'network');
      await page.getByTestId('pair').first().waitFor();
      await page.locator('.drawn .network:not(.unfinished)').waitFor();
    },
  ],
  ['the neighbours of a name', (page) => page.locator('.drawn a.node').first().click()],
  ['publishers and names', (page) => drawn(page, 'matrix')],
  ['its numbers', (page) => page.locator('[data-testid=picture-matrix] summary').click()],
  [
    'articles by publisher',
    async (page) => {
      await goTo(page, 'articles');
      await page.getByTestId('by').and(page.locator(':visible')).selectOption('publisher');
    },
  ],
  [
    'an article’s three states',
    async (page) => {
      await page.getByTestId('ungroup').click();
      await page.getByTestId('article').first().locator('th a').click();
      await page.locator('[data-testid=versions]:visible').click();
      await page.getByTestId('version').first().waitFor();
    },
  ],
  ['copies', (page) => goTo(page, 'copies')],
  [
    'two versions',
    async (page) => {
      await page.getByTestId('compare').first().click();
      await page.getByTestId('passage').first().waitFor();
    },
  ],
  ['keys', (page) => page.keyboard.press('?')],
];

/** Goes to one of the views of a section, and waits for its rows. @param {Page} page @param {string} name @param {string} [row] */
async function tab(page, name, row) {
  await page.locator(`.tabs:visible [data-tab=${name}]`).click();
  if (row) await page.getByTestId(row).first().waitFor();
}

/** Goes to another way to look at the same, and waits for its picture. @param {Page} page @param {string} name */
async function drawn(page, name) {
  await page.locator(`.tabs:visible [data-tab=${name}]`).click();
  await page.locator(`[data-testid=picture-${name}] .drawn svg`).waitFor();
}

/** Closes a window. @param {Page} page */
const leave = (page) => page.keyboard.press('Escape');

for (const locale of ['ar', 'en'])
  for (const colorScheme of /** @type {const} */ (['light', 'dark']))
    test(`axe finds nothing (${locale}, ${colorScheme})`, { timeout: 300_000 }, async () => {
      const { page, errors } = await site.open('', { locale, colorScheme, reducedMotion: 'reduce' });
      await page.getByTestId('drop').waitFor();
      await loadAxe(page);
      for (const [screen, reach] of SCREENS) {
        await reach(page);
        assert.deepEqual(await violations(page), [], screen);
      }
      assert.deepEqual(errors, []);
      await page.context().close();
    });

const ADDRESSES = [
  ...[
    'articles',
    'articles?by=publisher',
    'articles/1',
    'names',
    'names/0',
    'quotes',
    'words',
    'frequencies',
  ],
  ...[
    'runs',
    'keyness',
    'concordance?q=المياه',
    'time',
    'lines',
    'dates',
    'network',
    'network/0',
    'matrix',
    'copies',
  ],
  'compare?a=0-0&b=1-0',
];

// 1280 pixels at 200 % and at 400 % (WCAG 2.2, 1.4.4 and 1.4.10).
for (const width of [640, 320])
  test(`nothing has to be scrolled sideways at ${width} pixels, and nothing moves`, async () => {
    const viewport = { width, height: 512 };
    const { page } = await site.open('', { locale: 'ar', viewport, reducedMotion: 'reduce' });
    await page.getByTestId('paste').click();
    const check = async (/** @type {string} */ screen) => {
      assert.deepEqual(await page.evaluate(tooWide), [], screen);
      assert.equal(await page.evaluate(() => document.getAnimations().length), 0, screen);
    };
    await check('first screen');
    await page.getByTestId('files').setInputFiles(samples.slice(0, 8));
    await articlesRead(page, 8);
    for (const address of ADDRESSES) {
      await page.goto(`${site.url}#/${address}`);
      await page.locator('.view:visible').waitFor();
      await check(address);
    }
    for (const window of ['add', 'export', 'session', 'help']) {
      await page.getByTestId(window).click();
      await page.locator('dialog[open]').waitFor();
      await check(window);
      await leave(page);
    }
    await page.context().close();
  });

/** What makes the page or its open window wider than the screen; a table may be, in a part that scrolls by itself. */
function tooWide() {
  const { clientWidth } = document.documentElement;
  const window = document.querySelector('dialog[open]');
  const scrolling = [document.scrollingElement, window].filter(
    (element) => element && element.scrollWidth > element.clientWidth,
  );
  if (scrolling.length === 0) return [];
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (left < -1 || right > clientWidth + 1) && !element.closest('.scroll, .top nav');
  });
  return wide.map(({ tagName, className }) => `${tagName} ${className}`).concat('too wide');
}
