// The core as it is shipped, without the worker: `warraq.wasm` through its glue, in Node.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { Corpus, initSync } from '../../.wasm/warraq.js';
import { decodeColumns } from '../../www/analyzer/columns.js';
import { commandLine, nameOf, picture, root, samples, seeds } from '../inputs.mjs';

const module = new WebAssembly.Module(readFileSync(join(root, 'dist/analyzer/warraq.wasm')));
initSync({ module });

const utf8 = new TextEncoder();

/** @param {string} text */
const article = (text) => utf8.encode(text);

/**
 * Reads a file of one article; what is wrong with it is thrown.
 *
 * @param {Corpus} corpus
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {{ encoding?: string, id?: number }} [options]
 */
function add(corpus, name, bytes, { encoding, id } = {}) {
  corpus.open(name, bytes, { encoding });
  const { added, failed } = corpus.next(id);
  assert.equal(corpus.next(), undefined);
  if (failed) throw failed;
  return added;
}

/** @param {string[]} paths */
function analyze(paths) {
  const corpus = new Corpus();
  for (const path of paths) add(corpus, nameOf(path), readFileSync(path));
  return decodeColumns(/** @type {any} */ (corpus.report()));
}

test('the report of the samples is the JSON of the command line', () => {
  assert.ok(samples.length > 0);
  assert.deepEqual(analyze(samples), commandLine(samples));
});

test('so is that of the seeds', { skip: seeds.length === 0 && 'shared/seeds is not here' }, () => {
  assert.deepEqual(analyze(seeds), commandLine(seeds));
});

test('an empty corpus has an empty report', () => {
  const report = analyze([]);
  assert.deepEqual(report.documents, []);
  assert.deepEqual(report.entities, []);
});

test('the documents of a long report leave the core in parts, and are one list', () => {
  const corpus = new Corpus();
  const names = ['a.txt', 'b.txt', 'c.txt'];
  for (const name of names)
    add(corpus, name, article(`وصل الوفد إلى بكين أمس.${'\n'.repeat(1 << 20)}${name}`));
  const columns = /** @type {any} */ (corpus.report());
  assert.equal(columns.documents.length, 2);
  const { documents, entities } = decodeColumns(columns);
  assert.deepEqual(
    documents.map((/** @type {any} */ { name }) => name),
    names,
  );
  assert.deepEqual(entities[0].documents, [0, 1, 2]);
});

test('adding a file returns what is known of it', () => {
  const corpus = new Corpus();
  const added = add(corpus, 'خبر.txt', article('وصل الوفد إلى بكين أمس.'));
  assert.deepEqual(added, { id: 0, name: 'خبر.txt', format: 'text', encoding: 'utf-8', notices: [] });
});

test('offsets count UTF-16 units', () => {
  const corpus = new Corpus();
  add(corpus, 'a.txt', article('\u{1F600} وصل الوفد إلى بكين أمس.'));
  const [{ text, mentions }] = decodeColumns(/** @type {any} */ (corpus.report())).documents;
  assert.deepEqual(
    mentions.map((/** @type {any} */ { start, end }) => text.slice(start, end)),
    ['بكين'],
  );
});

test('a removed file is not in the report, and its id is not given again', () => {
  const corpus = new Corpus();
  const { id } = add(corpus, 'a.txt', article('وصل الوفد إلى بكين أمس.'));
  corpus.remove(id);
  assert.equal(add(corpus, 'b.txt', article('غادر الوفد موسكو اليوم.')).id, 1);
  const report = decodeColumns(/** @type {any} */ (corpus.report()));
  assert.deepEqual(
    report.documents.map((/** @type {any} */ { name }) => name),
    ['b.txt'],
  );
});

test('a corpus made again gives the ids of the one lost', () => {
  const corpus = new Corpus();
  assert.equal(add(corpus, 'a.txt', article('وصل الوفد إلى بكين أمس.'), { id: 7 }).id, 7);
  assert.equal(add(corpus, 'b.txt', article('غادر الوفد موسكو اليوم.')).id, 8);
});

