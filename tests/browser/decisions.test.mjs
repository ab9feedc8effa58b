// Decisions about names, as a person takes them: the results follow at once, can be undone, and go into a file and back.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { startSite } from './harness.mjs';
import { articlesRead, drop, goTo, rows, savedReport, select } from './person.mjs';

/** @typedef {import('playwright-core').Page} Page */

const ARTICLES = {
  'a.txt':
    'افتتاح مرصد جديد\nقال رئيس مرصد الأصيل في بكين إن العمل يبدأ في مارس. وتشارك موسكو في المشروع.\nوزار الوفد بكين ثم عاد إلى القاهرة.\n',
  'b.txt':
    'وفد يزور القاهرة\nوصل وفد من مرصد الأصيل إلى القاهرة أمس قادما من موسكو.\nويعود الوفد إلى موسكو غدا.\n',
};

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
let folder = '';
/** @type {string[]} */
let paths = [];
before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  paths = Object.keys(ARTICLES).map((name) => join(folder, name));
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, name), text);
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** @param {string} [locale] */
async function reading(locale = 'ar') {
  const opened = await site.open('', { locale });
  await opened.page.getByTestId('drop').waitFor();
  await drop(opened.page, paths);
  await articlesRead(opened.page, paths.length);
  return opened;
}

/** Ticks names of the table. @param {Page} page @param {string[]} names */
async function tick(page, names) {
  for (const name of names)
    await page.locator(`[data-testid=entity][data-name="${name}"]`).getByTestId('pick').check();
}

/** Waits until a name is mentioned so often, or is not there where that is 0. @param {Page} page @param {string} name @param {number} count */
function mentioned(page, name, count) {
  const row = page.locator(`[data-testid=entity][data-name="${name}"]`);
  return count === 0
    ? row.waitFor({ state: 'detached' })
    : page.locator(`[data-testid=entity][data-name="${name}"][data-count="${count}"]`).waitFor();
}

