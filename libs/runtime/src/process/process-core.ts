import { type DynamicModule } from '@nestjs/common';
import { Gauge, type Registry } from 'prom-client';
import { COMMAND_ROUTES } from '#contracts';
import { assertTablesSound, type StaffSource } from '#engine';
import { type Config, createMetricsRegistry, diskHealth, HealthRegistry } from '#platform';
import { ProjectionRunner, QUERIES } from '#projections';
import { type Foundation } from '../foundation/foundation';
import { engineOn } from './engine-on';
import { LedgerStaff } from './ledger-staff';
import { logHealth } from './log-health';
import { officeHealth } from './office-health';
import { projectorsOn } from './projectors';

/** Which parts a process has: `api` answers HTTP, `worker` follows the log and fires what falls due, `all` does both. */
export type ProcessRole = Config['role'];

/** What the parts of one process share. Nothing in it runs yet: the worker part starts the projections. */
export interface ProcessCore {
  readonly role: ProcessRole;
  readonly foundation: Foundation;
  /** The engine, for the Nest application that hosts it. */
  readonly engine: DynamicModule;
  /** Every process waits for projections through it, whichever process runs them. */
  readonly projections: ProjectionRunner;
  /** Checks of the database, the log and the disk; each part adds its own. */
  readonly health: HealthRegistry;
  readonly metrics: Registry;
}

/**
 * Opens what the parts of a process share.
 * @throws when a route or a permission line is missing or doubled: such a program does not start
 */
export function openCore(foundation: Foundation, role: ProcessRole): ProcessCore {
  assertTablesSound([...COMMAND_ROUTES, ...QUERIES].map(({ operation }) => operation));
  const { store, pool, clock, logger, identity } = foundation;
  const projections = new ProjectionRunner({ store, pool, clock, logger, projectors: projectorsOn(store, pool) });
  const metrics = createMetricsRegistry({ role });
  measure(projections, metrics);
  const staff = new LedgerStaff(pool, identity.accounts);
  const engine = engineOn(foundation, staff);
  return { role, foundation, engine, projections, health: healthOf(foundation, staff), metrics };
}

function healthOf({ pool, store, database, config }: Foundation, staff: StaffSource): HealthRegistry {
  const health = new HealthRegistry();
  health.register('database', async () => {
    await pool.query('select 1');
    return { healthy: true };
  });
  health.register('log', () => logHealth(store));
  health.register('office', () => officeHealth(pool, staff));
  // The disk of an external database is watched by its own administrator.
  if (database.kind !== 'external') health.register('disk', () => diskHealth(config.dataFolder));
  return health;
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
