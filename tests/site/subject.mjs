// What the tests of exports write to files: a report on the samples, and on an article that is hostile.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Corpus, initSync } from '../../.wasm/warraq.js';
import { decodeColumns } from '../../www/analyzer/columns.js';
import { setLanguage } from '../../www/page/language.js';
import { root, samples, nameOf } from '../inputs.mjs';

/** @import { Subject } from '../../www/export/subject.js' */

// setLanguage tells the document, of which there is none here.
globalThis.document = /** @type {any} */ ({ documentElement: {} });

/** An article whose every part looks like something else to some program. */
const HOSTILE = [
  '=HYPERLINK("x") <script>alert(1)</script> & افتتاح جسر',
  '2024-04-09',
  'قال المهندس سامر الخطيب في بغداد: «سنفتح الجسر يوم 12 أيار 2024، </p>]]> وننتظر وفد القاهرة». وأضاف أن العمل انتهى.',
  '# وزار الوفد القاهرة\u0001 _x000D_ ثم عاد لأوكرانيا.',
].join('\n');

/**
 * Reads them, in Arabic.
 *
 * @returns {{ subject: Subject, ask: (question: object) => any }} and what the core answers about them
 */
export function openSubject() {
  initSync({ module: new WebAssembly.Module(readFileSync(join(root, '.wasm/warraq.wasm'))) });
  const corpus = new Corpus({ aliases: ['add\tPER\tسامر الخطيب'] });
  const read = (/** @type {string} */ name, /** @type {Uint8Array} */ bytes) => {
    corpus.open(name, bytes);
    corpus.next();
  };
  read('=cmd|"a".txt', new TextEncoder().encode(HOSTILE));
  for (const path of samples) read(nameOf(path), readFileSync(path));
  setLanguage('ar');
  const ask = (/** @type {object} */ question) => decodeColumns(/** @type {any} */ (corpus.ask(question)));
  const subject = {
    report: decodeColumns(/** @type {any} */ (corpus.report())),
    created: '2025-02-01T10:00:00.000Z',
    partial: false,
    tokens: async (/** @type {number} */ document) => ask({ tokens: { document } }),
  };
  return { subject, ask };
}
