/** The first screen: what this is, that nothing leaves the machine and how to check it, and the ways in. */

import { h } from './dom.js';
import { icon, mark } from './icons.js';
import { t } from './language.js';

/** @param {HTMLElement} intake the drop zone */
export function firstScreen(intake) {
  return h(
    'div',
    { class: 'first' },
    h(
      'div',
      { class: 'leaf' },
      h(
        'header',
        null,
        mark(),
        h(
          'h1',
          { tabindex: -1 },
          t('name'),
          ' ',
          h('span', { lang: t('name') === 'Warraq' ? 'ar' : 'en' }, t('name.other')),
        ),
        h('p', { class: 'sentence' }, t('first.sentence')),
      ),
      intake,
      h(
        'details',
        { class: 'privacy' },
        h(
          'summary',
          null,
          icon('lock'),
          h('strong', null, t('first.privacy')),
          ' ',
          h('span', { class: 'how' }, t('first.privacy.how')),
        ),
        h('p', null, t('first.privacy.code')),
        h(
          'ol',
          null,
          h('li', null, t('first.privacy.network')),
          h('li', null, t('first.privacy.offline')),
          h('li', null, t('first.privacy.policy')),
        ),
      ),
      // From a disk there is nothing beside the page.
      location.protocol !== 'file:' &&
        h('p', { class: 'embed' }, h('a', { href: t('first.embed.page') }, t('first.embed'))),
    ),
  );
}
