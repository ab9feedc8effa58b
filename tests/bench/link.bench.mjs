// Joining the spellings of names, natively.
import { run } from '../../tools/run.mjs';

run(
  'cargo',
  'bench',
  '--quiet',
  '--locked',
  '--no-default-features',
  '--bench',
  'link',
  '--target-dir',
  'target',
);
