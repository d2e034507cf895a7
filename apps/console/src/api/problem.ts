import { WORDS } from '../words';

/** What went wrong with a request: the api's stable code, its sentence, and an id to quote. */
export class Problem extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly errorId: string | null = null,
    readonly status: number | null = null,
    /** The fields of the request that do not fit, as `content.clocks.check`; the sentence is about the first. */
    readonly places: readonly string[] = [],
  ) {
    super(message);
    this.name = 'Problem';
  }
}

/** The request did not reach the server or no answer came back: nothing is known of its outcome. */
export const OFFLINE = 'CONSOLE.OFFLINE';

const SESSION_OVER: ReadonlySet<string> = new Set([
  'IDENTITY.NOT_SIGNED_IN',
  'IDENTITY.SESSION_ENDED',
  'IDENTITY.PASSWORD_CHANGE_DUE',
]);

/** True when a request was refused only because its session had ended. */
export function isSessionOver({ code }: Problem): boolean {
  return SESSION_OVER.has(code);
}

/** The server refuses what was filled in on an older state of a task. */
export const CHANGED_SINCE = 'TASK.CHANGED_SINCE';

/** What every failed request becomes, whatever it failed of. */
export function problemOf(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem(OFFLINE, WORDS.errors.offline);
}
