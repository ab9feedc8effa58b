/** Starts the page: one session, and the views in the language chosen, shown as the address says. */

import { dialog } from './dialog.js';
import { fill, h } from './dom.js';
import { elsewhereLine } from './elsewhere.js';
import { firstScreen } from './first.js';
import { intake, takeEverywhere } from './intake.js';
import { keepPage, takeOpened, updateLine } from './installed.js';
import { keyboard } from './keys.js';
import { setLanguage, t } from './language.js';
import { entityNow } from './lookup.js';
import { loadAtRest, parts } from './parts.js';
import { preference, setPreference } from './preferences.js';
import { problemList } from './problems.js';
import { go, href, parse } from './route.js';
import { Session } from './session.js';
import { applyTheme, shell } from './shell.js';
import { outcomeLine, progressBar } from './status.js';

/**
 * @import { Input } from '../analyzer/protocol.d.ts'
 * @import { Language } from './language.js'
 * @import { View, ViewMaker } from './view.d.ts'
 */

/** Where the parts of an address have the numbers of names. @type {Record<string, RegExp>} */
const NAMES_IN = { name: /^\d+$/, speaker: /^\d+$/, names: /\d+/g, in: /(?<=^name:)\d+$/ };

const session = new Session();
let life = new AbortController();
/** How the views are made: loaded once the core answers. @type {Record<string, ViewMaker> | null} */
let makers = null;
/** Whether there has been a report since the page was opened: until then its address may be one of an earlier visit. */
let began = false;

/** @type {Language} */
const wanted = navigator.language.startsWith('ar') ? 'ar' : 'en';
const kept = preference('language');
speak(kept === 'ar' || kept === 'en' ? kept : wanted);
performance.mark('open');
if (preference('keep') === 'on') resume();
takeOpened(session);
// Before the core answers there is nothing to view, and on a slow connection the views would keep the core waiting; unless there is a file
// already, which they would keep waiting then.
const answered = session.ready.catch(() => {});
const given = new Promise((resolve) => session.addEventListener('progress', resolve, { once: true }));
withPart(
  Promise.race([answered, given]).then(() => import('./views.js')),
  ({ VIEWS }) => {
    makers = VIEWS;
    dispatchEvent(new PopStateEvent('popstate'));
  },
);
session.addEventListener('session', (event) => {
  const file = /** @type {CustomEvent<Input>} */ (event).detail;
  withPart(parts.keeping(), ({ openSession }) => openSession(session, file));
});
session.ready.then(keepPage).catch(() => {}); // a page that is not kept works as well, while there is a network
answered.then(loadAtRest);

/**
 * Goes on when a part of the script is there; where it cannot be loaded, says so.
 *
 * @template P
 * @param {Promise<P>} part
 * @param {(part: P) => void} act
 */
function withPart(part, act) {
  part.then(act, (error) => session.complain({ file: '', code: 'load', message: String(error) }));
}

/** Has the session of the last visit again, and keeps it from then on. */
function resume() {
  const loading = parts.keeping();
  const resumed = session.resume(loading.then(({ lastSession }) => lastSession()));
  withPart(loading, ({ keepFromNow, complain }) =>
    resumed
      .then(() => keepFromNow(session))
      .catch((/** @type {unknown} */ error) => complain(session, '', error, 'keep')),
  );
  resumed.catch(() => {}); // told of above, or not loaded, which is told of too
}

/** Builds the page in a language, in place of what was there. @param {Language} language */
function speak(language) {
  life.abort();
  life = new AbortController();
  setLanguage(language);
  applyTheme();
  build(life.signal);
}

