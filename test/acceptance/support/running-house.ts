import { readFile } from 'node:fs/promises';
import { type Pool } from 'pg';
import { type EventStore } from '#event-store';
import { ControlledClock } from '#platform';
import { StartSteps, StartUp } from '#runtime';
import { eventually } from '#testing';
import { openTestHouse, type TestHouse } from '../../support/test-house';

/** The product being served, with its first administrator. */
export interface RunningHouse extends Pick<TestHouse, 'foundation' | 'house' | 'close'> {
  readonly address: string;
  readonly clock: ControlledClock;
  /** The first administrator's one-time password, as read from the file that a first start leaves. */
  readonly firstPassword: string;
  /** Moves the clock and lets everything fall due that has; returns when nothing due is left. */
  passTo(instant: string): Promise<void>;
}

/** How long a slow machine may take to follow the log or to fire what is due, in milliseconds. */
const PATIENCE = 60_000;

/** Starts the product at a moment. @param store in place of PostgreSQL's log @param redisUrl for the queue, in place of PostgreSQL */
export async function runHouse(start: string, store?: EventStore, redisUrl?: string): Promise<RunningHouse> {
  const clock = new ControlledClock(start);
  const { foundation, house, listen, close } = await openTestHouse(clock, store, redisUrl);
  const { worker } = house;
  if (!worker) throw new Error('the role all serves and works');
  const address = await listen();
  const steps = await started({ foundation, house });
  const text = await readFile(steps.signIn?.passwordFile ?? '', 'utf8');
  return {
    address,
    clock,
    foundation,
    house,
    close,
    firstPassword: /一次性口令：(\S+)/u.exec(text)?.[1] ?? '',
    passTo: async (instant) => {
      clock.set(instant);
      // A rung appears only when the one before it has been projected, and the house's own sweep may hold what is due now:
      // were the clock moved on before all of it has fired, it would be recorded on a later day.
      await eventually(
        async () => {
          const head = await foundation.store.head();
          if (head !== null) await house.projections.waitFor(['timers'], head, { timeoutMs: PATIENCE });
          const { fired, waiting } = await worker.deadlines.sweep();
          // What a day off keeps back stays due until the next working day.
          expect([fired, await dueNow(foundation.pool, clock.now())]).toEqual([0, waiting]);
        },
        { timeoutMs: PATIENCE },
      );
    },
  };
}

/** Waits until the product says that it is ready, as a start at the terminal does; trouble fails the test. */
async function started({ foundation, house }: Pick<TestHouse, 'foundation' | 'house'>): Promise<StartSteps> {
  const steps = new StartSteps(foundation, house);
  const trouble = (error: Error): never => {
    throw error;
  };
  const listener = { waiting: () => undefined, trouble, ready: () => undefined };
  await new StartUp({ steps: steps.all, listener, pause: async () => undefined }).run(new AbortController().signal);
  return steps;
}

/** Of a group that is due together only the last is sent. */
async function dueNow(pool: Pool, now: Date): Promise<number> {
  const due =
    'select count(distinct (task_id, timer_group))::int as count from projection_timers.timer where fire_at <= $1';
  const { rows } = await pool.query<{ count: number }>(due, [now]);
  return rows[0]?.count ?? 0;
}
