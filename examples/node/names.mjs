// node names.mjs FILE…: the names in articles, with how often they stand there.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { loadCore } from 'warraq/wasm';

const core = await loadCore();
const corpus = core.createCorpus();
for (const file of process.argv.slice(2)) {
  try {
    corpus.add(basename(file), readFileSync(file));
  } catch (error) {
    console.error(`${file}: ${error.message}`);
    process.exitCode = 1;
  }
}
for (const { kind, name, count } of corpus.report().entities) console.log(`${kind}\t${name}\t${count}`);
