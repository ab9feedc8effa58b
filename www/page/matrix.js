/** Publishers and names: in how many of a publisher's articles each name is. */

import { fill, h } from './dom.js';
import { groupsOf, WAYS } from './groups.js';
import { kindChoice } from './kinds.js';
import { number, t } from './language.js';
import { parts } from './parts.js';
import { go, href } from './route.js';
import { tabs } from './tabs.js';
import { pictureFrame } from '../picture/frame.js';

/**
 * @import { Entity } from '../analyzer/protocol.d.ts'
 * @import { Group } from './groups.js'
 * @import { Key } from './language.js'
 * @import { ViewMaker } from './view.d.ts'
 */

const [MOST_NAMES, MOST_GROUPS] = [30, 24];

/** @type {ViewMaker} */
export function matrixView(session) {
  /** @type {(entity: Entity) => boolean} */
  let accept = () => true;
  const ways = h(
    'select',
    {
      'aria-label': t('matrix.by'),
      'data-testid': 'by',
      onchange: () => go(href('matrix', null, { by: ways.value })),
    },
    WAYS.map((way) => h('option', { value: way }, t(/** @type {Key} */ (`group.${way}`)))),
  );
  const kinds = kindChoice((accepts) => {
    accept = accepts;
    draw();
  });
  const message = h('p', { class: 'answer', role: 'status' });
  const picture = pictureFrame('matrix');
  return {
    element: h(
      'div',
      { class: 'view matrix' },
      h('h1', { tabindex: -1, class: 'unseen' }, t('tab.matrix')),
      tabs('network', 'matrix'),
      h('div', { class: 'toolbar' }, ways, kinds),
      message,
      picture.element,
    ),
    title: () => t('tab.matrix'),
    show({ query }) {
      ways.value = WAYS.find((way) => way === query.get('by')) ?? 'publisher';
      draw();
    },
  };

  function draw() {
    const way = WAYS.find((known) => known === ways.value) ?? 'publisher';
    const groups = groupsOf(session, way).slice(0, MOST_GROUPS);
    const names = [...session.report.entities]
      .filter(accept)
      .sort((a, b) => b.documents.length - a.documents.length)
      .slice(0, MOST_NAMES);
    const empty = groups.length === 0 || names.length === 0;
    fill(message, empty && t('matrix.none'));
    picture.show(empty ? null : pictureOf(names, groups));
  }
}

/** @param {Entity[]} names @param {Group[]} groups @returns {import('../picture/frame.js').Picture} */
function pictureOf(names, groups) {
  const columnOf = new Map(groups.flatMap(({ documents }, column) => documents.map((id) => [id, column])));
  const counts = names.map(({ documents }) => {
    const found = groups.map(() => 0);
    for (const id of documents) {
      const column = columnOf.get(id);
      if (column !== undefined) found[column] = (found[column] ?? 0) + 1;
    }
    return found;
  });
  const matrix = {
    rows: names.map(({ id, name }) => ({ name, href: href('names', id) })),
    columns: groups.map(({ key, label }) => ({ name: label, href: href('articles', null, { in: key }) })),
    cells: names.map(({ name }, row) =>
      groups.map(({ key, label }, column) => {
        const value = counts[row]?.[column] ?? 0;
        return {
          value,
          said: number(value),
          href: href('concordance', null, { q: name, as: 'name', in: key }),
          title: `${name} · ${label}: ${t('articles.count', { n: value })}`,
        };
      }),
    ),
  };
  const title = t('matrix.picture');
  return {
    title,
    draw: async (width) => (await parts.matrix()).matrixPicture(matrix, { width, label: title }),
    numbers: {
      heading: [t('column.name'), ...groups.map(({ label }) => label)],
      rows: names.map(({ name }, row) => [name, ...(counts[row] ?? [])]),
    },
  };
}
