import { EventLogError } from './event-log-error';
import { comparePositions, type Position } from './position';
import { type WriteGate } from './write-gate';

/**
 * The cause under which writing stops while the log is not the past that this program has read. When it is cleared, all
 * that was kept in memory of the log is worthless, and so are the positions up to which it was followed.
 */
export const CONTINUITY = 'continuity';

/** The log lacks events that were read or acknowledged before. */
export function olderLog(): EventLogError {
  const message =
    '事件日志比台账各表旧（可能由旧副本恢复），已停止写入，现在只能查看，请告知系统管理员；如确认以现有日志为准，请运行 taizhang rebuild，否则请换回完整的日志。';
  return new EventLogError('LOG.OLDER', message);
}

/** The log is empty, and the read models are not: an older copy of it, or the wrong place. */
export function emptiedLog(): EventLogError {
  const message =
    '事件日志是空的，台账各表却有内容，已停止写入；请核对 EVENTSTORE_URL 和数据文件夹，如确认以空的日志为准，请运行 taizhang rebuild。';
  return new EventLogError('LOG.OLDER', message);
}

/** The log carries another installation's name than the read models. */
export function otherLog(): EventLogError {
  const message =
    '数据库里的台账与这份事件日志不是同一套，已拒绝写入，请核对 DATABASE_URL、EVENTSTORE_URL 和数据文件夹。';
  return new EventLogError('LOG.OTHER', message);
}

/** The log holds ledgers, and the database nothing: nobody has said yet that they belong together. */
export function unadoptedLog(): EventLogError {
  const message =
    '事件日志中已有台账，数据库却是空的；如确认由本数据库接管，且没有另一套程序在用这份日志，请运行 taizhang rebuild，否则请核对 DATABASE_URL、EVENTSTORE_URL 和数据文件夹。';
  return new EventLogError('LOG.UNADOPTED', message);
}

/** Calls `forget` when writing goes on after the log was not the one that this program had read. @returns how to end that */
export function onNewPast(writing: WriteGate, forget: () => void): () => void {
  return writing.onChange((cause) => {
    if (cause === CONTINUITY && writing.stoppedBy(CONTINUITY) === null) forget();
  });
}

/** Resolves once the log is the past that this program has read, or the signal is aborted. */
export async function untilContinuous(writing: WriteGate, signal: AbortSignal): Promise<void> {
  if (signal.aborted || writing.stoppedBy(CONTINUITY) === null) return;
  await new Promise<void>((resolve) => {
    const settle = (): void => {
      end();
      signal.removeEventListener('abort', settle);
      resolve();
    };
    const end = onNewPast(writing, settle);
    signal.addEventListener('abort', settle, { once: true });
  });
}

/**
 * Positions only increase, so an append that lands where this process had already seen events has gone into an older copy.
 * It is not acknowledged: no list would show it, since the read models are beyond it.
 * @param first position of the append's first event
 * @param seen how far the log was seen when the append began, {@link WriteGate.seen}
 * @throws EventLogError LOG.OLDER
 */
export function refuseLandingInThePast(writing: WriteGate, first: Position, seen: Position | null): void {
  if (comparePositions(first, seen) > 0) return;
  const error = olderLog();
  writing.stop(CONTINUITY, error);
  throw error;
}
