import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { breakInWords, type StoredEvent, verifyChain, streamParts } from '#event-store';
import { TaizhangError } from '#platform';
import {
  BACKUP_FORMAT,
  BACKUP_VERSION,
  type BackupLine,
  backupLine,
  type EndLine,
  type IncompleteStream,
  type SecretContent,
} from './backup-lines';
import { namesOf } from './incomplete-streams';
import { BackupKeys } from './sealing';

/** Longest line, in bytes: the largest evidence file as base64, and room. */
const LONGEST_LINE = 32 * 1024 * 1024;

/** A backup that was read from beginning to end and found whole, but for the streams that are left out of it. */
export interface CheckedBackup {
  readonly path: string;
  readonly takenAt: string;
  readonly end: EndLine;
  readonly secret: SecretContent;
  /** Streams that are not restored: all that the file lists as incomplete, each of them named by the person. */
  readonly without: ReadonlySet<string>;
  /** How many events are restored. */
  readonly events: number;
}

/** How to check a backup. */
export interface CheckOptions {
  /** Streams to be left out whole; exactly those that the file lists as incomplete. Default: none. */
  readonly without?: readonly string[];
  /** Told how many lines have been read. */
  readonly onProgress?: (lines: number) => void;
}

/**
 * Reads a whole backup and checks everything that can be known from it: its form, the chain of every stream, the files'
 * hashes, its seal. An incomplete one is refused unless the person has named every stream that is to be left out.
 * @throws TaizhangError BACKUP.UNREADABLE, BACKUP.FOREIGN, BACKUP.NEWER, BACKUP.OLD, BACKUP.DAMAGED, BACKUP.PASSPHRASE,
 * RESTORE.INCOMPLETE, RESTORE.STREAM_NOT_LISTED
 */
export async function checkBackup(
  path: string,
  passphrase: string,
  { without = [], onProgress = () => undefined }: CheckOptions = {},
): Promise<CheckedBackup> {
  const leftOut = new Set(without);
  const check = new BackupCheck(passphrase, leftOut, onProgress);
  const { breaks } = await verifyChain(check.events(path));
  if (breaks[0]) throw damaged(breakInWords(breaks[0]));
  const result = check.result();
  checkLeftOut(leftOut, check.incomplete);
  return { path, without: leftOut, ...result };
}

/** The events of a checked backup that are restored, in order; `position` is their number in the file, from 1. */
export async function* eventsOf({ path, without }: CheckedBackup): AsyncGenerator<StoredEvent> {
  let number = 0;
  for await (const { line } of linesOf(path)) {
    if (line.kind !== 'event') {
      if (number > 0) return;
      continue;
    }
    number += 1;
    if (!without.has(line.stream)) yield toStoredEvent(line, number);
  }
}

/** The evidence files of a checked backup. */
export async function* evidenceOf({ path }: CheckedBackup) {
  for await (const { line } of linesOf(path)) if (line.kind === 'evidence') yield line;
}

class BackupCheck {
  private readonly hash = createHash('sha256');
  private header: Extract<BackupLine, { kind: 'header' }> | undefined;
  private keys: BackupKeys | undefined;
  private secret: SecretContent | undefined;
  private end: EndLine | undefined;
  private evidence = 0;
  private eventCount = 0;
  private restored = 0;
  /** What the file says is missing in it. */
  readonly incomplete: IncompleteStream[] = [];

  constructor(
    private readonly passphrase: string,
    private readonly leftOut: ReadonlySet<string>,
    private readonly onProgress: (lines: number) => void,
  ) {}

  /** The events, while everything else is checked on the way. */
  async *events(path: string): AsyncGenerator<StoredEvent> {
    let lines = 0;
    for await (const { line, text } of linesOf(path)) {
      if (this.end) throw damaged('结尾之后还有内容');
      if (line.kind === 'end') this.takeEnd(line);
      else this.hash.update(`${text}\n`);
      if (line.kind === 'header') await this.takeHeader(line);
      else if (!this.header) throw foreign();
      if (line.kind === 'evidence') this.takeEvidence(line);
      if (line.kind === 'incomplete') this.incomplete.push(line);
      if (line.kind === 'secret') this.secret = this.keys?.unwrap(line);
      if (line.kind === 'event') yield this.takeEvent(line);
      if ((lines += 1) % 1_000 === 0) this.onProgress(lines);
    }
  }

  result(): Omit<CheckedBackup, 'path' | 'without'> {
    const { header, end, secret } = this;
    if (!header) throw foreign();
    if (!end || !secret) throw damaged('文件不完整');
    return { takenAt: header.takenAt, end, secret, events: this.restored };
  }

  private takeEvent(line: Extract<BackupLine, { kind: 'event' }>): StoredEvent {
    this.eventCount += 1;
    if (!this.leftOut.has(line.stream)) this.restored += 1;
    return toStoredEvent(line, this.eventCount);
  }

  private async takeHeader(line: NonNullable<typeof this.header>): Promise<void> {
    if (this.header) throw damaged('文件开头');
    if (line.version > BACKUP_VERSION) {
      throw new TaizhangError('BACKUP.NEWER', '这份备份由更新版本的程序制作，请用新版本的程序恢复；未恢复任何内容。');
    }
    if (line.version < BACKUP_VERSION) {
      throw new TaizhangError(
        'BACKUP.OLD',
        '这份备份由 0.1 预览版制作，本版本不能恢复，请改用 0.1 版；未恢复任何内容。',
      );
    }
    this.header = line;
    this.keys = await BackupKeys.of(this.passphrase, Buffer.from(line.salt, 'base64'));
  }

