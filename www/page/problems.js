/** What could not be read, with why and what to do; a file whose encoding was taken for another can be read in the one that the person chooses. */

import { bdi, fill, h } from './dom.js';
import { ENCODINGS } from './encoding.js';
import { icon } from './icons.js';
import { say, t } from './language.js';

/** @import { Problem, Session } from './session.js' */

/** Most problems listed: an archive may have thousands. */
const SHOWN = 100;

/** Files that say themselves how their text is written. */
const KNOWN = /\.(pdf|docx|xlsx|odt|ods|epub|zip)$/i;

/**
 * The files that could not be read.
 *
 * @param {Session} session
 * @param {AbortSignal} signal
 */
export function problemList(session, signal) {
  const title = h('h2', { id: 'problems', tabindex: -1 });
  const list = h('ul');
  const element = h(
    'section',
    { class: 'problems', hidden: true, 'aria-labelledby': 'problems' },
    h(
      'header',
      null,
      icon('warning'),
      title,
      h(
        'button',
        { type: 'button', class: 'plain', onclick: () => session.forgetProblems() },
        t('problems.clear'),
      ),
    ),
    list,
  );
  session.addEventListener('problems', show, { signal });
  show();
  return element;

  function show() {
    element.hidden = session.problems.length === 0;
    if (element.hidden) return fill(list);
    fill(title, t('problems.title', { n: session.problems.length }));
    const shown = session.problems.slice(0, SHOWN);
    const more = session.problems.length - shown.length;
    fill(list, shown.map(item), more > 0 && h('li', null, t('problems.more', { n: more })));
  }

  /** @param {Problem} problem */
  function item(problem) {
    const { file, code, message, input } = problem;
    const mayBeOther = code === 'no-arabic' && input !== undefined && !KNOWN.test(file);
    return h(
      'li',
      { 'data-testid': 'problem', 'data-name': file, 'data-code': code, title: message },
      file && bdi(file, 'file'),
      // Of a file's line the core's message tells the number.
      h('span', null, say('error', code, message, { line: /\d+/.exec(message)?.[0] ?? '' })),
      mayBeOther && encodings(problem),
    );
  }

  /** @param {Problem} problem */
  function encodings(problem) {
    const select = h(
      'select',
      {
        'data-testid': 'problem-encoding',
        'aria-label': `${t('problems.encoding')}: ${problem.file}`,
        onchange: () => {
          session.readIn(problem, select.value);
          title.focus(); // what had the focus is gone
        },
      },
      h('option', { value: '' }, t('problems.encoding')),
      ENCODINGS.map((name) => h('option', { value: name }, name)),
    );
    return select;
  }
}
