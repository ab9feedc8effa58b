/**
 * How to read a file, as the core takes it.
 *
 * @param {Pick<import('./protocol.d.ts').Input, 'encoding' | 'tables'>} input
 */
export function choices({ encoding, tables = {} }) {
  return { encoding, tables: Object.entries(tables) };
}
