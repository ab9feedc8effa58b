// A browser, the built site below a path of a server, and every request that is made.
//
// The page's elements are found by these attributes:
//   data-testid=drop       where files are dropped        data-testid=files      the file button's input
//   data-testid=article    a row for each file read       data-testid=problem    a row for each file that was not
//   data-testid=entity     data-name, data-count, data-kind
//   data-testid=keyword    data-term, data-count
//   data-testid=reader     the article being read         data-testid=duplicate  a group of copies
//   data-testid=export     opens the window for exports   data-testid=outcome    what was done last
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serve } from '../../tools/serve.mjs';
import { root } from '../inputs.mjs';

/** Below a path, since a site must not need to be at the top of its host. */
const BASE = '/some/where/';

/** The policy that client.js documents. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  'worker-src blob:',
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types warraq-worker',
].join('; ');

/** A page of someone else's that uses the client alone. */
const HOST_PAGE = `<!doctype html><meta charset="utf-8"><title>host</title>
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<script type="module" src="host.js"></script>`;
const HOST_SCRIPT = `import * as client from './analyzer/client.js'; globalThis.client = client;`;

/**
 * The site in a browser; end it with `close`.
 *
 * @param {Record<string, string | Uint8Array>} [extra] more files to serve, by name
 */
export async function startSite(extra = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  cpSync(join(root, 'dist'), folder, { recursive: true });
  for (const [name, content] of Object.entries({
    'host.html': HOST_PAGE,
    'host.js': HOST_SCRIPT,
    ...extra,
  })) {
    writeFileSync(join(folder, name), content);
  }
  const { url, server } = await serve(folder, { base: BASE });
  const browser = await launch();
  return {
    url,
    browser,
    folder,
    server,
    /** @type {(path: string, options?: import('playwright-core').BrowserContextOptions) => ReturnType<typeof openPage>} */
    open: (path, options) => openPage(browser, new URL(path, url).href, options),
    async close() {
      await browser.close();
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/**
 * A new page in a new profile. `requests` are all those made so far, by the page and its workers; `errors` is what it
 * printed to its console as errors, and what it did not catch.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {import('playwright-core').BrowserContextOptions} [options] of the profile: its language, say; by default it keeps no page
 */
export async function openPage(browser, url, options) {
  const context = await browser.newContext({ serviceWorkers: 'block', ...options });
  /** @type {string[]} */
  const requests = [];
  context.on('request', (request) => requests.push(request.url()));
  const page = await context.newPage();
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(url);
  return { page, requests, errors };
}
