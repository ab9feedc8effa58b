// <warraq-analyzer> and <warraq-text> on pages of someone else's.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { loadAxe, violations } from '../browser/axe.mjs';
import { openPage } from '../browser/harness.mjs';
import { recordAttempts } from '../browser/attempts.mjs';
import { samples } from '../inputs.mjs';
import { examples, startHosts } from './host.mjs';

/** @type {Awaited<ReturnType<typeof startHosts>>} */
let hosts;
/** @type {string} */
let url;
before(async () => {
  hosts = await startHosts();
  url = await hosts.serve('plain');
});
after(() => hosts.close());

/**
 * A page of the site with this body, opened.
 *
 * @param {string} body
 * @param {{ head?: string, options?: import('playwright-core').BrowserContextOptions, first?: () => void }} [more] `first` runs before its scripts
 */
async function open(body, { head = '', options, first } = {}) {
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Site</title>
    <link rel="icon" href="data:,">${head}<script type="module" src="./warraq/element.js"></script></head><body><main>${body}</main></body></html>`;
  writeFileSync(join(examples, 'plain/body.html'), html);
  const opened = await openPage(hosts.browser, 'about:blank', options);
  if (first) await opened.page.addInitScript(first);
  await opened.page.goto(`${url}body.html`);
  return opened;
}

/** The names that are marked in a page, by layer, and what text they cover. @param {import('playwright-core').Page} page */
const marked = (page) =>
  page.evaluate(() =>
    [...CSS.highlights].flatMap(([name, ranges]) =>
      [...ranges].map((range) => `${name.slice('warraq-'.length)} ${/** @type {Range} */ (range)}`),
    ),
  );

test('two on a page, in two languages, have nothing to do with each other', async () => {
  const { page, errors, requests } = await open(`
    <warraq-analyzer lang="ar" views="names text"></warraq-analyzer>
    <warraq-analyzer id="english" views="quotes names"><h2 slot="title">Press</h2></warraq-analyzer>`);
  const [first, second] = [page.locator('warraq-analyzer').first(), page.locator('#english')];
  await first.locator('input[type=file]').setInputFiles(samples.slice(0, 2));
  await first.getByRole('tab', { name: 'الأسماء' }).waitFor();
  assert.equal(await first.getByRole('status').innerText(), 'مقالان');
  assert.equal(await second.getByRole('tab').count(), 0);
  await second.locator('input[type=file]').setInputFiles(samples.slice(2, 3));
  await second.getByRole('tab', { name: 'Quotes' }).waitFor();
  assert.equal(await second.getByRole('status').innerText(), 'One article');
  const directions = await page.evaluate(() =>
    [...document.querySelectorAll('warraq-analyzer')].map(
      (element) => getComputedStyle(/** @type {Element} */ (element.shadowRoot?.firstElementChild)).direction,
    ),
  );
  assert.deepEqual(directions, ['rtl', 'ltr']);
  await second.getByRole('button', { name: 'Forget all' }).click();
  assert.equal(await second.getByRole('tab').count(), 0);
  assert.equal(await first.getByRole('tab').count(), 2);
  assert.equal(requests.filter((address) => address.endsWith('.wasm')).length, 1);
  assert.deepEqual(errors, []);
});

test('a name chosen is shown where it stands; tabs go by the keyboard', async () => {
  const { page } = await open('<warraq-analyzer lang="ar" views="names text words"></warraq-analyzer>');
  await page.locator('input[type=file]').setInputFiles(samples.slice(0, 1));
  await page.evaluate(() => {
    addEventListener('warraq-select', (event) => {
      document.title = /** @type {CustomEvent} */ (event).detail.entity.name;
    });
  });
  await page.getByRole('button', { name: 'عمان' }).click();
  assert.equal(await page.title(), 'عمان');
  assert.ok((await marked(page)).includes('selected عمّان'));
  await page.getByRole('tab', { selected: true }).focus();
  await page.keyboard.press('ArrowLeft'); // onwards, from right to left
  assert.equal(await page.getByRole('tab', { selected: true }).innerText(), 'الكلمات');
  await page.keyboard.press('ArrowRight');
  assert.equal(await page.getByRole('tab', { selected: true }).innerText(), 'النص');
});

test('what cannot be read is said in the language of the element, and told as an event', async () => {
  const { page } = await open('<warraq-analyzer lang="ar"></warraq-analyzer>');
  const told = page.evaluate(
    () =>
      new Promise((resolve) =>
        addEventListener('warraq-error', (event) => resolve(/** @type {CustomEvent} */ (event).detail.code)),
      ),
  );
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: '<b>.txt', mimeType: 'text/plain', buffer: Buffer.from('') });
  assert.equal(await told, 'empty');
  assert.match(await page.getByRole('listitem').innerText(), /<b>\.txt.*الملف فارغ/);
});

for (const colorScheme of /** @type {const} */ (['light', 'dark']))
  test(`axe finds nothing to say, ${colorScheme}`, async () => {
    const head = '<meta name="color-scheme" content="light dark"><style>h1 { color: CanvasText }</style>';
    const body =
      '<h1>Site</h1><warraq-analyzer lang="ar" views="text names quotes"><h2 slot="title">Press</h2></warraq-analyzer>';
    const { page } = await open(body, { head, options: { colorScheme } });
    await loadAxe(page);
    assert.deepEqual(await violations(page), []);
    await page.locator('input[type=file]').setInputFiles(samples.slice(0, 2));
    for (const name of ['النص', 'الأسماء', 'الأقوال']) {
      await page.getByRole('tab', { name }).click();
      assert.deepEqual(await violations(page), []);
    }
  });

test('moved it keeps what it read; taken out it gives its worker back', async () => {
  const { page } = await open('<warraq-analyzer lang="ar"></warraq-analyzer><div id="there"></div>');
  await page.locator('input[type=file]').setInputFiles(samples.slice(0, 1));
  await page.getByRole('tab').first().waitFor();
  await page.evaluate(() =>
    document
      .getElementById('there')
      ?.append(/** @type {Element} */ (document.querySelector('warraq-analyzer'))),
  );
  assert.equal(await page.getByRole('tab').count(), 6);
  assert.equal(page.workers().length, 1);
  const ended = page.workers()[0]?.waitForEvent('close');
  await page.evaluate(() => document.querySelector('warraq-analyzer')?.remove());
  await ended;
  assert.equal(page.workers().length, 0);
});

const TEXT = `<warraq-text lang="ar" dir="rtl"><h2>وفد في بكين</h2>
  <p id="p">وصل وفد من <b>منظمة التجارة</b> العالمية إلى <i>بكين</i> أمس، وسافر لأوكرانيا.</p>
  <script type="text/plain">القاهرة</script><p hidden>موسكو</p></warraq-text>`;

/** @param {import('playwright-core').Page} page */
const reported = (page) => page.waitForFunction(() => document.querySelector('warraq-text')?.report);

test('names in a text of the site are marked, and its nodes stay as they are', async () => {
  const { page, errors } = await open(TEXT);
  const before = await page.locator('#p').innerHTML();
  await reported(page);
  const found = await marked(page);
  assert.deepEqual(found.sort(), ['loc بكين', 'loc بكين', 'loc لأوكرانيا', 'org منظمة التجارة العالمية']);
  assert.equal(await page.locator('#p').innerHTML(), before);
  await page.locator('warraq-text').evaluate((element) => element.setAttribute('kinds', 'ORG'));
  assert.deepEqual(await marked(page), ['org منظمة التجارة العالمية']);
  await page.locator('#p').evaluate((paragraph) => (paragraph.textContent = 'زار مجلس الأمن أمس.'));
  await page.waitForFunction(() => document.querySelector('warraq-text')?.report?.entities.length === 2);
  const ended = page.workers()[0]?.waitForEvent('close');
  await page.locator('warraq-text').evaluate((element) => element.remove());
  await ended;
  assert.deepEqual(await marked(page), []);
  assert.deepEqual(errors, []);
});

test('a name that is pressed is told', async () => {
  const { page } = await open(TEXT);
  await reported(page);
  const told = page.evaluate(
    () =>
      new Promise((resolve) =>
        addEventListener('warraq-select', (event) => {
          const { entity, range } = /** @type {CustomEvent} */ (event).detail;
          resolve([entity.name, String(range)]);
        }),
      ),
  );
  await page.locator('#p i').click();
  assert.deepEqual(await told, ['بكين', 'بكين']);
});

test('without the Highlight API spans stand in, and go again', async () => {
  const { page } = await open(TEXT, { first: () => void delete (/** @type {any} */ (CSS).highlights) });
  await reported(page);
  const spans = await page.locator('#p .warraq-mark').allTextContents();
  assert.deepEqual(spans, ['منظمة التجارة', ' العالمية', 'بكين', 'لأوكرانيا']);
  const drawn = await page
    .locator('#p .warraq-loc')
    .first()
    .evaluate((span) => {
      const { paddingInline, marginInline, borderInlineWidth, display } = getComputedStyle(span);
      return [paddingInline, marginInline, borderInlineWidth, display];
    });
  assert.deepEqual(drawn, ['0px', '0px', '0px', 'inline'], 'letters join across it');
  await page.locator('warraq-text').evaluate((element) => {
    document.body.append(/** @type {Element} */ (element.querySelector('#p')));
    element.remove();
  });
  assert.equal(await page.locator('.warraq-mark').count(), 0);
});

test('nothing of a whole analysis leaves the page', async () => {
  const { page, requests, errors } = await open(`<warraq-analyzer lang="ar"></warraq-analyzer>${TEXT}`, {
    first: recordAttempts,
  });
  await reported(page);
  const before = requests.length;
  await page.locator('input[type=file]').setInputFiles(samples);
  await page.getByRole('tab').first().waitFor({ timeout: 60_000 });
  for (const tab of await page.getByRole('tab').all()) await tab.click();
  const attempts = await page.evaluate(() => /** @type {any} */ (globalThis).attempts);
  const outside = requests.slice(before).filter((address) => !address.startsWith('blob:'));
  assert.deepEqual([outside, attempts, errors], [[], [], []]);
  assert.deepEqual(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]), [
    '',
    0,
    0,
  ]);
});
