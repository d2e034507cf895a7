import { type Pool } from 'pg';
import { z } from 'zod';
import { type EventStore } from '#event-store';
import { type Migration, TaizhangError } from '#platform';

/** A restore under way: until it is finished, the program does not start on what is half there. */
export const RESTORE_MIGRATIONS: readonly Migration[] = [
  {
    id: 'restore-0001',
    sql: `
      create schema if not exists restore;
      create table restore.under_way (
        only_one boolean primary key default true check (only_one),
        file_digest text not null
      );`,
  },
];

const marks = z.array(z.object({ file_digest: z.string() }));
const anything = z.tuple([z.object({ any: z.boolean() })]);

/** @throws TaizhangError RESTORE.UNFINISHED */
export async function refuseUnfinished(pool: Pool): Promise<void> {
  if ((await digestUnderWay(pool)) === undefined) return;
  const message = '上次恢复备份没有完成，请用同一份备份文件（和同样的 --without）再次运行 taizhang restore。';
  throw new TaizhangError('RESTORE.UNFINISHED', message);
}

/**
 * Marks an empty place, or goes on with the same file.
 * @param mark the file's digest; where streams are left out, a digest of it and of their names
 * @throws TaizhangError RESTORE.NOT_EMPTY, RESTORE.OTHER_FILE
 */
export async function beginRestore(pool: Pool, store: EventStore, mark: string): Promise<void> {
  const known = await digestUnderWay(pool);
  if (known === mark) return;
  if (known !== undefined) {
    const message =
      '这里正在恢复另一份备份，或这次的 --without 与上次不同，请用那一份和同样的 --without 继续，或换一个空的数据文件夹或数据库。';
    throw new TaizhangError('RESTORE.OTHER_FILE', message);
  }
  if ((await store.head()) !== null || (await hasRows(pool))) {
    const message = '这里已有台账，恢复只能在空的数据文件夹或数据库上进行；未改动任何内容。';
    throw new TaizhangError('RESTORE.NOT_EMPTY', message);
  }
  await pool.query('insert into restore.under_way (file_digest) values ($1)', [mark]);
}

export async function finishRestore(pool: Pool): Promise<void> {
  await pool.query('delete from restore.under_way');
}

async function digestUnderWay(pool: Pool): Promise<string | undefined> {
  return marks.parse((await pool.query('select file_digest from restore.under_way')).rows)[0]?.file_digest;
}

async function hasRows(pool: Pool): Promise<boolean> {
  const text = `select exists (select from identity.account) or exists (select from evidence.file) as any`;
  return anything.parse((await pool.query(text)).rows)[0].any;
}
