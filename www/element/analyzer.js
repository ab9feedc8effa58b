import { bdi, fill, h } from '../page/dom.js';
import { Speaker } from '../i18n/speaker.js';
import css from './analyzer.css';
import { Base, sheetOf } from './base.js';
import { newAnalyzer } from './configure.js';
import { Marks } from './marks.js';
import { tabs } from './tabs.js';
import { layerOf } from './text.js';
import { titleOf, VIEWS } from './views.js';

/**
 * @import { AddAllResult, Analyzer, Entity, Input, Progress, Report } from '../analyzer/protocol.d.ts'
 * @import { AnalyzerError } from '../analyzer/error.js'
 * @import { Mark } from './marks.js'
 * @import { View } from './views.js'
 */

const sheet = sheetOf(css);

/** @type {View[]} */
const ALL = ['text', 'names', 'words', 'quotes', 'dates', 'copies'];

/**
 * `<warraq-analyzer>`: reads the articles that it is given or that are dropped on it, and shows what is in them.
 *
 * - Attributes: `lang` («ar» or «en»; else that of the page around it), `views` (which of «text names words quotes dates copies», parted
 *   by spaces, in that order; all by default), `src-text` (an article to read, as text), `theme` («light» or «dark»; else as around it).
 * - Properties: `report` (the latest `Report`, or null), `analyzer` (its `Analyzer`), `text` (as `src-text`), `view`.
 * - Methods: `add(inputs)`, `clear()`.
 * - Events, which bubble: `warraq-report` (detail: the `Report`), `warraq-error` (an `AnalyzerError`), `warraq-progress` (`Progress`),
 *   `warraq-select` (`{ entity }`) when a name is chosen.
 * - Taken out of the page it forgets what it read, and gives the memory back.
 * - Slots: `title`, `intro` (shown until something is read), `footer`.
 * - Parts: `frame`, `header`, `button`, `intro`, `status`, `problems`, `tabs`, `tab`, `panel`, `choice`, `text`, `list`, `name`.
 * - Style: `--warraq-paper`, `--warraq-ink`, `--warraq-ink-soft`, `--warraq-rule`, `--warraq-accent`, `--warraq-font`, `--warraq-radius`, and those of `<warraq-text>`.
 */
export class WarraqAnalyzer extends Base {
  /** @internal */
  static observedAttributes = ['lang', 'views', 'src-text'];

  /** The latest. @type {Report | null} */
  report = null;
  /** @type {Analyzer | undefined} */
  #analyzer;
  /** @type {ShadowRoot | undefined} */
  #root;
  #marks = new Marks();
  /** @type {View | undefined} */
  #view;
  /** Index of the article that is open. */
  #document = 0;
  /** Id of the entity chosen. @type {number | null} */
  #selected = null;
  /** @type {AnalyzerError[]} */
  #problems = [];
  /** @type {Progress | null} */
  #progress = null;
  /** The text given, and the file that was made of it. */
  #text = '';
  /** @type {Input | null} */
  #textFile = null;
  /** Counts what was begun: what is overtaken shows nothing. */
  #turn = 0;

