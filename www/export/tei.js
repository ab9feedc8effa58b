/**
 * TEI P5 (Guidelines for Electronic Text Encoding and Interchange): a corpus with a header that says what made it, the names as lists of
 * persons, places and organisations in `standOff`, and each article's text with its names, quotes and dates marked. What the portal added
 * is left out, which the header says.
 */

import { titleOf } from '../page/lookup.js';
import { isRead } from '../page/places.js';
import { element } from './markup.js';
import { nested } from './nested.js';
import { provenance } from './subject.js';

/**
 * @import { Block, Document, Entity, EntityKind } from '../analyzer/protocol.d.ts'
 * @import { Markup, Part } from './markup.js'
 * @import { Wrapped } from './nested.js'
 * @import { Subject } from './subject.js'
 */

/** How each kind of name is listed, and marked where it is mentioned. @type {Record<EntityKind, { list: string, item: string, name: string }>} */
const KINDS = {
  PER: { list: 'listPerson', item: 'person', name: 'persName' },
  LOC: { list: 'listPlace', item: 'place', name: 'placeName' },
  ORG: { list: 'listOrg', item: 'org', name: 'orgName' },
  MISC: { list: 'listNym', item: 'nym', name: 'form' },
};

const EDITORIAL =
  'Menus, widgets, related stories and other additions of the portal, lines that repeat others, and captions are left out. Names leave out the particles attached to them.';

/** @param {Subject} subject */
export function tei(subject) {
  const { documents, entities } = subject.report;
  const corpus = element(
    'teiCorpus',
    { xmlns: 'http://www.tei-c.org/ns/1.0', 'xml:lang': 'ar' },
    corpusHeader(subject),
    entities.length > 0 && standOff(entities),
    documents.map((document) => article(document)),
  );
  return ['<?xml version="1.0" encoding="UTF-8"?>\n', `${corpus}\n`];
}

/** @param {Subject} subject */
function corpusHeader(subject) {
  const { program, created, articles, settings } = provenance(subject);
  const [name = '', version = ''] = program.split(' ');
  return header(
    english('title', `${articles} Arabic news articles`),
    english('p', 'Files of the person who made this corpus, read on their own machine.'),
    created,
    element(
      'encodingDesc',
      null,
      element('editorialDecl', null, english('p', EDITORIAL)),
      element(
        'appInfo',
        null,
        element(
          'application',
          { ident: name, version },
          element('label', null, program),
          english('p', `settings: ${JSON.stringify(settings)}`),
        ),
      ),
    ),
    element(
      'profileDesc',
      null,
      element(
        'langUsage',
        null,
        language('ar', 'Arabic'),
        language('en', 'English: the words of the program'),
      ),
    ),
  );
}

/** Words of the program's own, among those of the articles. @param {string} name @param {...(Part | Part[])} words */
function english(name, ...words) {
  return element(name, { 'xml:lang': 'en' }, ...words);
}

/** @param {string} ident @param {string} name */
function language(ident, name) {
  return element('language', { ident, 'xml:lang': 'en' }, name);
}

/** @param {Markup} title @param {Markup} source @param {string | null} created @param {...Markup} more */
function header(title, source, created, ...more) {
  return element(
    'teiHeader',
    null,
    element(
      'fileDesc',
      null,
      element('titleStmt', null, title),
      element(
        'publicationStmt',
        null,
        english('p', 'Not published.', created && [' ', element('date', { when: created }, created)]),
      ),
      element('sourceDesc', null, source),
    ),
    ...more,
  );
}

/** @param {Entity[]} entities */
function standOff(entities) {
  const lists = /** @type {EntityKind[]} */ (Object.keys(KINDS)).map((kind) => {
    const { list, item, name } = KINDS[kind];
    const items = entities
      .filter((entity) => entity.kind === kind)
      .map((entity) => {
        const spellings = entity.spellings.filter(({ text }) => text !== entity.name);
        return element(
          item,
          { 'xml:id': identifier(entity.id) },
          element(name, null, entity.name),
          spellings.map(({ text }) => element(name, { type: 'spelling' }, text)),
        );
      });
    return items.length > 0 && element(list, null, items);
  });
  return element('standOff', null, lists);
}

/** @param {number} id of an entity */
const identifier = (id) => `e${id}`;

/** @param {Document} document */
function article(document) {
  const [story] = document.stories;
  const bibl = element(
    'bibl',
    null,
    element('title', null, titleOf(document)),
    story?.author && element('author', null, story.author),
    story?.source && element('publisher', null, story.source),
    story?.dateline && element('pubPlace', null, story.dateline),
    story?.published && element('date', { when: story.published }, story.published),
    element('idno', { type: 'file' }, document.name),
  );
  const divisions = document.stories.map((story, index) => division(document, index, story.role));
  return element(
    'TEI',
    { 'xml:id': `d${document.id}` },
    header(element('title', null, titleOf(document)), bibl, null),
    element(
      'text',
      { 'xml:lang': document.language },
      element('body', null, divisions.length > 0 ? divisions : element('p', null)),
    ),
  );
}

/** A story: its headline as its head, if it comes first, and the rest as paragraphs. @param {Document} document @param {number} story @param {string} role */
function division(document, story, role) {
  const blocks = document.blocks.filter((block) => block.story === story && isRead(block));
  const ranges = marks(document);
  const children = blocks.map((block, n) => {
    const inside = nested(document.text, block, ranges);
    if (block.kind === 'title' && n === 0) return element('head', null, inside);
    return element('p', { rend: block.kind === 'body' ? null : block.kind }, inside);
  });
  return element('div', { type: role }, children.length > 0 ? children : element('p', null));
}

/**
 * What is marked. No speech stands in a date (TEI P5, the content of `date`): one in which a quote begins or ends is cut there.
 *
 * @param {Document} document
 * @returns {Wrapped[]}
 */
function marks({ mentions, quotes, dates }) {
  const ends = quotes.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b);
  return [
    ...quotes.map(({ start, end, speaker, direct }) => ({
      start,
      end,
      wrap: wrapper('said', {
        who: speaker === null ? null : `#${identifier(speaker)}`,
        direct: String(direct),
      }),
    })),
    ...dates.flatMap(({ start, end, value }) =>
      cutAt({ start, end, wrap: wrapper('date', { when: value }) }, ends),
    ),
    ...mentions.map(({ start, end, kind, entity }) => ({
      start,
      end,
      wrap:
        kind === 'MISC'
          ? wrapper('name', { nymRef: `#${identifier(entity)}` })
          : wrapper(KINDS[kind].name, { ref: `#${identifier(entity)}` }),
    })),
  ];
}

/** @param {Wrapped} range @param {number[]} places in ascending order @returns {Wrapped[]} */
function cutAt({ start, end, wrap }, places) {
  const cuts = [start, ...places.filter((place) => start < place && place < end), end];
  return cuts.slice(1).map((to, part) => ({ start: cuts[part] ?? start, end: to, wrap }));
}

/** @param {string} name @param {Record<string, string | null>} attributes @returns {Wrapped['wrap']} */
function wrapper(name, attributes) {
  return (inside) => element(name, attributes, inside);
}
