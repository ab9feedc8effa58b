// The policies that docs/EMBEDDING.md names for hosts: under each the package works, and where one forbids it, that is said.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import test, { after, before } from 'node:test';
import { openPage } from '../browser/harness.mjs';
import { examples, startHosts } from './host.mjs';

const ALWAYS = "default-src 'none'; require-trusted-types-for 'script'; trusted-types warraq-worker";
const WASM = "script-src 'self' 'wasm-unsafe-eval'";

/** @type {Awaited<ReturnType<typeof startHosts>>} */
let hosts;
/** @type {string} */
let url;
before(async () => {
  hosts = await startHosts();
  url = await hosts.serve('plain');
});
after(() => hosts.close());

/**
 * What comes of reading a text under a policy: names, or the error's code and message.
 *
 * @param {string} policy
 * @param {{ script?: string, options?: import('../../www/analyzer/protocol.d.ts').AnalyzerOptions }} [use]
 */
async function outcome(policy, { script = 'client', options = {} } = {}) {
  const html = `<!doctype html><meta charset="utf-8"><title>Site</title>
    <meta http-equiv="Content-Security-Policy" content="${ALWAYS}; ${policy}"><script type="module" src="policy.js"></script>`;
  writeFileSync(join(examples, 'plain/policy.html'), html);
  writeFileSync(
    join(examples, 'plain/policy.js'),
    `import { createAnalyzer } from './warraq/${script}.js'; globalThis.createAnalyzer = createAnalyzer;`,
  );
  const { page, requests } = await openPage(hosts.browser, `${url}policy.html`);
  await page.waitForFunction(() => 'createAnalyzer' in globalThis);
  const result = await page.evaluate(async (options) => {
    const { createAnalyzer } = /** @type {typeof import('../../www/analyzer/client.js')} */ (
      /** @type {unknown} */ (globalThis)
    );
    try {
      const analyzer = createAnalyzer(options);
      await analyzer.add({ name: 'a.txt', blob: new Blob(['وصل وفد إلى بكين أمس.']) });
      return (await analyzer.report()).entities.map(({ name }) => name);
    } catch (error) {
      const { code, message } = /** @type {import('../../www/analyzer/error.js').AnalyzerError} */ (error);
      return [code, message];
    }
  }, options);
  await page.context().close();
  return { result, files: requests.filter((address) => !address.startsWith('blob:')).length };
}

for (const [title, policy, use] of /** @type {[string, string, Parameters<typeof outcome>[1]?][]} */ ([
  ['a worker from a blob', `${WASM}; worker-src blob:; connect-src 'self'`],
  [
    'a worker from the own origin',
    `${WASM}; worker-src 'self'; connect-src 'self'`,
    { options: { workerUrl: './warraq/worker.js' } },
  ],
  ['no worker', `${WASM}; worker-src 'none'; connect-src 'self'`, { options: { worker: false } }],
  ['no connection', `${WASM}; worker-src blob:; connect-src 'none'`, { script: 'inline' }],
]))
  test(`${title} is enough`, async () => {
    assert.deepEqual((await outcome(policy, use)).result, ['بكين']);
  });

test('without a connection nothing is requested but the page and its scripts', async () => {
  const { files } = await outcome(`${WASM}; worker-src blob:; connect-src 'none'`, { script: 'inline' });
  assert.equal(files, 3);
});

for (const [title, policy, said] of /** @type {[string, string, RegExp][]} */ ([
  ['workers', `${WASM}; worker-src 'none'; connect-src 'self'`, /worker/],
  ['WebAssembly', "script-src 'self'; worker-src blob:; connect-src 'self'", /WebAssembly/],
  ['loading the core', `${WASM}; worker-src blob:; connect-src 'none'`, /warraq\.wasm could not be loaded/],
]))
  test(`a policy that forbids ${title} is named`, async () => {
    const [code, message] = (await outcome(policy)).result;
    assert.equal(code, 'load');
    assert.match(String(message), said);
  });
