/** The reader: one article as it is to be read, with its names marked, and beside it what is known of it. */

import { decideBlock } from './blocks.js';
import { changeButtons } from './changes.js';
import { bdi, fill, h } from './dom.js';
import { sureness } from './encoding.js';
import { Highlighter } from './highlight.js';
import { icon } from './icons.js';
import { KINDS } from './kinds.js';
import { date, say, t } from './language.js';
import { legend, marked } from './legend.js';
import { titleOf } from './lookup.js';
import { markSelection } from './marking.js';
import { aside } from './aside.js';
import { stepper } from './stepper.js';
import { href } from './route.js';
import { noteUnderPointer } from './tip.js';
import { isRead } from './places.js';
import { reading } from './reading.js';

/**
 * @import { Document } from '../analyzer/protocol.d.ts'
 * @import { Route } from './route.js'
 * @import { Session } from './session.js'
 * @import { ViewMaker } from './view.d.ts'
 */

/** @type {ViewMaker} */
export function readerView(session) {
  const element = h('div', { class: 'view reader' });
  /** @type {Document | undefined} */
  let document;
  /** @type {ReturnType<typeof open> | undefined} */
  let opened;
  return {
    element,
    title: () => (document ? titleOf(document) : t('nav.articles')),
    show(route) {
      const wanted = session.lookup.documents.get(Number(route.item));
      if (wanted === undefined) {
        document = opened = undefined;
        return fill(element, backLink(), h('p', { class: 'choose' }, t('reader.unknown')));
      }
      if (wanted === document && opened) return opened.show(route);
      // A new report on the article that is open leaves the reader where it was.
      const again = wanted.id === document?.id;
      const [top, pageTop] = [opened?.pane.scrollTop ?? 0, scrollY];
      const kept = again ? handling(element) : null;
      document = wanted;
      opened = open(session, wanted);
      fill(element, ...opened.elements);
      opened.paint(); // only now: the marks would not come along to where the text is put
      opened.show(route);
      if (!again) return;
      kept?.restore();
      opened.pane.scrollTop = top;
      scrollTo({ top: pageTop, behavior: 'instant' });
    },
  };
}

/** The blocks that are unfolded and what has the focus, to be so again in the next report. @param {HTMLElement} element */
function handling(element) {
  const blocks = (/** @type {string} */ selector) =>
    [...element.querySelectorAll(selector)].map((found) => found.getAttribute('data-block'));
  const focused = element.querySelector(':focus')?.closest('[data-block]')?.getAttribute('data-block');
  const choosing = element.querySelector('.encoding :focus') !== null;
  const unfolded = new Set([...blocks('details[open] [data-block]'), focused]);
  return {
    restore() {
      for (const details of element.querySelectorAll('details'))
        details.open ||= [...details.querySelectorAll('[data-block]')].some((block) =>
          unfolded.has(block.getAttribute('data-block')),
        );
      if (!focused && !choosing) return;
      /** @type {HTMLElement | null} */ (
        element.querySelector(focused ? `[data-block="${focused}"] button` : '.encoding select')
      )?.focus({ preventScroll: true });
    },
  };
}

