// Decisions: those about names are the lines of an alias file, those about blocks hold for the open articles; going back and forth between them.
import assert from 'node:assert/strict';
import test from 'node:test';
import { blocksChanged } from '../../www/page/blocks.js';
import { Decisions } from '../../www/page/decisions.js';
import { setLanguage } from '../../www/page/language.js';
import { entityNow, Lookup } from '../../www/page/lookup.js';
import { partOf, putBack, removalsChanged } from '../../www/page/removal.js';
import * as rules from '../../www/page/rules.js';

/**
 * @typedef {import('../../www/analyzer/protocol.d.ts').Entity} Entity
 * @typedef {import('../../www/analyzer/protocol.d.ts').EntityKind} EntityKind
 */

// setLanguage tells the document, of which there is none here.
globalThis.document = /** @type {any} */ ({ documentElement: {} });

/** @param {EntityKind} kind @param {string} name @param {...string} spellings @returns {Entity} */
function entity(kind, name, ...spellings) {
  const rows = (spellings.length > 0 ? spellings : [name]).map((text) => ({ text, count: 1, reason: '' }));
  return { id: 0, kind, name, spellings: rows, count: rows.length, documents: [0] };
}

const engineer = entity('PER', 'إيغور كالانوف', 'إيغور كالانوف', 'ايغور كالانوف', 'كالانوف');

test('each decision is written as lines that the core reads', () => {
  for (const [decision, lines] of [
    [rules.merge(engineer, [entity('PER', 'ايجور كلانوف')]), ['merge PER إيغور كالانوف | ايجور كلانوف']],
    [
      rules.merge(engineer, [entity('ORG', 'كلانوف')]),
      ['retype PER كلانوف', 'merge PER إيغور كالانوف | كلانوف'],
    ],
    [rules.split(engineer, 'كالانوف'), ['split PER كالانوف']],
    [rules.rename(engineer, 'المهندس\tكالانوف'), ['rename PER إيغور كالانوف | المهندس كالانوف']],
    // Spellings that only a hamza parts are one to the core; the others stay with the name when its kind changes.
    [
      rules.retype(engineer, 'ORG'),
      ['merge ORG ايغور كالانوف | كالانوف', 'retype ORG ايغور كالانوف', 'retype ORG كالانوف'],
    ],
    [
      rules.retype(entity('PER', 'المهندس', 'كالانوف'), 'LOC'),
      ['rename LOC كالانوف | المهندس', 'retype LOC كالانوف'],
    ],
    [rules.remove(engineer), ['delete PER ايغور كالانوف', 'delete PER كالانوف']],
    [rules.add(' مرصد\n النيل ', 'ORG'), ['add ORG مرصد النيل']],
    [
      rules.add('النيل', 'LOC', { kind: 'ORG', text: 'مرصد\nالنيل' }),
      ['delete ORG مرصد النيل', 'add LOC النيل'],
    ],
    [rules.distinct(engineer, entity('PER', 'سمير كالانوف')), ['distinct PER إيغور كالانوف | سمير كالانوف']],
  ]) {
    const shown = decision
      .map((line) => line.split('\t'))
      .map(([verb, kind, ...names]) => `${verb} ${kind} ${names.join(' | ')}`);
    assert.deepEqual(shown, lines);
  }
});

test('a file gives back its rules, without the comments', () => {
  const decisions = [rules.remove(engineer), rules.add('مرصد النيل', 'ORG')];
  const file = `\uFEFF# names of the desk\r\n\r\n${rules.aliasText(decisions).replaceAll('\n', '\r\n')}`;
  assert.deepEqual(rules.rulesOf(file), decisions.flat());
});

test('an alias file is told from an article by its name or its first rule', async () => {
  const input = (/** @type {string} */ name, /** @type {string} */ text) => ({
    name,
    blob: new Blob([text]),
  });
  const { aliases, articles } = await rules.partAliasFiles([
    input('desk.aliases.tsv', 'not a rule'),
    input('names.txt', '# ours\nadd\tORG\tمرصد النيل\n'),
    input('story.txt', 'أضاف المرصد\tORG\tأمس'),
    input('merge.txt', 'merge'),
  ]);
  assert.deepEqual(
    aliases.map(({ name }) => name),
    ['desk.aliases.tsv', 'names.txt'],
  );
  assert.deepEqual(
    articles.map(({ name }) => name),
    ['story.txt', 'merge.txt'],
  );
});

test('what was undone can be redone until something else is decided', () => {
  const decisions = new Decisions();
  decisions.change([['a']]);
  decisions.change([['a'], ['b']]);
  decisions.undo();
  assert.deepEqual([decisions.list, decisions.canUndo, decisions.canRedo], [[['a']], true, true]);
  decisions.redo();
  decisions.undo();
  decisions.change([['a'], ['c']]);
  assert.deepEqual([decisions.list, decisions.canRedo], [[['a'], ['c']], false]);
  for (let n = 0; n < 5; n++) decisions.undo();
  assert.deepEqual([decisions.list, decisions.canUndo], [[], false]);
});

