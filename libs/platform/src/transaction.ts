import { type Pool, type PoolClient } from 'pg';
import { TaizhangError } from './taizhang-error';

/**
 * Runs `work` in one transaction on one connection: committed when it returns, rolled back when it throws.
 * @param begin how it begins: settings for it can go in the same message to the server
 * @throws what `work` throws; `DATABASE.NOT_COMMITTED` when `work` swallowed a failed statement, because PostgreSQL
 *   answers COMMIT with a silent rollback then
 */
export async function withTransaction<T>(
  pool: Pool,
  work: (client: PoolClient) => Promise<T>,
  begin = 'begin',
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  // While it is checked out the pool does not listen for this connection's errors; an unheard one would end the process.
  const onError = (): void => {
    broken = true;
  };
  client.on('error', onError);
  try {
    await client.query(begin);
    const result = await work(client);
    const end = await client.query('commit');
    if (end.command !== 'COMMIT') {
      throw new TaizhangError('DATABASE.NOT_COMMITTED', '数据库事务未能提交，请重试；若反复出现请查看日志。');
    }
    return result;
  } catch (error) {
    await client.query('rollback').catch(onError);
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}
