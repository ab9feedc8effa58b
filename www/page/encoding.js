/** The encoding of an article's file: which it is, how sure that is, and a choice of others. */

import { fill, h } from './dom.js';
import { number, say, t } from './language.js';

/**
 * @import { Document } from '../analyzer/protocol.d.ts'
 * @import { Session } from './session.js'
 */

/** Those that the core reads, by their names in the WHATWG Encoding standard. */
export const ENCODINGS = ['utf-8', 'windows-1256', 'utf-16le', 'utf-16be', 'iso-8859-6'];

/** Whether it is worth a look: a guess that the core tells of. @param {Document} document */
export function isGuess({ notices }) {
  return notices.some(({ code }) => code === 'encoding-guess');
}

/** How sure the encoding is. @param {Document} document */
export function sureness({ encoding_confidence: sure }) {
  return number(Math.floor(sure * 100) / 100, { style: 'percent' });
}

/** A choice of encodings; of a PDF, which has none of its own, nothing. @param {Session} session @param {Document} document */
export function encodingChoice(session, document) {
  if (document.format === 'pdf') return false;
  const chosen = session.encodings.get(document.id);
  const { encoding, encoding_alternatives: alternatives } = document;
  // What was detected is known while nothing was chosen.
  const detected = chosen ? t('encoding.detect') : t('encoding.detected', { encoding });
  const others = [...new Set([...alternatives, ...ENCODINGS])].filter((name) => chosen || name !== encoding);
  const select = h(
    'select',
    { 'data-testid': 'encoding', 'aria-label': t('encoding.label'), onchange: choose },
    h('option', { value: '' }, detected),
    others.map((name) => h('option', { value: name, selected: name === chosen }, name)),
  );
  const sure = isGuess(document) && t('encoding.sure', { sure: sureness(document) });
  const problem = h('p', { role: 'alert', 'data-testid': 'encoding-problem' });
  return h(
    'div',
    { class: 'encoding' },
    select,
    sure && h('small', { 'data-testid': 'sureness' }, sure),
    problem,
  );

  async function choose() {
    const failed = await session.setEncoding(document, select.value || null);
    if (failed === null) return; // this is made anew with the text
    select.value = chosen ?? '';
    fill(problem, say('error', failed.code, failed.message));
  }
}
