// What a person asks of the articles: concordance, words, time, names together, and two versions of one story.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { startSite } from './harness.mjs';
import { articlesRead, drop, goTo, rows } from './person.mjs';

/** @typedef {import('playwright-core').Page} Page */

const WIRE =
  'إضراب في ميناء عدن\nالثلاثاء 9 أبريل 2024\nعدن - (رويترز): بدأ عمال الميناء في عدن إضرابا عن العمل بعد خلاف طويل على الأجور. وقال رامي الخطيب إن سفن القمح تنتظر في عرض البحر منذ أسبوع كامل. ويطالب العمال بزيادة قدرها عشرون في المئة من الأجر.\n';
const FILES = {
  'harbour.txt': WIRE,
  'paper.txt': WIRE.replace('9 أبريل', '11 أبريل')
    .replace('عدن - (رويترز): ', '')
    .replace('عشرون', 'ثلاثون')
    .replace('منذ أسبوع كامل', 'منذ أسبوع كامل أو أكثر'),
  'market.txt':
    'سوق السمك في صنعاء\nالأحد 5 مايو 2024\nافتتحت صنعاء سوقا للسمك المجفف، وحضر تجار من عدن ومن 3 موانئ أخرى. وقال رامي الخطيب إن السوق تفتح أبوابها في السادسة.\n',
};

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
let folder = '';
before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(folder, name), text);
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** The page with the three articles read. @param {string} locale */
async function open(locale) {
  const { page, errors } = await site.open('', { locale });
  await page.getByTestId('drop').waitFor();
  await drop(
    page,
    Object.keys(FILES).map((name) => join(folder, name)),
  );
  await articlesRead(page, 3);
  return { page, errors };
}

/** Waits until so many rows are shown. @param {Page} page @param {string} testId @param {number} count */
async function shown(page, testId, count) {
  await page.waitForFunction(
    ([testId, count]) => document.querySelectorAll(`[data-testid=${testId}]`).length === count,
    /** @type {const} */ ([testId, count]),
  );
}

/** The words marked as looked at in the reader. @param {Page} page */
const current = (page) => page.evaluate(() => [...(CSS.highlights.get('current') ?? [])].map(String));

for (const locale of ['ar', 'en'])
  test(`a word is sought, sorted by its neighbours and followed into the articles (${locale})`, async () => {
    const { page, errors } = await open(locale);
    await goTo(page, 'concordance');
    await page.getByTestId('sought').fill('ميناء');
    await page.getByTestId('sought').press('Enter');
    await shown(page, 'line', 5);
    assert.match(page.url(), /#\/concordance\?q=/, 'what is sought has an address');

    // What was found stands in the middle, what is before it to its right.
    const box = async (/** @type {string} */ name) => {
      const found = await page.locator(`[data-testid=line] .c-${name} :is(bdi, a)`).first().boundingBox();
      assert.ok(found);
      return found;
    };
    const [earlier, hit, later] = [await box('before'), await box('hit'), await box('after')];
    assert.ok(earlier.x > hit.x && hit.x > later.x, 'Arabic runs from right to left in every language');

    await page.getByTestId('sort').selectOption('after');
    await page.waitForURL(/sort=after/);
    await page.getByTestId('way').selectOption('exact');
    await shown(page, 'line', 2);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.concordance [data-testid=export-csv]').click(),
    ]);
    assert.equal(readFileSync(await download.path(), 'utf8').split('\r\n').length, 4, 'heading, lines, end');

    await page.getByTestId('line').locator('th a').first().click();
    await page.getByTestId('stepper').waitFor();
    assert.deepEqual(await current(page), ['ميناء']);
    await page.getByTestId('next').click();
    assert.match(await page.getByTestId('stepper').innerText(), /2 .* 2/);
    await page.locator('.stepper a').first().click();
    await shown(page, 'line', 2);

    await page.getByTestId('way').selectOption('name');
    await page.getByTestId('sought').fill('رامي الخطيب');
    await page.getByTestId('seek').click();
    await shown(page, 'line', 3);
    await page.getByTestId('way').selectOption('regex');
    await page.getByTestId('sought').fill('\\d{4}|\\d موانئ');
    await page.getByTestId('seek').click();
    await shown(page, 'line', 1);
    await page.getByTestId('sought').fill('(');
    await page.getByTestId('seek').click();
    await page.locator('.concordance [data-testid=answer]').filter({ hasText: 'unclosed group' }).waitFor();
    assert.deepEqual(errors, []);
    await page.context().close();
  });

