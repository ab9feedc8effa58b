/** The few choices that the browser keeps from one visit to the next: language, colours, keys, and whether the session is kept (see keeping.js). */

const PREFERENCES = /** @type {const} */ (['language', 'theme', 'keys', 'keep']);

/** @typedef {typeof PREFERENCES[number]} Preference */

/** @param {Preference} name @returns {string | null} */
export function preference(name) {
  try {
    return localStorage.getItem(`warraq.${name}`);
  } catch {
    return null; // storage is switched off, or the page was opened from a file
  }
}

/** @param {Preference} name @param {string} value */
export function setPreference(name, value) {
  try {
    localStorage.setItem(`warraq.${name}`, value);
  } catch {
    // The choice holds for this visit.
  }
}

/** Has all of them as they were before the first visit; what is shown follows at the next one. */
export function forgetPreferences() {
  try {
    for (const name of PREFERENCES) localStorage.removeItem(`warraq.${name}`);
  } catch {
    // Then none was kept.
  }
}
