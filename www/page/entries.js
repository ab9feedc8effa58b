/** Files from what was dropped or chosen: single files, and folders with all that is in them. */

/** @import { Input } from '../analyzer/protocol.d.ts' */

// What systems put into folders for themselves.
const NOT_ARTICLES = /(^|\/)(\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/i;

/**
 * @param {Iterable<File>} files from a file or folder input
 * @returns {Input[]}
 */
export function inputsOfFiles(files) {
  return [...files]
    .map((file) => ({ name: file.webkitRelativePath || file.name, blob: file }))
    .filter(({ name }) => !NOT_ARTICLES.test(name));
}

/**
 * The files of a drop. The entries must be asked for before anything is awaited: the browser empties the transfer
 * when the event is over.
 *
 * @param {DataTransfer} transfer
 * @returns {Promise<{ inputs: Input[], empty: string[] }>} the files, and the names of folders that hold none
 */
export async function inputsOfDrop(transfer) {
  const dropped = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  /** @type {Input[]} */
  const inputs = [];
  /** @type {string[]} */
  const empty = [];
  for (const { entry, file } of dropped) {
    if (entry?.isDirectory) {
      const found = await inputsOfFolder(/** @type {FileSystemDirectoryEntry} */ (entry));
      inputs.push(...found);
      if (found.length === 0) empty.push(entry.name);
    } else if (file) {
      inputs.push(...inputsOfFiles([file]));
    }
  }
  return { inputs, empty };
}

/**
 * @param {FileSystemDirectoryEntry} folder
 * @returns {Promise<Input[]>} in the order of their names
 */
async function inputsOfFolder(folder) {
  const inputs = [];
  const entries = await entriesOf(folder);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const name = entry.fullPath.replace(/^\//, '');
    if (NOT_ARTICLES.test(name)) continue;
    if (entry.isDirectory)
      inputs.push(...(await inputsOfFolder(/** @type {FileSystemDirectoryEntry} */ (entry))));
    else inputs.push({ name, blob: await fileOf(/** @type {FileSystemFileEntry} */ (entry)) });
  }
  return inputs;
}

/** @param {FileSystemDirectoryEntry} folder */
async function entriesOf(folder) {
  const reader = folder.createReader();
  const entries = [];
  // A reader gives at most a hundred at a time, and none when it is through.
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return entries;
    entries.push(...some);
  }
}

/** @param {FileSystemFileEntry} entry @returns {Promise<File>} */
function fileOf(entry) {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}
