/** Articles that a person takes out: a decision like others, so that it can be undone; their files are kept for that. */

/**
 * @import { Document, KeptFile } from '../analyzer/protocol.d.ts'
 * @import { Decision } from './rules.js'
 * @typedef {{ gone: number, title: string }} Removal of the document of that id
 */

import { titleOf } from './lookup.js';

/** @param {Document} document @returns {Removal} */
export function removeArticle(document) {
  return { gone: document.id, title: titleOf(document) };
}

/** The ids of the documents taken out. @param {readonly Decision[]} decisions */
export function removedBy(decisions) {
  return new Set(decisions.flatMap((decision) => ('gone' in decision ? [decision.gone] : [])));
}

/**
 * What differs between the decisions in force and those that shall be.
 *
 * @param {readonly Decision[]} before
 * @param {readonly Decision[]} now
 * @returns {{ gone: number[], back: number[] }} ids
 */
export function removalsChanged(before, now) {
  const [had, has] = [removedBy(before), removedBy(now)];
  return { gone: [...has].filter((id) => !had.has(id)), back: [...had].filter((id) => !has.has(id)) };
}

/**
 * The part of a file that one of its documents is.
 *
 * @param {KeptFile} file
 * @param {number} id
 * @returns {KeptFile}
 */
export function partOf({ input, members, encodings }, id) {
  const one = (/** @type {Map<number, any>} */ map) => new Map([...map].filter(([other]) => other === id));
  return { input, members: one(members), encodings: one(encodings) };
}

/**
 * Files with parts of theirs put back, in the order of their documents' ids.
 *
 * @param {KeptFile[]} files
 * @param {KeptFile[]} parts
 * @returns {KeptFile[]}
 */
export function putBack(files, parts) {
  /** @type {Map<unknown, KeptFile>} */
  const byInput = new Map();
  for (const { input, members, encodings } of [...files, ...parts]) {
    const file = byInput.get(input);
    byInput.set(input, {
      input,
      members: new Map([...(file?.members ?? []), ...members].sort(([a], [b]) => a - b)),
      encodings: new Map([...(file?.encodings ?? []), ...encodings]),
    });
  }
  const first = (/** @type {KeptFile} */ { members }) => Math.min(...members.keys());
  return [...byInput.values()].sort((a, b) => first(a) - first(b));
}
