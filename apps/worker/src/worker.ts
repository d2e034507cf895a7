import { type CommandBus } from '@nestjs/cqrs';
import { Deadlines } from '#deadlines';
import { type ReactionRunner } from '#engine';
import { type Clock, createPool, type HealthRegistry, type Logger } from '#platform';
import { type ProjectionRunner } from '#projections';

/** Connections of the deadlines' own pool. */
const DEADLINE_CONNECTIONS = 6;

/** What a worker works with. */
export interface WorkerParts {
  readonly bus: CommandBus;
  readonly projections: ProjectionRunner;
  readonly reactions: ReactionRunner;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly health: HealthRegistry;
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
}

/** A worker that runs. */
export interface Worker {
  readonly deadlines: Deadlines;
  readonly reactions: ReactionRunner;
  /** Ends what is under way and stops: deadlines first, for they send commands. */
  stop(): Promise<void>;
}

/** Starts projections, reactions and deadlines, with their checks of health. */
export async function startWorker(parts: WorkerParts): Promise<Worker> {
  const { bus, projections, reactions, clock, logger, health, databaseUrl, redisUrl } = parts;
  const pool = createPool(databaseUrl, { max: DEADLINE_CONNECTIONS, applicationName: 'taizhang-deadlines', logger });
  const deadlines = await Deadlines.open({ pool, databaseUrl, redisUrl, commands: bus, clock, logger });
  health.register('projections', () => projections.health());
  health.register('reactions', () => {
    const fault = reactions.fault();
    // Broken streams leave it healthy: a worker that is started anew finds them as they are.
    const details = reactions.passedOver() ?? {};
    return fault === null ? { healthy: true, details } : { healthy: false, details: { ...details, fault } };
  });
  deadlines.registerHealth(health);
  projections.onNewPast(() => deadlines.forget());
  await projections.start();
  reactions.start();
  deadlines.start();
  return {
    deadlines,
    reactions,
    stop: async () => {
      await deadlines.stop();
      await reactions.stop();
      await projections.stop();
      await pool.end();
    },
  };
}
