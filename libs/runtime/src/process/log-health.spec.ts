import { type DamagedStream, EventLogError, MemoryEventStore, type Position } from '#event-store';
import { logHealth } from './log-health';

/** A log in memory with what may be wrong with one. */
class FaultyLog extends MemoryEventStore {
  failure: Error | null = null;
  broken: DamagedStream[] = [];

  override async head(): Promise<Position | null> {
    if (this.failure) throw this.failure;
    return super.head();
  }

  override damaged(): readonly DamagedStream[] {
    return this.broken;
  }
}

describe('the health of the event log', () => {
  let log: FaultyLog;

  beforeEach(() => {
    log = new FaultyLog();
  });

  it('is green while the log answers', async () => {
    expect(await logHealth(log)).toEqual({ healthy: true });
  });

  it('is red while the log is away, with code and sentence', async () => {
    log.failure = new EventLogError('LOG.UNAVAILABLE', '事件库暂时无法使用，请稍后重试。');
    const details = { code: 'LOG.UNAVAILABLE', message: '事件库暂时无法使用，请稍后重试。' };
    expect(await logHealth(log)).toEqual({ healthy: false, details });
    log.failure = null;
    expect(await logHealth(log)).toEqual({ healthy: true });
  });

  it('is red while writing is stopped, although the log answers', async () => {
    log.writing.stop('continuity', new EventLogError('LOG.OLDER', '事件日志较旧，请恢复备份。'));
    const details = { code: 'LOG.OLDER', message: '事件日志较旧，请恢复备份。' };
    expect(await logHealth(log)).toEqual({ healthy: false, details });
    log.writing.clear('continuity');
    expect(await logHealth(log)).toEqual({ healthy: true });
  });

  it('names damaged streams and stays green, twenty of them at most', async () => {
    const damaged = (index: number): DamagedStream => {
      return { stream: `task-${index}`, damage: 'foreign', revision: 3, message: '流中有外来的记录。' };
    };
    log.broken = [damaged(1)];
    expect(await logHealth(log)).toEqual({ healthy: true, details: { damaged: ['task-1'], damagedStreams: 1 } });
    log.broken = Array.from({ length: 25 }, (_, index) => damaged(index));
    const { details } = await logHealth(log);
    expect(details).toMatchObject({ damagedStreams: 25 });
    expect(details?.['damaged']).toHaveLength(20);
  });

  it('leaves an error that is not the log’s own to the registry, which shows nothing of it', async () => {
    log.failure = new Error('postgres://user:hush@host');
    await expect(logHealth(log)).rejects.toThrow();
  });
});
