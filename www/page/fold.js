/**
 * Folding for searching in what the page shows, and for that only: names and counts come from the core, whose folding
 * (`text::fold`) this follows where someone typing in a search box would notice a difference.
 */

// Marks, tatweel, soft hyphen, zero-width characters and direction controls.
const DROPPED =
  /[\u0610-\u061A\u061C\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const LETTERS = new Map(
  Object.entries({
    أ: 'ا',
    إ: 'ا',
    آ: 'ا',
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ئ: 'ي',
    ؤ: 'و',
    ة: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    ک: 'ك',
  }),
);
const VARIANTS = /[أإآٱىیئؤةہھک]/g;
const DIGITS = /[٠-٩۰-۹]/g;

/**
 * Text as it is compared in a search box: without marks, one form of each letter, Latin in lower case.
 *
 * @param {string} text
 * @returns {string}
 * @example fold('الأُمَّة') === fold('الامه')
 */
export function fold(text) {
  return text
    .normalize('NFKC')
    .replace(DROPPED, '')
    .replace(VARIANTS, (letter) => LETTERS.get(letter) ?? letter)
    .replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .trim();
}

/**
 * Whether all the words typed occur in a text that was folded before.
 *
 * @param {string} folded
 * @param {string[]} words folded too
 */
export function matches(folded, words) {
  return words.every((word) => folded.includes(word));
}
