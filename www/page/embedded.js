/**
 * The files beside the page, where there are none: `dist/warraq.html` has them inside (see tools/single.mjs), and there `fetch` is this.
 *
 * @module
 */

/**
 * A file of the page's own, unpacked.
 *
 * @param {string | URL} address as it would be if the file lay beside the page
 * @returns {Promise<Response>} with status 404 where there is no such file
 */
export async function fetch(address) {
  const folder = new URL('.', document.baseURI).href;
  const name = decodeURIComponent(new URL(address, folder).href.slice(folder.length));
  const block = document.querySelector(`script[data-file="${CSS.escape(name)}"]`);
  if (!block) return new Response(null, { status: 404 });
  const bytes = Uint8Array.from(atob(block.textContent), (byte) => byte.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')));
}
