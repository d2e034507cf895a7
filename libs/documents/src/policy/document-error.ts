/** The stable codes of a document that cannot be read. */
export type DocumentErrorCode =
  'DOCUMENT.EMPTY' | 'DOCUMENT.BINARY' | 'DOCUMENT.TOO_LARGE' | 'DOCUMENT.NO_TASK' | 'DOCUMENT.ENCODING';

/**
 * A document that cannot be read at all. `code` is stable; `message` is a zh-CN sentence that says what to do.
 * Anything that is only uncertain is a doubt in the reading, never an error.
 */
export class DocumentError extends Error {
  constructor(
    readonly code: DocumentErrorCode,
    message: string,
  ) {
    super(message);
    this.name = 'DocumentError';
  }
}
