import { comparePositions, logPages, type OrderedLog, type Position, streamParts } from '#event-store';
import { type Projector } from './projector';

/**
 * Tells a projection that lacks events from one whose checkpoint stands still because nothing concerns it. The checkpoint of a
 * quiet projection is moved seldom, and not at all while other events come in without a pause: an api that waited for the
 * checkpoint of `units` on a busy log would have waited for ever (found by the fault tests).
 */
export class PassedOver {
  /** By projection: the stretch of the log in which nothing concerns it, so that it is gone through once. */
  private readonly stretches = new Map<string, { readonly from: Position | null; readonly to: Position }>();

  constructor(private readonly log: OrderedLog) {}

  /**
   * True when no event after a checkpoint and up to a position concerns a projection.
   * @param checkpoint where the tables surely go
   * @throws what the log throws
   */
  async isComplete(
    { name, categories }: Pick<Projector, 'name' | 'categories'>,
    checkpoint: Position | null,
    upTo: Position,
  ): Promise<boolean> {
    const { from, after } = this.start(name, checkpoint);
    for await (const page of logPages(this.log, { after, upTo })) {
      for (const { stream, position } of page) {
        if (categories.has(streamParts(stream).category)) return false;
        this.stretches.set(name, { from, to: position });
      }
    }
    return true;
  }

  /** A checkpoint that has gone back, as after a roll-back, makes what is known worthless. */
  private start(name: string, checkpoint: Position | null): { from: Position | null; after: Position | null } {
    const known = this.stretches.get(name);
    const holds = known && comparePositions(checkpoint, known.from) >= 0 && comparePositions(checkpoint, known.to) < 0;
    return holds ? { from: known.from, after: known.to } : { from: checkpoint, after: checkpoint };
  }
}
