// The core as WebAssembly: .wasm/warraq.js, warraq.d.ts and warraq.wasm.
import { packages, wasmTarget } from './install.mjs';
import { run, say } from './run.mjs';
import { filesOf, unlessDone } from './stamp.mjs';

const MANIFESTS = ['Cargo.toml', 'Cargo.lock', 'rust-toolchain.toml'];
/** @type {[string, ...string[]]} */
const CARGO = ['cargo', 'build', '--locked', '--target-dir', 'target'];
const MODULE = 'target/wasm32-unknown-unknown/wasm/warraq.wasm';
const OUTPUTS = ['.wasm/warraq.js', '.wasm/warraq.d.ts', '.wasm/warraq.wasm'];
const GENERATOR = 'target/bindings/bindings';

/** Builds the core where its sources changed. */
export async function buildCore() {
  await packages();
  const sources = filesOf('build.rs', 'src').filter((file) => !file.startsWith('src/bin/'));
  const inputs = [...MANIFESTS, ...sources, 'node_modules/binaryen/package.json', 'tools/core.mjs'];
  await unlessDone('.wasm/core.stamp', { inputs, outputs: OUTPUTS }, async () => {
    wasmTarget();
    say('compiling the core to WebAssembly');
    run(...CARGO, '--profile=wasm', '--lib', '--target=wasm32-unknown-unknown', '--no-default-features');
    await buildGenerator();
    await unlessDone('.wasm/module.stamp', { inputs: [MODULE, GENERATOR], outputs: OUTPUTS }, () => {
      run(GENERATOR, MODULE, '.wasm');
      say('optimizing it');
      // No feature flags: what the module declares is what a browser was promised.
      run('node_modules/.bin/wasm-opt', '-O3', '.wasm/warraq_bg.wasm', '-o', '.wasm/warraq.wasm');
    });
  });
}

/** The generator of the bindings is built again only when its version changes, not with the core. */
function buildGenerator() {
  const files = { inputs: ['Cargo.lock', 'src/bin/bindings.rs'], outputs: [GENERATOR] };
  return unlessDone('.wasm/bindings.stamp', files, () => {
    say('building the generator of the JavaScript bindings (about a minute, once)');
    run(...CARGO, '--profile=bindings', '--bin=bindings', '--no-default-features', '--features=bindings');
  });
}
