// The static site: dist/, which works from any path of any host.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { writeAnalyzer } from './analyzer.mjs';
import { beside, bundle, inOne, withImports } from './bundle.mjs';
import { buildCore } from './core.mjs';
import { writeEmbed } from './embed.mjs';
import { licences } from './licences.mjs';
import { Failure, root } from './run.mjs';
import { writeServiceWorker } from './offline.mjs';
import { pageWith, sha256 } from './page.mjs';
import { writeSingle } from './single.mjs';
import { filesOf } from './stamp.mjs';

/** @typedef {import('esbuild').Metafile} Metafile */

/** Builds what changed of the core, and dist/ anew. */
export async function buildSite() {
  await buildCore();
  return writeSite();
}

/**
 * Writes dist/ with the core that is there.
 *
 * @returns {Promise<Metafile>} of the page's scripts and styles
 */
export async function writeSite() {
  const dist = join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  await writeAnalyzer(join(dist, 'analyzer'));
  const page = await bundlePage(dist);
  writeFileSync(join(dist, 'index.html'), indexPage(page));
  copySamples(join(dist, 'samples'));
  for (const name of ['manifest.webmanifest', 'icon'])
    cpSync(join(root, 'www', name), join(dist, name), { recursive: true });
  for (const file of filesOf('www/font').filter((file) => file.endsWith('.LICENSE')))
    cpSync(join(root, file), join(dist, 'font', basename(file)));
  writeFileSync(join(dist, 'LICENSES.txt'), licences(page));
  await writeSingle();
  await writeEmbed();
  await writeServiceWorker();
  return page;
}

/**
 * The page's script and style. Their names change with their content, so that old and new do not mix.
 *
 * @param {string} dist
 */
async function bundlePage(dist) {
  const analyzer = ['client', 'pdf'].map((name) =>
    beside(new RegExp(`/analyzer/${name}\\.js$`), `../analyzer/${name}.js`),
  );
  const options = {
    entryPoints: [
      { in: 'www/page/main.js', out: 'page/main' },
      // Beside index.html, in which it will stand: from there it names its fonts.
      { in: 'www/style/page.css', out: 'style' },
    ],
    outdir: dist,
    entryNames: '[dir]/[name]-[hash]',
    chunkNames: 'page/[name]-[hash]',
  };
  const parted = await bundle({ ...options, plugins: analyzer, write: false });
  const { metafile } = await bundle({ ...options, plugins: [...analyzer, inOne(parted.metafile)] });
  return metafile;
}

/**
 * The page: its style stands in it, so that it shows without a second way over the network; its script has the name that it was written
 * under, and a browser is told at once of all that it imports.
 *
 * @param {Metafile} metafile
 */
function indexPage({ outputs }) {
  const made = (/** @type {string} */ source) => {
    const file = Object.keys(outputs).find((file) => outputs[file]?.entryPoint === source);
    if (!file) throw new Failure(`nothing was made of ${source}`);
    return file;
  };
  const main = made('www/page/main.js');
  const scripts = withImports([main], outputs)
    .filter((file) => file !== main)
    .map((file) => `<link rel="modulepreload" href="${addressOf(file)}" />\n    `);
  const css = takeOut(made('www/style/page.css'));
  return pageWith([
    [/(?<=style-src )'self'/, `'${sha256(css)}'`],
    [/<link rel="stylesheet"[^>]*>/, `<style>${css}</style>`],
    [/(?=<script type="module")/, scripts.join('')],
    [/page\/main\.js/, addressOf(main)],
  ]);
}

/** What is in the file, which is no longer there then. @param {string} file of dist/ */
function takeOut(file) {
  const text = readFileSync(join(root, file), 'utf8');
  rmSync(join(root, file));
  return text;
}

/** @param {string} file of dist/ */
function addressOf(file) {
  return file.replace(/^dist\//, '');
}

/** The articles of “try it with samples”, and a list of them, since a static host does not list a folder. */
function copySamples(/** @type {string} */ folder) {
  const articles = filesOf('tests/samples').filter((file) => /^tests\/samples\/\d[^/]*$/.test(file));
  mkdirSync(folder);
  for (const file of articles) cpSync(join(root, file), join(folder, basename(file)));
  writeFileSync(join(folder, 'index.json'), JSON.stringify(articles.map((file) => basename(file))));
}
