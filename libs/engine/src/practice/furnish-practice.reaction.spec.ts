import { z } from 'zod';
import { type Actor, type ActType, compileCalendar, PRACTICE_LEDGER, practiceNumbers, readEvent } from '#domain';
import {
  draftContent,
  inPractice,
  PEOPLE,
  personWith,
  SAMPLE_CALENDAR,
  soundBody,
  testId,
  UNITS,
} from '../../../domain/testing';
import { EngineLab, ScriptedStore, unavailable } from '../../testing';
import { idOfStep } from '../command/step-id';
import { unitIdFor } from '../units/unit-id';
import { draftTaskId, draftTasksReaction } from '../imports/draft-tasks.reaction';
import { furnishPracticeReaction } from './furnish-practice.reaction';

/** The practice ledger of a person. */
const practiceLedgerOf = (actor: Actor): string => {
  const command = { type: 'ledger.open-practice', data: {} } as const;
  return idOfStep({ aggregate: 'ledger', id: null, command }, { actor, commandId: testId(1) });
};
const PLAYER = PEOPLE.auditor;
const OFFICE_ID = unitIdFor('练习单位', null);
const BUREAU_ID = unitIdFor('练习甲局', OFFICE_ID);
const OTHER_BUREAU_ID = unitIdFor('练习乙局', OFFICE_ID);
const LEDGER_ID = practiceLedgerOf(PLAYER);
const LEDGER = `ledger-${LEDGER_ID}`;
const CALENDAR = compileCalendar(SAMPLE_CALENDAR);
const furnish = furnishPracticeReaction({ inForce: () => Promise.resolve(CALENDAR) });
const PARTS = [
  ['supervision-clerk', OFFICE_ID],
  ['reporter', BUREAU_ID],
  ['reporter', OTHER_BUREAU_ID],
  ['unit-head', BUREAU_ID],
  ['unit-head', OTHER_BUREAU_ID],
  ['verifier', OFFICE_ID],
  ['closer', OFFICE_ID],
  ['leader', OFFICE_ID],
  ['auditor', OFFICE_ID],
] as const;

const words = z.object({ role: z.string().optional(), name: z.string().optional() });

/** The player with the posts that the reaction has given, as a session has them. */
const player = {
  ...PLAYER,
  posts: [
    ...PLAYER.posts,
    ...PARTS.map(([role, unitId], index) => {
      return { postId: testId(0x5000 + index), unitId, role, ledgerId: LEDGER_ID, practice: true };
    }),
  ],
};

