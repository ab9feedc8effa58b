/**
 * Reads the core's typed columns: see src/columns.rs, which writes them.
 *
 * @module
 */

/** @typedef {import('./protocol.d.ts').Columns} Columns */
/** @typedef {import('./protocol.d.ts').Column} Column */

/** Stands for null in a column of integers, texts or truth values. */
const NONE = 0xffffffff;

/**
 * The value that was written.
 *
 * @param {Columns} columns
 * @returns {any}
 */
export function decodeColumns({ schema, arrays, text, textEnds }) {
  /** @type {(index: number) => string} */
  const string = (index) => text.slice(index ? textEnds[index - 1] : 0, textEnds[index]);
  return values(schema)[0];

  /**
   * All values of a column.
   *
   * @param {Column} column
   * @returns {any[]}
   */
  function values(column) {
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
        return Array.from(arrays[column.array], (value) => (value === NONE ? null : string(value)));
      case 'list':
        return lists(values(column.items), arrays[column.array]);
      case 'record':
        return records(
          column.fields.map(({ name, column }) => /** @type {const} */ ([name, values(column)])),
          arrays[column.array],
        );
    }
  }
}

/**
 * @param {any[]} items those of all lists
 * @param {ArrayLike<number>} ends where each list ends
 */
function lists(items, ends) {
  return Array.from(ends, (end, index) => items.slice(index ? ends[index - 1] : 0, end));
}

/**
 * @param {(readonly [string, any[]])[]} fields
 * @param {ArrayLike<number>} present 0 for null
 */
function records(fields, present) {
  return Array.from(present, (is, index) =>
    is ? Object.fromEntries(fields.map(([name, values]) => [name, values[index]])) : null,
  );
}
