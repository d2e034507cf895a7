import { comparePositions, type Position } from '#event-store';
import { TaizhangError } from '#platform';
import { type Checkpoint, PassedOver, readCheckpoints } from '#projections';
import { type Foundation } from '../foundation/foundation';
import { ensureFirstAccount, ensureFirstPosts, type FirstSignIn } from './first-administrator';
import { ensureRules } from './first-rules';
import { type RunningProcess } from '../process/running-process';
import { type StartStep, WAITING } from './start-up';

/** Longest wait in one go, in milliseconds; after it one looks anew what is lacking. */
const WAIT_MILLISECONDS = 5_000;

/** The steps from "listens" to "ready": each says what is still lacking. */
export class StartSteps {
  private firstSignIn: FirstSignIn | null = null;
  private firstPostsFrom: Position | null = null;
  private rulesFrom: Position | null = null;
  private begun: Position | null | undefined;
  private hasAdministrator: boolean;
  private isLevel = false;
  private readonly passedOver: PassedOver;

  /** @param waitMs longest wait in one go. Default: 5,000 */
  constructor(
    private readonly foundation: Foundation,
    private readonly running: RunningProcess,
    private readonly waitMs = WAIT_MILLISECONDS,
  ) {
    // Not for a worker, which may be the first to start: it would leave the password where nobody looks for it.
    this.hasAdministrator = running.role === 'worker';
    this.passedOver = new PassedOver(foundation.store);
  }

  /** In the order in which they are to be done. */
  get all(): readonly StartStep[] {
    return [
      () => this.mayWrite(),
      () => this.knowsTheEnd(),
      () => this.administratorIsThere(),
      () => this.rulesAreThere(),
      (signal) => this.tablesAreLevel(signal),
      () => this.nothingStandsStill(),
    ];
  }

  /** Where the first administrator's password was left by this start. */
  get signIn(): FirstSignIn | null {
    return this.firstSignIn;
  }

  /** A log that must not be written to: the program serves reading only. @throws EventLogError what stopped writing */
  private async mayWrite(): Promise<void> {
    const { stopped } = this.foundation.store.writing;
    if (stopped) throw stopped;
  }

  /** The end of the log at the start: what is written later is not waited for, or a busy log would keep the start waiting. */
  private async knowsTheEnd(): Promise<void> {
    if (this.begun === undefined) this.begun = await this.foundation.store.head();
  }

  private async administratorIsThere(): Promise<void> {
    if (this.hasAdministrator) return;
    this.firstSignIn = (await ensureFirstAccount(this.foundation)) ?? this.firstSignIn;
    this.firstPostsFrom = await ensureFirstPosts(this.foundation, this.running.bus);
    this.hasAdministrator = true;
  }

  private async rulesAreThere(): Promise<void> {
    this.rulesFrom ??= await ensureRules(this.running.bus);
  }

  /** @throws TaizhangError START.WAITING; PROJECTION.STOPPED and the like with the projection's own sentence */
  private async tablesAreLevel(signal: AbortSignal): Promise<void> {
    const target = [this.begun ?? null, this.firstPostsFrom, this.rulesFrom].reduce(later);
    if (this.isLevel || target === null) return;
    const { projections } = this.running;
    try {
      await projections.waitFor(projections.names, target, { timeoutMs: this.waitMs, signal });
    } catch (error) {
      if (!(error instanceof TaizhangError)) throw error;
      const lack = await this.whyNotLevel(target);
      if (lack) throw lack;
    }
    this.isLevel = true;
  }

  /** @returns null when the tables lack nothing although a checkpoint is behind */
  private async whyNotLevel(target: Position): Promise<TaizhangError | null> {
    const checkpoints = await readCheckpoints(this.foundation.pool);
    const standstill = this.standstill(checkpoints);
    if (standstill) return standstill;
    const lacking: string[] = [];
    for (const projector of this.running.projections.projectors) {
      const { name } = projector;
      const reached = later(this.running.projections.positionOf(name), checkpoints.get(name)?.place?.position ?? null);
      const isThere = checkpoints.has(name) && (await this.passedOver.isComplete(projector, reached, target));
      if (!isThere) lacking.push(name);
    }
    if (lacking.length === 0) return null;
    const behind = lacking.join('、');
    const message =
      this.running.worker === null
        ? `正在等待后台进程（serve worker）更新台账各表（${behind}），请确认它已启动。`
        : `正在追上事件日志，还在更新的表：${behind}，请稍候。`;
    return new TaizhangError(WAITING, message);
  }

  /** What is kept from an earlier run in the table counts only where another process does the work. */
  private standstill(checkpoints: ReadonlyMap<string, Checkpoint>): TaizhangError | null {
    const { worker, projections } = this.running;
    const own = projections.standstills()[0];
    if (own) return new TaizhangError(own.code, own.message);
    const recorded = projections.names
      .map((name) => checkpoints.get(name)?.stopped ?? null)
      .find((stop) => stop !== null);
    return worker === null && recorded ? new TaizhangError(recorded.code, recorded.message) : null;
  }

  /** @throws TaizhangError with the sentence of what stands still in this process */
  private async nothingStandsStill(): Promise<void> {
    const standstill = this.standstill(new Map());
    if (standstill) throw standstill;
    const fault = this.running.worker?.reactions.fault() ?? null;
    if (fault === null) return;
    throw new TaizhangError('REACTION.FAILED', '后续动作处理失败，正在自动重试，请查看运行日志中的原因。');
  }
}

function later(one: Position | null, other: Position | null): Position | null {
  return comparePositions(one, other) > 0 ? one : other;
}
