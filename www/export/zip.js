/** Archives, packed a file at a time. */

import { strToU8, Zip, ZipDeflate } from 'fflate';

/** Of 1 to 9, how hard to pack: the tables of 10,000 articles take half the time of the usual 6 for a tenth more bytes. */
const LEVEL = 3;

/**
 * A ZIP of files, in their order. Between two of them the page gets to answer; a generator makes each when its turn comes.
 *
 * @param {Iterable<[path: string, content: string | Uint8Array]> | AsyncIterable<[path: string, content: string | Uint8Array]>} files
 * @returns {Promise<Uint8Array<ArrayBuffer>[]>} the archive in parts
 */
export async function zip(files) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const parts = [];
  /** @type {Error | null} */
  let failed = null;
  const archive = new Zip((error, chunk) => {
    failed ??= error;
    parts.push(/** @type {Uint8Array<ArrayBuffer>} */ (chunk));
  });
  for await (const [path, content] of files) {
    const entry = new ZipDeflate(path, { level: LEVEL });
    archive.add(entry);
    entry.push(typeof content === 'string' ? strToU8(content) : content, true);
    await new Promise((resolve) => setTimeout(resolve));
  }
  archive.end();
  if (failed) throw failed;
  return parts;
}
