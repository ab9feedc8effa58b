/** What is going on: the progress of reading, with a way to stop it, and what was done last. */

import { fill, h } from './dom.js';
import { number, t } from './language.js';
import { describe } from './rules.js';
import { MANY } from './session.js';

/** @import { Changed, Outcome, Session } from './session.js' */

const OUTCOME_SHOWN_MS = 6000;

/**
 * The bar that shows how far reading has come; hidden where there is little to read.
 *
 * @param {Session} session
 * @param {AbortSignal} signal
 */
export function progressBar(session, signal) {
  const meter = h('progress', { 'aria-label': t('progress.label') });
  const [files, bytes, left] = [h('span'), h('span'), h('span', { class: 'left' })];
  const name = h('bdi', { class: 'file' });
  const element = h(
    'div',
    { class: 'progress', hidden: true, 'data-testid': 'progress' },
    meter,
    h('div', { class: 'figures' }, files, bytes, left, name),
    h(
      'button',
      { type: 'button', 'data-testid': 'cancel', onclick: () => session.cancel() },
      t('progress.cancel'),
    ),
  );
  session.addEventListener('progress', show, { signal });
  show();
  return element;

  function show() {
    const { progress } = session;
    element.hidden = progress === null || Math.max(progress.total, progress.inside?.total ?? 0) < MANY;
    if (progress === null) return;
    const { done, total, bytesDone, bytesTotal, since, stage, inside } = progress;
    meter.max = Math.max(bytesTotal, 1);
    meter.value = bytesDone;
    fill(files, t('progress.files', total > 1 ? { done, total } : { done, total, ...inside }));
    fill(bytes, t('progress.bytes', { done: megabytes(bytesDone), total: megabytes(bytesTotal) }));
    fill(left, timeLeft(performance.now() - since, bytesDone, bytesTotal));
    fill(name, stage === 'restore' ? t('progress.restore') : progress.name);
  }
}

/**
 * A line at the foot that says what has just been done, to the eye for a while and to a screen reader once.
 *
 * @param {Session} session
 * @param {AbortSignal} signal
 */
export function outcomeLine(session, signal) {
  const element = h('p', { class: 'outcome', role: 'status', 'data-testid': 'outcome' });
  let timer = 0;
  session.addEventListener('outcome', read, { signal });
  session.addEventListener('changed', changed, { signal });
  session.addEventListener('forgotten', () => tell(t('session.forgotten')), { signal });
  return element;

  /** @param {string} text @param {HTMLElement} [act] */
  function tell(text, act) {
    fill(element, text, act);
    clearTimeout(timer);
    timer = window.setTimeout(() => fill(element), OUTCOME_SHOWN_MS);
  }

  /** @param {Event} event */
  function changed(event) {
    const { change, decisions } = /** @type {CustomEvent<Changed>} */ (event).detail;
    if (change === 'loaded') return tell(t('changed.loaded', { n: decisions.length }));
    const what = describe(decisions.at(-1) ?? [])[0] ?? '';
    tell(t(`changed.${change}`, { what }), change === 'decided' ? undoButton() : undefined);
  }

  function undoButton() {
    const undo = () => {
      fill(element);
      void session.undo();
    };
    return h('button', { type: 'button', 'data-testid': 'undo-last', onclick: undo }, t('changed.undo'));
  }

  /** @param {Event} event */
  function read(event) {
    const { added, failed, cancelled } = /** @type {CustomEvent<Outcome>} */ (event).detail;
    const parts = [
      t('progress.added', { n: added }),
      failed > 0 && t('problems.title', { n: failed }),
      cancelled > 0 && t('progress.cancelled', { n: cancelled }),
    ];
    tell(parts.filter(Boolean).join(' · '));
  }
}

/** @param {number} bytes */
function megabytes(bytes) {
  return number(bytes / 1e6, { maximumFractionDigits: bytes < 1e7 ? 1 : 0 });
}

/** @param {number} ms since the start @param {number} done bytes @param {number} total bytes */
function timeLeft(ms, done, total) {
  if (ms < 2000 || done === 0) return '';
  const seconds = Math.ceil(((ms / done) * (total - done)) / 1000);
  return seconds < 60
    ? t('progress.left.seconds', { n: seconds })
    : t('progress.left.minutes', { n: Math.round(seconds / 60) });
}
