/** Names in the text under the pointer: a note that says whose name it is, and a click that leads to its row. */

import { bdi, fill, h } from './dom.js';
import { kindChip } from './kinds.js';
import { t } from './language.js';
import { marked } from './legend.js';
import { go, href } from './route.js';

/**
 * @import { Document, Mention } from '../analyzer/protocol.d.ts'
 * @import { Highlighter } from './highlight.js'
 * @import { Session } from './session.js'
 */

/**
 * @param {Session} session
 * @param {Document} document
 * @param {HTMLElement} sheet
 * @param {Highlighter} highlighter
 */
export function nameTip(session, document, sheet, highlighter) {
  const tip = h('div', { class: 'tip', hidden: true, 'aria-hidden': 'true' });
  sheet.append(tip);
  /** @type {Mention | undefined} */
  let under;

  sheet.addEventListener('pointermove', ({ clientX, clientY }) => show(mentionAt(clientX, clientY)));
  sheet.addEventListener('pointerleave', () => show(undefined));
  sheet.addEventListener('click', ({ clientX, clientY, target }) => {
    const mention = mentionAt(clientX, clientY);
    const onControl = /** @type {Element} */ (target).closest('a, summary, button') !== null;
    if (mention && !onControl && getSelection()?.isCollapsed) go(href('names', mention.entity));
  });

  /** @param {number} x @param {number} y */
  function mentionAt(x, y) {
    const offset = highlighter.offsetAt(x, y);
    if (offset === null) return undefined;
    return document.mentions.find((mention) => {
      if (!marked.shown[mention.kind] || offset < mention.start || offset > mention.end) return false;
      // The nearest text is found for points of the margin too.
      const boxes = [...(highlighter.range(mention)?.getClientRects() ?? [])];
      return boxes.some(({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom);
    });
  }

  /** @param {Mention | undefined} mention */
  function show(mention) {
    if (mention === under) return;
    under = mention;
    const entity = mention && session.lookup.entities.get(mention.entity);
    sheet.classList.toggle('on-name', entity !== undefined);
    tip.hidden = entity === undefined;
    if (!mention || !entity) return;
    fill(
      tip,
      h('div', null, kindChip(entity.kind), ' ', h('strong', { lang: 'ar' }, bdi(entity.name))),
      h(
        'div',
        null,
        t('times.count', { n: entity.count }),
        ' ',
        t('in.articles', { n: entity.documents.length }),
      ),
      h('small', null, t('reader.open.name')),
    );
    place(mention);
  }

  /** Puts the note under the name, within the window. @param {Mention} mention */
  function place(mention) {
    const box = highlighter.range(mention)?.getClientRects()[0];
    if (!box) return;
    const { width, height } = tip.getBoundingClientRect();
    const left = Math.min(Math.max(box.left + box.width / 2 - width / 2, 8), innerWidth - width - 8);
    const below = box.bottom + 8;
    tip.style.left = `${left}px`;
    tip.style.top = `${below + height > innerHeight ? box.top - height - 8 : below}px`;
  }
}
