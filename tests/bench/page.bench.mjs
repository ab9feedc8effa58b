// The first visit in a browser, over networks and a processor as slow as Lighthouse assumes them.
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browser } from '../../tools/install.mjs';
import { serve } from '../../tools/serve.mjs';
import { root, samples } from '../inputs.mjs';
import { milliseconds, print } from './measure.mjs';

/** @typedef {{ paint: number, largest: number, open: number, ready: number, shown: number, blocking: number, shift: number, bytes: number }} Visit */

/**
 * The presets of Chromium's developer tools, which Lighthouse applies too: of a connection of 1.6 or 9 Mbit/s, 90 %, and to each request the delay
 * of the round trips that a real one would take to connect (150 ms × 3.75, 60 ms × 2.75).
 */
const NETWORKS = [
  { name: 'slow 4G (1.6 Mbit/s, 150 ms)', latency: 562.5, downloadThroughput: 1.6e6 * 0.9 },
  { name: '4G (9 Mbit/s, 60 ms)', latency: 165, downloadThroughput: 9e6 * 0.9 },
];
const UPLOAD = 750e3 * 0.9;
const SLOWDOWN = 4;
const ROUNDS = 5;

/** Longer than this, a task keeps the page from answering (W3C Long Tasks). */
const LONG_TASK = 50;

const { url, server } = await serve(join(root, 'dist'), { compressed: true });
const chrome = await chromium.launch({ executablePath: browser(), args: ['--no-sandbox', '--disable-gpu'] });
for (const network of NETWORKS) {
  /** @type {Visit[]} */
  const visits = [];
  for (let round = 0; round < ROUNDS; round++) visits.push(await visit(network));
  const middle = (/** @type {keyof Visit} */ what) =>
    visits.map((visit) => visit[what]).sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? NaN;
  print(
    `A first visit over ${network.name}, the page's thread ${SLOWDOWN} times slower: medians of ${ROUNDS}`,
    [
      ['first contentful paint', milliseconds(middle('paint'))],
      ['largest contentful paint', milliseconds(middle('largest'))],
      ['ready to be given files, which wait for the core', milliseconds(middle('open'))],
      ['the core answers', milliseconds(middle('ready'))],
      ['an article given at once is shown', milliseconds(middle('shown'))],
      ['total blocking time', milliseconds(middle('blocking'))],
      ['cumulative layout shift', middle('shift').toFixed(3)],
      ['loaded, compressed', `${Math.round(middle('bytes') / 1000)} kB`],
    ],
  );
}
await chrome.close();
server.close();

/** @param {typeof NETWORKS[number]} network @returns {Promise<Visit>} */
async function visit({ latency, downloadThroughput }) {
  const context = await chrome.newContext({ locale: 'ar', serviceWorkers: 'block' });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency,
    downloadThroughput: downloadThroughput / 8,
    uploadThroughput: UPLOAD / 8,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByTestId('files').setInputFiles(samples.slice(0, 1), { timeout: 60_000 });
  await page.getByTestId('article').waitFor({ timeout: 60_000 });
  const shown = await page.evaluate(() => performance.now());
  const measured = await page.evaluate(measures, LONG_TASK);
  await context.close();
  return { ...measured, shown };
}

/** What the browser has recorded. @param {number} longTask @returns {Promise<Omit<Visit, 'shown'>>} */
async function measures(longTask) {
  const entries = (/** @type {string} */ type) =>
    new Promise((/** @type {(entries: any[]) => void} */ resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
      observer.observe({ type, buffered: true });
      setTimeout(() => resolve([]), 500); // there are none
    });
  const sum = (/** @type {any[]} */ list, /** @type {(entry: any) => number} */ of) =>
    list.reduce((total, entry) => total + of(entry), 0);
  const [tasks, paints, shifts] = await Promise.all(
    ['longtask', 'largest-contentful-paint', 'layout-shift'].map(entries),
  );
  const paint = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN;
  const [open, ready] = ['open', 'ready'].map(
    (mark) => performance.getEntriesByName(mark)[0]?.startTime ?? NaN,
  );
  const during = tasks.filter(({ startTime }) => startTime > paint && startTime < ready);
  const loads = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  return {
    paint,
    largest: paints.at(-1)?.startTime ?? NaN,
    open,
    ready,
    blocking: sum(during, ({ duration }) => duration - longTask),
    shift: sum(shifts, ({ value }) => value),
    bytes: sum(loads, ({ transferSize }) => transferSize),
  };
}
