/**
 * A session in the browser's own storage (IndexedDB), for this site and this profile alone: the files as they are, each written once, and
 * the rest in words (see manifest.js). Nothing is here unless the person wants it so.
 */

import { manifestOf, stateOf } from './manifest.js';

/**
 * @import { SessionState } from './state.d.ts'
 * @import { Manifest } from './manifest.js'
 */

const [DATABASE, FILES, SESSION] = ['warraq', 'files', 'session'];
/** The one key of the store `SESSION`. */
const STATE = 'state';

/** Where a file has been written already. @type {WeakMap<Blob, number>} */
const written = new WeakMap();

/** Keeps a session in place of the one kept. @param {SessionState} state */
export async function keep(state) {
  const database = await open();
  try {
    const transaction = database.transaction([FILES, SESSION], 'readwrite');
    const files = transaction.objectStore(FILES);
    const there = new Set(/** @type {number[]} */ (await answer(files.getAllKeys())));
    const keys = [];
    for (const { input } of state.files) {
      const known = written.get(input.blob);
      const key =
        known !== undefined && there.has(known) ? known : Number(await answer(files.add(input.blob)));
      written.set(input.blob, key);
      there.delete(key);
      keys.push(key);
    }
    for (const key of there) files.delete(key);
    transaction.objectStore(SESSION).put({ manifest: manifestOf(state), keys }, STATE);
    await done(transaction);
  } finally {
    database.close();
  }
}

/**
 * The session kept, or null.
 *
 * @returns {Promise<SessionState | null>}
 * @throws {import('./manifest.js').SessionError} `newer-session` or `broken-session`
 */
export async function kept() {
  const database = await open();
  try {
    const transaction = database.transaction([FILES, SESSION]);
    /** @type {{ manifest: Manifest, keys: number[] } | undefined} */
    const state = await answer(transaction.objectStore(SESSION).get(STATE));
    if (state === undefined) return null;
    const files = transaction.objectStore(FILES);
    const blobs = [];
    for (const key of state.keys) {
      const blob = /** @type {Blob | undefined} */ (await answer(files.get(key)));
      if (blob === undefined) continue;
      written.set(blob, key);
      blobs.push(blob);
    }
    return stateOf(state.manifest, blobs);
  } finally {
    database.close();
  }
}

/** Deletes all that was kept. */
export async function forget() {
  await answer(indexedDB.deleteDatabase(DATABASE));
}

/** @returns {Promise<IDBDatabase>} */
function open() {
  const request = indexedDB.open(DATABASE, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore(FILES, { autoIncrement: true });
    request.result.createObjectStore(SESSION);
  };
  return answer(request);
}

/**
 * @template T
 * @param {IDBRequest<T>} request
 * @returns {Promise<T>}
 */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** @param {IDBTransaction} transaction @returns {Promise<void>} */
function done(transaction) {
  return new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });
}
