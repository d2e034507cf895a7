import { EventLogError, MemoryEventStore, type StoredEvent } from '#event-store';

/** A log in memory that can be taken away from its readers. */
export class AwayStore extends MemoryEventStore {
  away = false;

  override async readStream(stream: string, fromRevision?: number, limit?: number): Promise<StoredEvent[]> {
    if (this.away) throw new EventLogError('LOG.UNAVAILABLE', '事件日志暂时无法使用，请稍后重试。');
    return super.readStream(stream, fromRevision, limit);
  }
}
