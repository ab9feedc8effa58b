// The session as something that lasts, as a person has it: saved and opened again with the same results, kept in the browser if that is
// wanted and not otherwise, and forgotten.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { startSite } from './harness.mjs';
import { painted, pdf } from './pdf.mjs';
import { articlesRead, drop, goTo, savedReport } from './person.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** In Windows-1256, read as ISO 8859-6 by choice: «محمد في السوق». */
const CHOSEN = Buffer.from([0xe3, 0xcd, 0xe3, 0xcf, 0x20, 0xdd, 0xed, 0x20, 0xc7, 0xe1, 0xd3, 0xe6, 0xde]);

/** @type {Record<string, string | Uint8Array>} */
const FILES = {
  'a.txt': 'افتتاح مرصد جديد\nقال رئيس المرصد في بكين إن العمل يبدأ في مارس.\nاقرأ أيضا: وفد يزور موسكو\n',
  'b.txt': 'وفد يزور القاهرة\nوصل الوفد إلى القاهرة أمس قادما من موسكو.\n',
  'gone.txt': 'خبر لا يبقى\nعاد الوفد من دمشق إلى عدن.\n',
  'rows.csv':
    'first,second,day\n' +
    'فتحت البلدية الجسر الجديد صباح أمس,أغلقت بيروت شارعا قديما حتى الصيف المقبل,2024-05-01\n' +
    'عاد العمال إلى الميناء بعد أسبوع,زرعت البلدية ألف شجرة على ضفة النهر,2024-05-02\n',
  'd.txt': CHOSEN,
};

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
let folder = '';
before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(join(folder, name), content);
  writeFileSync(
    join(folder, 'e.pdf'),
    pdf([painted(['افتتاح مكتبة في صور', 'فتحت البلدية مكتبة قديمة في مدينة صور بعد ترميم طويل.'])]),
  );
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/**
 * @param {string} [locale]
 * @param {string[]} [names]
 * @param {import('playwright-core').BrowserContextOptions} [options]
 */
async function reading(locale = 'en', names = ['a.txt', 'b.txt'], options = {}) {
  const opened = await site.open('', { locale, ...options });
  await opened.page.getByTestId('drop').waitFor();
  await drop(
    opened.page,
    names.map((name) => join(folder, name)),
  );
  return opened;
}

/** Saves the session to a file, and returns its path. @param {Page} page */
async function saved(page) {
  await page.getByTestId('session').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('save-session').click(),
  ]);
  await page.keyboard.press('Escape');
  assert.match(download.suggestedFilename(), /^warraq-[\d-]+\.warraq$/);
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}

/** Key words of one score stand in the order in which their articles came, which a removed one or one read anew has changed. @param {any} report */
function inOrder(report) {
  const order = (/** @type {any} */ a, /** @type {any} */ b) =>
    b.score - a.score || (a.term < b.term ? -1 : 1);
  return { ...report, keywords: report.keywords.toSorted(order) };
}

/** What this browser keeps for the site. @param {Page} page */
function keptIn(page) {
  return page.evaluate(async () => ({
    databases: (await indexedDB.databases()).map(({ name }) => name),
    preferences: Object.keys(localStorage),
    pages: await Promise.all(
      (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).length),
    ),
  }));
}

test('a session saved with its decisions, choices and files opens elsewhere with the same results', async () => {
  const { page, errors } = await reading('ar', [...Object.keys(FILES), 'e.pdf']);
  await articlesRead(page, 7);
  await page.getByTestId('table').locator('summary').click();
  await page.getByTestId('table').locator('select[name=text]').selectOption('second');
  await page.locator('[data-testid=article]', { hasText: 'بيروت' }).waitFor();
  await page.locator('[data-testid=article][data-name="gone.txt"]').getByTestId('remove').click();
  await articlesRead(page, 6);
  await page.locator('[data-testid=article][data-name="d.txt"]').getByRole('link').first().click();
  await page.getByTestId('encoding').selectOption('iso-8859-6');
  await page.getByTestId('reader').getByText('محمد').waitFor({ state: 'detached' });
  await goTo(page, 'articles');
  await page.locator('[data-testid=article][data-name="a.txt"]').getByRole('link').first().click();
  await page.getByTestId('show-left-out').check();
  await page.locator('[data-testid=left-out][data-block="2"]').getByTestId('bringBack').click();
  await page.locator('[data-testid=block][data-block="2"]').waitFor();
  await goTo(page, 'names');
  await page.locator('[data-testid=decisions]:visible').click();
  await page.getByTestId('add-words').fill('الوفد');
  await page.getByTestId('add-kind').selectOption('ORG');
  await page.getByTestId('add-words').press('Enter');
  await page.locator('[data-testid=entity][data-name="الوفد"]').waitFor();
  await page.keyboard.press('Escape');
  const whole = inOrder(await savedReport(page));
  const path = await saved(page);
  await page.context().close();

  const { page: other, errors: more } = await site.open('', { locale: 'en' });
  await other.getByTestId('drop').waitFor();
  await drop(other, [path]);
  await articlesRead(other, 6);
  assert.deepEqual(inOrder(await savedReport(other)), whole);
  // What was decided can be taken back, and what was chosen is chosen still.
  await other.keyboard.press('2');
  await other.locator('[data-testid=decisions]:visible').click();
  assert.equal(await other.getByTestId('decision').count(), 2);
  await other.getByTestId('decision').filter({ hasText: 'وفد يزور موسكو' }).getByRole('button').click();
  await other.keyboard.press('Escape');
  await other.locator('[data-testid=entity][data-name="موسكو"][data-count="1"]').waitFor();
  await goTo(other, 'articles');
  await other.getByTestId('table').locator('summary').click();
  assert.equal(await other.getByTestId('table').locator('select[name=text]').inputValue(), 'second');
  await other.locator('[data-testid=article][data-name="d.txt"]').getByRole('link').first().click();
  assert.equal(await other.getByTestId('encoding').inputValue(), 'iso-8859-6');
  assert.deepEqual([...errors, ...more], []);
  await other.context().close();
});

