/**
 * The types of the analyzer: what an analysis says, what the client offers, and what client and worker tell each other.
 *
 * Every `start` and `end` is in UTF-16 code units into the `text` of its document, end exclusive, so that
 * `document.text.slice(start, end)` is what is meant. Ids are small integers and are never given twice in one corpus.
 */

/** The result of an analysis: the same JSON that `warraq analyze --format json` prints. */
export interface Report {
  /** Version of the program that made it. */
  warraq: string;
  /** Every option in force, so that the result can be repeated. */
  settings: Settings;
  documents: Document[];
  entities: Entity[];
  /** Pairs of entities that may be one, too doubtful to join. */
  offers: Offer[];
  keywords: Keyword[];
  duplicates: Duplicate[];
}

/** The core's options; what is left out has the core's default. */
export interface Settings {
  /** Keywords listed for each document. */
  keywords_per_document?: number;
  /** Keywords listed for the corpus. */
  keywords?: number;
  /** Mentions with a lower confidence are left out, 0 to 1. */
  min_score?: number;
  /** What a person decided about names: the lines of an alias file, such as "merge\tPER\tNAME\tSPELLING". */
  aliases?: string[];
}

/** One file, as it was read. */
export interface Document {
  id: number;
  /** The file's name, or its path inside a folder or archive. */
  name: string;
  /** "text", "html", "markdown" … */
  format: string;
  /** The encoding it was decoded from, as the WHATWG Encoding standard names it. */
  encoding: string;
  /** How sure the encoding is, 0 to 1. */
  encoding_confidence: number;
  /** The other encodings that come into question, likeliest first. */
  encoding_alternatives: string[];
  /** The decoded text, or for HTML and other containers the text extracted from it, before cleaning. */
  text: string;
  /** Every non-blank block of the text, in order, without overlap. */
  blocks: Block[];
  stories: Story[];
  mentions: Mention[];
  quotes: Quote[];
  dates: DateMention[];
  /** The document's own keywords, best first. */
  keywords: DocumentKeyword[];
  /** Words of the article, without what the portal added. */
  words: number;
  /** What the person should know about the file although it was read. */
  notices: Notice[];
  /** BCP 47 language tag. */
  language: string;
}

/** A place in a document's text. */
export interface Range {
  start: number;
  end: number;
}

export type BlockKind =
  'title' | 'body' | 'heading' | 'caption' | 'date' | 'source' | 'tags' | 'repeat' | 'furniture';

/** A line or paragraph and what it is. */
export interface Block extends Range {
  kind: BlockKind;
  /** Index in the document's `stories`. */
  story: number;
  /** A stable code for why it is not body; empty for body, or `person` where the person decided so. */
  reason: string;
}

/** One article in a file: most files hold one, portals append others. */
export interface Story {
  role: 'primary' | 'appended';
  title: Range | null;
  /** ISO 8601; only what the file itself says. */
  published: string | null;
  /** The publisher's or agency's line. */
  source: string | null;
  /** Who wrote it, as the file names them. */
  author: string | null;
  /** Where it was written: «القاهرة». */
  dateline: string | null;
  /** The site's section. */
  section: string | null;
  /** The publisher's own key words. */
  tags: string[];
}

export type EntityKind = 'PER' | 'LOC' | 'ORG' | 'MISC';

/** A name in a text, without the particles attached to it. */
export interface Mention extends Range {
  kind: EntityKind;
  /** Id of an entity of the report. */
  entity: number;
  /** The tagger's confidence, 0 to 1. */
  score: number;
  /** Why it was tagged: a stable code. */
  reason: string;
}

/** What someone is quoted as saying; the range lies inside the quotation marks. */
export interface Quote extends Range {
  /** Entity id. */
  speaker: number | null;
  /** Who said it in the text's own words, where no name is given. */
  speaker_phrase: Range | null;
  /** The verb of saying. */
  cue: Range | null;
  direct: boolean;
}

/** A date that a text names. */
export interface DateMention extends Range {
  /** ISO 8601, cut where the text is silent: "2021-08", "--08-31". */
  value: string;
}

export interface DocumentKeyword {
  term: string;
  count: number;
  score: number;
}

/** A person, place or organisation with all its spellings. */
export interface Entity {
  id: number;
  kind: EntityKind;
  name: string;
  spellings: Spelling[];
  /** Mentions in all documents. */
  count: number;
  /** Ids of the documents that mention it. */
  documents: number[];
}

export interface Spelling {
  text: string;
  count: number;
  /** Why it was linked to the entity: a stable code. */
  reason: string;
}

