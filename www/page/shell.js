/** The frame around the views: the name, the sections, and what can be done from anywhere. */

import { h } from './dom.js';
import { icon, mark } from './icons.js';
import { installButton } from './install.js';
import { language, number, t } from './language.js';
import { preference, setPreference } from './preferences.js';
import { href } from './route.js';
import { TABS } from './tabs.js';

/**
 * @import { Language } from './language.js'
 * @import { Route } from './route.js'
 * @import { Session } from './session.js'
 * @typedef {'articles' | 'names' | 'quotes' | 'words' | 'concordance' | 'time' | 'network' | 'copies'} Section
 */

/** The section that a view belongs to, where it is not its own. @type {Record<string, Section>} */
const PART_OF = { '': 'articles', compare: 'copies', versions: 'articles', ...partsOfSections() };

const THEMES = /** @type {const} */ (['auto', 'light', 'dark']);

/**
 * @param {Session} session
 * @param {object} options
 * @param {() => void} options.add
 * @param {() => void} options.save
 * @param {() => void} options.keep
 * @param {() => void} options.help
 * @param {(language: Language) => void} options.speak
 * @param {AbortSignal} options.signal
 */
export function shell(session, { add, save, keep, help, speak, signal }) {
  /** @type {Record<Section, HTMLElement>} */
  const counts = {
    articles: h('small'),
    names: h('small'),
    quotes: h('small'),
    words: h('small'),
    concordance: h('small'),
    time: h('small'),
    network: h('small'),
    copies: h('small'),
  };
  const links = /** @type {Section[]} */ (Object.keys(counts)).map((section) =>
    h('a', { href: href(section), 'data-section': section }, t(`nav.${section}`), counts[section]),
  );
  const nav = h('nav', { 'aria-label': t('nav.label') }, links);
  const actions = [
    button('add', t('intake.add'), { class: 'primary', 'data-testid': 'add', onclick: add }),
    button('download', t('export.title'), {
      'data-testid': 'export',
      title: t('export.hint.short'),
      onclick: save,
    }),
  ];
  const element = h(
    'header',
    { class: 'top' },
    h(
      'a',
      { class: 'brand', href: '#/', 'aria-label': `${t('name')} ${t('name.other')}` },
      mark(),
      h('span', null, t('name')),
    ),
    nav,
    h(
      'div',
      { class: 'actions' },
      actions,
      button('session', t('session.title'), {
        class: 'icon-only plain',
        'data-testid': 'session',
        onclick: keep,
      }),
      installButton(signal),
      button('help', t('keys.title'), { class: 'icon-only plain', 'data-testid': 'help', onclick: help }),
      themeButton(),
      languageButton(speak),
    ),
  );
  return { element, show };

  /** @param {Route} route */
  function show(route) {
    const { documents, entities, keywords, duplicates } = session.report;
    for (const part of [nav, ...actions]) part.hidden = session.empty;
    if (session.empty) return;
    const sizes = {
      articles: documents.length,
      names: entities.length,
      quotes: documents.reduce((sum, { quotes }) => sum + quotes.length, 0),
      words: keywords.length,
      copies: duplicates.length,
    };
    for (const section of /** @type {(keyof typeof sizes)[]} */ (Object.keys(sizes))) {
      const said = number(sizes[section]);
      // Written anew, it would be laid out anew.
      if (counts[section].textContent !== said) counts[section].textContent = said;
    }
    for (const link of links) {
      const mine = link.dataset.section === (PART_OF[route.view] ?? route.view);
      if (mine === link.hasAttribute('aria-current')) continue;
      if (mine) link.setAttribute('aria-current', 'page');
      else link.removeAttribute('aria-current');
      // Where the window is narrow, the sections are a strip that scrolls; at once it would have the browser lay all out twice.
      if (mine) requestAnimationFrame(() => link.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
    }
  }
}

/** @returns {Record<string, Section>} */
function partsOfSections() {
  return Object.fromEntries(
    Object.entries(TABS).flatMap(([section, views]) =>
      views.map((view) => [view, /** @type {Section} */ (section)]),
    ),
  );
}

/** Takes the colours that were chosen, or the system's. */
export function applyTheme() {
  const chosen = preference('theme') ?? 'auto';
  document.documentElement.dataset.theme = chosen;
  return THEMES.find((theme) => theme === chosen) ?? 'auto';
}

/**
 * @param {import('./icons.js').IconName} name
 * @param {string} label
 * @param {Record<string, unknown>} props
 */
function button(name, label, props) {
  return h(
    'button',
    { type: 'button', 'aria-label': label, title: label, ...props },
    icon(name),
    h('span', { class: 'label' }, label),
  );
}

function themeButton() {
  const element = button('theme', '', { class: 'icon-only plain', 'data-testid': 'theme', onclick: turn });
  describe();
  return element;

  function turn() {
    const next = THEMES[(THEMES.indexOf(applyTheme()) + 1) % THEMES.length] ?? 'auto';
    setPreference('theme', next);
    describe();
  }

  function describe() {
    const label = t(`theme.${applyTheme()}`);
    element.setAttribute('aria-label', label);
    element.title = label;
  }
}

/** @param {(language: Language) => void} speak */
function languageButton(speak) {
  const other = language() === 'ar' ? 'en' : 'ar';
  return h(
    'button',
    { type: 'button', class: 'plain', lang: other, 'data-testid': 'language', onclick: () => speak(other) },
    t('language.other'),
  );
}
