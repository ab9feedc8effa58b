// What a page tries to reach, whether or not a policy stops it. Requests, those of workers too, are recorded by the harness.

/** In a page, before its scripts: writes down each use of what reaches another machine. */
export function recordAttempts() {
  /** @type {string[]} */
  const attempts = [];
  Object.assign(globalThis, { attempts });
  const own = globalThis.fetch;
  globalThis.fetch = (/** @type {[any]} */ ...args) => {
    if (!String(args[0]?.url ?? args[0]).endsWith('/warraq.wasm')) attempts.push(`fetch ${args[0]}`);
    return own(...args);
  };
  const constructors = [
    'XMLHttpRequest',
    'WebSocket',
    'EventSource',
    'RTCPeerConnection',
    'WebTransport',
    'SharedWorker',
    'Image',
  ];
  for (const name of constructors) {
    Object.defineProperty(globalThis, name, {
      value: function () {
        attempts.push(name);
      },
    });
  }
  navigator.sendBeacon = () => attempts.push('sendBeacon') > 0;
  globalThis.open = () => {
    attempts.push('open');
    return null;
  };
  /** @type {any} */ (globalThis).navigation?.addEventListener(
    'navigate',
    (/** @type {{ hashChange: boolean, destination: { url: string } }} */ { hashChange, destination }) =>
      hashChange || attempts.push(`navigate ${destination.url}`),
  );
}
