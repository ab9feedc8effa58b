/** What the elements extend: `HTMLElement`, and where there is none, as on a server, nothing, so that they can be imported there. */
export const Base = /** @type {typeof HTMLElement} */ (globalThis.HTMLElement ?? class {});

/**
 * A style sheet for the `adoptedStyleSheets` of the roots that need it: no policy about styles forbids those.
 *
 * @param {string} css
 */
export function sheetOf(css) {
  /** @type {CSSStyleSheet | undefined} */
  let sheet;
  return () => {
    if (sheet) return sheet;
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  };
}
