import { h } from '../page/dom.js';

/**
 * A row of tabs for `#panel`, moved between by the arrow keys (WAI-ARIA Authoring Practices, tabs).
 *
 * @template {string} N
 * @param {{ name: N, title: string }[]} tabs
 * @param {N} open
 * @param {{ label: string, choose: (name: N) => void }} options
 */
export function tabs(tabs, open, { label, choose }) {
  const row = h('div', {
    part: 'tabs',
    class: 'tabs',
    role: 'tablist',
    'aria-label': label,
    onkeydown: move,
  });
  const at = tabs.findIndex(({ name }) => name === open);
  for (const { name, title } of tabs)
    row.append(
      h(
        'button',
        {
          type: 'button',
          part: 'tab',
          role: 'tab',
          id: `tab-${name}`,
          'aria-selected': String(name === open),
          'aria-controls': 'panel',
          tabindex: name === open ? 0 : -1,
          onclick: () => choose(name),
        },
        title,
      ),
    );
  return row;

  /** @param {KeyboardEvent} event */
  function move(event) {
    const forward = getComputedStyle(row).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const steps = { ArrowLeft: -1, ArrowRight: -1, Home: -at, End: tabs.length - 1 - at, [forward]: 1 };
    const step = steps[event.key];
    const next = step === undefined ? undefined : tabs[(at + step + tabs.length) % tabs.length];
    if (!next) return;
    event.preventDefault();
    choose(next.name);
  }
}
