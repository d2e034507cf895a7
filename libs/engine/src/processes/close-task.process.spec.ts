import { type CommandBus } from '@nestjs/cqrs';
import { AGGREGATES, readEvent, type RecordedEvent } from '#domain';
import { EventLogError } from '#event-store';
import { createTestDatabase } from '#testing';
import {
  actedBy,
  aLimit,
  draftTask,
  FIRST_DAY,
  LEDGER_ID,
  momentOn,
  PEOPLE,
  soundBody,
  TASK_ID,
  testId,
} from '../../../domain/testing';
import { openPostgresLog } from '../../../event-store/testing/postgres-log';
import { after, EngineLab, type Script, ScriptedStore, TO_VERIFIED, unavailable } from '../../testing';
import { Act } from '../command/act';
import { CloseTaskProcess } from './close-task.process';
import { finishClosingReaction } from './finish-closing.reaction';

const TASK = `task-${TASK_ID}`;
const SERIES = `series-${LEDGER_ID}`;
const OTHER_TASK_ID = testId(0x402);
const NUMBER = '云医改销〔2025〕1号';
const CLOSING = {
  on: FIRST_DAY,
  by: actedBy(PEOPLE.closer),
  asked: { outcome: 'rectified', statement: '同意销号' },
} as const;

const writes: Script = (write) => write();

