/**
 * PDFs. The core reads where text stands on their pages (see src/article/pdf); it is taken out of the file here, by pdf.js,
 * which is loaded with the first PDF and not before, from beside this module:
 *
 *     const analyzer = createAnalyzer({ pdf: layoutOf });
 *
 * @module
 */
import { AnalyzerError } from './error.js';
import { load as loadPdfjs } from './pdfjs.js';

/** @import { Input } from './protocol.d.ts' */

/** A larger file is not read. */
const MOST_BYTES = 100e6;

/** Pages of one file that are read. */
const MOST_PAGES = 2000;

/**
 * The layout of a PDF's pages, as the core takes it.
 *
 * @param {Input} input
 * @param {(url: URL) => Promise<Worker>} startWorker as the page's policy allows
 * @returns {Promise<Input>}
 */
export async function layoutOf(input, startWorker) {
  if (input.blob.size > MOST_BYTES)
    throw new AnalyzerError('too-large', `the PDF has more than ${MOST_BYTES / 1e6} MB: split it`);
  const { pdfjs, worker } = await load(startWorker);
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

/**
 * What is written on a page, part by part: pdf.js's `getTextContent` goes through the stream with `for await`, which Safari has not.
 *
 * @param {import('pdfjs-dist').PDFPageProxy} page
 */
async function itemsOf(page) {
  /** @type {ReadableStreamDefaultReader<Awaited<ReturnType<typeof page.getTextContent>>>} */
  const reader = page.streamTextContent().getReader();
  const items = [];
  for (let part = await reader.read(); !part.done; part = await reader.read())
    items.push(...part.value.items);
  return items;
}

/**
 * The runs of glyphs of a page: text, left end of the base line, width and size.
 *
 * @param {import('pdfjs-dist').PDFPageProxy} page
 */
async function runsOf(page) {
  const items = await itemsOf(page);
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

/** @type {Promise<{ pdfjs: typeof import('pdfjs-dist'), worker: import('pdfjs-dist').PDFWorker }> | undefined} */
let loading;

/** pdf.js, with a worker that is kept for the next file. @param {(url: URL) => Promise<Worker>} startWorker */
function load(startWorker) {
  loading ??= start(startWorker);
  loading.catch(() => (loading = undefined)); // the next file tries again
  return loading;
}

/** @param {(url: URL) => Promise<Worker>} startWorker */
async function start(startWorker) {
  try {
    const [pdfjs, port] = await Promise.all([
      loadPdfjs(),
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
