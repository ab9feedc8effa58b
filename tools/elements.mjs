// The custom elements as one script, for the package and for the site.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeScripts } from './analyzer.mjs';
import { beside } from './bundle.mjs';
import { root } from './run.mjs';
import { filesOf } from './stamp.mjs';

/** Writes element.js, which finds the analyzer at `client`. @param {string} folder @param {string} client */
export function writeElements(folder, client) {
  return writeScripts(
    folder,
    ['www/element/element.js'],
    [beside(/\/analyzer\/client\.js$/, client), words, sheet],
  );
}

/** What the elements say: the words of the page that they need, which are few of them. @type {import('esbuild').Plugin} */
const words = {
  name: 'words',
  setup({ onLoad }) {
    const scripts = filesOf('www/element').filter((file) => file.endsWith('.js'));
    const spoken = scripts.map((file) => readFileSync(join(root, file), 'utf8')).join('');
    onLoad({ filter: /\/i18n\/(ar|en)\.js$/ }, async ({ path }) => {
      const { default: all } = await import(pathToFileURL(path).href);
      const few = Object.entries(all).filter(
        ([key]) => spoken.includes(`'${key}'`) || /^(error|kinds)\./.test(key),
      );
      return { contents: `export default ${JSON.stringify(Object.fromEntries(few))}` };
    });
  },
};

/** Style sheets as text, for `CSSStyleSheet`. @type {import('esbuild').Plugin} */
const sheet = {
  name: 'sheet',
  setup({ onLoad, esbuild }) {
    onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await esbuild.transform(readFileSync(path, 'utf8'), { loader: 'css', minify: true });
      return { contents: code, loader: 'text' };
    });
  },
};
