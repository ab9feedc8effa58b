// The core alone at work in a page of Chromium.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeScripts } from '../../tools/analyzer.mjs';
import { startSite } from '../browser/harness.mjs';

/**
 * What the page's function `run` gives for a text.
 *
 * @param {Record<string, string>} scripts by name; `bench.js` is the page's, and finds the core at `./analyzer/wasm.js`
 * @param {string} text
 */
export async function runInChromium(scripts, text) {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  await writeScripts(folder, ['www/analyzer/wasm.js']);
  const site = await startSite({
    'bench.html': '<!doctype html><meta charset="utf-8"><script type="module" src="bench.js"></script>',
    'analyzer/wasm.js': readFileSync(join(folder, 'wasm.js')),
    ...scripts,
  });
  try {
    const { page } = await site.open('bench.html');
    await page.waitForFunction(() => 'run' in globalThis);
    return await page.evaluate((text) => /** @type {any} */ (globalThis).run(text), text);
  } finally {
    await site.close();
    rmSync(folder, { recursive: true });
  }
}
