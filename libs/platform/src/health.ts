import { setTimeout as sleep } from 'node:timers/promises';
import { TaizhangError } from './taizhang-error';

/** What one check found. */
export interface HealthFinding {
  readonly healthy: boolean;
  /** Facts for the administrator, such as how far behind a projector is; no secrets. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** All checks together; ready only if each one is healthy. */
export interface HealthReport {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, HealthFinding>>;
}

/** Looks at one part. Throwing counts as unhealthy. */
export type HealthCheck = () => HealthFinding | Promise<HealthFinding>;

const CHECK_LIMIT_MILLISECONDS = 3_000;

/** Named checks of the parts of a process; read by `/health/ready`. */
export class HealthRegistry {
  private readonly checks = new Map<string, HealthCheck>();

  /** @param limit longest time one check may take, in milliseconds; a slower one is unhealthy */
  constructor(private readonly limit = CHECK_LIMIT_MILLISECONDS) {}

  /** @throws if the name is taken: two parts would hide each other */
  register(name: string, check: HealthCheck): void {
    if (this.checks.has(name)) throw new Error(`health check ${name} is registered twice`);
    this.checks.set(name, check);
  }

  /** Runs all checks at once. Never throws and never takes longer than the limit. */
  async report(): Promise<HealthReport> {
    const found = await Promise.all(
      [...this.checks].map(async ([name, check]) => [name, await this.run(check)] as const),
    );
    return { ready: found.every(([, finding]) => finding.healthy), checks: Object.fromEntries(found) };
  }

  private async run(check: HealthCheck): Promise<HealthFinding> {
    const stop = new AbortController();
    const late = sleep(this.limit, { healthy: false, details: { reason: 'timeout' } }, { signal: stop.signal });
    // Swallows the cancellation below, and a late answer nobody waits for any more.
    late.catch(() => undefined);
    const answer = Promise.resolve().then(check).catch(unhealthy);
    const finding = await Promise.race([answer, late]);
    stop.abort();
    return finding;
  }
}

/** Messages of foreign errors may hold addresses and passwords, so only our own are shown. */
function unhealthy(error: unknown): HealthFinding {
  const reason = error instanceof TaizhangError ? error.code : 'error';
  return { healthy: false, details: { reason } };
}
