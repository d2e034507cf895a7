import { randomUUID } from 'node:crypto';
import {
  eventListSchema,
  inboxSchema,
  ledgerListSchema,
  postListSchema,
  taskDetailSchema,
  taskListSchema,
} from '#contracts';
import { type Actor, PRACTICE_LEDGER, practiceNumbers, type Role } from '#domain';
import { createTestDatabase } from '#testing';
import {
  draftContent,
  inPractice,
  PEOPLE,
  personWith,
  soundBody,
  type TaskStory,
  UNITS,
} from '../../../domain/testing';
import { begun, openQueryLab, type QueryLab } from '../../testing';
import { postsOf } from '../posts/posts-of';

const LEDGER_ID = randomUUID();
const IMPORT_ID = randomUUID();
const OWNER = inPractice(0x71, 'supervision-clerk', UNITS.office, LEDGER_ID);
const PARTS: readonly (readonly [Role, string])[] = [
  ['reporter', UNITS.health],
  ['unit-head', UNITS.health],
  ['verifier', UNITS.office],
  ['closer', UNITS.office],
  ['auditor', UNITS.office],
];
/** Plays every role in the practice ledger, and is a clerk of all ledgers besides. */
const PLAYER: Actor = {
  ...OWNER,
  posts: [
    ...PEOPLE.clerk.posts,
    ...OWNER.posts,
    ...PARTS.flatMap(([role, unitId]) => inPractice(0x71, role, unitId, LEDGER_ID).posts),
  ],
};
/** Whoever may see the most, and the units of the practice task besides. */
const OTHERS: readonly (readonly [string, Actor])[] = [
  ['a clerk of all ledgers', PEOPLE.clerk],
  ['an auditor of all ledgers', PEOPLE.auditor],
  ['a verifier of all ledgers', PEOPLE.verifier],
  ['a reporter of the lead unit', PEOPLE.reporter],
  ['the head of the lead unit', PEOPLE.unitHead],
  ['a leader above it', personWith(0x72, '领导', 'leader', UNITS.health)],
  ['the player of another ledger', inPractice(0x73, 'auditor', UNITS.office, randomUUID())],
];

