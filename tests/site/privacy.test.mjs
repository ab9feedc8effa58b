// What the built site could ask of a network, by reading it; tests/browser records what it does ask.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { filesOf } from '../../tools/stamp.mjs';
import { root } from '../inputs.mjs';

/** Whatever lets a script reach another machine, or another script do so; parts of the page's own script are let by. */
const NETWORK =
  /\b(fetch|XMLHttpRequest|WebSocket|WebSocketStream|EventSource|sendBeacon|RTCPeerConnection|WebTransport|importScripts|serviceWorker|SharedWorker|window\.open|new Image|document\.cookie)\b(?!')|\bimport\s*\((?!"\.\.?\/[\w/-]+\.js"\))/g;

/** Where one is used all the same, and why. */
const EXCEPTIONS = [
  {
    file: 'analyzer/client.js',
    api: 'fetch',
    reason: "loads the site's own warraq.wasm, and the worker of the reader of PDFs",
  },
  {
    file: 'analyzer/pdf.js',
    api: 'import(',
    reason: 'loads pdf.js, which stands beside it, with the first PDF',
  },
  {
    file: 'page/main.js',
    api: 'serviceWorker',
    reason: "has the browser keep the site's own files, so that the page opens without a network",
  },
  { file: 'page/save.js', api: 'new Image', reason: 'paints a picture of the page, from a blob, to save it' },
  {
    file: 'page/licences.js',
    api: 'fetch',
    reason: "loads the site's own list of licences when someone asks for it",
  },
  { file: 'page/save.js', api: 'fetch', reason: "puts the site's own fonts into a picture that is saved" },
  { file: 'service-worker.js', api: 'fetch', reason: "loads the site's own files, by a list made with them" },
  { file: 'page/main.js', api: 'fetch', reason: "loads the site's own samples when someone asks for them" },
];

// What is in pdf/ is pdf.js, which is given bytes and no address; tests/browser records that it asks for nothing. warraq.html is made
// of the other files and of pdf.js.
const files = filesOf('dist').filter((file) =>
  /^(?!.*\/pdf\/)(?!.*warraq\.html).*\.(js|html|css|svg|webmanifest)$/.test(file),
);

/** @param {string} file */
const read = (file) => readFileSync(join(root, file), 'utf8');

/** A script's name without that of its content; what the parts of the page have in common is counted as its start. @param {string} file */
const plainName = (file) => file.replace(/-[A-Z0-9]{8}(?=\.js$)/, '').replace(/page\/chunk/, 'page/main');

test('scripts use no network but where a reason is given', () => {
  const found = files
    .filter((file) => file.endsWith('.js'))
    .flatMap((file) => (read(file).match(NETWORK) ?? []).map((api) => `${plainName(file)}: ${api}`));
  assert.deepEqual(
    [...new Set(found)].sort(),
    EXCEPTIONS.map(({ file, api }) => `dist/${file}: ${api}`).sort(),
  );
});

test('nothing names another host', () => {
  // Names of vocabularies, which only look like addresses: of SVG, of workbooks and of TEI.
  const namespaces = /http:\/\/(www\.w3\.org|schemas\.openxmlformats\.org|www\.tei-c\.org)\/[\w./-]*/g;
  for (const file of files) {
    const text = read(file);
    assert.doesNotMatch(text.replace(namespaces, ''), /https?:\/\/|['"(]\/\/\w/, file);
  }
});

test('addresses are relative, so that the site works from any path', () => {
  for (const file of files.filter((file) => file.endsWith('.html'))) {
    for (const [, address] of read(file).matchAll(/\s(?:src|href)="([^"]*)"/g))
      assert.doesNotMatch(address, /^\//, file);
  }
});

/** The directives of a page's policy. @param {string} file */
function policyOf(file) {
  const [, policy] = /Content-Security-Policy"\s+content="([^"]*)"/.exec(read(file)) ?? [];
  return (policy ?? '').split(';').map((directive) => directive.trim());
}

test('the page forbids itself to reach other hosts', () => {
  const directives = policyOf('dist/index.html');
  for (const directive of [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "connect-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types warraq-worker warraq-offline',
  ]) {
    assert.ok(directives.includes(directive), `${directive} is not in the policy: ${directives}`);
  }
});

test('the page in one file forbids itself to load anything', () => {
  const sources = policyOf('dist/warraq.html').flatMap((directive) => directive.split(' ').slice(1));
  const allowed = /^('none'|'wasm-unsafe-eval'|'sha256-[\w+/]{43}='|data:|blob:|'script'|warraq-worker)$/;
  assert.deepEqual(
    sources.filter((source) => !allowed.test(source)),
    [],
  );
  assert.ok(policyOf('dist/warraq.html').includes("connect-src 'none'"));
  assert.doesNotMatch(
    read('dist/warraq.html').replace(/<script[^]*?<\/script>/g, ''),
    /\s(src|href)="(?!data:)/,
  );
});
