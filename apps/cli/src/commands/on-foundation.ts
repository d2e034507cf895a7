import { attachOrStart, type Config, createLogger } from '#platform';
import { type Foundation, layFoundation, type Purpose } from '#runtime';
import { note } from '../output';

/**
 * Does a command's work on the running product's database, or on the embedded one started for as long as it takes. Says so
 * first when writing is stopped, since then the tables do not show what the log holds.
 * @param purpose what the log is opened for. Default: `looking`
 */
export async function onFoundation<T>(
  config: Config,
  work: (foundation: Foundation) => Promise<T>,
  purpose: Purpose = 'looking',
): Promise<T> {
  const logger = createLogger('warn');
  const foundation = await layFoundation(config, logger, await attachOrStart(config, logger), { purpose });
  try {
    const { stopped } = foundation.store.writing;
    if (stopped) note(`${stopped.message}（${stopped.code}）`);
    return await work(foundation);
  } finally {
    await foundation.close();
  }
}