/** Two entities that may be one. */
export interface Offer {
  /** Their ids, the smaller first. */
  entities: [number, number];
  /** Why they may be one. */
  reason: string;
}

/** A keyword of the whole corpus. */
export interface Keyword {
  term: string;
  forms: string[];
  count: number;
  /** How many documents have it. */
  documents: number;
  score: number;
}

/** Stories that are copies of one another. */
export interface Duplicate {
  /** Pairs of document id and story index. */
  stories: [document: number, story: number][];
  /** 0 to 1. */
  similarity: number;
  /** The press agency that most of its stories name as theirs: «رويترز». */
  agency: string | null;
  /** Those of its stories that bear the earliest day, where others bear a later one. */
  earliest: [document: number, story: number][];
}

/** Something that the person should know about a file although it was read. */
export interface Notice {
  /** Stable, for programs and translations: "truncated", "repaired", "encoding-guess" … */
  code: string;
  /** In English. */
  message: string;
}

/** What is looked for: words one after the other, an entity of the report by its id, or a regular expression. */
export type Pattern = { words: string } | { entity: number } | { regex: string };

/** What to look for, where, and how to show it; what is left out has the value given here. */
export interface Query {
  pattern: Pattern;
  /**
   * When a word is the one looked for: written just so, written so after folding, or any form of it with any particles.
   * A regular expression is folded unless this is `exact`. `folded`.
   */
  matching?: 'exact' | 'folded' | 'grouped';
  /** Ids of documents; none for all. */
  documents?: number[];
  /** As they stand, or by the words before or after the place, the nearest first. `place`. */
  sort?: 'place' | 'before' | 'after';
  /** Words shown to either side. 12. */
  context?: number;
  /** Lines at most, the first ones in the order of place. 10,000. */
  limit?: number;
}

/** The questions by name. An empty list of documents means all. */
export interface Questions {
  /** Every place of what is looked for, in context. */
  concordance: Query;
  /** How it is written, how often it is used, and how evenly. */
  usage: Query;
  /** The words that stand at least `least` times in the window around it, or in its sentence. */
  collocates: { query: Query; window: 'sentence' | { words: number }; least: number };
  /** Runs of two to five words. */
  ngrams: { documents: number[]; length: number; least: number };
  /** How each word is used. */
  words: { documents: number[]; least: number };
  /** What documents have more or less of than others: all others, some, or general Arabic news. */
  keyness: {
    documents: number[];
    reference: 'others' | 'background' | { documents: number[] };
    least: number;
  };
  /** How many different words there are. */
  richness: { documents: number[] };
  /** Articles, and what is looked for in them, by their date of publication. */
  trend: { query?: Query | null; period: 'day' | 'month' | 'year' };
  /** The entities that at least `least` articles mention together, `limit` pairs at most. */
  together: { documents: number[]; least: number; limit: number };
  /** What the second story kept, cut, added and reworded; a story is a document's id and an index in its `stories`. */
  compare: { a: [document: number, story: number]; b: [document: number, story: number] };
  /** The words and marks of a document's article. */
  tokens: { document: number };
}

/** The answers to `Questions`. Formulas and papers stand with the core's own names, in src/keyword/statistic. */
export interface Answers {
  concordance: Line[];
  usage: Dispersion & { forms: { form: string; count: number }[] };
  /** The highest log-Dice first. */
  collocates: Collocate[];
  /** The most frequent first. */
  ngrams: { term: string; count: number; documents: number }[];
  /** The most frequent first; `content`: no function word. */
  words: (Dispersion & { term: string; content: boolean; tf_idf: number })[];
  /** The surest first. */
  keyness: Keyness[];
  richness: Richness;
  /** In order; last, with no period, the articles whose date is not known. */
  trend: Point[];
  /** Those of most articles first. */
  together: Together[];
  compare: Comparison;
  /** In order. */
  tokens: ArticleToken[];
}

/** A place, with what stands around it in the same block: from `before` to `after` in the document's text. */
export interface Line extends Range {
  document: number;
  before: number;
  after: number;
}

/** A word or mark of an article; its sentence is counted from 0 in its document. */
export interface ArticleToken extends Range {
  sentence: number;
}

/** How often something is used, and how evenly over the documents. */
export interface Dispersion {
  count: number;
  documents: number;
  per_million: number;
  /** Juilland's D, 1 for even. */
  juilland_d: number;
  /** Gries's DP, 0 for even. */
  deviation_of_proportions: number;
}