/** @param {Session} session @param {Document} document */
function open(session, document) {
  const { element: text, pieces } = reading(document, (block, inside) =>
    session.decide(decideBlock(document, block, inside)),
  );
  const highlighter = new Highlighter(document.text, pieces);
  const steps = h('div', { class: 'steps' });
  const side = h('aside');
  const changes = changeButtons(session);
  changes.show();
  const left = document.blocks.filter((block) => !isRead(block)).length;
  const sheet = h(
    'article',
    { class: 'sheet', 'data-testid': 'reader', 'data-id': document.id, 'aria-label': titleOf(document) },
    meta(document),
    text,
    markSelection(session, document, text, highlighter),
  );
  const pane = h(
    'div',
    { class: 'pane', role: 'region', tabindex: 0, 'aria-label': t('reader.text') },
    steps,
    sheet,
  );
  noteUnderPointer(session, document, sheet, highlighter);
  return {
    pane,
    paint,
    elements: [
      h('h1', { tabindex: -1, class: 'unseen' }, bdi(titleOf(document))),
      h(
        'div',
        { class: 'toolbar' },
        backLink(),
        legend(document, paint),
        left > 0 && leftOutSwitch(text, left),
        h(
          'a',
          { href: href('versions', document.id), class: 'button', 'data-testid': 'versions' },
          t('versions.open'),
        ),
        changes.element,
      ),
      pane,
      side,
    ],
    /** @param {Route} route */
    show(route) {
      fill(side, ...aside(session, document, route));
      const { element, ranges, current } = stepper(session, document, route);
      fill(steps, element);
      highlighter.paint('selected', ranges);
      highlighter.paint('current', current ? [current] : []);
      if (current) reveal(highlighter, current, pane);
      else if (route.query.has('story')) text.children[Number(route.query.get('story'))]?.scrollIntoView();
      else pane.scrollTop = 0;
    },
  };

  function paint() {
    const { shown } = marked;
    for (const kind of KINDS) {
      const layer = /** @type {'per' | 'loc' | 'org' | 'misc'} */ (kind.toLowerCase());
      highlighter.paint(
        layer,
        shown[kind] ? document.mentions.filter((mention) => mention.kind === kind) : [],
      );
    }
    highlighter.paint('quote', shown.quote ? document.quotes.filter(({ direct }) => direct) : []);
    highlighter.paint('date', shown.date ? document.dates : []);
  }
}

function backLink() {
  return h('a', { href: '#/articles', class: 'button plain back' }, icon('back'), t('reader.back'));
}

/** The line above the article: who published it, when, and the file. @param {Document} document */
function meta(document) {
  const [story] = document.stories;
  return h(
    'header',
    { class: 'meta' },
    story?.source && h('span', { class: 'source' }, bdi(story.source)),
    story?.section && h('span', { title: t('column.section') }, bdi(story.section)),
    story?.author && h('span', { title: t('column.author') }, bdi(story.author)),
    story?.dateline && h('span', { title: t('column.dateline') }, bdi(story.dateline)),
    story?.published && h('time', { datetime: story.published }, date(story.published)),
    h('span', null, t('words.count', { n: document.words })),
    h('span', { class: 'file' }, bdi(document.name)),
    document.notices.map(({ code, message }) =>
      h(
        'p',
        { class: 'notice' },
        icon('warning'),
        say('notice', code, message, { sure: sureness(document) }),
      ),
    ),
  );
}

/** @param {HTMLElement} text @param {number} left blocks */
function leftOutSwitch(text, left) {
  const box = h('input', {
    type: 'checkbox',
    role: 'switch',
    checked: marked.leftOut,
    'data-testid': 'show-left-out',
    onchange: () => {
      marked.leftOut = box.checked;
      apply();
    },
  });
  if (marked.leftOut) apply();
  return h('label', { class: 'switch', title: t('reader.left', { n: left }) }, box, t('reader.left.show'));

  function apply() {
    for (const details of text.querySelectorAll('details')) details.open = marked.leftOut;
  }
}

/**
 * Scrolls to a place, opening what it is folded in.
 *
 * @param {Highlighter} highlighter
 * @param {{ start: number, end: number }} place
 * @param {HTMLElement} pane which scrolls where the window is wide; else the window does
 */
function reveal(highlighter, place, pane) {
  const range = highlighter.range(place);
  const folded = range?.startContainer.parentElement?.closest('details');
  if (folded) folded.open = true;
  for (const scroller of [pane, window]) {
    const top = range?.getBoundingClientRect().top ?? 0;
    if (top < innerHeight * 0.2 || top > innerHeight * 0.75)
      scroller.scrollBy({ top: top - innerHeight * 0.4, behavior: 'instant' });
  }
}
