import type { KeptFile, Settings, Table, Input } from '../analyzer/protocol.d.ts';
import type { BlockDecision } from '../page/blocks.js';
import type { Rules } from '../page/rules.js';

/** What it takes to have a session again as it was. */
export interface SessionState {
  /** Version of the program that it was in. */
  warraq: string;
  settings: Settings;
  /** In the order of their documents' ids; a table of which nothing could be read has no documents. */
  files: KeptFile[];
  /** Those in force, in the order in which they were made; what was removed is left out, and with it the decision. */
  decisions: (Rules | BlockDecision)[];
  tables: { input: Input; table: Table }[];
}
