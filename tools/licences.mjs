// dist/LICENSES.txt: the licences of what the page is made of that others wrote.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, join } from 'node:path';
import { Failure, root } from './run.mjs';
import { filesOf } from './stamp.mjs';

/** @typedef {import('esbuild').Metafile} Metafile */

/** Loaded from beside the page's script, so not among what went into that. */
const BESIDE = ['pdfjs-dist'];

/** Where cargo has unpacked the crates. */
const CRATES = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'registry/src');

/**
 * The texts, each under the names of those who share it.
 *
 * @param {Metafile} page the page's scripts
 */
export function licences(page) {
  /** @type {Map<string, string[]>} */
  const texts = new Map();
  for (const [name, text] of [...packages(page), ...fonts(), ...crates(), ...data()])
    texts.set(text, [...(texts.get(text) ?? []), name]);
  const own = 'Warraq: MIT or Apache-2.0, as you choose. It contains what is listed below.\n';
  const parts = [...texts].map(([text, names]) => `${names.sort().join('\n')}\n\n${text}\n`);
  return [own, ...parts].join(`\n${'-'.repeat(72)}\n\n`);
}

/** The packages that went into the scripts. @param {Metafile} page @returns {[string, string][]} */
function packages({ inputs }) {
  const used = Object.keys(inputs).map((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? '');
  return [...new Set([...used, ...BESIDE])]
    .filter(Boolean)
    .sort()
    .map((name) => [name, licenceIn(join(root, 'node_modules', name))]);
}

/** @returns {[string, string][]} */
function fonts() {
  return filesOf('www/font')
    .filter((file) => file.endsWith('.LICENSE'))
    .map((file) => [`font ${basename(file, '.LICENSE')}`, readFileSync(join(root, file), 'utf8').trim()]);
}

/**
 * The crates that the core is made of, by Cargo.toml and Cargo.lock; those that only help to compile them are among them.
 *
 * @returns {[string, string][]}
 */
function crates() {
  const manifest = readFileSync(join(root, 'Cargo.toml'), 'utf8');
  const wanted = new Set(
    [...manifest.matchAll(/^\[(?:target\..*\.)?dependencies\]\n((?:(?!\[).*\n)*)/gm)]
      .flatMap(([, lines = '']) => lines.split('\n'))
      .filter((line) => /^[\w-]+ =/.test(line) && !line.includes('optional = true'))
      .map((line) => line.split(' ')[0] ?? ''),
  );
  const locked = new Map(
    readFileSync(join(root, 'Cargo.lock'), 'utf8')
      .split('[[package]]')
      .map((text) => [/^name = "(.+)"/m.exec(text)?.[1] ?? '', text]),
  );
  for (const name of wanted) {
    const [, list = ''] = /dependencies = \[([^\]]*)/.exec(locked.get(name) ?? '') ?? [];
    for (const [, other = ''] of list.matchAll(/"([\w-]+)/g)) wanted.add(other);
  }
  const folders = existsSync(CRATES) ? readdirSync(CRATES).map((folder) => join(CRATES, folder)) : [];
  return [...wanted].sort().map((name) => {
    const version = /^version = "(.+)"/m.exec(locked.get(name) ?? '')?.[1];
    const folder = folders.map((from) => join(from, `${name}-${version}`)).find(existsSync);
    if (!folder) throw new Failure(`the sources of the crate ${name} ${version} are not there: cargo fetch`);
    return [`crate ${name}`, licenceIn(folder)];
  });
}

/** Where the lists and the model come from. @returns {[string, string][]} */
function data() {
  const sources = readFileSync(join(root, 'docs/DATA.md'), 'utf8').trim();
  return [['the lists of names and words, and the model of the tagger', sources]];
}

/** The text of a licence; of two to choose from, MIT's. @param {string} folder */
function licenceIn(folder) {
  const found = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|unlicense)/i.test(file));
  const chosen = found.find((file) => /mit/i.test(file)) ?? found[0];
  if (!chosen) throw new Failure(`there is no licence in ${folder}`);
  return readFileSync(join(folder, chosen), 'utf8').trim();
}
