/** Columns that tables of words share: the word itself, and figures about it. */

import { h } from './dom.js';
import { compare, number, t } from './language.js';
import { href } from './route.js';

/** Figures whose heading says all. */
const PLAIN = new Set(['count', 'articles']);

/**
 * The word, which leads to what is known of it.
 *
 * @template {{ term: string }} R
 * @returns {import('./table.js').Column<R>}
 */
export function termColumn() {
  return {
    key: 'term',
    label: t('column.term'),
    main: true,
    order: (a, b) => compare(a.term, b.term),
    cell: ({ term }) => h('a', { href: href('words', term), lang: 'ar', dir: 'auto' }, term),
  };
}

/**
 * A figure, under the heading `column.KEY`.
 *
 * @template R
 * @param {'count' | 'rate' | 'articles' | 'juilland' | 'gries' | 'reference' | 'likelihood' | 'ratio' | 'chance'} key
 * @param {(row: R) => number} value
 * @param {Intl.NumberFormatOptions} [options]
 * @param {'medium' | 'wide'} [from]
 * @returns {import('./table.js').Column<R>}
 */
export function figure(key, value, options, from) {
  return {
    key,
    label: t(`column.${key}`),
    hint: PLAIN.has(key) ? undefined : t(/** @type {'column.rate.title'} */ (`column.${key}.title`)),
    numeric: true,
    from,
    order: (a, b) => value(a) - value(b),
    cell: (row) => number(value(row), options),
  };
}
