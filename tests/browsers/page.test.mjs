// The page and the package's elements in Firefox and WebKit: the numbers are those of the command line.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { serve } from '../../tools/serve.mjs';
import { painted, pdf } from '../browser/pdf.mjs';
import { commandLine, nameOf, root, samples } from '../inputs.mjs';
import { BROWSERS } from './browsers.mjs';

/** @typedef {import('./browsers.mjs').Visit} Visit */

const articles = samples.slice(0, 5);
const files = articles.map((path) => ({ name: nameOf(path), bytes: readFileSync(path) }));

/** Drops files on the page, and waits until as many articles are read. @param {Visit} visit @param {{ name: string, bytes: Buffer }[]} files */
async function drop({ run }, files) {
  await run(
    async (files) => {
      const find = (/** @type {string} */ id) => document.querySelectorAll(`[data-testid=${id}]`);
      const until = async (/** @type {() => unknown} */ happens) => {
        while (!happens()) await new Promise((resolve) => setTimeout(resolve, 50));
      };
      await until(() => find('drop').length);
      const transfer = new DataTransfer();
      for (const { name, base64 } of files)
        transfer.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name));
      const event = new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true });
      find('drop')[0]?.dispatchEvent(event);
      await until(() => find('article').length === files.length);
    },
    files.map(({ name, bytes }) => ({ name, base64: bytes.toString('base64') })),
  );
}

/** What the rows of a section's table say. @param {Visit} visit @param {string} section @param {string} testId @param {string[]} fields */
async function rows({ run }, section, testId, fields) {
  const found = await run(
    async (section, testId, fields) => {
      /** @type {HTMLElement | null} */ (document.querySelector(`nav a[data-section=${section}]`))?.click();
      /** @type {() => HTMLElement[]} */
      const rows = () => [...document.querySelectorAll(/** @type {'p'} */ (`[data-testid=${testId}]`))];
      const busy = () => document.querySelector('.view:not([hidden]) tbody[aria-busy]') !== null;
      while (rows().length === 0 || busy()) await new Promise((resolve) => setTimeout(resolve, 50));
      return rows().map((row) => fields.map((field) => row.dataset[field]).join(' | '));
    },
    section,
    testId,
    fields,
  );
  return found.sort();
}

/** The names that a page says are in the articles dropped on it, compared with the command line's. @param {Visit} visit */
async function sameNames(visit) {
  const { entities } = commandLine(articles);
  assert.deepEqual(
    await rows(visit, 'names', 'entity', ['name', 'count', 'kind']),
    entities.map(({ name, count, kind }) => `${name} | ${count} | ${kind}`).sort(),
  );
}

for (const [name, open] of Object.entries(BROWSERS)) {
  describe(name, () => {
    /** @type {Awaited<ReturnType<typeof serve>>} */
    let site;
    /** @type {Visit} */
    let visit;
    before(async () => {
      site = await serve(join(root, 'dist'), { base: '/some/where/' });
      visit = await open();
    });
    after(async () => {
      await visit.close();
      site.server.close();
    });

    test('the tables have the numbers of the command line', async () => {
      const { keywords, duplicates } = commandLine(articles);
      await visit.go(site.url);
      await drop(visit, files);
      await sameNames(visit);
      assert.deepEqual(
        await rows(visit, 'words', 'keyword', ['term', 'count']),
        keywords.map(({ term, count }) => `${term} | ${count}`).sort(),
      );
      assert.deepEqual(
        await rows(visit, 'copies', 'duplicate', ['similarity']),
        duplicates.map(({ similarity }) => String(similarity)).sort(),
      );
    });

    test('the names of an article are marked in it', async () => {
      const marked = await visit.run(async () => {
        location.hash = '#/articles/0';
        // Of a view that is gone ranges are empty.
        const marks = () =>
          [...CSS.highlights.values()].flatMap((ranges) => [...ranges].map(String)).filter(Boolean);
        while (marks().length === 0) await new Promise((resolve) => setTimeout(resolve, 50));
        return marks();
      });
      const { documents } = commandLine(articles);
      const [first] = documents;
      for (const { start, end } of first?.mentions ?? [])
        assert.ok(marked.includes(first?.text.slice(start, end) ?? ''), String(marked));
    });

    test('a PDF is read', async () => {
      await visit.go(`${site.url}?pdf`);
      const lines = ['افتتح الصيادون سوقهم الجديد صباح الأحد بعد عام من العمل في بيروت'];
      await drop(visit, [{ name: 'a.pdf', bytes: pdf([painted(lines)]) }]);
      assert.ok((await rows(visit, 'names', 'entity', ['name'])).includes('بيروت'));
    });

    test('the elements and the package run under the strictest policy', async () => {
      await visit.go(`${site.url}embed.en.html`);
      const shown = await visit.run(async () => {
        const text = () => document.querySelector('warraq-text');
        const analyzer = () => document.querySelector('warraq-analyzer');
        const until = async (/** @type {() => unknown} */ happens) => {
          while (!happens()) await new Promise((resolve) => setTimeout(resolve, 50));
        };
        await until(() => text()?.report && analyzer()?.report);
        /** @type {HTMLElement | null} */ (document.querySelector('#read'))?.click();
        await until(() => document.querySelector('#names li'));
        return {
          marked: [...CSS.highlights.values()].flatMap((ranges) => [...ranges].map(String)),
          tabs: analyzer()?.shadowRoot?.querySelectorAll('[role=tab]').length,
          names: [...document.querySelectorAll('#names li')].map((item) => item.textContent),
        };
      });
      for (const name of ['بكين', 'موسكو', 'منظمة التجارة العالمية'])
        assert.ok(shown.marked.includes(name), String(shown.marked));
      assert.equal(shown.tabs, 4);
      assert.ok(shown.names.includes('منظمة التجارة العالمية (ORG, 1)'), String(shown.names));
    });

    const fails = name === 'WebKit' && 'WebKitGTK opens it and reads nothing: docs/EMBEDDING.md says so';
    test('the page in one file works from a disk', { skip: fails }, async () => {
      await visit.go(pathToFileURL(join(root, 'dist/warraq.html')).href);
      await drop(visit, files);
      await sameNames(visit);
    });

    test('the page that was kept works without a network', async () => {
      await visit.go(site.url);
      await visit.run(async () => void (await navigator.serviceWorker.ready));
      site.server.close();
      site.server.closeAllConnections();
      await visit.go(site.url);
      await drop(visit, files);
      await sameNames(visit);
    });
  });
}
