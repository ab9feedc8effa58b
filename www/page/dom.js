/**
 * Elements are made here and nowhere else. Text only ever becomes a text node, so that what a file or its name
 * contains is shown and never parsed; the page's policy (Trusted Types) refuses anything else.
 */

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * An element. Properties whose name begins with `on` are listeners; `class`, `aria-*`, `data-*` and the rest are
 * attributes, left out where the value is null, undefined or false and empty where it is true.
 *
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown> | null} [props]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 * @example h('button', { type: 'button', onclick: () => save() }, 'Save')
 */
export function h(tag, props, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props ?? {})) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) element.setAttribute(name, '');
    else if (value !== null && value !== undefined && value !== false)
      element.setAttribute(name, String(value));
  }
  element.append(...nodes(children));
  return element;
}

/**
 * Replaces what is inside an element.
 *
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function fill(element, ...children) {
  element.replaceChildren(...nodes(children));
}

/**
 * Text from a file, kept from turning the direction of the words around it (`<bdi>`, HTML 4.5.25).
 *
 * @param {string} text
 * @param {string} [className]
 */
export function bdi(text, className) {
  return h('bdi', { class: className }, text);
}

/**
 * @param {(Child | Child[])[]} children
 * @returns {(Node | string)[]}
 */
function nodes(children) {
  return children
    .flat()
    .filter((child) => child !== null && child !== undefined && child !== false)
    .map((child) => (child instanceof Node ? child : String(child)));
}
