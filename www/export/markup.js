/**
 * XML and HTML as text. What comes from files is a string and is escaped; only what these functions made goes in as it is, so that a
 * title that looks like a tag stays a title.
 */

/** Text that is markup. */
export class Markup {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

/** @typedef {Markup | string | number | null | undefined | false} Part */

/** Elements of HTML that have no end tag (HTML 13.1.2); XML takes them so too. */
const VOID = new Set(['meta', 'link', 'br', 'hr', 'col', 'img']);

// What XML 1.0 (2.2) does not allow at all, and halves of surrogate pairs.
const FORBIDDEN =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** What need be looked at at all: most texts have nothing of it. */
const SPECIAL = /[&<>"\u0000-\u001F\uD800-\uDFFF\uFFFE\uFFFF]/;

/**
 * @param {string} text
 * @example escape('<b> & "c"')  // '&lt;b&gt; &amp; &quot;c&quot;'
 */
export function escape(text) {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(FORBIDDEN, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/**
 * An element. Attributes that are null, undefined or false are left out; true makes an empty one.
 *
 * @param {string} name
 * @param {Record<string, string | number | boolean | null | undefined> | null} [attributes]
 * @param {...(Part | Part[])} children
 * @returns {Markup}
 * @example String(element('p', { dir: 'rtl' }, '1 < 2'))  // '<p dir="rtl">1 &lt; 2</p>'
 */
export function element(name, attributes, ...children) {
  const written = Object.entries(attributes ?? {})
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(([key, value]) => ` ${key}="${value === true ? '' : escape(String(value))}"`)
    .join('');
  if (VOID.has(name)) return new Markup(`<${name}${written} />`);
  return new Markup(`<${name}${written}>${join(children)}</${name}>`);
}

/** Parts one after the other. @param {(Part | Part[])[]} parts */
export function join(parts) {
  return new Markup(
    parts
      .flat()
      .map((part) => {
        if (part === null || part === undefined || part === false) return '';
        return part instanceof Markup ? part.text : escape(String(part));
      })
      .join(''),
  );
}
