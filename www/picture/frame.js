/** A picture in its frame: what it shows, buttons that save it, and, where the view has no table of them, its numbers. */

import { bdi, fill, h } from '../page/dom.js';
import { saveCsv } from '../page/download.js';
import { icon } from '../page/icons.js';
import { number, t } from '../page/language.js';
import { csvButton } from '../page/table.js';

/**
 * @typedef {(string | number)[]} Numbers
 * @typedef {object} Picture
 * @property {string} title what it shows
 * @property {(width: number) => SVGSVGElement | Promise<SVGSVGElement>} draw so many CSS pixels wide
 * @property {{ heading: string[], rows: Numbers[] }} [numbers] what it is drawn of
 */

/** Narrower ones cannot be read, and are scrolled sideways. */
const NARROWEST = 300;

/** @param {string} name of the kind of picture, for the style and for names of files */
export function pictureFrame(name) {
  const caption = h('figcaption');
  const place = h('div', { class: 'drawn' });
  const numbers = h('details', { class: 'numbers', hidden: true });
  const element = h(
    'figure',
    { class: 'picture', hidden: true, 'data-testid': `picture-${name}` },
    h('header', null, caption, h('div', { class: 'buttons' }, saveButton('svg'), saveButton('png'))),
    place,
    numbers,
  );
  /** @type {Picture | null} */
  let picture = null;
  /** How wide there is room to draw, as the browser told: to ask it would have it lay out the page at once. */
  let room = 0;
  let turn = 0;
  new ResizeObserver(([entry]) => {
    const width = entry?.contentRect.width ?? 0;
    if (Math.abs(width - room) <= 1) return;
    room = width;
    void draw();
  }).observe(place);
  return { element, show };

  /** @param {Picture | null} shown null where there is nothing to draw */
  function show(shown) {
    picture = shown;
    element.hidden = shown === null;
    if (shown === null) return;
    fill(caption, shown.title);
    numbers.hidden = shown.numbers === undefined;
    if (shown.numbers) fill(numbers, ...numbersOf(name, shown.numbers));
    void draw();
  }

  /** Draws what is shown anew, in the width that there is. */
  async function draw() {
    const width = Math.max(room, NARROWEST);
    if (picture === null || room === 0) return; // hidden: drawn when it is seen
    const mine = ++turn;
    try {
      await document.fonts.ready; // words are measured in the letters that they are drawn in
      const [svg, { stepAmong }] = await Promise.all([picture.draw(width), import('./steps.js')]);
      if (mine !== turn) return;
      const focused = place.querySelector(':focus')?.getAttribute('href');
      fill(place, svg);
      stepAmong(svg);
      if (focused) focusOn(svg, focused);
    } catch {
      if (mine === turn) fill(place, h('p', null, t('picture.failed')));
    }
  }

  /** @param {'svg' | 'png'} kind */
  function saveButton(kind) {
    const label = t(`picture.${kind}`);
    return h(
      'button',
      {
        type: 'button',
        class: 'plain',
        title: label,
        'aria-label': label,
        'data-testid': `save-${kind}`,
        onclick: async () => {
          const svg = place.querySelector('svg');
          if (!svg) return;
          const { savePicture } = await import('./save.js');
          await savePicture(svg, kind, name, picture?.title ?? '');
        },
      },
      icon('download'),
      kind.toUpperCase(),
    );
  }
}

/** What had the focus has it in the new picture too. @param {SVGSVGElement} svg @param {string} href */
function focusOn(svg, href) {
  [...svg.querySelectorAll('a')].find((mark) => mark.getAttribute('href') === href)?.focus();
}

/** @param {string} name @param {{ heading: string[], rows: Numbers[] }} numbers */
function numbersOf(name, { heading, rows }) {
  const cell = (/** @type {string | number} */ value, /** @type {number} */ column) => {
    const numeric = typeof value === 'number';
    const content = numeric ? number(value) : bdi(value);
    return h(
      column === 0 ? 'th' : 'td',
      { class: numeric ? 'numeric' : null, scope: column === 0 ? 'row' : null },
      content,
    );
  };
  return [
    h('summary', null, t('picture.numbers')),
    h(
      'p',
      { class: 'buttons' },
      csvButton(() => saveCsv(name, heading, rows)),
    ),
    h(
      'div',
      { class: 'wide', tabindex: 0, role: 'region', 'aria-label': t('picture.numbers') },
      h(
        'table',
        { class: 'small' },
        h(
          'thead',
          null,
          h(
            'tr',
            null,
            heading.map((label) => h('th', { scope: 'col' }, bdi(label))),
          ),
        ),
        h(
          'tbody',
          null,
          rows.map((row) => h('tr', null, row.map(cell))),
        ),
      ),
    ),
  ];
}
