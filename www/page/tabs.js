/** The ways to look at words: a row of links above each of them. */

import { h } from './dom.js';
import { t } from './language.js';
import { href } from './route.js';

const TABS = /** @type {const} */ (['words', 'frequencies', 'runs', 'keyness']);
/** @typedef {typeof TABS[number]} Tab */

/** @param {Tab} current */
export function wordTabs(current) {
  const link = (/** @type {Tab} */ tab) =>
    h(
      'a',
      { href: href(tab), 'data-tab': tab, 'aria-current': tab === current ? 'page' : null },
      t(`tab.${tab}`),
    );
  return h('nav', { class: 'tabs', 'aria-label': t('nav.words') }, TABS.map(link));
}
