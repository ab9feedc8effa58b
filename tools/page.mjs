// www/index.html with other things in their places, and the hashes by which a browser knows contents.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, root } from './run.mjs';

/**
 * The page's HTML, changed.
 *
 * @param {[RegExp, string][]} changes what is found in it, and what is put in its place
 */
export function pageWith(changes) {
  return changes.reduce(
    (html, [from, to]) => {
      if (!from.test(html)) throw new Failure(`www/index.html has nothing like ${from}`);
      return html.replace(from, () => to);
    },
    readFileSync(join(root, 'www/index.html'), 'utf8'),
  );
}

/** The hash of a content as policies and integrity attributes have it. @param {string | Buffer} content */
export function sha256(content) {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`;
}
