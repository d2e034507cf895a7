import { type Pool } from 'pg';
import { LRUCache } from 'lru-cache';
import { actNamed, type RuleVersions } from '#domain';
import { Act, CommandRefused, derivedId, ownContext } from '#engine';
import { type Logger, RepeatedWarnings } from '#platform';
import { type TaskBehind, tasksBehind } from '#projections';
import { type Commands } from './timer-sender';

/** Tasks of one look. */
const AT_ONCE = 500;
/** Tasks of one run: a ledger of 100,000 takes some minutes, and timers fire between two runs. */
const MOST = 5_000;
/** Commands under way at the same time. */
const IN_FLIGHT = 8;

/** What the mover works with. */
export interface RulesMoverOptions {
  readonly pool: Pool;
  readonly commands: Commands;
  readonly logger: Logger;
}

/**
 * Brings open tasks under rules that were published for them too (连同在办). It goes by what the read models show, so that nothing is lost
 * in a crash, and a task that was assigned under the old rules a moment after the publication is found too.
 */
export class RulesMover {
  /** What was sent, until the read models show it: the same is not sent again and again. */
  private readonly sent = new LRUCache<string, true>({ max: 10 * MOST });
  private readonly warnings: RepeatedWarnings;

  constructor(private readonly options: RulesMoverOptions) {
    this.warnings = new RepeatedWarnings(options.logger);
  }

  /** Moves what is behind. @returns how many tasks were moved @throws what PostgreSQL throws */
  async run(): Promise<number> {
    let moved = 0;
    while (moved < MOST) {
      const found = await tasksBehind(this.options.pool, AT_ONCE);
      const fresh = found.filter((task) => !this.sent.has(keyOf(task)));
      for (let start = 0; start < fresh.length; start += IN_FLIGHT) {
        await Promise.all(fresh.slice(start, start + IN_FLIGHT).map((task) => this.move(task)));
      }
      moved += fresh.length;
      if (fresh.length === 0 || found.length < AT_ONCE) break;
    }
    return moved;
  }

  /** Forgets what was sent, as the log is another past now. */
  forget(): void {
    this.sent.clear();
  }

  /** The id follows from the task and the versions, so that a move sent twice is one event. */
  private async move(task: TaskBehind): Promise<void> {
    const { taskId, rules, reason } = task;
    const context = ownContext(derivedId('move-rules', taskId, rules.policy, rules.calendar));
    const step = actNamed('task.move-rules').step(taskId, { rules, reason });
    try {
      await this.options.commands.execute(new Act(step, context));
      this.sent.set(keyOf(task), true);
    } catch (error) {
      // It has ended meanwhile, or the log does not know the version: the task goes on as it is.
      if (error instanceof CommandRefused) this.sent.set(keyOf(task), true);
      else this.warnings.warn(error, '换用新规则未能记录，下一轮巡检将重试。', { taskId });
    }
  }
}

function keyOf({ taskId, rules }: { readonly taskId: string; readonly rules: RuleVersions }): string {
  return `${taskId} ${rules.policy} ${rules.calendar}`;
}
