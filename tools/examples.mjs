// The examples, with the package installed as a site installs it: dist/examples/, for the tests.
import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPackage } from './package.mjs';
import { Failure, outputOf, root } from './run.mjs';

/** Builds the package, and installs it. */
export async function buildExamples() {
  installExamples(await buildPackage());
}

/** Installs the package beside copies of the examples, without a network: it depends on nothing. @param {string} packed its file */
export function installExamples(packed) {
  const folder = join(root, 'dist/examples');
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(root, 'examples'), folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  const quietly = ['--offline', '--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock'];
  if (outputOf('npm', 'install', packed, '--prefix', folder, ...quietly) === null)
    throw new Failure('npm could not install the package without a network');
  for (const example of readdirSync(folder)) serveBeside(join(folder, example));
}

/** Examples without a build have the package in their folder. @param {string} example */
function serveBeside(example) {
  const own = join(example, 'main.js');
  if (!existsSync(own) || existsSync(join(example, 'package.json'))) return;
  cpSync(join(root, 'dist/npm'), join(example, 'warraq'), { recursive: true });
}
