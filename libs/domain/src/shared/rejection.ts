/** A refused command, as a value: nothing was changed. `code` is stable; `message` is a zh-CN sentence that tells what to do. */
export interface Rejection {
  readonly rejected: true;
  readonly code: string;
  readonly message: string;
}

/** Builds a rejection. */
export function reject(code: string, message: string): Rejection {
  return { rejected: true, code, message };
}

/** Tells a rejection from a list of events. */
export function isRejection(value: object): value is Rejection {
  return 'rejected' in value;
}

/** Names in the sentence of a refusal: each once, in quotation marks. */
export function quoted(names: readonly string[]): string {
  return [...new Set(names)].map((name) => `“${name}”`).join('、');
}
