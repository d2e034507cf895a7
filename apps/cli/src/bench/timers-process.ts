import 'reflect-metadata';
import { once } from 'node:events';
import { ControlledClock, createLogger, loadConfig, openDatabase } from '#platform';
import { layFoundation } from '#runtime';
import { note } from '../output';
import { openProgram } from '../serve/program';

/** How long before the moment the worker starts and asks the queue to wake it; `go` comes before that is over. */
const LEAD = 10_000;

/** A worker whose clock passes a moment when its parent says `go`. Argument: the moment. Ends when told `end`. */
async function main(): Promise<void> {
  const moment = Date.parse(process.argv[2] ?? '');
  const clock = new ControlledClock(new Date(moment - LEAD));
  const config = loadConfig(process.env);
  const logger = createLogger('error');
  const foundation = await layFoundation(config, logger, await openDatabase(config, logger), { clock });
  const program = await openProgram(foundation, 'worker');
  process.send?.('ready');
  await once(process, 'message');
  clock.set(new Date(moment + 1_000));
  await once(process, 'message');
  await program.close();
  await foundation.close();
  process.disconnect();
}

main().catch((error: unknown) => {
  note(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exit(1);
});
