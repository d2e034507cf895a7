import { type Pool } from 'pg';
import { z } from 'zod';
import { TaizhangError } from '#platform';

const found = z.tuple([z.object({ preview: z.boolean() })]);

/** 0.1 noted the log's first event, where 0.2 notes its name. @throws TaizhangError DATA.OLD */
export async function refusePreviewTables(pool: Pool): Promise<void> {
  const { rows } = await pool.query(`
    select exists (
      select from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'projection' and c.relname = 'log_origin' and a.attname = 'first_event'
    ) as preview`);
  if (!found.parse(rows)[0].preview) return;
  const message = '数据库中的台账由 0.1 预览版建立，本版本不能使用，请换一个空的数据库；未改动任何内容。';
  throw new TaizhangError('DATA.OLD', message);
}

/** A log that does not begin with its name: 0.1 wrote it. */
export function previewLog(): TaizhangError {
  const message =
    '事件日志由 0.1 预览版写成（或不是台账的日志），本版本不能使用，请换一个空的事件日志；未改动任何内容。';
  return new TaizhangError('DATA.OLD', message);
}
