/**
 * Messages, numbers, plurals and dates as a language writes them.
 *
 * @module
 */
import ar from './ar.js';
import en from './en.js';

/** @typedef {'ar' | 'en'} Language */
/** @typedef {keyof typeof ar} Key */
/** @typedef {Record<string, string | number>} Params */

// Latin digits in Arabic too: most Arabic news sites print them, and they match the file names and exports.
const LOCALES = { ar: 'ar-u-nu-latn', en: 'en-GB' };
/** @type {Record<Language, Record<string, string | Partial<Record<Intl.LDMLPluralRule, string>>>>} */
const MESSAGES = { ar, en };

export class Speaker {
  #messages;
  #locale;
  /** The formatters, slow to make and quick to use. @type {Map<string, any>} */
  #formats = new Map();

  /** @param {Language} language */
  constructor(language) {
    this.language = language;
    this.#messages = MESSAGES[language];
    this.#locale = LOCALES[language];
  }

  /**
   * A message. `{name}` in it stands for a parameter; a message with plural forms takes the one for the parameter `n`.
   * Text put in is isolated, so that it cannot turn the direction of the sentence around it.
   *
   * @param {Key} key
   * @param {Params} [params]
   * @returns {string}
   * @example t('articles.count', { n: 3 })  // «3 مقالات»
   */
  t(key, params = {}) {
    return this.#compose(this.#messages[key] ?? key, params);
  }

  /**
   * The words for a code that the core gave: a newer core may know one that the page does not, which is shown as it is.
   *
   * @param {'kind' | 'kinds' | 'reason' | 'spelling' | 'why' | 'error' | 'notice' | 'block'} group
   * @param {string} code
   * @param {string} [otherwise]
   * @param {Params} [params]
   */
  say(group, code, otherwise = code, params = {}) {
    const message = this.#messages[`${group}.${code}`];
    return message === undefined ? otherwise : this.#compose(message, params);
  }

  /**
   * @param {string | Partial<Record<Intl.LDMLPluralRule, string>>} message
   * @param {Params} params
   */
  #compose(message, params) {
    const pattern =
      typeof message === 'string'
        ? message
        : (message[this.#plural(Number(params.n))] ?? message.other ?? '');
    return pattern.replace(/\{(\w+)\}/g, (whole, name) => {
      const value = params[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? this.number(value) : `\u2068${value}\u2069`;
    });
  }

  /** @param {number} n */
  #plural(n) {
    return this.#format('plural', () => new Intl.PluralRules(this.#locale)).select(n);
  }

  /**
   * @param {number} value
   * @param {Intl.NumberFormatOptions} [options]
   */
  number(value, options = {}) {
    return this.#format(
      `number ${JSON.stringify(options)}`,
      () => new Intl.NumberFormat(this.#locale, options),
    ).format(value);
  }

  /**
   * A date of the report in words: the day, month and year that it has.
   *
   * @param {string} iso "2024-04-09", "2021-08", "2003", "--08-31", "--03"; a time after the day is left out
   */
  date(iso) {
    const [, year, month, day] = /^(\d{4}|-)(?:-(\d{2}))?(?:-(\d{2}))?/.exec(iso) ?? [];
    if (year === undefined) return iso;
    /** @type {Intl.DateTimeFormatOptions} */
    const parts = { timeZone: 'UTC', calendar: 'gregory' };
    if (year !== '-') parts.year = 'numeric';
    if (month) parts.month = 'long';
    if (day) parts.day = 'numeric';
    // 2000 stands for the year that is not known: it has a 29th of February.
    const time = Date.UTC(year === '-' ? 2000 : Number(year), Number(month ?? 1) - 1, Number(day ?? 1));
    return this.#format(
      `date ${Object.keys(parts)}`,
      () => new Intl.DateTimeFormat(this.#locale, parts),
    ).format(time);
  }

  /** Compares texts as a reader of the language sorts them. @param {string} a @param {string} b */
  compare(a, b) {
    return this.#format('collator', () => new Intl.Collator(['ar', 'en'], { numeric: true })).compare(a, b);
  }

  /**
   * @template F
   * @param {string} name
   * @param {() => F} make
   * @returns {F}
   */
  #format(name, make) {
    if (!this.#formats.has(name)) this.#formats.set(name, make());
    return this.#formats.get(name);
  }
}
