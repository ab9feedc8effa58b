/** The window in which a person chooses what is written to a file, and in which format. It is loaded when it is first opened. */

import { FORMATS, table } from '../export/formats.js';
import { keywordsOf, partOfReport } from '../export/part.js';
import { SHEETS, titleOfSheet } from '../export/sheets.js';
import { openDialog } from './dialog.js';
import { save } from './download.js';
import { bdi, fill, h } from './dom.js';
import { icon } from './icons.js';
import { t } from './language.js';
import { titleOf } from './lookup.js';
import { parse } from './route.js';

/**
 * @import { Format, FormatName } from '../export/formats.js'
 * @import { SheetName } from '../export/sheets.js'
 * @import { Subject } from '../export/subject.js'
 * @import { Child } from './dom.js'
 * @import { Session } from './session.js'
 * @typedef {'all' | 'listed' | 'read'} Scope
 */

/** @param {Session} session */
export function openExporting(session) {
  const scopes = scopesOf(session);
  const sheets = h(
    'select',
    { name: 'sheet', 'data-testid': 'export-sheet' },
    h('option', { value: '' }, t('export.sheet.all')),
    SHEETS.map((name) => h('option', { value: name }, titleOfSheet(name))),
  );
  const sheetChoice = h('label', { class: 'line', hidden: true }, t('export.sheet'), sheets);
  const status = h('p', { role: 'status', class: 'answer' });
  const button = h(
    'button',
    { class: 'primary', 'data-testid': 'export-save' },
    icon('download'),
    t('export.save'),
  );
  const form = h(
    'form',
    { class: 'export', onsubmit: submit, onchange: show },
    choices(
      'scope',
      t('export.scope'),
      scopes.map(({ name, label, hint }) => ({ name, label, hint })),
    ),
    choices(
      'format',
      t('export.format'),
      /** @type {FormatName[]} */ (Object.keys(FORMATS)).map((name) => ({
        name,
        label: t(`format.${name}`),
        hint: t(`format.${name}.hint`),
      })),
    ),
    h('div', { class: 'buttons' }, sheetChoice, button),
    status,
    h('small', null, t('export.hint')),
  );
  const element = openDialog(t('export.title'), form);
  show();

  function chosen() {
    const data = new FormData(form);
    const name = /** @type {FormatName} */ (data.get('format'));
    const sheet = /** @type {SheetName | ''} */ (data.get('sheet'));
    const scope = scopes.find((scope) => scope.name === data.get('scope')) ?? scopes[0];
    return { scope, format: name === 'csv' && sheet ? table(sheet) : FORMATS[name], name };
  }

  function show() {
    sheetChoice.hidden = chosen().name !== 'csv';
    fill(status);
  }

  /** @param {SubmitEvent} event */
  async function submit(event) {
    event.preventDefault();
    const { scope, format } = chosen();
    button.disabled = true;
    fill(status, t('export.writing'));
    try {
      await write(session, format, scope?.documents ?? null);
      element.close();
    } catch (error) {
      fill(status, t('export.failed', { why: String(error) }));
    } finally {
      button.disabled = false;
    }
  }
}

/**
 * What can be written: all, what the list of articles shows now, and the article being read.
 *
 * @param {Session} session
 * @returns {{ name: Scope, label: Child, hint: Child, documents: number[] | null }[]}
 */
function scopesOf({ report, lookup, listed }) {
  const shown = listed.filter((id) => lookup.documents.has(id));
  const { view, item } = parse();
  const read = view === 'articles' && item !== null ? lookup.documents.get(Number(item)) : undefined;
  const all = {
    name: /** @type {const} */ ('all'),
    label: t('group.all'),
    hint: t('articles.count', { n: report.documents.length }),
  };
  return [
    { ...all, documents: null },
    ...(shown.length > 0 && shown.length < report.documents.length
      ? [
          {
            name: /** @type {const} */ ('listed'),
            label: t('export.listed'),
            hint: t('articles.count', { n: shown.length }),
            documents: shown,
          },
        ]
      : []),
    ...(read
      ? [
          {
            name: /** @type {const} */ ('read'),
            label: t('export.read'),
            hint: bdi(titleOf(read)),
            documents: [read.id],
          },
        ]
      : []),
  ];
}

/**
 * A choice of one of several, each with a line on what it is; the first is chosen.
 *
 * @param {string} name
 * @param {string} legend
 * @param {{ name: string, label: Child, hint: Child }[]} options
 */
function choices(name, legend, options) {
  return h(
    'fieldset',
    { class: 'described' },
    h('legend', null, legend),
    options.map((option, n) =>
      h(
        'label',
        null,
        h('input', { type: 'radio', name, value: option.name, checked: n === 0 }),
        h('span', null, h('strong', null, option.label), ' ', h('small', null, option.hint)),
      ),
    ),
  );
}

/**
 * Writes the report, or the part of it on some documents, and saves it.
 *
 * @param {Session} session
 * @param {Format} format
 * @param {number[] | null} documents null for all
 */
async function write(session, format, documents) {
  /** @type {Subject} */
  const subject = {
    report: documents === null ? session.report : await part(session, documents),
    created: new Date().toISOString(),
    partial: documents !== null,
    tokens: (document) => session.ask('tokens', { document }),
  };
  const parts = await format.write(subject);
  save(format.name, format.extension, new Blob(parts, { type: format.type }));
}

/** @param {Session} session @param {number[]} documents */
async function part(session, documents) {
  const keyness = await session.ask('keyness', { documents, reference: 'background', least: 1 });
  const words = await session.ask('words', { documents, least: 1 });
  return partOfReport(session.report, documents, keywordsOf(keyness, words, session.report.keywords));
}
