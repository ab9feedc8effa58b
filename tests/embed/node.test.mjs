// The package in Node: the core alone, the client in this thread, and the elements on a server.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { examples } from './host.mjs';

/** @param {string} file of the package */
const load = (file) => import(pathToFileURL(join(examples, 'node_modules/warraq', file)).href);
const article = new TextEncoder().encode('وصل وفد إلى بكين أمس.');

test('the example prints the names in files, and says which it could not read', () => {
  writeFileSync(join(examples, 'node/a.txt'), article);
  writeFileSync(join(examples, 'node/b.txt'), '');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['names.mjs', 'a.txt', 'b.txt'], {
    cwd: join(examples, 'node'),
    encoding: 'utf8',
  });
  assert.deepEqual([status, stdout], [1, 'LOC\tبكين\t1\n']);
  assert.match(stderr, /^b\.txt: the file is empty/);
});

test('the core alone: texts, a corpus, questions, errors with codes', async () => {
  const { loadCore, AnalyzerError, version } = await load('wasm.js');
  const core = await loadCore();
  assert.equal(core.normalize('القَاهِرة', 'match'), 'القاهره');
  assert.deepEqual(Object.fromEntries(core.countWords('إلى الى بكين')), { الي: 2, بكين: 1 });
  const corpus = core.createCorpus({ keywords: 3 });
  const { added } = corpus.add('a.txt', article);
  assert.equal(corpus.report().warraq, version);
  assert.equal(corpus.concordance({ pattern: { words: 'بكين' } }).length, 1);
  assert.throws(() => corpus.add('b.txt', article), {
    name: 'AnalyzerError',
    code: 'same-file',
    file: 'b.txt',
  });
  assert.throws(() => corpus.concordance({ pattern: { regex: '(' } }), AnalyzerError);
  corpus.remove(added[0].id);
  assert.deepEqual(corpus.report().documents, []);
  corpus.close();
});

test('the client runs in this thread, and many share one module', async () => {
  const { createAnalyzer } = await load('client.js');
  const controller = new AbortController();
  const aliases = 'rename\tLOC\tبكين\tعاصمة الصين';
  const first = createAnalyzer({ aliases, signal: controller.signal });
  const second = createAnalyzer({ worker: false });
  const input = { name: 'a.txt', blob: new Blob([article]) };
  for (const analyzer of [first, second]) await analyzer.add(input);
  const namesOf = async (/** @type {any} */ analyzer) =>
    (await analyzer.report()).entities.map((/** @type {{ name: string }} */ { name }) => name);
  assert.deepEqual(await namesOf(first), ['عاصمة الصين']);
  assert.deepEqual(await namesOf(second), ['بكين']);
  assert.equal((await second.concordance({ pattern: { words: 'بكين' } })).length, 1);
  controller.abort();
  await assert.rejects(first.report(), { code: 'closed' });
  await assert.rejects(createAnalyzer({ aliases: 'no rule' }).report(), { code: 'bad-alias' });
});

test('a PDF without a reader of PDFs is refused by its code', async () => {
  const { createAnalyzer } = await load('client.js');
  const input = { name: 'a.pdf', blob: new Blob(['%PDF-1.7\n%âãÏÓ\n1 0 obj\n']) };
  await assert.rejects(createAnalyzer().add(input), { code: 'pdf', file: 'a.pdf' });
});

test('a core of another version is refused, and so is one that is not there', async () => {
  const { createAnalyzer } = await load('client.js');
  const { loadCore } = await load('wasm.js');
  const other = Buffer.from(readFileSync(join(examples, 'node_modules/warraq/warraq.wasm')));
  const version = other.indexOf('0.1.0');
  assert.ok(version > 0);
  for (let at = version; at > 0; at = other.indexOf('0.1.0', at + 1)) other.write('0.0.9', at);
  await assert.rejects(loadCore(other), { code: 'version', message: /is of 0\.0\.9, the script of 0\.1\.0/ });
  await assert.rejects(createAnalyzer({ wasm: other }).report(), { code: 'version' });
  const empty = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]); // a module that exports nothing
  await assert.rejects(loadCore(empty), { code: 'version' });
  await assert.rejects(loadCore(new URL('file:///nowhere/warraq.wasm')), { code: 'load' });
  await assert.rejects(loadCore(Uint8Array.from([1, 2, 3])), { code: 'load' });
});

test('all in one file gives the same', async () => {
  const { createAnalyzer } = await load('inline.js');
  const analyzer = createAnalyzer();
  await analyzer.add({ name: 'a.txt', blob: new Blob([article]) });
  assert.equal((await analyzer.report()).entities[0].name, 'بكين');
});

test('on a server everything can be imported, and nothing happens', () => {
  const script = `
    import { createElement } from 'react';
    import { renderToString } from 'react-dom/server';
    import { createSSRApp, h } from 'vue';
    import { renderToString as render } from 'vue/server-renderer';
    for (const entry of ['', '/inline', '/wasm', '/pdf', '/element', '/frame']) await import('warraq' + entry);
    const props = { 'src-text': 'نص', views: 'names' };
    console.log(renderToString(createElement('warraq-analyzer', props)));
    console.log(await render(createSSRApp({ render: () => h('warraq-analyzer', props) })));`;
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: examples,
    encoding: 'utf8',
  });
  const element = '<warraq-analyzer src-text="نص" views="names"></warraq-analyzer>\n';
  assert.equal(output, element + element);
});
