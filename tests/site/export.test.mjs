// What is written to files, format by format: read back and compared with the report.
import assert from 'node:assert/strict';
import test, { before } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { csvLine } from '../../www/export/csv.js';
import { FORMATS, table } from '../../www/export/formats.js';
import { element, escape } from '../../www/export/markup.js';
import { nested } from '../../www/export/nested.js';
import { keywordsOf, partOfReport } from '../../www/export/part.js';
import { sheet, SHEETS } from '../../www/export/sheets.js';
import { xlsx } from '../../www/export/xlsx.js';
import { setLanguage } from '../../www/page/language.js';
import { openSubject } from './subject.mjs';
import { elementsOf } from './xml.mjs';

/**
 * @import { Report } from '../../www/analyzer/protocol.d.ts'
 * @import { Subject } from '../../www/export/subject.js'
 * @import { FormatName } from '../../www/export/formats.js'
 */

/** @type {Subject} */
let subject;
/** @type {(question: object) => any} */
let ask;
before(() => ({ subject, ask } = openSubject()));

/** @param {FormatName} name */
async function written(name) {
  return (await FORMATS[name].write(subject))
    .map((part) => (typeof part === 'string' ? part : strFromU8(part)))
    .join('');
}

/** @param {FormatName} name */
async function archive(name) {
  return unpacked(await FORMATS[name].write(subject));
}

/** @param {(string | Uint8Array)[]} parts @returns {Record<string, string>} */
function unpacked(parts) {
  const bytes = Buffer.concat(parts.map((part) => Buffer.from(part)));
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, file]) => [path, Buffer.from(file).toString()]),
  );
}

/** The cells of a workbook's sheet, their texts in place of the numbers of these. @param {Record<string, string>} files @param {number} sheet from 1 */
function cellsOfSheet(files, sheet) {
  const texts = elementsOf(files['xl/sharedStrings.xml'] ?? '').filter(({ name }) => name === 'si');
  return elementsOf(files[`xl/worksheets/sheet${sheet}.xml`] ?? '')
    .filter(({ name }) => name === 'c')
    .map(({ attributes, text }) => ({
      attributes,
      text: attributes.t === 's' ? (texts[Number(text)]?.text ?? '') : text,
    }));
}

/** Lines of CSV as cells. @param {string} text */
function cellsOf(text) {
  const rows = [['']];
  let quoted = false;
  for (const letter of text) {
    const row = /** @type {string[]} */ (rows.at(-1));
    if (letter === '"') quoted = !quoted;
    else if (letter === ',' && !quoted) row.push('');
    else if (letter === '\n' && !quoted) rows.push(['']);
    else if (letter !== '\r') row.push(row.pop() + letter);
  }
  return rows.slice(0, -1);
}

test('a spreadsheet gets text where it could see a formula', () => {
  assert.equal(csvLine(['=1+1', '+9', '-9', '@x', -9]), "'=1+1,'+9,'-9,'@x,-9\r\n");
  assert.equal(csvLine(['قال: "نعم"', 'a,b', 'a\nb', null]), '"قال: ""نعم""","a,b","a\nb",\r\n');
});

