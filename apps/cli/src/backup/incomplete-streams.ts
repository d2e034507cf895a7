import {
  breakInWords,
  type ChainBreak,
  ChainWalk,
  type DamagedStream,
  EventLogError,
  type StoredEvent,
} from '#event-store';
import { type IncompleteStream } from './backup-lines';

/** Streams named in one sentence. */
const MOST_NAMED = 20;

/**
 * Decides which events go into a backup: those of a stream up to its first break, since a restore could append none after
 * it. It keeps the streams that are not whole, each with the reason.
 */
export class IncompleteStreams {
  private readonly found = new Map<string, IncompleteStream>();
  private readonly seen = new Set<string>();
  private readonly walk = new ChainWalk((broken) => this.addBreak(broken));

  /**
   * Takes in the next event of the log. @returns whether it can be restored
   * @throws EventLogError LOG.INTEGRITY when the log is not in order, as order across streams is part of the history
   */
  take(event: StoredEvent): boolean {
    const isWhole = this.walk.take(event);
    if (isWhole) this.seen.add(event.stream);
    return isWhole;
  }

  /**
   * Adds what the store has found while it was read. A lost stream of which every event is still in the log, as a deletion
   * leaves it until the server cleans up, is whole in the backup: a server removes events from a stream's beginning only.
   */
  addDamaged(damaged: readonly DamagedStream[]): void {
    for (const { stream, damage, revision, message } of damaged) {
      if (damage === 'lost' && this.seen.has(stream) && !this.found.has(stream)) continue;
      const known = this.found.get(stream)?.revision ?? null;
      const earlier = known !== null && revision !== null && known < revision;
      if (!earlier) this.found.set(stream, { stream, revision: revision ?? known, why: message });
    }
  }

  list(): readonly IncompleteStream[] {
    return [...this.found.values()];
  }

  private addBreak(broken: ChainBreak): void {
    const why = `${breakInWords(broken)}。`;
    if (broken.fault === 'position') {
      throw new EventLogError('LOG.INTEGRITY', `${breakInWords(broken)}，不能备份；请运行 taizhang verify 查看。`);
    }
    const { stream, whole } = broken;
    this.found.set(stream, { stream, revision: whole, why });
  }
}

/** Names of incomplete streams for one sentence; of many, the first ones and how many there are. */
export function namesOf(streams: readonly IncompleteStream[]): string {
  const named = streams.slice(0, MOST_NAMED).map(({ stream, revision }) => {
    return revision === null ? stream : `${stream}（自第 ${revision} 号事件起）`;
  });
  const names = named.join('、');
  return streams.length > MOST_NAMED ? `${names}等 ${streams.length} 条流` : names;
}
