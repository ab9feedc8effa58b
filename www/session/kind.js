/** Which of the files given is a session, so that it is opened and not read as an archive of articles. */

/** @import { Input } from '../analyzer/protocol.d.ts' */

export const EXTENSION = 'warraq';

/** How a session begins: the header of a file in a ZIP (APPNOTE 4.3.7), and after thirty bytes the file's name. */
const [SIGNATURE, NAME_AT, NAME] = ['PK\u0003\u0004', 30, 'session.json'];

/** Of a drop of more files than this, only those named so are taken for sessions: none is opened to see. */
const MOST_OPENED = 100;

/**
 * Parts the sessions from the other files: by their names, `….warraq`, or by how they begin.
 *
 * @param {Input[]} inputs
 */
export async function partSessions(inputs) {
  const opened = inputs.length <= MOST_OPENED;
  const are = await Promise.all(
    inputs.map(
      ({ name, blob }) => name.toLowerCase().endsWith(`.${EXTENSION}`) || (opened && beginsSo(blob)),
    ),
  );
  return { sessions: inputs.filter((_, n) => are[n]), others: inputs.filter((_, n) => !are[n]) };
}

/** @param {Blob} blob */
async function beginsSo(blob) {
  try {
    const bytes = new Uint8Array(await blob.slice(0, NAME_AT + NAME.length).arrayBuffer());
    const head = String.fromCharCode(...bytes);
    return head.startsWith(SIGNATURE) && head.slice(NAME_AT) === NAME;
  } catch {
    return false; // what cannot be read is told of when it is read as an article
  }
}
