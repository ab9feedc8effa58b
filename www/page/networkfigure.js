/** The picture of the names mentioned together, with what it is controlled by. */

import { h } from './dom.js';
import { KINDS } from './kinds.js';
import { number, say, t } from './language.js';
import { parts } from './parts.js';
import { href } from './route.js';
import { pictureFrame } from '../picture/frame.js';

/**
 * @import { Session } from './session.js'
 * @typedef {import('./network.js').Row} Row
 * @typedef {ReturnType<typeof import('../picture/network.js').network>} Network
 */

/** Names that are drawn: those of the pairs that are most often together. */
const MOST_NAMES = 300;
/** As many lines can be told apart; the slider begins where there are no more. */
const MOST_LINES = 400;

/** @param {Session} session */
export function networkFigure(session) {
  const frame = pictureFrame('network');
  const least = h('input', {
    type: 'range',
    min: 1,
    max: 1,
    value: 1,
    'data-testid': 'least',
    oninput: tellLeast,
  });
  const said = h('output');
  const buttons = /** @type {const} */ (['nearer', 'farther', 'whole']).map((name) =>
    h(
      'button',
      {
        type: 'button',
        class: 'icon-only plain',
        'aria-label': t(`network.${name}`),
        title: t(`network.${name}`),
        'data-testid': name,
        onclick: () => come(name),
      },
      { nearer: '+', farther: '−', whole: '⤢' }[name],
    ),
  );
  const element = h(
    'div',
    { class: 'network-picture' },
    h(
      'div',
      { class: 'toolbar' },
      h('label', { class: 'least' }, t('network.least'), least, said),
      h('div', { class: 'buttons' }, buttons),
    ),
    frame.element,
  );
  /** Ends the layout of a network that is shown no more. */
  let life = new AbortController();
  /** @type {Set<number>} */
  let drawnIds = new Set();
  /** @type {Promise<Network> | null} */
  let drawn = null;
  return { element, least, set, show };

  /** Lays out other pairs. @param {Row[]} rows those of most articles first @param {number} fewest articles that a pair has */
  function set(rows, fewest) {
    life.abort();
    life = new AbortController();
    drawnIds = mostOf(rows);
    const pairs = rows.filter(isDrawn);
    least.min = String(fewest);
    least.max = String(Math.max(fewest, rows[0]?.pair.articles ?? fewest));
    least.value = String(pairs[MOST_LINES] ? pairs[MOST_LINES].pair.articles + 1 : fewest);
    tellLeast();
    drawn = load(pairs, life.signal);
    drawn.catch(() => {}); // the frame says so
  }

  /** @param {Row[]} pairs @param {AbortSignal} signal */
  async function load(pairs, signal) {
    const { network } = await parts.network();
    const named = session.report.entities
      .filter(({ id }) => drawnIds.has(id))
      .sort((a, b) => b.count - a.count)
      .map(({ id, name, kind, count }) => ({
        id,
        name,
        kind,
        count,
        href: href('network', id),
        title: `${name}: ${t('times.count', { n: count })}`,
      }));
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    return network(named, pairs.map(pairOf), { signal, still });
  }

  /** @param {Row[]} rows the pairs to show @param {number | null} chosen */
  function show(rows, chosen) {
    const pairs = rows.filter(isDrawn).map(pairOf);
    const label = t('network.picture', {
      n: new Set(pairs.flatMap(({ source, target }) => [source, target])).size,
    });
    const kinds = KINDS.map((kind) => ({ kind, label: say('kind', kind) }));
    const mine = drawn;
    frame.show(
      pairs.length === 0 || mine === null
        ? null
        : {
            title: label,
            draw: async (width) =>
              (await mine).draw({ width, height: heightFor(width), label, pairs, chosen, kinds }),
          },
    );
  }

  /** @param {Row} row */
  function isDrawn({ first, second }) {
    return drawnIds.has(first.id) && drawnIds.has(second.id);
  }

  function tellLeast() {
    said.textContent = number(least.valueAsNumber);
  }

  /** @param {'nearer' | 'farther' | 'whole'} name */
  async function come(name) {
    (await drawn)?.[name]();
  }
}

/** The names of the first pairs, as many as are drawn. @param {Row[]} rows */
function mostOf(rows) {
  /** @type {Set<number>} */
  const ids = new Set();
  for (const { first, second } of rows) {
    if (ids.size >= MOST_NAMES) break;
    ids.add(first.id).add(second.id);
  }
  return ids;
}

/** @param {Row} row */
function pairOf({ first, second, pair }) {
  return { source: first.id, target: second.id, articles: pair.articles };
}

/** As high as what is seen of the page allows. @param {number} width in CSS pixels */
function heightFor(width) {
  return Math.round(Math.max(Math.min(width * 1.1, innerHeight - 260), 320));
}
