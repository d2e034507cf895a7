import { TaizhangError } from '#platform';

/** The stable codes of a document that cannot be read. */
export type DocumentErrorCode =
  'DOCUMENT.EMPTY' | 'DOCUMENT.BINARY' | 'DOCUMENT.TOO_LARGE' | 'DOCUMENT.NO_TASK' | 'DOCUMENT.ENCODING';

/** A document that cannot be read at all. Anything that is only uncertain is a doubt in the reading, never an error. */
export class DocumentError extends TaizhangError {
  constructor(
    override readonly code: DocumentErrorCode,
    message: string,
  ) {
    super(code, message);
  }
}
