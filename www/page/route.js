/** Addresses: everything that can be looked at has one, after the `#`, so that the back button and a copied link work. */

/**
 * @typedef {object} Route
 * @property {string} view the first part: '' on the first screen, 'articles', 'names' …
 * @property {string | null} item the second part: an id or a word
 * @property {URLSearchParams} query
 */

/** What views are called where data is spoken of: an address may be made of the JSON's words. */
const ALSO = new Map([
  ['entities', 'names'],
  ['documents', 'articles'],
  ['keywords', 'words'],
  ['duplicates', 'copies'],
]);

/**
 * @param {string} [hash] as `location.hash` has it
 * @returns {Route}
 * @example parse('#/articles/3?name=12')  // { view: 'articles', item: '3', query: name=12 }
 */
export function parse(hash = location.hash) {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [view = '', item = ''] = path.split('/').map(decode);
  return { view: ALSO.get(view) ?? view, item: item || null, query: new URLSearchParams(query) };
}

/**
 * @param {string} view
 * @param {string | number | null} [item]
 * @param {Record<string, string | number | null | undefined>} [query]
 */
export function href(view, item = null, query = {}) {
  const path = item === null ? view : `${view}/${encodeURIComponent(item)}`;
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    value == null ? [] : [[name, String(value)]],
  );
  return `#/${path}${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ''}`;
}

/**
 * Goes to an address of the page.
 *
 * @param {string} address made by `href`
 * @param {{ replace?: boolean }} [options] `replace` where the way back should skip the present address
 */
export function go(address, { replace = false } = {}) {
  if (address === location.hash) return;
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
}

/** @param {string} part a hand-written address may hold a stray `%` */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
