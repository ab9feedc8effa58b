/** The person's decisions as they are handled: back and forth, and the list of all in force with its file. */

import { openDialog } from './dialog.js';
import { fill, h } from './dom.js';
import { saveAliases } from './download.js';
import { icon } from './icons.js';
import { KINDS } from './kinds.js';
import { number, say, t } from './language.js';
import { add, describe, rulesIn } from './rules.js';

/**
 * @import { EntityKind } from '../analyzer/protocol.d.ts'
 * @import { Decision } from './rules.js'
 * @import { Session } from './session.js'
 */

/**
 * Buttons to undo and to redo, and one for the list. `show` is to be called when there is a new report.
 *
 * @param {Session} session
 */
export function changeButtons(session) {
  const undo = button('undo', () => session.undo());
  const redo = button('redo', () => session.redo());
  const count = h('small');
  const list = h(
    'button',
    { type: 'button', 'data-testid': 'decisions', onclick: () => openList(session) },
    icon('decisions'),
    t('decisions.title'),
    count,
  );
  const element = h(
    'div',
    { class: 'changes', role: 'group', 'aria-label': t('decisions.title') },
    undo,
    redo,
    list,
  );
  return { element, show };

  function show() {
    const { decisions } = session;
    undo.disabled = !decisions.canUndo;
    redo.disabled = !decisions.canRedo;
    fill(count, decisions.list.length > 0 && number(decisions.list.length));
  }
}

/** @param {'undo' | 'redo'} name @param {() => void} onclick */
function button(name, onclick) {
  const label = t(`decisions.${name}`);
  return h(
    'button',
    { type: 'button', class: 'icon-only', 'data-testid': name, 'aria-label': label, title: label, onclick },
    icon(name),
  );
}

/** @param {Session} session */
function openList(session) {
  const list = h('ol', { class: 'decisions' });
  const none = h('p', { class: 'choose' }, t('decisions.none'));
  const save = h(
    'button',
    { type: 'button', 'data-testid': 'save-aliases', onclick: () => saveAliases(session.decisions.list) },
    icon('download'),
    t('decisions.save'),
  );
  const file = h('input', { type: 'file', hidden: true, 'data-testid': 'aliases', onchange: load });
  const element = openDialog(
    t('decisions.title'),
    none,
    list,
    adding(session),
    h(
      'div',
      { class: 'buttons' },
      save,
      h('button', { type: 'button', onclick: () => file.click() }, icon('file'), t('decisions.load')),
      file,
    ),
    h('small', null, t('decisions.file.hint')),
  );
  const life = new AbortController();
  session.addEventListener('changed', show, { signal: life.signal });
  element.addEventListener('close', () => life.abort());
  show();

  function show() {
    const { list: decisions } = session.decisions;
    none.hidden = decisions.length > 0;
    save.disabled = rulesIn(decisions).length === 0;
    fill(list, decisions.map((decision) => item(session, decision)).reverse());
  }

  async function load() {
    const [chosen] = file.files ?? [];
    file.value = ''; // so that the same file can be chosen again
    if (chosen) await session.loadDecisions({ name: chosen.name, blob: chosen });
    if (session.problems.length > 0) element.close(); // what is wrong with the file is told on the page
  }
}

/** @param {Session} session @param {Decision} decision */
function item(session, decision) {
  const [first = '', ...more] = describe(decision);
  return h(
    'li',
    { 'data-testid': 'decision' },
    h(
      'div',
      null,
      h('p', null, first),
      more.map((line) => h('p', { class: 'file' }, line)),
    ),
    h(
      'button',
      {
        type: 'button',
        class: 'icon-only plain',
        'aria-label': t('decisions.remove', { what: first }),
        title: t('decisions.remove', { what: first }),
        onclick: () => session.removeDecision(decision),
      },
      icon('close'),
    ),
  );
}

/** A name that was not found, given by typing it: the way without a pointer. @param {Session} session */
function adding(session) {
  const words = h('input', {
    type: 'text',
    required: true,
    dir: 'auto',
    lang: 'ar',
    autocomplete: 'off',
    'data-testid': 'add-words',
    'aria-label': t('decisions.add.label'),
    placeholder: t('decisions.add.label'),
  });
  const kind = h(
    'select',
    { 'aria-label': t('column.kind'), 'data-testid': 'add-kind' },
    KINDS.map((kind) => h('option', { value: kind }, say('kind', kind))),
  );
  return h(
    'form',
    { class: 'line', onsubmit: submit },
    words,
    kind,
    h('button', null, icon('add'), t('decisions.add')),
  );

  /** @param {SubmitEvent} event */
  function submit(event) {
    event.preventDefault();
    if (words.value.trim() === '') return;
    session.decide(add(words.value, /** @type {EntityKind} */ (kind.value)));
    words.value = '';
  }
}