describe('closing a task', () => {
  let store: ScriptedStore;
  let lab: EngineLab;

  beforeEach(async () => {
    store = new ScriptedStore();
    lab = await EngineLab.open({ store });
    await lab.furnish();
    await lab.through(TASK_ID, ...TO_VERIFIED);
  });
  afterEach(() => lab.close());

  /** As far as a process comes that dies after the first of the two streams. */
  const onlyReserves = (key: string) => {
    const command = { type: 'number.reserve', data: { taskId: TASK_ID, closing: CLOSING } } as const;
    const step = { aggregate: 'series', id: LEDGER_ID, command } as const;
    return lab.bus.execute(new Act(step, lab.context({ by: PEOPLE.engine, key })));
  };

  /** What the reactions do with every reservation of the log, in another process. */
  async function react(): Promise<void> {
    const other = await EngineLab.open({ store }, 'reaction');
    const reaction = finishClosingReaction(other.module.get(CloseTaskProcess, { strict: false }));
    try {
      for (const event of await reservations()) await reaction.react(event, SERIES, other.bus);
    } finally {
      await other.close();
    }
  }

  async function reservations(): Promise<RecordedEvent[]> {
    return (await store.readStream(SERIES)).map(readEvent).filter(({ type }) => type === 'number.reserved');
  }

  async function seriesTells(): Promise<[string, unknown, unknown][]> {
    return (await store.readStream(SERIES)).map(({ type, data }) => [type, data['closingNumber'], data['reason']]);
  }

  it('reserves a number, closes the task with it and records it as used', async () => {
    const outcome = await lab.closes(TASK_ID);
    expect(outcome).toMatchObject({ id: TASK_ID, revision: 8, events: ['task.closed'] });
    expect(await seriesTells()).toEqual([
      ['number.reserved', NUMBER, undefined],
      ['number.used', NUMBER, undefined],
    ]);
    const [closed] = await store.readStream(TASK, 8);
    expect(closed).toMatchObject({
      type: 'task.closed',
      data: { number: NUMBER, outcome: 'rectified', closedBy: { accountId: PEOPLE.closer.accountId } },
      metadata: { actor: { accountId: PEOPLE.closer.accountId, role: 'closer' } },
    });
  });

  it('counts on by one for the next task', async () => {
    await lab.through(OTHER_TASK_ID, ...TO_VERIFIED);
    await lab.closes(TASK_ID);
    await lab.closes(OTHER_TASK_ID);
    expect((await seriesTells()).map(([, number]) => number)).toEqual([
      NUMBER,
      NUMBER,
      '云医改销〔2025〕2号',
      '云医改销〔2025〕2号',
    ]);
  });

  it('begins again at 1 in another year', async () => {
    await lab.closes(TASK_ID);
    await lab.through(OTHER_TASK_ID, ...TO_VERIFIED);
    lab.clock.set('2025-12-31T16:00:00.000Z');
    await lab.closes(OTHER_TASK_ID);
    expect((await seriesTells()).at(-1)).toEqual(['number.used', '云医改销〔2026〕1号', undefined]);
  });

  it('answers a repeated request as the first time', async () => {
    const first = await lab.closes(TASK_ID, { key: 'close' });
    expect(await lab.closes(TASK_ID, { key: 'close' })).toEqual(first);
    expect(await seriesTells()).toHaveLength(2);
  });

  it.each([
    ['is under way still', ['task.return'] as const, 'TASK.STEP_NOT_OPEN'],
    ['has been terminated', ['task.terminate'] as const, 'TASK.STEP_NOT_OPEN'],
  ])('spends no number on a task that %s', async (_name, steps, code) => {
    await lab.through(TASK_ID, ...steps);
    await expect(lab.closes(TASK_ID)).rejects.toMatchObject({ code });
    expect(await seriesTells()).toEqual([]);
  });

  it('spends no number on a second closing, an unknown task, or somebody who has reported', async () => {
    const reporter = { ...PEOPLE.closer, accountId: PEOPLE.reporter.accountId };
    await expect(lab.closes(TASK_ID, { by: reporter })).rejects.toMatchObject({ code: 'TASK.VERIFIER_CLOSES' });
    await expect(lab.closes(OTHER_TASK_ID)).rejects.toMatchObject({ code: 'TASK.UNKNOWN' });
    expect(await seriesTells()).toEqual([]);
    await lab.closes(TASK_ID);
    await expect(lab.closes(TASK_ID)).rejects.toMatchObject({ code: 'TASK.ALREADY_CLOSED' });
    expect(await seriesTells()).toHaveLength(2);
  });

  describe('that a crash has left after the reservation', () => {
    it('is finished by the reaction, in the closer’s name', async () => {
      await onlyReserves('close');
      expect(await seriesTells()).toEqual([['number.reserved', NUMBER, undefined]]);
      await react();
      expect((await lab.typesIn(TASK)).at(-1)).toBe('task.closed');
      expect((await seriesTells()).at(-1)).toEqual(['number.used', NUMBER, undefined]);
      const [closed] = await store.readStream(TASK, 8);
      expect(closed?.metadata).toMatchObject({ actor: { accountId: PEOPLE.closer.accountId, role: 'closer' } });
    });

    it('is finished by the closer’s own retry, and once', async () => {
      await onlyReserves('close');
      const outcome = await lab.closes(TASK_ID, { key: 'close' });
      expect(outcome).toMatchObject({ events: ['task.closed'] });
      await react();
      expect(await lab.closes(TASK_ID, { key: 'close' })).toEqual(outcome);
      expect((await lab.typesIn(TASK)).filter((type) => type === 'task.closed')).toHaveLength(1);
      expect(await seriesTells()).toHaveLength(2);
    });

    it('is finished once by retry and reaction at the same moment', async () => {
      await onlyReserves('close');
      await Promise.all([react(), lab.closes(TASK_ID, { key: 'close' }), react()]);
      expect((await lab.typesIn(TASK)).filter((type) => type === 'task.closed')).toHaveLength(1);
      expect((await seriesTells()).map(([type]) => type)).toEqual(['number.reserved', 'number.used']);
    });

    it('takes no second number meanwhile', async () => {
      await onlyReserves('close');
      await expect(lab.closes(TASK_ID)).rejects.toMatchObject({ code: 'TASK.CLOSING_UNDERWAY' });
      expect(await seriesTells()).toHaveLength(1);
    });

    it('between closing and the last record: the number is recorded as used', async () => {
      store.scripts.push(writes, writes, unavailable);
      await expect(lab.closes(TASK_ID, { key: 'close' })).rejects.toMatchObject({ code: 'LOG.UNAVAILABLE' });
      expect((await lab.typesIn(TASK)).at(-1)).toBe('task.closed');
      await react();
      expect((await seriesTells()).map(([type]) => type)).toEqual(['number.reserved', 'number.used']);
      expect(await lab.closes(TASK_ID, { key: 'close' })).toMatchObject({ events: ['task.closed'] });
    });
  });

  describe('that is refused after the reservation', () => {
    const RETURNED = /任务现为“退回整改”/u;

    beforeEach(async () => {
      // The verifier takes the task back between the two streams.
      store.scripts.push(
        writes,
        after(() => other.usually('task.return', TASK_ID)),
      );
      other = await EngineLab.open({ store }, 'verifier');
      await expect(lab.closes(TASK_ID, { key: 'close' })).rejects.toMatchObject({ code: 'TASK.STEP_NOT_OPEN' });
    });
    let other: EngineLab;
    afterEach(() => other.close());

    it('leaves the number void with the reason', async () => {
      expect(await seriesTells()).toEqual([
        ['number.reserved', NUMBER, undefined],
        ['number.voided', NUMBER, expect.stringMatching(RETURNED)],
      ]);
      expect(await lab.typesIn(TASK)).not.toContain('task.closed');
    });

    it('never closes the task later on with that number, neither by retry nor by reaction', async () => {
      await lab.through(TASK_ID, 'task.report', 'task.request-closure', 'task.verify');
      await react();
      const again = lab.closes(TASK_ID, { key: 'close' });
      await expect(again).rejects.toMatchObject({ code: 'TASK.CLOSING_VOID' });
      await expect(again).rejects.toThrow(RETURNED);
      expect(await lab.typesIn(TASK)).not.toContain('task.closed');
      expect(await seriesTells()).toHaveLength(2);
    });

    it('lets a new request close it with the next number', async () => {
      await lab.usually('task.report', TASK_ID, soundBody('task.report'));
      await lab.through(TASK_ID, 'task.request-closure', 'task.verify');
      expect(await lab.closes(TASK_ID)).toMatchObject({ events: ['task.closed'] });
      expect((await seriesTells()).at(-1)).toEqual(['number.used', '云医改销〔2025〕2号', undefined]);
    });
  });

  it('that two processes find refused for different reasons is recorded void once, and the closer hears the refusal', async () => {
    const other = await EngineLab.open({ store }, 'other');
    store.scripts.push(
      writes,
      after(() => other.usually('task.return', TASK_ID)),
      // The return itself; then the record of the void number.
      writes,
      after(async () => {
        await other.through(TASK_ID, 'task.request-closure');
        await react();
      }),
    );
    await expect(lab.closes(TASK_ID)).rejects.toMatchObject({ code: 'TASK.STEP_NOT_OPEN' });
    expect((await seriesTells()).map(([type]) => type)).toEqual(['number.reserved', 'number.voided']);
    await other.close();
  });

  describe('that can never be recorded', () => {
    afterEach(() => jest.restoreAllMocks());

    /** From the reservation on, the act decides an event that the event's schema refuses. */
    function breakTheAct(): void {
      const { decide } = AGGREGATES.task;
      jest.spyOn(AGGREGATES.task, 'decide').mockImplementation((state, command, circumstances) => {
        const decided = decide(state, command, circumstances);
        if (command.type !== 'task.close' || circumstances.facts.reserved === null) return decided;
        return [{ type: 'lane.accepted', data: { lane: 'nobody', on: '2025-02-30' } }];
      });
    }

    it('leaves its number void after a fault of the act, and the next closing gets the next number', async () => {
      breakTheAct();
      await expect(lab.closes(TASK_ID)).rejects.toMatchObject({ code: 'COMMAND.FAULT' });
      expect((await seriesTells()).map(([type]) => type)).toEqual(['number.reserved', 'number.voided']);
      jest.restoreAllMocks();
      expect(await lab.closes(TASK_ID)).toMatchObject({ events: ['task.closed'] });
      expect((await seriesTells()).at(-1)).toEqual(['number.used', '云医改销〔2025〕2号', undefined]);
    });

    it('leaves its number void where the log refuses the event', async () => {
      const refused: Script = () => Promise.reject(new EventLogError('LOG.EVENT_TOO_LARGE', '内容过大，请精简。'));
      store.scripts.push(writes, refused);
      await expect(lab.closes(TASK_ID)).rejects.toMatchObject({ code: 'LOG.EVENT_TOO_LARGE' });
      expect((await seriesTells()).at(-1)).toEqual(['number.voided', NUMBER, '内容过大，请精简。']);
    });

    it('leaves its number void by the reaction, which then names the fault', async () => {
      await onlyReserves('close');
      breakTheAct();
      await expect(react()).rejects.toMatchObject({ code: 'COMMAND.FAULT' });
      expect((await seriesTells()).map(([type]) => type)).toEqual(['number.reserved', 'number.voided']);
      await react();
      expect(await seriesTells()).toHaveLength(2);
    });
  });

  describe('that owes more than an event can name', () => {
    const TOO_LATE = momentOn('2025-06-12');

    beforeEach(async () => {
      const limits = Array.from({ length: 20 }, (_, index) =>
        aLimit(`L${index + 1}`, { due: null, recurrence: 'daily' }),
      );
      await lab.usually('task.draft', OTHER_TASK_ID, draftTask({ limits }));
      await lab.through(OTHER_TASK_ID, ...TO_VERIFIED.filter((act) => act !== 'task.draft'));
    });

    it('is refused with TASK.TOO_MANY_OWED, spends no number, and is open again after a correction', async () => {
      lab.clock.set(TOO_LATE);
      await expect(lab.closes(OTHER_TASK_ID)).rejects.toMatchObject({ code: 'TASK.TOO_MANY_OWED' });
      expect(await seriesTells()).toEqual([]);
      await lab.usually('task.return', OTHER_TASK_ID, {
        missing: '日报不全',
        reopened: [{ limitId: 'L1', period: '2025-03-04' }],
      });
      const removedLimits = ['L20'];
      await lab.usually('task.correct', OTHER_TASK_ID, { changes: { removedLimits }, reason: '不再要求' });
      await lab.through(OTHER_TASK_ID, 'task.report', 'task.request-closure', 'task.verify');
      lab.clock.set(momentOn('2025-06-13'));
      await expect(lab.closes(OTHER_TASK_ID)).rejects.toMatchObject({ code: 'TASK.STILL_OWED' });
      expect(await seriesTells()).toEqual([]);
      const closed = await lab.closes(OTHER_TASK_ID, {}, { owedReason: '另有任务承接' });
      expect(closed).toMatchObject({ events: ['task.closed'] });
    });
  });

  describe('while others keep the stream moving', () => {
    const moving: Script = async () => ({ kind: 'wrong-revision', actual: 99 });
    const contended = Array.from({ length: 20 }, () => moving);

    it('keeps its number, and the same request closes with it later', async () => {
      store.scripts.push(writes, ...contended);
      await expect(lab.closes(TASK_ID, { key: 'close' })).rejects.toMatchObject({ code: 'COMMAND.CONTENDED' });
      expect(await seriesTells()).toEqual([['number.reserved', NUMBER, undefined]]);
      expect(await lab.closes(TASK_ID, { key: 'close' })).toMatchObject({ events: ['task.closed'] });
      await react();
      expect((await seriesTells()).at(-1)).toEqual(['number.used', NUMBER, undefined]);
    });

    it('is tried again by the reaction', async () => {
      await onlyReserves('close');
      store.scripts.push(...contended);
      await expect(react()).rejects.toMatchObject({ code: 'COMMAND.CONTENDED' });
      await react();
      expect((await seriesTells()).map(([type]) => type)).toEqual(['number.reserved', 'number.used']);
    });

    it('never records the number of a closed task void', async () => {
      store.scripts.push(writes, writes, ...contended);
      await expect(lab.closes(TASK_ID)).rejects.toMatchObject({ code: 'COMMAND.CONTENDED' });
      expect((await lab.typesIn(TASK)).at(-1)).toBe('task.closed');
      await react();
      expect((await seriesTells()).map(([type]) => type)).toEqual(['number.reserved', 'number.used']);
    });
  });

  it('that a crash has left and that may not be any more: the reaction records the number void', async () => {
    await onlyReserves('close');
    await lab.usually('task.return', TASK_ID);
    await react();
    expect((await seriesTells()).map(([type]) => type)).toEqual(['number.reserved', 'number.voided']);
    await react();
    expect(await seriesTells()).toHaveLength(2);
  });

  it('ignores what is no reservation', async () => {
    await lab.closes(TASK_ID);
    const reaction = finishClosingReaction(lab.module.get(CloseTaskProcess, { strict: false }));
    const bus: CommandBus = lab.bus;
    for (const event of (await store.readStream(SERIES, 1)).map(readEvent)) await reaction.react(event, SERIES, bus);
    expect(await seriesTells()).toHaveLength(2);
  });
});

describe('a closing that is asked for twice, its log in PostgreSQL', () => {
  it('is one: the second press finds it done, and its number stays used', async () => {
    const log = await openPostgresLog(createTestDatabase);
    const lab = await EngineLab.open({ store: log.store });
    try {
      await lab.furnish();
      await lab.through(TASK_ID, ...TO_VERIFIED);
      const first = await lab.closes(TASK_ID, { key: 'same' }, { occurredOn: FIRST_DAY });
      // The log keeps the members of what was asked in another order than the request.
      expect(await lab.closes(TASK_ID, { key: 'same' }, { occurredOn: FIRST_DAY })).toEqual(first);
      expect(await lab.typesIn(SERIES)).toEqual(['number.reserved', 'number.used']);
    } finally {
      await lab.close();
      await log.close();
    }
  });
});
