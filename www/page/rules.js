/**
 * What a person decides about names, in the lines of an alias file: a verb, a kind and names, parted by tabs. The core
 * reads the same lines (`src/entity/alias.rs`), and so does the command line.
 */

import { fold } from './fold.js';
import { say, t } from './language.js';

/**
 * @import { Entity, EntityKind, Input } from '../analyzer/protocol.d.ts'
 * @import { BlockDecision } from './blocks.js'
 * @import { Removal } from './removal.js'
 * @typedef {string[]} Rules the lines that were decided at once; the last says best what it was about
 * @typedef {Rules | BlockDecision | Removal} Decision
 */

const RULE = /^(merge|split|rename|retype|delete|add|distinct)\t(PER|LOC|ORG|MISC)\t./;

/** Of a drop of more files than this, only those named so are taken for alias files: none is opened to see. */
const MOST_OPENED = 100;

/**
 * Other names become spellings of one. Those of another kind are given its kind.
 *
 * @param {Entity} kept
 * @param {Entity[]} others
 * @returns {Rules}
 */
export function merge(kept, others) {
  return others.flatMap((other) => {
    if (other.kind === kept.kind) return [rule('merge', kept.kind, kept.name, other.name)];
    const names = namesOf(other);
    return [
      ...names.map((name) => rule('retype', kept.kind, name)),
      ...names.map((name) => rule('merge', kept.kind, kept.name, name)),
    ];
  });
}

/** @param {Entity} entity @param {string} spelling @returns {Rules} */
export function split({ kind }, spelling) {
  return [rule('split', kind, spelling)];
}

/** @param {Entity} entity @param {string} shown @returns {Rules} */
export function rename({ kind, name }, shown) {
  return [rule('rename', kind, name, shown)];
}

/**
 * A name is of another kind. Its spellings, which are given the kind one by one, stay together.
 *
 * @param {Entity} entity
 * @param {EntityKind} kind
 * @returns {Rules}
 */
export function retype(entity, kind) {
  const names = namesOf(entity);
  const first = names.find((name) => fold(name) === fold(entity.name)) ?? names[0] ?? entity.name;
  return [
    ...names.filter((name) => name !== first).map((name) => rule('merge', kind, first, name)),
    ...(fold(first) === fold(entity.name) ? [] : [rule('rename', kind, first, entity.name)]),
    ...names.map((name) => rule('retype', kind, name)),
  ];
}

/** It is no name. @param {Entity} entity @returns {Rules} */
export function remove(entity) {
  return namesOf(entity).map((name) => rule('delete', entity.kind, name));
}

/**
 * The words are a name, which nobody found or which was found as a part of a longer one.
 *
 * @param {string} words
 * @param {EntityKind} kind
 * @param {{ kind: EntityKind, text: string }} [longer] which then is no name
 * @returns {Rules}
 */
export function add(words, kind, longer) {
  return [...(longer ? [rule('delete', longer.kind, longer.text)] : []), rule('add', kind, words)];
}

/** What was offered as one is two. @param {Entity} a @param {Entity} b @returns {Rules} */
export function distinct(a, b) {
  return [rule('distinct', a.kind, a.name, b.name)];
}

/**
 * The spellings that the core tells apart.
 *
 * @param {Entity} entity
 * @returns {string[]}
 */
export function namesOf({ spellings }) {
  const byKey = new Map(spellings.map(({ text }) => [fold(text), text]));
  return [...byKey.values()];
}

/** @param {string} verb @param {EntityKind} kind @param {...string} names */
function rule(verb, kind, ...names) {
  // A tab or a line's end in a name would part it.
  return [verb, kind, ...names.map((name) => name.replace(/\s+/g, ' ').trim())].join('\t');
}

/** An alias file. @param {readonly Decision[]} decisions */
export function aliasText(decisions) {
  return rulesIn(decisions).reduce((text, line) => `${text}${line}\n`, '');
}

/** The lines of the decisions about names. @param {readonly Decision[]} decisions */
export function rulesIn(decisions) {
  return decisions.flatMap((decision) => (Array.isArray(decision) ? decision : []));
}

/** The rules of an alias file, without its comments. @param {string} text */
export function rulesOf(text) {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/**
 * Parts the alias files from the articles: by their names, `….aliases.tsv`, or by their first rule.
 *
 * @param {Input[]} inputs
 */
export async function partAliasFiles(inputs) {
  const opened = inputs.length <= MOST_OPENED;
  const are = await Promise.all(
    inputs.map(({ name, blob }) => /\.aliases\.tsv$/i.test(name) || (opened && beginsWithRule(blob))),
  );
  return {
    aliases: inputs.filter((_, index) => are[index]),
    articles: inputs.filter((_, index) => !are[index]),
  };
}

/** @param {Blob} blob */
async function beginsWithRule(blob) {
  try {
    return RULE.test(rulesOf(await blob.slice(0, 4096).text())[0] ?? '');
  } catch {
    return false; // what cannot be read is told of when it is read as an article
  }
}

/** What was decided, in sentences, the most telling first. @param {Decision} decision @returns {string[]} */
export function describe(decision) {
  if (Array.isArray(decision)) return decision.map(describeRule).reverse();
  if ('gone' in decision) return [t('decided.gone', { title: decision.title })];
  return [t(decision.inside ? 'decided.in' : 'decided.out', { words: decision.words })];
}

/** @param {string} line */
function describeRule(line) {
  const [verb = '', kind = '', name = '', other = ''] = line.split('\t');
  switch (verb) {
    case 'merge':
      return t('rule.merge', { name, other });
    case 'split':
      return t('rule.split', { name });
    case 'rename':
      return t('rule.rename', { name, other });
    case 'retype':
      return t('rule.retype', { name, kind: say('kind', kind) });
    case 'delete':
      return t('rule.delete', { name });
    case 'add':
      return t('rule.add', { name, kind: say('kind', kind) });
    case 'distinct':
      return t('rule.distinct', { name, other });
    default:
      return line;
  }
}
