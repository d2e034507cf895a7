import { readFile } from 'node:fs/promises';
import { type EventStore } from '#event-store';
import { ControlledClock } from '#platform';
import { ensureFirstAdministrator } from '../../../apps/cli/src/serve/first-administrator';
import { openTestHouse, type TestHouse } from '../../support/test-house';

/** The product being served, with its first administrator. */
export interface RunningHouse extends Pick<TestHouse, 'foundation' | 'house' | 'close'> {
  readonly address: string;
  readonly clock: ControlledClock;
  /** The first administrator's one-time password, as read from the file that a first start leaves. */
  readonly firstPassword: string;
  /** Moves the clock and lets everything fall due that has. */
  passTo(instant: string): Promise<void>;
}

/** Starts the product at a moment. @param store in place of PostgreSQL's log */
export async function runHouse(start: string, store?: EventStore): Promise<RunningHouse> {
  const clock = new ControlledClock(start);
  const { foundation, house, listen, close } = await openTestHouse(clock, store);
  const { worker } = house;
  if (!worker) throw new Error('the role all serves and works');
  const address = await listen();
  const first = await ensureFirstAdministrator(foundation, house.bus);
  const text = await readFile(first?.passwordFile ?? '', 'utf8');
  return {
    address,
    clock,
    foundation,
    house,
    close,
    firstPassword: /一次性口令：(\S+)/u.exec(text)?.[1] ?? '',
    passTo: async (instant) => {
      clock.set(instant);
      await worker.deadlines.sweep();
    },
  };
}
