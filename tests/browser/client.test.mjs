// The client on a page of someone else's, below the content security policy that it documents.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import binaryen from 'binaryen';
import { root } from '../inputs.mjs';
import { startSite } from './harness.mjs';

/** @type {Awaited<ReturnType<typeof startSite>>} */
let site;
before(async () => {
  site = await startSite({ 'trapping.wasm': trapping('corpus_remove') });
});
after(() => site.close());

/**
 * The core, but a call of the function exported as `name` ends in a trap.
 *
 * @param {string} name
 */
function trapping(name) {
  const module = binaryen.readBinary(readFileSync(join(root, 'dist/analyzer/warraq.wasm')));
  const index = [...Array(module.getNumExports()).keys()].find(
    (index) => binaryen.getExportInfo(module.getExportByIndex(index)).name === name,
  );
  assert.notEqual(index, undefined, `${name} is not exported`);
  const { value } = binaryen.getExportInfo(module.getExportByIndex(/** @type {number} */ (index)));
  const { params, results } = binaryen.getFunctionInfo(module.getFunction(value));
  module.removeFunction(value);
  module.addFunction(value, params, results, [], module.unreachable());
  return module.emitBinary();
}

/**
 * Runs `work` in a new page with the client module and a maker of inputs.
 *
 * @template T
 * @param {(client: typeof import('../../www/analyzer/client.js'), input: (name: string, text: string) => { name: string, blob: Blob }) => Promise<T>} work
 */
async function onHostPage(work) {
  const { page, requests, errors } = await site.open('host.html');
  await page.waitForFunction(() => 'client' in globalThis);
  const result = await page.evaluate(`(${work})(client, (name, text) => ({ name, blob: new Blob([text]) }))`);
  await page.context().close();
  return { result: /** @type {T} */ (result), requests, errors };
}

test('files are read and reported', async () => {
  const { result, requests, errors } = await onHostPage(async ({ createAnalyzer }, input) => {
    const analyzer = createAnalyzer();
    const { added } = await analyzer.add(input('a.txt', 'وصل الوفد إلى بكين أمس.'));
    const report = await analyzer.report();
    return { added, names: report.entities.map(({ name }) => name) };
  });
  assert.deepEqual(
    result.added.map(({ name }) => name),
    ['a.txt'],
  );
  assert.deepEqual(result.names, ['بكين']);
  assert.deepEqual(errors, []);
  const files = requests.filter((url) => !url.startsWith('blob:')).map((url) => url.slice(site.url.length));
  assert.deepEqual(files.sort(), ['analyzer/client.js', 'analyzer/warraq.wasm', 'host.html', 'host.js']);
});

test('decisions about names are in force for what is and what comes; a bad line is refused and changes nothing', async () => {
  const { result } = await onHostPage(async ({ createAnalyzer }, input) => {
    const analyzer = createAnalyzer();
    const names = async () => (await analyzer.report()).entities.map(({ name }) => name).sort();
    await analyzer.add(input('a.txt', 'وصل الوفد إلى بكين أمس.'));
    await analyzer.setAliases('# the desk\nmerge\tLOC\tبكين\tموسكو');
    await analyzer.add(input('b.txt', 'غادر الوفد موسكو اليوم.'));
    const merged = await names();
    const { code, message } = await analyzer.setAliases('\nmerge\tLOC\tبكين').catch((error) => error);
    const after = await names();
    await analyzer.setAliases('');
    return { merged, code, message, after, none: await names() };
  });
  assert.deepEqual(result.merged, ['بكين']);
  assert.equal(result.code, 'bad-alias');
  assert.match(result.message, /line 2/);
  assert.deepEqual(result.after, ['بكين']);
  assert.deepEqual(result.none, ['بكين', 'موسكو']);
});

