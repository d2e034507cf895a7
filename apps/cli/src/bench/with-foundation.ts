import { createLogger, loadConfig, openDatabase } from '#platform';
import { type Foundation, layFoundation } from '../foundation';

/** Works on a data folder's database in this process, with nothing else running. */
export async function withFoundation<T>(dataFolder: string, work: (foundation: Foundation) => Promise<T>): Promise<T> {
  const config = loadConfig({ TAIZHANG_DATA: dataFolder, PORT: '0' });
  const logger = createLogger('error');
  const foundation = await layFoundation(config, logger, await openDatabase(config, logger));
  try {
    return await work(foundation);
  } finally {
    await foundation.close();
  }
}
