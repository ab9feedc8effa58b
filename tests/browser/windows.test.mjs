// Two windows of one browser that both keep their session: one of them does, the other says that it does not, until it is told to.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { startSite } from './harness.mjs';
import { articlesRead, drop } from './person.mjs';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
let folder = '';
before(async () => {
  site = await startSite();
  folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  writeFileSync(join(folder, 'a.txt'), 'وفد يزور القاهرة\nوصل الوفد إلى القاهرة أمس قادما من موسكو.\n');
  writeFileSync(join(folder, 'b.txt'), 'خبر آخر\nعاد الوفد من دمشق إلى عدن.\n');
});
after(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

for (const [locale, elsewhere, taken] of /** @type {const} */ ([
  ['ar', 'نافذة أخرى', 'لم يعد يُحتفظ'],
  ['en', 'Another window', 'not kept any more'],
]))
  test(`neither of two windows overwrites the session of the other (${locale})`, async () => {
    const { page: first, errors } = await site.open('', { locale });
    await first.getByTestId('drop').waitFor();
    await drop(first, [join(folder, 'a.txt')]);
    await articlesRead(first, 1);
    await first.getByTestId('session').click();
    await first.getByTestId('keep').check();
    await first.locator('dialog[open] .answer').filter({ hasText: /./ }).waitFor();
    await first.keyboard.press('Escape');

    const second = await first.context().newPage();
    await second.goto(first.url());
    await articlesRead(second, 1);
    await second.getByTestId('elsewhere').getByText(elsewhere).waitFor();
    await drop(second, [join(folder, 'b.txt')]);
    await articlesRead(second, 2);
    await second.waitForTimeout(1000);
    assert.ok(await first.getByTestId('elsewhere').isHidden());
    await second.close();
    await first.reload();
    await articlesRead(first, 1);
    assert.ok(await first.getByTestId('elsewhere').isHidden(), 'loaded again, it has its place again');

    const third = await first.context().newPage();
    await third.goto(first.url());
    await articlesRead(third, 1);
    await third.getByTestId('elsewhere').waitFor();
    await drop(third, [join(folder, 'b.txt')]);
    await articlesRead(third, 2);
    await third.getByTestId('take-over').click();
    await third.getByTestId('elsewhere').waitFor({ state: 'hidden' });
    await first.getByTestId('elsewhere').getByText(taken).waitFor();
    await third.waitForTimeout(1000);
    await first.close();
    await third.reload();
    await articlesRead(third, 2);
    assert.deepEqual(errors, []);
    await third.context().close();
  });
