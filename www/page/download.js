/** Files that the page makes, as the browser saves them. */

import { csv } from '../export/csv.js';
import { h } from './dom.js';
import { t } from './language.js';
import { aliasText } from './rules.js';

/**
 * @import { Decision } from './rules.js'
 */

/** The decisions about names, to be loaded with any articles. @param {readonly Decision[]} decisions */
export function saveAliases(decisions) {
  const comment = t('decisions.file.comment').replace(/^/gm, '# ');
  const parts = [`${comment}\n`, aliasText(decisions)];
  save('', 'aliases.tsv', new Blob(parts, { type: 'text/tab-separated-values;charset=utf-8' }));
}

/**
 * A table as a file for a spreadsheet.
 *
 * @param {string} name of the table, for the file's name
 * @param {string[]} heading
 * @param {(string | number | null)[][]} rows
 */
export function saveCsv(name, heading, rows) {
  save(name, 'csv', new Blob(csv({ heading, rows }), { type: 'text/csv;charset=utf-8' }));
}

/**
 * Gives a file to the person.
 *
 * @param {string} name what it holds, for the file's name; '' where its extension says it
 * @param {string} extension
 * @param {Blob} blob
 */
export function save(name, extension, blob) {
  const url = URL.createObjectURL(blob);
  const words = ['warraq', name, stamp()].filter(Boolean);
  h('a', { href: url, download: `${words.join('-')}.${extension}` }).click();
  // The browser takes hold of the file some time after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** The local date and minute, as in file names: 2025-01-31-1405. */
function stamp() {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString();
  return `${local.slice(0, 10)}-${local.slice(11, 16).replace(':', '')}`;
}
