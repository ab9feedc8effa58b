/**
 * The session as something that lasts: saved to a file and opened again, kept in the browser if the person wants that, and forgotten. It is
 * loaded when it is first wanted.
 */

import { readSession, writeSession } from '../session/file.js';
import { EXTENSION } from '../session/kind.js';
import { SessionError } from '../session/manifest.js';
import { claim } from '../session/lock.js';
import { forget, keep, kept } from '../session/store.js';
import { confirm, openDialog } from './dialog.js';
import { save } from './download.js';
import { fill, h } from './dom.js';
import { icon } from './icons.js';
import { forgetPage } from './installed.js';
import { number, t } from './language.js';
import { forgetPreferences, keyOf, preference, setPreference } from './preferences.js';

/**
 * @import { Input } from '../analyzer/protocol.d.ts'
 * @import { Session } from './session.js'
 */

/** Milliseconds after the last change until it is written down. */
const CALM = 400;

/** Ends the keeping of the session in the browser. */
let keeping = new AbortController();

/** @param {Session} session */
export function openKeeping(session) {
  const file = h('input', {
    type: 'file',
    accept: `.${EXTENSION}`,
    hidden: true,
    'data-testid': 'session-file',
    onchange: chosen,
  });
  const status = h('p', { role: 'status', class: 'answer' });
  const box = h('input', {
    type: 'checkbox',
    role: 'switch',
    checked: preference('keep') === 'on',
    'data-testid': 'keep',
    onchange: turn,
  });
  const element = openDialog(
    t('session.title'),
    part(t('session.save.hint'), [
      h(
        'button',
        { type: 'button', 'data-testid': 'save-session', disabled: session.empty, onclick: write },
        icon('download'),
        t('session.save'),
      ),
      h('button', { type: 'button', onclick: () => file.click() }, icon('file'), t('session.open')),
      file,
    ]),
    part(t('session.keep.hint'), [
      h('label', { class: 'switch' }, box, h('strong', null, t('session.keep'))),
    ]),
    part(t('session.forget.hint'), [
      h(
        'button',
        { type: 'button', 'data-testid': 'forget', onclick: askToForget },
        icon('remove'),
        t('session.forget'),
      ),
    ]),
    status,
  );

  async function write() {
    try {
      save('', EXTENSION, await writeSession(session.state()));
    } catch (error) {
      complain(session, '', error, 'unreadable');
      element.close();
    }
  }

  function chosen() {
    const [blob] = file.files ?? [];
    file.value = ''; // so that the same file can be chosen again
    element.close();
    if (blob) void openSession(session, { name: blob.name, blob });
  }

  async function turn() {
    setPreference('keep', box.checked ? 'on' : 'off');
    keeping.abort();
    say(session, null);
    try {
      if (box.checked) await keepFromNow(session);
      else await forget();
      fill(status, t(`session.${session.notKept ?? (box.checked ? 'kept' : 'unkept')}`));
    } catch (error) {
      box.checked = false;
      setPreference('keep', 'off');
      fill(status, t('error.keep', { why: String(error) }));
    }
  }

  function askToForget() {
    confirm(t('session.forget.sure'), t('session.forget'), async () => {
      element.close();
      await forgetEverything(session);
    });
  }
}

/** @param {string} hint @param {HTMLElement[]} controls */
function part(hint, controls) {
  return h('div', { class: 'keeping' }, h('div', { class: 'buttons' }, controls), h('p', null, hint));
}

/**
 * Opens the file of a session; where there are articles it asks first.
 *
 * @param {Session} session
 * @param {Input} file
 */
export async function openSession(session, { name, blob }) {
  try {
    const state = await readSession(blob);
    if (session.empty) return await session.open(state);
    const question = t('session.replace', { name, n: session.report.documents.length });
    confirm(question, t('session.open.act'), () => void session.open(state));
  } catch (error) {
    complain(session, name, error, 'unreadable');
  }
}

/** The session of the last visit, or null where it held nothing. */
export async function lastSession() {
  const state = await kept();
  return state && state.files.length > 0 ? state : null;
}

/**
 * Writes the session down now, and after each change, unless another window keeps its own.
 *
 * @param {Session} session
 * @param {{ steal?: boolean }} [options] `steal` has the other window keep its own no more
 */
export async function keepFromNow(session, { steal = false } = {}) {
  keeping.abort();
  keeping = new AbortController();
  const mine = keeping;
  const { signal } = mine;
  const stop = (/** @type {Session['notKept']} */ why) => {
    if (signal.aborted) return;
    mine.abort();
    say(session, why);
  };
  // Another window switched it off, or forgot everything.
  const follow = (/** @type {StorageEvent} */ { key, newValue }) => {
    if ((key === null || key === keyOf('keep')) && newValue !== 'on') stop(null);
  };
  addEventListener('storage', follow, { signal });
  if (!(await claim({ signal, steal, onStolen: () => stop('taken') }))) return stop('elsewhere');
  say(session, null);
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = window.setTimeout(() => (session.progress ? soon() : write()), CALM);
  };
  const write = async () => {
    if (signal.aborted) return;
    try {
      await keep(session.state());
    } catch (error) {
      keeping.abort();
      complain(session, '', error, 'keep');
    }
  };
  for (const event of ['report', 'changed', 'outcome']) session.addEventListener(event, soon, { signal });
  if (!signal.aborted) await keep(session.state());
}

/** Keeps this session in place of that of another window. @param {Session} session */
export async function takeOver(session) {
  try {
    await keepFromNow(session, { steal: true });
  } catch (error) {
    complain(session, '', error, 'keep');
  }
}

/** @param {Session} session @param {Session['notKept']} why */
function say(session, why) {
  session.notKept = why;
  session.dispatchEvent(new Event('keeping'));
}

/** Articles, decisions, what was kept of them, preferences, and the page's own files. @param {Session} session */
async function forgetEverything(session) {
  keeping.abort();
  say(session, null);
  session.clear();
  forgetPreferences();
  history.replaceState(null, '', location.pathname);
  try {
    await forget();
    await forgetPage();
    session.dispatchEvent(new Event('forgotten'));
  } catch (error) {
    complain(session, '', error, 'keep');
  }
}

/** @param {Session} session @param {string} file @param {unknown} error @param {string} otherwise the code of what is no error of ours */
export function complain(session, file, error, otherwise) {
  const code = error instanceof SessionError ? error.code : otherwise;
  session.complain({ file, code, message: String(error) });
}
