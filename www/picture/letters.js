/** The fonts of a picture that stands alone: those that the page serves, put into the picture itself. */

import { s } from './svg.js';

/**
 * The rules of the page's own fonts that a picture is written in, with the fonts in them.
 *
 * @param {SVGSVGElement} picture as the page shows it
 * @returns {Promise<SVGElement>}
 */
export async function letters(picture) {
  const families = getComputedStyle(picture).fontFamily;
  const rules = [...document.styleSheets].flatMap((sheet) =>
    [...sheet.cssRules].flatMap((rule) => (rule instanceof CSSFontFaceRule ? [{ sheet, rule }] : [])),
  );
  const used = rules.filter(({ rule }) =>
    families.includes(rule.style.getPropertyValue('font-family').replace(/["']/g, '')),
  );
  const faces = await Promise.all(used.map(({ sheet, rule }) => face(rule, sheet.href ?? document.baseURI)));
  return s('style', {}, faces.join('\n'));
}

/** @param {CSSFontFaceRule} rule @param {string} base what its addresses are relative to */
async function face({ cssText }, base) {
  const [written, address = ''] = /url\("?([^")]+)"?\)/.exec(cssText) ?? [''];
  if (address === '' || address.startsWith('data:')) return cssText;
  const font = await (await fetch(new URL(address, base))).blob();
  return cssText.replace(written, `url("${await dataAddress(font)}")`);
}

/** @param {Blob} blob @returns {Promise<string>} */
function dataAddress(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}
