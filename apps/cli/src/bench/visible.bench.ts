import { setInterval as ticks } from 'node:timers/promises';
import { type Program } from '../serve/program';
import { type Figures, percentile, rounded } from './figures';
import { type Fixture } from './fixture';

const RATE_PER_SECOND = 300;
const TICK = 10;
const DURATION = 8_000;
/** What a person looks at after an act: the row, its course, and the other person's inbox. */
const SEEN_IN = ['tasks', 'timeline', 'inbox'];

/** From the acknowledgement of a command to its being visible in all of the pages' tables, at a steady rate. */
export async function measureVisible({ bus, projections }: Program, fixture: Fixture): Promise<Figures> {
  const delays: number[] = [];
  const one = async (index: number): Promise<void> => {
    const { position } = await fixture.report(bus, index);
    const acknowledged = performance.now();
    await projections.waitFor(SEEN_IN, position, { timeoutMs: 30_000 });
    delays.push(performance.now() - acknowledged);
  };
  // Once through all tasks first: what a process reads when it meets a task for the first time is not what is asked here.
  await atSteadyRate((fixture.taskIds.length / RATE_PER_SECOND) * 1_000, one);
  delays.length = 0;
  await atSteadyRate(DURATION, one);
  return { visibleP50Ms: rounded(percentile(delays, 0.5)), visibleP99Ms: rounded(percentile(delays, 0.99)) };
}

async function atSteadyRate(milliseconds: number, one: (index: number) => Promise<void>): Promise<void> {
  const underWay: Promise<void>[] = [];
  const begin = performance.now();
  for await (const _tick of ticks(TICK)) {
    const passed = performance.now() - begin;
    if (passed > milliseconds) break;
    while (underWay.length < (passed / 1_000) * RATE_PER_SECOND) underWay.push(one(underWay.length));
  }
  await Promise.all(underWay);
}
