import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { EvidenceStore, reactionPosition } from '#engine';
import { comparePositions, type EventStore, logPages, type Position } from '#event-store';
import { copyIdentity } from '#identity';
import { errorCode, programVersion, syncFolder, TaizhangError } from '#platform';
import { type Foundation } from '#runtime';
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupLine, type IncompleteStream, toEventLine } from './backup-lines';
import { IncompleteStreams } from './incomplete-streams';
import { BackupKeys } from './sealing';

/** What a backup holds, or how far it has come. */
export interface BackupCount {
  readonly events: number;
  readonly evidence: number;
}

/** A backup that was written. */
export interface WrittenBackup extends BackupCount {
  /** Streams of which not everything is in it; it is complete when there are none. */
  readonly incomplete: readonly IncompleteStream[];
}

/**
 * Writes everything that cannot be worked out anew into a file: the log up to now, evidence, accounts. The program may go
 * on meanwhile. The file appears under its name when it is written, readable by its owner only. A stream that is not whole
 * in the log is in it up to its first break; all else is in it whole.
 * @throws TaizhangError BACKUP.FILE_EXISTS, BACKUP.NOT_WRITABLE, BACKUP.PASSPHRASE_SHORT; EventLogError
 */
export async function writeBackup(
  foundation: Foundation,
  path: string,
  passphrase: string,
  onProgress: (count: BackupCount) => void = () => undefined,
): Promise<WrittenBackup> {
  const file = resolve(path);
  await refuseExisting(file);
  const salt = BackupKeys.newSalt();
  const keys = await BackupKeys.of(passphrase, salt);
  const beside = `${file}.partial`;
  const sink = new BackupSink(beside);
  try {
    const written = await fill(sink, foundation, { keys, salt, onProgress });
    await sink.close();
    await rename(beside, file);
    await syncFolder(dirname(file));
    return written;
  } catch (error) {
    await sink.abandon();
    await rm(beside, { force: true }).catch(() => undefined);
    throw notWritable(error, file);
  }
}

interface Filling {
  readonly keys: BackupKeys;
  readonly salt: Buffer;
  readonly onProgress: (count: BackupCount) => void;
}

async function fill(
  sink: BackupSink,
  foundation: Foundation,
  { keys, salt, onProgress }: Filling,
): Promise<WrittenBackup> {
  const { store, pool, clock } = foundation;
  await sink.write({
    kind: 'header',
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    program: programVersion(),
    takenAt: clock.now().toISOString(),
    salt: salt.toString('base64'),
  });
  // Read first: what they name is in the log, since the log only grows.
  const reacted = await reactionPosition(pool);
  const identity = await copyIdentity(pool);
  const ordinals = new Ordinals([reacted, ...identity.seenMarks.map(({ position }) => position)]);
  const { events, incomplete } = await writeLog(sink, store, ordinals, (count) =>
    onProgress({ events: count, evidence: 0 }),
  );
  // Stored before an event names them, so those that the events name are all there.
  const evidence = await writeEvidence(sink, new EvidenceStore(pool, clock), (count) =>
    onProgress({ events, evidence: count }),
  );
  for (const stream of incomplete) await sink.write({ kind: 'incomplete', ...stream });
  const seenMarks = identity.seenMarks.map(({ accountId, seenAt, position }) => {
    return { accountId, seenAt: seenAt.toISOString(), events: ordinals.of(position) };
  });
  await sink.write(keys.wrap({ accounts: identity.accounts, apiTokens: identity.apiTokens, seenMarks }));
  const digest = sink.digest();
  const followed = reacted === null ? null : ordinals.of(reacted);
  await sink.write({ kind: 'end', events, evidence, reacted: followed, digest, mac: keys.seal(digest) });
  return { events, evidence, incomplete };
}

/** The log up to now. Of a stream that is not whole only what comes before its first break is written. */
async function writeLog(
  sink: BackupSink,
  store: EventStore,
  ordinals: Ordinals,
  onProgress: (events: number) => void,
): Promise<{ readonly events: number; readonly incomplete: readonly IncompleteStream[] }> {
  const incomplete = new IncompleteStreams();
  let events = 0;
  for await (const page of logPages(store, { upTo: await store.head() })) {
    for (const event of page) {
      if (!incomplete.take(event)) continue;
      await sink.write(toEventLine(event));
      events += 1;
      ordinals.pass(event.position, events);
    }
    onProgress(events);
  }
  incomplete.addDamaged(store.damaged());
  return { events, incomplete: incomplete.list() };
}

/** @returns how many files were written */
async function writeEvidence(
  sink: BackupSink,
  store: EvidenceStore,
  onProgress: (files: number) => void,
): Promise<number> {
  let files = 0;
  for await (const { storedAt, content, ...file } of store.all()) {
    const kept = { ...file, storedAt: storedAt.toISOString(), content: content.toString('base64') };
    await sink.write({ kind: 'evidence', ...kept });
    files += 1;
    onProgress(files);
  }
  return files;
}

/** How many of the events written lie up to each of some positions, counted while the log goes by. */
class Ordinals {
  private readonly counts = new Map<Position, number>();

  constructor(positions: readonly (Position | null)[]) {
    for (const position of positions) if (position !== null) this.counts.set(position, 0);
  }

  pass(position: Position, count: number): void {
    for (const wanted of this.counts.keys()) {
      if (comparePositions(position, wanted) <= 0) this.counts.set(wanted, count);
    }
  }

  of(position: Position): number {
    return this.counts.get(position) ?? 0;
  }
}

/** The file under way: lines are digested, packed and written as they come. */
class BackupSink {
  private readonly hash: Hash = createHash('sha256');
  private readonly done: Promise<void>;

  private readonly gzip = createGzip();

  /** Begins a file, readable by its owner only. */
  constructor(path: string) {
    // Flushed to the disk before it is closed.
    this.done = pipeline(this.gzip, createWriteStream(path, { mode: 0o600, flush: true }));
    // Whoever waits is told; a failure before that must not end the process.
    this.done.catch(() => undefined);
  }

  /** SHA-256 of all lines so far. */
  digest(): string {
    return this.hash.copy().digest('hex');
  }

  async write(line: BackupLine): Promise<void> {
    const text = `${JSON.stringify(line)}\n`;
    this.hash.update(text);
    if (!this.gzip.write(text)) await Promise.race([once(this.gzip, 'drain'), this.done]);
  }

  /** Waits until everything is on the disk. */
  async close(): Promise<void> {
    this.gzip.end();
    await this.done;
  }

  async abandon(): Promise<void> {
    this.gzip.destroy();
    await this.done.catch(() => undefined);
  }
}

/** What writing to a file failed of, for the person who can mend it; any other error as it is. */
function notWritable(error: unknown, file: string): unknown {
  const why = UNWRITABLE[errorCode(error)];
  if (why === undefined) return error;
  return new TaizhangError('BACKUP.NOT_WRITABLE', `写不了 ${file}：${why}。未留下文件。`, { file }, error);
}

const UNWRITABLE: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件夹，请先建立',
  ENOTDIR: '路径中有一段不是文件夹，请核对',
  EACCES: '没有权限，请换一个文件夹',
  EROFS: '磁盘是只读的，请换一个文件夹',
  ENOSPC: '磁盘已满，请腾出空间或换一个磁盘',
};

async function refuseExisting(file: string): Promise<void> {
  const there = await stat(file).then(
    () => true,
    () => false,
  );
  if (!there) return;
  throw new TaizhangError('BACKUP.FILE_EXISTS', `${file} 已经存在，备份不会覆盖文件，请换一个文件名。`, { file });
}
