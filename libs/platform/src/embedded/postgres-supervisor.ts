import { type PostgresPlan, type PostgresProcess, startPostgres, stopPostgres } from './postgres-process';

/** More deaths than this within {@link DEATH_WINDOW} end the attempts: something is wrong that a restart does not mend. */
const DEATH_LIMIT = 5;
const DEATH_WINDOW = 60_000;

/**
 * Keeps one postmaster running: if it dies without being asked to, it is started again on the same port, so that pools
 * find it by themselves.
 */
export class PostgresSupervisor {
  /** Settles when it is stopped, or when it could not be started again. */
  readonly ended: Promise<void>;
  private stopping = false;
  private readonly deaths: number[] = [];

  private constructor(
    private readonly plan: PostgresPlan,
    private running: PostgresProcess,
  ) {
    this.ended = this.watch();
  }

  /** @throws `POSTGRES.START_FAILED` */
  static async start(plan: PostgresPlan): Promise<PostgresSupervisor> {
    return new PostgresSupervisor(plan, await startPostgres(plan));
  }

  get port(): number {
    return this.running.port;
  }

  get pid(): number {
    return this.running.pid;
  }

  /** Stops the postmaster, or the attempt to start it again. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.end();
    await this.ended;
  }

  private async end(): Promise<void> {
    this.running.hold();
    await stopPostgres(this.running.pid);
  }

  private async watch(): Promise<void> {
    for (;;) {
      await this.running.exited;
      if (this.isStopping()) return;
      if (this.diesTooOften()) {
        this.plan.logger.fatal('内置数据库反复退出，已停止重启，请查看 postgres.log。');
        return;
      }
      this.plan.logger.error({ pid: this.running.pid }, '内置数据库意外退出，正在重新启动。');
      try {
        this.running = await startPostgres({ ...this.plan, port: this.running.port });
      } catch (error) {
        this.plan.logger.fatal({ err: error }, '内置数据库无法重新启动，请查看 postgres.log。');
        return;
      }
      if (this.isStopping()) await this.end();
    }
  }

  /** A method, because the flag changes while the loop waits. */
  private isStopping(): boolean {
    return this.stopping;
  }

  private diesTooOften(): boolean {
    const now = performance.now();
    this.deaths.push(now);
    return this.deaths.filter((moment) => now - moment < DEATH_WINDOW).length > DEATH_LIMIT;
  }
}
