// The package in sites: each example is built with its host's own tool, and reads its article in a browser.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import test, { after, before } from 'node:test';
import { promisify } from 'node:util';
import webpack from 'webpack';
import { root } from '../inputs.mjs';
import { examples, NAMES, readdress, startHosts } from './host.mjs';

const run = promisify(execFile);

/** @type {Awaited<ReturnType<typeof startHosts>>} */
let hosts;
before(async () => {
  hosts = await startHosts();
});
after(() => hosts.close());

/**
 * Opens an example's page: its names are found, nothing is reported as an error, the core is loaded once, and nothing is asked
 * for that is not there.
 *
 * @param {string} url
 */
async function readsItsArticle(url) {
  const { page, names, requests, errors } = await hosts.open(url);
  assert.deepEqual(errors, []);
  for (const name of NAMES) assert.ok(names.includes(name), `${name} is not among ${names}`);
  const cores = requests.filter((address) => address.includes('.wasm'));
  assert.equal(cores.length, url.startsWith('file:') ? 0 : 1, cores.join(' '));
  assert.equal(new Set(requests).size, requests.length, `twice: ${requests.join(' ')}`);
  return { page, requests };
}

/** @param {string} example */
const vite = (example) =>
  run(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'], {
    cwd: join(examples, example),
  });

test('Vite', async () => {
  const { stderr } = await vite('vite');
  assert.equal(stderr, '');
  await readsItsArticle(await hosts.serve('vite/dist'));
});

test('webpack 5', async () => {
  const { default: config } = await import(pathToFileURL(join(examples, 'webpack/webpack.config.js')).href);
  const stats = await promisify(webpack)(config);
  assert.deepEqual(stats?.toJson({ errors: true, warnings: true }).warnings, []);
  assert.deepEqual(stats?.toJson().errors, []);
  await run('cp', ['index.html', 'dist/'], { cwd: join(examples, 'webpack') });
  await readsItsArticle(await hosts.serve('webpack/dist'));
});

test('esbuild', async () => {
  await run(process.execPath, ['build.mjs'], { cwd: join(examples, 'esbuild') });
  await readsItsArticle(await hosts.serve('esbuild/dist'));
});

test('no build, below a path', async () => {
  const url = await hosts.serve('plain');
  const { requests } = await readsItsArticle(url);
  const files = requests.filter((address) => !address.startsWith('blob:'));
  assert.ok(files.every((address) => address.startsWith(url)));
});

test('from another origin, as from a CDN', async () => {
  const cdn = await hosts.serve('node_modules/warraq', { 'access-control-allow-origin': '*' });
  readdress('cdn/index.html', { 'https://cdn.example/warraq@0.1.0/': cdn });
  const { requests } = await readsItsArticle(await hosts.serve('cdn'));
  assert.ok(requests.includes(`${cdn}warraq.wasm`));
});

test('under a strict policy with Trusted Types, as an element', async () => {
  const { page } = await readsItsArticle(await hosts.serve('csp'));
  await page.getByRole('button', { name: 'بكين' }).waitFor();
});

test("a site's own text, marked", async () => {
  const { page } = await readsItsArticle(await hosts.serve('article'));
  assert.equal(await page.evaluate(() => CSS.highlights.get('warraq-org')?.size), 1);
});

test('from file://, in one script', async () => {
  await run(process.execPath, ['build.mjs'], { cwd: join(examples, 'file') });
  const { requests } = await readsItsArticle(pathToFileURL(join(examples, 'file/dist/index.html')).href);
  const files = requests
    .filter((address) => !address.startsWith('blob:'))
    .map((address) => address.split('/').at(-1));
  assert.deepEqual(files, ['index.html', 'main.js']);
});

test('React 19', async () => {
  await vite('react');
  const { page } = await readsItsArticle(await hosts.serve('react/dist'));
  await page.getByRole('textbox').fill('زار الوفد مدينة الرباط أمس.');
  await page.locator('output', { hasText: /^الرباط$/ }).waitFor();
});

test('Vue 3', async () => {
  await vite('vue');
  const { page } = await readsItsArticle(await hosts.serve('vue/dist'));
  await page.getByRole('textbox').fill('زار الوفد مدينة الرباط أمس.');
  await page.locator('output', { hasText: /^الرباط$/ }).waitFor();
});
