/** The few choices that the browser keeps from one visit to the next: language, colours, keys. Nothing about articles is kept. */

/** @typedef {'language' | 'theme' | 'keys'} Preference */

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
