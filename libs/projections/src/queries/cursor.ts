import { type z } from 'zod';
import { TaizhangError } from '#platform';

/** Where the next page begins: the sort key of the last row, opaque to clients. */
export function writeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key in a cursor. @throws TaizhangError REQUEST.INVALID when it is not one of this list's */
export function readCursor<Key>(cursor: string | undefined, schema: z.ZodType<Key>): Key | null {
  if (cursor === undefined) return null;
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  } catch {
    throw new TaizhangError('REQUEST.INVALID', '翻页标记已失效，请回到第一页重新查看。');
  }
}
