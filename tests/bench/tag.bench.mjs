// Tagging names natively, beside a CRFsuite tagger on the same text.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, shared } from '../inputs.mjs';
import { cargoBench, print } from './measure.mjs';
import { news } from './news.mjs';

const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
const file = join(folder, 'news.txt');
writeFileSync(file, news(3_000_000));
console.log('\nTagging names, natively');
cargoBench('tag', file);
print('The same text', [['CRFsuite on words, affixes and neighbours, in Python', crfsuite()]]);
rmSync(folder, { recursive: true });

function crfsuite() {
  const gold = join(shared, 'ner/anercorp_train.conll');
  if (!existsSync(gold)) return 'not measured (it is trained on gold sentences that are not here)';
  const python = process.env.WARRAQ_PYTHON ?? 'python3';
  const { status, stdout } = spawnSync(python, [join(root, 'tests/bench/crfsuite_tagger.py'), gold, file]);
  return status === 0
    ? `${stdout.toString().trim()} MB/s`
    : 'not installed (WARRAQ_PYTHON names a Python that has it)';
}
