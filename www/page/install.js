/** Installing the page as a program of the system, where the browser offers that (Web App Manifest, `beforeinstallprompt`). */

import { h } from './dom.js';
import { icon } from './icons.js';
import { t } from './language.js';

/** @typedef {Event & { prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }> }} Offer which can be taken up once */

/** The browser's offer, which may come before the page is built. @type {Offer | null} */
let offer = null;
const news = new EventTarget();

addEventListener('beforeinstallprompt', (event) => {
  event.preventDefault(); // the button takes the place of the browser's own line
  offer = /** @type {Offer} */ (event);
  news.dispatchEvent(new Event('offer'));
});
addEventListener('appinstalled', () => {
  offer = null;
  news.dispatchEvent(new Event('offer'));
});

/**
 * A button that installs; hidden where there is no offer.
 *
 * @param {AbortSignal} signal
 */
export function installButton(signal) {
  const element = h(
    'button',
    {
      type: 'button',
      class: 'icon-only plain',
      hidden: true,
      'aria-label': t('install.act'),
      title: t('install.act'),
      'data-testid': 'install',
      onclick: take,
    },
    icon('install'),
  );
  news.addEventListener('offer', show, { signal });
  show();
  return element;

  function show() {
    element.hidden = offer === null;
  }

  async function take() {
    const taken = offer;
    offer = null;
    show();
    await taken?.prompt();
  }
}
