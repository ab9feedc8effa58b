/** Pictures as files: SVG that needs nothing of the page, and PNG drawn from it by the browser, which shapes the Arabic. */

import { save } from '../page/download.js';
import { language } from '../page/language.js';
import { letters } from './letters.js';
import { s, text, across } from './svg.js';

/** What of the page's style an element takes into the file. */
const STYLE = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
];
/** Of the page's pixels in one of a PNG's, for screens and print that have more than two. */
const SHARPNESS = 3;
const [HEAD, MARGIN] = [34, 12];

/**
 * @param {SVGSVGElement} picture as the page shows it
 * @param {'svg' | 'png'} kind
 * @param {string} name for the file's name
 * @param {string} title written above it
 */
export async function savePicture(picture, kind, name, title) {
  const alone = standing(picture, title);
  alone.prepend(await letters(picture));
  const file = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(alone)}\n`;
  const svg = new Blob([file], { type: 'image/svg+xml' });
  save(`${name}-${language()}`, kind, kind === 'svg' ? svg : await png(svg, alone));
}

/** A copy that stands alone: its colours and letters written out, its title above it. @param {SVGSVGElement} picture @param {string} title */
function standing(picture, title) {
  const copy = /** @type {SVGSVGElement} */ (copied(picture));
  const { width, height } = picture.viewBox.baseVal;
  const [wide, high] = [width + 2 * MARGIN, height + HEAD + MARGIN];
  const sheet = getComputedStyle(picture.closest('.picture') ?? picture);
  const heading = text(across(width).x(0), -14, title, across(width).begin, {
    fill: sheet.color,
    'font-family': sheet.fontFamily,
    'font-size': 15,
    'font-weight': 600,
  });
  const paper = s('rect', { x: -MARGIN, y: -HEAD, width: wide, height: high, fill: sheet.backgroundColor });
  copy.prepend(s('title', {}, title), paper, heading);
  copy.setAttribute('width', String(wide));
  copy.setAttribute('height', String(high));
  copy.setAttribute('viewBox', `${-MARGIN} ${-HEAD} ${wide} ${high}`);
  copy.setAttribute('lang', language());
  return copy;
}

/** @param {SVGElement} element @returns {SVGElement} */
function copied(element) {
  const style = getComputedStyle(element);
  // An address of the page leads nowhere from a file.
  const tag = element.tagName === 'a' ? 'g' : element.tagName;
  /** @type {Record<string, string>} */
  const props = {};
  for (const { name, value } of element.attributes)
    if (!/^(class|href|tabindex|role|xmlns|data-.*|aria-.*)$/.test(name)) props[name] = value;
  for (const name of STYLE) props[name] = style.getPropertyValue(name);
  /** @param {ChildNode} child @returns {(string | SVGElement)[]} */
  const content = (child) => {
    if (child instanceof SVGTitleElement) return [s('title', {}, child.textContent ?? '')];
    if (child instanceof SVGElement) return style.display === 'none' ? [] : [copied(child)];
    return child instanceof Text ? [child.data] : [];
  };
  return s(tag, props, ...[...element.childNodes].flatMap(content));
}

/** @param {Blob} svg @param {SVGSVGElement} picture which it holds */
async function png(svg, picture) {
  const url = URL.createObjectURL(svg);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(Number(picture.getAttribute('width')) * SHARPNESS);
    canvas.height = Math.round(Number(picture.getAttribute('height')) * SHARPNESS);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    /** @type {Blob | null} */
    const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error('the picture is too large for this browser');
    return blob;
  } finally {
    URL.revokeObjectURL(url);
  }
}
