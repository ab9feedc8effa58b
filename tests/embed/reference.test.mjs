import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { reference } from '../../tools/reference.mjs';
import { root } from '../inputs.mjs';

test('docs/API.md is what the declarations say', async () => {
  assert.equal(readFileSync(join(root, 'docs/API.md'), 'utf8'), await reference(), 'run `npm run reference`');
});
