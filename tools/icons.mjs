// npm run icons: the pictures of www/icon/, for systems that take no SVG, drawn from icon.svg.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browser } from './install.mjs';
import { main, root, say } from './run.mjs';

const FOLDER = join(root, 'www/icon');

/** A maskable icon fills its square, and what matters is within the inner circle of 80 % (W3C Manifest App Info). */
const PICTURES = [
  { name: '192', size: 192, maskable: false },
  { name: '512', size: 512, maskable: false },
  { name: 'maskable', size: 512, maskable: true },
  { name: 'apple', size: 180, maskable: true },
];

await main(async () => {
  const svg = readFileSync(join(FOLDER, 'icon.svg'), 'utf8');
  const chrome = await chromium.launch({
    executablePath: browser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  for (const { name, size, maskable } of PICTURES) {
    const page = await chrome.newPage({ viewport: { width: size, height: size } });
    const drawn = maskable
      ? svg.replace(' rx="7"', '').replace('<g ', '<g transform="translate(3.2 3.2) scale(0.8)" ')
      : svg;
    await page.setContent(`<style>body { margin: 0 } svg { display: block; width: 100vw }</style>${drawn}`);
    await page.screenshot({ path: join(FOLDER, `${name}.png`), omitBackground: true });
    await page.close();
    say(`www/icon/${name}.png`);
  }
  await chrome.close();
});
