/** The articles as they are read, with their names, quotes and dates marked, in one HTML file. */

import { say, t } from '../page/language.js';
import { wholeLetters } from '../page/ligature.js';
import { titleOf } from '../page/lookup.js';
import { isRead } from '../page/places.js';
import { bdi, byline, page } from './html.js';
import { element } from './markup.js';
import { nested } from './nested.js';
import { namesById } from './subject.js';

/**
 * @import { Block, Document, Entity } from '../analyzer/protocol.d.ts'
 * @import { Wrapped } from './nested.js'
 * @import { Subject } from './subject.js'
 */

/** @param {Subject} subject */
export function annotated(subject) {
  const { documents, entities } = subject.report;
  const names = namesById(subject.report);
  return page(
    subject,
    t('annotated.title'),
    documents.length > 1 && contents(documents),
    documents.map((document) => article(document, names)),
    element('h2', { id: 'names' }, t('nav.names')),
    element('ul', null, entities.map(name)),
  );
}

/** @param {Document[]} documents */
function contents(documents) {
  const items = documents.map((document) =>
    element('li', null, element('a', { href: `#d${document.id}` }, bdi(titleOf(document)))),
  );
  return element('nav', null, element('h2', null, t('nav.articles')), element('ol', null, items));
}

/** @param {Document} document @param {Map<number, Entity>} names */
function article(document, names) {
  const ranges = marks(document, names);
  const read = document.blocks.filter((block) => isRead(block));
  const left = document.blocks.filter((block) => !isRead(block));
  const hasTitle = read[0]?.kind === 'title';
  return element(
    'article',
    { id: `d${document.id}`, lang: document.language, dir: 'auto' },
    !hasTitle && element('h2', null, titleOf(document)),
    read
      .map((block, n) => [
        element(tagOf(block), { dir: 'auto' }, nested(document.text, block, ranges)),
        n === 0 && element('p', { class: 'soft' }, byline(document)),
      ])
      .flat(),
    left.length > 0 &&
      element(
        'details',
        null,
        element('summary', null, t('reader.left', { n: left.length })),
        left.map(({ start, end, reason }) =>
          element(
            'p',
            { dir: 'auto' },
            document.text.slice(start, end),
            ' ',
            element('small', null, say('reason', reason)),
          ),
        ),
      ),
  );
}

/** @param {Block} block */
function tagOf({ kind }) {
  if (kind === 'title') return 'h2';
  return kind === 'heading' ? 'h3' : 'p';
}

/** @param {Document} document @param {Map<number, Entity>} names @returns {Wrapped[]} */
function marks({ text, mentions, quotes, dates }, names) {
  const nameOf = (/** @type {number | null} */ id) => (id === null ? undefined : names.get(id)?.name);
  return [
    ...quotes.map(({ start, end, speaker }) => {
      const title = t('quote.speaker', { name: nameOf(speaker) ?? t('quote.unknown') });
      return wrapped({ start, end }, 'q', { title });
    }),
    ...dates.map(({ start, end, value }) =>
      wrapped({ start, end }, 'time', { datetime: value, title: value }),
    ),
    ...mentions.map(({ kind, entity, ...range }) => {
      const title = `${say('kind', kind)}: ${nameOf(entity) ?? ''}`;
      const { start, end } = wholeLetters(text, range);
      /** @type {Wrapped['wrap']} */
      const wrap = (inside) =>
        element('mark', { class: kind.toLowerCase(), title }, element('a', { href: `#e${entity}` }, inside));
      return { start, end, wrap };
    }),
  ];
}

/** @param {{ start: number, end: number }} range @param {string} name @param {Record<string, string>} attributes @returns {Wrapped} */
function wrapped(range, name, attributes) {
  return { ...range, wrap: (inside) => element(name, attributes, inside) };
}

/** @param {Entity} entity */
function name({ id, kind, name, spellings, count, documents }) {
  const others = spellings.filter(({ text }) => text !== name).map(({ text }) => text);
  return element(
    'li',
    { id: `e${id}` },
    element('strong', null, bdi(name)),
    ' ',
    element(
      'small',
      null,
      `${say('kind', kind)} · ${t('times.count', { n: count })} ${t('in.articles', { n: documents.length })}`,
    ),
    others.length > 0 && [' ', bdi(others.join(t('list.comma')))],
  );
}
