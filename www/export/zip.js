/** Archives, packed a piece at a time. */

import { strToU8, Zip, ZipDeflate } from 'fflate';
import { Slices } from '../analyzer/slices.js';

/** Of 1 to 9, how hard to pack: the tables of 10,000 articles take half the time of the usual 6 for a tenth more bytes. */
const LEVEL = 3;

/** Bytes packed at once, a few milliseconds' work; and milliseconds of work until the page gets to answer. */
const [PIECE, SLICE] = [1 << 17, 8];

/**
 * A ZIP of files, in their order, packed in slices between which the page answers; a generator makes each when its turn comes.
 *
 * @param {Iterable<[path: string, content: string | Uint8Array]> | AsyncIterable<[path: string, content: string | Uint8Array]>} files
 * @returns {Promise<Uint8Array<ArrayBuffer>[]>} the archive in parts
 */
export async function zip(files) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  /** @type {Error | null} */
  let failed = null;
  const slices = new Slices(SLICE);
  const archive = new Zip((error, chunk) => {
    failed ??= error;
    parts.push(/** @type {Uint8Array<ArrayBuffer>} */ (chunk));
  });
  for await (const [path, content] of files) {
    const entry = new ZipDeflate(path, { level: LEVEL });
    archive.add(entry);
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    for (let from = 0, last = false; !last; from += PIECE) {
      last = from + PIECE >= bytes.length;
      entry.push(bytes.subarray(from, from + PIECE), last);
      if (slices.over) await slices.rest();
    }
  }
  archive.end();
  if (failed) throw failed;
  return parts;
}
