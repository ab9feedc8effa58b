/** A document's text as it is read: its stories one after the other, and between the lines what was left out, with why. */

import { h } from './dom.js';
import { say, t } from './language.js';
import { isRead } from './places.js';

/**
 * @import { Block, Document } from '../analyzer/protocol.d.ts'
 * @import { Piece } from './highlight.js'
 */

/**
 * @param {Document} document
 * @returns {{ element: HTMLElement, pieces: Piece[] }} the text, and the elements that hold it, in the text's order
 */
export function reading(document) {
  /** @type {Piece[]} */
  const pieces = [];
  const element = h('div', { class: 'text', lang: document.language });
  let story = document.blocks[0]?.story ?? 0;
  let section = element.appendChild(h('section'));
  for (const run of runs(document.blocks)) {
    const [first] = run;
    if (first && first.story !== story) {
      story = first.story;
      section = element.appendChild(storySection(document, story));
    }
    if (first && isRead(first)) section.append(...run.map((block) => paragraph(block, document, pieces)));
    else section.append(leftOut(run, document, pieces));
  }
  return { element, pieces };
}

/** @param {Document} document @param {number} story */
function storySection(document, story) {
  const appended = document.stories[story]?.role === 'appended';
  const label = h('p', { class: 'story-label', lang: '' }, t('reader.appended'));
  return h('section', { 'data-story': story, class: appended ? 'appended' : null }, appended && label);
}

/**
 * Neighbouring blocks of one story that are all read or all left out.
 *
 * @param {Block[]} blocks
 * @returns {Block[][]}
 */
function runs(blocks) {
  /** @type {Block[][]} */
  const found = [];
  for (const block of blocks) {
    const last = found.at(-1)?.[0];
    if (last && last.story === block.story && isRead(last) === isRead(block)) found.at(-1)?.push(block);
    else found.push([block]);
  }
  return found;
}

/** @param {Block} block @param {Document} document @param {Piece[]} pieces */
function paragraph({ start, end, kind, story }, document, pieces) {
  const tag = kind === 'title' ? 'h2' : kind === 'heading' ? 'h3' : 'p';
  const node = h(
    tag,
    { dir: 'auto', class: kind === 'title' && story > 0 ? 'title appended-title' : kind },
    document.text.slice(start, end),
  );
  pieces.push({ start, end, node });
  return node;
}

/** @param {Block[]} run @param {Document} document @param {Piece[]} pieces */
function leftOut(run, document, pieces) {
  const reasons = [...new Set(run.map(reasonOf))].join(t('list.comma'));
  return h(
    'details',
    { class: 'left-out' },
    h(
      'summary',
      null,
      h('span', null, t('reader.left', { n: run.length })),
      h('span', { class: 'reasons' }, reasons),
    ),
    run.map((block) => {
      const node = h('bdi', { dir: 'auto' }, document.text.slice(block.start, block.end));
      pieces.push({ start: block.start, end: block.end, node });
      return h(
        'p',
        { 'data-testid': 'left-out', 'data-kind': block.kind },
        node,
        h('small', null, reasonOf(block)),
      );
    }),
  );
}

/** Why a block is not part of the article: the core's reason, or where it gave none, what kind of block it is. @param {Block} block */
function reasonOf({ kind, reason }) {
  return reason ? say('reason', reason) : say('block', kind);
}