describe('a practice ledger', () => {
  let house: QueryLab;
  let practised: string;
  let earnest: string;
  const realLedger = randomUUID();
  const ledger = practiceNumbers(PLAYER.accountId);
  const practice = { by: PLAYER, facts: { ledger: { ...ledger, practiceOf: PLAYER.accountId } } };

  function urged(change: Parameters<typeof begun>[0]): TaskStory {
    return begun(change)
      .after('task.confirm', soundBody('task.confirm'))
      .after('task.hang', soundBody('task.hang'))
      .after('task.assign', soundBody('task.assign'))
      .after('task.urge', soundBody('task.urge'));
  }

  beforeAll(async () => {
    house = await openQueryLab(createTestDatabase);
    const { writer } = house.lab;
    await writer.write(
      `ledger-${LEDGER_ID}`,
      { type: 'ledger.created', data: { ...PRACTICE_LEDGER, ...ledger } },
      { type: 'ledger.marked-practice', data: { accountId: PLAYER.accountId } },
    );
    const source = { kind: 'document', title: '练习', documentNumber: null, year: 2025, contentHash: null };
    await writer.write(`ledger-${LEDGER_ID}`, {
      type: 'ledger.import-started',
      data: { importId: IMPORT_ID, source, firstSerial: 1, tasks: [draftContent()] },
    });
    await writer.write(`ledger-${LEDGER_ID}`, {
      type: 'ledger.import-completed',
      data: { importId: IMPORT_ID, taskCount: 1 },
    });
    const data = { name: '医改台账', code: 'YG2025', closingPrefix: '云医改销', region: 'CN', kind: 'reform' };
    await writer.write(`ledger-${realLedger}`, { type: 'ledger.created', data });
    earnest = await house.tell(urged({ ledgerId: realLedger, importId: randomUUID(), serial: 1 }));
    practised = await house.tell(urged({ ledgerId: LEDGER_ID, importId: IMPORT_ID, serial: 1 }));
  });
  afterAll(() => house.close());

  const ledgersOf = async (actor: Actor) =>
    ledgerListSchema
      .parse(await house.ask('ledger.list', {}, actor))
      .ledgers.map(({ name, practice: own }) => [name, own]);
  const tasksOf = async (actor: Actor, input: object = {}) =>
    taskListSchema.parse(await house.ask('task.list', input, actor)).tasks.map(({ taskId }) => taskId);
  const inboxOf = async (actor: Actor, box: string, input: object = {}) => {
    const { entries, counts } = inboxSchema.parse(await house.ask('inbox.read', { box, ...input }, actor));
    return { ledgers: new Set(entries.map(({ ledgerId }) => ledgerId)), counts };
  };

  describe.each(OTHERS)('for %s', (_who, actor) => {
    it('is not there, nor is anything in it', async () => {
      expect((await ledgersOf(actor)).map(([name]) => name)).not.toContain('练习台账');
      for (const input of [
        {},
        { ledgerId: LEDGER_ID },
        { importId: IMPORT_ID },
        { sort: 'due' },
        { text: '分级诊疗' },
      ]) {
        const may = actor.posts[0]?.practice !== true;
        expect(await tasksOf(actor, input)).toEqual(
          may && !('ledgerId' in input || 'importId' in input) ? [earnest] : [],
        );
      }
      for (const operation of ['task.read', 'task.timeline', 'task.events'] as const) {
        await expect(house.ask(operation, { taskId: practised }, actor)).rejects.toMatchObject({
          code: 'TASK.UNKNOWN',
        });
      }
      await expect(house.ask('import.read', { importId: IMPORT_ID }, actor)).rejects.toMatchObject({
        code: 'IMPORT.UNKNOWN',
      });
      await expect(house.ask('ledger.summary', { ledgerId: LEDGER_ID }, actor)).rejects.toMatchObject({
        code: 'LEDGER.UNKNOWN',
      });
      const events = eventListSchema.parse(await house.ask('event.list', { limit: 200 }, actor));
      expect(events.entries.filter(({ ledgerId }) => ledgerId === LEDGER_ID)).toEqual([]);
      for (const box of ['waiting', 'news', 'settled']) {
        expect((await inboxOf(actor, box)).ledgers.has(LEDGER_ID)).toBe(false);
        expect((await inboxOf(actor, box, { ledgerId: LEDGER_ID })).ledgers).toEqual(new Set());
      }
    });
  });

  it('counts in no figure of another ledger', async () => {
    const { ledgers } = ledgerListSchema.parse(await house.ask('ledger.list', {}, PEOPLE.clerk));
    expect(ledgers.map(({ total, counts }) => ({ total, counts }))).toEqual([{ total: 1, counts: { assigned: 1 } }]);
    expect((await inboxOf(PEOPLE.reporter, 'waiting')).counts).toMatchObject({
      waiting: 2,
      byKind: { accept: 1, urge: 1 },
    });
  });

  it('is there for its owner, marked, with all that waits in it', async () => {
    expect((await ledgersOf(PLAYER)).sort()).toEqual([
      ['医改台账', false],
      ['练习台账', true],
    ]);
    expect(await tasksOf(PLAYER, { ledgerId: LEDGER_ID })).toEqual([practised]);
    expect(await tasksOf(PLAYER, { importId: IMPORT_ID })).toEqual([practised]);
    expect(await house.ask('import.read', { importId: IMPORT_ID }, PLAYER)).toMatchObject({ drafted: 1 });
    expect(await house.ask('ledger.summary', { ledgerId: LEDGER_ID }, PLAYER)).toMatchObject({
      byUnit: [{ unit: { unitId: UNITS.health }, total: 1 }],
    });
    expect(await inboxOf(PLAYER, 'waiting', { ledgerId: LEDGER_ID })).toMatchObject({
      ledgers: new Set([LEDGER_ID]),
      counts: { byKind: { accept: 1, urge: 1 } },
    });
    expect((await inboxOf(PLAYER, 'news', { ledgerId: LEDGER_ID })).ledgers).toEqual(new Set([LEDGER_ID]));
    const events = eventListSchema.parse(await house.ask('event.list', { ledgerId: LEDGER_ID }, PLAYER));
    expect(events.entries.map(({ type }) => type)).toContain('ledger.marked-practice');
    for (const operation of ['task.timeline', 'task.events'] as const) {
      await expect(house.ask(operation, { taskId: practised }, PLAYER)).resolves.toBeDefined();
    }
  });

  it('is not mixed into what counts, unless it is asked for', async () => {
    expect(await inboxOf(PLAYER, 'waiting')).toMatchObject({ ledgers: new Set(), counts: { waiting: 0 } });
    expect((await inboxOf(PLAYER, 'news')).ledgers).toEqual(new Set());
    expect(await tasksOf(PLAYER)).toEqual([earnest]);
    expect(await tasksOf(PLAYER, { sort: 'due' })).toEqual([earnest]);
  });

  it('says by its rules what its owner may do: also to check what the same person reported', async () => {
    const story = urged({ ledgerId: LEDGER_ID, importId: IMPORT_ID, serial: 2 })
      .after('task.accept', {}, practice)
      .after('task.report', { progress: '已完成' }, practice)
      .after('task.request-closure', soundBody('task.request-closure'), practice);
    const taskId = await house.tell(story);
    const { acts } = taskDetailSchema.parse(await house.ask('task.read', { taskId }, PLAYER)).task;
    const open = acts.filter((act) => act.open).map(({ operation }) => operation);
    expect(open).toEqual(expect.arrayContaining(['task.verify', 'task.return']));
  });

  it('has posts of its own kind, told apart in the register', async () => {
    const [postId, accountId] = [randomUUID(), randomUUID()];
    const grant = { postId, accountId, unitId: UNITS.health, role: 'reporter', ledgerId: LEDGER_ID };
    await house.reach(
      await house.lab.writer.write(`account-${accountId}`, { type: 'post.granted-for-practice', data: grant }),
    );
    const post = { postId, unitId: UNITS.health, role: 'reporter', ledgerId: LEDGER_ID, practice: true };
    expect(await postsOf(house.lab.pool, accountId)).toEqual([{ ...post, inCharge: [] }]);
    const { posts } = postListSchema.parse(await house.ask('post.list', { accountId }, PEOPLE.securityAdministrator));
    expect(posts.map(({ practice: own }) => own)).toEqual([true]);
  });
});