  /** @internal */
  connectedCallback() {
    this.#root ??= this.attachShadow({ mode: 'open' });
    if (!this.#root.adoptedStyleSheets.includes(sheet())) this.#root.adoptedStyleSheets.push(sheet());
    this.#render();
    if (this.#text !== '' && this.#textFile === null) void this.#readText();
  }

  /** @internal */
  async disconnectedCallback() {
    this.#marks.clear();
    await null; // it may have been moved to another place of the page
    if (!this.isConnected) this.clear();
  }

  /** @internal @param {string} name @param {string | null} _before @param {string | null} value */
  attributeChangedCallback(name, _before, value) {
    if (name === 'src-text') this.text = value ?? '';
    else this.#render();
  }

  /** Made with the first text, so that `configure` can be called before. @returns {Analyzer} */
  get analyzer() {
    this.#analyzer ??= newAnalyzer({ onProgress: (progress) => this.#show(progress) });
    return this.#analyzer;
  }

  /** An article to read in place of the one given so before. */
  get text() {
    return this.#text;
  }

  set text(text) {
    this.#text = text;
    if (this.#root) void this.#readText();
  }

  /** Which view is open. @returns {View} */
  get view() {
    const views = this.#views();
    return this.#view && views.includes(this.#view) ? this.#view : (views[0] ?? 'text');
  }

  set view(view) {
    this.#view = view;
    this.#render();
  }

  /**
   * Reads files, beside those read before.
   *
   * @param {Iterable<Input | File>} inputs
   * @returns {Promise<AddAllResult>}
   */
  async add(inputs) {
    const files = [...inputs].map((input) =>
      input instanceof File ? { name: input.name, blob: input } : input,
    );
    const turn = ++this.#turn;
    this.#problems = [];
    try {
      const result = await this.analyzer.addAll(files, { onError: (error) => this.#complain(error) });
      const report = await this.analyzer.report();
      if (turn === this.#turn) this.#take(report);
      return result;
    } catch (error) {
      this.#complain(/** @type {AnalyzerError} */ (error));
      throw error;
    } finally {
      this.#show(null);
    }
  }

  /** Forgets all that was read. */
  clear() {
    this.#turn++;
    this.#analyzer?.clear();
    this.#textFile = null;
    this.#problems = [];
    this.#progress = null;
    this.report = null;
    this.#document = 0;
    this.#selected = null;
    this.#render();
  }

  async #readText() {
    await null; // after the module that imports this one has said how to `configure` it
    if (this.#textFile) await this.analyzer.removeFile(this.#textFile);
    this.#textFile = { name: 'text.txt', blob: new Blob([this.#text]) };
    if (this.#text.trim() === '') return this.clear();
    await this.add([this.#textFile]).catch(() => {}); // told of already
  }

  /** @param {Report} report */
  #take(report) {
    this.report = report;
    this.#document = Math.min(this.#document, Math.max(report.documents.length - 1, 0));
    this.#selected = null;
    this.#render();
    this.#tell('warraq-report', report);
  }

  /** @param {AnalyzerError} error */
  #complain(error) {
    this.#problems.push(error);
    this.#render();
    this.#tell('warraq-error', error);
  }

  /** @param {Progress | null} progress */
  #show(progress) {
    this.#progress = progress;
    const status = this.#root?.querySelector('[role=status]');
    if (status) fill(status, this.#statusText());
    if (progress) this.#tell('warraq-progress', progress);
  }

  /** @param {string} name @param {unknown} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  /** @returns {View[]} */
  #views() {
    const chosen = this.getAttribute('views')?.split(/\s+/) ?? ALL;
    return /** @type {View[]} */ (chosen.filter((view) => view in VIEWS));
  }

  #speaker() {
    const language = /** @type {HTMLElement | null} */ (this.closest('[lang]'))?.lang ?? 'ar';
    return new Speaker(language.startsWith('ar') ? 'ar' : 'en');
  }

  #statusText() {
    const speaker = this.#speaker();
    const { done, total } = this.#progress ?? {};
    if (done !== undefined && total !== undefined && done < total)
      return speaker.t('progress.files', { done, total });
    return this.report ? speaker.t('articles.count', { n: this.report.documents.length }) : '';
  }

  #render() {
    if (!this.#root) return;
    const speaker = this.#speaker();
    const { language } = speaker;
    const empty = !this.report?.documents.length;
    const frame = h(
      'section',
      {
        part: 'frame',
        class: 'frame',
        lang: language,
        dir: language === 'ar' ? 'rtl' : 'ltr',
        'aria-label': speaker.t('element.label'),
        ondragover: (/** @type {DragEvent} */ event) => event.preventDefault(),
        ondrop: (/** @type {DragEvent} */ event) => this.#drop(event),
      },
      this.#header(speaker, empty),
      empty && this.#intro(speaker),
      this.#problems.length > 0 && this.#problemList(speaker),
      !empty && this.#panel(speaker),
      h('footer', null, h('slot', { name: 'footer' })),
    );
    this.#root.replaceChildren(frame);
    this.#mark();
  }

  /** @param {Speaker} speaker @param {boolean} empty */
  #header(speaker, empty) {
    const input = h('input', {
      type: 'file',
      multiple: true,
      hidden: true,
      onchange: () => void this.add([...(input.files ?? [])]).catch(() => {}),
    });
    const button = (/** @type {string} */ text, /** @type {() => void} */ onclick) =>
      h('button', { type: 'button', part: 'button', onclick }, text);
    return h(
      'header',
      { part: 'header' },
      h('slot', { name: 'title' }),
      h('p', { part: 'status', role: 'status' }, this.#statusText()),
      input,
      button(speaker.t(empty ? 'intake.files' : 'intake.add'), () => input.click()),
      !empty && button(speaker.t('element.clear'), () => this.clear()),
    );
  }

  /** @param {Speaker} speaker */
  #intro(speaker) {
    return h(
      'div',
      { part: 'intro', class: 'intro' },
      h(
        'slot',
        { name: 'intro' },
        h('p', { class: 'drop' }, speaker.t('intake.drop')),
        h('p', { class: 'others' }, speaker.t('first.privacy')),
      ),
    );
  }

  /** @param {Speaker} speaker */
  #problemList(speaker) {
    const lines = this.#problems.map(({ file, code, message }) =>
      h('li', null, file && bdi(file), file && ': ', speaker.say('error', code, message)),
    );
    return h('ul', { part: 'problems', class: 'problems' }, lines);
  }

  /** @param {Speaker} speaker */
  #panel(speaker) {
    const { report, view } = this;
    if (!report) return null;
    const content = VIEWS[view]({
      report,
      document: this.#document,
      speaker,
      choose: (document) => {
        this.#document = document;
        this.#render();
      },
      select: (entity) => this.#select(entity),
    }).filter((node) => node !== null);
    const nothing = h('p', { class: 'others' }, speaker.t('element.nothing'));
    const panel = h(
      'div',
      {
        part: 'panel',
        class: 'panel',
        role: 'tabpanel',
        id: 'panel',
        tabindex: 0,
        'aria-labelledby': `tab-${view}`,
      },
      content.length > 0 ? content : nothing,
    );
    const choose = (/** @type {View} */ chosen) => {
      this.view = chosen;
      this.#root?.getElementById(`tab-${chosen}`)?.focus();
    };
    const names = this.#views().map((name) => ({ name, title: titleOf(name, speaker) }));
    return [tabs(names, view, { label: speaker.t('element.views'), choose }), panel];
  }

