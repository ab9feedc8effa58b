/** pdf.js, which lies beside this module: not every page needs it, and no bundler that takes in the client shall take it in. */

/** @returns {Promise<typeof import('pdfjs-dist')>} */
export function load() {
  return import(
    /* webpackIgnore: true */ /* @vite-ignore */ new URL('./pdf/pdf.min.js', import.meta.url).href
  );
}
