/**
 * A session in words: what of it is no file, as JSON. The files are named by their numbers, for they are kept beside it: in the same
 * archive, or in the browser's storage. What comes back may have been written by anyone, so each part is looked at.
 */

/**
 * @import { Input } from '../analyzer/protocol.d.ts'
 * @import { SessionState } from './state.d.ts'
 * @typedef {ReturnType<typeof manifestOf>} Manifest
 */

/** The number of this way of writing; a later one may hold what this program does not know. */
const FORMAT = 1;

/** Why a session cannot be opened. */
export class SessionError extends Error {
  /** @param {'newer-session' | 'broken-session'} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** @param {SessionState} state */
export function manifestOf({ warraq, settings, files, decisions, tables }) {
  const numbers = new Map(files.map(({ input }, number) => [input, number]));
  return {
    'warraq-session': FORMAT,
    warraq,
    settings,
    saved: new Date().toISOString(),
    files: files.map(({ input: { name, encoding, tables }, members, encodings }) => ({
      name,
      encoding,
      tables,
      members: [...members],
      encodings: [...encodings],
    })),
    decisions,
    tables: tables.flatMap(({ input, table }) => {
      const file = numbers.get(input);
      return file === undefined ? [] : [{ file, table }];
    }),
  };
}

/**
 * @param {any} manifest
 * @param {Blob[]} blobs the files, by their numbers
 * @returns {SessionState}
 * @throws {SessionError} `newer-session` or `broken-session`
 */
export function stateOf(manifest, blobs) {
  const format = manifest?.['warraq-session'];
  if (typeof format === 'number' && format > FORMAT)
    throw new SessionError('newer-session', `written by version ${manifest.warraq}: update the program`);
  if (format !== FORMAT || !isWhole(manifest, blobs)) throw broken();
  const files = manifest.files.map(
    (/** @type {Manifest['files'][number]} */ file, /** @type {number} */ number) => {
      const { name, encoding, tables, members, encodings } = file;
      /** @type {Input} */
      const input = { name, encoding, tables, blob: blobs[number] ?? new Blob() };
      return { input, members: new Map(members), encodings: new Map(encodings) };
    },
  );
  return {
    warraq: manifest.warraq,
    settings: manifest.settings,
    files,
    decisions: manifest.decisions,
    tables: manifest.tables.map((/** @type {Manifest['tables'][number]} */ { file, table }) => ({
      input: files[file].input,
      table,
    })),
  };
}

/** What says that a file is no session, or no whole one. */
export function broken() {
  return new SessionError('broken-session', 'the session is damaged or cut off: open another copy of it');
}

/** @param {any} manifest @param {Blob[]} blobs */
function isWhole(manifest, blobs) {
  try {
    return hasAllParts(manifest, blobs);
  } catch {
    return false; // something is looked for in what is nothing
  }
}

/** @param {any} manifest @param {Blob[]} blobs */
function hasAllParts({ warraq, settings, files, decisions, tables }, blobs) {
  return (
    typeof warraq === 'string' &&
    isObject(settings) &&
    isList(files, isFile) &&
    files.length === blobs.length &&
    ascends(
      files.flatMap((/** @type {any} */ { members }) => members.map((/** @type {number[]} */ [id]) => id)),
    ) &&
    isList(decisions, (decision) => isList(decision, isText) || isBlockDecision(decision)) &&
    isList(tables, ({ file, table }) => isNumber(file) && file < files.length && isTable(table))
  );
}

/** @param {any} file */
function isFile({ name, encoding, tables, members, encodings }) {
  return (
    isText(name) &&
    (encoding === undefined || isText(encoding)) &&
    (tables === undefined || (isObject(tables) && Object.values(tables).every(isObject))) &&
    isList(members, (pair) => isList(pair, isNumber) && pair.length === 2) &&
    isList(encodings, ([id, encoding]) => isNumber(id) && (encoding === null || isText(encoding)))
  );
}

/** @param {any} decision */
function isBlockDecision({ document, block, inside, words }) {
  return isNumber(document) && isNumber(block) && typeof inside === 'boolean' && isText(words);
}

/** @param {any} table */
function isTable({ name, columns, roles, rows, skipped }) {
  const isColumn = (/** @type {any} */ column) => isText(column.name) && isText(column.sample);
  return isText(name) && isList(columns, isColumn) && isObject(roles) && isNumber(rows) && isNumber(skipped);
}

/** @param {unknown} value @param {(item: any) => boolean} isItem */
function isList(value, isItem) {
  return Array.isArray(value) && value.every(isItem);
}

/** @param {unknown} value */
const isObject = (value) => typeof value === 'object' && value !== null;
/** @param {unknown} value */
const isText = (value) => typeof value === 'string';
/** @param {unknown} value */
const isNumber = (value) => Number.isInteger(value) && Number(value) >= 0;

/** @param {number[]} numbers */
function ascends(numbers) {
  return numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
}
