/** One article in three states side by side, block by block: as it is in the file, cleaned, and its spelling normalized. */

import { bdi, fill, h } from './dom.js';
import { icon } from './icons.js';
import { say, t } from './language.js';
import { titleOf } from './lookup.js';
import { isRead } from './places.js';
import { go, href } from './route.js';

/**
 * @import { Block, Document, Profile } from '../analyzer/protocol.d.ts'
 * @import { ViewMaker } from './view.d.ts'
 */

/** @type {Profile[]} */
const PROFILES = ['display', 'match', 'count', 'lucene', 'camel', 'pyarabic'];

/** @type {ViewMaker} */
export function versionsView(session) {
  const back = h('a', { class: 'button plain back' }, icon('back'), t('reader.text'));
  const heading = h('h1', { tabindex: -1, lang: 'ar' });
  const profiles = h(
    'select',
    {
      'data-testid': 'profile',
      onchange: () => document && go(href('versions', document.id, { profile: profiles.value })),
    },
    PROFILES.map((profile) => h('option', { value: profile }, t(`profile.${profile}`))),
  );
  const message = h('p', { class: 'answer', role: 'status' });
  const body = h('tbody');
  const table = h('table', { class: 'comparison states', 'aria-label': t('versions.title') }, head(), body);
  /** @type {Document | undefined} */
  let document;
  return {
    element: h(
      'div',
      { class: 'view compare' },
      back,
      heading,
      h('div', { class: 'versions' }, h('label', null, t('versions.profile'), profiles)),
      message,
      table,
    ),
    title: () => t('versions.title'),
    async show({ item, query }) {
      document = session.lookup.documents.get(Number(item));
      const shown = document;
      table.hidden = shown === undefined;
      fill(message, shown === undefined && t('reader.unknown'));
      if (shown === undefined) return;
      const profile = PROFILES.find((known) => known === query.get('profile')) ?? 'display';
      profiles.value = profile;
      back.href = href('articles', shown.id);
      fill(heading, bdi(titleOf(shown)));
      const texts = shown.blocks.map(({ start, end }) => shown.text.slice(start, end));
      const normalized = await session.normalize(texts, profile);
      if (shown === document)
        fill(
          body,
          ...shown.blocks.map((block, index) => row(block, texts[index] ?? '', normalized[index] ?? '')),
        );
    },
  };
}

function head() {
  const columns = /** @type {const} */ (['raw', 'clean', 'normalized']);
  return h(
    'thead',
    null,
    h(
      'tr',
      null,
      columns.map((name) => h('th', { scope: 'col' }, t(`versions.${name}`))),
    ),
  );
}

/** @param {Block} block @param {string} raw @param {string} normalized */
function row(block, raw, normalized) {
  const read = isRead(block);
  const words = (/** @type {string} */ text) => h('td', { lang: 'ar', dir: 'auto' }, text);
  const left = h(
    'td',
    { class: 'none', colspan: 2 },
    block.reason ? say('reason', block.reason) : say('block', block.kind),
  );
  return h(
    'tr',
    { class: read ? block.kind : 'left', 'data-testid': 'version', 'data-kind': block.kind },
    words(raw),
    read ? [words(raw), h('td', { lang: 'ar', dir: 'auto' }, changes(raw, normalized))] : left,
  );
}

/** The normalized text, with the words that became others marked. @param {string} raw @param {string} normalized */
function changes(raw, normalized) {
  const before = raw.split(/(\s+)/);
  const after = normalized.split(/(\s+)/);
  // Where normalizing parted or joined words, word does not stand beside word.
  if (before.length !== after.length) return normalized;
  return after.map((word, index) => (word === before[index] ? word : h('mark', null, word)));
}
