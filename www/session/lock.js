/** Which of the windows of this browser keeps its session: there is one place for it, so one of them at a time (Web Locks API, W3C). */

const NAME = 'warraq-session';

/** Milliseconds for a window that is being closed or loaded again to give it up. */
const PATIENCE = 500;

/**
 * Asks for the place.
 *
 * @param {object} options
 * @param {AbortSignal} options.signal gives it up
 * @param {boolean} options.steal takes it from the window that has it
 * @param {() => void} options.onStolen hears that another window took it
 * @returns {Promise<boolean>} whether it is this window's; where the browser has no such locks, it is
 */
export function claim({ signal, steal, onStolen }) {
  const options = steal ? { steal } : { signal: AbortSignal.timeout(PATIENCE) };
  return new Promise((resolve) => {
    let held = false;
    const hold = () => {
      held = true;
      resolve(true);
      return new Promise((done) => signal.addEventListener('abort', done, { once: true }));
    };
    Promise.resolve()
      .then(() => navigator.locks.request(NAME, options, hold))
      .catch((error) => {
        if (held) onStolen();
        else resolve(error?.name !== 'TimeoutError');
      });
  });
}
