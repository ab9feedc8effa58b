/** The page's words: which language it speaks. */

import { Speaker } from '../i18n/speaker.js';

/** @typedef {import('../i18n/speaker.js').Language} Language */
/** @typedef {import('../i18n/speaker.js').Key} Key */
/** @typedef {import('../i18n/speaker.js').Params} Params */

const SPEAKERS = { ar: new Speaker('ar'), en: new Speaker('en') };

let current = SPEAKERS.ar;

/** @returns {Language} */
export function language() {
  return current.language;
}

/** @param {Language} chosen */
export function setLanguage(chosen) {
  current = SPEAKERS[chosen];
  document.documentElement.lang = chosen;
  document.documentElement.dir = chosen === 'ar' ? 'rtl' : 'ltr';
}

/** A message: see `Speaker`. @param {Key} key @param {Params} [params] */
export function t(key, params) {
  return current.t(key, params);
}

/** The words for a code that the core gave: see `Speaker`. @param {Parameters<Speaker['say']>} code */
export function say(...code) {
  return current.say(...code);
}

/** @param {number} value @param {Intl.NumberFormatOptions} [options] */
export function number(value, options) {
  return current.number(value, options);
}

/** A date of the report in words: see `Speaker`. @param {string} iso */
export function date(iso) {
  return current.date(iso);
}

/** Compares texts as a reader of the language sorts them. @param {string} a @param {string} b */
export function compare(a, b) {
  return current.compare(a, b);
}
