/** The ways to look at one thing: a row of links above each of them. */

import { h } from './dom.js';
import { t } from './language.js';
import { href } from './route.js';

/** The sections that have several views. */
export const TABS = /** @type {const} */ ({
  words: ['words', 'frequencies', 'runs', 'keyness'],
  time: ['time', 'lines', 'dates'],
  network: ['network', 'matrix'],
});
/** @typedef {keyof typeof TABS} Section */
/** @typedef {typeof TABS[Section][number]} Tab */

/** @param {Section} section @param {Tab} current */
export function tabs(section, current) {
  const link = (/** @type {Tab} */ tab) =>
    h(
      'a',
      { href: href(tab), 'data-tab': tab, 'aria-current': tab === current ? 'page' : null },
      t(`tab.${tab}`),
    );
  return h('nav', { class: 'tabs', 'aria-label': t(`nav.${section}`) }, TABS[section].map(link));
}
