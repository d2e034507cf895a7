import { z } from 'zod';
import { AGGREGATES } from '#domain';
import { type EventStore, MemoryEventStore } from '#event-store';
import { ControlledClock } from '#platform';
import { createTestDatabase } from '#testing';
import { FIRST_DAY, LEDGER_ID, momentOn, PEOPLE, personWith, TASK_ID, testId, UNITS } from '../../../domain/testing';
import { doubledServer } from '../../../event-store/testing/kurrent-log';
import { openPostgresLog } from '../../../event-store/testing/postgres-log';
import {
  after,
  EngineLab,
  lostAfterWriting,
  lostBeforeWriting,
  type Script,
  ScriptedStore,
  TO_ASSIGNED,
  TO_UNDERWAY,
  TO_VERIFIED,
  unavailable,
} from '../../testing';

const STREAM = `task-${TASK_ID}`;
const UNDERWAY = ['task.drafted', 'task.confirmed', 'task.hung', 'task.assigned', 'lane.accepted'];

describe('the way of a command', () => {
  let store: ScriptedStore;
  let here: EngineLab;
  let there: EngineLab;

  beforeEach(async () => {
    store = new ScriptedStore();
    here = await EngineLab.open({ store }, 'here');
    there = await EngineLab.open({ store }, 'there');
    await here.furnish();
  });
  afterEach(async () => {
    await here.close();
    await there.close();
  });

  const report = (lab: EngineLab, progress = '方案已印发', key?: string) =>
    lab.usually('task.report', TASK_ID, { progress }, key);

  describe('two processes on one log', () => {
    beforeEach(async () => {
      await here.through(TASK_ID, ...TO_UNDERWAY);
      store.answers.length = 0;
    });

    it('decides again on fresh state when the other was faster', async () => {
      await report(there);
      await report(here);
      const outcome = await report(there);
      expect(store.answers).toEqual(['appended', 'wrong-revision', 'appended', 'wrong-revision', 'appended']);
      expect(outcome).toMatchObject({ id: TASK_ID, revision: 7, events: ['lane.reported'] });
      expect(await here.typesIn(STREAM)).toEqual([...UNDERWAY, 'lane.reported', 'lane.reported', 'lane.reported']);
    });

    it('decides again when the other comes between the decision and the append', async () => {
      await report(there);
      store.scripts.push(after(() => report(here)));
      expect(await report(there)).toMatchObject({ revision: 7 });
    });

    it('refuses what the fresh state does not allow, though the kept one would', async () => {
      await report(there);
      await here.usually('task.request-closure', TASK_ID);
      await expect(report(there)).rejects.toMatchObject({ code: 'TASK.STEP_NOT_OPEN' });
      expect(await here.typesIn(STREAM)).toEqual([...UNDERWAY, 'lane.reported', 'lane.claimed']);
    });

    it('does not refuse what only the kept state does not allow', async () => {
      await report(there);
      await here.through(TASK_ID, 'task.request-closure', 'task.return');
      await there.usually('task.request-closure', TASK_ID);
      await here.usually('task.return', TASK_ID);
      // There the task still waits to be checked.
      expect(await report(there)).toMatchObject({ events: ['lane.reported'] });
    });

    it('records what only the kept state shows as done already', async () => {
      const title = (lab: EngineLab, to: string) =>
        lab.usually('task.correct', TASK_ID, { changes: { title: to }, reason: '录入有误' });
      await title(there, '甲');
      await title(here, '乙');
      // There the title is still the one asked for.
      expect(await title(there, '甲')).toMatchObject({ events: ['task.content-changed'] });
    });

    it('does not deny what the kept state is too old to permit', async () => {
      const head = { by: personWith(0x60, '医改办负责人', 'unit-head', UNITS.office) };
      await expect(there.does('task.accept', TASK_ID, {}, head)).rejects.toMatchObject({ code: 'PERMISSION.DENIED' });
      const task = testId(0x401);
      await here.through(task, 'task.draft', 'task.confirm', 'task.hang');
      await expect(there.does('task.accept', task, {}, head)).rejects.toMatchObject({ code: 'PERMISSION.DENIED' });
      const office = { leadUnitIds: [UNITS.office], supportUnitIds: [], limits: 'confirmed' };
      await here.usually('task.confirm', task, office);
      await here.usually('task.assign', task);
      expect(await there.does('task.accept', task, {}, head)).toMatchObject({ events: ['lane.accepted'] });
    });

    it('lets go of a kept state whose stream ends before it, as in a log restored from an older copy', async () => {
      await report(here);
      const reads = jest.spyOn(store, 'readStream');
      store.scripts.push(async () => ({ kind: 'wrong-revision', actual: 1 }));
      await report(here);
      expect(reads.mock.calls).toContainEqual([STREAM, 0]);
    });

    it('gives up on a stream that never stands still', async () => {
      const moving: Script = async () => ({ kind: 'wrong-revision', actual: 99 });
      store.scripts.push(...Array.from({ length: 20 }, () => moving));
      await expect(report(here)).rejects.toMatchObject({ code: 'COMMAND.CONTENDED' });
      expect(store.scripts).toEqual([]);
    });
  });

  describe('many commands to one stream', () => {
    it('queue here in their order and never conflict', async () => {
      await here.through(TASK_ID, ...TO_UNDERWAY);
      store.answers.length = 0;
      const outcomes = await Promise.all(Array.from({ length: 20 }, (_, index) => report(here, `第${index}次`)));
      expect(outcomes.map(({ revision }) => revision)).toEqual(Array.from({ length: 20 }, (_, index) => 5 + index));
      expect(new Set(store.answers)).toEqual(new Set(['appended']));
      const said = (await store.readStream(STREAM, 5)).map(
        ({ data }) => z.object({ progress: z.string() }).parse(data['texts']).progress,
      );
      expect(said).toEqual(Array.from({ length: 20 }, (_, index) => `第${index}次`));
    });

    it('go on after one that was refused', async () => {
      await here.through(TASK_ID, ...TO_UNDERWAY);
      const results = await Promise.allSettled([report(here), here.usually('task.hang', TASK_ID), report(here)]);
      expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    });
  });

  describe('a repeated command', () => {
    beforeEach(() => here.through(TASK_ID, ...TO_UNDERWAY));

    it('is answered as the first time, and nothing is written', async () => {
      const first = await report(here, '方案已印发', 'key');
      expect(await report(here, '方案已印发', 'key')).toEqual(first);
      expect(await report(there, '方案已印发', 'key')).toEqual(first);
      expect(await here.typesIn(STREAM)).toEqual([...UNDERWAY, 'lane.reported']);
    });

    it('is answered as the first time after the task has moved on and would refuse it', async () => {
      const first = await report(here, '方案已印发', 'key');
      await here.through(TASK_ID, 'task.request-closure', 'task.verify');
      expect(await report(here, '方案已印发', 'key')).toEqual(first);
      expect(await report(there, '方案已印发', 'key')).toEqual(first);
    });

    it('is answered as the first time to somebody who may no longer do it', async () => {
      const first = await report(here, '方案已印发', 'key');
      const retired = { ...PEOPLE.reporter, posts: [] };
      const again = here.does('task.report', TASK_ID, { progress: '方案已印发' }, { by: retired, key: 'key' });
      expect(await again).toEqual(first);
    });

    it('is one, however many come at once to both processes', async () => {
      const outcomes = await Promise.all(
        [here, there, here, there, here].map((lab) => report(lab, '方案已印发', 'key')),
      );
      expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
      expect(await here.typesIn(STREAM)).toEqual([...UNDERWAY, 'lane.reported']);
    });

    it('is refused where its key stands for another body', async () => {
      await report(here, '方案已印发', 'key');
      await expect(report(here, '方案未印发', 'key')).rejects.toMatchObject({ code: 'COMMAND.KEY_REUSED' });
      await expect(report(there, '方案未印发', 'key')).rejects.toMatchObject({ code: 'COMMAND.KEY_REUSED' });
      await here.through(TASK_ID, 'task.request-closure');
      await expect(report(here, '方案未印发', 'key')).rejects.toMatchObject({ code: 'COMMAND.KEY_REUSED' });
    });

    it('is another command where its key is used for another thing', async () => {
      await report(here, '方案已印发', 'key');
      const unit = await here.does('unit.create', testId(0x1fe), { name: '市医保局' }, { key: 'key' });
      expect(unit).toMatchObject({ events: ['unit.created'] });
      expect(await report(here, '方案已印发', 'key')).toMatchObject({ events: ['lane.reported'] });
    });

    it('that was refused may be accepted later', async () => {
      await here.through(TASK_ID, 'task.report', 'task.request-closure');
      await expect(report(here, '补充数据', 'key')).rejects.toMatchObject({ code: 'TASK.STEP_NOT_OPEN' });
      await here.usually('task.return', TASK_ID);
      expect(await report(here, '补充数据', 'key')).toMatchObject({ events: ['lane.reported'] });
    });
  });

  describe('a rule with a fault of ours', () => {
    const UNWRITABLE = { type: 'lane.accepted', data: { lane: 'nobody', on: '2025-02-30' } } as const;

    beforeEach(() => here.through(TASK_ID, ...TO_UNDERWAY));
    afterEach(() => jest.restoreAllMocks());

    it.each([
      ['decides an event that its schema refuses', () => [UNWRITABLE]],
      [
        'throws',
        () => {
          throw new RangeError('no such day');
        },
      ],
    ])('that %s fails with COMMAND.FAULT, and nothing is written', async (_how, rule) => {
      jest.spyOn(AGGREGATES.task, 'decide').mockImplementation(rule);
      await expect(report(here)).rejects.toMatchObject({ code: 'COMMAND.FAULT' });
      expect(await here.typesIn(STREAM)).toEqual(UNDERWAY);
    });

    it('fails a command only on fresh state, and never one that was carried out before', async () => {
      const first = await report(here, '方案已印发', 'key');
      const faulty = jest.spyOn(AGGREGATES.task, 'decide').mockReturnValueOnce([UNWRITABLE]);
      expect(await report(here)).toMatchObject({ events: ['lane.reported'] });
      faulty.mockReturnValue([UNWRITABLE]);
      expect(await report(here, '方案已印发', 'key')).toEqual(first);
    });
  });

  describe('an append whose outcome nobody knows', () => {
    beforeEach(() => here.through(TASK_ID, ...TO_UNDERWAY));

    it.each([
      ['was written', lostAfterWriting],
      ['was not written', lostBeforeWriting],
    ])('that %s is in the log once', async (_name, script) => {
      store.scripts.push(script);
      expect(await report(here)).toMatchObject({ id: TASK_ID, revision: 5, position: '14', events: ['lane.reported'] });
      expect(await here.typesIn(STREAM)).toEqual([...UNDERWAY, 'lane.reported']);
      expect(await report(here)).toMatchObject({ revision: 6 });
    });

    it.each([
      ['was written', lostAfterWriting],
      ['was not written', lostBeforeWriting],
    ])('that %s is in the log once, though somebody else comes next', async (_name, script) => {
      store.scripts.push(
        script,
        after(() => report(there)),
      );
      await report(here);
      expect(await here.typesIn(STREAM)).toEqual([...UNDERWAY, 'lane.reported', 'lane.reported']);
    });

    it('twice over is told to the sender, whose retry finds what was written', async () => {
      store.scripts.push(lostAfterWriting, lostBeforeWriting);
      await expect(report(here, '方案已印发', 'key')).rejects.toMatchObject({ code: 'LOG.OUTCOME_UNKNOWN' });
      expect(await report(here, '方案已印发', 'key')).toMatchObject({ revision: 5 });
      expect(await here.typesIn(STREAM)).toEqual([...UNDERWAY, 'lane.reported']);
    });

    it('and a log that is surely not there is told as it is, and nothing is remembered of it', async () => {
      store.scripts.push(unavailable);
      await expect(report(here, '方案已印发', 'key')).rejects.toMatchObject({ code: 'LOG.UNAVAILABLE' });
      expect(await here.typesIn(STREAM)).toEqual(UNDERWAY);
      expect(await report(here, '方案已印发', 'key')).toMatchObject({ revision: 5 });
    });
  });

  describe('what stands in the record', () => {
    it('is who acted under which post, when, why, and under ids that follow from the command', async () => {
      await here.through(TASK_ID, ...TO_UNDERWAY);
      const otherPost = personWith(0x61, '', 'reporter', UNITS.office).posts;
      const by = { ...PEOPLE.reporter, posts: [...otherPost, ...PEOPLE.reporter.posts] };
      here.clock.set(momentOn('2025-03-04', 7));
      await here.does('task.report', TASK_ID, { progress: '方案已印发' }, { by, key: 'key' });
      const [event] = await store.readStream(STREAM, 5);
      const [post] = PEOPLE.reporter.posts;
      expect(event?.metadata).toMatchObject({
        commandId: here.context({ key: 'key' }).commandId,
        correlationId: 'lab',
        causationId: null,
        actor: {
          accountId: PEOPLE.reporter.accountId,
          name: PEOPLE.reporter.name,
          role: 'reporter',
          postId: post?.postId,
          unitId: UNITS.health,
        },
        recordedAt: momentOn('2025-03-04', 7),
      });
      const twin = await EngineLab.open({ clock: new ControlledClock(momentOn(FIRST_DAY)) }, 'here');
      await twin.furnish();
      await twin.through(TASK_ID, ...TO_UNDERWAY);
      await twin.does('task.report', TASK_ID, { progress: '方案已印发' }, { by, key: 'key' });
      const [same] = await twin.store.readStream(STREAM, 5);
      await twin.close();
      expect(same?.eventId).toBe(event?.eventId);
    });
  });

  describe('permission', () => {
    it.each([
      ['another unit', personWith(0x62, '财政经办', 'reporter', UNITS.office)],
      ['another ledger', personWith(0x63, '卫健经办', 'reporter', UNITS.health, testId(0x2ff))],
      ['another role', PEOPLE.verifier],
      ['no post', { ...PEOPLE.reporter, posts: [] }],
    ])('is denied to %s, and nothing is written', async (_name, by) => {
      await here.through(TASK_ID, ...TO_UNDERWAY);
      const denied = here.does('task.report', TASK_ID, { progress: '方案已印发' }, { by });
      await expect(denied).rejects.toMatchObject({ code: 'PERMISSION.DENIED' });
      expect(await here.typesIn(STREAM)).toEqual(UNDERWAY);
    });

    it('is asked of the task’s own ledger', async () => {
      await here.through(TASK_ID, ...TO_VERIFIED);
      const closer = personWith(0x64, '分管领导', 'closer', UNITS.office, testId(0x2ff));
      await expect(here.closes(TASK_ID, { by: closer })).rejects.toMatchObject({ code: 'PERMISSION.DENIED' });
      expect(await here.typesIn(`series-${LEDGER_ID}`)).toEqual([]);
    });
  });
});

