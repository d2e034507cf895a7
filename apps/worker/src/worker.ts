import { type CommandBus } from '@nestjs/cqrs';
import { Deadlines } from '#deadlines';
import { type ReactionRunner } from '#engine';
import { createPool, type HealthFinding } from '#platform';
import { type ProcessCore } from '#runtime';

/** Connections of the deadlines' own pool. */
const DEADLINE_CONNECTIONS = 6;

/** What a worker takes from the application that hosts the engine. */
export interface HostedEngine {
  readonly bus: CommandBus;
  readonly reactions: ReactionRunner;
}

/** A worker that runs. */
export interface Worker {
  readonly deadlines: Deadlines;
  readonly reactions: ReactionRunner;
  /** Ends what is under way and stops: deadlines first, for they send commands. */
  stop(): Promise<void>;
}

/** Starts projections, reactions and deadlines, with their checks of health. */
export async function startWorker(core: ProcessCore, { bus, reactions }: HostedEngine): Promise<Worker> {
  const { projections, health } = core;
  const { clock, logger, config, database } = core.foundation;
  const { appUrl: databaseUrl } = database;
  const pool = createPool(databaseUrl, { max: DEADLINE_CONNECTIONS, applicationName: 'taizhang-deadlines', logger });
  const { redisUrl } = config;
  const deadlines = await Deadlines.open({ pool, databaseUrl, redisUrl, commands: bus, clock, logger });
  health.register('projections', () => projections.health());
  health.register('reactions', () => reactionsHealth(reactions));
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

/** Broken streams leave it healthy: a worker that is started anew finds them as they are. */
function reactionsHealth(reactions: ReactionRunner): HealthFinding {
  const fault = reactions.fault();
  const details = reactions.passedOver() ?? {};
  return fault === null ? { healthy: true, details } : { healthy: false, details: { ...details, fault } };
}