test('the articles of a file are read one by one, and what was taken for what is told', () => {
  const corpus = new Corpus();
  const rows =
    'العنوان,الملخص,النص\nزيارة,وصل الوفد,وصل الوفد إلى بكين أمس.\n,,\nعودة,عاد الوفد,غادر الوفد موسكو اليوم.\n';
  corpus.open('a.csv', article(rows), { tables: [['a.csv', { text: 'النص', title: 'الملخص' }]] });
  const [table] = corpus.tables();
  assert.deepEqual(table.columns[1], { name: 'الملخص', sample: 'وصل الوفد' });
  assert.deepEqual([table.rows, table.skipped, table.roles.title, table.roles.date], [2, 1, 'الملخص', '']);
  const { done, total, added, failed } = corpus.next(5);
  assert.deepEqual([done, total, added.id, added.name, failed], [1, 2, 5, 'a.csv#2', null]);
  assert.equal(corpus.pass(), true);
  assert.equal(corpus.pass(), false);
  const report = decodeColumns(/** @type {any} */ (corpus.report()));
  assert.equal(report.documents.length, 1);
});

test('what goes wrong has a code and a message', () => {
  const corpus = new Corpus();
  const bytes = article('وصل الوفد إلى بكين أمس.');
  add(corpus, 'first.txt', bytes);
  /** @type {[string, () => unknown][]} */
  const cases = [
    ['empty', () => add(corpus, 'a.txt', article(' \n'))],
    ['no-arabic', () => add(corpus, 'a.txt', article('The delegation arrived in Beijing yesterday.'))],
    ['not-text', () => add(corpus, 'a.png', picture)],
    ['same-file', () => add(corpus, 'second.txt', bytes)],
    [
      'unknown-encoding',
      () => add(corpus, 'a.txt', article('غادر الوفد موسكو اليوم.'), { encoding: 'ebcdic' }),
    ],
    ['broken', () => add(corpus, 'a.docx', article('PK\u0003\u0004'))],
    ['bad-json', () => add(corpus, 'a.json', article('{"نص":'))],
    ['bad-choice', () => corpus.open('a.csv', article('نص'), { tables: 7 })],
    ['unknown-document', () => corpus.remove(9)],
    ['too-large', () => Corpus.checkSize(300_000_000)],
    ['bad-settings', () => new Corpus({ min_score: 'high' })],
  ];
  for (const [code, act] of cases) {
    assert.throws(act, (/** @type {any} */ error) => error.code === code && error.message.length > 20, code);
  }
});

test('the module asks its host for values, exceptions and the console, and for nothing else', () => {
  const imports = WebAssembly.Module.imports(module);
  assert.ok(imports.every(({ kind }) => kind === 'function'));
  // Names end in a hash of what they are declared with.
  const names = imports.map(({ name }) =>
    name.replace(/^__(wbg|wbindgen)_(_+wbindgen_)?/, '').replace(/_[0-9a-f]{16}$/, ''),
  );
  const known = {
    values:
      'Number String bigint_get_as_i64 boolean_get debug_string generic in init_externref_table is_bigint is_string',
    comparison:
      'instanceof_ArrayBuffer instanceof_Uint8Array is_function is_object is_undefined isArray isSafeInteger',
    equality: 'jsval_eq jsval_loose_eq number_get string_get',
    collections:
      'call done entries get get_unchecked get_with_ref_key iterator length new next push set value',
    bytes: 'new_from_slice prototypesetcall',
    exceptions: 'Error throw',
    console: 'error',
  };
  const allowed = new Set(Object.values(known).flatMap((names) => names.split(' ')));
  assert.deepEqual(
    [...new Set(names)].filter((name) => !allowed.has(name)),
    [],
  );
});
