import { ENGINE_ACTOR, type EventOf, INSTALLATION_STREAM, type Metadata, schemaVersionOf } from '#domain';
import { type EventStore } from '#event-store';
import { type Clock } from '#platform';
import { derivedId } from '../command/derived-id';

/**
 * Writes the first event of an empty log, which names it. It is no command, since nobody asks for it. Of several processes
 * that do it at once one is the first, and the others' events are not written; a repetition after a crash writes nothing.
 */
export async function foundInstallation(store: EventStore, clock: Clock, installationId: string): Promise<void> {
  const event: EventOf<'installation'> = { type: 'installation.founded', data: { installationId } };
  const commandId = derivedId('found-installation', installationId);
  const eventId = derivedId(INSTALLATION_STREAM, commandId, '0');
  const metadata = metadataOf(commandId, clock.now());
  const schemaVersion = schemaVersionOf(event.type);
  await store.append(INSTALLATION_STREAM, 'no-stream', [{ ...event, eventId, schemaVersion, metadata }]);
}

function metadataOf(commandId: string, now: Date): Metadata {
  const { accountId, name, posts } = ENGINE_ACTOR;
  const [post] = posts;
  return {
    commandId,
    commandHash: '',
    correlationId: commandId,
    causationId: null,
    act: 'installation.found',
    actor: { accountId, name, role: 'engine', postId: post?.postId ?? null, unitId: post?.unitId ?? null },
    recordedAt: now.toISOString(),
  };
}
