// A session as a file, without a browser: what is written is read back, and what is broken, newer or hostile is refused.
import assert from 'node:assert/strict';
import test from 'node:test';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { readSession, writeSession } from '../../www/session/file.js';
import { partSessions } from '../../www/session/kind.js';

/** @typedef {import('../../www/session/state.d.ts').SessionState} SessionState */

const CSV = 'text,date\nخبر,2024\n';
const PDF = new Uint8Array([37, 80, 68, 70, 45, 0, 255, 10]);

/** @returns {SessionState} */
function state() {
  const table = {
    name: 'folder/rows.csv',
    columns: [{ name: 'text', sample: 'خبر' }],
    roles: { header: true, text: 'text' },
    rows: 1,
    skipped: 0,
    can_have_header: true,
  };
  const rows = {
    name: 'folder/rows.csv',
    blob: new Blob([CSV]),
    tables: { 'folder/rows.csv': { text: 'text' } },
  };
  return {
    warraq: '0.1.0',
    settings: { keywords: 500, aliases: ['add\tPER\tسامر الخطيب'] },
    files: [
      {
        input: { name: '../أ:b\u202E.pdf', blob: new Blob([PDF]) },
        members: new Map([[0, 0]]),
        encodings: new Map(),
      },
      {
        input: rows,
        members: new Map([
          [2, 0],
          [3, 1],
        ]),
        encodings: new Map([[3, 'windows-1256']]),
      },
    ],
    decisions: [['add\tPER\tسامر الخطيب'], { document: 2, block: 1, inside: false, words: 'خبر' }],
    tables: [{ input: rows, table }],
  };
}

/** @param {SessionState} state with the files' bytes in place of blobs */
async function plain({ files, tables, ...rest }) {
  return {
    ...rest,
    files: await Promise.all(
      files.map(async ({ input: { blob, ...input }, ...file }) => ({
        ...file,
        input: JSON.parse(JSON.stringify(input)),
        bytes: [...new Uint8Array(await blob.arrayBuffer())],
      })),
    ),
    tables: tables.map(({ input, table }) => [files.findIndex((file) => file.input === input), table]),
  };
}

/** The parts of a session's archive. @param {Blob} blob */
const parts = async (blob) => unzipSync(new Uint8Array(await blob.arrayBuffer()));

/** @param {Record<string, Uint8Array>} files */
const packed = (files) => new Blob([/** @type {Uint8Array<ArrayBuffer>} */ (zipSync(files))]);

/** @param {Blob} blob */
const code = (blob) =>
  readSession(blob).then(
    () => 'opened',
    ({ code }) => code,
  );

/** The archive with another manifest. @param {(manifest: any) => any} change */
async function changed(change) {
  const files = await parts(await writeSession(state()));
  const manifest = JSON.parse(Buffer.from(files['session.json'] ?? '').toString());
  return packed({ ...files, 'session.json': strToU8(JSON.stringify(change(manifest))) });
}

test('what is written is read back, byte for byte', async () => {
  const blob = await writeSession(state());
  assert.deepEqual(await plain(await readSession(blob)), await plain(state()));
  const files = await parts(blob);
  assert.deepEqual(
    Object.keys(files),
    ['session.json', 'files/1 أ_b_.pdf', 'files/2 rows.csv'],
    'no path leads out',
  );
  assert.deepEqual([...(files['files/1 أ_b_.pdf'] ?? [])], [...PDF]);
});

test('a session is told from other archives by its name or by how it begins', async () => {
  const input = (/** @type {string} */ name, /** @type {Blob} */ blob) => ({ name, blob });
  const { sessions, others } = await partSessions([
    input('renamed.zip', await writeSession(state())),
    input('broken.WARRAQ', new Blob(['?'])),
    input('articles.zip', packed({ 'a.txt': strToU8('خبر') })),
    input('session.json', new Blob(['{}'])),
  ]);
  assert.deepEqual(
    [sessions.map(({ name }) => name), others.map(({ name }) => name)],
    [
      ['renamed.zip', 'broken.WARRAQ'],
      ['articles.zip', 'session.json'],
    ],
  );
});

test('a session of a newer program is refused as such, whatever else is in it', async () => {
  assert.equal(
    await code(await changed((manifest) => ({ ...manifest, 'warraq-session': 2 }))),
    'newer-session',
  );
  const other = packed({ 'session.json': strToU8('{"warraq-session":3,"warraq":"2.0.0"}') });
  assert.equal(await code(other), 'newer-session');
});

test('what is broken is refused, wherever it is broken', async () => {
  const whole = await writeSession(state());
  assert.equal(await code(whole), 'opened');
  for (const length of [0, 4, 100, whole.size - 30])
    assert.equal(await code(whole.slice(0, length)), 'broken-session');
  const files = await parts(whole);
  assert.equal(
    await code(packed({ 'session.json': files['session.json'] ?? new Uint8Array() })),
    'broken-session',
  );
  const [, pdf = ''] = Object.keys(files);
  assert.equal(
    await code(packed({ ...files, [pdf]: strToU8('%PDF-other') })),
    'broken-session',
    'other bytes',
  );
  for (const change of /** @type {((manifest: any) => any)[]} */ ([
    () => null,
    () => [],
    () => ({ 'warraq-session': 1 }),
    (manifest) => ({ ...manifest, 'warraq-session': '1' }),
    (manifest) => ({ ...manifest, files: [null, ...manifest.files.slice(1)] }),
    (manifest) => ({ ...manifest, files: [...manifest.files].reverse() }),
    (manifest) => ({
      ...manifest,
      files: manifest.files.map((/** @type {any} */ file) => ({ ...file, members: [[0, 0]] })),
    }),
    (manifest) => ({ ...manifest, decisions: [{ document: 1 }] }),
    (manifest) => ({ ...manifest, decisions: [[{}]] }),
    (manifest) => ({ ...manifest, tables: [{ file: 9, table: manifest.tables[0].table }] }),
    (manifest) => ({ ...manifest, tables: [{ file: 0, table: { name: {} } }] }),
    (manifest) => ({ ...manifest, settings: null }),
  ]))
    assert.equal(await code(await changed(change)), 'broken-session', String(change));
});
