import { actNamed } from '#domain';
import { Act, CommandRefused, derivedId, ownContext } from '#engine';
import { type TimerRow } from '#projections';

/** What became of a due timer: recorded as an event, no longer wanted, or left for the morning of a working day. */
export type TimerOutcome = 'fired' | 'obsolete' | 'waiting';

/** Refusals that only say that the row is older than the task: the projector has yet to take it away. */
const OBSOLETE_CODES: ReadonlySet<string> = new Set(['TIMER.OBSOLETE', 'TASK.STEP_NOT_OPEN', 'TASK.UNKNOWN']);

/** The refusal of what is made up for on a day off, or before the ladder's hour. */
const NOT_YET = 'TIMER.NOT_YET';

/** The part of Nest's CommandBus that is used here. */
export interface Commands {
  execute(act: Act): Promise<unknown>;
}

/** Asks what due timers ask for, in the engine's own name. Whether it is still wanted is the task's decision, not the timer's. */
export class TimerSender {
  constructor(private readonly commands: Commands) {}

  /**
   * Sends the timer's command. Its id follows from the timer's, so that a timer sent twice is one event.
   * @throws what the command bus throws, unless it says that the timer is obsolete or waits
   */
  async send(timer: TimerRow): Promise<TimerOutcome> {
    const context = ownContext(derivedId('timer', timer.timer_id));
    const step = actNamed(timer.act).step(timer.task_id, timer.body);
    try {
      await this.commands.execute(new Act(step, context));
      return 'fired';
    } catch (error) {
      if (!(error instanceof CommandRefused)) throw error;
      if (OBSOLETE_CODES.has(error.code)) return 'obsolete';
      if (error.code === NOT_YET) return 'waiting';
      throw error;
    }
  }
}
