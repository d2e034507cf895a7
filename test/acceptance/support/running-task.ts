import {
  importDetailSchema,
  inboxSchema,
  ledgerListSchema,
  type RawEvents,
  rawEventsSchema,
  type TaskDetail,
  taskDetailSchema,
} from '#contracts';
import { addDays } from '#domain';
import { eventually } from '#testing';
import { anImport } from './an-import';
import { type Person } from './person';
import { type RunningHouse } from './running-house';

/** On what a task is hung. */
export const AUTHORITY = { kind: 'meeting', reference: '市政府第12次常务会议' };

interface Beginning {
  readonly running: RunningHouse;
  readonly clerk: Person;
  /** The day of its only limit. */
  readonly due: string;
  readonly leadUnitIds: readonly string[];
  readonly supportUnitIds?: readonly string[];
}

/** The only task of a ledger, in a house whose clock is the test's: everything is done and read through HTTP. */
export class RunningTask {
  private constructor(
    private readonly running: RunningHouse,
    readonly ledgerId: string,
    readonly taskId: string,
  ) {}

  /** Makes a ledger, imports one task into it and assigns it to its units. */
  static async assigned({ running, clerk, due, leadUnitIds, supportUnitIds = [] }: Beginning): Promise<RunningTask> {
    const { id } = await clerk.does('ledgers', { name: '医改', code: 'YL2021', closingPrefix: '云医改销' });
    await clerk.does(`ledgers/${id}/import`, anImport('医改', 1, due));
    const task = new RunningTask(running, id, await onlyTaskOf(clerk, id));
    await task.does(clerk, 'confirm', { leadUnitIds, supportUnitIds, limits: 'confirmed' });
    await task.does(clerk, 'hang', { authority: AUTHORITY, secrecyDeclared: true });
    await task.does(clerk, 'assign', {});
    return task;
  }

  /** Another task of the same ledger. */
  other(taskId: string): RunningTask {
    return new RunningTask(this.running, this.ledgerId, taskId);
  }

  does(person: Person, act: string, body: object = {}): ReturnType<Person['does']> {
    return person.does(`tasks/${this.taskId}/${act}`, body);
  }

  tries(person: Person, act: string, body: object = {}): Promise<string> {
    return person.tries(`tasks/${this.taskId}/${act}`, body);
  }

  /** Lets time pass up to nine in the morning of a day, when reminders come, stopping at each morning before it. */
  async morningsUntil(last: string): Promise<void> {
    const { clock } = this.running;
    for (let day = clock.now().toISOString().slice(0, 10); day <= last; day = addDays(day, 1)) {
      if (`${day}T01:00:00.000Z` > clock.now().toISOString()) await this.running.passTo(`${day}T01:00:00.000Z`);
    }
  }

  /** The task as a person sees it now. */
  async seenBy(person: Person): Promise<TaskDetail['task']> {
    await this.upToDate(person);
    return (await person.reads(`tasks/${this.taskId}`, taskDetailSchema)).task;
  }

  /** Its events as they stand in the log, for somebody who may read them. */
  async events(person: Person): Promise<RawEvents['events']> {
    await this.upToDate(person);
    return (await person.reads(`tasks/${this.taskId}/events?limit=500`, rawEventsSchema)).events;
  }

  /** The kinds of a person's entries in a box. */
  async inboxOf(person: Person, box: 'waiting' | 'news' | 'settled' = 'waiting'): Promise<readonly string[]> {
    await this.upToDate(person);
    return (await person.reads(`inbox?box=${box}`, inboxSchema)).entries.map(({ kind }) => kind);
  }

  private async upToDate(person: Person): Promise<void> {
    person.seesUpTo((await this.running.foundation.store.head()) ?? '0');
  }
}

async function onlyTaskOf(clerk: Person, ledgerId: string): Promise<string> {
  const { tasks } = await eventually(async () => {
    const { ledgers } = await clerk.reads('ledgers', ledgerListSchema);
    const [imported] = ledgers.flatMap((ledger) => (ledger.ledgerId === ledgerId ? ledger.imports : []));
    expect(imported).toMatchObject({ complete: true });
    return clerk.reads(`imports/${imported?.importId ?? ''}`, importDetailSchema);
  });
  return tasks[0]?.taskId ?? '';
}
