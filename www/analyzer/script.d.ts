/** The text of worker.js with all that it imports, as the build makes it (see `core` in tools/bundle.mjs). */
declare const script: string;
export default script;
