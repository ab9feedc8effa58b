// Examples of hosts, built as their own tools build them, served, and opened in a browser.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '../../tools/serve.mjs';
import { launch, openPage } from '../browser/harness.mjs';
import { root } from '../inputs.mjs';

/** The folder that tools/examples.mjs fills. */
export const examples = join(root, 'dist/examples');

/** What the examples' article names. */
export const NAMES = ['بكين', 'منظمة التجارة العالمية'];

/** Puts the addresses of the test in place of those in an example's file. @param {string} file @param {Record<string, string>} addresses */
export function readdress(file, addresses) {
  const path = join(examples, file);
  let text = readFileSync(path, 'utf8');
  for (const [from, to] of Object.entries(addresses)) text = text.replaceAll(from, to);
  writeFileSync(path, text);
}

/** A browser and servers, which `close` ends. */
export async function startHosts() {
  const browser = await launch();
  /** @type {import('node:http').Server[]} */
  const servers = [];
  return {
    browser,
    /** Serves a folder of the examples, below a path. @param {string} folder @param {Record<string, string>} [headers] */
    async serve(folder, headers) {
      const { url, server } = await serve(join(examples, folder), { base: '/below/a/path/', headers });
      servers.push(server);
      return url;
    },
    /** @param {string} url */
    open: (url) => visit(browser, url),
    async close() {
      await browser.close();
      for (const server of servers) server.close();
    },
  };
}

/**
 * A page, with all its requests, what it reported as errors, and what its `<output>` says when it has something to say.
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 */
async function visit(browser, url) {
  const opened = await openPage(browser, url);
  const output = opened.page.locator('output').filter({ hasText: /./ });
  await output.waitFor({ timeout: 20_000 }).catch(() => {});
  const names = (await opened.page.locator('output').textContent()) ?? '';
  return { ...opened, names };
}
