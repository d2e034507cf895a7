import { CommandBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import { type Pool, Pool as PgPool } from 'pg';
import { ACTS, type Actor, type ActType, type TaskCommandType } from '#domain';
import { type EventStore, MemoryEventStore, type StoredEvent } from '#event-store';
import { ControlledClock, createLogger } from '#platform';
import {
  momentOn,
  FIRST_DAY,
  LEDGER_ID,
  PEOPLE,
  SAMPLE_STAFF,
  soundBody,
  testId,
  UNITS,
  usualActor,
} from '../../domain/testing';
import { Act, type CommandContext, type CommandOutcome, EngineModule, type StaffSource } from '../src';
import { LabAccounts } from './lab-accounts';

/** How a command is sent; what is left out is as usual. */
export interface Sending {
  readonly by?: Actor;
  /** The same key is the same command. */
  readonly key?: string;
}

/** The people of the sample office, in whatever ledger. */
export const SAMPLE_OFFICE: StaffSource = { of: () => Promise.resolve(SAMPLE_STAFF) };

/** What {@link EngineLab.open} starts with; what is left out is made. */
export interface LabParts {
  readonly store?: EventStore;
  /** Only reactions and evidence need one. */
  readonly pool?: Pool;
  readonly clock?: ControlledClock;
  /** Left out: the people of the sample office. */
  readonly staff?: StaffSource;
  /** Who signs in; nobody when left out. */
  readonly accounts?: LabAccounts;
}

/** The real engine of one process, on a log in memory unless another is given. */
export class EngineLab {
  private sent = 0;

  private constructor(
    readonly module: TestingModule,
    readonly store: EventStore,
    readonly clock: ControlledClock,
    private readonly name: string,
    private readonly end: () => Promise<void>,
  ) {}

  /** Starts an engine. Two on one store are two processes: each keeps what it has read. */
  static async open(parts: LabParts = {}, name = 'lab'): Promise<EngineLab> {
    const { store = new MemoryEventStore(), clock = new ControlledClock(momentOn(FIRST_DAY)) } = parts;
    const { accounts = new LabAccounts() } = parts;
    // Connects when it is first asked, and nobody asks it without a database.
    const pool = parts.pool ?? new PgPool({ host: '127.0.0.1', port: 1 });
    const logger = createLogger('silent');
    const staff = parts.staff ?? SAMPLE_OFFICE;
    const module = await Test.createTestingModule({
      imports: [EngineModule.on({ store, pool, clock, logger, staff, accounts })],
    }).compile();
    await module.init();
    const end = async (): Promise<void> => {
      await module.close();
      if (!parts.pool) await pool.end();
    };
    return new EngineLab(module, store, clock, name, end);
  }

  get bus(): CommandBus {
    return this.module.get(CommandBus, { strict: false });
  }

  /** The context of a command; one of its own unless a key is given. */
  context({ by = PEOPLE.clerk, key }: Sending = {}): CommandContext {
    this.sent += 1;
    const number = key === undefined ? `${this.name} ${this.sent}` : key;
    return { actor: by, commandId: idOf(number), correlationId: 'lab', causationId: null };
  }

  /** Sends a command with a body as people send it. */
  does(type: ActType, id: string | null, body: object, sending: Sending = {}): Promise<CommandOutcome> {
    const act = ACTS.find((each) => each.type === type);
    if (!act) throw new Error(`no act ${type}`);
    return this.bus.execute(new Act(act.step(id, body), this.context(sending)));
  }

  /** Sends a task's command as it usually is sent, with another body where one is given. What takes two is approved by the second. */
  async usually(operation: TaskCommandType, taskId: string, body: object = soundBody(operation), key?: string) {
    const by = usualActor(operation);
    const outcome = await this.does(operation, taskId, body, key === undefined ? { by } : { by, key });
    if (!outcome.events.includes('proposal.made')) return outcome;
    return this.does('task.decide-proposal', taskId, { result: 'approved' }, { by: PEOPLE.secondClerk });
  }

  /** Closes a task as closers do. */
  closes(taskId: string, sending: Sending = {}, change: object = {}): Promise<CommandOutcome> {
    return this.does(
      'task.close',
      taskId,
      { ...soundBody('task.close'), ...change },
      { by: PEOPLE.closer, ...sending },
    );
  }

  /** Makes the sample ledger and its units. */
  async furnish(): Promise<this> {
    const ledger = { name: '医改台账', code: 'YG2025', closingPrefix: '云医改销' };
    await this.does('ledger.create', LEDGER_ID, ledger);
    for (const [id, name] of Object.entries({
      [UNITS.health]: '市卫生健康局',
      [UNITS.finance]: '市财政局',
      [UNITS.office]: '市医改办',
    })) {
      await this.does('unit.create', id, { name }, { by: PEOPLE.systemAdministrator });
    }
    return this;
  }

  /** Takes a task so far, in the usual way. */
  async through(taskId: string, ...operations: TaskCommandType[]): Promise<void> {
    for (const operation of operations) await this.usually(operation, taskId);
  }

  /** Types of a stream's events, in order. */
  async typesIn(stream: string): Promise<string[]> {
    return (await this.store.readStream(stream)).map(({ type }) => type);
  }

  /** Everything in the log. */
  log(): Promise<StoredEvent[]> {
    return this.store.readAll(null, 10_000);
  }

  /** Ends the engine; the store is left alone. */
  close(): Promise<void> {
    return this.end();
  }
}

/** The usual way of a task until it is under way, and from there until it only waits to be closed. */
export const TO_ASSIGNED = ['task.draft', 'task.confirm', 'task.hang', 'task.assign'] as const;
export const TO_UNDERWAY = [...TO_ASSIGNED, 'task.accept'] as const;
export const TO_VERIFIED = [...TO_UNDERWAY, 'task.report', 'task.request-closure', 'task.verify'] as const;

/** Different words, different ids; the same words, the same id. */
function idOf(words: string): string {
  const sum = [...Buffer.from(words)].reduce((total, byte) => (total * 257 + byte) % 2 ** 40, 7);
  return testId(0x70_0000_0000 + sum);
}
