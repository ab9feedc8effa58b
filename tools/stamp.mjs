// Content stamps: a step is done again only when what goes into it is not what went into it last time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './run.mjs';

/**
 * All files below the paths given, relative to the project's folder and sorted.
 *
 * @param {...string} paths of files and folders
 * @returns {string[]}
 */
export function filesOf(...paths) {
  return paths.flatMap((path) => {
    if (!statSync(join(root, path)).isDirectory()) return [path];
    return filesOf(
      ...readdirSync(join(root, path))
        .sort()
        .map((name) => `${path}/${name}`),
    );
  });
}

/**
 * Does `work` unless `outputs` are there and were made of these very `inputs`.
 *
 * @param {string} stamp the file to keep the stamp in
 * @param {{ inputs: string[], outputs: string[] }} files
 * @param {() => void | Promise<void>} work
 */
export async function unlessDone(stamp, { inputs, outputs }, work) {
  const hash = createHash('sha256');
  for (const file of inputs)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  const now = hash.digest('hex');
  const path = join(root, stamp);
  const done = existsSync(path) && readFileSync(path, 'utf8') === now;
  if (done && outputs.every((file) => existsSync(join(root, file)))) return;
  await work();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, now);
}