test('questions are answered as typed rows, and a wrong one says what is wrong with it', async () => {
  const { result } = await onHostPage(async ({ createAnalyzer }, input) => {
    const analyzer = createAnalyzer();
    const wire =
      'افتتاح الجسر\nنشر يوم 2024-04-09\nفتحت البلدية الجسر الجديد في عدن صباح أمس. وحضر عمال من صنعاء وعدن.';
    await analyzer.add(input('a.txt', wire));
    await analyzer.add(input('b.txt', wire.replace(' الجديد', '').replace('2024-04-09', '2024-05-01')));
    const { entities, documents } = await analyzer.report();
    const aden = entities.find(({ name }) => name === 'عدن')?.id ?? -1;
    const wrong = (/** @type {import('../../www/analyzer/protocol.d.ts').Query} */ query) =>
      analyzer.ask('concordance', query).catch(({ code, message }) => [code, message]);
    const bridge = { pattern: { words: 'جسر' }, matching: /** @type {const} */ ('grouped') };
    const lines = await analyzer.ask('concordance', { ...bridge, sort: 'after', context: 1 });
    return {
      lines: lines.map(({ document, before, after }) => documents[document].text.slice(before, after)),
      names: (await analyzer.ask('concordance', { pattern: { entity: aden } })).length,
      usage: await analyzer.ask('usage', bridge),
      collocates: (await analyzer.ask('collocates', { query: bridge, window: 'sentence', least: 1 })).length,
      near: (await analyzer.ask('collocates', { query: bridge, window: { words: 1 }, least: 2 })).length,
      runs: (await analyzer.ask('ngrams', { documents: [0], length: 2, least: 1 })).length,
      words: (await analyzer.ask('words', { documents: [], least: 2 }))[0],
      key: await analyzer.ask('keyness', { documents: [0], reference: { documents: [1] }, least: 1 }),
      marks: (await analyzer.ask('keyness', { documents: [0], reference: 'background', least: 1 }))[0],
      richness: await analyzer.ask('richness', { documents: [0] }),
      trend: await analyzer.ask('trend', { query: bridge, period: 'month' }),
      together: await analyzer.ask('together', { documents: [], least: 2, limit: 10 }),
      comparison: await analyzer.ask('compare', { a: [0, 0], b: [1, 0] }),
      tokens: (await analyzer.ask('tokens', { document: 0 })).map(({ start, end }) =>
        documents[0].text.slice(start, end),
      ),
      empty: await wrong({ pattern: { words: ' ' } }),
      regex: await wrong({ pattern: { regex: '(' } }),
      large: await wrong({ pattern: { regex: '\\w{1000}{1000}' } }),
      entity: await wrong({ pattern: { entity: 999 } }),
      question: await wrong(/** @type {any} */ ({ pattern: 'جسر' })),
    };
  });
  assert.equal(result.lines.length, 4);
  assert.ok(result.lines.includes('البلدية الجسر الجديد'), result.lines.join(' | '));
  assert.equal(result.names, 4);
  assert.deepEqual(result.usage.forms, [{ form: 'الجسر', count: 4 }]);
  assert.deepEqual([result.usage.count, result.usage.documents, result.usage.juilland_d > 0.9], [4, 2, true]);
  assert.ok(result.collocates > result.near && result.near > 0);
  assert.ok(result.runs > 5);
  const tokens = 'افتتاح الجسر|فتحت البلدية الجسر الجديد في عدن صباح أمس .|وحضر عمال من صنعاء وعدن .';
  assert.equal(result.tokens.join(' '), tokens.replaceAll('|', ' '));
  assert.deepEqual([result.words.count, result.words.documents], [4, 2]);
  assert.ok(result.key.some(({ count, reference_count }) => count === 1 && reference_count === 0));
  assert.ok(result.marks.log_likelihood > 0);
  assert.ok(result.richness.types > 5 && result.richness.standardized_ratio === null);
  assert.deepEqual(
    result.trend.map(({ period, articles, count }) => [period, articles, count]),
    [
      ['2024-04', 1, 2],
      ['2024-05', 1, 2],
    ],
  );
  assert.equal(result.together.length, 1);
  assert.deepEqual([result.together[0].articles, result.together[0].sentences], [2, 2]);
  assert.deepEqual([result.comparison.cut, result.comparison.added], [1, 0]);
  assert.equal(result.empty[0], 'empty-query');
  assert.deepEqual(result.regex[0], 'bad-regex');
  assert.match(result.regex[1], /unclosed group/);
  assert.match(result.large[1], /repeats too much/);
  assert.equal(result.entity[0], 'unknown-entity');
  assert.equal(result.question[0], 'bad-question');
});

test('after a trap a new worker has the files that the old one had, under their ids', async () => {
  const { result } = await onHostPage(async ({ createAnalyzer }, input) => {
    /** @type {string[]} */
    const progress = [];
    const analyzer = createAnalyzer({
      wasmUrl: 'trapping.wasm',
      onProgress: ({ stage, done, total }) => progress.push(`${stage} ${done}/${total}`),
    });
    await analyzer.addAll([
      input('a.txt', 'وصل الوفد إلى بكين أمس.'),
      input('empty.txt', ''),
      input('b.txt', 'غادر الوفد موسكو اليوم.'),
    ]);
    await analyzer.setAliases('rename\tLOC\tموسكو\tالعاصمة الروسية');
    await analyzer.setBlock(1, 0, false);
    await analyzer.setBlock(0, 0, false);
    await analyzer.setBlock(1, 0, null);
    const trap = await analyzer.remove(0).catch(({ code, message }) => ({ code, message }));
    const { documents, entities } = await analyzer.report();
    const { added } = await analyzer.add(input('c.txt', 'عاد الوفد إلى القاهرة مساء.'));
    return {
      trap,
      documents: documents.map(({ id, name }) => `${id} ${name}`),
      kinds: documents.map(({ blocks: [block] }) => block?.kind),
      names: entities.map(({ name }) => name),
      added: added.map(({ id }) => id),
      progress,
    };
  });
  assert.equal(/** @type {any} */ (result.trap).code, 'crashed');
  assert.deepEqual(result.documents, ['0 a.txt', '1 b.txt']);
  assert.deepEqual(result.names, ['العاصمة الروسية'], 'the decisions are in force again');
  assert.deepEqual(result.kinds, ['furniture', 'body'], 'and those about blocks');
  assert.deepEqual(result.added, [2]);
  assert.deepEqual(result.progress, [
    ...['read 0/3', 'read 1/3', 'read 2/3', 'read 3/3'],
    ...['restore 0/2', 'restore 1/2', 'restore 2/2'],
  ]);
});

