import { type Foundation } from '../foundation';
import { openHouse } from '../serve/house';
import { type Figures, perSecond, rounded } from './figures';
import { buildFixture, type Fixture } from './fixture';
import { IN_FLIGHT, MEASURE_FOR } from './floor.bench';

const TASKS = 500;

/**
 * Durable commands through the command bus, so many in flight, without a worker beside them: what follows a command is
 * measured apart. Beside each rate stands what one command takes of this process's CPU, in milliseconds.
 */
export async function measureCommands(
  foundation: Foundation,
  reporterId: string,
): Promise<{ readonly figures: Figures; readonly fixture: Fixture }> {
  const api = await openHouse(foundation, 'api');
  try {
    const fixture = await buildFixture(api.bus, TASKS, reporterId);
    const figures: Figures = {};
    for (const inFlight of IN_FLIGHT) {
      let commands = 0;
      const before = process.cpuUsage();
      const rate = await perSecond(inFlight, MEASURE_FOR, async (index) => {
        await fixture.report(api.bus, index);
        commands += 1;
      });
      const { user, system } = process.cpuUsage(before);
      figures[`commandsPerSecond${inFlight}`] = rounded(rate);
      figures[`commandCpuMs${inFlight}`] = Math.round((user + system) / 10 / commands) / 100;
    }
    return { figures, fixture };
  } finally {
    await api.close();
  }
}
