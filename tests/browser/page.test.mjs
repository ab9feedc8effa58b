// The page, end to end: files in, tables out, the numbers those of the command line, and no request meanwhile.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { commandLine, nameOf, picture, samples, seeds } from '../inputs.mjs';
import { startSite } from './harness.mjs';
import { articlesRead, drop, rows, savedReport } from './person.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/**
 * Drops the files, then compares every table and the export with the command line.
 *
 * @param {string[]} paths
 */
async function sameAsCommandLine(paths) {
  const expected = commandLine(paths);
  const { page, requests, errors } = await site.open('');
  await page.getByTestId('drop').waitFor();
  await page.waitForLoadState('networkidle');
  const loaded = requests.length;

  await drop(page, paths);
  await articlesRead(page, paths.length);
  assert.deepEqual(await rows(page, 'article', ['name']), expected.documents.map(({ name }) => name).sort());

  await page.locator('nav a[data-section=names]').click();
  assert.deepEqual(
    await rows(page, 'entity', ['name', 'count', 'kind']),
    expected.entities.map(({ name, count, kind }) => `${name} | ${count} | ${kind}`).sort(),
  );

  await page.locator('nav a[data-section=words]').click();
  assert.deepEqual(
    await rows(page, 'keyword', ['term', 'count']),
    expected.keywords.map(({ term, count }) => `${term} | ${count}`).sort(),
  );

  await page.locator('nav a[data-section=copies]').click();
  assert.ok(expected.duplicates.length > 0, 'these files have copies among them');
  assert.deepEqual(
    await rows(page, 'duplicate', ['similarity']),
    expected.duplicates.map(({ similarity }) => String(similarity)).sort(),
  );

  assert.deepEqual(await savedReport(page), expected);
  const since = requests.slice(loaded).filter((url) => !url.startsWith('blob:'));
  assert.deepEqual(since, [], 'requests were made during the analysis');
  assert.deepEqual(errors, []);
  await page.context().close();
}

test('the samples: tables and export have the numbers of the command line, and nothing is requested', () =>
  sameAsCommandLine(samples.slice(0, 5)));

test('so with the seeds', { skip: seeds.length === 0 && 'shared/seeds is not here' }, () =>
  sameAsCommandLine(seeds),
);

test('an article opens with its text', async () => {
  const { page, errors } = await site.open('');
  await page.getByTestId('files').setInputFiles(samples.slice(0, 1));
  await articlesRead(page, 1);
  await page.getByTestId('article').getByRole('link').first().click();
  const [{ text, stories }] = commandLine(samples.slice(0, 1)).documents;
  const title = stories[0].title;
  assert.ok(title);
  await page
    .getByTestId('reader')
    .getByText(text.slice(title.start, title.end).trim(), { exact: false })
    .first()
    .waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('“try it with samples” reads them all', async () => {
  const { page, errors } = await site.open('');
  await page.getByTestId('samples').click();
  await articlesRead(page, samples.length);
  assert.deepEqual(await rows(page, 'article', ['name']), samples.map(nameOf).sort());
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('what cannot be read is named with the reason, and the rest is read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  const good = 'وصل الوفد إلى بكين أمس في زيارة تستمر يومين.\n';
  /** @type {Record<string, string | Uint8Array>} */
  const files = {
    'a-good.txt': good,
    'b-empty.txt': '',
    'c-picture.png': picture,
    'd-truncated.txt': Buffer.from(`${good}عاد الوفد`).subarray(0, -1),
    'e-english.txt': 'The delegation arrived in Beijing yesterday for a visit of two days.',
    'f-same.txt': good,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  mkdirSync(join(folder, 'none'));

  const { page, errors } = await site.open('');
  await page.getByTestId('drop').waitFor();
  await drop(page, [...Object.keys(files).map((name) => join(folder, name)), join(folder, 'none')]);
  await articlesRead(page, 2);
  assert.deepEqual(await rows(page, 'article', ['name']), ['a-good.txt', 'd-truncated.txt']);
  assert.deepEqual(await rows(page, 'problem', ['name', 'code']), [
    'b-empty.txt | empty',
    'c-picture.png | not-text',
    'e-english.txt | no-arabic',
    'f-same.txt | same-file',
    'none | empty-folder',
  ]);
  for (const text of await page.getByTestId('problem').allInnerTexts()) assert.ok(text.length > 30, text);
  assert.deepEqual(errors, []);
  await page.context().close();
  rmSync(folder, { recursive: true });
});

test('a file of 300 MB is refused with its size, and the one after it is read', async () => {
  const { page, errors } = await site.open('');
  await page.getByTestId('drop').waitFor();
  await page.evaluate(() => {
    const part = new Blob([new Uint8Array(1 << 20)]);
    const transfer = new DataTransfer();
    transfer.items.add(new File(Array(300).fill(part), 'large.txt'));
    transfer.items.add(new File(['وصل الوفد إلى بكين أمس.'], 'small.txt'));
    const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
    document.querySelector('[data-testid=drop]')?.dispatchEvent(event);
  });
  await articlesRead(page, 1);
  assert.deepEqual(await rows(page, 'problem', ['name', 'code']), ['large.txt | too-large']);
  assert.deepEqual(errors, []);
  await page.context().close();
});
