// dist/warraq.html: the page in one file, which works by double click, from `file://`, and by its policy can load nothing at all.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { core, instead, textOf } from './bundle.mjs';
import { pageWith, sha256 } from './page.mjs';
import { root } from './run.mjs';
import { filesOf } from './stamp.mjs';

/** What the scripts ask for, each as it lies in dist/ and as it is asked for from a page that is its own script. @type {[RegExp, string][]} */
const INSIDE = [
  [/^dist\/analyzer\/(warraq\.wasm|pdf\/pdf\.worker\.min\.js)$/, 'dist/analyzer/'],
  [/^dist\/(samples\/|LICENSES\.txt$)/, 'dist/'],
];

/** Writes it, of www/ and of the rest of dist/. */
export async function writeSingle() {
  const [script, style] = await Promise.all([scriptText(), styleText()]);
  const without = ['modulepreload', 'preload', 'manifest', 'apple-touch-icon'];
  const html = pageWith([
    [/(?<=Content-Security-Policy"\s+content=")[^"]*/, policy(script, style)],
    ...without.map(
      (rel) => /** @type {[RegExp, string]} */ ([new RegExp(` *<link rel="${rel}"[^>]*>\n`), '']),
    ),
    [/<link rel="stylesheet"[^>]*>/, `<style>${style}</style>`],
    [/<script type="module"[^>]*><\/script>/, `${filesInside()}\n<script type="module">${script}</script>`],
  ]);
  writeFileSync(join(root, 'dist/warraq.html'), html);
}

/** All of the page's script, parts that are loaded later in the site included. */
function scriptText() {
  const reader = instead(/\/pdfjs\.js$/, "export const load = () => import('pdfjs-dist/build/pdf.min.mjs')");
  return textOf({
    entryPoints: ['www/page/main.js'],
    inject: ['www/page/embedded.js'],
    plugins: [core, reader],
  });
}

function styleText() {
  return textOf({ entryPoints: ['www/style/page.css'], loader: { '.woff2': 'dataurl' } });
}

/** Nothing but the script and the style that stand in the file, and the core. @param {string} script @param {string} style */
function policy(script, style) {
  return [
    "default-src 'none'",
    `script-src '${sha256(script)}' 'wasm-unsafe-eval'`,
    `style-src '${sha256(style)}'`,
    'img-src data: blob:',
    'font-src data:',
    'worker-src blob:',
    "connect-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types warraq-worker',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** The files, gzipped, as data: a script of a type that is none is not run. */
function filesInside() {
  const files = filesOf('dist').flatMap((file) => {
    const found = INSIDE.find(([pattern]) => pattern.test(file));
    return found ? [{ file, name: file.slice(found[1].length) }] : [];
  });
  const blocks = files.map(({ file, name }) => {
    const data = gzipSync(readFileSync(join(root, file)), { level: 9 }).toString('base64');
    return `<script type="application/gzip" data-file="${name}">${data}</script>`;
  });
  return blocks.join('\n');
}
