// dist/embed.html and embed.en.html: the package at work beside the code that uses it (examples/live), with the core that the page has.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { escape } from '../www/export/markup.js';
import { words } from '../www/i18n/embed.js';
import { beside, bundle } from './bundle.mjs';
import { writeElements } from './elements.mjs';
import { Failure, root } from './run.mjs';

const EXAMPLES = ['text', 'analyzer', 'package'];
/** The page's name in each language. */
const PAGES = { ar: 'embed.html', en: 'embed.en.html' };
/** The client that the page's own analyzer uses, as seen from dist/embed/. */
const CLIENT = '../analyzer/client.js';

/** Arabic in a line of code, which the signs around it are not part of. */
const ARABIC = /[\p{Script=Arabic}«][\p{Script=Arabic}\p{M} «»،:.]*[\p{Script=Arabic}».]/gu;

/** Writes the pages, their style, the elements and the scripts of the examples. */
export async function writeEmbed() {
  const folder = join(root, 'dist/embed');
  mkdirSync(folder);
  await writeElements(folder, CLIENT);
  await bundle({
    entryPoints: EXAMPLES.map((example) => `examples/live/${example}.js`),
    outdir: folder,
    splitting: false,
    plugins: [beside(/^warraq$/, CLIENT), beside(/^warraq\/element$/, './element.js')],
  });
  await bundle({ entryPoints: ['www/embed/page.css'], outdir: folder, assetNames: '../font/[name]-[hash]' });
  const template = readFileSync(join(root, 'www/embed/page.html'), 'utf8');
  for (const [language, said] of Object.entries(words)) {
    const policy = /Content-Security-Policy"\s+content="([^"]*)"/.exec(template)?.[1] ?? '';
    const values = {
      ...escaped({ ...said, 'policy.code': policy.replaceAll('; ', ';\n') }),
      scripts: scripts(),
    };
    const page = fill(template, {
      ...values,
      examples: EXAMPLES.map((name) => example(name, said)).join('\n'),
    });
    writeFileSync(join(root, 'dist', PAGES[/** @type {'ar' | 'en'} */ (language)]), page);
  }
}

function scripts() {
  return EXAMPLES.map((example) => `<script type="module" src="embed/${example}.js"></script>`).join(
    '\n    ',
  );
}

/** An example at work, and its code. @param {string} name @param {Record<string, string>} said */
function example(name, said) {
  const source = (/** @type {string} */ ending) =>
    readFileSync(join(root, `examples/live/${name}.${ending}`), 'utf8').trim();
  const values = escaped(said);
  const markup = fill(source('html'), values);
  const code = (/** @type {string} */ text) =>
    `<pre dir="ltr" lang="en" tabindex="0"><code>${escape(text).replaceAll(ARABIC, '<bdi>$&</bdi>')}</code></pre>`;
  return `<section aria-labelledby="${name}">
        <h2 id="${name}">${values[`example.${name}`]}</h2>
        <p class="about">${values[`example.${name}.about`]}</p>
        <div class="example">
          <div class="live" role="group" aria-label="${values.live}">
${markup}
          </div>
          <div role="group" aria-label="${values.code}">${code(markup)}${code(source('js'))}</div>
        </div>
      </section>`;
}

/** Puts values in place of their names in braces. @param {string} template @param {Record<string, string>} values */
function fill(template, values) {
  return template.replaceAll(/\{\{([\w.]+)\}\}/g, (_, name) => {
    if (values[name] === undefined)
      throw new Failure(`the page for developers has nothing to say for ${name}`);
    return values[name];
  });
}

/** @param {Record<string, string>} values */
function escaped(values) {
  return Object.fromEntries(Object.entries(values).map(([name, text]) => [name, escape(text)]));
}
