/** A table with, beside it, the details of the row chosen: side by side where the window is wide, one at a time where it is not. */

import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { t } from './language.js';

/** @import { Child } from './dom.js' */

/**
 * @param {object} options
 * @param {string} options.name for the style
 * @param {string} options.title of the view
 * @param {string} options.back address of the table alone
 * @param {HTMLElement} options.table
 * @param {string} options.choose what is said while nothing is chosen
 */
export function split({ name, title, back, table, choose }) {
  const detail = h('section', { class: 'detail', 'aria-live': 'off' });
  const heading = h('h1', { tabindex: -1, class: 'unseen' }, title);
  const element = h('div', { class: `view split ${name}` }, heading, table, detail);
  return {
    element,
    /**
     * Shows the details of what is chosen, or says that nothing is.
     *
     * @param {(Child | Child[])[] | null} content
     */
    show(content) {
      const focused = detail.contains(document.activeElement);
      element.classList.toggle('chosen', content !== null);
      if (content === null) fill(detail, h('p', { class: 'choose' }, choose));
      else {
        const nameOf = () => detail.querySelector('h2')?.textContent;
        const [before, top] = [nameOf(), detail.scrollTop];
        fill(detail, h('a', { href: back, class: 'button plain back' }, icon('back'), title), ...content);
        detail.scrollTop = nameOf() === before ? top : 0; // a new report on the same leaves one where one was
      }
      // What had the focus is gone with what was shown before.
      if (focused) (detail.querySelector('h2') ?? heading).focus();
    },
  };
}