test('every rule is said in a sentence', () => {
  setLanguage('en');
  const decisions = [
    rules.merge(engineer, [entity('PER', 'كلانوف')]),
    rules.add('مرصد النيل', 'ORG'),
    ['of\ta newer core'],
    { document: 0, block: 3, inside: false, words: 'شارك' },
  ];
  const said = decisions.flatMap(rules.describe).map((line) => line.replace(/[\u2068\u2069]/g, ''));
  assert.deepEqual(said, [
    '“كلانوف” is a spelling of “إيغور كالانوف”',
    '“مرصد النيل” is a name: organisation',
    'of\ta newer core',
    '“شارك” does not belong to the article',
  ]);
});

test('of several decisions about one block the last holds, and what is taken back is left to the program', () => {
  const decide = (/** @type {number} */ block, /** @type {boolean} */ inside) => ({
    document: 0,
    block,
    inside,
    words: '',
  });
  const [out, back, other] = [decide(3, false), decide(3, true), decide(4, true)];
  assert.deepEqual(blocksChanged([], [out, ['merge']]), [{ document: 0, block: 3, inside: false }]);
  assert.deepEqual(blocksChanged([out], [out, back]), [{ document: 0, block: 3, inside: true }]);
  assert.deepEqual(blocksChanged([back, other], [other]), [{ document: 0, block: 3, inside: null }]);
  assert.deepEqual(blocksChanged([out, back], [back]), []);
  assert.doesNotMatch(rules.aliasText([out, ['merge\tLOC\ta\tb']]), /out|3/);
});

test('what is forgotten is in no step of the way back', () => {
  const decisions = new Decisions();
  const block = { document: 5, block: 1, inside: true, words: '' };
  decisions.change([block]);
  decisions.change([block, ['a']]);
  decisions.forget((decision) => 'inside' in decision);
  assert.deepEqual(decisions.list, [['a']]);
  decisions.undo();
  assert.deepEqual([decisions.list, decisions.canUndo], [[], false]);
  decisions.redo();
  assert.deepEqual(decisions.list, [['a']]);
});

test('an entity is found again in a later report by its mentions', () => {
  /** The names of entities, by id, where they are not their numbers. @type {string[]} */
  let names = [];
  /** @param {number[]} entities of the mentions at 0, 10, 20 … */
  const lookup = (...entities) =>
    new Lookup(
      /** @type {any} */ ({
        documents: [
          { id: 0, quotes: [], mentions: entities.map((entity, n) => ({ entity, start: n * 10 })) },
        ],
        entities: [...new Set(entities)].map((id) => ({ id, name: names[id] ?? String(id), documents: [0] })),
        keywords: [],
        duplicates: [],
      }),
    );
  const before = lookup(0, 1, 1, 2);
  assert.equal(entityNow(1, before, lookup(1, 0, 0, 2)), 0, 'numbered anew');
  assert.equal(entityNow(2, before, lookup(0, 1, 1, 1)), 1, 'merged');
  assert.equal(entityNow(0, before, lookup(7, 1, 1, 2)), 7);
  names = ['split off', '1'];
  assert.equal(entityNow(1, before, lookup(2, 0, 1, 2)), 1, 'the one that kept the name');
  names = ['1', 'split off'];
  assert.equal(entityNow(1, before, lookup(2, 1, 0, 2)), 0, 'so where the numbers changed');
  assert.equal(entityNow(9, before, before), null, 'never there');
});

test('an article put back stands in its file, and its file in the order of the ids', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((name) => ({ name, blob: new Blob() }));
  const file = (/** @type {any} */ input, /** @type {[number, number][]} */ ...members) => ({
    input,
    members: new Map(members),
    encodings: new Map(members.map(([id]) => [id, `of ${id}`])),
  });
  const whole = [file(a, [0, 0], [1, 1], [2, 3]), file(b, [3, 0]), file(c, [7, 2])];
  const [parts, left] = [
    [partOf(/** @type {any} */ (whole[1]), 3), partOf(/** @type {any} */ (whole[0]), 1)],
    [file(a, [0, 0], [2, 3]), whole[2]],
  ];
  assert.deepEqual(
    putBack(/** @type {any} */ (left), parts).map(({ input, members }) => [input, [...members]]),
    whole.map(({ input, members }) => [input, [...members]]),
  );
  const [one, two] = [
    { gone: 1, title: 'a' },
    { gone: 2, title: 'b' },
  ];
  assert.deepEqual(removalsChanged([['x'], one], [['x'], two]), { gone: [2], back: [1] });
});
