/**
 * Long work in slices, between which a page answers.
 *
 *     const slices = new Slices(8);
 *     for (const item of many) {
 *       work(item);
 *       if (slices.over) await slices.rest();
 *     }
 *
 * @module
 */
export class Slices {
  #length;
  #end;

  /** @param {number} length milliseconds of work at a time */
  constructor(length) {
    this.#length = length;
    this.#end = performance.now() + length;
  }

  /** Whether it is time to rest. */
  get over() {
    return performance.now() >= this.#end;
  }

  /** Lets the page answer; then the next slice begins. */
  async rest() {
    await new Promise((resolve) => setTimeout(resolve));
    this.#end = performance.now() + this.#length;
  }
}