  /** @param {Entity} entity */
  #select(entity) {
    this.#selected = entity.id;
    this.#document = this.report?.documents.findIndex(({ id }) => entity.documents.includes(id)) ?? 0;
    this.#tell('warraq-select', { entity });
    if (!this.#views().includes('text')) return;
    this.view = 'text';
    const first = this.#root?.querySelector('[data-chosen]');
    first?.scrollIntoView({ block: 'center' });
  }

  /** Marks the names in the text shown. */
  #mark() {
    const document = this.report?.documents[this.#document];
    const paragraphs = [...(this.#root?.querySelectorAll('[data-start]') ?? [])];
    /** @type {Mark[]} */
    const marks = [];
    for (const paragraph of paragraphs) {
      const start = Number(paragraph.getAttribute('data-start'));
      const end = start + (paragraph.textContent ?? '').length;
      for (const mention of document?.mentions ?? []) {
        if (mention.start < start || mention.end > end || !paragraph.firstChild) continue;
        const chosen = mention.entity === this.#selected;
        if (chosen) paragraph.toggleAttribute('data-chosen', true);
        const range = globalThis.document.createRange();
        range.setStart(paragraph.firstChild, mention.start - start);
        range.setEnd(paragraph.firstChild, mention.end - start);
        marks.push({ layer: chosen ? 'selected' : layerOf(mention.kind), range });
      }
    }
    this.#marks.set(marks);
  }

  /** @param {DragEvent} event */
  #drop(event) {
    event.preventDefault();
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length > 0) void this.add(files).catch(() => {});
  }
}
