// The files that the tests of the wasm build and of the page read, and what the command line says of them.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Paths of the articles written for this project. */
export const samples = articlesIn(join(root, 'tests/samples'));

/** What is laid beside the project where it is developed; not part of it. */
export const shared = process.env.WARRAQ_SHARED ?? join(root, '../shared');

/** Paths of the real articles, which are not part of the project: none where they are not there. */
export const seeds = articlesIn(join(shared, 'seeds'));

/** @param {string} folder */
function articlesIn(folder) {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter(
    (name) => /\.(txt|md|html)$/.test(name) && !/^[A-Z]+\.md$/.test(name),
  );
  return names.sort().map((name) => join(folder, name));
}

/**
 * The command line's analysis of the files.
 *
 * @param {string[]} paths
 * @returns {import('../www/analyzer/protocol.d.ts').Report}
 */
export function commandLine(paths) {
  const program = join(root, 'target/debug/warraq');
  const output = execFileSync(program, ['analyze', '--format', 'json', ...paths], { maxBuffer: 1 << 28 });
  return JSON.parse(output.toString());
}

/** @param {string} path */
export const nameOf = (path) => basename(path);

/** A PNG of one pixel. */
export const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
