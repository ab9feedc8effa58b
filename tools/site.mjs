// The static site: dist/, which works from any path of any host.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildCore } from './core.mjs';
import { Failure, root, run } from './run.mjs';
import { filesOf } from './stamp.mjs';

/** Builds what changed of the core, and dist/ anew. */
export async function buildSite() {
  await buildCore();
  const dist = join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  cpSync(join(root, 'www'), dist, { recursive: true, filter: (path) => !/\.(js|d\.ts)$/.test(path) });
  copyScripts();
  cpSync(join(root, '.wasm/warraq.wasm'), join(dist, 'analyzer/warraq.wasm'));
  writeFileSync(join(dist, 'analyzer/worker.js'), workerScript());
  copySamples(join(dist, 'samples'));
  copyPdfReader(join(dist, 'analyzer/pdf'));
}

/** pdf.js, which the page loads with the first PDF. Not every host knows what `.mjs` is. */
function copyPdfReader(/** @type {string} */ folder) {
  const from = join(root, 'node_modules/pdfjs-dist');
  mkdirSync(folder);
  for (const name of ['pdf.min', 'pdf.worker.min'])
    cpSync(join(from, `build/${name}.mjs`), join(folder, `${name}.js`));
  cpSync(join(from, 'LICENSE'), join(folder, 'LICENSE'));
}

/** The page's scripts as they are, without their comments, which are a quarter of what a first visit would load. */
function copyScripts() {
  const scripts = filesOf('www').filter((file) => file.endsWith('.js'));
  const options = [
    '--allowJs',
    '--removeComments',
    '--noCheck',
    '--target',
    'es2023',
    '--module',
    'nodenext',
  ];
  const folders = ['--rootDir', 'www', '--outDir', 'dist'];
  run('node_modules/.bin/tsc', '--ignoreConfig', ...options, ...folders, ...scripts);
}

/** The articles of “try it with samples”, and a list of them, since a static host does not list a folder. */
function copySamples(/** @type {string} */ folder) {
  const articles = filesOf('tests/samples').filter((file) => /^tests\/samples\/\d[^/]*$/.test(file));
  mkdirSync(folder);
  for (const file of articles) cpSync(join(root, file), join(folder, basename(file)));
  writeFileSync(join(folder, 'index.json'), JSON.stringify(articles.map((file) => basename(file))));
}

/** The glue and the worker as one script: a blob has no address from which to import the other. */
function workerScript() {
  const glue = readFileSync(join(root, '.wasm/warraq.js'), 'utf8');
  const worker = readFileSync(join(root, 'dist/analyzer/worker.js'), 'utf8');
  const start = "import { Corpus, initSync } from './warraq.js';\n";
  if (!worker.includes(start)) throw new Failure(`www/analyzer/worker.js does not have the line ${start}`);
  return `${glue}\n${worker.replace(start, '')}`;
}
