import { jsonEvent, NO_STREAM, WrongExpectedVersionError } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { eventIdTaken } from '../event-id-taken';
import { type StreamName } from '../port';
import { type KurrentConnection } from './kurrent-connection';
import { readFailure } from './kurrent-failure';
import { type StreamNames } from './stream-names';

const claim = z.object({ stream: z.string() });

/**
 * Which stream an event id belongs to. The server knows an id within its stream only, and only near its end, so each id
 * is claimed, once and for ever, in a stream of its own before the event is written. A claim without its event is a
 * crash's remains: whoever asks again for the same stream goes on.
 */
export class EventClaims {
  constructor(
    private readonly connection: KurrentConnection,
    private readonly names: StreamNames,
  ) {}

  /**
   * Claims ids for a stream.
   * @returns whether any was claimed before, so that its event may be in the stream
   * @throws EventLogError LOG.EVENT_ID_TAKEN when one belongs to another stream
   */
  async take(stream: StreamName, ids: readonly string[]): Promise<'fresh' | 'claimed-before'> {
    const taken = await Promise.all(ids.map((id) => this.takeOne(stream, id)));
    return taken.every((fresh) => fresh) ? 'fresh' : 'claimed-before';
  }

  private async takeOne(stream: StreamName, id: string): Promise<boolean> {
    try {
      // An id of its own: with the event's, a claim for another stream would look like this one come again.
      const record = jsonEvent({ id: randomUUID(), type: 'event-id.claimed', data: { stream } });
      await this.connection.ask((client) =>
        client.appendToStream(this.names.claim(id), record, { expectedRevision: NO_STREAM }),
      );
      return true;
    } catch (error) {
      if (!(error instanceof WrongExpectedVersionError)) throw readFailure(error);
    }
    if ((await this.ownerOf(id)) !== stream) throw eventIdTaken();
    return false;
  }

  private async ownerOf(id: string): Promise<StreamName | undefined> {
    try {
      return await this.connection.ask(async (client) => {
        for await (const { event } of client.readStream(this.names.claim(id), { maxCount: 1 })) {
          return claim.parse(event?.data).stream;
        }
        return undefined;
      });
    } catch (error) {
      throw readFailure(error);
    }
  }
}
