// Times of repeated work.
import { run } from '../../tools/run.mjs';

/**
 * The median time of `work` in milliseconds, over `rounds` rounds after one that does not count.
 *
 * @param {() => unknown} work
 * @param {number} [rounds]
 */
export function median(work, rounds = 7) {
  work();
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    work();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)];
}

/**
 * Prints a table.
 *
 * @param {string} title
 * @param {[what: string, value: string][]} rows
 */
export function print(title, rows) {
  const width = Math.max(...rows.map(([what]) => what.length));
  console.log(`\n${title}`);
  for (const [what, value] of rows) console.log(`${what.padEnd(width)}  ${value}`);
}

/** @param {number} time in milliseconds */
export function milliseconds(time) {
  return `${time < 10 ? time.toFixed(2) : time.toFixed(0)} ms`;
}

/**
 * Runs a benchmark of the crate, which prints its own table.
 *
 * @param {string} name
 * @param {...string} args
 */
export function cargoBench(name, ...args) {
  const options = ['--quiet', '--locked', '--no-default-features', '--target-dir', 'target'];
  run('cargo', 'bench', ...options, '--bench', name, '--', ...args);
}
