/** The names of the page's files with the hashes of their contents, which tools/offline.mjs puts into the service worker. */
declare const OWN_FILES: [name: string, hash: string][];