describe('a practice ledger', () => {
  let store: ScriptedStore;
  let lab: EngineLab;

  beforeEach(async () => {
    store = new ScriptedStore();
    lab = await EngineLab.open({ store });
  });
  afterEach(() => lab.close());

  const opens = (by = PLAYER, key?: string) =>
    lab.does('ledger.open-practice', null, {}, key === undefined ? { by } : { by, key });

  /** What the reactions do with every event of a ledger, in a process of its own. */
  async function react(ledger = LEDGER): Promise<void> {
    const other = await EngineLab.open({ store }, 'reaction');
    try {
      for (const reaction of [furnish, draftTasksReaction]) {
        for (const event of (await store.readStream(ledger)).map(readEvent)) {
          await reaction.react(event, ledger, other.bus);
        }
      }
    } finally {
      await other.close();
    }
  }

  async function told(prefix: string): Promise<string[]> {
    return (await lab.log())
      .filter(({ stream, type }) => stream.startsWith(prefix) && !type.startsWith('task.'))
      .map(({ type, data }) => {
        const { role, name } = words.parse(data);
        return [type, role, name].filter(Boolean).join(' ');
      });
  }

  async function sampleTask(index: number): Promise<string> {
    const [started] = (await store.readStream(LEDGER)).filter(({ type }) => type === 'ledger.import-started');
    return draftTaskId(z.object({ importId: z.string() }).parse(started?.data).importId, index);
  }

  it('is opened by whoever holds a role, once, and asked for again it is the same', async () => {
    const first = await opens();
    expect(first).toMatchObject({ id: LEDGER_ID, events: ['ledger.created', 'ledger.marked-practice'] });
    expect(await opens()).toEqual({ ...first, events: [] });
    const other = await opens(PEOPLE.reporter);
    expect(other.id).not.toBe(LEDGER_ID);
    await expect(opens({ ...PLAYER, posts: [] })).rejects.toMatchObject({ code: 'PERMISSION.DENIED' });
    expect(await lab.typesIn(LEDGER)).toEqual(['ledger.created', 'ledger.marked-practice']);
    const [created] = await store.readStream(LEDGER);
    expect(created?.data).toEqual({ ...PRACTICE_LEDGER, ...practiceNumbers(PLAYER.accountId) });
  });

  it('answers a repeated request as the first time', async () => {
    const first = await opens(PLAYER, 'key');
    await react();
    expect(await opens(PLAYER, 'key')).toEqual(first);
    expect(await opens()).toMatchObject({ id: LEDGER_ID, revision: 3, events: [] });
  });

  it('is furnished: units made for practice, a post in every role, sample tasks', async () => {
    await opens();
    await react();
    expect(await told('unit-')).toEqual(['unit.created 练习单位', 'unit.created 练习甲局', 'unit.created 练习乙局']);
    expect(await told('account-')).toEqual(PARTS.map(([role]) => `post.granted-for-practice ${role}`));
    expect(await told(LEDGER)).toEqual([
      'ledger.created 练习台账',
      'ledger.marked-practice',
      'ledger.import-started',
      'ledger.import-completed',
    ]);
    const drafted = (await lab.log()).filter(({ type }) => type === 'task.drafted');
    expect(drafted.map(({ data }) => data['ledgerId'])).toEqual([LEDGER_ID, LEDGER_ID, LEDGER_ID]);
    const [, marked, started] = await store.readStream(LEDGER);
    expect(started?.metadata).toMatchObject({ causationId: marked?.eventId, actor: { role: 'engine' } });
  });

  it('shares its units with those of others', async () => {
    await opens();
    await opens(PEOPLE.reporter);
    await react();
    await react(`ledger-${practiceLedgerOf(PEOPLE.reporter)}`);
    expect(await told('unit-')).toHaveLength(3);
    expect(await told('account-')).toHaveLength(18);
  });

  it.each([0, 1, 3, 6, 10, 12, 14])('cut off after %i commands it ends the same, with nothing twice', async (done) => {
    await opens();
    const passes = <T>(write: () => Promise<T>): Promise<T> => write();
    store.scripts.push(...Array.from({ length: done }, () => passes), ...Array.from({ length: 20 }, () => unavailable));
    await expect(react()).rejects.toMatchObject({ code: 'LOG.UNAVAILABLE' });
    store.scripts.length = 0;
    lab.clock.set('2025-03-05T01:00:00.000Z');
    await react();
    await react();
    expect(await told('unit-')).toHaveLength(3);
    expect(await told('account-')).toHaveLength(9);
    expect(await lab.typesIn(LEDGER)).toHaveLength(4);
  });

  it('is not stopped by a calendar that was published in between', async () => {
    await opens();
    await react();
    const holidays = { ...SAMPLE_CALENDAR, version: 'other', years: {} };
    const later = furnishPracticeReaction({ inForce: () => Promise.resolve(compileCalendar(holidays)) });
    const [, marked] = (await store.readStream(LEDGER)).map(readEvent);
    lab.clock.set('2025-10-01T01:00:00.000Z');
    if (marked) await later.react(marked, LEDGER, lab.bus);
    expect(await lab.typesIn(LEDGER)).toHaveLength(4);
  });

  it('is played by one person from the draft to the closing, with numbers of its own', async () => {
    await opens();
    await react();
    const taskId = await sampleTask(0);
    const does = (operation: ActType, body: object) => lab.does(operation, taskId, body, { by: player });
    await does('task.confirm', { leadUnitIds: [BUREAU_ID], supportUnitIds: [], limits: 'confirmed' });
    await does('task.hang', soundBody('task.hang'));
    await does('task.assign', {});
    await does('task.accept', {});
    await does('task.report', { progress: '五个公园均已开放' });
    await does('task.urge', {});
    await does('task.request-closure', soundBody('task.request-closure'));
    await does('task.return', soundBody('task.return'));
    await does('task.report', { progress: '已补充' });
    await does('task.request-closure', soundBody('task.request-closure'));
    await does('task.verify', soundBody('task.verify'));
    await lab.closes(taskId, { by: player });
    const [closed] = (await store.readStream(`task-${taskId}`)).slice(-1);
    expect(closed).toMatchObject({
      type: 'task.closed',
      data: { number: `${practiceNumbers(PLAYER.accountId).closingPrefix}〔2025〕1号` },
      metadata: { actor: { accountId: PLAYER.accountId, role: 'closer' } },
    });
    expect(await lab.typesIn(`series-${LEDGER_ID}`)).toEqual(['number.reserved', 'number.used']);
  });

  it('is played with two lead units by the same person, who answers and asks for closure for each in turn', async () => {
    await opens();
    await react();
    const taskId = await sampleTask(0);
    const does = (operation: ActType, body: object) => lab.does(operation, taskId, body, { by: player });
    await does('task.confirm', { leadUnitIds: [BUREAU_ID, OTHER_BUREAU_ID], supportUnitIds: [], limits: 'confirmed' });
    await does('task.hang', soundBody('task.hang'));
    await does('task.assign', {});
    for (const _lane of [BUREAU_ID, OTHER_BUREAU_ID]) await does('task.accept', {});
    await expect(does('task.accept', {})).rejects.toMatchObject({ code: 'TASK.ALREADY_ANSWERED' });
    for (const _lane of [BUREAU_ID, OTHER_BUREAU_ID]) {
      await does('task.report', { progress: '五个公园均已开放' });
      await does('task.request-closure', soundBody('task.request-closure'));
    }
    await does('task.verify', soundBody('task.verify'));
    await lab.closes(taskId, { by: player });
    const lanes = (await store.readStream(`task-${taskId}`)).flatMap(({ type, data }) =>
      type === 'lane.accepted' || type === 'lane.claimed' ? [data['lane']] : [],
    );
    expect(lanes).toEqual([BUREAU_ID, OTHER_BUREAU_ID, BUREAU_ID, OTHER_BUREAU_ID]);
  });

  it.each([
    ['a clerk of all ledgers', PEOPLE.clerk],
    ['a clerk named for it', personWith(0x61, '某人', 'supervision-clerk', UNITS.office, LEDGER_ID)],
    ['somebody else’s player', inPractice(0x62, 'supervision-clerk', OFFICE_ID, testId(0x999))],
  ])('is out of reach for %s', async (_who, by) => {
    await opens();
    await react();
    const taskId = await sampleTask(0);
    const tries = (operation: ActType, id: string, body: object) =>
      expect(lab.does(operation, id, body, { by })).rejects.toMatchObject({ code: 'PERMISSION.DENIED' });
    await tries('task.confirm', taskId, { leadUnitIds: [BUREAU_ID], supportUnitIds: [], limits: 'confirmed' });
    await tries('task.void', taskId, soundBody('task.void'));
    const source = { kind: 'manual', title: '意见', documentNumber: null, year: 2025, contentHash: null };
    await tries('ledger.import', LEDGER_ID, { source, tasks: [draftContent()] });
  });

  it('gives its player no right outside: neither in ledgers in earnest nor in the register', async () => {
    await lab.furnish();
    await opens();
    await react();
    const only = { ...player, posts: player.posts.filter(({ practice = false }) => practice) };
    await lab.usually('task.draft', testId(0x400));
    const tries = (operation: ActType, id: string | null, body: object) =>
      expect(lab.does(operation, id, body, { by: only })).rejects.toMatchObject({ code: 'PERMISSION.DENIED' });
    await tries('task.confirm', testId(0x400), soundBody('task.confirm'));
    await tries('unit.create', null, { name: '某局' });
    await tries('unit.rename', BUREAU_ID, { name: '某局', reason: '更名' });
    await tries('ledger.create', null, { name: '某台账', code: 'AB', closingPrefix: '某' });
  });

  it('takes no posts in earnest, and no posts for practice are given by people', async () => {
    await opens();
    await react();
    const { accountId } = PEOPLE.clerk;
    const grant = { unitId: OFFICE_ID, role: 'auditor', ledgerId: LEDGER_ID };
    const granting = (type: ActType, by: Actor) => expect(lab.does(type, accountId, grant, { by })).rejects;
    await granting('account.grant-post', PEOPLE.securityAdministrator).toMatchObject({ code: 'POST.PRACTICE_LEDGER' });
    await granting('account.grant-practice-post', PEOPLE.securityAdministrator).toMatchObject({
      code: 'PERMISSION.DENIED',
    });
    await granting('account.grant-practice-post', PEOPLE.engine).toMatchObject({ code: 'POST.NOT_PRACTICE' });
  });

  it('keeps people apart in ledgers in earnest as before', async () => {
    await lab.furnish();
    const taskId = testId(0x400);
    await lab.through(taskId, 'task.draft', 'task.confirm', 'task.hang', 'task.assign', 'task.accept');
    const both = { ...PEOPLE.reporter, posts: [...PEOPLE.reporter.posts, ...PEOPLE.verifier.posts] };
    await lab.does('task.report', taskId, soundBody('task.report'), { by: both });
    await lab.usually('task.request-closure', taskId);
    await expect(lab.does('task.verify', taskId, soundBody('task.verify'), { by: both })).rejects.toMatchObject({
      code: 'TASK.REPORTER_VERIFIES',
    });
  });
});
