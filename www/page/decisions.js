/** The person's decisions in force, and those before and after them: undoing is going back to the list before. */

/** @import { Decision } from './rules.js' */

export class Decisions {
  /** In the order in which they were made. @type {readonly Decision[]} */
  list = [];
  /** @type {(readonly Decision[])[]} */
  #before = [];
  /** @type {(readonly Decision[])[]} */
  #after = [];

  get canUndo() {
    return this.#before.length > 0;
  }

  get canRedo() {
    return this.#after.length > 0;
  }

  /** @param {readonly Decision[]} list */
  change(list) {
    this.#before.push(this.list);
    this.#after = [];
    this.list = list;
  }

  /** Drops decisions as if they had never been made. @param {(decision: Decision) => boolean} gone */
  forget(gone) {
    const kept = (/** @type {readonly Decision[]} */ list) => list.filter((decision) => !gone(decision));
    this.list = kept(this.list);
    // A step that only they made is no step any more.
    const steps = (/** @type {(readonly Decision[])[]} */ lists) =>
      lists.map(kept).filter((list, at, all) => list.length !== (all[at + 1] ?? this.list).length);
    this.#before = steps(this.#before);
    this.#after = steps(this.#after);
  }

  undo() {
    const list = this.#before.pop();
    if (list === undefined) return;
    this.#after.push(this.list);
    this.list = list;
  }

  redo() {
    const list = this.#after.pop();
    if (list === undefined) return;
    this.#before.push(this.list);
    this.list = list;
  }
}