  private takeEvidence({ hash, content }: Extract<BackupLine, { kind: 'evidence' }>): void {
    const found = createHash('sha256').update(Buffer.from(content, 'base64')).digest('hex');
    if (found !== hash) throw damaged(`佐证材料 ${hash.slice(0, 12)}`);
    this.evidence += 1;
  }

  private takeEnd(line: EndLine): void {
    if (this.hash.copy().digest('hex') !== line.digest) throw damaged('内容摘要');
    if (line.events !== this.eventCount || line.evidence !== this.evidence) throw damaged('条数');
    this.keys?.checkSeal(line.digest, line.mac);
    this.end = line;
  }
}

/** @throws TaizhangError RESTORE.STREAM_NOT_LISTED, RESTORE.SERIES_NEEDED, RESTORE.NUMBERING_NEEDED, RESTORE.INCOMPLETE */
function checkLeftOut(leftOut: ReadonlySet<string>, incomplete: readonly IncompleteStream[]): void {
  const listed = new Set(incomplete.map(({ stream }) => stream));
  const unlisted = [...leftOut].find((stream) => !listed.has(stream));
  if (unlisted !== undefined) {
    const message = `备份没有把 ${unlisted} 列为不完整的流，请核对 --without 后的流名；未恢复任何内容。`;
    throw new TaizhangError('RESTORE.STREAM_NOT_LISTED', message);
  }
  // A series begun anew would issue its numbers a second time.
  const series = [...leftOut].find((stream) => streamParts(stream).category === 'series');
  if (series !== undefined) {
    const message = `${series} 记着已用的销号文号，略去后文号会重复，不能略去；请用这条流受损之前的完整备份恢复；未恢复任何内容。`;
    throw new TaizhangError('RESTORE.SERIES_NEEDED', message);
  }
  // A code or closing prefix whose stream is gone would be free for a second ledger.
  const numbering = [...leftOut].find((stream) => streamParts(stream).category === 'numbering');
  if (numbering !== undefined) {
    const message = `${numbering} 记着台账占用的编号，略去后编号会重复，不能略去；请用这条流受损之前的完整备份恢复；未恢复任何内容。`;
    throw new TaizhangError('RESTORE.NUMBERING_NEEDED', message);
  }
  const missing = incomplete.filter(({ stream }) => !leftOut.has(stream));
  if (missing.length === 0) return;
  const message = `这份备份不完整，缺少 ${namesOf(missing)} 的内容；请换一份完整的备份，或用 --without 逐一注明不恢复这些流；未恢复任何内容。`;
  throw new TaizhangError('RESTORE.INCOMPLETE', message, { streams: missing.map(({ stream }) => stream) });
}

interface ReadLine {
  readonly line: BackupLine;
  readonly text: string;
}

/** @throws TaizhangError BACKUP.UNREADABLE, BACKUP.FOREIGN for a file that is no backup, BACKUP.DAMAGED */
async function* linesOf(path: string): AsyncGenerator<ReadLine> {
  let first = true;
  for await (const text of textLinesOf(path)) {
    const parsed = backupLine.safeParse(jsonOf(text));
    if (first && parsed.data?.kind !== 'header') throw foreign();
    if (!parsed.success) throw damaged('内容格式');
    first = false;
    yield { line: parsed.data, text };
  }
  if (first) throw foreign();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function* textLinesOf(path: string): AsyncGenerator<string> {
  let rest: Buffer[] = [];
  let length = 0;
  for await (const chunk of unpacked(path)) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      yield Buffer.concat([...rest, chunk.subarray(from, at)]).toString('utf8');
      rest = [];
      length = 0;
      from = at + 1;
    }
    rest.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > LONGEST_LINE) throw damaged('有一行过长');
  }
  if (length > 0) throw damaged('文件不完整');
}

async function* unpacked(path: string): AsyncGenerator<Buffer> {
  const file = createReadStream(path);
  const gunzip = createGunzip();
  const opened = new Promise<void>((resolve, reject) => {
    file.once('open', () => resolve());
    file.once('error', reject);
  });
  await opened.catch((error: unknown) => {
    throw new TaizhangError('BACKUP.UNREADABLE', `读不到备份文件 ${path}，请核对文件名和权限。`, { path }, error);
  });
  file.once('error', (error) => gunzip.destroy(error));
  let any = false;
  try {
    for await (const chunk of file.pipe(gunzip)) {
      any = true;
      if (Buffer.isBuffer(chunk)) yield chunk;
    }
  } catch (error) {
    if (error instanceof TaizhangError) throw error;
    throw any ? damaged('压缩数据') : foreign();
  } finally {
    file.destroy();
  }
}

function toStoredEvent({ kind: _kind, ...event }: Extract<BackupLine, { kind: 'event' }>, number: number): StoredEvent {
  return { ...event, position: String(number) };
}

function foreign(): TaizhangError {
  return new TaizhangError('BACKUP.FOREIGN', `这不是 ${BACKUP_FORMAT} 备份文件，请核对；未恢复任何内容。`);
}

function damaged(where: string): TaizhangError {
  return new TaizhangError('BACKUP.DAMAGED', `备份文件已损坏（${where}），请换一份备份；未恢复任何内容。`);
}
