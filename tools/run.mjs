// Other programs: running them, saying so, and saying what is missing.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** A failure that its message explains: it is shown without a stack. */
export class Failure extends Error {}

/** Says what a long step does. */
export function say(/** @type {string} */ text) {
  console.log(`· ${text}`);
}

/**
 * Runs a program in the project's folder, its output going where ours goes; a failure ends the build.
 *
 * @param {string} program
 * @param {string[]} args
 */
export function run(program, ...args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (error) throw new Failure(`${program} could not be started: ${error.message}`);
  if (status !== 0) throw new Failure(`\`${program} ${args.join(' ')}\` failed (exit status ${status})`);
}

/**
 * What a program prints, or null if it is not there or fails.
 *
 * @param {string} program
 * @param {string[]} args
 */
export function outputOf(program, ...args) {
  const { status, stdout } = spawnSync(program, args, { cwd: root, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/**
 * Runs a program, shows its output, and returns it with the exit status.
 *
 * @param {string} program
 * @param {string[]} args
 * @returns {Promise<{ status: number, output: string }>}
 */
export function watch(program, args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const [stream, shown] of /** @type {const} */ ([
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])) {
      stream.setEncoding('utf8').on('data', (text) => {
        output += text;
        shown.write(text);
      });
    }
    child.on('error', (error) => resolve({ status: 1, output: `${output}${error.message}` }));
    child.on('close', (status) => resolve({ status: status ?? 1, output }));
  });
}

/**
 * Runs a tool's main function; a `Failure` ends it with one line.
 *
 * @param {() => Promise<void>} work
 */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`✗ ${error.message}`);
    process.exitCode = 1;
  }
}
