import { cpSync } from 'node:fs';
import { build } from 'esbuild';

// A script of the old kind: from file:// browsers load no modules.
await build({
  entryPoints: ['main.js'],
  outdir: 'dist',
  bundle: true,
  minify: true,
  format: 'iife',
  define: { 'import.meta.url': '""' }, // of what is beside the script nothing is needed
});
cpSync('index.html', 'dist/index.html');
