/**
 * PDFs. The core reads where text stands on their pages (see src/article/pdf); it is taken out of the file here, by pdf.js,
 * which is loaded with the first PDF and not before, from beside this module.
 *
 * @module
 */
import { startWorker } from './connection.js';
import { AnalyzerError } from './error.js';

/** @typedef {import('./protocol.d.ts').Input} Input */
/** @typedef {typeof import('pdfjs-dist')} PdfJs */

/** A larger file is not read. */
const MOST_BYTES = 100e6;

/** Pages of one file that are read. */
const MOST_PAGES = 2000;

/** Where a PDF says that it is one: within the first kilobyte (ISO 32000-1, implementation note 13). */
const HEAD = 1024;

/**
 * A PDF as the layout of its pages; any other input as it is.
 *
 * @param {Input} input
 * @returns {Promise<Input>}
 */
export async function layoutOf(input) {
  if (!(await isPdf(input.blob))) return input;
  if (input.blob.size > MOST_BYTES)
    throw new AnalyzerError('too-large', `the PDF has more than ${MOST_BYTES / 1e6} MB: split it`);
  const { pdfjs, worker } = await load();
  const data = await bytes(input.blob);
  // Nothing is drawn, so no font is made and no file of its own is asked for.
  const loading = pdfjs.getDocument({
    data,
    worker,
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const document = await loading.promise;
    const pages = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number++)
      pages.push(await runsOf(await document.getPage(number)));
    if (pages.every((runs) => runs.length === 0))
      throw new AnalyzerError('no-text', 'the PDF has pictures of text only: recognize its text first (OCR)');
    const layout = JSON.stringify({ 'warraq-pdf': 1, pages });
    return { name: input.name, blob: new Blob([layout], { type: 'application/json' }) };
  } catch (error) {
    throw describe(error);
  } finally {
    await loading.destroy();
  }
}

/** @param {Blob} blob */
async function bytes(blob) {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch {
    throw new AnalyzerError('unreadable', 'the browser could not read the file: drop it again');
  }
}

/** @param {Blob} blob */
async function isPdf(blob) {
  try {
    return (await blob.slice(0, HEAD).text()).includes('%PDF-');
  } catch {
    return false; // what cannot be read is told of when it is read
  }
}

/**
 * The runs of glyphs of a page: text, left end of the base line, width and size.
 *
 * @param {import('pdfjs-dist').PDFPageProxy} page
 */
async function runsOf(page) {
  const { items } = await page.getTextContent();
  const runs = items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [, , slant, height, x, y] = item.transform;
    const size = Math.hypot(slant, height);
    return [[item.str, round(x), round(y), round(item.width), round(size)]];
  });
  page.cleanup();
  return runs.some(([text]) => String(text).trim() !== '') ? runs : [];
}

/** @param {number} points */
const round = (points) => Math.round(points * 100) / 100;

/** @type {Promise<{ pdfjs: PdfJs, worker: import('pdfjs-dist').PDFWorker }> | undefined} */
let loading;

/** pdf.js, with a worker that is kept for the next file. */
function load() {
  loading ??= start();
  loading.catch(() => (loading = undefined)); // the next file tries again
  return loading;
}

async function start() {
  try {
    const [pdfjs, port] = await Promise.all([
      /** @type {Promise<PdfJs>} */ (import(new URL('./pdf/pdf.min.js', import.meta.url).href)),
      startWorker(new URL('./pdf/pdf.worker.min.js', import.meta.url)),
    ]);
    return { pdfjs, worker: pdfjs.PDFWorker.create({ port }) };
  } catch (error) {
    throw error instanceof AnalyzerError
      ? error
      : new AnalyzerError('load', `the reader of PDFs could not be loaded (${error}): reload the page`);
  }
}

/** @param {any} error */
function describe(error) {
  if (error instanceof AnalyzerError) return error;
  if (error?.name === 'PasswordException')
    return new AnalyzerError('encrypted', 'the PDF is locked with a password: save it without one');
  return new AnalyzerError('broken', `the PDF is broken (${error?.message ?? error}): save it again`);
}
