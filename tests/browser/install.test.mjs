// Installing the page, where the browser offers that.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { startSite } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** What Chromium does when a page can be installed; a browser without a window never does. */
function offer() {
  const event = new Event('beforeinstallprompt', { cancelable: true });
  const asked = { times: 0, kept: false };
  Object.assign(globalThis, { asked });
  Object.assign(event, { prompt: async () => ({ outcome: asked.times++ ? 'dismissed' : 'accepted' }) });
  asked.kept = !dispatchEvent(event);
}

for (const [locale, words] of /** @type {const} */ ([
  ['ar', 'ثبّت ورّاق على هذا الجهاز'],
  ['en', 'Install Warraq on this device'],
]))
  test(`a button installs it while the browser offers that, and not otherwise (${locale})`, async () => {
    const { page, errors } = await site.open('', { locale });
    const button = page.getByTestId('install');
    await button.waitFor({ state: 'attached' });
    assert.ok(await button.isHidden());
    await page.evaluate(offer);
    await button.waitFor();
    assert.equal(await button.getAttribute('aria-label'), words);
    // The offer is there in the other language too.
    await page.getByTestId('language').click();
    await button.waitFor();
    await button.click();
    await button.waitFor({ state: 'hidden' });
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).asked), {
      times: 1,
      kept: true,
    });
    await page.evaluate(offer);
    await button.waitFor();
    await page.evaluate(() => dispatchEvent(new Event('appinstalled')));
    await button.waitFor({ state: 'hidden' });
    assert.deepEqual(errors, []);
    await page.context().close();
  });
