/**
 * Tokens with names as CoNLL has them: a token a line, a tab and its tag; a blank line after each sentence. The tags are those of IOB2
 * (Ramshaw and Marcus 1995, as CoNLL-2002 used it), with the kinds PER, LOC, ORG and MISC. Comments before each article say where it is
 * from, and in the first lines what made the file.
 */

import { provenance } from './subject.js';

/**
 * @import { ArticleToken, Document } from '../analyzer/protocol.d.ts'
 * @import { Subject } from './subject.js'
 */

/** @param {Subject} subject */
export async function conll(subject) {
  const { settings, ...made } = provenance(subject);
  const parts = [comment('made', JSON.stringify(made)), comment('settings', JSON.stringify(settings))];
  for (const document of subject.report.documents) {
    const tokens = await subject.tokens(document.id);
    parts.push(comment('newdoc id', String(document.id)), comment('name', document.name));
    parts.push(lines(document, tokens));
  }
  return parts;
}

/** @param {string} name @param {string} value */
function comment(name, value) {
  return `# ${name} = ${value.replace(/\s+/g, ' ')}\n`;
}

/** @param {Document} document @param {ArticleToken[]} tokens */
function lines({ text, mentions }, tokens) {
  let next = 0;
  let inside = -1;
  const written = tokens.map(({ start, end, sentence }, n) => {
    while ((mentions[next]?.end ?? Infinity) <= start) next++;
    const mention = mentions[next];
    const tag = mention && mention.start < end ? `${inside === next ? 'I' : 'B'}-${mention.kind}` : 'O';
    if (tag !== 'O') inside = next;
    const last = tokens[n + 1]?.sentence !== sentence;
    // A number may have a space in it, which other programs would take for the end of a column.
    return `${text.slice(start, end).replace(/\s/g, '_')}\t${tag}\n${last ? '\n' : ''}`;
  });
  return written.join('');
}
