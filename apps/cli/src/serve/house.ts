import { CommandBus } from '@nestjs/cqrs';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Gauge, type Registry } from 'prom-client';
import { COMMAND_ROUTES } from '#contracts';
import { openQueueView } from '#deadlines';
import { assertTablesSound, EngineModule, ReactionRunner } from '#engine';
import { type Config, createMetricsRegistry, diskHealth, HealthRegistry } from '#platform';
import { ProjectionRunner, ProjectionsModule, QUERIES } from '#projections';
import { ApiModule } from '../../../api/src/api.module';
import { HealthModule } from '../../../api/src/health.module';
import { type CallerResolver, callerResolverOn } from '../../../api/src/auth/caller-resolver';
import { consoleFolder } from '../../../api/src/console/console-files';
import { createHttpApp, type HttpOptions } from '../../../api/src/http-app';
import { startWorker, type Worker } from '../../../worker/src/worker';
import { type Foundation } from '../foundation';
import { projectorsOn } from '../projectors';
import { logHealth } from './log-health';

type Role = Config['role'];

/** A process at work. */
export interface House {
  readonly role: Role;
  /** Not listening yet. A worker answers about its health only. */
  readonly http: NestFastifyApplication;
  /** Null for an api process. */
  readonly worker: Worker | null;
  readonly bus: CommandBus;
  readonly projections: ProjectionRunner;
  readonly health: HealthRegistry;
  /** Drains and stops everything but the foundation. */
  close(): Promise<void>;
}

/** Builds what a role needs on a foundation and starts its work; HTTP does not listen yet. */
export async function openHouse(foundation: Foundation, role: Role): Promise<House> {
  assertTablesSound([...COMMAND_ROUTES, ...QUERIES].map(({ operation }) => operation));
  const { store, pool, clock, logger, identity } = foundation;
  const health = new HealthRegistry();
  const metrics = createMetricsRegistry({ role });
  const projectors = projectorsOn(store, pool);
  const projections = new ProjectionRunner({ store, pool, clock, logger, projectors });
  measure(projections, metrics);
  health.register('database', async () => {
    await pool.query('select 1');
    return { healthy: true };
  });
  health.register('log', () => logHealth(store));
  // The disk of an external database is its own administrator's.
  if (foundation.database.kind !== 'external') {
    health.register('disk', () => diskHealth(foundation.config.dataFolder));
  }
  const engine = EngineModule.on({ store, pool, clock, logger });
  const callers = callerResolverOn(identity, pool);
  const module =
    role === 'worker'
      ? HealthModule.on([engine], health, metrics)
      : ApiModule.on({
          imports: [engine, ProjectionsModule.on({ store, pool })],
          store,
          identity,
          callers,
          pool,
          clock,
          logger,
          health,
          metrics,
          projections,
        });
  const http = await createHttpApp(module, logger, role === 'worker' ? {} : pagesOn(foundation, callers));
  await http.init();
  const bus = http.get(CommandBus, { strict: false });
  await identity.start();
  const worker =
    role === 'api'
      ? null
      : await startWorker({
          bus,
          projections,
          reactions: http.get(ReactionRunner, { strict: false }),
          clock,
          logger,
          health,
          databaseUrl: foundation.database.appUrl,
          redisUrl: foundation.config.redisUrl,
        });
  const close = async (): Promise<void> => {
    // Requests under way are answered before the parts that they wait for are stopped.
    await http.close();
    await worker?.stop();
  };
  return { role, http, worker, bus, projections, health, close };
}

/** What is served beside the API: the console, and the page of the queues, which looks at them from any process. */
function pagesOn({ database, config, logger }: Foundation, callers: CallerResolver): HttpOptions {
  const queue = { databaseUrl: database.appUrl, redisUrl: config.redisUrl, logger };
  return { consoleFolder: consoleFolder(), callers, openQueueView: () => openQueueView(queue) };
}

function measure(projections: ProjectionRunner, metrics: Registry): void {
  new Gauge({
    name: 'taizhang_projection_behind_milliseconds',
    help: 'How long ago each projection was last level with the log',
    labelNames: ['projection'],
    registers: [metrics],
    collect() {
      for (const { name, behindMs } of projections.lag()) this.set({ projection: name }, behindMs);
    },
  });
}
