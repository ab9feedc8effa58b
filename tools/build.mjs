// npm run build: writes the static site to dist/.
import { main } from './run.mjs';
import { buildSite } from './site.mjs';

await main(async () => {
  await buildSite();
  console.log('The site is in dist/: put it on any static host, at any path.');
});
