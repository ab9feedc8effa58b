// npm start: builds the page where something changed, and serves it.
import { join } from 'node:path';
import { main, root } from './run.mjs';
import { serve } from './serve.mjs';
import { buildSite } from './site.mjs';

const PORT = 8017;

await main(async () => {
  await buildSite();
  const { url } = await serveAtOrNear(Number(process.env.PORT ?? PORT));
  console.log(`Warraq is at ${url} (Ctrl+C ends it)`);
});

/** @param {number} port */
async function serveAtOrNear(port) {
  try {
    return await serve(join(root, 'dist'), { port });
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EADDRINUSE') throw error;
    return serve(join(root, 'dist'));
  }
}