test('each table has what the report has, in CSV with a mark for Excel and the settings beside it', async () => {
  const { documents, entities, duplicates, keywords, settings } = subject.report;
  const sum = (/** @type {(document: Report['documents'][number]) => number} */ of) =>
    documents.reduce((total, document) => total + of(document), 0);
  const rows = {
    articles: documents.length,
    names: entities.length,
    spellings: entities.reduce((total, { spellings }) => total + spellings.length, 0),
    mentions: sum(({ mentions }) => mentions.length),
    quotes: sum(({ quotes }) => quotes.length),
    dates: sum(({ dates }) => dates.length),
    words: keywords.length,
    copies: duplicates.reduce((total, { stories }) => total + stories.length, 0),
  };
  assert.ok(Object.values(rows).every((n) => n > 0));
  const files = await archive('csv');
  assert.deepEqual(
    Object.keys(files).sort(),
    [...SHEETS.map((name) => `${name}.csv`), 'settings.json'].sort(),
  );
  for (const [name, count] of Object.entries(rows)) {
    const text = files[`${name}.csv`] ?? '';
    assert.ok(text.startsWith('\uFEFF'), name);
    const cells = cellsOf(text);
    assert.equal(cells.length, count + 1, name);
    assert.ok(
      cells.every(({ length }) => length === cells[0]?.length),
      name,
    );
  }
  assert.match(files['articles.csv'] ?? '', /'=HYPERLINK\(""x""\) <script>/);
  const made = JSON.parse(files['settings.json'] ?? '');
  assert.deepEqual(made.settings, settings);
  assert.equal(made.program, `Warraq ${subject.report.warraq}`);
  assert.deepEqual(await table('dates').write(subject), [
    '\uFEFF',
    ...[sheet('dates', subject)].flatMap(({ heading, rows }) => [heading, ...rows].map(csvLine)),
  ]);
});

test('a workbook has a sheet for each table, from the right, with numbers as numbers and days as days', async () => {
  const files = await archive('xlsx');
  const sheets = elementsOf(files['xl/workbook.xml'] ?? '').filter(({ name }) => name === 'sheet');
  assert.equal(sheets.length, SHEETS.length);
  assert.equal(sheets[0]?.attributes.name, 'المقالات');
  for (const text of Object.values(files)) elementsOf(text); // well-formed, all of them
  const articles = elementsOf(files['xl/worksheets/sheet1.xml'] ?? '');
  const [view] = articles.filter(({ name }) => name === 'sheetView');
  assert.equal(view?.attributes.rightToLeft, '1');
  const cells = cellsOfSheet(files, 1);
  const at = (/** @type {string} */ place) => cells.find(({ attributes }) => attributes.r === place);
  assert.equal(at('A2')?.attributes.t, 's', 'what begins as a formula is text');
  assert.ok(at('A2')?.text.startsWith('=HYPERLINK'));
  assert.deepEqual([at('C2')?.attributes.s, at('C2')?.text], ['1', '45391'], '9 April 2024');
  assert.deepEqual(
    [at('H2')?.attributes.t, at('H2')?.text],
    [undefined, String(subject.report.documents[0]?.words)],
  );
  assert.match(
    files['xl/sharedStrings.xml'] ?? '',
    /_x005F_x000D_/,
    'no escape of the format comes out of a text',
  );
});

test('a workbook takes what Excel would not', async () => {
  const long = 'ا'.repeat(40_000);
  const made = { heading: ['1'], rows: [[long], ['2024-04'], ['1899-01-01']], dates: [0] };
  const tabs = [{ title: 'a/b:c*d?[e]\\f', make: () => made }];
  const files = unpacked(await xlsx(tabs, { program: 'Warraq 0', rightToLeft: false }));
  assert.doesNotMatch(files['xl/workbook.xml'] ?? '', /name="[^"]*[[\]:*?/\\]/);
  assert.deepEqual(
    cellsOfSheet(files, 1).map(({ text }) => text.length),
    [1, 32_767, 7, 10],
  );
});

