import { isDatabaseAway } from './database-away';
import { errorCode } from './error-code';
import { type Logger } from './logger';
import { TaizhangError } from './taizhang-error';

const MINUTE = 60_000;
/** Kinds remembered; of more, the oldest is forgotten and its next failure is written down again. */
const MOST_KINDS = 500;
/** A message without a code counts as its own kind by so many of its characters. */
const KIND_LENGTH = 200;

type Fields = Readonly<Record<string, unknown>>;

/** A kind of failure that was written down less than a minute ago. */
interface Kind {
  readonly writtenAt: number;
  swallowed: number;
}

/**
 * Writes failures that repeat: one line per kind and minute. A loop that retries each second wrote 8 MB of stack traces in
 * two minutes without a database (0.1). A kind is the sentence of the line with the code of the error, or with its message
 * where it has no code. The next line of a kind says how many were left out; at the level `debug` each one is written.
 */
export class RepeatedWarnings {
  private readonly kinds = new Map<string, Kind>();

  /** @param now milliseconds that only grow; a parameter for tests */
  constructor(
    private readonly logger: Logger,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Writes a warning, unless one of its kind was written within the last minute. */
  warn(error: unknown, message: string, fields: Fields = {}): void {
    this.write('warn', error, message, fields);
  }

  /** Writes an error, unless one of its kind was written within the last minute. */
  error(error: unknown, message: string, fields: Fields = {}): void {
    this.write('error', error, message, fields);
  }

  private write(level: 'warn' | 'error', error: unknown, message: string, fields: Fields): void {
    const kind = `${message} ${errorCode(error) || messageOf(error).slice(0, KIND_LENGTH)}`;
    const last = this.kinds.get(kind);
    if (last && this.now() - last.writtenAt < MINUTE) {
      last.swallowed += 1;
      this.logger.debug({ ...fields, ...briefly(error) }, message);
      return;
    }
    this.remember(kind);
    const left = last?.swallowed ?? 0;
    const line = left === 0 ? message : `${message}（上次记录后另有 ${left} 次）`;
    this.logger[level]({ ...fields, ...(isOutsideFault(error) ? briefly(error) : { err: error }) }, line);
  }

  private remember(kind: string): void {
    this.kinds.delete(kind);
    this.kinds.set(kind, { writtenAt: this.now(), swallowed: 0 });
    const [oldest] = this.kinds.keys();
    if (this.kinds.size > MOST_KINDS && oldest !== undefined) this.kinds.delete(oldest);
  }
}

/** True when the fault lies outside the program, so that a stack trace would tell nothing. */
export function isOutsideFault(error: unknown): boolean {
  return error instanceof TaizhangError || isDatabaseAway(error);
}

/** Code and reason on one line each, with the reason beneath. */
function briefly(error: unknown): Fields {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = errorCode(error);
  return {
    ...(code === '' ? {} : { code }),
    reason: messageOf(error),
    ...(cause === undefined ? {} : { cause: messageOf(cause) }),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
