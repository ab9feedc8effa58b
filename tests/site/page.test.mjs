// The page's own functions that need no browser.
import assert from 'node:assert/strict';
import test from 'node:test';
import ar from '../../www/i18n/ar.js';
import en from '../../www/i18n/en.js';
import { fold, matches } from '../../www/page/fold.js';
import { date, number, say, setLanguage, t } from '../../www/page/language.js';
import { Places, rangesOfKeyword, sentence } from '../../www/page/places.js';
import { href, parse } from '../../www/page/route.js';

/** @typedef {import('../../www/analyzer/protocol.d.ts').Document} Document */

// setLanguage tells the document, of which there is none here.
globalThis.document = /** @type {any} */ ({ documentElement: {} });

/** @param {string} text @returns {Document} */
function documentOf(text) {
  const blocks = [{ start: 0, end: text.length, kind: /** @type {const} */ ('body'), story: 0, reason: '' }];
  const none = { stories: [], mentions: [], quotes: [], dates: [], keywords: [], notices: [] };
  return {
    id: 0,
    name: 'a.txt',
    format: 'text',
    encoding: 'utf-8',
    encoding_confidence: 1,
    encoding_alternatives: [],
    text,
    blocks,
    words: 0,
    language: 'ar',
    ...none,
  };
}

test('a search finds a word however its letters are written', () => {
  for (const [typed, shown] of [
    ['الامه', 'الأُمَّة'],
    ['اسيا', 'آسيا'],
    ['موسي', 'موسى'],
    ['مسوول', 'مسؤول'],
    ['كابل', 'ک\u0640ابل'],
    ['2024', '٢٠٢٤'],
    ['لا', '\uFEFB'],
    ['reuters', 'REUTERS'],
  ]) {
    assert.equal(fold(shown), fold(typed), `${typed} should find ${shown}`);
  }
  assert.ok(matches(fold('وزارة الخارجية الروسية'), ['روس', 'خارج']));
  assert.ok(!matches(fold('وزارة الخارجية'), ['روس']));
});

test('an address holds what is looked at, and gives it back', () => {
  for (const [view, item, query] of [
    ['articles', null, {}],
    ['articles', '3', { name: '12', at: '40' }],
    ['words', 'الأمن 100% / كلّه?', {}],
  ]) {
    const route = parse(
      href(/** @type {string} */ (view), /** @type {string | null} */ (item), /** @type {{}} */ (query)),
    );
    assert.deepEqual([route.view, route.item, Object.fromEntries(route.query)], [view, item, query]);
  }
  assert.deepEqual(parse('').view, '');
  assert.equal(parse('#/words/%zz').item, '%zz');
  const { view, item } = parse('#/entities/12');
  assert.deepEqual([view, item], ['names', '12']);
  assert.equal(parse('#/constructor').view, 'constructor');
});

test('Arabic counts in six forms', () => {
  setLanguage('ar');
  const said = [0, 1, 2, 3, 11, 100].map((n) => t('articles.count', { n }));
  assert.deepEqual(said, ['لا مقالات', 'مقال واحد', 'مقالان', '3 مقالات', '11 مقالًا', '100 مقال']);
});

test('both languages have words for the same things, with the same parameters', () => {
  const parameters = (/** @type {unknown} */ message) => {
    const forms = typeof message === 'string' ? [message] : Object.values(/** @type {{}} */ (message));
    return [...new Set(forms.flatMap((form) => form.match(/\{\w+\}/g) ?? []))].sort();
  };
  assert.deepEqual(Object.keys(en).sort(), Object.keys(ar).sort());
  for (const [key, message] of Object.entries(ar)) {
    assert.deepEqual(parameters(/** @type {Record<string, unknown>} */ (en)[key]), parameters(message), key);
  }
});

test('a code of the core that the page does not know is shown as it is', () => {
  setLanguage('en');
  assert.equal(say('reason', 'said-before'), 'said before');
  assert.equal(say('reason', 'of-a-newer-core'), 'of-a-newer-core');
  assert.equal(say('error', 'of-a-newer-core', 'do this'), 'do this');
});

test('dates and numbers are written as the language writes them', () => {
  setLanguage('en');
  assert.deepEqual(['2024-04-09', '2021-08', '2003', '--08-31', '--03'].map(date), [
    '9 April 2024',
    'August 2021',
    '2003',
    '31 August',
    'March',
  ]);
  setLanguage('ar');
  assert.equal(date('2024-04-09'), '9 أبريل 2024');
  assert.equal(number(12345), '12,345');
});

test('a keyword is found where it stands as a word', () => {
  const text = 'الصين والصين، بالصين الصين.';
  const keyword = { term: 'الصين', forms: ['الصين', 'والصين'], count: 3, documents: 1, score: 1 };
  const found = rangesOfKeyword(documentOf(text), keyword).map(({ start, end }) => [
    start,
    text.slice(start, end),
  ]);
  assert.deepEqual(found, [
    [0, 'الصين'],
    [6, 'والصين'],
    [21, 'الصين'],
  ]);
});

test('a place is shown in its sentence', () => {
  const document = documentOf('وصل الوفد. التقى وزير الصناعة أمس؟ ثم عاد.');
  const start = document.text.indexOf('وزير');
  assert.deepEqual(sentence({ document, start, end: start + 4 }), {
    before: 'التقى ',
    hit: 'وزير',
    after: ' الصناعة أمس؟',
  });
});

test('places are looked for only as far as someone looks', () => {
  const document = documentOf('');
  let made = 0;
  const places = new Places(
    (function* () {
      for (let start = 0; start < 1000; start++) {
        made++;
        yield { document, start, end: start + 1 };
      }
    })(),
    1000,
  );
  assert.equal(places.at(4)?.start, 4);
  assert.equal(places.indexOf(0, 7), 7);
  assert.equal(places.at(3)?.start, 3);
  assert.equal(made, 8);
});
