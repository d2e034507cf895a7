import { TaizhangError } from '#platform';

/**
 * Waits no longer than `limit` milliseconds. What `work` does is not stopped by it.
 * @throws what `work` rejects with, or `DEADLINES.QUEUE_SILENT`
 */
export async function within<T>(limit: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silent()), limit);
  });
  // A rejection that comes too late has nobody left to hear it.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function silent(): TaizhangError {
  return new TaizhangError('DEADLINES.QUEUE_SILENT', '任务队列没有回应，请检查队列服务；到期提醒仍由巡检按时发出。');
}
