/**
 * Reads the core's typed columns: see src/columns.rs, which writes them.
 *
 * @module
 */

import { Slices } from './slices.js';

/** @typedef {import('./protocol.d.ts').Columns} Columns */
/** @typedef {import('./protocol.d.ts').Column} Column */

/** Stands for null in a column of integers, texts or truth values. */
const NONE = 0xffffffff;
/** Milliseconds that a page may be kept from answering. */
const SLICE = 10;

/**
 * The value that was written.
 *
 * @param {Columns} columns
 * @returns {any}
 */
export function decodeColumns(columns) {
  const steps = decoding(columns);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * The value that was written, read in slices between which a page answers.
 *
 * @param {Columns} columns
 * @returns {Promise<any>}
 */
export async function decodeInSlices(columns) {
  const steps = decoding(columns);
  const slices = new Slices(SLICE);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (slices.over) await slices.rest();
  }
}

/** A step for each column and each few thousand values of a list. @param {Columns} columns @returns {Generator<void, any>} */
function* decoding(columns) {
  const value = yield* whole(columns);
  for (const part of columns.documents ?? [])
    for (const document of yield* whole(part)) value.documents.push(document);
  return value;
}

/** Of what came at once. @param {Columns} columns @returns {Generator<void, any>} */
function* whole({ schema, arrays, text, textEnds }) {
  /** @type {(index: number) => string} */
  const string = (index) => text.slice(index ? textEnds[index - 1] : 0, textEnds[index]);
  return (yield* values(schema))[0];

  /**
   * All values of a column.
   *
   * @param {Column} column
   * @returns {Generator<void, any[]>}
   */
  function* values(column) {
    yield;
    switch (column.type) {
      case 'null':
        return new Array(column.length).fill(null);
      case 'float':
        return Array.from(arrays[column.array], (value) => (Number.isNaN(value) ? null : value));
      case 'integer':
        return Array.from(arrays[column.array], (value) => (value === NONE ? null : value));
      case 'truth':
        return Array.from(arrays[column.array], (value) => (value === NONE ? null : value === 1));
      case 'text':
        return yield* made(arrays[column.array], (value) => (value === NONE ? null : string(value)));
      case 'list': {
        const [items, ends] = [yield* values(column.items), arrays[column.array]];
        return yield* made(ends, (end, index) => items.slice(index ? ends[index - 1] : 0, end));
      }
      case 'record': {
        /** @type {{ name: string, all: any[] }[]} */
        const fields = [];
        for (const { name, column: of } of column.fields) fields.push({ name, all: yield* values(of) });
        // 0 for null.
        return yield* made(arrays[column.array], (is, index) => (is ? record(fields, index) : null));
      }
    }
  }
}

/** Values made at once: a millisecond's. */
const STEP = 4096;

/**
 * What `make` makes of each value, in steps.
 *
 * @param {ArrayLike<number>} from
 * @param {(value: number, index: number) => any} make
 * @returns {Generator<void, any[]>}
 */
function* made(from, make) {
  const found = new Array(from.length);
  for (let index = 0; index < from.length; index++) {
    if (index % STEP === 0) yield;
    found[index] = make(from[index] ?? 0, index);
  }
  return found;
}

/** @param {{ name: string, all: any[] }[]} fields @param {number} index */
function record(fields, index) {
  /** @type {Record<string, any>} */
  const found = {};
  for (const { name, all } of fields) found[name] = all[index];
  return found;
}
