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
  writeFileSync(join(dist, 'index.html'), pageWith(page));
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
    entryPoints: ['www/page/main.js', 'www/style/page.css'],
    outbase: 'www',
    outdir: dist,
    entryNames: '[dir]/[name]-[hash]',
    chunkNames: 'page/[name]-[hash]',
  };
  const parted = await bundle({ ...options, plugins: analyzer, write: false });
  const { metafile } = await bundle({ ...options, plugins: [...analyzer, inOne(parted.metafile)] });
  return metafile;
}

/**
 * The page, which names its script and style as they were written; a browser is told at once of all that its script imports.
 *
 * @param {Metafile} metafile
 */
function pageWith({ outputs }) {
  const scriptAndStyle = /(?<=(?:src|href)=")((?:page|style)\/[^"]*)/g;
  const written = Object.keys(outputs).filter((file) => outputs[file]?.entryPoint);
  const html = readFileSync(join(root, 'www/index.html'), 'utf8').replace(scriptAndStyle, (source) => {
    const file = written.find((file) => outputs[file]?.entryPoint === `www/${source}`);
    if (!file) throw new Failure(`www/index.html names ${source}, of which nothing was made`);
    return addressOf(file);
  });
  const [main = ''] = written.filter((file) => outputs[file]?.entryPoint === 'www/page/main.js');
  const preloads = withImports([main], outputs)
    .filter((file) => file !== main)
    .map((file) => `<link rel="modulepreload" href="${addressOf(file)}" />`);
  return html.replace(/(?= *<script type="module")/, () => preloads.map((link) => `    ${link}\n`).join(''));
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
