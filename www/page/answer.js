/** Questions to the core, asked from a view: only the answer to the last one is shown, and what is wrong with a question is said in its place. */

import { AnalyzerError } from '../analyzer/client.js';
import { fill, h } from './dom.js';
import { say, t } from './language.js';

/**
 * @import { Answers, Questions } from '../analyzer/protocol.d.ts'
 * @import { Report } from '../analyzer/protocol.d.ts'
 * @import { Session } from './session.js'
 */

/** Milliseconds after which someone begins to wonder. */
const SOON = 300;

/** @param {Session} session */
export function asker(session) {
  const message = h('p', { class: 'answer', role: 'status', 'data-testid': 'answer' });
  let last = 0;
  /** What was asked last, of which report: the same is not asked again. */
  let asked = '';
  /** @type {Report | null} */
  let report = null;
  return {
    /** Says that an answer is awaited, or what is wrong with the question. */
    message,
    /**
     * @template {keyof Questions} Q
     * @param {Q} name
     * @param {Questions[Q]} question
     * @param {(answer: Answers[Q]) => void} show
     */
    async ask(name, question, show) {
      const wanted = JSON.stringify([name, question]);
      if (wanted === asked && report === session.report) return;
      [asked, report] = [wanted, session.report];
      const turn = ++last;
      const timer = setTimeout(() => fill(message, t('answer.wait')), SOON);
      try {
        const answer = await session.ask(name, question);
        if (turn !== last) return;
        fill(message);
        show(answer);
      } catch (error) {
        if (turn === last) fill(message, complaint(error));
      } finally {
        clearTimeout(timer);
      }
    },
    /** Says something in the place of an answer, and forgets what was asked. @param {string} [words] */
    say(words = '') {
      last++;
      asked = '';
      fill(message, words);
    },
  };
}

/** @param {unknown} error */
function complaint(error) {
  if (!(error instanceof AnalyzerError)) return String(error);
  const why = error.message.replace(/^.*cannot be used: /, '');
  return say('error', error.code, error.message, { why });
}
