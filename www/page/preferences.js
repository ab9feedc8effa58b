/** The few choices that the browser keeps from one visit to the next: language, colours, keys, and whether the session is kept (see keeping.js). */

const PREFERENCES = /** @type {const} */ (['language', 'theme', 'keys', 'keep']);

/** @typedef {typeof PREFERENCES[number]} Preference */

/** Where it lies in the browser's storage. @param {Preference} name */
export const keyOf = (name) => `warraq.${name}`;

/** @param {Preference} name @returns {string | null} */
export function preference(name) {
  try {
    return localStorage.getItem(keyOf(name));
  } catch {
    return null; // storage is switched off, or the page was opened from a file
  }
}

/** @param {Preference} name @param {string} value */
export function setPreference(name, value) {
  try {
    localStorage.setItem(keyOf(name), value);
  } catch {
    // The choice holds for this visit.
  }
}

/** Has all of them as they were before the first visit; what is shown follows at the next one. */
export function forgetPreferences() {
  try {
    for (const name of PREFERENCES) localStorage.removeItem(keyOf(name));
  } catch {
    // Then none was kept.
  }
}
