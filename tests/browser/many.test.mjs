// Thousands of articles in one file: what is read is there before the rest, can be asked for, and stays when one stops.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { startSite } from './harness.mjs';
import { goTo } from './person.mjs';

const ARTICLES = 15_000;
const LINES = Array.from({ length: ARTICLES }, (_, n) =>
  JSON.stringify({
    title: `سوق القمح ${n + 1}`,
    text: `وصلت إلى عدن شحنة ${n + 1} من القمح. وقال رامي الخطيب إن السوق رقم ${(n * 7) % 997} تستقبل القمح كل أسبوع.`,
    date: '2024-04-09',
  }),
);

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

for (const locale of ['ar', 'en'])
  test(`results come while a file is read, and stopping keeps them (${locale})`, async () => {
    const { page, errors } = await site.open('', { locale });
    const buffer = Buffer.from(LINES.join('\n'));
    await page
      .getByTestId('files')
      .setInputFiles({ name: 'market.jsonl', mimeType: 'application/jsonl', buffer });
    await page.getByTestId('article').first().waitFor();
    assert.ok(await page.getByTestId('progress').isVisible(), 'the rest is still being read');
    const figures = page.locator('[data-testid=progress] .figures');
    await figures.filter({ hasText: /\d[\d,]*\D+15,000/ }).waitFor();
    assert.match(await figures.innerText(), locale === 'ar' ? /م\.ب|ميغا/ : /MB/, 'by bytes too');

    await goTo(page, 'concordance');
    await page.getByTestId('sought').fill('القمح');
    await page.getByTestId('sought').press('Enter');
    await page.getByTestId('line').first().waitFor();
    assert.ok(await page.getByTestId('progress').isVisible(), 'a question is answered before the end');

    await page.getByTestId('cancel').click();
    await page.getByTestId('progress').waitFor({ state: 'hidden' });
    await page.getByTestId('outcome').filter({ hasText: /./ }).waitFor();
    await goTo(page, 'articles');
    const rows =
      Number(await page.locator('.articles table[aria-rowcount]').getAttribute('aria-rowcount')) - 1;
    assert.ok(rows > 0 && rows < ARTICLES, `${rows} articles were kept`);
    assert.ok((await page.getByTestId('article').count()) < 600, 'only those near what is seen exist');
    assert.deepEqual(errors, []);
    await page.context().close();
  });
