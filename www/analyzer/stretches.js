/**
 * Long texts on their way through the core, stretch by stretch: a stretch is written straight into the core's memory, and what becomes of it
 * is read there.
 *
 * As UTF-16, in which JavaScript holds strings: encoding ten megabytes of news and decoding them again takes longer than the work.
 *
 * @module
 */

/** @import { Glue } from './glue.js' */

/** Units in a stretch, about: what stays in the processor's cache with all that is made of it. */
const LENGTH = 1 << 15;

const UTF_16 = new TextDecoder('utf-16le', { ignoreBOM: true });

/**
 * `text` with its spelling normalized as a profile says.
 *
 * @param {Glue} glue
 * @param {string} text
 * @param {import('./protocol.d.ts').Profile} profile
 * @returns {string}
 * @throws {{ code: 'unknown-switch', message: string }} where there is no such profile
 */
export function normalize(glue, text, profile) {
  const work = new glue.Normalization(profile);
  /** @type {string[]} */
  const normalized = [];
  eachStretch(glue, text, work, () => {
    const length = work.normalize();
    normalized.push(UTF_16.decode(units(glue, work.normalized(), length)));
  });
  work.free();
  return normalized.join('');
}

/**
 * How often each word stands in `text`, folded.
 *
 * @param {Glue} glue
 * @param {string} text
 * @returns {Map<string, number>} in no order
 */
export function countWords(glue, text) {
  const work = new glue.WordCounting();
  eachStretch(glue, text, work, () => work.count());
  const { words, counts } = /** @type {{ words: string, counts: Uint32Array }} */ (work.folded());
  /** @type {Map<string, number>} */
  const found = new Map();
  let from = 0;
  for (const count of counts) {
    const to = words.indexOf('\n', from);
    found.set(words.slice(from, to), count);
    from = to + 1;
  }
  return found;
}

/**
 * Has whole lines of `text` written where `work` says, one stretch after the other.
 *
 * @param {Glue} glue
 * @param {string} text
 * @param {{ room(length: number): number }} work
 * @param {() => void} done after each stretch
 */
function eachStretch(glue, text, work, done) {
  for (let from = 0; from < text.length;) {
    const to = endOfLine(text, from + LENGTH);
    fill(units(glue, work.room(to - from), to - from), text, from);
    done();
    from = to;
  }
}

/** The end of the line of `text` in which the unit before `at` stands. @param {string} text @param {number} at */
function endOfLine(text, at) {
  const end = text.indexOf('\n', at - 1);
  return end < 0 ? text.length : end + 1;
}

/** Eight units at a time, which takes four fifths of the time. @param {Uint16Array} units @param {string} text @param {number} from */
function fill(units, text, from) {
  const { length } = units;
  let at = 0;
  for (; at + 8 <= length; at += 8) {
    const place = from + at;
    units[at] = text.charCodeAt(place);
    units[at + 1] = text.charCodeAt(place + 1);
    units[at + 2] = text.charCodeAt(place + 2);
    units[at + 3] = text.charCodeAt(place + 3);
    units[at + 4] = text.charCodeAt(place + 4);
    units[at + 5] = text.charCodeAt(place + 5);
    units[at + 6] = text.charCodeAt(place + 6);
    units[at + 7] = text.charCodeAt(place + 7);
  }
  for (; at < length; at++) units[at] = text.charCodeAt(from + at);
}

/** A part of the core's memory, as it is now. @param {Glue} glue @param {number} place in bytes @param {number} length in units */
function units(glue, place, length) {
  return new Uint16Array(glue.memory.buffer, place, length);
}
