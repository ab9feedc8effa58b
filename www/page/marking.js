/** Words selected in the reader that were not found as a name: a small bar under them says what they are, and they are marked everywhere. */

import { bdi, fill, h } from './dom.js';
import { kindChip, KINDS } from './kinds.js';
import { t } from './language.js';
import { add } from './rules.js';

/**
 * @import { Document, EntityKind } from '../analyzer/protocol.d.ts'
 * @import { Highlighter } from './highlight.js'
 * @import { Session } from './session.js'
 */

/** More words than this are a passage and no name, and so are words that a mark parts. */
const MOST_WORDS = 8;
const PASSAGE = /[،؛؟!?;:]/;

/**
 * @param {Session} session
 * @param {Document} article
 * @param {HTMLElement} text what may be selected
 * @param {Highlighter} highlighter
 * @returns {HTMLElement} the bar, to stand after the text
 */
export function markSelection(session, article, text, highlighter) {
  const words = h('strong', { lang: 'ar' });
  const buttons = KINDS.map((kind) =>
    h('button', { type: 'button', 'data-kind': kind, onclick: () => mark(kind) }, kindChip(kind)),
  );
  const bar = h(
    'div',
    {
      class: 'marking',
      hidden: true,
      role: 'group',
      'aria-label': t('mark.label'),
      'data-testid': 'marking',
    },
    h('span', null, t('mark.as'), ' ', words),
    h('div', { class: 'buttons' }, buttons),
  );
  let chosen = '';
  const life = new AbortController();
  document.addEventListener('selectionchange', show, { signal: life.signal });
  bar.addEventListener('keydown', ({ key }) => key === 'Escape' && getSelection()?.empty());
  // A press would take the selection away before the click.
  bar.addEventListener('pointerdown', (event) => event.preventDefault());
  return bar;

  function show() {
    // Another article has taken this one's place.
    if (!text.isConnected) return life.abort();
    const range = rangeWithin(text);
    chosen = range ? nameIn(range) : '';
    bar.hidden = chosen === '';
    if (range === null || bar.hidden) return;
    fill(words, bdi(chosen));
    const { left, right, bottom } = range.getBoundingClientRect();
    const { width, height } = bar.getBoundingClientRect();
    bar.style.left = `${Math.min(Math.max((left + right - width) / 2, 8), innerWidth - width - 8)}px`;
    bar.style.top = `${Math.min(bottom + 8, innerHeight - height - 8)}px`;
  }

  /** @param {EntityKind} kind */
  function mark(kind) {
    session.decide(add(chosen, kind, longerName()));
    getSelection()?.empty();
  }

  /** The name that was found of which the words selected are a part. */
  function longerName() {
    const range = rangeWithin(text);
    const start = range && highlighter.offsetOf(range.startContainer, range.startOffset);
    if (start === null) return undefined;
    const mention = article.mentions.find((mention) => mention.start <= start && start < mention.end);
    const found = mention && article.text.slice(mention.start, mention.end);
    return mention && found && found.length > chosen.length && found.includes(chosen)
      ? { kind: mention.kind, text: found }
      : undefined;
  }
}

/** What is selected, if all of it stands in one paragraph of the text. @param {HTMLElement} text */
function rangeWithin(text) {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const paragraph = (/** @type {Node} */ node) =>
    (node instanceof Element ? node : node.parentElement)?.closest('.text p, .text h2, .text h3') ?? null;
  const first = paragraph(range.startContainer);
  return first !== null && text.contains(first) && first === paragraph(range.endContainer) ? range : null;
}

/**
 * The words of a selection, without the marks around them, the last one to its end. Where the first begins is left to
 * the person, who may want «ب» left out of «بأوكرانيا».
 *
 * @param {Range} range
 */
function nameIn(range) {
  const { endContainer, endOffset } = range;
  const rest = endContainer instanceof Text ? endContainer.data.slice(endOffset) : '';
  const selected = range.toString();
  const whole = /[\p{L}\p{M}\p{N}]$/u.test(selected)
    ? selected + (/^[\p{L}\p{M}\p{N}]+/u.exec(rest)?.[0] ?? '')
    : selected;
  const name = whole.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '').replace(/\s+/g, ' ');
  return PASSAGE.test(name) || name.split(' ').length > MOST_WORDS ? '' : name;
}
