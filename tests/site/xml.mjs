// A strict reader of XML for tests: it refuses what is not well-formed, and gives the elements in the order of their starts.
import assert from 'node:assert/strict';

/**
 * @typedef {object} Element
 * @property {string} name
 * @property {Record<string, string>} attributes
 * @property {string[]} children names of those directly in it
 * @property {string} text all the text in it
 * @property {string} own the text directly in it
 */

const TOKEN = /<\?xml [^>]*\?>\s*|<\/([\w:]+)>|<([\w:]+)((?: [\w:-]+="[^"<]*")*)( \/)?>|([^<]+)/y;
const ENTITIES = { amp: '&', lt: '<', gt: '>', quot: '"' };

/** @param {string} xml @returns {Element[]} */
export function elementsOf(xml) {
  /** @type {Element[]} */
  const all = [];
  /** @type {Element[]} */
  const open = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex;
    const token = TOKEN.exec(xml);
    assert.ok(token, `not well-formed: ${xml.slice(at, at + 80)}`);
    const [, end, start, attributes = '', closed, text] = token;
    if (end) assert.equal(open.pop()?.name, end);
    if (text) {
      assert.ok(open.length > 0 || text.trim() === '', `text outside: ${text}`);
      for (const element of open) element.text += plain(text);
      const [inner] = open.slice(-1);
      if (inner) inner.own += plain(text);
    }
    if (!start) continue;
    open.at(-1)?.children.push(start);
    const element = { name: start, attributes: attributesOf(attributes), children: [], text: '', own: '' };
    all.push(element);
    if (!closed) open.push(element);
  }
  assert.equal(open.length, 0, `not closed: ${open.at(-1)?.name}`);
  return all;
}

/** @param {string} text */
function attributesOf(text) {
  const pairs = [...text.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
    name,
    plain(value),
  ]);
  assert.equal(new Set(pairs.map(([name]) => name)).size, pairs.length, `an attribute twice: ${text}`);
  return Object.fromEntries(pairs);
}

/** @param {string} text */
function plain(text) {
  return text.replace(/&(\w*);?/g, (whole, name) => {
    const letter = ENTITIES[/** @type {keyof typeof ENTITIES} */ (name)];
    assert.ok(letter && whole.endsWith(';'), `not an entity: ${whole}`);
    return letter;
  });
}
