// A static server for this machine alone.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';

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

/**
 * Serves `folder` below the path `base`.
 *
 * @param {string} folder
 * @param {{ base?: string, port?: number, headers?: Record<string, string> }} [options] port 0 takes any that is free; `headers` are sent with each file
 * @returns {Promise<{ url: string, server: import('node:http').Server }>}
 */
export function serve(folder, { base = '/', port = 0, headers = {} } = {}) {
  const server = createServer((request, response) => {
    const file = fileFor(folder, base, request.url ?? '/');
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
      return;
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    response.writeHead(200, { ...headers, 'content-type': type, 'cache-control': 'no-cache' });
    createReadStream(file).pipe(response);
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
