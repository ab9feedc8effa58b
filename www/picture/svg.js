/** What pictures are made of: SVG elements, words in either direction, and places counted from where the page's lines begin. */

import { language } from '../page/language.js';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An SVG element; text in it becomes a text node, as everywhere (dom.js).
 *
 * @param {string} tag
 * @param {Record<string, string | number | null>} [props] attributes, left out where null
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function s(tag, props = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props))
    if (value !== null) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/**
 * The picture itself, in CSS pixels.
 *
 * @param {string} name of its kind, for the style
 * @param {number} width
 * @param {number} height
 * @param {string} label what it shows, for those who cannot see it
 * @param {...SVGElement} children
 */
export function canvas(name, width, height, label, ...children) {
  const size = { width, height, viewBox: `0 0 ${width} ${height}` };
  const element = s('svg', { class: name, ...size, role: 'group', 'aria-label': label }, ...children);
  return /** @type {SVGSVGElement} */ (element);
}

/**
 * A mark that leads to what it stands for. Its title is its name, and what the pointer is told.
 *
 * @param {string} href
 * @param {string} title
 * @param {Record<string, string | number | null>} props
 * @param {...SVGElement} children
 */
export function mark(href, title, props, ...children) {
  return s('a', { href, ...props }, s('title', {}, title), ...children);
}

/**
 * Words in their own direction.
 *
 * @param {number} x
 * @param {number} y of the base line
 * @param {string} words
 * @param {'left' | 'middle' | 'right'} edge which part of them is at `x`
 * @param {Record<string, string | number | null>} [props]
 */
export function text(x, y, words, edge, props = {}) {
  const rtl = isRtl(words);
  const anchor = edge === 'middle' ? edge : (edge === 'left') === rtl ? 'end' : 'start';
  return s('text', { x, y, 'text-anchor': anchor, direction: rtl ? 'rtl' : 'ltr', ...props }, words);
}

/** Whether words begin in a letter that is written from the right (the rule P2 of UAX #9, for the scripts that the page shows). @param {string} words */
export function isRtl(words) {
  const [first] = /\p{L}/u.exec(words) ?? [];
  return first === undefined ? language() === 'ar' : /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(first);
}

/**
 * Places counted from the side where the page's lines begin.
 *
 * @param {number} width of the picture
 */
export function across(width) {
  const turned = language() === 'ar';
  return {
    /** The left edge of what is `wide`, `from` the beginning. @param {number} from @param {number} [wide] */
    x: (from, wide = 0) => (turned ? width - from - wide : from),
    /** The edges of words at the side of the beginning and at that of the end. */
    begin: /** @type {'left' | 'right'} */ (turned ? 'right' : 'left'),
    end: /** @type {'left' | 'right'} */ (turned ? 'left' : 'right'),
  };
}

const measuring = document.createElement('canvas').getContext('2d');

/**
 * How wide words are.
 *
 * @param {string} words
 * @param {number} [size] of the letters, in CSS pixels
 */
export function widthOf(words, size = 13) {
  if (!measuring) return words.length * size * 0.55;
  measuring.font = `${size}px ${getComputedStyle(document.documentElement).fontFamily}`;
  return measuring.measureText(words).width;
}

/**
 * Words that take no more than `width`, the end of longer ones left out.
 *
 * @param {string} words
 * @param {number} width
 */
export function fitted(words, width) {
  const share = width / Math.max(widthOf(words), 1);
  if (share >= 1) return words;
  const kept = [...words].slice(0, Math.max(Math.floor([...words].length * share) - 1, 1)).join('');
  return `${kept.trimEnd()}…`;
}