test('where there are articles it is asked before a session takes their place; what is no session is refused by name', async () => {
  const { page, errors } = await reading();
  await articlesRead(page, 2);
  const path = await saved(page);
  await drop(page, [join(folder, 'gone.txt')]);
  await articlesRead(page, 3);
  await drop(page, [path]);
  await page.getByTestId('confirm').waitFor();
  assert.match(await page.locator('dialog[open]').innerText(), /3 articles/);
  await page.keyboard.press('Escape');
  assert.equal(await page.getByTestId('article').count(), 3);
  await page.getByTestId('session').click();
  await page.getByTestId('session-file').setInputFiles(path);
  await page.getByTestId('confirm').click();
  await articlesRead(page, 2);
  const newer = join(folder, 'newer.warraq');
  writeFileSync(newer, zipSync({ 'session.json': strToU8('{"warraq-session":9,"warraq":"9.0.0"}') }));
  const broken = join(folder, 'broken.warraq');
  writeFileSync(broken, 'PK');
  for (const [path, code, words] of /** @type {const} */ ([
    [newer, 'newer-session', 'newer version'],
    [broken, 'broken-session', 'damaged'],
  ])) {
    await drop(page, [path]);
    const problem = page.locator(`[data-testid=problem][data-code=${code}]`);
    await problem.waitFor();
    assert.ok((await problem.innerText()).includes(words));
  }
  assert.equal(await page.getByTestId('article').count(), 2, 'what is open stays open');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('nothing is kept unless it is wanted; then a reload has it all again, where it was, until all is forgotten', async () => {
  const { page, errors } = await reading('ar', undefined, { serviceWorkers: 'allow' });
  await articlesRead(page, 2);
  await page.evaluate(() => navigator.serviceWorker.ready);
  const { databases, pages } = await keptIn(page);
  assert.deepEqual(databases, []);
  assert.ok(Number(pages[0]) > 5, 'the page’s own files');
  await page.getByTestId('session').click();
  assert.equal(await page.getByTestId('keep').isChecked(), false);
  await page.getByTestId('keep').check();
  await page.getByRole('status').filter({ hasText: 'من الآن' }).waitFor();
  await page.keyboard.press('Escape');
  await drop(page, [join(folder, 'gone.txt')]);
  await articlesRead(page, 3);
  await page.locator('[data-testid=article][data-name="gone.txt"]').getByTestId('remove').click();
  await articlesRead(page, 2);
  await page.locator('[data-testid=article][data-name="b.txt"]').getByRole('link').first().click();
  await page.getByTestId('reader').waitFor();
  const whole = await savedReport(page);
  await page.waitForTimeout(1000);
  await page.reload();
  await page.getByTestId('reader').getByText('وصل الوفد').waitFor();
  assert.deepEqual(await savedReport(page), whole);
  // Twice, since the files now come from the storage.
  await page.waitForTimeout(1000);
  await page.reload();
  await page.getByTestId('reader').getByText('وصل الوفد').waitFor();
  assert.deepEqual(await savedReport(page), whole);

  await page.getByTestId('session').click();
  await page.getByTestId('forget').click();
  await page.getByTestId('confirm').click();
  await page.getByTestId('outcome').getByText('نُسي كل شيء').waitFor();
  assert.deepEqual(await keptIn(page), { databases: [], preferences: [], pages: [0] });
  await page.waitForTimeout(1000);
  assert.deepEqual((await keptIn(page)).databases, [], 'nor does it come back');
  await page.reload();
  await page.getByTestId('drop').waitFor();
  assert.equal(await page.getByTestId('lost').isVisible(), false);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('switched off, the keeping leaves nothing; an address of what is gone says so', async () => {
  const { page, errors } = await reading();
  await articlesRead(page, 2);
  await page.getByTestId('session').click();
  await page.getByTestId('keep').check();
  await page.getByRole('status').filter({ hasText: 'from now on' }).waitFor();
  await page.getByTestId('keep').uncheck();
  await page.getByRole('status').filter({ hasText: 'any more' }).waitFor();
  assert.deepEqual((await keptIn(page)).databases, []);
  await page.keyboard.press('Escape');
  await goTo(page, 'names');
  await page.reload();
  await page.getByTestId('lost').getByText('earlier visit').waitFor();
  await drop(page, [join(folder, 'a.txt')]);
  await page.getByTestId('entity').first().waitFor();
  assert.equal(await page.getByTestId('lost').isVisible(), false);
  assert.deepEqual(errors, []);
  await page.context().close();
});
