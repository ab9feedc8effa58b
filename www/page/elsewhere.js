/** A line that says that this session is not kept, since another window of this browser keeps its own. */

import { fill, h } from './dom.js';
import { t } from './language.js';

/** @import { Session } from './session.js' */

/**
 * @param {Session} session
 * @param {{ takeOver: () => void, signal: AbortSignal }} options `takeOver` has this window keep its session in place of the other
 */
export function elsewhereLine(session, { takeOver, signal }) {
  const words = h('p');
  const element = h(
    'div',
    { class: 'update', role: 'status', hidden: true, 'data-testid': 'elsewhere' },
    words,
    h(
      'button',
      { type: 'button', class: 'primary', 'data-testid': 'take-over', onclick: takeOver },
      t('session.takeOver'),
    ),
    h('button', { type: 'button', onclick: () => (element.hidden = true) }, t('update.later')),
  );
  session.addEventListener('keeping', show, { signal });
  show();
  return element;

  function show() {
    element.hidden = session.notKept === null;
    fill(words, session.notKept && t(`session.${session.notKept}`));
  }
}
