/**
 * The keyboard. Everything can be reached with Tab and Enter; these keys are quicker. Single letters can be switched off
 * (WCAG 2.2, 2.1.4), for those who speak to their machine or press keys by accident.
 */

import { dialog } from './dialog.js';
import { h } from './dom.js';
import { fold } from './fold.js';
import { t } from './language.js';
import { parts } from './parts.js';
import { preference, setPreference } from './preferences.js';
import { go, href } from './route.js';

// Each letter with the one that is on the same key of an Arabic keyboard.
const [SEARCH, NEXT, PREVIOUS, ADD, SAVE, HELP] = ['/ظ', 'nى', 'pح', 'aش', 'eث', '?؟'];
const VIEWS = ['articles', 'names', 'quotes', 'words', 'concordance', 'time', 'network', 'copies'];

/**
 * @param {import('./session.js').Session} session
 * @param {{ add: () => void, save: () => void, signal: AbortSignal }} options
 * @returns {{ help: () => void, element: HTMLElement }} opens the list of keys, which is `element`
 */
export function keyboard(session, { add, save, signal }) {
  const list = keyList();
  addEventListener('keydown', press, { signal });
  return { help: () => list.showModal(), element: list };

  /** @param {KeyboardEvent} event */
  function press(event) {
    const { key, code, target } = event;
    const writing =
      target instanceof Element &&
      target.closest('input:not([type=checkbox], [type=radio]), textarea') !== null;
    const inDialog = document.querySelector('dialog[open]') !== null;
    if (writing) return;
    // By its place on the keyboard: with an Arabic layout the key for Z types a hamza.
    if ((event.ctrlKey || event.metaKey) && code === 'KeyZ') {
      event.preventDefault();
      return event.shiftKey ? session.redo() : session.undo();
    }
    if (event.ctrlKey || event.metaKey || event.altKey || inDialog) return;
    if (key === 'Escape') return click('leave');
    if (preference('keys') === 'off') return;
    const view = VIEWS[Number(fold(key)) - 1];
    if (view) go(href(view));
    else if (SEARCH.includes(key)) visible('.search input')?.focus();
    else if (NEXT.includes(key)) click('next');
    else if (PREVIOUS.includes(key)) click('previous');
    else if (ADD.includes(key)) add();
    else if (SAVE.includes(key)) save();
    else if (HELP.includes(key)) list.showModal();
    else return;
    event.preventDefault();
  }
}

/** @param {string} name of a control of the reader's bar */
function click(name) {
  visible(`.stepper [data-key="${name}"]`)?.click();
}

/** @param {string} selector @returns {HTMLElement | undefined} */
function visible(selector) {
  return /** @type {HTMLElement[]} */ ([...document.querySelectorAll(selector)]).find((element) =>
    element.checkVisibility(),
  );
}

function keyList() {
  /** @type {[string[], string][]} */
  const keys = [
    [['1', '…', '8'], t('keys.views')],
    [['/'], t('keys.search')],
    [['p', 'n'], t('keys.step')],
    [['a'], t('keys.add')],
    [['e'], t('export.title')],
    [['Ctrl+V'], t('keys.paste')],
    [['Ctrl+Z', 'Ctrl+Shift+Z'], t('keys.undo')],
    [['Esc'], t('keys.close')],
    [['?'], t('keys.help')],
  ];
  const box = h('input', {
    type: 'checkbox',
    role: 'switch',
    checked: preference('keys') !== 'off',
    onchange: () => setPreference('keys', box.checked ? 'on' : 'off'),
  });
  const rows = keys.map(([names, does]) => [
    h(
      'dt',
      null,
      names.map((name) => h('kbd', { dir: 'ltr' }, name)),
    ),
    h('dd', null, does),
  ]);
  return dialog(
    t('keys.title'),
    h('dl', { class: 'keys' }, rows.flat()),
    h('label', { class: 'switch' }, box, t('keys.single')),
    h(
      'p',
      null,
      h('button', { type: 'button', 'data-testid': 'open-licences', onclick: licences }, t('licences.title')),
    ),
  );
}

async function licences() {
  const { openLicences } = await parts.licences();
  await openLicences();
}
