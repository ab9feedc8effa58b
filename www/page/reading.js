/**
 * A document's text as it is read: its stories one after the other, and between the lines what was left out, with why. Each
 * block has a button that takes it out of the article or brings it back.
 */

import { h } from './dom.js';
import { icon } from './icons.js';
import { language, say, t } from './language.js';
import { isRead } from './places.js';

/**
 * @import { Block, Document } from '../analyzer/protocol.d.ts'
 * @import { Piece } from './highlight.js'
 * @typedef {Block & { block: number }} Numbered a block and its index in the document
 */

/**
 * @param {Document} document
 * @param {(block: number, inside: boolean) => void} decide is told that a block, by its index, shall be in the article or not
 * @returns {{ element: HTMLElement, pieces: Piece[] }} the text, and the elements that hold it, in the text's order
 */
export function reading(document, decide) {
  /** @type {Piece[]} */
  const pieces = [];
  const element = h('div', { class: 'text', lang: document.language });
  let story = document.blocks[0]?.story ?? 0;
  let section = element.appendChild(h('section'));
  let block = 0;
  for (const run of runs(document.blocks)) {
    const [first] = run;
    const numbered = run.map((each) => /** @type {Numbered} */ ({ ...each, block: block++ }));
    if (first && first.story !== story) {
      story = first.story;
      section = element.appendChild(storySection(document, story));
    }
    if (first && isRead(first)) section.append(...numbered.map(paragraph));
    else section.append(leftOut(numbered));
  }
  return { element, pieces };

  /** @param {Numbered} each */
  function paragraph({ start, end, kind, reason, story, block }) {
    const tag = kind === 'title' ? 'h2' : kind === 'heading' ? 'h3' : 'p';
    const node = h(
      tag,
      { dir: 'auto', class: kind === 'title' && story > 0 ? 'title appended-title' : kind },
      document.text.slice(start, end),
    );
    pieces.push({ start, end, node });
    return h(
      'div',
      { class: 'block', 'data-testid': 'block', 'data-block': block },
      // Of a body block the only reason is the person's own decision.
      kind === 'body' && reason && h('small', { lang: language() }, say('reason', reason)),
      node,
      h(
        'span',
        { lang: language() },
        button('takeOut', () => decide(block, false)),
      ),
    );
  }

  /** @param {Numbered[]} run */
  function leftOut(run) {
    const reasons = [...new Set(run.map(reasonOf))].join(t('list.comma'));
    return h(
      'details',
      { class: 'left-out', lang: language() },
      h(
        'summary',
        null,
        h('span', null, t('reader.left', { n: run.length })),
        h('span', { class: 'reasons' }, reasons),
      ),
      run.map((each) => {
        const { start, end, kind, block } = each;
        const node = h('bdi', { dir: 'auto', lang: document.language }, document.text.slice(start, end));
        pieces.push({ start, end, node });
        return h(
          'p',
          { 'data-testid': 'left-out', 'data-kind': kind, 'data-block': block },
          node,
          h('small', null, reasonOf(each)),
          button('bringBack', () => decide(block, true)),
        );
      }),
    );
  }
}

/** @param {'takeOut' | 'bringBack'} name @param {() => void} onclick */
function button(name, onclick) {
  const label = t(`block.${name}`);
  return h(
    'button',
    {
      type: 'button',
      class: 'icon-only plain',
      'data-testid': name,
      'aria-label': label,
      title: label,
      onclick,
    },
    icon(name),
  );
}

/** @param {Document} document @param {number} story */
function storySection(document, story) {
  const appended = document.stories[story]?.role === 'appended';
  const label = h('p', { class: 'story-label', lang: language() }, t('reader.appended'));
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

/** Why a block is not part of the article: the core's reason, or where it gave none, what kind of block it is. @param {Block} block */
function reasonOf({ kind, reason }) {
  return reason ? say('reason', reason) : say('block', kind);
}
