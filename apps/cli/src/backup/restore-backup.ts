import { hash } from 'node:crypto';
import { EvidenceStore, LostChildren, putReactionPlace } from '#engine';
import { type EventStore, type LogPlace, logPages, placeOf, type StoredEvent } from '#event-store';
import { restoreIdentity } from '#identity';
import { TaizhangError } from '#platform';
import { nameOf, noteOrigin } from '#projections';
import { beginRestore, finishRestore, type Foundation } from '#runtime';
import { type CheckedBackup, eventsOf, evidenceOf } from './read-backup';
import { withEngine } from '../with-engine';
import { RestoredPlaces } from './restored-places';

/**
 * Brings a checked backup into an empty place: evidence, the log, event by event with the ids and seals that it had, then
 * the accounts, whose marks name places in it. One that was interrupted is gone on with by the same file, without the same
 * streams; until then the program does not start on it.
 * @param onProgress told how many events are in the log
 * The log keeps the name that it had, and the database is noted to be its own.
 * @returns the streams among those left out that were begun anew: children for which their parents would wait for ever
 * @throws TaizhangError RESTORE.NOT_EMPTY, RESTORE.OTHER_FILE, RESTORE.DIVERGED
 */
export async function restoreBackup(
  foundation: Foundation,
  backup: CheckedBackup,
  onProgress: (events: number) => void = () => undefined,
): Promise<readonly string[]> {
  const { pool, clock, store } = foundation;
  await beginRestore(pool, store, markOf(backup));
  const evidence = new EvidenceStore(pool, clock);
  for await (const { hash, mediaType, storedAt, storedBy, content } of evidenceOf(backup)) {
    const file = { hash, mediaType, storedAt: new Date(storedAt), storedBy, content: Buffer.from(content, 'base64') };
    await evidence.putBack(file);
  }
  const { accounts, apiTokens, seenMarks } = backup.secret;
  const reacted = backup.end.reacted ?? 0;
  const places = new RestoredPlaces<LogPlace>([reacted, ...seenMarks.map(({ events }) => events)]);
  await restoreLog(store, backup, places, onProgress);
  const marks = seenMarks.map(({ accountId, seenAt, events }) => {
    return { accountId, seenAt: new Date(seenAt), position: places.of(events)?.position ?? '0' };
  });
  await restoreIdentity(pool, { accounts, apiTokens, seenMarks: marks });
  await putReactionPlace(pool, places.of(reacted));
  const installationId = await nameOf(store);
  if (installationId !== null) await noteOrigin(pool, installationId);
  const begun = await lostChildrenBegun(foundation, backup);
  await finishRestore(pool);
  return begun;
}

async function lostChildrenBegun(foundation: Foundation, { without }: CheckedBackup): Promise<readonly string[]> {
  return without.size === 0 ? [] : withEngine(foundation, (engine) => engine.get(LostChildren).beginAnew(without));
}

/** What is restored: the file, less the streams that are left out. */
function markOf({ end, without }: CheckedBackup): string {
  if (without.size === 0) return end.digest;
  return hash('sha256', [end.digest, ...[...without].sort()].join('\n'));
}

async function restoreLog(
  store: EventStore,
  backup: CheckedBackup,
  places: RestoredPlaces<LogPlace>,
  onProgress: (events: number) => void,
): Promise<void> {
  const there = eventsIn(store);
  let restored = 0;
  const note = (event: StoredEvent, place: LogPlace): void => {
    restored += 1;
    places.pass(Number(event.position), placeOf(place));
  };
  let append: StoredEvent[] = [];
  const write = async (): Promise<void> => {
    const stored = await appendAsBefore(store, append);
    for (const [index, event] of append.entries()) note(event, stored[index] ?? event);
    append = [];
    onProgress(restored);
  };
  for await (const event of eventsOf(backup)) {
    const known = await there.next();
    if (!known.done) {
      if (known.value.hash !== event.hash || known.value.stream !== event.stream) throw diverged();
      note(event, known.value);
      continue;
    }
    if (append.length > 0 && !goesWith(append, event)) await write();
    append.push(event);
  }
  if (append.length > 0) await write();
  // Children that began anew before the restore was cut off stand after everything of the file.
  for await (const { stream } of there) if (!backup.without.has(stream)) throw diverged();
}

/** What one command has written is appended at once again, as it was. */
function goesWith([first]: readonly StoredEvent[], { stream, metadata }: StoredEvent): boolean {
  return first?.stream === stream && first.metadata['commandId'] === metadata['commandId'];
}

/** @returns where they stand now */
async function appendAsBefore(store: EventStore, events: readonly StoredEvent[]): Promise<readonly StoredEvent[]> {
  const [first, last] = [events[0], events.at(-1)];
  if (!first || !last) return [];
  const expected = first.revision === 0 ? 'no-stream' : first.revision - 1;
  const result = await store.append(first.stream, expected, events);
  if (result.kind === 'wrong-revision') throw diverged();
  if (result.kind === 'duplicate') return result.events;
  if (result.hash !== last.hash) throw diverged();
  if (events.length === 1) return [{ ...last, position: result.position }];
  return store.readStream(first.stream, first.revision, events.length);
}

async function* eventsIn(store: EventStore): AsyncGenerator<StoredEvent, void> {
  for await (const page of logPages(store)) yield* page;
}

function diverged(): TaizhangError {
  const message = '目标中的事件日志与备份对不上，恢复已停止；请换一个空的数据文件夹或数据库重新恢复。';
  return new TaizhangError('RESTORE.DIVERGED', message);
}
