/** What one document may hold. Beyond a limit the reader refuses (`DOCUMENT.TOO_LARGE`) or stops collecting and says so. */
export const DOCUMENT_LIMITS = {
  /** Bytes of one document (5 MiB); refused before decoding. */
  bytes: 5 * 1024 * 1024,
  /** Numbered headings and table rows of one document; refused. */
  headings: 20_000,
  /** Characters of one task that are searched for limits and indicators; the rest is left out with a doubt. */
  searchedPerTask: 100_000,
  /** Deadlines, and likewise indicators, of one task; further ones are left out with a doubt. */
  readingsPerTask: 200,
  /** Responsibility notes of one task; further ones are body text. */
  notesPerTask: 100,
  /** Characters of one responsibility note; longer brackets are body text. */
  noteLength: 800,
} as const;
