/**
 * The frame of the HTML files: one file, nothing loaded from elsewhere and no script, so that it opens anywhere and offline; its policy
 * says so to the browser too.
 */

import { date, language, number, t } from '../page/language.js';
import { element, Markup } from './markup.js';
import { provenance } from './subject.js';

/**
 * @import { Document } from '../analyzer/protocol.d.ts'
 * @import { Part } from './markup.js'
 * @import { Subject } from './subject.js'
 */

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

// Colours and signs are those of the page: each kind of name has a way of underlining too, so that colour alone never tells.
const STYLE = `
:root { color-scheme: light dark; --paper: light-dark(#fffcf4, #1f1a17); --ink: light-dark(#2b2119, #efe6d6);
  --soft: light-dark(#655545, #b9a993); --rule: light-dark(#ddd0b9, #443b33); --rubric: light-dark(#8a2d1c, #f0a48a);
  --wash: light-dark(#f5eee0, #2c2621); --per: light-dark(#1c5480, #8cc6f2); --loc: light-dark(#2c6335, #93d49a);
  --org: light-dark(#77357f, #dda6e6); --misc: light-dark(#7a5006, #e3b968); }
* { box-sizing: border-box; }
body { max-width: 52rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.8 'Noto Naskh Arabic', 'Geeza Pro', 'Times New Roman', serif; }
h1, h2, h3 { line-height: 1.4; font-weight: 600; }
h1 { margin: 0 0 .25rem; color: var(--rubric); font-size: 1.75rem; }
h2 { margin: 2.5rem 0 .75rem; padding-block-end: .25rem; border-block-end: 1px solid var(--rule); font-size: 1.375rem; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1.125rem; }
a { color: inherit; text-decoration-color: var(--rule); }
p { margin: .5rem 0; }
ul, ol { padding-inline-start: 1.5rem; }
small, .soft, footer { color: var(--soft); font-size: .875rem; }
table { inline-size: 100%; border-collapse: collapse; }
th, td { padding: .25rem .5rem; border-block-end: 1px solid var(--rule); text-align: start; vertical-align: top; }
th { font-weight: 600; }
thead th { color: var(--soft); font-size: .875rem; }
.number { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
.bar { inline-size: 40%; }
.bar span { display: block; block-size: .75em; margin-block-start: .5em; background: var(--rubric);
  inline-size: calc(var(--share) * 100%); min-inline-size: 1px; border-radius: 2px; }
.figures { display: flex; flex-wrap: wrap; gap: .75rem; padding: 0; list-style: none; }
.figures li { padding: .5rem 1rem; background: var(--wash); border-radius: 6px; }
blockquote { margin: .75rem 0; padding-inline-start: 1rem; border-inline-start: 3px solid var(--rule); }
article { margin-block: 3rem; }
mark { background: none; color: inherit; text-decoration: underline 2px; text-underline-offset: .3em; }
mark.per { text-decoration-color: var(--per); }
mark.loc { text-decoration-color: var(--loc); text-decoration-style: double; }
mark.org { text-decoration-color: var(--org); text-decoration-style: dashed; }
mark.misc { text-decoration-color: var(--misc); text-decoration-style: dotted; }
mark a { text-decoration: none; }
q { quotes: none; background: var(--wash); }
time { border-block-end: 1px dotted var(--soft); }
details { color: var(--soft); font-size: .875rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
@media print { :root { color-scheme: light; } body { max-width: none; padding: 0; font-size: 11pt; }
  h2, h3 { break-after: avoid; } tr, blockquote, li { break-inside: avoid; } article { break-before: page; } }
`;

/**
 * @param {Subject} subject
 * @param {string} title
 * @param {...(Part | Part[])} children
 */
export function page(subject, title, ...children) {
  const head = element(
    'head',
    null,
    element('meta', { charset: 'utf-8' }),
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'generator', content: provenance(subject).program }),
    element('title', null, title),
    element('style', null, new Markup(STYLE)),
  );
  const dir = language() === 'ar' ? 'rtl' : 'ltr';
  const body = element(
    'body',
    null,
    element('h1', null, title),
    made(subject),
    ...children,
    settings(subject),
  );
  return ['<!doctype html>\n', `${element('html', { lang: language(), dir }, head, body)}\n`];
}

/** @param {Subject} subject */
function made(subject) {
  const { program, created } = provenance(subject);
  const line = t('made.by', { program, date: date(created) });
  return element('p', { class: 'soft' }, line, subject.partial && ` · ${t('made.some')}`);
}

/** What it takes to repeat it. @param {Subject} subject */
function settings(subject) {
  const { program, created, settings } = provenance(subject);
  const { aliases = [], ...options } = settings;
  const lines = [program, created, ...Object.entries(options).map(([name, value]) => `${name} = ${value}`)];
  return element(
    'footer',
    null,
    element('h2', null, t('made.title')),
    element('pre', { dir: 'ltr' }, lines.join('\n')),
    aliases.length > 0 && [
      element('h3', null, t('decisions.title')),
      element('pre', { dir: 'auto' }, aliases.join('\n')),
    ],
  );
}

/** Text from a file, kept from turning the direction of what is around it. @param {Part} text */
export function bdi(text) {
  return element('bdi', { lang: 'ar' }, text);
}

/** A number as the language writes it, in a cell. @param {number} value */
export function numberCell(value) {
  return element('td', { class: 'number' }, number(value));
}

/** A bar as long as its share. @param {number} share 0 to 1 */
export function barCell(share) {
  return element(
    'td',
    { class: 'bar', 'aria-hidden': 'true' },
    element('span', { style: `--share:${share.toFixed(3)}` }),
  );
}

/** Where and when an article was published, and its file. @param {Document} document */
export function byline({ name, stories: [story] }) {
  const parts = [story?.source, story?.author].filter(Boolean).map((text) => bdi(text));
  const day = story?.published && date(story.published);
  return [...parts, day, bdi(name)].filter(Boolean).flatMap((part, n) => (n > 0 ? [' · ', part] : [part]));
}
