// npm test: every check and every test; `npm test -- rust js wasm browser embed` runs only the groups named, and `browsers`, which is
// only run where it is named, the tests in Firefox, WebKit, Deno and Bun.
import { stripVTControlCharacters } from 'node:util';
import { buildCore } from './core.mjs';
import { buildExamples, installExamples } from './examples.mjs';
import { browser, otherBrowsers, packages, runtimes, rustComponents, wasmTarget } from './install.mjs';
import { Failure, main, watch } from './run.mjs';
import { writePackage } from './package.mjs';
import { checkExamples } from './rustdoc.mjs';
import { buildSite } from './site.mjs';
import { checkSizes, packageSizes, sizes } from './size.mjs';
import { filesOf } from './stamp.mjs';

/**
 * A step runs a program, whose own counts are read if it is a test runner, or calls a function with what was prepared.
 *
 * @typedef {{ group: string, name: string, run: string[] | ((prepared: any) => unknown), prepare?: () => unknown }} Step
 */

const CLIPPY = ['cargo', 'clippy', '--locked', '--all-targets'];
const WASM_LINT = ['cargo', 'clippy', '--locked', '--lib', '--target', 'wasm32-unknown-unknown'];

/** The group that needs programs which no other does. */
const APART = 'browsers';

/** @type {Step[]} */
const STEPS = [
  { group: 'rust', name: 'rustfmt', prepare: rustComponents, run: ['cargo', 'fmt', '--check'] },
  { group: 'rust', name: 'clippy', run: [...CLIPPY, '--features', 'tools', '--', '-D', 'warnings'] },
  {
    group: 'rust',
    name: 'clippy for wasm',
    prepare: wasmTarget,
    run: [...WASM_LINT, '--no-default-features', '--', '-D', 'warnings'],
  },
  {
    group: 'rust',
    name: 'cargo doc',
    run: ['cargo', 'doc', '--locked', '--no-deps', '--config', 'build.rustdocflags=["-D", "warnings"]'],
  },
  { group: 'rust', name: 'examples in the documentation', run: checkExamples },
  { group: 'rust', name: 'cargo test', run: ['cargo', 'test', '--locked', '--features', 'tools'] },
  { group: 'js', name: 'prettier', prepare: packages, run: ['node_modules/.bin/prettier', '--check', '.'] },
  { group: 'js', name: 'tsc', prepare: buildCore, run: ['node_modules/.bin/tsc', '-p', '.'] },
  { group: 'wasm', name: 'size budgets', prepare: buildSite, run: (page) => checkSizes(sizes(page)) },
  { group: 'wasm', name: 'core in Node', prepare: buildCommandLine, run: nodeTests('tests/wasm') },
  { group: 'browser', name: 'site, as files', prepare: buildSite, run: nodeTests('tests/site') },
  { group: 'browser', name: 'page in a browser', prepare: prepareBrowser, run: nodeTests('tests/browser') },
  {
    group: 'embed',
    name: "package's size",
    prepare: prepareExamples,
    run: () => checkSizes(packageSizes()),
  },
  { group: 'embed', name: 'package in sites', run: nodeTests('tests/embed') },
  {
    group: APART,
    name: 'Firefox, WebKit, Deno, Bun',
    prepare: prepareOthers,
    run: nodeTests('tests/browsers'),
  },
];

await main(async () => {
  const groups = process.argv.slice(2);
  const chosen = STEPS.filter(({ group }) => (groups.length ? groups.includes(group) : group !== APART));
  if (chosen.length === 0) throw new Failure(`no such group of tests: ${groups.join(' ')}`);
  const lines = [];
  const total = { passed: 0, failed: 0 };
  for (const step of chosen) {
    const began = performance.now();
    const { passed, failed } = await perform(step);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    lines.push(`${failed ? '✗' : '✓'} ${step.name}: ${passed} passed, ${failed} failed (${seconds} s)`);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${lines.join('\n')}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed ? 1 : 0;
});

/** @param {Step} step */
async function perform({ name, run, prepare }) {
  console.log(`\n— ${name}`);
  try {
    const prepared = await prepare?.();
    if (typeof run === 'function') {
      await run(prepared);
      return { passed: 1, failed: 0 };
    }
    const { status, output } = await watch(run[0], run.slice(1));
    return counts(status, output);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(`✗ ${error.message}`);
    return { passed: 0, failed: 1 };
  }
}

/**
 * The counts in a test runner's output; a check without tests counts as one.
 *
 * @param {number} status
 * @param {string} output
 */
function counts(status, output) {
  const text = stripVTControlCharacters(output);
  const cargo = [...text.matchAll(/^test result: .* (\d+) passed; (\d+) failed;/gm)];
  const node = [...text.matchAll(/^\S+ pass (\d+)\n\S+ fail (\d+)$/gm)];
  const found = [...cargo, ...node];
  const sum = (/** @type {number} */ group) => found.reduce((sum, match) => sum + Number(match[group]), 0);
  if (found.length === 0) return { passed: status ? 0 : 1, failed: status ? 1 : 0 };
  // A run can fail without a failed test: one that does not compile, say.
  return { passed: sum(1), failed: status ? Math.max(sum(2), 1) : sum(2) };
}

/** @param {string} folder */
function nodeTests(folder) {
  const files = filesOf(folder).filter((file) => file.endsWith('.test.mjs'));
  return ['node', '--test', '--test-reporter=spec', ...files];
}

/** The program that the page's numbers are compared with. */
async function buildCommandLine() {
  await buildSite();
  const { status } = await watch('cargo', ['build', '--locked', '--bin', 'warraq', '--target-dir', 'target']);
  if (status) throw new Failure('the command line could not be built');
}

async function prepareBrowser() {
  await buildCommandLine();
  process.env.CHROME_PATH = browser();
}

async function prepareExamples() {
  await buildExamples();
  process.env.CHROME_PATH = browser();
}

async function prepareOthers() {
  await buildCommandLine();
  installExamples(await writePackage());
  otherBrowsers();
  runtimes();
}
