/** The core, gzipped, in base64, as the build makes it (see `core` in tools/bundle.mjs). */
declare const packed: string;
export default packed;
