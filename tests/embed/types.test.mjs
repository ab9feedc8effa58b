// The package's types, as a site's compiler reads them, the declarations themselves checked too.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import test from 'node:test';
import { root } from '../inputs.mjs';
import { examples } from './host.mjs';

for (const [resolution, module] of [
  ['bundler', 'esnext'],
  ['nodenext', 'nodenext'],
])
  test(`a site's TypeScript compiles, with ${resolution} resolution`, () => {
    const options = ['--moduleResolution', resolution, '--module', module];
    const { status, stdout } = spawnSync(
      process.execPath,
      [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(examples, 'typescript'), ...options],
      { encoding: 'utf8' },
    );
    assert.deepEqual([status, stdout], [0, '']);
  });
