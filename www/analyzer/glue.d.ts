/**
 * The core's bindings, as the build makes them for the scripts of this folder (see `core` in tools/bundle.mjs): wasm-bindgen
 * writes them for one instance a page, of which a trap would be the end.
 */

/** What the core exports, and its memory, whose buffer is another one after each call that lets it grow. */
export type Glue = typeof import('./warraq.js') & { readonly memory: WebAssembly.Memory };

/** The core in an instance, with a memory, of its own. */
export function instantiate(module: WebAssembly.Module): Glue;
