import {
  type AppendResult,
  EventLogError,
  type EventToAppend,
  type ExpectedRevision,
  MemoryEventStore,
} from '#event-store';

/** What happens to one append: `write` does it. */
export type Script = (write: () => Promise<AppendResult>) => Promise<AppendResult>;

/** A log in memory whose appends go as a spec says, one script each; those without a script are written. */
export class ScriptedStore extends MemoryEventStore {
  /** What the coming appends meet, the next one first. */
  readonly scripts: Script[] = [];
  /** What was answered, in order. */
  readonly answers: AppendResult['kind'][] = [];

  override async append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EventToAppend[],
  ): Promise<AppendResult> {
    const write = (): Promise<AppendResult> => super.append(stream, expected, events);
    const script = this.scripts.shift();
    const result = await (script ? script(write) : write());
    this.answers.push(result.kind);
    return result;
  }
}

/** The connection breaks after the log has written. */
export const lostAfterWriting: Script = async (write) => {
  await write();
  throw outcomeUnknown();
};

/** The connection breaks before the log has written. */
export const lostBeforeWriting: Script = async () => {
  throw outcomeUnknown();
};

/** The log is not there, and surely has not written. */
export const unavailable: Script = async () => {
  throw new EventLogError('LOG.UNAVAILABLE', '事件日志暂不可用，请稍后重试。');
};

/** Somebody else does something at the last moment. */
export function after(somethingElse: () => Promise<unknown>): Script {
  return async (write) => {
    await somethingElse();
    return write();
  };
}

function outcomeUnknown(): EventLogError {
  return new EventLogError('LOG.OUTCOME_UNKNOWN', '写入结果未知，请用同一请求编号重试。');
}
