// Quotes: who said what, found by speaker and by words, each leading to its place.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { commandLine } from '../inputs.mjs';
import { startSite } from './harness.mjs';
import { articlesRead, drop, goTo, rows } from './person.mjs';

const TEXT =
  'خلاف على الجسر\nقالت وزارة الخارجية الروسية إن العمل في الجسر يبدأ غدا.\nوأضاف محافظ القاهرة: «الجسر الأوّل لن يغلق أمام الناس».\n';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
let folder = '';
before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  writeFileSync(join(folder, 'bridge.txt'), TEXT);
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

for (const locale of ['ar', 'en'])
  test(`quotes are searched, filtered by speaker, saved and found in the text (${locale})`, async () => {
    const path = join(folder, 'bridge.txt');
    const { documents, entities } = commandLine([path]);
    const quotes = documents[0].quotes.map(({ start, end, direct, speaker }) => ({
      words: documents[0].text.slice(start, end),
      direct,
      speaker: speaker === null ? null : entities[speaker].name,
    }));
    assert.equal(quotes.length, 2, 'one reported, one in marks');

    const { page, errors } = await site.open('', { locale });
    await page.getByTestId('drop').waitFor();
    await drop(page, [path]);
    await articlesRead(page, 1);
    await goTo(page, 'quotes');
    assert.deepEqual(
      await rows(page, 'quote', ['direct']),
      quotes.map(({ direct }) => String(direct)).sort(),
    );

    // Without the hamza and the marks.
    await page.locator('.quotes [data-testid=search]').fill('الاول لن');
    await page.waitForFunction(() => document.querySelectorAll('[data-testid=quote]').length === 1);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.quotes [data-testid=export-csv]').click(),
    ]);
    const csv = readFileSync(await download.path(), 'utf8').split('\r\n');
    assert.equal(csv.length, 3, 'the heading, the one shown, and the end');
    assert.ok(csv[1].includes('الجسر الأوّل لن يغلق أمام الناس'), csv[1]);
    await page.locator('.quotes [data-testid=search]').fill('');

    const ministry = quotes.find(({ direct }) => !direct);
    assert.ok(ministry?.speaker);
    const option = page.getByTestId('speakers').locator('option').filter({ hasText: ministry.speaker });
    await page.getByTestId('speakers').selectOption(await option.getAttribute('value'));
    assert.deepEqual(await rows(page, 'quote', ['speaker', 'direct']), [`${ministry.speaker} | false`]);
    assert.match(page.url(), /#\/quotes\?speaker=\d+$/, 'the choice has an address');

    await page.getByTestId('quote').locator('th a').click();
    await page.getByTestId('stepper').waitFor();
    const shown = await page.evaluate(() => [...(CSS.highlights.get('current') ?? [])].map(String));
    assert.deepEqual(shown, [ministry.words]);
    await page.locator('.stepper [data-key=next]').click();
    assert.match(await page.getByTestId('stepper').innerText(), /2/);

    // A name that is decided about changes here too.
    await goTo(page, 'names');
    await page.locator(`[data-testid=entity][data-name="${ministry.speaker}"] th a`).click();
    await page.getByTestId('rename').click();
    await page.getByTestId('new-name').fill('خارجية موسكو');
    await page.getByTestId('new-name').press('Enter');
    await page.locator('.detail h2').filter({ hasText: 'خارجية موسكو' }).waitFor();
    await page.locator('.detail header a').click();
    assert.deepEqual(await rows(page, 'quote', ['speaker']), ['خارجية موسكو']);
    assert.deepEqual(errors, []);
    await page.context().close();
  });
