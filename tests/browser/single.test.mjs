// dist/warraq.html, the page in one file, opened from the disk as by a double click.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nameOf, root, samples } from '../inputs.mjs';
import { startSite } from './harness.mjs';
import { articlesRead, drop, goTo, rows, savedReport } from './person.mjs';
import { painted, pdf } from './pdf.mjs';

const PAGE = pathToFileURL(join(root, 'dist/warraq.html')).href;

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
let folder = '';
before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  writeFileSync(
    join(folder, 'painted.pdf'),
    pdf([painted(['افتتح الصيادون سوقهم الجديد في بيروت صباح الأحد'])]),
  );
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

for (const locale of ['ar', 'en'])
  test(`samples, a file and a PDF are read in it, and nothing is asked for (${locale})`, async () => {
    const { page, requests, errors } = await site.open(PAGE, { locale });
    await page.getByTestId('samples').click();
    await articlesRead(page, samples.length);
    assert.deepEqual(await rows(page, 'article', ['name']), samples.map(nameOf).sort());

    writeFileSync(join(folder, 'own.txt'), 'غادر الوفد نواكشوط إلى بيروت مساء أمس.\n');
    await drop(page, [join(folder, 'own.txt'), join(folder, 'painted.pdf')]);
    await articlesRead(page, samples.length + 2);
    await goTo(page, 'names');
    await page.getByTestId('entity').and(page.locator('[data-name="نواكشوط"]')).waitFor();

    assert.deepEqual(
      requests.filter((url) => !url.startsWith('blob:')),
      [PAGE],
    );
    assert.deepEqual(errors, []);
    await page.context().close();
  });

test('its policy lets nothing be loaded', async () => {
  const { page } = await site.open(PAGE);
  const refused = await page.evaluate(async (address) => {
    /** @type {string[]} */
    const directives = [];
    addEventListener('securitypolicyviolation', (event) => directives.push(event.effectiveDirective));
    await fetch(address).catch(() => {});
    await import(`${address}/x.js`).catch(() => {});
    const image = new Image();
    await new Promise((resolve) => {
      image.onerror = resolve;
      image.src = `${address}/x.png`;
    });
    return directives;
  }, site.url);
  assert.deepEqual(refused, ['connect-src', 'script-src-elem', 'img-src']);
  await page.context().close();
});

test('its results are exported, and its session is kept where that is wanted, and forgotten', async () => {
  const { page, errors } = await site.open(PAGE, { locale: 'en' });
  await page.getByTestId('files').setInputFiles(samples.slice(0, 2));
  await articlesRead(page, 2);
  const report = await savedReport(page);
  await page.getByTestId('session').click();
  await page.getByTestId('keep').check();
  await page.getByText('from now on').waitFor();
  await page.reload();
  await articlesRead(page, 2);
  assert.deepEqual(await savedReport(page), report);
  await page.getByTestId('session').click();
  await page.getByTestId('forget').click();
  await page.getByTestId('confirm').click();
  await page.getByTestId('outcome').getByText('forgotten').waitFor();
  await page.reload();
  await page.getByTestId('drop').waitFor();
  assert.equal(await page.evaluate(async () => (await indexedDB.databases()).length), 0);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('it carries the licences of what it contains, and shows them', async () => {
  const { page, requests, errors } = await site.open(PAGE, { locale: 'en' });
  await page.getByTestId('help').click();
  await page.getByTestId('open-licences').click();
  const text = page.getByTestId('licences');
  await text.getByText('Permission is hereby granted').waitFor();
  const words = await text.innerText();
  for (const part of ['fflate', 'd3-force', 'pdfjs-dist', 'crate regex', 'font vazirmatn', 'GeoNames'])
    assert.ok(words.includes(part), part);
  assert.match(words, /SIL OPEN FONT LICENSE/i);
  assert.match(words, /Apache License\s+Version 2\.0/);
  assert.deepEqual(
    requests.filter((url) => !url.startsWith('blob:')),
    [PAGE],
  );
  assert.deepEqual(errors, []);
  await page.context().close();
});
