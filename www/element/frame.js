/**
 * Warraq in a frame of another origin, or in one without any (`sandbox="allow-scripts"`): what the page and the frame say to each other.
 *
 * 1. The page posts `{ warraq: 'connect' }` with a `MessagePort` to the window of its frame, at once and when the frame has loaded. A frame
 *    without an origin cannot be addressed by one, so that whatever is in the frame gets it: let the page's policy (`frame-src`) say what may be.
 * 2. The frame takes the port if the message comes from its parent (`event.source`) and from an origin allowed (`event.origin`), and
 *    answers `{ type: 'connected' }` on it; others get no answer. From here on both speak through the port, which nobody else has.
 * 3. The page asks `{ id, method, args }`; the frame answers `{ id, result }` or `{ id, error: { code, message, file } }`. By itself the
 *    frame says `{ type: 'warraq-report' | 'warraq-error' | 'warraq-progress' | 'warraq-select' | 'resize', detail }`.
 *
 * In the frame:
 *
 *     import 'warraq/element';
 *     import { serveFrame } from 'warraq/frame';
 *     serveFrame(document.querySelector('warraq-analyzer'), { origins: ['https://news.example'] });
 *
 * In the page:
 *
 *     const warraq = await connectFrame(document.querySelector('iframe'));
 *     const report = await warraq.add([{ name: 'a.txt', blob }]);
 *
 * @module
 */

/**
 * @import { AnalyzerError } from '../analyzer/error.js'
 * @import { Input, Report } from '../analyzer/protocol.d.ts'
 * @import { WarraqAnalyzer } from './analyzer.js'
 */

/** What a page may ask of the frame. */
const METHODS = {
  /** @param {WarraqAnalyzer} element @param {Input[]} inputs */
  async add(element, inputs) {
    await element.add(inputs);
    return element.report;
  },
  /** @param {WarraqAnalyzer} element */
  async clear(element) {
    element.clear();
  },
  /** @param {WarraqAnalyzer} element */
  async report(element) {
    return element.report;
  },
  /** @param {WarraqAnalyzer} element @param {Partial<Record<'lang' | 'views' | 'theme' | 'src-text', string>>} attributes */
  async set(element, attributes) {
    for (const name of /** @type {const} */ (['lang', 'views', 'theme', 'src-text'])) {
      const value = attributes[name];
      if (value !== undefined) element.setAttribute(name, String(value));
    }
  },
};

/** What the frame tells by itself. */
const EVENTS = ['warraq-report', 'warraq-error', 'warraq-progress', 'warraq-select'];

/**
 * In the frame: serves the page around it, if that is of one of `origins`. The list belongs into the frame's own script: an address
 * can be written by anyone.
 *
 * @param {WarraqAnalyzer} element
 * @param {{ origins: string[] }} options such as "https://news.example"
 */
export function serveFrame(element, { origins }) {
  addEventListener('message', ({ source, origin, data, ports: [port] }) => {
    if (source === parent && origins.includes(origin) && data?.warraq === 'connect' && port)
      serve(element, port);
  });
}

/** @param {WarraqAnalyzer} element @param {MessagePort} port */
function serve(element, port) {
  port.onmessage = async ({ data: { id, method, args } }) => {
    try {
      const asked = Object.entries(METHODS).find(([name]) => name === method)?.[1];
      if (!asked) throw Object.assign(new Error(`a frame has no method ${method}`), { code: 'bad-question' });
      port.postMessage({ id, result: await asked(element, args[0]) });
    } catch (error) {
      port.postMessage({ id, error: plain(error) });
    }
  };
  for (const type of EVENTS)
    element.addEventListener(type, (event) => {
      const { detail } = /** @type {CustomEvent} */ (event);
      port.postMessage({ type, detail: type === 'warraq-error' ? plain(detail) : detail });
    });
  new ResizeObserver(() =>
    port.postMessage({ type: 'resize', detail: { height: document.documentElement.scrollHeight } }),
  ).observe(element);
  port.postMessage({ type: 'connected' });
}

/** An error as a message can carry it. @param {any} error */
function plain({ code, message, file }) {
  return { code: code ?? 'crashed', message, file };
}

/**
 * In the page: what the frame offers, once it is there. It tells of the frame's events, whose names and details are those of
 * `<warraq-analyzer>`, and of `resize` (`{ height }`, in CSS pixels).
 *
 * @param {HTMLIFrameElement} frame
 * @param {{ signal?: AbortSignal }} [options] `signal` ends the waiting, and later the connection
 * @returns {Promise<FrameConnection>}
 */
export function connectFrame(frame, { signal } = {}) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
    let connected = false;
    frame.addEventListener('load', connect, { signal });
    connect();

    function connect() {
      if (connected) return;
      const { port1, port2 } = new MessageChannel();
      signal?.addEventListener('abort', () => port1.close(), { once: true });
      port1.onmessage = () => {
        if (connected) return port1.close(); // the other one was quicker
        connected = true;
        resolve(new FrameConnection(port1));
      };
      frame.contentWindow?.postMessage({ warraq: 'connect' }, '*', [port2]);
    }
  });
}

/** What a page asks of its frame; requests are rejected with errors that have the `code` of the frame's. */
export class FrameConnection extends EventTarget {
  #port;
  #lastId = 0;
  /** @type {Map<number, { resolve: (result: any) => void, reject: (error: unknown) => void }>} */
  #pending = new Map();

  /** @internal @param {MessagePort} port */
  constructor(port) {
    super();
    this.#port = port;
    port.onmessage = ({ data }) => this.#settle(data);
  }

  /** Reads files, beside those read before. @param {Input[]} inputs @returns {Promise<Report>} */
  add(inputs) {
    return this.#ask('add', inputs);
  }

  /** Forgets all that was read. @returns {Promise<void>} */
  clear() {
    return this.#ask('clear');
  }

  /** @returns {Promise<Report | null>} the latest */
  report() {
    return this.#ask('report');
  }

  /** Sets attributes of the element. @param {Partial<Record<'lang' | 'views' | 'theme' | 'src-text', string>>} attributes @returns {Promise<void>} */
  set(attributes) {
    return this.#ask('set', attributes);
  }

  /** @param {keyof typeof METHODS} method @param {...unknown} args */
  #ask(method, ...args) {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { resolve, reject });
      this.#port.postMessage({ id, method, args });
    });
  }

  /** @param {{ id?: number, result?: unknown, error?: { code: string, message: string, file?: string }, type?: string, detail?: unknown }} answer */
  #settle({ id, result, error, type, detail }) {
    if (type) return this.dispatchEvent(new CustomEvent(type, { detail }));
    const request = this.#pending.get(Number(id));
    this.#pending.delete(Number(id));
    if (error) request?.reject(Object.assign(new Error(error.message), error));
    else request?.resolve(result);
  }
}
