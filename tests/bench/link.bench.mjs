// Joining the spellings of names, natively.
import { run } from '../../tools/run.mjs';

run('cargo', 'bench', '--quiet', '--locked', '--bench', 'link', '--target-dir', 'target');
