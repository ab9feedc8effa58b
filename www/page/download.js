/** Files that the page makes: the report, its tables for a spreadsheet, and the decisions about names. */

import { h } from './dom.js';
import { t } from './language.js';
import { aliasText } from './rules.js';

/**
 * @import { Report } from '../analyzer/protocol.d.ts'
 * @import { Decision } from './rules.js'
 */

/** The whole analysis, just as the core gave it. @param {Report} report */
export function saveJson(report) {
  save(`warraq-${stamp()}.json`, 'application/json', [`${JSON.stringify(report, null, 1)}\n`]);
}

/** The decisions about names, to be loaded with any articles. @param {readonly Decision[]} decisions */
export function saveAliases(decisions) {
  const comment = t('decisions.file.comment').replace(/^/gm, '# ');
  save(`warraq-${stamp()}.aliases.tsv`, 'text/tab-separated-values', [`${comment}\n`, aliasText(decisions)]);
}

/**
 * A table as a file for a spreadsheet.
 *
 * @param {string} name of the table, for the file's name
 * @param {string[]} heading
 * @param {(string | number | null)[][]} rows
 */
export function saveCsv(name, heading, rows) {
  // Excel takes a file for UTF-8 only when it begins with the byte order mark.
  save(`warraq-${name}-${stamp()}.csv`, 'text/csv', ['\uFEFF', ...[heading, ...rows].map(csvLine)]);
}

/**
 * A line of CSV (RFC 4180). What a spreadsheet would take for a formula is kept text by an apostrophe before it, as OWASP's
 * "CSV injection" advises: titles and names come from strangers' files.
 *
 * @param {(string | number | null)[]} cells
 * @example csvLine(['=1+1', 'a "b"', 3])  // `'=1+1,"a ""b""",3\r\n`
 */
export function csvLine(cells) {
  const written = cells.map((cell) => {
    if (typeof cell === 'number') return String(cell);
    const text = (cell ?? '').replace(/^(?=[=+\-@\t\r])/, "'");
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  });
  return `${written.join(',')}\r\n`;
}

/**
 * A file made elsewhere.
 *
 * @param {string} name what it holds, for the file's name
 * @param {string} extension
 * @param {Blob} blob
 */
export function saveBlob(name, extension, blob) {
  give(`warraq-${name}-${stamp()}.${extension}`, blob);
}

/**
 * @param {string} name
 * @param {string} type
 * @param {string[]} parts
 */
function save(name, type, parts) {
  give(name, new Blob(parts, { type: `${type};charset=utf-8` }));
}

/** @param {string} name @param {Blob} blob */
function give(name, blob) {
  const url = URL.createObjectURL(blob);
  h('a', { href: url, download: name }).click();
  // The browser takes hold of the file some time after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The local date and minute, as in file names: 2025-01-31-1405. */
function stamp() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
  return `${local.slice(0, 10)}-${local.slice(11, 16).replace(':', '')}`;
}
