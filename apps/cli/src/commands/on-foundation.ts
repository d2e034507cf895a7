import { attachOrStart, type Config, createLogger } from '#platform';
import { type Foundation, layFoundation } from '../foundation';

/** Does a command's work on the running product's database, or on the embedded one started for as long as it takes. */
export async function onFoundation<T>(config: Config, work: (foundation: Foundation) => Promise<T>): Promise<T> {
  const logger = createLogger('warn');
  const foundation = await layFoundation(config, logger, await attachOrStart(config, logger));
  try {
    return await work(foundation);
  } finally {
    await foundation.close();
  }
}
