// Single texts through the core, in Node: text.js beside its glue, as a package has them.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../inputs.mjs';

const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
for (const file of ['.wasm/warraq.js', 'www/analyzer/text.js']) {
  cpSync(join(root, file), join(folder, file.split('/').at(-1) ?? ''));
}
// It says that they are modules.
cpSync(join(root, 'package.json'), join(folder, 'package.json'));
/** @param {string} name */
const load = (name) => import(pathToFileURL(join(folder, name)).href);
const { initSync } = await load('warraq.js');
initSync({
  module: new WebAssembly.Module(readFileSync(join(root, 'dist/analyzer/warraq.wasm'))),
});
/** @type {typeof import('../../www/analyzer/text.js')} */
const { countWords, normalize } = await load('text.js');

test('a text is normalized as a profile says', () => {
  const written = 'أ\u064Fم\u0651 كلثوم في الق\u064Eاهرة 👍🏽 ۱۲';
  assert.equal(normalize(written, 'match'), 'ام كلثوم في القاهره 👍🏽 12');
  assert.equal(normalize(written, 'lucene'), 'ام كلثوم في القاهره 👍🏽 ۱۲');
  assert.equal(normalize('', 'match'), '');
  assert.equal(normalize('\uFEFFأ', 'lucene'), '\uFEFFا', 'a mark at the front is text');
  assert.equal(normalize('ا\uD83Dب', 'match'), 'ا\uFFFDب', 'half a character');
});

test('what takes neighbours into account is the same in the middle of a long text', () => {
  const long = `${'كتاب '.repeat(500)}ا\u0653\n`.repeat(3);
  assert.equal(normalize(long, 'camel'), `${'كتاب '.repeat(500)}ا\n`.repeat(3));
});

test('a profile that does not exist is refused', () => {
  assert.throws(() => normalize('ا', 'none'), { code: 'unknown-switch' });
});

test('words are counted by what they fold to', () => {
  const counts = countWords('إلى القاهرة، الى القَاهِرة. BBC 12');
  assert.deepEqual(Object.fromEntries(counts), { الي: 2, القاهره: 2 });
  assert.equal(countWords(' ،. ').size, 0);
});
