// Copying from a page of the browser's and pasting here, with the system's clipboard in between.
import assert from 'node:assert/strict';
import test, { after, before } from 'node:test';
import { startSite } from './harness.mjs';
import { articlesRead, savedReport } from './person.mjs';

const PAGE = `<!doctype html><meta charset="utf-8"><title>صحيفة</title>
<nav><ul><li><a href="#">الرئيسية</a></li><li><a href="#">اتصل بنا</a></li></ul></nav>
<article><h1>افتتاح جسر جديد في المدينة القديمة</h1>
<p>افتتح عمال البلدية صباح أمس جسرا جديدا يصل ضفتي النهر، بعد عامين من العمل المتواصل.</p>
<p onclick="alert(1)">وقال رئيس البلدية إن حافلات النقل ستعبر الجسر ابتداء من الأسبوع المقبل.</p></article>`;

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

test('a copied web page is read as a page, a few copied words as text', async () => {
  const { page, errors } = await site.open('', { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.getByTestId('drop').waitFor();
  const other = await page.context().newPage();
  await other.setContent(PAGE);
  await other.bringToFront();
  await other.keyboard.press('Control+A');
  await other.keyboard.press('Control+C');
  await page.bringToFront();
  await page.keyboard.press('Control+V');
  await articlesRead(page, 1);
  const [document] = (await savedReport(page)).documents;
  assert.equal(document.format, 'html');
  assert.match(document.name, /1\.html$/);
  const { title } = document.stories[0];
  assert.equal(document.text.slice(title.start, title.end), 'افتتاح جسر جديد في المدينة القديمة');
  assert.equal(
    document.blocks.filter((/** @type {{ kind: string }} */ { kind }) => kind === 'body').length,
    2,
  );

  await page.evaluate(() =>
    navigator.clipboard.writeText('وصل الوفد إلى بكين أمس.\nوعاد اليوم إلى القاهرة.'),
  );
  await page.keyboard.press('Control+V');
  await articlesRead(page, 2);
  const [, text] = (await savedReport(page)).documents;
  assert.equal(text.format, 'text');
  assert.deepEqual(errors, []);
  await page.context().close();
});
