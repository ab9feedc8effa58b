// Archives, tables and broken documents dropped on the page.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { crc32 } from 'node:zlib';
import { commandLine } from '../inputs.mjs';
import { startSite } from './harness.mjs';
import { articlesRead, drop, rows, savedReport } from './person.mjs';

const TITLE = 'افتتاح جسر جديد في المدينة القديمة';
const BODY = 'افتتح عمال البلدية صباح أمس جسرا جديدا يصل ضفتي النهر، بعد عامين من العمل المتواصل.';
const OTHER = 'أغلقت البلدية جسرا قديما شرق المدينة، وقالت إن ترميمه يستمر حتى نهاية الصيف المقبل.';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
/** @type {string} */
let folder;
before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'warraq-'));
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/**
 * Writes a file to drop.
 *
 * @param {string} name
 * @param {string | Uint8Array} content
 */
function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/**
 * A ZIP archive (APPNOTE 6.3) of files as they are, not compressed.
 *
 * @param {Record<string, string>} files
 */
function zip(files) {
  const parts = [];
  const directory = [];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const [name, data] = [Buffer.from(path), Buffer.from(content)];
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0); // version needed
    head.writeUInt16LE(1 << 11, 2); // names in UTF-8
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(data.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(name.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    parts.push(Buffer.from('PK\x03\x04'), head, name, data);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), head, tail, name);
    offset += 4 + head.length + name.length + data.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length / 4, 4);
  end.writeUInt16LE(parts.length / 4, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, listed, Buffer.from('PK\x05\x06'), end]);
}

/** @param {import('playwright-core').Page} page */
const articles = (page) => rows(page, 'article', ['name']);

test('an archive is read file by file; what cannot be read stands beside its name, and nothing else is lost', async () => {
  const paths = [
    file('good.txt', `${TITLE}\n\n${OTHER}`),
    file('broken.docx', zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<w:document><w:p>' })),
    file(
      'news.zip',
      zip({
        'a.txt': `${TITLE}\n\n${BODY}`,
        'folder/b.html': `<title>${TITLE}</title><h1>${TITLE}</h1><p>${BODY} ${OTHER}</p>`,
        'folder/c.json': JSON.stringify([{ title: 'خبر الجسر', text: `${BODY} وعاد العمال.` }]),
        'folder/d.png': '\x89PNG\r\n\x1A\n\0\0\0\rIHDR',
      }),
    ),
  ];
  const { page, errors } = await site.open('');
  await page.getByTestId('drop').waitFor();
  await drop(page, paths);
  await articlesRead(page, 4);
  assert.deepEqual(await articles(page), [
    'good.txt',
    'news.zip/a.txt',
    'news.zip/folder/b.html',
    'news.zip/folder/c.json#1',
  ]);
  assert.deepEqual(await rows(page, 'problem', ['name', 'code']), [
    'broken.docx | broken',
    'news.zip/folder/d.png | not-text',
  ]);
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a table shows what was taken for what, and is read again as the person says', async () => {
  const path = file(
    'rows.csv',
    `العنوان,الملخص,النص\n${TITLE},موجز الخبر الأول,${BODY.replace('،', '')}\nإغلاق جسر قديم,موجز الخبر الثاني,${OTHER.replace('،', '')}\n`,
  );
  const { page, errors } = await site.open('');
  await page.getByTestId('drop').waitFor();
  await drop(page, [path, file('alone.txt', `${OTHER}\n${BODY}`)]);
  await articlesRead(page, 3);
  const table = page.getByTestId('table');
  assert.match(await table.locator('summary').innerText(), /rows\.csv[^]*النص[^]*العنوان/);
  assert.equal(await titleOf('rows.csv#2'), TITLE);

  await table.locator('summary').click();
  await table.locator('select[name=title]').selectOption('الملخص');
  await page.waitForFunction(
    () => document.querySelector('[data-name="rows.csv#2"] a')?.textContent === 'موجز الخبر الأول',
  );
  assert.deepEqual(await articles(page), ['alone.txt', 'rows.csv#2', 'rows.csv#3']);

  // A column without articles: the choice stays open, and the way back too.
  await page.getByTestId('table').locator('summary').click();
  await page.getByTestId('table').locator('input[name=header]').uncheck();
  await articlesRead(page, 4);
  assert.deepEqual(await articles(page), ['alone.txt', 'rows.csv#1', 'rows.csv#2', 'rows.csv#3']);
  assert.deepEqual(errors, []);
  await page.context().close();

  /** @param {string} name */
  function titleOf(name) {
    return page.locator(`[data-testid=article][data-name="${name}"] a`).first().innerText();
  }
});

test('a table of which nothing can be read keeps its choices', async () => {
  const path = file('mixed.csv', `كود,نص\nA1,${BODY.replace('،', '')}\nB2,${OTHER.replace('،', '')}\n`);
  const { page, errors } = await site.open('');
  await page.getByTestId('drop').waitFor();
  await drop(page, [path]);
  await articlesRead(page, 2);
  await page.getByTestId('table').locator('summary').click();
  await page.getByTestId('table').locator('select[name=text]').selectOption('كود');
  await page.getByTestId('problem').waitFor();
  assert.deepEqual(await rows(page, 'problem', ['name', 'code']), ['mixed.csv | no-text-column']);
  await page.getByTestId('table').locator('select[name=text]').selectOption('نص');
  await articlesRead(page, 2);
  // Articles show before the file that holds them has ended.
  await page.getByTestId('problem').waitFor({ state: 'detached' });
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('an archive of hundreds is the same in the page as in the command line', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, n) => [
      `${n}.txt`,
      `خبر رقم ${n} عن الجسور\n\n${BODY}\n${OTHER}\nالعدد ${n}.`,
    ]),
  );
  const path = file('many.zip', zip(files));
  const { page } = await site.open('');
  await page.getByTestId('drop').waitFor();
  await drop(page, [path]);
  await page.locator('nav a[data-section=names]').waitFor();
  await page.getByTestId('progress').waitFor({ state: 'hidden' });
  const { documents } = await savedReport(page);
  assert.equal(documents.length, 300);
  const expected = commandLine([path]).documents;
  assert.deepEqual(
    documents.map((/** @type {{ name: string }} */ { name }) => name),
    expected.map(({ name }) => name),
  );
  await page.context().close();
});
