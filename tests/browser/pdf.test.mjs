// PDFs dropped on the page: their text in the order of reading, whatever order it was painted in, or a clear error.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { startSite } from './harness.mjs';
import { articlesRead, drop } from './person.mjs';
import { painted, pdf } from './pdf.mjs';

const TITLE = ['افتتاح سوق السمك في المدينة القديمة'];
const TEXT = [
  'افتتح الصيادون سوقهم الجديد صباح الأحد بعد عام من العمل على المبنى القديم',
  'الذي بناه التجار قبل 100 عام في بيروت مع شركة Blue Sea من المغرب.',
];
const STORY = [TITLE[0], TEXT.join(' ')];

/** @param {boolean} visual */
const page = (visual) => [...painted(TITLE, { visual, size: 20 }), ...painted(TEXT, { visual, top: 740 })];

const LOCK = '0123456789abcdef'.repeat(4);

const FILES = {
  'painted.pdf': pdf([page(true)]),
  'backwards.pdf': pdf([page(false), painted(['وعاد الصيادون إلى البحر في المساء.'], { visual: false })]),
  'locked.pdf': pdf(
    [page(true)],
    `/ID [<${LOCK}> <${LOCK}>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${LOCK}> /U <${LOCK}> >>`,
  ),
  'broken.pdf': Buffer.from('%PDF-1.7\nnothing of what a PDF has\n'),
  'picture.pdf': pdf([[]]),
};

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
let folder = '';
before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  for (const [name, bytes] of Object.entries(FILES)) writeFileSync(join(folder, name), bytes);
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** @param {string[]} files @param {number} read how many of them can be */
async function dropped(files, read) {
  const opened = await site.open('', { locale: 'en-GB' });
  await opened.page.getByTestId('drop').waitFor();
  assert.ok(
    !opened.requests.some((url) => url.includes('/pdf/')),
    'the reader of PDFs was loaded for nothing',
  );
  await drop(
    opened.page,
    files.map((file) => join(folder, file)),
  );
  await articlesRead(opened.page, read);
  return opened;
}

for (const [file, reordered] of /** @type {const} */ ([
  ['painted.pdf', false],
  ['backwards.pdf', true],
])) {
  test(`the text of ${file} is read in its order, and its names are found`, async () => {
    const { page, requests, errors } = await dropped([file], 1);
    await page.getByTestId('article').getByRole('link').first().click();
    const blocks = page.locator('[data-testid=block] > :is(h2, h3, p)');
    await blocks.first().waitFor();
    assert.deepEqual((await blocks.allInnerTexts()).slice(0, 2), STORY);
    await page.locator('aside').getByText('بيروت').first().waitFor();
    assert.equal(await page.locator('.meta .notice').count(), reordered ? 1 : 0);
    const own = requests.filter((url) => !url.startsWith('blob:') && url.includes('/pdf/'));
    assert.deepEqual(own.map((url) => url.slice(site.url.length)).sort(), [
      'analyzer/pdf/pdf.min.js',
      'analyzer/pdf/pdf.worker.min.js',
    ]);
    assert.deepEqual(errors, []);
    await page.context().close();
  });
}

test('a locked, a broken and a scanned PDF are named with the reason, and the one beside them is read', async () => {
  const { page, errors } = await dropped(['locked.pdf', 'broken.pdf', 'picture.pdf', 'painted.pdf'], 1);
  for (const [name, code] of [
    ['locked.pdf', 'encrypted'],
    ['broken.pdf', 'broken'],
    ['picture.pdf', 'no-text'],
  ])
    await page.locator(`[data-testid=problem][data-name="${name}"][data-code=${code}]`).waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});
