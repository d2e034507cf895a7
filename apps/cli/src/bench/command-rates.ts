import { type Foundation } from '#runtime';
import { type Program, openProgram } from '../serve/program';
import { type Figures, perSecond, rounded } from './figures';
import { buildFixture, type Fixture } from './fixture';
import { IN_FLIGHT, MEASURE_FOR } from './floor.bench';

const TASKS = 500;

/** A ledger with tasks in hand, for commands to be sent to. */
export async function fixtureOn(foundation: Foundation, reporterId: string): Promise<Fixture> {
  const api = await openProgram(foundation, 'api');
  try {
    return await buildFixture(api.bus, TASKS, reporterId);
  } finally {
    await api.close();
  }
}

/** Waits until what was written before has gone into the tables, which would otherwise be measured too. */
export async function levelOf({ projections }: Program, { store }: Foundation): Promise<void> {
  const head = await store.head();
  if (head !== null) await projections.waitFor(['tasks', 'timeline', 'inbox', 'timers'], head, { timeoutMs: 300_000 });
}

/**
 * Durable commands through the command bus, so many in flight, in a process of this role: as `api` without what follows a
 * command, as `all` with projections, reactions and reminders beside them. Beside each rate stands what one command takes
 * of this process's CPU, in milliseconds.
 */
export async function measureCommands(foundation: Foundation, fixture: Fixture, role: 'api' | 'all'): Promise<Figures> {
  const program = await openProgram(foundation, role);
  try {
    if (role === 'all') await levelOf(program, foundation);
    const figures: Figures = {};
    for (const inFlight of IN_FLIGHT) {
      let commands = 0;
      const before = process.cpuUsage();
      const rate = await perSecond(inFlight, MEASURE_FOR, async (index) => {
        await fixture.report(program.bus, index);
        commands += 1;
      });
      const { user, system } = process.cpuUsage(before);
      figures[`commandsPerSecond${inFlight}`] = rounded(rate);
      figures[`commandCpuMs${inFlight}`] = Math.round((user + system) / 10 / commands) / 100;
    }
    return figures;
  } finally {
    await program.close();
  }
}
