import { CommandRefused, type Act } from '#engine';

/** Stands in for the command bus: keeps what was sent, and records an event for each command id once, as the engine does. */
export class FakeCommands {
  /** Every command that arrived, repetitions too. */
  readonly sent: Act[] = [];
  /** Events by command id. */
  readonly events = new Map<string, Act>();
  /** Codes to refuse with, by timer. */
  readonly refusals = new Map<string, string>();
  private held: Promise<void> = Promise.resolve();
  private open: () => void = () => undefined;

  async execute(act: Act): Promise<unknown> {
    this.sent.push(act);
    await this.held;
    const code = this.refusals.get(timerIdOf(act));
    if (code !== undefined) throw new CommandRefused({ code, message: '测试用的拒绝。' });
    this.events.set(act.context.commandId, act);
    return undefined;
  }

  /** Timers that became events, sorted. */
  fired(): readonly string[] {
    return [...this.events.values()].map(timerIdOf).sort();
  }

  /** Lets commands arrive and wait, until {@link FakeCommands.release}. */
  hold(): void {
    this.held = new Promise((resolve) => (this.open = resolve));
  }

  release(): void {
    this.open();
  }
}

/** The timer that a command comes from: specs name its rung after it; any other act goes by its type. */
function timerIdOf({ step: { command } }: Act): string {
  return command.type === 'task.fire-rung' ? command.data.rung.rungId : command.type;
}
