/** Tables as CSV (RFC 4180). */

/** @import { Cell, Sheet } from './sheets.js' */

/** Excel takes a file for UTF-8 only when it begins with the byte order mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/** @param {Pick<Sheet, 'heading' | 'rows'>} sheet */
export function csv({ heading, rows }) {
  return [BYTE_ORDER_MARK, ...[heading, ...rows].map(csvLine)];
}

/**
 * A line. What a spreadsheet would take for a formula is kept text by an apostrophe before it, as OWASP's "CSV injection" advises:
 * titles and names come from strangers' files.
 *
 * @param {Cell[]} cells
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
