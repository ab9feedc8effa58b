/**
 * A session as one file: a ZIP with `session.json` (see manifest.js) and the articles' files, byte for byte, so that it can be unpacked
 * without this program too.
 */

import { strFromU8, unzipSync } from 'fflate';
import { zip } from '../export/zip.js';
import { broken, manifestOf, stateOf } from './manifest.js';

/** @import { SessionState } from './state.d.ts' */

/** First in the archive, which tells a session from other archives: see kind.js. */
const MANIFEST = 'session.json';

/** Bytes that a session unpacks to at most: more is no session but an attack. */
const MOST_BYTES = 2e9;

/**
 * @param {SessionState} state
 * @returns {Promise<Blob>}
 */
export async function writeSession(state) {
  const files = await Promise.all(
    state.files.map(async ({ input }) => new Uint8Array(await input.blob.arrayBuffer())),
  );
  const manifest = { ...manifestOf(state), sums: files.map(checksum) };
  const named = files.map((bytes, number) => {
    return /** @type {[string, Uint8Array]} */ ([
      pathOf(number, state.files[number]?.input.name ?? ''),
      bytes,
    ]);
  });
  const parts = await zip([[MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`], ...named]);
  return new Blob(parts, { type: 'application/zip' });
}

/**
 * @param {Blob} file
 * @returns {Promise<SessionState>}
 * @throws {import('./manifest.js').SessionError} `newer-session` or `broken-session`
 */
export async function readSession(file) {
  const { manifest, bytes } = unpacked(new Uint8Array(await file.arrayBuffer()));
  // Before the files are looked for: a newer program may name them otherwise.
  const names = Array.isArray(manifest?.files)
    ? manifest.files.map((/** @type {any} */ file) => String(file?.name))
    : [];
  const found = names.map((/** @type {string} */ name, /** @type {number} */ number) =>
    bytes.get(pathOf(number, name)),
  );
  const state = stateOf(
    manifest,
    found.map((/** @type {Uint8Array<ArrayBuffer> | undefined} */ bytes) => new Blob(bytes && [bytes])),
  );
  for (const [number, bytes] of found.entries())
    if (bytes === undefined || checksum(bytes) !== manifest.sums?.[number]) throw broken();
  return state;
}

/** @param {Uint8Array} archive */
function unpacked(archive) {
  let left = MOST_BYTES;
  try {
    const files = unzipSync(archive, {
      filter({ originalSize }) {
        left -= originalSize;
        if (left < 0) throw broken();
        return true;
      },
    });
    const manifest = JSON.parse(strFromU8(files[MANIFEST] ?? new Uint8Array()));
    const bytes = new Map(Object.entries(/** @type {Record<string, Uint8Array<ArrayBuffer>>} */ (files)));
    return { manifest, bytes };
  } catch {
    throw broken();
  }
}

/**
 * Where a file lies in the archive: its number, and its own name without folders and without what some system does not allow in one.
 *
 * @param {number} number
 * @param {string} name
 */
function pathOf(number, name) {
  const plain = (name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_').slice(-80);
  return `files/${number + 1} ${plain}`;
}

/** CRC-32, as ZIP has it (APPNOTE 4.4.7), which the library does not look at. @param {Uint8Array} bytes */
function checksum(bytes) {
  let sum = -1;
  for (const byte of bytes) sum = (TABLE[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8);
  return ~sum >>> 0;
}

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
  return byte;
});
