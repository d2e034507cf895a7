import { TaizhangError } from '#platform';
import { isEventLogError } from '#event-store';
import { type LogEntry } from './log-entry';

/** Why a projector does not go on by itself. */
export class ProjectionStopped extends TaizhangError {
  constructor(
    code: 'PROJECTION.EVENT_NOT_APPLIED' | 'PROJECTION.NEWER_VERSION' | 'PROJECTION.FAILED' | 'PROJECTION.STOPPED',
    message: string,
    /** `type stream@revision`; null when no event is to blame. */
    readonly event: string | null,
    cause?: unknown,
  ) {
    super(code, message, event === null ? undefined : { event }, cause);
  }
}

/** The database crashed and lost its last commits, which do not wait for the disk: whoever wrote on would leave them out. */
export class LostCommit extends Error {
  constructor(projector: string) {
    super(`the database has lost the last rows written of ${projector}`);
  }
}

/** An event cannot be applied. It is named; nothing of its content is. */
export function notApplied(projector: string, entry: LogEntry, cause: unknown): ProjectionStopped {
  const event = `${entry.type} ${entry.stream}@${entry.revision}`;
  const message = `读模型 ${projector} 无法处理事件 ${event}，已停在此处，请修复程序后重启或运行 taizhang rebuild ${projector}。`;
  return new ProjectionStopped('PROJECTION.EVENT_NOT_APPLIED', message, event, cause);
}

/** The tables were made by a newer program. */
export function newerVersion(projector: string): ProjectionStopped {
  const message = `读模型 ${projector} 由更新版本的程序建立，请换用新版本程序，或运行 taizhang rebuild ${projector} 按本版本重建。`;
  return new ProjectionStopped('PROJECTION.NEWER_VERSION', message, null);
}

/** Anything else that waiting does not mend. */
export function failed(projector: string, cause: unknown): ProjectionStopped {
  if (cause instanceof ProjectionStopped) return cause;
  const message = `读模型 ${projector} 更新失败，已停止，请查看日志，修复后重启或运行 taizhang rebuild ${projector}。`;
  return new ProjectionStopped('PROJECTION.FAILED', message, null, cause);
}

// Shut-down and lost connections, too little of something, and conflicts with other transactions.
const PASSING_STATES = /^(?:57P0\d|57014|08|25P0[34]|53|55P03|40)/;
const SQLSTATE = /^[0-9A-Z]{5}$/;
const PASSING_WORDS = /connection|timeout|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|socket/iu;

/**
 * True when an error goes away without a restart: a database or a log that is away, a conflict. A log that refuses us, as after a
 * change of passwords, is mended at the server, and then the projector goes on.
 */
export function isPassing(error: unknown): boolean {
  if (isEventLogError(error)) return isEventLogError(error, 'LOG.UNAVAILABLE', 'LOG.REFUSED', 'LOG.OVERLOADED');
  if (error instanceof LostCommit) return true;
  if (!(error instanceof Error) || error instanceof TaizhangError) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if ('severity' in error && SQLSTATE.test(code)) return PASSING_STATES.test(code);
  // Errors of the client and of the operating system carry no SQLSTATE.
  return PASSING_WORDS.test(`${code} ${error.message}`);
}