test('JSON is the report, and JSON Lines an article a line that needs no other', async () => {
  assert.deepEqual(JSON.parse(await written('json')), subject.report);
  const lines = (await written('jsonl'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.equal(lines.length, subject.report.documents.length);
  for (const [n, line] of lines.entries()) {
    const document = subject.report.documents[n];
    assert.equal(line.text, document?.text);
    assert.deepEqual([line.warraq, line.settings], [subject.report.warraq, subject.report.settings]);
    for (const [at, mention] of line.mentions.entries())
      assert.equal(
        mention.name,
        subject.report.entities.find(({ id }) => id === document?.mentions[at]?.entity)?.name,
      );
  }
});

test('CoNLL has each token of the articles on a line, and each name as often as the report', async () => {
  const text = await written('conll');
  const lines = text.split('\n').filter((line) => line !== '' && line.includes('\t'));
  let tokens = 0;
  for (const { id } of subject.report.documents) tokens += ask({ tokens: { document: id } }).length;
  assert.equal(lines.length, tokens);
  const begun = lines.filter((line) => /\tB-(PER|LOC|ORG|MISC)$/.test(line));
  assert.equal(
    begun.length,
    subject.report.documents.reduce((sum, { mentions }) => sum + mentions.length, 0),
  );
  assert.ok(lines.every((line) => /^\S+\t(O|[BI]-(PER|LOC|ORG|MISC))$/.test(line)));
  const article = text.slice(text.indexOf('# newdoc id = 0'), text.indexOf('# newdoc id = 1'));
  assert.match(article, /# name = =cmd\|"a"\.txt\n/);
  assert.match(article, /\nسامر\tB-PER\nالخطيب\tI-PER\n/);
  assert.match(article, /\nلأوكرانيا\tB-LOC\n/, 'a token that carries a particle has its name’s tag');
  assert.match(article, /\n#\tO\n/, 'a mark is no comment');
  assert.match(article, /\tO\n\n/, 'an empty line after a sentence');
  assert.match(text, /^# made = \{"program":"Warraq [\d.]+"/);
});

for (const name of /** @type {const} */ (['annotated', 'summary'])) {
  test(`the ${name} page is one file without script, and what is hostile stays text`, async () => {
    for (const language of /** @type {const} */ (['ar', 'en'])) {
      setLanguage(language);
      const text = await written(name);
      const all = elementsOf(text.replace('<!doctype html>', ''));
      assert.deepEqual(
        [all[0]?.attributes.lang, all[0]?.attributes.dir],
        [language, language === 'ar' ? 'rtl' : 'ltr'],
      );
      for (const { name, attributes } of all) {
        assert.ok(!['script', 'iframe', 'object', 'link', 'img', 'base'].includes(name), name);
        assert.ok(!Object.keys(attributes).some((key) => key.startsWith('on')));
        if (attributes.href) assert.match(attributes.href, /^#[de]\d+$/);
      }
      assert.match(text, /&lt;script&gt;alert\(1\)&lt;\/script&gt;/);
      const [policy] = all.filter(({ attributes }) => attributes['http-equiv']);
      assert.match(policy?.attributes.content ?? '', /^default-src 'none'; style-src 'unsafe-inline';/);
      assert.match(text, /keywords_per_document = 20/);
      assert.ok(text.includes(`Warraq ${subject.report.warraq}`));
      assert.match(text, /add\tPER\tسامر الخطيب/);
    }
    setLanguage('ar');
  });
}

test('the annotated page has every word of the articles, and a mark for each name', async () => {
  const all = elementsOf((await written('annotated')).replace('<!doctype html>', ''));
  const articles = all.filter(({ name }) => name === 'article');
  assert.equal(articles.length, subject.report.documents.length);
  const squeezed = (/** @type {string} */ text) => text.replace(/[\s\u0001\uFFFD]/g, '');
  for (const [n, { text }] of articles.entries())
    for (const { start, end } of subject.report.documents[n]?.blocks ?? [])
      assert.ok(squeezed(text).includes(squeezed(subject.report.documents[n]?.text.slice(start, end) ?? '')));
  const marks = all.filter(({ name }) => name === 'mark');
  const mentions = subject.report.documents.reduce((sum, { mentions }) => sum + mentions.length, 0);
  assert.ok(marks.length >= mentions);
  assert.ok(
    marks.some(({ text }) => text === 'لأوكرانيا'),
    'no letter is cut out of a lam-alef',
  );
});

test('part of a report counts in its articles alone', () => {
  const { report } = subject;
  const keyness = ask({ keyness: { documents: [0], reference: 'background', least: 1 } });
  const words = ask({ words: { documents: [0], least: 1 } });
  const part = partOfReport(report, [0], keywordsOf(keyness, words, report.keywords));
  assert.deepEqual(part.documents, report.documents.slice(0, 1));
  assert.deepEqual(part.duplicates, []);
  const cairo = part.entities.find(({ name }) => name === 'القاهرة');
  assert.deepEqual([cairo?.count, cairo?.documents], [2, [0]]);
  assert.ok(part.entities.every(({ documents }) => documents.length === 1 && documents[0] === 0));
  assert.ok(
    part.keywords.some(({ forms, count }) => forms.includes('الجسر') && count === 2),
    JSON.stringify(part.keywords),
  );
  const whole = partOfReport(
    report,
    report.documents.map(({ id }) => id),
    report.keywords,
  );
  assert.deepEqual(
    new Map(whole.entities.map(({ id, count, documents }) => [id, [count, documents]])),
    new Map(report.entities.map(({ id, count, documents }) => [id, [count, documents]])),
  );
  assert.deepEqual(whole.duplicates, report.duplicates);
});

test('ranges become elements in one another, and what crosses is cut', () => {
  const wrap = (/** @type {string} */ name) => (/** @type {any} */ inside) => element(name, null, inside);
  for (const [ranges, expected] of /** @type {[[number, number, string][], string][]} */ ([
    [
      [
        [2, 4, 'a'],
        [0, 6, 'q'],
      ],
      '<q>01<a>23</a>45</q>67',
    ],
    [
      [
        [0, 4, 'q'],
        [2, 6, 'a'],
      ],
      '<q>01<a>23</a></q><a>45</a>67',
    ],
    [
      [
        [0, 2, 'a'],
        [0, 2, 'b'],
        [6, 99, 'c'],
      ],
      '<a><b>01</b></a>2345<c>67</c>',
    ],
    [[[3, 3, 'a']], '01234567'],
  ])) {
    const wrapped = ranges.map(([start, end, name]) => ({ start, end, wrap: wrap(name) }));
    assert.equal(String(nested('01234567', { start: 0, end: 8 }, wrapped)), expected);
  }
});

test('text in markup is escaped, and what XML cannot hold is replaced', () => {
  assert.equal(escape('<b a="1">&\u0000\uD800'), '&lt;b a=&quot;1&quot;&gt;&amp;\uFFFD\uFFFD');
  assert.equal(
    String(element('p', { title: '"', hidden: true, id: null }, '<', 1, null, [element('br')])),
    '<p title="&quot;" hidden="">&lt;1<br /></p>',
  );
});
