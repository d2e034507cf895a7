/** What a limit is called by. */
export interface LimitText {
  readonly what: string;
  readonly sourceText: string;
}

/** A limit's words: what is due. Where several limits of a task were read from one sentence, the words of its own day. */
export function limitWords(limit: LimitText, limits: readonly LimitText[]): string {
  const { what, sourceText } = limit;
  const shared = limits.filter((each) => each.what === what).length > 1;
  return what === '' || (shared && sourceText !== '') ? sourceText : what;
}