export interface Collocate {
  term: string;
  /** Places in the window. */
  count: number;
  /** Places in all. */
  total: number;
  log_dice: number;
  mutual_information: number;
  t_score: number;
  log_likelihood: number;
}

export interface Keyness {
  term: string;
  count: number;
  reference_count: number;
  per_million: number;
  reference_per_million: number;
  log_likelihood: number;
  /** Above 0 where the documents have more. */
  log_ratio: number;
  percent_diff: number;
  /** The probability that chance does as much, corrected for how many words are tested. */
  bonferroni: number;
  benjamini_hochberg: number;
}

export interface Richness {
  tokens: number;
  types: number;
  hapaxes: number;
  type_token_ratio: number;
  /** Guiraud's. */
  root_ratio: number;
  /** The mean of each full thousand words; none below that. */
  standardized_ratio: number | null;
}

export interface Point {
  /** "2024-04-09", "2024-04" or "2024". */
  period: string | null;
  articles: number;
  words: number;
  /** Places, and articles that have one. */
  count: number;
  holding: number;
  per_million: number;
}

/** Two entities; `log_dice` and `log_likelihood` are over articles. */
export interface Together {
  entities: [number, number];
  articles: number;
  sentences: number;
  log_dice: number;
  log_likelihood: number;
}

/** What the second of two stories made of the first. */
export interface Comparison {
  /** In the order of the second. */
  passages: Passage[];
  /** Words. */
  kept: number;
  cut: number;
  added: number;
}

/** Sentences that say the same in both, or stand in one alone. */
export interface Passage {
  change: 'same' | 'reworded' | 'cut' | 'added';
  a: Range | null;
  b: Range | null;
  /** It stands in another order than what is around it. */
  moved: boolean;
  /** Runs of words, where it is in both. */
  edits: { change: 'same' | 'cut' | 'added'; a: Range | null; b: Range | null }[];
}

/** An article that was read. */
export interface Added {
  id: number;
  /** The file's name, or the article's path in it: "archive.zip/folder/rows.csv#17". */
  name: string;
  format: string;
  encoding: string;
  notices: Notice[];
}

/** A file to read: give its bytes as a `Blob` (a `File` is one). */
export interface Input {
  /** The file's name, or its path inside a folder. */
  name: string;
  blob: Blob;
  /** The encoding, where the person chose one. */
  encoding?: string;
  /** What the columns of its tables hold, by the tables' names, where the person chose. */
  tables?: Record<string, Roles>;
}

/**
 * Which column of a table, or field of JSON, holds what, by its name. What is left out is guessed; the empty name means
 * none. `header`: whether the first row names the columns.
 */
export interface Roles {
  header?: boolean | null;
  text?: string | null;
  title?: string | null;
  date?: string | null;
  source?: string | null;
  author?: string | null;
}

/** A table in a file, as it was read. */
export interface Table {
  /** The file's name, or its path inside an archive; with the sheet's, where there are several. */
  name: string;
  /** Its columns in order, each with how its first cell begins. */
  columns: { name: string; sample: string }[];
  /** What was taken for what: nothing is left out. */
  roles: Roles;
  /** Rows that have a text. */
  rows: number;
  /** Rows passed over, since they have no Arabic text. */
  skipped: number;
  /** Whether the first row may be taken for names or for a row: not where the format names the columns. */
  can_have_header: boolean;
}

/** An article, or a part of a file, that could not be read. */
export interface Failure {
  name: string;
  code: ErrorCode;
  message: string;
}

/** A file in the corpus: what it takes to read it again. */
export interface KeptFile {
  input: Input;
  /** Its articles: the ids of their documents, in ascending order, each with its place in the file from 0. */
  members: Map<number, number>;
  /** Those of them for which the person chose an encoding; null for the one detected. */
  encodings: Map<number, string | null>;
}

/** What became of a file. */
export interface FileRead {
  added: Added[];
  failed: Failure[];
  tables: Table[];
  /** Whether the signal stopped it before its end. */
  stopped: boolean;
}

/** What went wrong, for programs; a later version may know more. */
export type ErrorCode = FileErrorCode | UseErrorCode | ClientErrorCode | (string & {});

/** Of a file. */
export type FileErrorCode =
  | 'empty'
  | 'not-text'
  | 'no-arabic'
  | 'too-large'
  | 'same-file'
  | 'broken'
  | 'encrypted'
  | 'unknown-packing'
  | 'zip-bomb'
  | 'too-much'
  | 'too-many'
  | 'too-deep'
  | 'unclosed-quote'
  | 'bad-json'
  | 'no-text-column'
  /** A PDF in another file, or where there is no reader of PDFs. */
  | 'pdf'
  /** A PDF of pictures of text alone. */
  | 'no-text';

