// The encoding of a file: how sure the page is of it, and another that a person chooses.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { startSite } from './harness.mjs';
import { articlesRead, drop } from './person.mjs';

// «عاد»: too short to tell the two code pages of Arabic apart; and a text that can be told.
const SHORT = Buffer.from([0xda, 0xc7, 0xcf]);
const TEXT = 'وصل الوفد إلى بكين أمس في زيارة تستمر يومين.\nوعاد اليوم.\n';
const LETTERS = 'ءآأؤإئابةتثجحخدذرزسشصض×طظعغـفقكàلâمنهو';

/** The bytes of a text in windows-1256. @param {string} text */
function windows1256(text) {
  const codes = new Map([...LETTERS].map((letter, index) => [letter, 0xc1 + index]));
  codes.set('ى', 0xec).set('ي', 0xed);
  return Buffer.from([...text].map((letter) => codes.get(letter) ?? letter.charCodeAt(0)));
}

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
let folder = '';
before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  writeFileSync(join(folder, 'short.txt'), SHORT);
  writeFileSync(join(folder, 'long.txt'), windows1256(TEXT));
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

/** @param {string} file */
async function reading(file) {
  const opened = await site.open('', { locale: 'en-GB' });
  const { page } = opened;
  await page.getByTestId('drop').waitFor();
  await drop(page, [join(folder, file)]);
  await articlesRead(page, 1);
  await page.getByTestId('article').getByRole('link').first().click();
  const text = page.locator('[data-testid=reader] .text');
  await text.waitFor();
  return { ...opened, text, choice: page.getByTestId('encoding') };
}

test('another encoding is chosen, the text changes, and what was decided stays', async () => {
  const { page, errors, text, choice } = await reading('long.txt');
  assert.match(await text.innerText(), /وصل الوفد إلى بكين/);
  assert.equal(await page.getByTestId('sureness').count(), 0, 'a sure encoding is not called a guess');
  await page.locator('[data-testid=block][data-block="1"]').hover();
  await page.locator('[data-testid=block][data-block="1"]').getByTestId('takeOut').click();
  await page.locator('[data-testid=left-out][data-block="1"]').waitFor();

  await choice.focus();
  await choice.selectOption('iso-8859-6');
  await text.getByText('بكين').waitFor({ state: 'detached' });
  assert.ok(await choice.evaluate((select) => select === document.activeElement), 'the focus is kept');
  assert.equal(await page.locator('[data-testid=left-out][data-block="1"]').count(), 1);
  assert.equal(await page.locator('aside').getByText('بكين').count(), 0, 'the names follow');

  await choice.selectOption('');
  await text.getByText('وصل الوفد إلى بكين').waitFor();
  await page.locator('aside').getByText('بكين').first().waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a guess says how sure it is, beside the text and in it', async () => {
  const { page, errors, text, choice } = await reading('short.txt');
  assert.equal(await text.innerText(), 'عاد');
  assert.match(await page.getByTestId('sureness').innerText(), /\d+%/);
  assert.match(await page.locator('.meta .notice').innerText(), /guess, \u2068?\d+%/);
  assert.equal(
    await page.locator('aside section').first().getByTestId('encoding').count(),
    1,
    'it comes first',
  );
  await choice.selectOption('iso-8859-6');
  await page.getByTestId('sureness').waitFor({ state: 'detached' });
  assert.equal(await page.locator('.meta .notice').count(), 0, 'what a person chose is no guess');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a choice that cannot be read is told, and the text stays', async () => {
  const { page, errors, text, choice } = await reading('short.txt');
  writeFileSync(join(folder, 'short.txt'), Buffer.concat([SHORT, SHORT])); // the browser may not read a file that has changed
  await choice.selectOption('iso-8859-6');
  await page.getByTestId('encoding-problem').getByText('could not read').waitFor();
  assert.equal(await text.innerText(), 'عاد');
  assert.equal(await choice.inputValue(), '');
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a file without Arabic is read in the encoding that the person chooses where it is refused', async () => {
  const { page, errors } = await site.open('', { locale: 'ar' });
  await page.getByTestId('drop').waitFor();
  // In windows-1256 this is Arabic; as a byte here and there among Latin letters it is taken for Latin.
  writeFileSync(join(folder, 'latin.txt'), Buffer.from('Caf\xe9 d\xe9j\xe0 vu', 'latin1'));
  await drop(page, [join(folder, 'latin.txt')]);
  const problem = page.locator('[data-testid=problem][data-code=no-arabic]');
  const choice = problem.getByTestId('problem-encoding');
  await choice.waitFor();
  assert.match(await problem.innerText(), /latin\.txt/);
  await choice.selectOption('windows-1256');
  await articlesRead(page, 1);
  await problem.waitFor({ state: 'detached' });
  await page.getByTestId('article').getByRole('link').first().click();
  await page.locator('[data-testid=reader] .text').getByText('Café').waitFor();
  assert.equal(await page.getByTestId('encoding').inputValue(), 'windows-1256', 'it is known as chosen');
  assert.deepEqual(errors, []);
  await page.context().close();
});
