// npm run screenshots: pictures of the page with the samples, for the README, to docs/screenshots/.
import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browser } from './install.mjs';
import { main, root, say } from './run.mjs';
import { serve } from './serve.mjs';
import { buildSite } from './site.mjs';

/** @typedef {import('playwright-core').Page} Page */

const SIZE = { width: 1440, height: 900 };
const FOLDER = 'docs/screenshots';
const LOCALES = { ar: 'ar', en: 'en-GB' };

await main(async () => {
  await buildSite();
  const { url, server } = await serve(join(root, 'dist'));
  const chrome = await chromium.launch({
    executablePath: browser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const [language, locale] of Object.entries(LOCALES)) {
    const page = await chrome.newPage({
      viewport: SIZE,
      locale,
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await page.goto(url);
    await page.getByTestId('samples').waitFor();
    await picture(page, `first-${language}`);
    await page.getByTestId('samples').click();
    await page.getByTestId('outcome').filter({ hasText: /./ }).waitFor();
    await page
      .getByTestId('article')
      .and(page.locator('[data-name="02-water-portal.txt"]'))
      .getByRole('link')
      .first()
      .click();
    await page.getByTestId('reader').waitFor();
    await picture(page, `reader-${language}`);
    await page.locator('nav a[data-section=names]').click();
    await page.locator('.names th[data-key=spellings] button').click(); // the name with most spellings
    await page.getByTestId('entity').first().getByRole('link').click();
    await page.getByTestId('spellings').waitFor();
    await picture(page, `names-${language}`);
    await page.close();
  }
  await chrome.close();
  server.close();
});

/** @param {Page} page @param {string} name */
async function picture(page, name) {
  // What was done last is told at the foot for some seconds, over what is there.
  await page.getByTestId('outcome').filter({ hasNotText: /./ }).waitFor({ state: 'attached' });
  const path = join(root, FOLDER, `${name}.png`);
  await page.screenshot({ path });
  say(`${FOLDER}/${name}.png, ${Math.round(statSync(path).size / 1000)} kB`);
}
