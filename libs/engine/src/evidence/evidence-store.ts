import { createHash } from 'node:crypto';
import { type Pool } from 'pg';
import { z } from 'zod';
import { type Clock, type Migration, TaizhangError } from '#platform';
import { kindOfFile, type EvidenceKind } from './evidence-kind';

/** Largest evidence file, in bytes: a scanned report of some hundred pages. */
export const MAX_EVIDENCE_BYTES = 20 * 1024 * 1024;

/** A stored file without its content. Sizes in bytes. */
export interface EvidenceFile {
  readonly hash: string;
  readonly mediaType: string;
  readonly size: number;
}

/** A stored file as a backup keeps it. */
export interface KeptEvidence {
  readonly hash: string;
  readonly mediaType: string;
  readonly storedAt: Date;
  readonly storedBy: string;
  readonly content: Buffer;
}

const hashRows = z.array(z.object({ hash: z.string() }));
const keptRows = z.array(
  z.object({
    hash: z.string(),
    media_type: z.string(),
    stored_at: z.date(),
    stored_by: z.string(),
    content: z.instanceof(Buffer),
  }),
);
const fileRow = z.object({ hash: z.string(), media_type: z.string(), size: z.number(), content: z.instanceof(Buffer) });

/** The tables of the file store. Files are kept apart from the events, which name them by hash only. */
export const EVIDENCE_MIGRATIONS: readonly Migration[] = [
  {
    id: 'evidence-0001',
    sql: `
      create schema if not exists evidence;
      create table evidence.file (
        hash text primary key,
        media_type text not null,
        size integer not null,
        content bytea not null,
        stored_at timestamptz not null,
        stored_by uuid not null
      );
      alter table evidence.file alter column content set storage external;`,
  },
];

/** Keeps evidence files under the SHA-256 of their content: the same file sent twice is one file. */
export class EvidenceStore {
  constructor(
    private readonly pool: Pool,
    private readonly clock: Clock,
  ) {}

  /**
   * Stores a file. What it is follows from its content, not from its name.
   * @throws TaizhangError EVIDENCE.EMPTY, EVIDENCE.TOO_LARGE, EVIDENCE.KIND_REFUSED
   */
  async put(content: Buffer, accountId: string): Promise<EvidenceFile> {
    const { mediaType } = acceptedKind(content);
    const hash = createHash('sha256').update(content).digest('hex');
    await this.putBack({ hash, mediaType, storedAt: this.clock.now(), storedBy: accountId, content });
    return { hash, mediaType, size: content.length };
  }

  /** Which of the hashes are stored. */
  async known(hashes: readonly string[]): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const { rows } = await this.pool.query('select hash from evidence.file where hash = any($1)', [hashes]);
    return new Set(hashRows.parse(rows).map(({ hash }) => hash));
  }

  /** Every file that was stored when it began, one at a time. */
  async *all(): AsyncGenerator<KeptEvidence> {
    const hashes = hashRows.parse((await this.pool.query('select hash from evidence.file order by hash')).rows);
    for (const { hash } of hashes) {
      const { rows } = await this.pool.query(
        'select hash, media_type, stored_at, stored_by, content from evidence.file where hash = $1',
        [hash],
      );
      for (const { media_type, stored_at, stored_by, content } of keptRows.parse(rows)) {
        yield { hash, mediaType: media_type, storedAt: stored_at, storedBy: stored_by, content };
      }
    }
  }

  /** Puts a kept file back as it was stored, unless it is there. */
  async putBack({ hash, mediaType, storedAt, storedBy, content }: KeptEvidence): Promise<void> {
    await this.pool.query(
      `insert into evidence.file (hash, media_type, size, content, stored_at, stored_by)
       values ($1, $2, $3, $4, $5, $6) on conflict (hash) do nothing`,
      [hash, mediaType, content.length, content, storedAt, storedBy],
    );
  }

  /** A file with its content. @throws TaizhangError EVIDENCE.UNKNOWN */
  async read(hash: string): Promise<EvidenceFile & { readonly content: Buffer }> {
    const { rows } = await this.pool.query(
      'select hash, media_type, size, content from evidence.file where hash = $1',
      [hash],
    );
    const row = z.array(fileRow).parse(rows)[0];
    if (!row) throw new TaizhangError('EVIDENCE.UNKNOWN', '没有找到该佐证材料，请核对后重新上传。');
    return { hash: row.hash, mediaType: row.media_type, size: row.size, content: row.content };
  }
}

function acceptedKind(content: Buffer): EvidenceKind {
  if (content.length === 0) throw new TaizhangError('EVIDENCE.EMPTY', '文件是空的，请选择有内容的文件后重新上传。');
  if (content.length > MAX_EVIDENCE_BYTES) {
    throw new TaizhangError('EVIDENCE.TOO_LARGE', '文件超过 20 MB，请压缩或拆分后重新上传。');
  }
  const kind = kindOfFile(content);
  if (!kind) {
    throw new TaizhangError('EVIDENCE.KIND_REFUSED', '不接收这种文件，请上传 PDF、Word、Excel、OFD 或 JPG、PNG 图片。');
  }
  return kind;
}
