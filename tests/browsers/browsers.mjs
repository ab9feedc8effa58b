// Firefox, by WebDriver BiDi, and WebKitGTK, the engine of Safari, by WebDriver: what Playwright drives only in builds of its own.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { Builder, Capabilities } from 'selenium-webdriver';

/**
 * A browser with one page. `run` calls a function in the page and returns what it returns.
 *
 * @typedef {object} Visit
 * @property {(url: string) => Promise<void>} go
 * @property {<A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A) => Promise<R>} run
 * @property {() => Promise<void>} close
 */

/** The browsers that there are, and how each is started. @type {Record<string, () => Promise<Visit>>} */
export const BROWSERS = { Firefox: openFirefox, WebKit: openWebKit };

const MINUTE = 60_000;

/** @returns {Promise<Visit>} */
async function openFirefox() {
  const executablePath = process.env.FIREFOX_PATH ?? '/usr/bin/firefox-esr';
  const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
  const page = await browser.newPage();
  page.setDefaultTimeout(MINUTE);
  return {
    go: async (url) => void (await page.goto(url)),
    run: (work, ...args) => /** @type {any} */ (page.evaluate)(work, ...args),
    close: () => browser.close(),
  };
}

/** @returns {Promise<Visit>} */
async function openWebKit() {
  const address = 'http://127.0.0.1:9515';
  const driver = spawn('xvfb-run', ['-a', 'WebKitWebDriver', '--port=9515'], {
    detached: true,
    stdio: 'ignore',
    // WebKitGTK puts its processes into a sandbox of its own, which a container without user namespaces does not let it make.
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const stop = () => void process.kill(-(driver.pid ?? 0)); // with all that it started
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: miniBrowser(), args: ['--automation'] },
  });
  try {
    await answering(`${address}/status`);
    const session = await new Builder().usingServer(address).withCapabilities(capabilities).build();
    await session.manage().setTimeouts({ script: MINUTE });
    return {
      go: (url) => session.get(url),
      run: (work, ...args) => called(session, String(work), args),
      async close() {
        await session.quit();
        stop();
      },
    };
  } catch (error) {
    stop();
    throw error;
  }
}

/** WebDriver hands a value over by a callback; what is thrown is told. @param {import('selenium-webdriver').WebDriver} session @param {string} work @param {unknown[]} args */
async function called(session, work, args) {
  /** @type {{ value?: any, error?: string }} */
  const { value, error } = await session.executeAsyncScript(
    `const [args, done] = arguments;
     Promise.resolve().then(() => (${work})(...args)).then((value) => done({ value }), (error) => done({ error: String(error) }));`,
    args,
  );
  if (error !== undefined) throw new Error(error);
  return value;
}

/** The browser that comes with the engine, which no path leads to. */
function miniBrowser() {
  const engines = readdirSync('/usr/lib').map((machine) =>
    join('/usr/lib', machine, 'webkit2gtk-4.1/MiniBrowser'),
  );
  return engines.find((path) => existsSync(path)) ?? 'MiniBrowser';
}

/** Waits until a server answers. @param {string} address */
async function answering(address) {
  const end = Date.now() + MINUTE;
  const answers = () =>
    fetch(address)
      .then(({ ok }) => ok)
      .catch(() => false);
  while (!(await answers())) {
    if (Date.now() > end) throw new Error(`nothing answers at ${address}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
