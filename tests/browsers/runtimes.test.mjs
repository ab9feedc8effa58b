// The package in Deno and Bun: the example of Node's, as it stands.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { basename, join } from 'node:path';
import test from 'node:test';
import { RUNTIMES } from '../../tools/install.mjs';
import { examples } from '../embed/host.mjs';
import { commandLine, root, samples } from '../inputs.mjs';

const programs = join(root, RUNTIMES, 'node_modules/.bin');
const articles = samples.slice(0, 5);

for (const [name, ...command] of [
  ['Deno', 'deno', 'run', '--no-remote', '--node-modules-dir=manual', '--allow-read=..'],
  ['Bun', 'bun', 'run'],
]) {
  test(`${name} finds the names that the command line finds`, () => {
    const folder = join(examples, 'node');
    for (const article of articles) cpSync(article, join(folder, basename(article)));
    const [program = '', ...args] = command;
    const names = articles.map((article) => basename(article));
    const output = execFileSync(join(programs, program), [...args, 'names.mjs', ...names], {
      cwd: folder,
      encoding: 'utf8',
    });
    const { entities } = commandLine(articles);
    const expected = entities.map(({ kind, name, count }) => `${kind}\t${name}\t${count}`);
    assert.deepEqual(output.trim().split('\n'), expected);
  });
}