/** Of what was asked. */
export type UseErrorCode =
  | 'unknown-encoding'
  | 'unknown-column'
  | 'unknown-document'
  | 'unknown-block'
  | 'unknown-entity'
  | 'unknown-switch'
  | 'bad-alias'
  | 'bad-settings'
  | 'bad-choice'
  | 'bad-question'
  /** The message says what is wrong with it. */
  | 'bad-regex'
  /** Nothing to look for. */
  | 'empty-query';

/** Of the client. */
export type ClientErrorCode =
  /** The core, or the reader of PDFs, could not be loaded. */
  | 'load'
  /** Script and core are of different versions. */
  | 'version'
  /** The browser could not read the file. */
  | 'unreadable'
  /** The core stopped at this file; the others are kept. */
  | 'crashed'
  /** The analyzer was cleared or closed. */
  | 'closed';

export interface Progress {
  /** Reading the files given, or, after a crash, those that had been read before. */
  stage: 'read' | 'restore';
  /** Files done, and files in all. */
  done: number;
  total: number;
  bytesDone: number;
  bytesTotal: number;
  /** The file being read; empty at the end. */
  name: string;
  /** Articles done in that file, and all that are known of in it. */
  inside?: { done: number; total: number };
}

export interface AnalyzerOptions {
  settings?: Settings;
  /** The text of an alias file, whose decisions about names are in force from the beginning. */
  aliases?: string;
  /** Ends every request of the analyzer. */
  signal?: AbortSignal;
  /** Hears of every file of `addAll`, and of the files read again after a crash. */
  onProgress?: (progress: Progress) => void;
  /** Where `warraq.wasm` is, if not beside the script. */
  wasmUrl?: string | URL;
  /** The core itself, where the host loads it. */
  wasm?: WebAssembly.Module | BufferSource;
  /**
   * `false`: the core runs in the thread of the caller, which it blocks while it reads a file. So it does by default where
   * there is no page: in Node, Deno, Bun, and workers of the host's own.
   */
  worker?: boolean;
  /** Where the package's worker.js is, on the page's own origin: for a page whose policy forbids workers from blobs. */
  workerUrl?: string | URL;
  /** Reads PDFs, on pages: `layoutOf` of pdf.js. Without it they are refused with `pdf`. */
  pdf?: (input: Input, startWorker: (url: URL) => Promise<Worker>) => Promise<Input>;
}

export interface AddOptions {
  /** Stops before the next article; what was read stays. */
  signal?: AbortSignal;
  /** Hears of the articles of a file that has many. */
  onInside?: (inside: { done: number; total: number }) => void;
  onAdded?: (added: Added) => void;
}

export interface AddAllOptions {
  /** Stops before the next article; what was read stays. */
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
  onAdded?: (added: Added) => void;
  /** A file, or something in it, that could not be read; the others go on. */
  onError?: (error: import('./error.js').AnalyzerError) => void;
}

/** What became of the files of one `addAll`. */
export interface AddAllResult {
  added: Added[];
  failed: import('./error.js').AnalyzerError[];
  /** The tables in the files. */
  tables: { input: Input; table: Table }[];
  /** Files not read because the signal was aborted. */
  cancelled: number;
}