test('files are read again under the ids they had, in another analyzer too; what cannot be read so is told of', async () => {
  const { result } = await onHostPage(async ({ createAnalyzer }, input) => {
    const [first, second] = [createAnalyzer(), createAnalyzer()];
    const lines = (/** @type {number[]} */ ...days) =>
      days.map((day) => JSON.stringify({ text: `وصل الوفد إلى بكين يوم ${day} أيار.` })).join('\n');
    await first.add(input('a.jsonl', lines(1, 2, 3)));
    await first.add(input('b.txt', 'غادر الوفد موسكو اليوم.'));
    await first.remove(1);
    await first.setEncoding(3, 'windows-1256');
    const files = first.files();
    const whole = await first.report();
    const none = await second.restore(files);
    const same = JSON.stringify(await second.report()) === JSON.stringify(whole);
    const [rows, ...others] = files;
    const changed = await second.restore([{ ...rows, input: input('a.jsonl', lines(1)) }, ...others]);
    return {
      members: files.map(({ members }) => [...members]),
      none: none.length,
      same,
      changed: changed.map(({ file, code }) => [file, code]),
      left: (await second.report()).documents.map(({ id, name }) => `${id} ${name}`),
    };
  });
  assert.deepEqual(result.members, [
    [
      [0, 0],
      [2, 2],
    ],
    [[3, 0]],
  ]);
  assert.deepEqual([result.none, result.same], [0, true]);
  assert.deepEqual(result.changed, [['a.jsonl', 'unreadable']]);
  assert.deepEqual(result.left, ['0 a.jsonl#1', '3 b.txt']);
});

test('a signal stops before the next file, and what was read stays', async () => {
  const { result } = await onHostPage(async ({ createAnalyzer }, input) => {
    const analyzer = createAnalyzer();
    const controller = new AbortController();
    const files = [1, 2, 3, 4].map((n) => input(`${n}.txt`, `وصل الوفد رقم ${n} إلى بكين أمس.`));
    const { added, cancelled } = await analyzer.addAll(files, {
      signal: controller.signal,
      onAdded: ({ name }) => name === '2.txt' && controller.abort(),
    });
    const { documents } = await analyzer.report();
    return { added: added.map(({ name }) => name), cancelled, documents: documents.length };
  });
  assert.deepEqual(result, { added: ['1.txt', '2.txt'], cancelled: 2, documents: 2 });
});

test('clear forgets the files and rejects what is under way; close rejects all', async () => {
  const { result } = await onHostPage(async ({ createAnalyzer }, input) => {
    const analyzer = createAnalyzer();
    const code = (/** @type {{ code: string }} */ error) => error.code;
    await analyzer.add(input('a.txt', 'وصل الوفد إلى بكين أمس.'));
    const underWay = analyzer.report().catch(code);
    analyzer.clear();
    const { documents } = await analyzer.report();
    analyzer.close();
    return {
      underWay: await underWay,
      documents: documents.length,
      closed: await analyzer.report().catch(code),
    };
  });
  assert.deepEqual(result, { underWay: 'closed', documents: 0, closed: 'closed' });
});

test('a file that is too large is refused unread, and a core that cannot be loaded says so', async () => {
  const { result } = await onHostPage(async ({ createAnalyzer }) => {
    const part = new Blob([new Uint8Array(1 << 20)]);
    const blob = new Blob(Array(300).fill(part));
    const { failed } = await createAnalyzer().addAll([{ name: 'large.txt', blob }]);
    const nowhere = createAnalyzer({ wasmUrl: 'nowhere.wasm' });
    const load = await nowhere.report().catch((error) => error);
    return { failed: failed.map(({ code, file, message }) => ({ code, file, message })), load: load.code };
  });
  assert.equal(result.failed[0].code, 'too-large');
  assert.equal(result.failed[0].file, 'large.txt');
  assert.match(result.failed[0].message, /314 MB/);
  assert.equal(result.load, 'load');
});
