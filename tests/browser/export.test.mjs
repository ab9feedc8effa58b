// Files written from the page, as a person writes them: each format, all articles, those that the list shows, and the one being read.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { samples } from '../inputs.mjs';
import { startSite } from './harness.mjs';
import { articlesRead, exported, goTo, savedReport } from './person.mjs';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

const COUNT = 5;

/** @param {string} locale */
async function reading(locale) {
  const opened = await site.open('', { locale });
  await opened.page.getByTestId('drop').waitFor();
  await opened.page.waitForLoadState('networkidle');
  opened.requests.length = 0;
  await opened.page.getByTestId('files').setInputFiles(samples.slice(0, COUNT));
  await articlesRead(opened.page, COUNT);
  return opened;
}

test('every format has all articles, and writing asks for nothing', async () => {
  const { page, requests, errors } = await reading('ar');
  const report = await savedReport(page);
  const [{ documents }, mentions] = [
    report,
    report.documents.reduce(
      (/** @type {number} */ sum, /** @type {any} */ { mentions }) => sum + mentions.length,
      0,
    ),
  ];
  assert.equal(documents.length, COUNT);
  const text = async (/** @type {string} */ format) => (await exported(page, format)).bytes.toString();
  assert.equal((await text('jsonl')).trimEnd().split('\n').length, COUNT);
  assert.equal((await text('conll')).match(/\tB-/g)?.length, mentions);
  assert.equal((await text('tei')).match(/<TEI /g)?.length, COUNT);
  assert.equal((await text('annotated')).match(/<article /g)?.length, COUNT);
  assert.match(await text('summary'), /<html lang="ar" dir="rtl">/);
  const workbook = unzipSync(new Uint8Array((await exported(page, 'xlsx')).bytes));
  const sheet = strFromU8(workbook['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  assert.equal(sheet.match(/<row /g)?.length, COUNT + 1);
  const { name, bytes } = await exported(page, 'csv');
  assert.match(name, /^warraq-\d{4}-\d\d-\d\d-\d{4}\.csv\.zip$/);
  assert.equal(Object.keys(unzipSync(new Uint8Array(bytes))).length, 10);
  const one = await exported(page, 'csv', { sheet: 'names' });
  assert.match(one.name, /^warraq-names-[\d-]+\.csv$/);
  assert.equal(one.bytes.toString().trimEnd().split('\r\n').length, report.entities.length + 1);
  assert.deepEqual(
    requests.filter((url) => !url.startsWith('blob:')),
    [],
  );
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('what the list shows, and the article being read, are written alone', async () => {
  const { page, errors } = await reading('en');
  const whole = await savedReport(page);
  const [first] = whole.documents;
  await page.locator('[data-testid=search]:visible').fill('بسكرة');
  await page.waitForFunction(
    (count) => document.querySelectorAll('[data-testid=article]').length < count,
    COUNT,
  );
  const shown = await page.getByTestId('article').count();
  const listed = JSON.parse((await exported(page, 'json', { scope: 'listed' })).bytes.toString());
  assert.equal(listed.documents.length, shown);
  assert.ok(listed.keywords.length > 0 && listed.entities.length < whole.entities.length);
  await page.locator('[data-testid=search]:visible').fill('');
  await page.locator('[data-testid=article][data-id="0"]').getByRole('link').first().click();
  await page.getByTestId('reader').waitFor();
  const read = JSON.parse((await exported(page, 'json', { scope: 'read' })).bytes.toString());
  assert.deepEqual(read.documents, [first]);
  await goTo(page, 'names');
  await page.getByTestId('export').click();
  await page.getByTestId('export-save').waitFor();
  assert.equal(
    await page.locator('input[name=scope]').count(),
    1,
    'no article is being read, and all are listed',
  );
  await page.keyboard.press('Escape');
  assert.ok(
    await page.getByTestId('export').evaluate((button) => button === document.activeElement),
    'the focus is back',
  );
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('the report file opens offline in a browser that may load nothing, with the names of the page', async () => {
  const { page } = await reading('ar');
  await goTo(page, 'names');
  const name = await page.getByTestId('entity').first().getAttribute('data-name');
  const { bytes } = await exported(page, 'summary');
  const other = await page.context().newPage();
  /** @type {string[]} */
  const problems = [];
  other.on('console', (message) => problems.push(message.text()));
  await page.context().setOffline(true);
  await other.setContent(bytes.toString());
  assert.ok((await other.locator('body').innerText()).includes(name ?? '?'));
  assert.equal(await other.locator('h1').innerText(), 'ماذا تقول المقالات');
  assert.deepEqual(problems, []);
  await page.context().close();
});