/** A corpus in a core of its own. */
export interface Analyzer {
  /**
   * Reads one file and all the articles in it. Rejects with an `AnalyzerError` where there is nothing in it that can be
   * read, or with the signal's reason.
   */
  add(input: Input, options?: AddOptions): Promise<FileRead>;
  /** Reads files one after the other; never rejects for a file's sake. */
  addAll(inputs: Iterable<Input>, options?: AddAllOptions): Promise<AddAllResult>;
  /**
   * Reads a document's file again under its id, in an encoding that the person chose, or in the one detected for `null`.
   * Resolves to whether the decisions about its blocks are still in force: where it has as many blocks as before. If it
   * rejects, the document is as before.
   */
  setEncoding(document: number, encoding: string | null): Promise<boolean>;
  /** Takes a document out of the corpus. */
  remove(id: number): Promise<void>;
  /** The files in the corpus, in the order of their documents' ids. */
  files(): KeptFile[];
  /**
   * Reads files in place of those in the corpus, their documents under the ids given, which must ascend: to bring back a
   * document that was removed, or a corpus that was written down. The decisions in force stay so. Resolves to why some
   * could not be read so; the corpus is then without them.
   */
  restore(files: KeptFile[]): Promise<import('./error.js').AnalyzerError[]>;
  /** Takes all documents that were read of a file out of the corpus, and returns their ids. */
  removeFile(input: Input): Promise<number[]>;
  /**
   * Puts the decisions about names of an alias file in force, in place of those before; the next report follows them.
   * Rejects with `bad-alias` where a line is no rule: those before then stay.
   */
  setAliases(text: string): Promise<void>;
  /**
   * Puts a block of a document, by its index among the document's `blocks`, into the article (`true`) or out of it
   * (`false`) as the person decides, or leaves it to the program again (`null`); the next report follows.
   */
  setBlock(document: number, block: number, inside: boolean | null): Promise<void>;
  /** Analyses the corpus as it is when all that was asked before is done. */
  report(timing?: Timing): Promise<Report>;
  /**
   * Answers a question about the corpus as it is now: the name of one of `Questions`, and what it asks.
   * `await analyzer.ask('ngrams', { documents: [], length: 3, least: 2 })`
   */
  ask<Q extends keyof Questions>(name: Q, question: Questions[Q], timing?: Timing): Promise<Answers[Q]>;
  /** Texts with their spelling normalized as a profile says; the corpus has no part in it. */
  normalize(texts: string[], profile: Profile): Promise<string[]>;
  /** Every place of what is looked for, in context: `ask('concordance', query)`. */
  concordance(query: Query): Promise<Line[]>;
  /** Forgets all files, and the decisions made since the beginning, and gives their memory back. Requests under way are rejected with `closed`. */
  clear(): void;
  /** Ends the core. Requests under way and later ones are rejected with `closed`. */
  close(): void;
}

export interface Timing {
  /** While a file of many articles is read: answer at once, from those that have been read. */
  soFar?: boolean;
}

/** How a spelling is normalized: as those programs do, or for display, matching and counting words. */
export type Profile = 'display' | 'match' | 'count' | 'lucene' | 'camel' | 'pyarabic';

/** What the client asks of the worker; the message also has an `id`, which the answer repeats. */
export type Ask =
  /** `version`: that of the client. */
  | { type: 'start'; module: WebAssembly.Module; version: string; settings?: Settings }
  /** `documents`: for a file read again after a crash, which of its members to read, and the ids to give. */
  | ({ type: 'add'; documents?: Map<number, number> } & Input)
  /** Stops the file being read before its next member. */
  | { type: 'stop' }
  /** Reads a document again, the `member` of its file at that place. */
  | ({ type: 'encoding'; document: number; member: number } & Input)
  | { type: 'remove'; document: number }
  | { type: 'aliases'; text: string }
  | { type: 'block'; document: number; block: number; inside: boolean | null }
  | { type: 'report' }
  | { type: 'question'; question: Partial<Questions> }
  | { type: 'normalize'; texts: string[]; profile: Profile };

/** An article of a file with its place in it: the same file has the same at the same place. */
export type Member = Added & { member: number };

/** What the worker tells of a file while it reads: what is new since it told last. */
export interface Step {
  added: Member[];
  failed: Failure[];
  done: number;
  total: number;
}

/**
 * The worker's answer; `result` is `{ tables, stopped }`, `Columns` or nothing. Before that of a file come any number
 * of messages with a `step`.
 */
export interface Answer {
  id: number;
  step?: Step;
  result?: unknown;
  error?: { code: ErrorCode; message: string };
}

/**
 * A tree of values as typed columns with one string table; src/columns.rs writes it, columns.js reads it.
 * `arrays` are numbered by the schema; a text is an index into the table, whose texts stand one after the other in
 * `text`, each up to its place in `textEnds` (UTF-16 units).
 */
export interface Columns {
  schema: Column;
  arrays: (Uint32Array<ArrayBuffer> | Float64Array<ArrayBuffer>)[];
  text: string;
  textEnds: Uint32Array<ArrayBuffer>;
  /** Of a report: the list `documents`, which comes in parts. */
  documents?: Columns[];
}

export type Column =
  | { type: 'null'; length: number }
  | { type: 'integer' | 'float' | 'truth' | 'text'; array: number }
  /** `array`: where in `items` each list ends. */
  | { type: 'list'; array: number; items: Column }
  /** `array`: 1 for a record, 0 for null. */
  | { type: 'record'; array: number; fields: { name: string; column: Column }[] };
