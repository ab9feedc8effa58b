// The npm package: dist/npm/, and the file that `npm publish` would send.
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { writeAnalyzer, writeScripts } from './analyzer.mjs';
import { version } from './bundle.mjs';
import { buildCore } from './core.mjs';
import { writeElements } from './elements.mjs';
import { Failure, outputOf, root, run } from './run.mjs';

/** What can be imported, by name below `warraq`, and the module that it is made of. */
export const ENTRIES = {
  '.': 'analyzer/client.js',
  './inline': 'analyzer/inline.js',
  './wasm': 'analyzer/wasm.js',
  './pdf': 'analyzer/pdf.js',
  './element': 'element/element.js',
  './frame': 'element/frame.js',
};

const FOLDER = 'dist/npm';

/** Builds what changed of the core, and the package anew. @returns {Promise<string>} the path of the packed file */
export async function buildPackage() {
  await buildCore();
  return writePackage();
}

/** Writes the package with the core that is there. @returns {Promise<string>} the path of the packed file */
export async function writePackage() {
  const folder = join(root, FOLDER);
  rmSync(folder, { recursive: true, force: true });
  await writeAnalyzer(folder);
  await writeScripts(
    folder,
    ['inline', 'wasm', 'worker'].map((name) => `www/analyzer/${name}.js`),
  );
  await writeScripts(folder, ['www/element/frame.js']);
  await writeElements(folder, './client.js');
  writeTypes(folder);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(), null, 2)}\n`);
  for (const file of ['LICENSE-APACHE', 'LICENSE-MIT']) cpSync(join(root, file), join(folder, file));
  for (const file of ['API.md', 'DATA.md', 'MODEL_CARD.md'])
    cpSync(join(root, 'docs', file), join(folder, file));
  cpSync(join(root, 'docs/EMBEDDING.md'), join(folder, 'README.md'));
  const packed = outputOf('npm', 'pack', `./${FOLDER}`, '--pack-destination', 'dist', '--json');
  if (packed === null) throw new Failure('npm could not pack dist/npm');
  return join(root, 'dist', JSON.parse(packed)[0].filename);
}

/** @returns {Record<string, unknown>} */
function manifest() {
  const { name, description, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const exported = Object.entries(ENTRIES).map(([name, module]) => [
    name,
    { types: `./types/${typesOf(name)}`, default: `./${basename(module)}` },
  ]);
  return {
    name,
    version: version(),
    description,
    license,
    keywords: ['arabic', 'news', 'named entity recognition', 'webassembly', 'custom element'],
    type: 'module',
    types: './types/index.d.ts',
    exports: {
      ...Object.fromEntries(exported),
      './worker.js': './worker.js',
      './warraq.wasm': './warraq.wasm',
      './package.json': './package.json',
    },
    sideEffects: ['./element.js'],
    engines: { node: '>=20.16' },
  };
}

/** Declarations, made of the modules' own comments; an entry's also has the types of the protocol. @param {string} folder */
function writeTypes(folder) {
  const types = join(folder, 'types');
  const all = join(root, 'dist/types');
  run('node_modules/.bin/tsc', '-p', 'tsconfig.types.json', '--outDir', all);
  for (const file of ['analyzer/protocol.d.ts', 'analyzer/version.d.ts', 'element/tags.d.ts'])
    cpSync(join(root, 'www', file), join(all, file));
  for (const [name, module] of Object.entries(ENTRIES)) {
    const tags = name === './element' ? ["import './element/tags.js';"] : [];
    const lines = [...tags, `export * from './${module}';`, "export type * from './analyzer/protocol.js';"];
    writeFileSync(join(all, typesOf(name)), `${lines.join('\n')}\n`);
    copyDeclarations(typesOf(name), all, types);
  }
  rmSync(all, { recursive: true });
}

/** Copies a declaration and those that it refers to. @param {string} file @param {string} from @param {string} to */
function copyDeclarations(file, from, to) {
  if (existsSync(join(to, file))) return;
  cpSync(join(from, file), join(to, file));
  const text = readFileSync(join(from, file), 'utf8');
  for (const [, address = ''] of text.matchAll(/(?:from |import ?\(?)['"](\.[^'"]+)['"]/g))
    copyDeclarations(join(dirname(file), address.replace(/(\.d\.ts|\.js)$/, '.d.ts')), from, to);
}

/** @param {string} entry */
const typesOf = (entry) => `${entry === '.' ? 'index' : entry.slice(2)}.d.ts`;
