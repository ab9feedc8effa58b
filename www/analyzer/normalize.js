/**
 * Spelling normalized by the core.
 *
 * @module
 */

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/**
 * `text` with its spelling normalized as a profile says.
 *
 * @param {import('./glue.js').Glue} glue
 * @param {string} text
 * @param {import('./protocol.d.ts').Profile} profile
 * @returns {string}
 * @throws {{ code: 'unknown-switch', message: string }} where there is no such profile
 */
export function normalize(glue, text, profile) {
  // As UTF-16, in which JavaScript holds it: on ten megabytes of news that takes half the time of UTF-8.
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return UTF_16.decode(/** @type {Uint16Array<ArrayBuffer>} */ (glue.normalizeUnits(units, profile)));
}
