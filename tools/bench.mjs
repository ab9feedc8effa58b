// npm run bench: sizes, and the times of tests/bench. Measured, not judged: no test depends on how fast a machine is.
import { buildPackage } from './package.mjs';
import { main, run, say } from './run.mjs';
import { buildSite } from './site.mjs';
import { checkSizes, packageSizes, sizes } from './size.mjs';
import { filesOf } from './stamp.mjs';

await main(async () => {
  const page = await buildSite();
  say('building the command line with optimizations');
  run('cargo', 'build', '--locked', '--release', '--bin', 'warraq', '--target-dir', 'target');
  await buildPackage();
  console.log('\nSizes');
  checkSizes([...sizes(page), ...packageSizes()]);
  for (const file of filesOf('tests/bench').filter((file) => file.endsWith('.bench.mjs'))) {
    run('node', '--expose-gc', file);
  }
});