/** A log that two processes work on. */
interface SharedLog {
  readonly store: EventStore;
  another(): EventStore;
  close(): Promise<void>;
}

const LOGS: readonly (readonly [string, () => Promise<SharedLog>])[] = [
  ['memory', inMemory],
  ['PostgreSQL', () => openPostgresLog(createTestDatabase)],
  ['a double of KurrentDB', doubledServer],
];

async function inMemory(): Promise<SharedLog> {
  const store = new MemoryEventStore();
  return { store, another: () => store, close: () => store.close() };
}

describe.each(LOGS)('a repeated correction on %s', (_name, open) => {
  let log: SharedLog;
  let here: EngineLab;
  let there: EngineLab;

  beforeEach(async () => {
    log = await open();
    here = await EngineLab.open({ store: log.store }, 'here');
    there = await EngineLab.open({ store: log.another() }, 'there');
    await here.furnish();
    // While no unit has accepted, one clerk moves a day alone.
    await here.through(TASK_ID, ...TO_ASSIGNED);
  });
  afterEach(async () => {
    await here.close();
    await there.close();
    await log.close();
  });

  /** Puts the title, and the day of a limit where one is given. */
  const corrects = (lab: EngineLab, title: string, due?: string, key?: string) => {
    const changedLimits = due === undefined ? [] : [{ limitId: 'L1', due }];
    return lab.usually('task.correct', TASK_ID, { changes: { title, changedLimits }, reason: '录入有误' }, key);
  };

  it.each([
    {
      first: ['limit.moved'],
      again: 'two events',
      meanwhile: () => corrects(there, '丙', '2025-06-30'),
      before: '甲',
    },
    {
      first: ['limit.moved'],
      again: 'another event',
      meanwhile: () => corrects(there, '丙'),
      before: '甲',
    },
    {
      first: ['task.content-changed', 'limit.moved'],
      again: 'the first of them',
      meanwhile: () => corrects(there, '丙'),
      before: '乙',
    },
    {
      first: ['task.content-changed', 'limit.moved'],
      again: 'the second of them',
      meanwhile: () => corrects(there, '甲', '2025-06-30'),
      before: '乙',
    },
  ])('that recorded $first and would decide $again now is answered as the first time', async (story) => {
    await corrects(here, story.before);
    const first = await corrects(here, '甲', '2025-07-15', 'key');
    expect(first.events).toEqual(story.first);
    await story.meanwhile();
    const written = await log.store.readStream(STREAM);
    expect(await corrects(there, '甲', '2025-07-15', 'key')).toEqual(first);
    expect(await corrects(here, '甲', '2025-07-15', 'key')).toEqual(first);
    expect(await log.store.readStream(STREAM)).toEqual(written);
  });

  it('is refused with COMMAND.KEY_REUSED for another body, however many events that would decide', async () => {
    await corrects(here, '甲', undefined, 'key');
    await expect(corrects(there, '乙', '2025-07-15', 'key')).rejects.toMatchObject({ code: 'COMMAND.KEY_REUSED' });
    await expect(corrects(here, '丙', undefined, 'key')).rejects.toMatchObject({ code: 'COMMAND.KEY_REUSED' });
    await expect(corrects(here, '甲', '2025-06-30', 'key')).rejects.toMatchObject({ code: 'COMMAND.KEY_REUSED' });
  });

  it('that changed nothing is decided anew, as the log knows nothing of it', async () => {
    await corrects(here, '甲');
    expect(await corrects(here, '甲', undefined, 'key')).toMatchObject({ events: [] });
    await corrects(there, '乙');
    expect(await corrects(here, '甲', undefined, 'key')).toMatchObject({ events: ['task.content-changed'] });
  });
});
