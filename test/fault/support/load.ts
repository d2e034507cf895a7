import { seededRandom, type SeededRandom } from '#testing';
import { anImport } from '../../acceptance/support/an-import';
import { type BusyOffice } from './busy-office';
import { type CommandBook, type SentCommand } from './command-book';

/** Requests under way at the same time. */
const IN_FLIGHT = 10;
/** Tasks of an import that takes a moment to follow. */
const MANY = 40;
/** What rivals of a closing may be told: the other was faster. */
const TOO_LATE = ['TASK.STEP_NOT_OPEN', 'TASK.CLOSING_VOID'];

/** Sends commands to an office, many at a time, until it is told to stop. Which ones follows from the seed. */
export class Load {
  private readonly waiting: string[];
  private readonly overdue: string[];
  private sent = 0;
  private stopped = false;

  constructor(
    private readonly office: BusyOffice,
    private readonly book: CommandBook,
    private readonly random: SeededRandom,
  ) {
    this.waiting = [...office.verified];
    this.overdue = [...office.overdue];
  }

  /** Runs until {@link stop}; what is under way then is waited for. Rejects on an answer that should never be. */
  async run(address: string): Promise<void> {
    this.stopped = false;
    await Promise.all(Array.from({ length: IN_FLIGHT }, () => this.sender(address, this.random.integer(0, 2 ** 31))));
  }

  /** Sends at once what touches several streams: two closings, an import of many tasks, and what timers follow from. */
  async burst(address: string): Promise<void> {
    const late = this.overdue.splice(0, 2).map((taskId) => this.assign(taskId));
    const commands = [...this.closing(this.random), ...this.closing(this.random), this.import(MANY), ...late];
    await Promise.all(commands.map((command) => this.book.send(address, command)));
  }

  /** No further command is sent. */
  stop(): void {
    this.stopped = true;
  }

  private async sender(address: string, seed: number): Promise<void> {
    const random = seededRandom(seed);
    while (!this.stopped) await Promise.all(this.next(random).map((command) => this.book.send(address, command)));
  }

  /** One command, or two that want the same task. */
  private next(random: SeededRandom): SentCommand[] {
    const chance = random.next();
    if (chance < 0.006) return this.closing(random);
    if (chance < 0.02) return [this.import(random.integer(1, 12))];
    return [this.report(random.pick(this.office.underway))];
  }

  private report(taskId: string): SentCommand {
    const { reporter } = this.office.staff;
    const key = this.nextKey();
    const body = { progress: `首批试点运行平稳（${key}）。`, percent: 60 };
    return { kind: 'report', client: reporter, path: `tasks/${taskId}/report`, body, key, mayBeRefusedWith: [] };
  }

  private import(count: number): SentCommand {
    const { staff, ledgerId } = this.office;
    const key = this.nextKey();
    const path = `ledgers/${ledgerId}/import`;
    return { kind: 'import', client: staff.clerk, path, body: anImport(key, count), key, mayBeRefusedWith: [] };
  }

  private assign(taskId: string): SentCommand {
    const { clerk } = this.office.staff;
    const body = { requirements: '请尽快报送进展。', pastDays: 'keep' };
    return {
      kind: 'assign',
      client: clerk,
      path: `tasks/${taskId}/assign`,
      body,
      key: this.nextKey(),
      mayBeRefusedWith: [],
    };
  }

  /** Every third closing meets a verifier who sends the task back at the same moment. */
  private closing(random: SeededRandom): SentCommand[] {
    const taskId = this.waiting.pop();
    if (taskId === undefined) return [this.report(random.pick(this.office.underway))];
    const rivalled = random.next() < 0.34;
    const close: SentCommand = {
      kind: 'close',
      client: this.office.staff.closer,
      path: `tasks/${taskId}/close`,
      body: { outcome: 'rectified', statement: '同意销号。' },
      key: this.nextKey(),
      mayBeRefusedWith: rivalled ? TOO_LATE : [],
    };
    if (!rivalled) return [close];
    const back: SentCommand = {
      kind: 'return',
      client: this.office.staff.verifier,
      path: `tasks/${taskId}/return`,
      body: { missing: '缺少第二季度数据，请补充。' },
      key: this.nextKey(),
      mayBeRefusedWith: TOO_LATE,
    };
    return random.shuffle([close, back]);
  }

  private nextKey(): string {
    this.sent += 1;
    return `load-${this.sent}`;
  }
}
