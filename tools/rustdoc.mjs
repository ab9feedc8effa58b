// What rustdoc shows of the crate, read from the pages that `cargo doc` writes: which items have no example.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { Failure, root } from './run.mjs';

const FOLDER = 'target/doc/warraq';
const EXAMPLE = '<div class="example-wrap"><pre class="rust rust-example-rendered"';
/** Where the comment of an item ends, and what it consists of begins. */
const PARTS =
  /<h2 id="(?:fields|variants|implementations|trait-implementations|modules|structs|enums|functions|constants|types|reexports)"/;

/**
 * An item that is documented: a page, or a part of one.
 *
 * @typedef {{ path: string, name: string, text: string, type?: Item }} Item `text` is the HTML of its comment, `type` what it is a method of
 */

/** Fails where a public item has no example and its comment names none that has. */
export function checkExamples() {
  const items = new Map(pages().flatMap((page) => itemsOf(page).map((item) => [item.path, item])));
  const without = [...items.values()].filter((item) => !isShown(item, items));
  if (without.length)
    throw new Failure(`without an example:\n${without.map(({ path }) => `  ${path}`).join('\n')}`);
  console.log(`${items.size} public items, each with an example`);
}

/** The pages of the items that there are, and of the crate; modules only tell of items. @returns {string[]} */
function pages() {
  const all = join(root, FOLDER, 'all.html');
  if (!existsSync(all)) throw new Failure(`${FOLDER} is not there: \`cargo doc\` must write it first`);
  const list = readFileSync(all, 'utf8');
  const links = list
    .split('<h3 id=')
    .slice(1)
    .join('')
    .matchAll(/<li><a href="([^"]+)">/g);
  return ['index.html', ...[...links].map(([, page = '']) => page)];
}

/** The item of a page, and the methods and constants that belong to it. @param {string} page @returns {Item[]} */
function itemsOf(page) {
  const html = readFileSync(join(root, FOLDER, page), 'utf8');
  const [text = ''] = html.split(PARTS);
  const name = /\.(\w+)\.html$/.exec(page)?.[1] ?? '';
  const type = { path: page, name, text };
  const [, own = ''] = html.split('<h2 id="implementations"');
  const [inherent = ''] = own.split(/<h2 id="(?:trait|synthetic|blanket|deref)[^"]*implementations"/);
  const methods = inherent.split(/<section id="(?=(?:method|associatedconstant)\.)/).slice(1);
  return [type, ...methods.map((text) => methodOf(text, type))];
}

/** @param {string} text @param {Item} type @returns {Item} */
function methodOf(text, type) {
  const [, id = '', name = ''] = /^(\w+\.(\w+))/.exec(text) ?? [];
  return { path: `${type.path}#${id}`, name, text, type };
}

/**
 * Whether an example shows the item: its own, one of its type's that calls it, or that of an item which its comment refers to.
 *
 * @param {Item} item
 * @param {Map<string, Item>} items
 */
function isShown({ path, name, text, type }, items) {
  if (text.includes(EXAMPLE)) return true;
  if (type && examplesOf(type).some((example) => new RegExp(`(?:\\.|::)${name}\\b`).test(example)))
    return true;
  return linksOf(path, text).some((link) => {
    const [page = ''] = link.split('#');
    return (items.get(link) ?? items.get(page))?.text.includes(EXAMPLE);
  });
}

/** The code of the examples. @param {Item} item */
function examplesOf({ text }) {
  return text
    .split(EXAMPLE)
    .slice(1)
    .map((example) => example.split('</pre>')[0]?.replaceAll(/<[^>]*>/g, '') ?? '');
}

/** What a comment refers to, as pages of the crate. @param {string} path @param {string} text */
function linksOf(path, text) {
  const [, ...comments] = text.split('<div class="docblock">');
  return [...comments.join('').matchAll(/<a href="([^":]+)" title="/g)].map(([, href = '']) => {
    const [page = '', part] = href.split('#');
    const found = page ? normalize(join(dirname(path), page)) : (path.split('#')[0] ?? '');
    return part ? `${found}#${part}` : found;
  });
}
