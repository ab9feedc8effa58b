/** The formats that a report can be written in. */

import { language } from '../page/language.js';
import { annotated } from './annotated.js';
import { conll } from './conll.js';
import { csv } from './csv.js';
import { json, jsonLines } from './json.js';
import { sheet, SHEETS, titleOfSheet } from './sheets.js';
import { provenance } from './subject.js';
import { summary } from './summary.js';
import { tei } from './tei.js';
import { xlsx } from './xlsx.js';
import { zip } from './zip.js';

/**
 * @import { SheetName } from './sheets.js'
 * @import { Subject } from './subject.js'
 * @typedef {(string | Uint8Array<ArrayBuffer>)[]} Parts of a file, one after the other
 * @typedef {object} Format
 * @property {string} name of the file, with its extension where that alone does not tell what it holds
 * @property {string} extension
 * @property {string} type its media type
 * @property {(subject: Subject) => Parts | Promise<Parts>} write
 */

/** Those that people read first, those that programs read last. */
export const FORMATS = {
  summary: html('report', summary),
  annotated: html('annotated', annotated),
  xlsx: {
    name: '',
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: workbook,
  },
  csv: { name: '', extension: 'csv.zip', type: 'application/zip', write: tables },
  json: { name: '', extension: 'json', type: 'application/json', write: json },
  jsonl: { name: '', extension: 'jsonl', type: 'application/jsonl', write: jsonLines },
  conll: { name: '', extension: 'conll', type: 'text/plain;charset=utf-8', write: conll },
  tei: { name: '', extension: 'tei.xml', type: 'application/tei+xml', write: tei },
};

/** @typedef {keyof typeof FORMATS} FormatName */

/** One table alone. @param {SheetName} name @returns {Format} */
export function table(name) {
  return {
    name,
    extension: 'csv',
    type: 'text/csv;charset=utf-8',
    write: (subject) => csv(sheet(name, subject)),
  };
}

/** @param {string} name @param {Format['write']} write @returns {Format} */
function html(name, write) {
  return { name, extension: 'html', type: 'text/html;charset=utf-8', write };
}

/** @param {Subject} subject */
function workbook(subject) {
  const { program } = provenance(subject);
  const sheets = SHEETS.map((name) => ({ title: titleOfSheet(name), make: () => sheet(name, subject) }));
  return xlsx(sheets, { program, rightToLeft: language() === 'ar' });
}

/** Each table a file, and the settings in one that programs can read. @param {Subject} subject */
function tables(subject) {
  return zip(files());

  /** @returns {Generator<[string, string]>} */
  function* files() {
    for (const name of SHEETS) yield [`${name}.csv`, csv(sheet(name, subject)).join('')];
    yield ['settings.json', `${JSON.stringify(provenance(subject), null, 1)}\n`];
  }
}
