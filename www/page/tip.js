/**
 * What is marked in the text, under the pointer: a note that says whose name it is, who is quoted, which date is meant.
 * A click on a name leads to its row.
 */

import { bdi, fill, h } from './dom.js';
import { kindChip } from './kinds.js';
import { date, say, t } from './language.js';
import { marked } from './legend.js';
import { go, href } from './route.js';

/**
 * @import { DateMention, Document, Mention, Quote, Range } from '../analyzer/protocol.d.ts'
 * @import { Child } from './dom.js'
 * @import { Highlighter } from './highlight.js'
 * @import { Session } from './session.js'
 */

/**
 * @param {Session} session
 * @param {Document} document
 * @param {HTMLElement} sheet
 * @param {Highlighter} highlighter
 */
export function noteUnderPointer(session, document, sheet, highlighter) {
  const tip = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  sheet.append(tip);
  /** @type {Range | undefined} */
  let under;

  sheet.addEventListener('pointermove', ({ clientX, clientY }) => show(clientX, clientY));
  sheet.addEventListener('pointerleave', hide);
  sheet.addEventListener('click', ({ clientX, clientY, target }) => {
    const mention = at(clientX, clientY, shownMentions());
    const onControl = /** @type {Element} */ (target).closest('a, summary, button') !== null;
    if (mention && !onControl && getSelection()?.isCollapsed) go(href('names', mention.entity));
  });

  function shownMentions() {
    return document.mentions.filter(({ kind }) => marked.shown[kind]);
  }

  /**
   * The first of some ranges that is under a point.
   *
   * @template {Range} R
   * @param {number} x
   * @param {number} y
   * @param {R[]} ranges
   * @returns {R | undefined}
   */
  function at(x, y, ranges) {
    const offset = highlighter.offsetAt(x, y);
    if (offset === null) return undefined;
    return ranges.find((range) => {
      if (offset < range.start || offset > range.end) return false;
      // The nearest text is found for points of the margin too.
      const boxes = [...(highlighter.range(range)?.getClientRects() ?? [])];
      return boxes.some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
    });
  }

  /** @param {number} x @param {number} y */
  function show(x, y) {
    const mention = at(x, y, shownMentions());
    const named = mention ?? (marked.shown.date && at(x, y, document.dates));
    const found =
      named ||
      (marked.shown.quote &&
        at(
          x,
          y,
          document.quotes.filter(({ direct }) => direct),
        )) ||
      undefined;
    if (found === under) return;
    hide();
    if (!found) return;
    under = found;
    sheet.classList.toggle('on-name', mention !== undefined);
    fill(tip, noteOn(session, document, found));
    tip.hidden = false;
    place(found, y);
  }

  function hide() {
    under = undefined;
    tip.hidden = true;
    sheet.classList.remove('on-name');
  }

  /** Puts the note under the line pointed at, within the window. @param {Range} range @param {number} y */
  function place(range, y) {
    const boxes = [...(highlighter.range(range)?.getClientRects() ?? [])];
    const box = boxes.find(({ top, bottom }) => top <= y && y <= bottom);
    if (!box) return;
    const { width, height } = tip.getBoundingClientRect();
    const left = Math.min(Math.max(box.left + box.width / 2 - width / 2, 8), innerWidth - width - 8);
    const below = box.bottom + 8;
    tip.style.left = `${left}px`;
    tip.style.top = `${below + height > innerHeight ? box.top - height - 8 : below}px`;
  }
}

/**
 * @param {Session} session
 * @param {Document} document
 * @param {Mention | DateMention | Quote} found
 * @returns {Child[]}
 */
function noteOn({ lookup }, document, found) {
  if ('value' in found) return [h('strong', null, date(found.value))];
  if ('direct' in found) {
    const { speaker, speaker_phrase: phrase } = found;
    const words = phrase && document.text.slice(phrase.start, phrase.end);
    const name = (speaker !== null && lookup.entities.get(speaker)?.name) || words;
    return [name ? t('quote.speaker', { name }) : t('quote.unknown')];
  }
  const entity = lookup.entities.get(found.entity);
  if (entity === undefined) return [];
  return [
    h('div', null, kindChip(entity.kind), ' ', h('strong', { lang: 'ar' }, bdi(entity.name))),
    h(
      'div',
      null,
      t('times.count', { n: entity.count }),
      ' ',
      t('in.articles', { n: entity.documents.length }),
    ),
    h('div', null, say('why', found.reason)),
    h('small', null, t('reader.open.name')),
  ];
}