/** @param {AbortSignal} signal ends with the page in this language */
function build(signal) {
  const adding = dialog(t('intake.add'));
  const ways = intake(session, { onChosen: () => adding.close() });
  const first = firstScreen(ways);
  const firstPlace = h('div');
  ways.replaceWith(firstPlace);
  const keys = keyboard(session, { add: openAdding, save: openExport, signal });
  const frame = shell(session, {
    add: openAdding,
    save: openExport,
    keep: () => withPart(parts.keeping(), ({ openKeeping }) => openKeeping(session)),
    help: keys.help,
    signal,
    speak: (chosen) => {
      setPreference('language', chosen);
      speak(chosen);
    },
  });
  const lost = h('p', { class: 'lost', hidden: true, 'data-testid': 'lost' }, t('first.lost'));
  const main = h('main', { id: 'main' }, lost, first);
  /** The views visited, hidden while another is shown, so that each keeps its place. @type {Map<string, View>} */
  const views = new Map();
  let current = '';
  let lookup = session.lookup;

  takeEverywhere(session, { onChosen: () => adding.close(), signal });
  const skip = h('a', { class: 'skip', href: '#main', onclick: skipToMain }, t('skip'));
  const release = h('div', { class: 'release', 'aria-hidden': 'true' }, h('p', null, t('intake.release')));
  fill(
    document.body,
    skip,
    frame.element,
    updateLine(session, signal),
    elsewhereLine(session, {
      takeOver: () => withPart(parts.keeping(), ({ takeOver }) => takeOver(session)),
      signal,
    }),
    progressBar(session, signal),
    problemList(session, signal),
    main,
    outcomeLine(session, signal),
    adding,
    keys.element,
    release,
  );
  addEventListener('popstate', show, { signal });
  session.addEventListener('report', follow, { signal });
  show();

  /** Shows a new report, and of it what was looked at, under the number that it has now. */
  function follow() {
    began = true;
    const before = lookup;
    lookup = session.lookup;
    const { view, item, query } = parse();
    const now = (/** @type {string} */ id) =>
      before.entities.has(Number(id)) ? entityNow(Number(id), before, lookup) : id;
    const named = Object.entries(NAMES_IN).flatMap(([key, pattern]) =>
      query.has(key) ? [[key, (query.get(key) ?? '').replace(pattern, (id) => String(now(id) ?? ''))]] : [],
    );
    const ofName = (view === 'names' || view === 'network') && item !== null;
    const address = href(view, ofName ? now(item) : item, {
      ...Object.fromEntries(query),
      ...Object.fromEntries(named),
    });
    if (address === href(view, item, Object.fromEntries(query))) show();
    else go(address, { replace: true });
  }

  function show() {
    const route = parse();
    const empty = session.empty || makers === null;
    first.hidden = !empty;
    lost.hidden = began || route.view === '' || preference('keep') === 'on';
    if (empty) firstPlace.append(ways);
    else adding.querySelector('.window')?.append(ways);
    frame.show(route);
    if (empty) forgetViews();
    const name = empty ? '' : viewName(route);
    for (const [other, view] of views) view.element.hidden = other !== name;
    document.documentElement.dataset.view = name;
    document.title = t('name');
    if (name !== '') {
      const view = viewOf(name);
      view.show(route);
      document.title = `${view.title()} · ${t('name')}`;
    }
    if (name !== current) arrive(name);
  }

  /** @param {string} name */
  function viewOf(name) {
    let view = views.get(name);
    if (view === undefined) {
      const make = makers?.[name];
      if (!make) throw new Error(`there is no view ${name}`);
      view = make(session);
      views.set(name, view);
      main.append(view.element);
    }
    view.element.hidden = false;
    return view;
  }

  /** With the articles goes what was shown of them. */
  function forgetViews() {
    for (const view of views.values()) view.element.remove();
    views.clear();
  }

  /** The keyboard and the eye begin a new view at its top. @param {string} name */
  function arrive(name) {
    const from = current;
    current = name;
    if (from === '' && document.activeElement === document.body) return;
    scrollTo(0, 0);
    /** @type {HTMLElement | null} */ ((views.get(name)?.element ?? first).querySelector('h1'))?.focus({
      preventScroll: true,
    });
  }

  function openAdding() {
    if (!session.empty) adding.showModal();
  }

  function openExport() {
    if (!session.empty) withPart(parts.exporting(), ({ openExporting }) => openExporting(session));
  }

  /** @param {Event} event the fragment of an address is the page's own, so the browser cannot follow it */
  function skipToMain(event) {
    event.preventDefault();
    /** @type {HTMLElement | null} */ (
      main.querySelector('.view:not([hidden]) h1, .first:not([hidden]) h1')
    )?.focus();
  }
}

/** @param {import('./route.js').Route} route */
function viewName({ view, item }) {
  if (view === 'articles' && item !== null) return 'reader';
  return makers && Object.hasOwn(makers, view) && view !== 'reader' ? view : 'articles';
}
