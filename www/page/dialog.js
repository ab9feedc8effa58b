/** Windows over the page. */

import { h } from './dom.js';
import { icon } from './icons.js';
import { t } from './language.js';

/** @import { Child } from './dom.js' */

/**
 * A window with a title and a button to close it; Escape and a click beside it close it too.
 *
 * @param {string} title
 * @param {...(Child | Child[])} children
 */
export function dialog(title, ...children) {
  const heading = h('h2', null, title);
  const element = h(
    'dialog',
    {
      'aria-label': title,
      onclick: (/** @type {MouseEvent} */ event) => event.target === element && element.close(),
    },
    h(
      'div',
      { class: 'window' },
      h(
        'header',
        null,
        heading,
        h(
          'button',
          { type: 'button', class: 'icon-only', 'aria-label': t('close'), onclick: () => element.close() },
          icon('close'),
        ),
      ),
      ...children,
    ),
  );
  return element;
}

/**
 * Opens a window that is gone when it is closed.
 *
 * @param {string} title
 * @param {...(Child | Child[])} children
 */
export function openDialog(title, ...children) {
  const element = dialog(title, ...children);
  element.addEventListener('close', () => element.remove());
  document.body.append(element);
  element.showModal();
  return element;
}

/**
 * Asks before something that cannot be undone.
 *
 * @param {string} question
 * @param {string} answer on the button that does it
 * @param {() => void} act
 */
export function confirm(question, answer, act) {
  const yes = () => {
    element.close();
    act();
  };
  const element = openDialog(
    answer,
    h('p', null, question),
    h('button', { type: 'button', class: 'primary', 'data-testid': 'confirm', onclick: yes }, answer),
  );
}
