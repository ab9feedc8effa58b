// What belongs to an article, as a person decides: every result follows, by pointer and by keyboard, and can be undone.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { startSite } from './harness.mjs';
import { articlesRead, drop, goTo, savedReport } from './person.mjs';

/** @typedef {import('playwright-core').Page} Page */

const ARTICLES = {
  'a.txt':
    'افتتاح مرصد فلكي جديد في نزوى\n' +
    'قال مدير المرصد كريم الحوسني إن العمل يبدأ في مارس المقبل بعد وصول العدسة الكبيرة من اليابان إلى ميناء صحار.\n' +
    'وأضاف الحوسني: «سننظر إلى السماء كل ليلة صافية من هذا الجبل، وندعو طلاب المدارس إلى زيارتنا».\n' +
    'اقرأ أيضا: وفد من موسكو يصل إلى القاهرة\n',
  'b.txt': 'قافلة تصل إلى نزوى\nوصلت قافلة من الطلاب إلى نزوى مساء أمس بعد رحلة طويلة في الجبال.\n',
};

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
let folder = '';
before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, name), text);
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** @param {string} locale */
async function reading(locale) {
  const opened = await site.open('', { locale });
  const { page } = opened;
  await page.getByTestId('drop').waitFor();
  await drop(
    page,
    Object.keys(ARTICLES).map((name) => join(folder, name)),
  );
  await articlesRead(page, 2);
  await page.locator('[data-testid=article][data-name="a.txt"]').getByRole('link').first().click();
  await page.getByTestId('reader').waitFor();
  return opened;
}

/** A block of the article. @param {Page} page @param {number} block */
const block = (page, block) => page.locator(`[data-testid=block][data-block="${block}"]`);
/** One that is left out. @param {Page} page @param {number} block */
const leftOut = (page, block) => page.locator(`[data-testid=left-out][data-block="${block}"]`);

for (const locale of ['ar', 'en']) {
  test(`what was left out is brought back, what belongs elsewhere taken out, and the results follow (${locale})`, async () => {
    const { page, errors } = await reading(locale);
    const found = await savedReport(page);
    await page.getByTestId('show-left-out').check();
    await leftOut(page, 3).getByTestId('bringBack').click();
    await block(page, 3).waitFor();
    const decided = locale === 'ar' ? 'قرارك' : 'you decided so';
    assert.ok((await block(page, 3).innerText()).includes(decided));
    await page.locator('aside').getByText('موسكو').first().waitFor();
    assert.ok(
      await block(page, 3).evaluate((element) => element.contains(document.activeElement)),
      'the focus stays with the block',
    );

    // By keyboard alone, from block to block.
    await block(page, 2).getByTestId('takeOut').focus();
    await page.keyboard.press('Enter');
    await leftOut(page, 2).waitFor();
    assert.ok(await leftOut(page, 2).isVisible(), 'what was just taken out is seen where it is');
    await goTo(page, 'quotes');
    assert.equal(await page.locator('.view:visible').getByText('سننظر إلى السماء').count(), 0);
    await goTo(page, 'names');
    await page.locator('[data-testid=entity][data-name="موسكو"][data-count="1"]').waitFor();
    const { documents } = await savedReport(page);
    assert.deepEqual(
      documents[0].blocks.map((/** @type {any} */ { kind, reason }) => `${kind} ${reason}`),
      ['title headline', 'body ', 'furniture person', 'body person'],
    );

    await page.locator('[data-testid=decisions]:visible').click();
    assert.equal(await page.getByTestId('decision').count(), 2);
    assert.ok(await page.getByTestId('save-aliases').isDisabled(), 'no file of names has them');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+KeyZ');
    await page.keyboard.press('Control+KeyZ');
    await page.locator('[data-testid=entity][data-name="موسكو"]').waitFor({ state: 'detached' });
    assert.deepEqual(await savedReport(page), found, 'all is as it was found');
    await page.keyboard.press('Control+Shift+KeyZ');
    await page.locator('[data-testid=entity][data-name="موسكو"]').waitFor();
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('an article that is removed comes back with the decisions about its blocks, in its place', async () => {
  const { page, errors } = await reading('en');
  await page.getByTestId('show-left-out').check();
  await leftOut(page, 3).getByTestId('bringBack').click();
  await block(page, 3).waitFor();
  await goTo(page, 'articles');
  await page.locator('[data-testid=article][data-name="b.txt"]').getByRole('link').first().click();
  await block(page, 0).hover();
  await block(page, 0).getByTestId('takeOut').click();
  await leftOut(page, 0).waitFor();
  const whole = await savedReport(page);
  await goTo(page, 'articles');
  await page.locator('[data-testid=article][data-name="a.txt"]').getByRole('button').click();
  await articlesRead(page, 1);
  await page.locator('[data-testid=article][data-name="b.txt"]').getByRole('button').click();
  await page.getByTestId('drop').waitFor();
  await page.getByTestId('undo-last').click();
  await articlesRead(page, 1);
  assert.equal((await savedReport(page)).documents[0].blocks[0].kind, 'furniture');
  await page.keyboard.press('Control+KeyZ');
  await articlesRead(page, 2);
  assert.deepEqual(await savedReport(page), whole, 'the same ids, in the same order');
  await goTo(page, 'names');
  await page.locator('[data-testid=decisions]:visible').click();
  assert.equal(await page.getByTestId('decision').count(), 2);
  assert.deepEqual(errors, []);
  await page.context().close();
});
