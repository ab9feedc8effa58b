/** Pictures: SVG elements, and the one picture of numbers over time. */

const SVG = 'http://www.w3.org/2000/svg';

/**
 * An SVG element; text in it becomes a text node, as everywhere (dom.js).
 *
 * @param {string} tag
 * @param {Record<string, string | number>} [props]
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function s(tag, props = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(props)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}
