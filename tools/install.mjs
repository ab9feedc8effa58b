// What the build and the tests need and a fresh machine lacks.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, outputOf, root, run, say } from './run.mjs';
import { unlessDone } from './stamp.mjs';

/** The npm packages of the lock file. */
export function packages() {
  const files = { inputs: ['package-lock.json'], outputs: ['node_modules'] };
  return unlessDone('node_modules/.stamp', files, () => {
    say('installing the npm packages of package-lock.json');
    run('npm', 'ci', '--no-fund', '--no-audit', '--loglevel=error');
  });
}

const WASM = 'wasm32-unknown-unknown';

/** The Rust standard library for WebAssembly, as rust-toolchain.toml asks for. */
export function wasmTarget() {
  const sysroot = outputOf('rustc', '--print', 'sysroot');
  if (!sysroot)
    throw new Failure('Rust is not installed: get it with rustup (rustup.rs), then run this again');
  if (existsSync(join(sysroot, 'lib/rustlib', WASM))) return;
  say(`installing Rust's ${WASM} target`);
  run('rustup', 'target', 'add', WASM);
}

/** rustfmt and clippy, which rustup's minimal profile leaves out. */
export function rustComponents() {
  if (outputOf('cargo', 'fmt', '--version') && outputOf('cargo', 'clippy', '--version')) return;
  say('installing rustfmt and clippy');
  run('rustup', 'component', 'add', 'rustfmt', 'clippy');
}

const BROWSERS = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * A Chromium to test in: `CHROME_PATH`, else one that is installed, else Debian's, which root can install.
 *
 * @returns {string} its path
 */
export function browser() {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Failure(`CHROME_PATH is ${chosen}, and there is no such file`);
  }
  const found = installedBrowser();
  if (found) return found;
  fromDebian('chromium');
  const installed = installedBrowser();
  if (installed) return installed;
  throw new Failure('no browser to test in: install Chromium, Chrome or Edge, or set CHROME_PATH to one');
}

function installedBrowser() {
  for (const name of BROWSERS) {
    const path = name.startsWith('/') ? name : outputOf('which', name);
    if (path && existsSync(path)) return path;
  }
  return null;
}

/** What the tests in other browsers need, by Debian's names: Firefox; WebKit with its driver, which shows windows; where it shows them. */
const OTHER_BROWSERS = {
  'firefox-esr': 'firefox-esr',
  'webkit2gtk-driver': 'WebKitWebDriver',
  xvfb: 'Xvfb',
  xauth: 'xauth',
};

/** Firefox and WebKit, which root can install on Debian. */
export function otherBrowsers() {
  const missing = Object.entries(OTHER_BROWSERS).filter(([, program]) => !outputOf('which', program));
  const names = missing.map(([name]) => name);
  if (names.length === 0) return;
  if (!fromDebian(...names))
    throw new Failure(`for the tests in Firefox and WebKit these are missing: ${names.join(', ')}`);
}

/** Installs packages of Debian, where that is the system and root asks. @param {string[]} names @returns {boolean} whether it did */
function fromDebian(...names) {
  if (process.getuid?.() !== 0 || !outputOf('apt-get', '--version')) return false;
  say(`installing ${names.join(', ')} with apt-get, for the browser tests`);
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names);
  return true;
}

/** Where Deno and Bun are, once they are installed: not in node_modules, since each is a program of a hundred megabytes. */
export const RUNTIMES = 'target/runtimes';

/** Deno and Bun, from their npm packages. */
export function runtimes() {
  const program = (/** @type {string} */ name) => join(root, RUNTIMES, 'node_modules', name, 'package.json');
  if (existsSync(program('deno')) && existsSync(program('bun'))) return;
  say('installing Deno and Bun with npm');
  run(
    'npm',
    'install',
    '--prefix',
    RUNTIMES,
    '--no-fund',
    '--no-audit',
    '--loglevel=error',
    'deno@2.9.6',
    'bun@1.4.5',
  );
}
