// The page as the browser keeps it: without a network, and when there is a new version.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { samples } from '../inputs.mjs';
import { startSite } from './harness.mjs';
import { articlesRead } from './person.mjs';

// Otherwise Playwright tells nothing of what a service worker requests.
process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS = '1';

/** @typedef {import('playwright-core').Page} Page */

const CLIENT = 'analyzer/client.js';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite();
});
after(() => site.close());

/** A page that the browser has kept, opened again. */
async function keptPage() {
  const opened = await site.open('', { serviceWorkers: 'allow', locale: 'en-GB' });
  await opened.page.evaluate(() => navigator.serviceWorker.ready);
  await opened.page.reload();
  await opened.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  return opened;
}

/** @param {string} file */
const hashOf = (file) =>
  createHash('sha256')
    .update(readFileSync(join(site.folder, file)))
    .digest('base64');

/** A version of the site whose client is another one. @param {{ uploaded: boolean }} how whether the file is there already */
function publish({ uploaded }) {
  const worker = join(site.folder, 'service-worker.js');
  const before = hashOf(CLIENT);
  const client = readFileSync(join(site.folder, CLIENT));
  appendFileSync(join(site.folder, CLIENT), '\n// new\n');
  writeFileSync(worker, readFileSync(worker, 'utf8').replace(before, hashOf(CLIENT)));
  if (!uploaded) writeFileSync(join(site.folder, CLIENT), client);
}

/** Has the browser look for a new version, and waits until it took it or could not. @param {Page} page @returns {Promise<string>} its state */
function look(page) {
  return page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    const worker = registration?.installing ?? registration?.waiting;
    while (worker?.state === 'installing') await new Promise((resolve) => setTimeout(resolve, 50));
    return worker?.state ?? 'none';
  });
}

/** @param {Page} page */
const clientInUse = (page) => page.evaluate(async (file) => (await fetch(file)).text(), CLIENT);

test('all that is asked for to keep the page is its own', async () => {
  const { page, requests, errors } = await keptPage();
  const foreign = requests.filter(
    (url) => !url.startsWith(site.url) && !url.startsWith(`blob:${new URL(site.url).origin}`),
  );
  assert.deepEqual(foreign, []);
  assert.ok(
    requests.some((url) => url.endsWith('/pdf/pdf.min.js')),
    'the reader of PDFs is kept too',
  );
  assert.ok(
    !requests.some((url) => url.endsWith('warraq.html')),
    'the page in one file is none of its files',
  );
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a version of which a file is not there yet is not taken', async () => {
  const { page } = await keptPage();
  const worker = readFileSync(join(site.folder, 'service-worker.js'));
  publish({ uploaded: false });
  assert.equal(await look(page), 'redundant');
  assert.ok(await page.getByTestId('update').isHidden());
  writeFileSync(join(site.folder, 'service-worker.js'), worker);
  await page.context().close();
});

test('a new version is used when the person says so, and until then nothing of it', async () => {
  const { page, errors } = await keptPage();
  publish({ uploaded: true });
  assert.equal(await look(page), 'installed');
  await page.getByTestId('update').waitFor();
  await page.reload();
  await page.getByTestId('update').waitFor();
  assert.doesNotMatch(await clientInUse(page), /new\n$/);
  await Promise.all([page.waitForEvent('load'), page.getByTestId('reload').click()]);
  await page.getByTestId('drop').waitFor();
  assert.match(await clientInUse(page), /new\n$/);
  assert.ok(await page.getByTestId('update').isHidden());
  assert.deepEqual(errors, []);
  await page.context().close();
});

test('a file opened with the installed page is read', async () => {
  const { page } = await site.open('');
  const manifest = JSON.parse(readFileSync(join(site.folder, 'manifest.webmanifest'), 'utf8'));
  for (const { src } of manifest.icons)
    assert.equal((await page.request.get(site.url + src)).status(), 200, src);
  assert.ok(manifest.file_handlers[0].accept['text/plain'].includes('.txt'));
  await page.addInitScript(() => {
    const getFile = async () => new File(['وصل الوفد إلى بكين أمس.'], 'opened.txt');
    const launch = { files: [{ name: 'opened.txt', getFile }] };
    const launchQueue = { setConsumer: (/** @type {Function} */ take) => take(launch) };
    Object.defineProperty(globalThis, 'launchQueue', { value: launchQueue });
  });
  await page.reload();
  await articlesRead(page, 1);
  await page.context().close();
});

// The last, since it ends the server.
test('without a network the page opens again, and reads articles and samples', async () => {
  const { page, errors } = await keptPage();
  site.server.close();
  site.server.closeAllConnections();
  await page.reload();
  await page.getByTestId('files').setInputFiles(samples.slice(0, 2));
  await articlesRead(page, 2);
  await page.goto(`${site.url}index.html#/names`);
  await page.getByTestId('samples').click();
  await page.getByTestId('entity').first().waitFor();
  assert.deepEqual(errors, []);
  await page.context().close();
});
