// What a person sees drawn, reaches with the keyboard, follows into the articles, and saves.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test, { after, before } from 'node:test';
import { startSite } from './harness.mjs';
import { articlesRead, goTo } from './person.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** The page with the samples read. @param {import('playwright-core').BrowserContextOptions} options */
async function open(options) {
  const { page, errors, requests } = await site.open('', options);
  await page.getByTestId('samples').click();
  await articlesRead(page, 18);
  return { page, errors, requests };
}

/** Goes to an address of the page. @param {Page} page @param {string} hash */
async function follow(page, hash) {
  await page.evaluate((hash) => void (location.hash = hash), hash);
}

/** A file that a button of a picture saves. @param {Page} page @param {string} picture @param {'svg' | 'png'} kind */
async function saved(page, picture, kind) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.locator(`[data-testid=picture-${picture}]:visible [data-testid=save-${kind}]`).click(),
  ]);
  assert.match(download.suggestedFilename(), new RegExp(`^warraq-${picture}-.*\\.${kind}$`));
  return readFileSync(await download.path());
}

for (const locale of ['ar', 'en'])
  test(`the most frequent words as bars, reached with the keyboard and saved (${locale})`, async () => {
    const { page, errors, requests } = await open({ locale });
    await follow(page, '#/frequencies');
    const bars = page.locator('[data-testid=picture-bars] .bar-mark');
    await bars.first().waitFor();
    assert.equal(await bars.count(), 25);
    const first = page.getByTestId('word').first();
    const [term, count] = [await first.getAttribute('data-term'), await first.getAttribute('data-count')];
    assert.equal(await bars.first().locator('title').textContent(), `${term}: ${count}`, 'as in the table');

    // Bars begin where the page's lines do.
    const [name, bar] = [
      await bars.first().locator('.name').boundingBox(),
      await bars.first().locator('.at').boundingBox(),
    ];
    assert.ok(name && bar && (locale === 'ar' ? name.x > bar.x : name.x < bar.x));

    const before = requests.length;
    const svg = (await saved(page, 'bars', 'svg')).toString('utf8');
    assert.ok(svg.includes(`>${term}</text>`));
    assert.doesNotMatch(svg, /var\(|href|class=|light-dark|url\((?!"data:)/, 'it needs nothing of the page');
    assert.match(svg, /@font-face[^}]*url\("data:/, 'not its fonts either');
    assert.match(svg, /fill="rgb\(/);
    assert.match(svg, /direction="rtl"/);
    const png = await saved(page, 'bars', 'png');
    assert.equal(png.subarray(1, 4).toString(), 'PNG');
    const box = await page.locator('[data-testid=picture-bars] svg.bars').boundingBox();
    assert.ok(png.readUInt32BE(16) > 2 * (box?.width ?? Infinity), 'sharp enough for print');
    assert.ok(await inked(page, png), 'something is drawn on it');
    assert.deepEqual(
      requests.slice(before).filter((url) => !/^(blob|data):|\/(page|font)\//.test(url)),
      [],
    );

    await page.locator('.frequencies [data-testid=search]').fill(term ?? '');
    await page.waitForFunction(() => document.querySelectorAll('.bar-mark').length < 25);
    await page.locator('.frequencies [data-testid=search]').fill('');
    await page.waitForFunction(() => document.querySelectorAll('.bar-mark').length === 25);

    await bars.first().focus();
    await page.keyboard.press('ArrowDown');
    const second = (await bars.nth(1).locator('title').textContent())?.split(':')[0];
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/words\//);
    assert.equal(await page.locator('.words .detail h2').innerText(), second);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

/** Whether a picture has more than the colour of its corner. @param {Page} page @param {Buffer} png */
function inked(page, png) {
  return page.evaluate(
    async (bytes) => {
      const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/png' }));
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
      context?.drawImage(image, 0, 0);
      const pixels = new Uint32Array(
        context?.getImageData(0, 0, image.width, image.height).data.buffer ?? [],
      );
      return pixels.filter((pixel) => pixel !== pixels[0]).length > pixels.length / 100;
    },
    [...png],
  );
}

test('words that mark one group against another grow to two sides', async () => {
  const { page, errors } = await open({ locale: 'ar' });
  await follow(page, '#/keyness?of=month%3A2024-10&against=others');
  await page.locator('.keyness .switch input').uncheck();
  await page.locator('.bar-mark.fewer').first().waitFor();
  const axis = await page.locator('[data-testid=picture-keyness] .axis').boundingBox();
  const more = await page.locator('.bar-mark:not(.fewer) .at').first().boundingBox();
  const fewer = await page.locator('.bar-mark.fewer .at').first().boundingBox();
  assert.ok(axis && more && fewer);
  assert.ok(
    more.x < axis.x && fewer.x + 1 > axis.x,
    'what is more often here runs on in the reading direction',
  );
  assert.deepEqual(errors, []);
  await page.context().close();
});

for (const locale of ['ar', 'en'])
  test(`each place of a word in its articles is a stroke that leads to it (${locale})`, async () => {
    const { page, errors } = await open({ locale });
    await goTo(page, 'words');
    const keyword = page.getByTestId('keyword').first();
    const count = Number(await keyword.getAttribute('data-count'));
    await keyword.locator('th a').click();
    const strokes = page.locator('[data-testid=picture-dispersion] .place-mark');
    await strokes.first().waitFor();
    assert.equal(await strokes.count(), count);
    await page.locator('[data-testid=picture-dispersion] summary').click();
    const numbers = await page.locator('[data-testid=picture-dispersion] td').allInnerTexts();
    assert.equal(
      numbers.reduce((sum, figure) => sum + Number(figure), 0),
      count,
      'the same numbers as a table',
    );
    await strokes.nth(1).click();
    await page.getByTestId('stepper').waitFor();
    const marked = await page.evaluate(() => [...(CSS.highlights.get('current') ?? [])].length);
    assert.equal(marked, 1);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

for (const locale of ['ar', 'en'])
  test(`articles, names and dates named, over time (${locale})`, async () => {
    const { page, errors } = await open({ locale });
    await follow(page, '#/time?by=month');
    const column = page.locator('[data-testid=picture-time] .column-mark').first();
    const point = page.getByTestId('point').first();
    await column.waitFor();
    const articles = Number(await point.getAttribute('data-articles'));
    await column.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/articles\?in=date/);
    assert.equal(await page.getByTestId('article').count(), articles);
    await page.getByTestId('only').getByRole('button').click();
    await articlesRead(page, 18);

    await goTo(page, 'time');
    await page.locator('.tabs:visible [data-tab=lines]').click();
    await page.locator('[data-testid=picture-lines] .line').first().waitFor();
    const names = await page.locator('.picked-names li').count();
    assert.equal(await page.locator('[data-testid=picture-lines] .line').count(), names);
    await page.locator('.picked-names li').first().getByRole('button').click();
    await page.waitForURL(/names=/);
    assert.equal(await page.locator('[data-testid=picture-lines] .line').count(), names - 1);
    await page.locator('[data-testid=picture-lines] .sign').last().waitFor();
    const sign = page.locator('[data-testid=picture-lines] g > a .sign').first();
    await sign.click();
    await page.waitForURL(/#\/concordance\?q=.*as=name&in=date/);
    await page.getByTestId('line').first().waitFor();

    await goTo(page, 'time');
    await page.locator('.tabs:visible [data-tab=dates]').click();
    const date = page.locator('[data-testid=date]').first();
    const [value, count] = [
      await date.getAttribute('data-value'),
      Number(await date.getAttribute('data-count')),
    ];
    await date.locator('th a').click();
    await page.waitForURL(new RegExp(`#/dates/${value}`));
    await page.locator('.dates [data-testid=place]').first().click();
    await page.getByTestId('stepper').waitFor();
    assert.ok(count >= 1);
    assert.equal(await page.evaluate(() => CSS.highlights.get('current')?.size), 1);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

for (const locale of ['ar', 'en'])
  test(`names mentioned together as a network, and publishers by name (${locale})`, async () => {
    const { page, errors } = await open({ locale, viewport: { width: 1440, height: 900 } });
    await goTo(page, 'network');
    await page.locator('.drawn .network:not(.unfinished) .node').first().waitFor();
    const nodes = page.locator('.drawn .network a.node');
    const all = await nodes.count();
    const ends = await page
      .getByTestId('pair')
      .evaluateAll((rows) => new Set(rows.flatMap((row) => [row.dataset.first, row.dataset.second])).size);
    assert.equal(all, ends, 'all names of the table');
    assert.deepEqual(await overlapping(page), [], 'no name lies on another');

    const before = await nodes.first().getAttribute('transform');
    await nodes.first().focus();
    await page.keyboard.press('+');
    await page.waitForFunction(
      (before) => document.querySelector('.drawn a.node')?.getAttribute('transform') !== before,
      before,
    );
    await page.keyboard.press('0');
    await page.waitForFunction(
      (before) => document.querySelector('.drawn a.node')?.getAttribute('transform') === before,
      before,
    );

    const title = (await nodes.first().locator('title').textContent())?.split(':')[0] ?? '';
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/network\/\d+/);
    await page.getByTestId('only').waitFor();
    const own = await page
      .getByTestId('pair')
      .evaluateAll((rows) => rows.map((row) => [row.dataset.first, row.dataset.second]));
    assert.ok(own.length > 0 && own.every((names) => names.includes(title)), 'the table has its neighbours');
    assert.equal(await page.locator('.drawn .edge.own').count(), own.length);
    await page.getByTestId('only').getByRole('link').last().click();

    await page.getByTestId('least').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('End');
    await page.waitForFunction((all) => document.querySelectorAll('.drawn a.node').length < all, all);

    await page.locator('.tabs:visible [data-tab=matrix]').click();
    const cell = page.locator('.drawn .cell-mark').first();
    await cell.waitFor();
    const articles = Number(await cell.locator('.said').textContent());
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/#\/concordance\?.*in=publisher/);
    await page.getByTestId('line').first().waitFor();
    const documents = await page
      .getByTestId('line')
      .evaluateAll((rows) => new Set(rows.map((row) => row.dataset.document)).size);
    assert.equal(documents, articles);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

/** Pairs of names in the network of which one lies on the other. @param {Page} page */
function overlapping(page) {
  return page.locator('.drawn .network .name:visible').evaluateAll((labels) => {
    const boxes = labels.map((label) => ({ name: label.textContent, box: label.getBoundingClientRect() }));
    return boxes.flatMap((a, index) =>
      boxes
        .slice(index + 1)
        .filter(
          (b) =>
            a.box.left < b.box.right &&
            b.box.left < a.box.right &&
            a.box.top + 3 < b.box.bottom &&
            b.box.top + 3 < a.box.bottom,
        )
        .map((b) => [a.name, b.name]),
    );
  });
}

test('a network is laid out alike each time, and where motion is reduced it does not move', async () => {
  const places = async () => {
    const { page } = await open({
      locale: 'ar',
      reducedMotion: 'reduce',
      viewport: { width: 1440, height: 900 },
    });
    await goTo(page, 'network');
    await page.locator('.drawn .network:not(.unfinished) .node').first().waitFor();
    const found = await page
      .locator('.drawn a.node')
      .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('transform')));
    await page.context().close();
    return found;
  };
  const [first, second] = [await places(), await places()];
  assert.ok(first.length > 5);
  assert.deepEqual(first, second);
});

for (const locale of ['ar', 'en'])
  test(`articles by publisher and by month (${locale})`, async () => {
    const { page, errors } = await open({ locale });
    await page.getByTestId('by').selectOption('publisher');
    await page.waitForURL(/by=publisher/);
    const group = page.getByTestId('group').first();
    const articles = Number(await group.getAttribute('data-articles'));
    await group.locator('th a').click();
    await page.waitForURL(/in=publisher/);
    assert.equal(await page.getByTestId('article').count(), articles);
    await page.goBack();
    await page.getByTestId('group').first().waitFor();
    await page.getByTestId('ungroup').click();
    await articlesRead(page, 18);
    assert.deepEqual(errors, []);
    await page.context().close();
  });

for (const locale of ['ar', 'en'])
  test(`an article raw, cleaned and normalized, side by side (${locale})`, async () => {
    const { page, errors } = await open({ locale });
    await page.locator('[data-testid=article][data-name="02-water-portal.txt"] th a').click();
    const left = await page.getByTestId('left-out').count();
    await page.getByTestId('versions').click();
    await page.getByTestId('version').first().waitFor();
    assert.equal(await page.locator('.states .left').count(), left, 'what was left out, with its reason');
    const body = page.locator('.states [data-kind=body]').first();
    const [raw, clean] = await body.locator('td').allInnerTexts();
    assert.equal(raw, clean);
    await page.getByTestId('profile').selectOption('match');
    await page.waitForURL(/profile=match/);
    await page.locator('.states mark').first().waitFor();
    assert.doesNotMatch((await body.locator('td').last().innerText()) ?? '', /[أإآةى]/);
    await page.locator('.compare:visible .back').click();
    await page.getByTestId('reader').waitFor();
    assert.deepEqual(errors, []);
    await page.context().close();
  });
