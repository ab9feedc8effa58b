/** What is marked in the reader, each with the switch for it. The choices hold for all articles until the page is closed. */

import { h } from './dom.js';
import { KINDS } from './kinds.js';
import { t } from './language.js';

/**
 * @import { Document } from '../analyzer/protocol.d.ts'
 * @import { Key } from './language.js'
 */

/** @type {{ shown: Record<string, boolean>, leftOut: boolean }} `leftOut`: whether what is no part of the article is unfolded */
export const marked = {
  shown: { PER: true, LOC: true, ORG: true, MISC: true, quote: true, date: true },
  leftOut: false,
};

/**
 * @param {Document} document only what it has is offered
 * @param {() => void} onChange
 */
export function legend(document, onChange) {
  const offered = [
    ...KINDS.filter((kind) => document.mentions.some((mention) => mention.kind === kind)),
    document.quotes.some(({ direct }) => direct) && 'quote',
    document.dates.length > 0 && 'date',
  ].filter((layer) => layer !== false);
  return h(
    'fieldset',
    { class: 'legend' },
    h('legend', { class: 'unseen' }, t('reader.legend')),
    offered.map((layer) => {
      const box = h('input', {
        type: 'checkbox',
        checked: marked.shown[layer],
        'data-layer': layer,
        onchange: () => {
          marked.shown[layer] = box.checked;
          onChange();
        },
      });
      return h(
        'label',
        null,
        box,
        h('span', { class: `kind ${layer.toLowerCase()}` }, t(/** @type {Key} */ (`kinds.${layer}`))),
      );
    }),
  );
}