for (const locale of ['ar', 'en']) {
  test(`names are joined, split, renamed, given a kind and deleted, and all is undone and redone (${locale})`, async () => {
    const { page, errors } = await reading(locale);
    await goTo(page, 'names');
    const before = await rows(page, 'entity', ['name', 'count', 'kind']);
    assert.ok(before.includes('موسكو | 3 | LOC') && before.includes('بكين | 2 | LOC'), before.join('\n'));

    await tick(page, ['بكين', 'موسكو']);
    await page.getByTestId('merge-name').selectOption({ label: 'بكين' });
    await page.getByTestId('merge').click();
    await mentioned(page, 'بكين', 5);
    await mentioned(page, 'موسكو', 0);

    await page.getByRole('link', { name: 'بكين', exact: true }).click();
    assert.equal(await page.getByTestId('split').count(), 2);
    await page.getByRole('button', { name: 'موسكو' }).click();
    await mentioned(page, 'موسكو', 3);
    await mentioned(page, 'بكين', 2);

    await page.getByTestId('rename').click();
    await page.getByTestId('new-name').fill('بيجين عاصمة الصين');
    await page.keyboard.press('Enter');
    await mentioned(page, 'بيجين عاصمة الصين', 2);
    const heading = page.locator('.detail h2');
    assert.equal(await heading.innerText(), 'بيجين عاصمة الصين', 'the name that was open stays open');
    assert.ok(await heading.evaluate((element) => element === document.activeElement), 'the focus is kept');

    await page.getByTestId('retype').click();
    await page.locator('.editor [data-kind=ORG]').click();
    await page.locator('[data-testid=entity][data-name="بيجين عاصمة الصين"][data-kind=ORG]').waitFor();
    await page.getByTestId('delete').click();
    await mentioned(page, 'بيجين عاصمة الصين', 0);

    for (let n = 0; n < 5; n++) await page.keyboard.press('Control+KeyZ');
    await mentioned(page, 'موسكو', 3);
    await mentioned(page, 'بكين', 2);
    assert.deepEqual(await rows(page, 'entity', ['name', 'count', 'kind']), before);
    assert.ok(await page.locator('[data-testid=undo]:visible').isDisabled());

    await page.keyboard.press('Control+Shift+KeyZ');
    await mentioned(page, 'بكين', 5);
    await page.locator('[data-testid=redo]:visible').click();
    await mentioned(page, 'موسكو', 3);
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('words selected in an article become a name in all articles, and one typed in does too', async () => {
  const { page, errors } = await reading();
  await page.getByTestId('article').getByRole('link').first().click();
  await select(page, 'مرصد الأصيل');
  await page.getByTestId('marking').getByText('مرصد الأصيل').waitFor();
  await page.getByTestId('marking').locator('[data-kind=ORG]').click();
  await page.getByTestId('outcome').getByText('مرصد الأصيل').waitFor();
  await page.locator('aside').getByText('مرصد الأصيل').first().waitFor();
  await goTo(page, 'names');
  await page
    .locator('[data-testid=entity][data-name="مرصد الأصيل"][data-count="2"][data-kind=ORG]')
    .waitFor();

  await page.locator('[data-testid=decisions]:visible').click();
  await page.getByTestId('add-words').fill('الوفد');
  await page.getByTestId('add-kind').selectOption('MISC');
  await page.getByTestId('add-words').press('Enter');
  await mentioned(page, 'الوفد', 2);
  assert.equal(await page.getByTestId('decision').count(), 2);
  // Any of the decisions can be taken back, not the last alone.
  await page.getByTestId('decision').filter({ hasText: 'مرصد الأصيل' }).getByRole('button').click();
  await mentioned(page, 'مرصد الأصيل', 0);
  await mentioned(page, 'الوفد', 2);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('the decisions are saved to a file, which is dropped with other articles and follows the report', async () => {
  const { page, errors } = await reading();
  await goTo(page, 'names');
  await tick(page, ['بكين', 'موسكو']);
  await page.getByTestId('merge').click();
  await mentioned(page, 'موسكو', 5);
  await page.locator('[data-testid=decisions]:visible').click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByTestId('save-aliases').click(),
  ]);
  assert.match(download.suggestedFilename(), /\.aliases\.tsv$/);
  const file = readFileSync(await download.path(), 'utf8');
  assert.match(file, /^merge\tLOC\tموسكو\tبكين$/m);
  assert.match(file, /^# /, 'it says what it is');
  await page.context().close();

  const saved = join(folder, 'names.aliases.tsv');
  writeFileSync(saved, file);
  const { page: other } = await site.open('', { locale: 'ar' });
  await other.getByTestId('drop').waitFor();
  await drop(other, [saved, ...paths]);
  await articlesRead(other, paths.length);
  await goTo(other, 'names');
  await mentioned(other, 'موسكو', 5);
  const { settings } = await savedReport(other);
  assert.deepEqual(settings.aliases, ['merge\tLOC\tموسكو\tبكين']);
  assert.deepEqual(errors, []);
  await other.context().close();
});

test('a file of decisions with a bad line is refused, the line named, and what was in force stays', async () => {
  const { page, errors } = await reading('en');
  await goTo(page, 'names');
  await tick(page, ['بكين', 'موسكو']);
  await page.getByTestId('merge').click();
  await mentioned(page, 'موسكو', 5);
  const bad = join(folder, 'bad.aliases.tsv');
  writeFileSync(bad, '# names of the desk\nadd\tORG\tالوفد\nmerge\tLOC\tالقاهرة\n');
  await goTo(page, 'articles');
  await drop(page, [bad]);
  const problem = page.locator('[data-testid=problem][data-code=bad-alias]');
  await problem.waitFor();
  assert.equal(await problem.getAttribute('data-name'), 'bad.aliases.tsv');
  assert.match(await problem.innerText(), /Line \u2068?3/);
  await goTo(page, 'names');
  await mentioned(page, 'موسكو', 5);
  await mentioned(page, 'الوفد', 0);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('two names offered as one are joined or told apart for good', async () => {
  const two = join(folder, 'two.txt');
  const short = join(folder, 'short.txt');
  const names = join(folder, 'offer.aliases.tsv');
  writeFileSync(two, 'لقاء المهندسين\nالتقى أحمد كالانوف بسمير كالانوف في بكين.\n');
  writeFileSync(short, 'وصول المهندس\nوصل كالانوف إلى بكين أمس.\n');
  writeFileSync(names, 'add\tPER\tأحمد كالانوف\nadd\tPER\tسمير كالانوف\nadd\tPER\tكالانوف\n');
  const { page, errors } = await site.open('', { locale: 'ar' });
  await page.getByTestId('drop').waitFor();
  await drop(page, [names, two, short]);
  await articlesRead(page, 2);
  await goTo(page, 'names');
  await page.getByRole('link', { name: 'كالانوف', exact: true }).click();
  assert.equal(await page.getByTestId('offer-accept').count(), 2);
  await page
    .getByTestId('offers')
    .getByRole('listitem')
    .filter({ hasText: 'أحمد' })
    .getByTestId('offer-dismiss')
    .click();
  await page.waitForFunction(() => document.querySelectorAll('[data-testid=offer-accept]').length === 1);
  await page.getByTestId('offer-accept').click();
  await mentioned(page, 'سمير كالانوف', 2);
  await mentioned(page, 'كالانوف', 0);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('what is being typed and ticked outlives the results of more articles', async () => {
  const { page, errors } = await reading();
  let given = 0;
  const another = async () => {
    const text = `وصل الوفد ${++given} إلى القاهرة\nوصل إلى القاهرة وفد من مرصد الأصيل في بكين وزار صنعاء.\n`;
    await page
      .getByTestId('files')
      .setInputFiles({ name: `${given}.txt`, mimeType: 'text/plain', buffer: Buffer.from(text) });
    await page.getByTestId('outcome').filter({ hasText: /./ }).waitFor();
  };
  await page
    .getByTestId('article')
    .first()
    .evaluate((row) => Object.assign(row, { here: true }));
  await goTo(page, 'concordance');
  await page.getByTestId('sought').fill('القاهرة');
  await page.getByTestId('way').selectOption('exact');
  await another();
  await page.getByTestId('sought').press('Enter');
  await page.getByTestId('line').nth(4).waitFor();
  assert.equal(await page.getByTestId('way').inputValue(), 'exact');

  await goTo(page, 'articles');
  await page.getByTestId('article').nth(2).waitFor();
  const first = page.getByTestId('article').first();
  assert.ok(await first.evaluate((row) => 'here' in row), 'a row that says the same stays');

  await goTo(page, 'names');
  await tick(page, ['بكين', 'موسكو']);
  await page.getByTestId('merge-name').selectOption({ label: 'بكين' });
  await page.locator('[data-testid=entity][data-name="القاهرة"] a').click();
  await page.getByTestId('rename').click();
  await page.getByTestId('new-name').fill('القاهره الكب');
  await another();
  await mentioned(page, 'صنعاء', 2);
  await page.getByTestId('new-name').pressSequentially('رى');
  assert.equal(await page.getByTestId('new-name').inputValue(), 'القاهره الكبرى');
  await page.locator('.detail .editor button').click();
  await page.locator('[data-testid=entity][data-name="القاهره الكبرى"]').waitFor();
  await page.getByTestId('merge').click();
  await mentioned(page, 'موسكو', 0);
  assert.equal(await page.getByTestId('pick').and(page.locator(':checked')).count(), 0);
  assert.deepEqual(errors, []);
});
