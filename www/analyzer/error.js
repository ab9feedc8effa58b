/** What went wrong with a request, for programs (`code`) and for people (`message`, and `file`, to stand beside it). */
export class AnalyzerError extends Error {
  /**
   * @param {import('./protocol.d.ts').ErrorCode} code
   * @param {string} message says what to do next; it does not repeat the file's name
   * @param {string} [file] name of the file that it is about
   */
  constructor(code, message, file) {
    super(message);
    this.name = 'AnalyzerError';
    this.code = code;
    this.file = file;
  }
}

/** @internal The error of a request made to, or under way in, an analyzer that was cleared or closed. */
export function closed() {
  return new AnalyzerError('closed', 'the analyzer was cleared or closed: add the files again');
}

/**
 * @internal
 * @param {any} error of this script, or of another with a copy of this class
 * @param {string} [file] name of the file, if the error does not name one
 */
export function asAnalyzerError(error, file) {
  if (error?.name !== 'AnalyzerError') return new AnalyzerError('crashed', String(error), file);
  return new AnalyzerError(error.code, error.message, error.file ?? file);
}