test('thousands of lines scroll as few do', async () => {
  const { page, errors } = await site.open('', { locale: 'ar' });
  await page.getByTestId('drop').waitFor();
  const days = Array.from({ length: 2000 }, (_, n) => `وصلت السفينة ${n} إلى الميناء ثم غادرت السفينة.`);
  const file = {
    name: 'log.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(`سجل الميناء\n${days.join(' ')}\n`),
  };
  await page.getByTestId('files').setInputFiles(file);
  await articlesRead(page, 1);
  await page.goto(page.url().replace(/#.*/, '') + '#/concordance?q=' + encodeURIComponent('سفينة'));
  await page.getByTestId('line').first().waitFor();
  const rowCount = Number(await page.locator('.concordance table').getAttribute('aria-rowcount'));
  assert.equal(rowCount, 4001, 'with the heading');
  assert.ok((await page.getByTestId('line').count()) < 200, 'only those in sight exist');
  assert.deepEqual(errors, []);
  await page.context().close();
});

for (const locale of ['ar', 'en'])
  test(`words are counted, compared and seen with what stands near them (${locale})`, async () => {
    const { page, errors } = await open(locale);
    await goTo(page, 'words');
    await page.getByTestId('keyword').first().locator('th a').click();
    await page.getByTestId('usage').locator('dd').first().waitFor();
    await page.getByTestId('collocates').locator('tbody tr').first().waitFor();
    await page.getByTestId('window').selectOption('sentence');
    await page.getByTestId('collocates').locator('tbody tr').first().waitFor();

    await page.locator('.tabs:visible [data-tab=frequencies]').click();
    await page.getByTestId('word').first().waitFor();
    await page.getByTestId('richness').filter({ hasText: /\d/ }).waitFor();
    const content = await page.getByTestId('word').count();
    await page.locator('.frequencies .switch input').check();
    assert.ok((await page.getByTestId('word').count()) > content, 'function words too');

    await page.locator('.tabs:visible [data-tab=runs]').click();
    await page.getByTestId('length').selectOption('2');
    await page.locator('[data-testid=run][data-term="رامي الخطيب"][data-count="3"]').waitFor();

    await page.locator('.tabs:visible [data-tab=keyness]').click();
    await page.locator('.keyness .switch input').uncheck();
    await page.getByTestId('of').selectOption('month:2024-04');
    await page.waitForURL(/of=month/);
    await page.locator('[data-testid=key][data-term="العمال"][data-reference="0"]').waitFor();
    await page.getByTestId('against').selectOption('background');
    await page.waitForURL(/against=background/);
    await page.getByTestId('key').first().waitFor();
    await page.getByTestId('pick-articles').click();
    await page.locator('dialog[open] input[type=checkbox]').last().check();
    await page.getByTestId('picked').click();
    await page.waitForURL(/of=pick/);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

for (const locale of ['ar', 'en'])
  test(`articles over time, names together, and two versions side by side (${locale})`, async () => {
    const { page, errors } = await open(locale);
    await goTo(page, 'time');
    await shown(page, 'point', 3);
    await page.getByTestId('period').selectOption('month');
    await shown(page, 'point', 2);
    await page.locator('.time [data-testid=sought]').fill('إضراب');
    await page.locator('.time [data-testid=seek]').click();
    await page.locator('[data-testid=point][data-period="2024-04"][data-count="4"]').waitFor();
    assert.equal(await page.locator('.timeline rect.part').count(), 2);

    await goTo(page, 'network');
    const pairs = await rows(page, 'pair', ['first', 'second', 'articles']);
    assert.ok(
      pairs.some((pair) => pair.includes('رامي الخطيب') && pair.includes('عدن') && pair.endsWith('3')),
      pairs.join('\n'),
    );

    await goTo(page, 'copies');
    assert.match(await page.getByTestId('agency').innerText(), /رويترز/);
    assert.equal(await page.getByTestId('earliest').count(), 1);
    await page.getByTestId('compare').click();
    await page.getByTestId('passage').first().waitFor();
    const changes = await rows(page, 'passage', ['change']);
    assert.ok(changes.includes('reworded') && changes.includes('same'), changes.join());
    assert.ok((await page.locator('del').allInnerTexts()).includes('عشرون'));
    const added = await page.locator('ins').allInnerTexts();
    assert.ok(added.includes('ثلاثون') && added.includes('أو أكثر'), added.join('|'));
    await page.locator('.compare .versions button').click();
    await page.locator('ins').filter({ hasText: 'عشرون' }).waitFor();
    assert.deepEqual(errors, []);
    await page.context().close();
  });
