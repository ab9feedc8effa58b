// A static server for this machine alone.
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

/** @type {Record<string, string>} */
const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/** As hosts do that compress a file when it is first asked for. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } };

/**
 * Serves `folder` below the path `base`.
 *
 * @param {string} folder
 * @param {{ base?: string, port?: number, headers?: Record<string, string>, compressed?: boolean }} [options] port 0 takes any that
 *   is free; `headers` are sent with each file; `compressed` as static hosts do
 * @returns {Promise<{ url: string, server: import('node:http').Server }>}
 */
export function serve(folder, { base = '/', port = 0, headers = {}, compressed = false } = {}) {
  const squeezed = remembered((file) => brotliCompressSync(readFileSync(file), BROTLI));
  const server = createServer((request, response) => {
    const file = fileFor(folder, base, request.url ?? '/');
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const all = { ...headers, 'content-type': type, 'cache-control': 'no-cache' };
    if (compressed && type !== TYPES['.woff2'])
      response.writeHead(200, { ...all, 'content-encoding': 'br' }).end(squeezed(file));
    else createReadStream(file).pipe(response.writeHead(200, all));
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ url: `http://localhost:${address.port}${base}`, server });
    });
  });
}

/**
 * A function that is asked once for each file.
 *
 * @param {(file: string) => Buffer} make
 */
function remembered(make) {
  /** @type {Map<string, Buffer>} */
  const made = new Map();
  return (/** @type {string} */ file) => {
    const content = made.get(file) ?? make(file);
    made.set(file, content);
    return content;
  };
}

/**
 * @param {string} folder
 * @param {string} base
 * @param {string} url
 */
function fileFor(folder, base, url) {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  if (!path.startsWith(base)) return null;
  const inside = normalize(`/${path.slice(base.length)}`); // no way up out of the folder
  const file = join(folder, inside.endsWith('/') ? `${inside}index.html` : inside);
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : null;
}
