/** Names over time: in how many articles of each day, month or year each of the names chosen is. */

import { bdi, fill, h } from './dom.js';
import { icon } from './icons.js';
import { kindChoice } from './kinds.js';
import { date, t } from './language.js';
import { parts } from './parts.js';
import { filled, periodOf } from './periods.js';
import { go, href } from './route.js';
import { tabs } from './tabs.js';
import { periodChoice } from './time.js';
import { pictureFrame } from '../picture/frame.js';

/**
 * @import { Entity, Report } from '../analyzer/protocol.d.ts'
 * @import { Period } from './periods.js'
 * @import { ViewMaker } from './view.d.ts'
 */

/** Lines that can be told apart; as many are drawn where none are chosen. */
const MOST = 6;
/** Names offered to be added. */
const OFFERED = 300;

/** @type {ViewMaker} */
export function linesView(session) {
  const periods = periodChoice((by) => change({ by }));
  /** @type {(entity: Entity) => boolean} */
  let accept = () => true;
  const kinds = kindChoice((accepts) => {
    accept = accepts;
    if (now.has('names')) change({ names: null });
    else draw();
  });
  const id = `names-${crypto.randomUUID()}`;
  const box = h('input', {
    type: 'search',
    list: id,
    lang: 'ar',
    dir: 'auto',
    autocomplete: 'off',
    placeholder: t('lines.add'),
    'aria-label': t('lines.add'),
    'data-testid': 'add-name',
    onchange: add,
  });
  const offered = h('datalist', { id });
  const chips = h('ul', { class: 'picked-names' });
  const picture = pictureFrame('lines');
  const message = h('p', { class: 'answer', role: 'status' });
  /** @type {URLSearchParams} */
  let now = new URLSearchParams();
  return {
    element: h(
      'div',
      { class: 'view lines' },
      h('h1', { tabindex: -1, class: 'unseen' }, t('tab.lines')),
      tabs('time', 'lines'),
      h(
        'div',
        { class: 'toolbar' },
        h('label', { class: 'search' }, icon('search'), box),
        kinds,
        periods.element,
        offered,
      ),
      chips,
      message,
      picture.element,
    ),
    title: () => t('tab.lines'),
    show({ query }) {
      now = query;
      draw();
    },
  };

  function draw() {
    const { report } = session;
    const by = periods.show(now);
    const names = chosen();
    fill(
      offered,
      ...report.entities
        .filter(accept)
        .slice(0, OFFERED)
        .map(({ name }) => h('option', { value: name })),
    );
    fill(chips, ...names.map((entity) => h('li', null, chip(entity, names))));
    const counted = countsOf(report, names, by);
    message.textContent = counted.periods.length === 0 ? t('lines.none') : '';
    picture.show(counted.periods.length === 0 ? null : pictureOf(counted, names));
  }

  /** Those of the address, else those that most dated articles mention. */
  function chosen() {
    const { report, lookup } = session;
    const ids = now.get('names')?.split(',').filter(Boolean).map(Number);
    if (ids) return ids.flatMap((one) => lookup.entities.get(one) ?? []).slice(0, MOST);
    const dated = new Set(report.documents.flatMap(({ id, stories }) => (stories[0]?.published ? [id] : [])));
    return report.entities
      .filter(accept)
      .map((entity) => ({ entity, count: entity.documents.filter((one) => dated.has(one)).length }))
      .sort((a, b) => b.count - a.count)
      .slice(0, MOST)
      .flatMap(({ entity, count }) => (count > 0 ? [entity] : []));
  }

  function add() {
    const found = session.report.entities.find(({ name }) => name === box.value.trim());
    if (!found) return;
    box.value = '';
    const others = chosen().filter((entity) => entity !== found);
    change({ names: [...others.slice(-(MOST - 1)), found].map((entity) => entity.id).join(',') });
  }

  /** @param {Entity} entity @param {Entity[]} names */
  function chip(entity, names) {
    const others = names.filter((other) => other !== entity).map((other) => other.id);
    const label = t('lines.remove', { name: entity.name });
    return [
      h('a', { href: href('names', entity.id), lang: 'ar' }, bdi(entity.name)),
      h(
        'button',
        {
          type: 'button',
          class: 'icon-only plain',
          'aria-label': label,
          title: label,
          onclick: () => change({ names: others.join(',') }),
        },
        icon('close'),
      ),
    ];
  }

  /** @param {Record<string, string | null>} changed */
  function change(changed) {
    go(href('lines', null, { ...Object.fromEntries(now), ...changed }));
  }
}

/** @typedef {{ periods: string[], counts: Map<string, number>[] }} Counted articles of each period, for each name */

/** @param {Report} report @param {Entity[]} names @param {Period} by @returns {Counted} */
function countsOf({ documents }, names, by) {
  const published = new Map(documents.map(({ id, stories }) => [id, periodOf(stories[0]?.published, by)]));
  const counts = names.map((entity) => {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const id of entity.documents) {
      const period = published.get(id);
      if (period) found.set(period, (found.get(period) ?? 0) + 1);
    }
    return found;
  });
  const dated = [...new Set([...published.values()].filter((period) => period !== null))].sort();
  return { periods: names.length > 0 ? filled(dated) : [], counts };
}

/** @param {Counted} counted @param {Entity[]} names @returns {import('../picture/frame.js').Picture} */
function pictureOf({ periods, counts }, names) {
  const lines = names.map(({ id, name }, index) => ({
    name,
    href: href('names', id),
    points: periods.map((period) => {
      const value = counts[index]?.get(period) ?? 0;
      return {
        period,
        value,
        href: href('concordance', null, { q: name, as: 'name', in: `date:${period}` }),
        title: `${name}، ${date(period)}: ${t('articles.count', { n: value })}`,
      };
    }),
  }));
  const title = t('lines.picture');
  return {
    title,
    draw: async (width) => (await parts.lines()).linesOverTime(lines, { width, label: title }),
    numbers: {
      heading: [t('column.period'), ...names.map(({ name }) => name)],
      rows: periods.map((period) => [date(period), ...counts.map((found) => found.get(period) ?? 0)]),
    },
  };
}
