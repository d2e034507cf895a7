import { START, STREAM_NAME } from '@eventstore/db-client';
import { z } from 'zod';
import { EventLogError } from '../event-log-error';
import { Bell } from './bell';
import { type KurrentConnection } from './kurrent-connection';
import { unavailable } from './kurrent-failure';
import { type StreamNames } from './stream-names';

/** What makes the server forget events: by age, by number, before a revision. */
const forgetting = z.object({
  $maxAge: z.unknown().optional(),
  $maxCount: z.unknown().optional(),
  $tb: z.unknown().optional(),
});

/** How long to wait; milliseconds. */
interface Patience {
  readonly timeoutMs: number;
  /** A server that does not say when it is through has said everything once it is silent for so long. */
  readonly idleMs: number;
}

/**
 * Refuses a server that is told to forget events of the ledgers. It reads what the server was told about their streams,
 * all of it, with the last word on each stream.
 * @throws EventLogError LOG.STREAM_LOST with the stream's name, LOG.UNAVAILABLE
 */
export async function refuseRetention(
  connection: KurrentConnection,
  names: StreamNames,
  patience: Patience,
): Promise<void> {
  const told = await toldAbout(connection, names, patience);
  const [stream] = [...told].find(([, data]) => tellsToForget(data)) ?? [];
  if (stream === undefined) return;
  const message = `事件库对流 ${stream} 设置了自动清理（$maxAge、$maxCount 或 $tb），历史会丢失，请先取消该设置再启动。`;
  throw new EventLogError('LOG.STREAM_LOST', message);
}

async function toldAbout(
  connection: KurrentConnection,
  { metadataPrefix, prefix }: StreamNames,
  patience: Patience,
): Promise<ReadonlyMap<string, unknown>> {
  const told = new Map<string, unknown>();
  const bell = new Bell(new AbortController().signal);
  const state: { through: boolean; failure: unknown } = { through: false, failure: null };
  const subscription = connection.client.subscribeToAll({
    fromPosition: START,
    filter: {
      filterOn: STREAM_NAME,
      prefixes: [metadataPrefix],
      checkpointInterval: 1,
      checkpointReached: () => bell.ring(),
    },
  });
  const failed = (cause: unknown): void => {
    state.failure ??= cause;
    bell.ring();
  };
  subscription.on('error', failed);
  subscription.on('end', () => failed(new Error('the subscription ended')));
  subscription.on('confirmation', () => bell.ring());
  subscription.on('data', ({ event }) => {
    if (event) told.set(event.streamId.slice(metadataPrefix.length - prefix.length), event.data);
    bell.ring();
  });
  subscription.on('caughtUp', () => {
    state.through = true;
    bell.ring();
  });
  try {
    // The first sign of life may take as long as any answer; after it silence means the end.
    let heard = await bell.wait(patience.timeoutMs);
    if (!heard) throw unavailable(new Error('the server keeps silent'));
    while (heard && !state.through && state.failure === null) heard = await bell.wait(patience.idleMs);
    if (state.failure !== null) throw unavailable(state.failure);
    return told;
  } finally {
    void subscription.unsubscribe().catch(() => undefined);
  }
}

function tellsToForget(data: unknown): boolean {
  const read = forgetting.safeParse(data);
  if (!read.success) return false;
  return Object.values(read.data).some((value) => value !== undefined && value !== null);
}
