/**
 * What a browser can do for a page that it has kept: open it without a network, bring new versions of it, and hand it files that a person opens
 * with it in the system.
 */

import { h } from './dom.js';
import { t } from './language.js';
import { preference } from './preferences.js';

/** @import { Session } from './session.js' */

const SCRIPT = 'service-worker.js';
/** Where that script keeps the files. */
const CACHE = 'warraq';
/** Milliseconds for the old version to make way. */
const PATIENCE = 4000;

/** The new version that waits to be used. @type {ServiceWorker | null} */
let waiting = null;
const news = new EventTarget();

/** Whether the browser can keep the page's files: where the page is one file it has no manifest, and there is nothing to keep. */
function canBeKept() {
  return 'serviceWorker' in navigator && document.querySelector('link[rel=manifest]') !== null;
}

/** Has the browser keep the page's files, where it can. */
export async function keepPage() {
  if (!canBeKept()) return;
  const registration = await navigator.serviceWorker.register(scriptUrl());
  const look = () => {
    // The first version replaces none.
    waiting = navigator.serviceWorker.controller && registration.waiting;
    news.dispatchEvent(new Event('update'));
  };
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', look);
  });
  look();
}

/** Has the browser give up the page's files, until the page is opened again. */
export async function forgetPage() {
  const registration = canBeKept() && (await navigator.serviceWorker.getRegistration());
  if (!registration) return;
  await registration.unregister();
  const cache = await caches.open(CACHE);
  const requests = await cache.keys();
  const mine = requests.filter(({ url }) => url.startsWith(registration.scope));
  await Promise.all(mine.map((request) => cache.delete(request)));
}

/**
 * Says that there is a new version, and asks whether to use it.
 *
 * @param {Session} session
 * @param {AbortSignal} signal
 */
export function updateLine(session, signal) {
  const forgets = h('span', null, t('update.forgets'));
  const element = h(
    'div',
    { class: 'update', role: 'status', hidden: true, 'data-testid': 'update' },
    h('p', null, h('strong', null, t('update.ready')), ' ', forgets),
    h(
      'button',
      { type: 'button', class: 'primary', 'data-testid': 'reload', onclick: use },
      t('update.reload'),
    ),
    h('button', { type: 'button', onclick: () => (element.hidden = true) }, t('update.later')),
  );
  news.addEventListener('update', show, { signal });
  session.addEventListener('report', show, { signal });
  show();
  return element;

  function show() {
    element.hidden = waiting === null;
    forgets.hidden = session.empty || preference('keep') === 'on';
  }
}

/**
 * Reads the files that the system hands over (Launch Handler API).
 *
 * @param {Session} session
 */
export function takeOpened(session) {
  const { launchQueue } =
    /** @type {{ launchQueue?: { setConsumer(take: (launch: { files: FileSystemFileHandle[] }) => void): void } }} */ (
      globalThis
    );
  launchQueue?.setConsumer(async ({ files }) => {
    const inputs = files.map(async (file) => ({ name: file.name, blob: await file.getFile() }));
    if (files.length > 0) session.add(await Promise.all(inputs));
  });
}

/** Has the new version take over, and opens the page again with it. */
async function use() {
  const { serviceWorker } = navigator;
  const taken = new Promise((resolve) =>
    serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
  );
  const tooLong = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  waiting?.postMessage('take over');
  await Promise.race([taken, tooLong]);
  // Chromium lets the old version finish first, which in the first second of a page can take minutes. Without it the page comes from
  // where the new version came from.
  if (waiting?.state === 'installed') await (await serviceWorker.getRegistration())?.unregister();
  location.reload();
}

/** The address, as what may be registered where Trusted Types are demanded. @returns {string} */
function scriptUrl() {
  const { trustedTypes } = /** @type {any} */ (globalThis);
  const policy = trustedTypes?.createPolicy('warraq-offline', { createScriptURL: () => SCRIPT });
  return policy?.createScriptURL('') ?? SCRIPT;
}
