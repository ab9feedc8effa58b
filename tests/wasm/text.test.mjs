// Single texts through the core, in Node.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import * as glue from '../../.wasm/warraq.js';
import { Core } from '../../www/analyzer/core.js';
import { root } from '../inputs.mjs';

const module = new WebAssembly.Module(readFileSync(join(root, 'dist/analyzer/warraq.wasm')));
const core = new Core({ ...glue, memory: glue.initSync({ module }).memory });

test('a text is normalized as a profile says', () => {
  const written = 'أ\u064Fم\u0651 كلثوم في الق\u064Eاهرة 👍🏽 ۱۲';
  assert.equal(core.normalize(written, 'match'), 'ام كلثوم في القاهره 👍🏽 12');
  assert.equal(core.normalize(written, 'lucene'), 'ام كلثوم في القاهره 👍🏽 ۱۲');
  assert.equal(core.normalize('', 'match'), '');
  assert.equal(core.normalize('\uFEFFأ', 'lucene'), '\uFEFFا', 'a mark at the front is text');
  assert.equal(core.normalize('ا\uD83Dب', 'match'), 'ا\uFFFDب', 'half a character');
});

test('what takes neighbours into account is the same in the middle of a long text', () => {
  const long = `${'كتاب '.repeat(500)}ا\u0653\n`.repeat(3);
  assert.equal(core.normalize(long, 'camel'), `${'كتاب '.repeat(500)}ا\n`.repeat(3));
});

test('a profile that does not exist is refused', () => {
  assert.throws(() => core.normalize('ا', /** @type {any} */ ('none')), { code: 'unknown-switch' });
});

test('words are counted by what they fold to', () => {
  const counts = core.countWords('إلى القاهرة، الى القَاهِرة. BBC 12');
  assert.deepEqual(Object.fromEntries(counts), { الي: 2, القاهره: 2 });
  assert.equal(core.countWords(' ،. ').size, 0);
});

test('a text of many stretches is normalized and counted line by line', () => {
  const line = 'إلى القَاهِرة، وصل الوفدُ إلى القاهرة “أمس”';
  const long = `${line}\n`.repeat(3000);
  assert.equal(core.normalize(long, 'count'), `${core.normalize(line, 'count')}\n`.repeat(3000));
  assert.deepEqual(
    core.countWords(long),
    new Map([...core.countWords(line)].map(([word, count]) => [word, 3000 * count])),
  );
  assert.equal(core.normalize('م'.repeat(100_000), 'match'), 'م'.repeat(100_000));
});

test('tokens cut elsewhere are tagged, each sentence by itself', () => {
  const sentences = [['وصل', 'الرئيس', 'إلى', 'القاهرة', '.'], [], ['زار', 'بكين']];
  assert.deepEqual(core.tag(sentences), [['O', 'O', 'O', 'B-LOC', 'O'], [], ['O', 'B-LOC']]);
  assert.deepEqual(core.tag([]), []);
});
