/**
 * The service worker: it keeps the page's own files, and no others, so that the page opens without a network.
 *
 * A file is kept under the hash of its content, and each version of this script asks for the very contents that it was built with: a new
 * script never meets an old core. A version is taken in whole or not at all, and takes over when the person says so, or when the page is closed.
 *
 * @module
 */

/** The hashes of the files' contents by their names, as the build puts them here; the page itself has the name ''. */
const FILES = new Map(OWN_FILES);

const CACHE = 'warraq';

/** A service worker's own face, which the types of a page lack. */
const worker =
  /** @type {typeof globalThis & { registration: ServiceWorkerRegistration, skipWaiting(): void }} */ (
    globalThis
  );
const scope = worker.registration.scope;

addEventListener('install', (event) => lasting(event).waitUntil(keep()));
addEventListener('activate', (event) => lasting(event).waitUntil(forgetOthers()));
addEventListener('message', ({ data }) => data === 'take over' && worker.skipWaiting());
addEventListener('fetch', (event) => {
  const { request } = lasting(event);
  const hash = FILES.get(nameOf(request.url));
  if (request.method === 'GET' && hash) lasting(event).respondWith(kept(hash, request.url));
});

/**
 * An event of a service worker, with what the types of a page lack.
 *
 * @param {Event} event
 * @returns {Event & { request: Request, waitUntil(work: Promise<unknown>): void, respondWith(answer: Promise<Response>): void }}
 */
function lasting(event) {
  return /** @type {any} */ (event);
}

/** Takes in what is not here from the version before. Where one file is not what it should be, nothing is changed. */
async function keep() {
  const cache = await caches.open(CACHE);
  await Promise.all(
    [...FILES].map(async ([name, hash]) => {
      if (await cache.match(keyOf(hash))) return;
      await cache.put(keyOf(hash), await load(new URL(name, scope), hash));
    }),
  );
}

/** Deletes what only an earlier version wanted. */
async function forgetOthers() {
  const cache = await caches.open(CACHE);
  const mine = new Set([...FILES.values()].map(keyOf));
  const requests = await cache.keys();
  const others = requests.filter(({ url }) => url.startsWith(scope) && !mine.has(url));
  await Promise.all(others.map((request) => cache.delete(request)));
}

/** @param {string} hash @param {string} url */
async function kept(hash, url) {
  return (await caches.match(keyOf(hash))) ?? load(new URL(url), hash);
}

/** A file of the site with this very content. @param {URL} url @param {string} integrity */
async function load(url, integrity) {
  const response = await fetch(url, { cache: 'no-cache', integrity });
  if (!response.ok) throw new Error(`${url}: status ${response.status}`);
  return response;
}

/** @param {string} hash one cache serves all pages of a host, so the key tells the folder too */
function keyOf(hash) {
  return new URL(`?${encodeURIComponent(hash)}`, scope).href;
}

/** The name of a file of the page, or the address of what is none. @param {string} url */
function nameOf(url) {
  const { origin, pathname } = new URL(url);
  const address = decodeURIComponent(origin + pathname);
  return address.startsWith(scope) ? address.slice(scope.length).replace(/^index\.html$/, '') : address;
}
