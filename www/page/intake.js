/** The ways in: files and folders dropped or chosen, text pasted, and the samples. */

import { h } from './dom.js';
import { inputsOfDrop, inputsOfFiles } from './entries.js';
import { icon } from './icons.js';
import { t } from './language.js';

/** @import { Session } from './session.js' */

let pasted = 0;

/** In what is copied from a page: that it is more than a few words, of which the text says all. */
const PARAGRAPHS = /<(?:p|h[1-6]|article|div|br)[\s/>]/i;

/**
 * The drop zone with its buttons.
 *
 * @param {Session} session
 * @param {{ onChosen: () => void }} options `onChosen` is called when something was given to read
 */
export function intake(session, { onChosen }) {
  const files = h('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    'data-testid': 'files',
    onchange: chosen,
  });
  const folder = h('input', {
    type: 'file',
    webkitdirectory: true,
    hidden: true,
    'data-testid': 'folder',
    onchange: chosen,
  });
  const text = h('textarea', {
    rows: 6,
    dir: 'auto',
    'data-testid': 'paste-text',
    'aria-label': t('intake.paste.label'),
  });
  const paste = h(
    'form',
    { class: 'paste', hidden: true, onsubmit: submitText },
    text,
    h(
      'div',
      null,
      h('button', { class: 'primary' }, t('intake.paste.add')),
      h('small', null, t('intake.paste.hint')),
    ),
  );
  const pasteButton = h(
    'button',
    { type: 'button', 'aria-expanded': 'false', 'data-testid': 'paste', onclick: togglePaste },
    icon('paste'),
    t('intake.paste'),
  );

  /** @param {Event} event */
  function chosen(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const inputs = inputsOfFiles(input.files ?? []);
    if (inputs.length > 0) session.add(inputs);
    else complainOfFolder(session, '');
    input.value = ''; // so that the same file can be chosen again
    onChosen();
  }

  /** @param {SubmitEvent} event */
  function submitText(event) {
    event.preventDefault();
    if (text.value.trim() === '') return text.focus();
    addText(session, text.value);
    text.value = '';
    onChosen();
  }

  function togglePaste() {
    paste.hidden = !paste.hidden;
    pasteButton.setAttribute('aria-expanded', String(!paste.hidden));
    if (!paste.hidden) text.focus();
  }

  return h(
    'div',
    { class: 'intake' },
    h(
      'div',
      { class: 'drop', 'data-testid': 'drop' },
      h('p', { class: 'drop-title' }, t('intake.drop')),
      h('p', { class: 'drop-hint' }, t('intake.drop.hint')),
      h(
        'div',
        { class: 'ways' },
        h(
          'button',
          { type: 'button', class: 'primary', onclick: () => files.click() },
          icon('file'),
          t('intake.files'),
        ),
        h('button', { type: 'button', onclick: () => folder.click() }, icon('folder'), t('intake.folder')),
        pasteButton,
      ),
      files,
      folder,
      paste,
    ),
    h(
      'p',
      { class: 'samples' },
      h(
        'button',
        {
          type: 'button',
          class: 'plain',
          'data-testid': 'samples',
          onclick: () => addSamples(session).then(onChosen),
        },
        t('intake.samples'),
      ),
      h('span', null, t('intake.samples.hint')),
    ),
  );
}

/**
 * Takes what is dropped or pasted anywhere on the page, except where someone is writing.
 *
 * @param {Session} session
 * @param {{ onChosen: () => void, signal: AbortSignal }} options
 */
export function takeEverywhere(session, { onChosen, signal }) {
  const { classList } = document.documentElement;
  let depth = 0;
  /** @param {number} now */
  const enter = (now) => {
    depth = Math.max(now, 0);
    classList.toggle('dragging', depth > 0);
  };

  addEventListener('dragenter', (event) => holdsInput(event.dataTransfer) && enter(depth + 1), { signal });
  addEventListener('dragleave', () => enter(depth - 1), { signal });
  addEventListener('dragover', (event) => holdsInput(event.dataTransfer) && event.preventDefault(), {
    signal,
  });
  addEventListener('drop', drop, { signal });
  addEventListener('paste', paste, { signal });

  /** @param {DragEvent} event */
  async function drop(event) {
    enter(0);
    const { dataTransfer } = event;
    if (dataTransfer === null || !holdsInput(dataTransfer)) return;
    // Text is moved about in a box that one writes in; a file dropped there would make the browser leave the page.
    if (isWriting(event) && !dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    await take(dataTransfer);
  }

  /** @param {ClipboardEvent} event */
  async function paste(event) {
    if (event.clipboardData === null || isWriting(event)) return;
    event.preventDefault();
    await take(event.clipboardData);
  }

  /** @param {DataTransfer} transfer */
  async function take(transfer) {
    const [text, page] = [transfer.getData('text/plain'), transfer.getData('text/html')];
    const { inputs, empty } = await inputsOfDrop(transfer);
    for (const name of empty) complainOfFolder(session, name);
    if (inputs.length > 0) session.add(inputs);
    else if (PARAGRAPHS.test(page)) addPage(session, page);
    else if (text.trim() !== '') addText(session, text);
    onChosen();
  }
}

/** @param {Session} session @param {string} name of a folder without files; '' where the browser does not tell it */
function complainOfFolder(session, name) {
  session.complain({ file: name, code: 'empty-folder', message: 'no files in this folder' });
}

/** @param {Session} session @param {string} text */
function addText(session, text) {
  session.add([
    { name: t('intake.pasted', { n: ++pasted }), blob: new Blob([text], { type: 'text/plain' }) },
  ]);
}

/** Part of a web page, as its HTML: read as a page is, with its headline and what stands around the article. @param {Session} session @param {string} html */
function addPage(session, html) {
  // A page of another encoding may say so in it, but what is copied is text already.
  const blob = new Blob([html], { type: 'text/html' });
  session.add([{ name: t('intake.pasted.page', { n: ++pasted }), blob, encoding: 'utf-8' }]);
}

/** The samples lie beside the page; they are asked for on a click and not before. @param {Session} session */
async function addSamples(session) {
  try {
    const folder = new URL('samples/', document.baseURI);
    /** @type {string[]} */
    const names = await (await ask(new URL('index.json', folder))).json();
    const blobs = await Promise.all(
      names.map(async (name) => (await ask(new URL(encodeURIComponent(name), folder))).blob()),
    );
    session.add(names.flatMap((name, index) => (blobs[index] ? [{ name, blob: blobs[index] }] : [])));
  } catch (error) {
    session.complain({ file: '', code: 'samples', message: String(error) });
  }
}

/** @param {URL} url */
async function ask(url) {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${response.status} ${url.pathname}`);
  return response;
}

/** @param {DataTransfer | null} transfer */
function holdsInput(transfer) {
  return transfer?.types.some((type) => ['Files', 'text/plain', 'text/html'].includes(type)) ?? false;
}

/** @param {Event} event */
function isWriting({ target }) {
  return target instanceof Element && target.closest('input, textarea') !== null;
}
