import {
  importDetailSchema,
  inboxSchema,
  ledgerListSchema,
  meSchema,
  type TaskDetail,
  taskDetailSchema,
  taskListSchema,
  timelineSchema,
  unitListSchema,
} from '#contracts';
import { eventually } from '#testing';
import { Office } from './support/office';
import { type Person } from './support/person';
import { runHouse, type RunningHouse } from './support/running-house';

/** Monday 2 August 2021, nine in the morning in Shanghai. */
const START = '2021-08-02T01:00:00.000Z';
const AUTHORITY = { kind: 'document', reference: '澄政办练〔2021〕1号' };

describe('a practice ledger', () => {
  let running: RunningHouse;
  let player: Person;
  let clerk: Person;
  let auditor: Person;
  let ledgerId: string;
  let taskIds: readonly string[];

  beforeAll(async () => {
    running = await runHouse(START);
    const office = await Office.open(running);
    const officeId = await office.unit('云岭市医改办');
    // Somebody whose real post has nothing to do with what is practised.
    player = await office.person('player', 'closer', officeId);
    clerk = await office.person('clerk', 'supervision-clerk', officeId);
    auditor = await office.person('auditor', 'auditor', officeId);
    await clerk.does('ledgers', { name: '医改台账', code: 'YL2021', closingPrefix: '云医改销' });
  });
  afterAll(() => running.close());

  const read = async (taskId: string): Promise<TaskDetail['task']> =>
    (await player.reads(`tasks/${taskId}`, taskDetailSchema)).task;

  const seesAll = async (...persons: Person[]): Promise<void> => {
    const head = (await running.foundation.store.head()) ?? '0';
    for (const person of persons) person.seesUpTo(head);
  };

  const waiting = async (person: Person): Promise<string[]> => {
    await seesAll(person);
    return (await person.reads(`inbox?limit=200&ledgerId=${ledgerId}`, inboxSchema)).entries.map(({ kind }) => kind);
  };

  it('is opened by whoever asks, and is the same however often', async () => {
    const opened = await player.does('ledgers/open-practice', {});
    expect(opened.events).toEqual(['ledger.created', 'ledger.marked-practice']);
    expect(await player.does('ledgers/open-practice', {})).toEqual({ ...opened, events: [] });
    ledgerId = opened.id;
    const ledgers = await eventually(async () => {
      const all = (await player.reads('ledgers', ledgerListSchema)).ledgers;
      // Ledgers and tasks are two read models, each as far as it is.
      expect(all.find((ledger) => ledger.practice)).toMatchObject({ total: 3, imports: [{ complete: true }] });
      return all;
    });
    expect(ledgers.map(({ name, practice, total }) => [name, practice, total]).sort()).toEqual([
      ['医改台账', false, 0],
      ['练习台账', true, 3],
    ]);
  });

  it('is furnished with a post in every role, in both bureaus, and three drafts', async () => {
    const { posts } = await player.reads('me', meSchema);
    expect(posts.filter((post) => post.practice).map(({ role }) => role)).toEqual([
      'supervision-clerk',
      'reporter',
      'reporter',
      'unit-head',
      'unit-head',
      'verifier',
      'closer',
      'leader',
      'auditor',
    ]);
    const [imported] = (await player.reads('ledgers', ledgerListSchema)).ledgers.flatMap(({ imports }) => imports);
    const detail = await player.reads(`imports/${imported?.importId ?? ''}`, importDetailSchema);
    expect(detail.tasks.map(({ title, doubts }) => [title, doubts.length])).toEqual([
      ['建成5个口袋公园', 0],
      ['推进老旧小区改造', 0],
      ['提高家庭医生签约服务覆盖率', 1],
    ]);
    taskIds = detail.tasks.map(({ taskId }) => taskId);
  });

  it('is played by one person alone, from the draft to the closing', async () => {
    const [taskId = ''] = taskIds;
    const { matches } = await player.reads(`units?names=${encodeURIComponent('练习甲局')}`, unitListSchema);
    const leadUnitIds = matches.flatMap(({ unitIds }) => unitIds);
    expect(leadUnitIds).toHaveLength(1);
    const does = (act: string, body: object) => player.does(`tasks/${taskId}/${act}`, body);
    await does('confirm', { leadUnitIds, supportUnitIds: [], limits: 'confirmed' });
    await does('hang', { authority: AUTHORITY, secrecyDeclared: true });
    await does('assign', { requirements: '按月报送进展。' });
    await does('urge', { message: '请尽快签收。' });
    expect(await waiting(player)).toEqual(expect.arrayContaining(['accept', 'urge']));
    expect(await player.tries(`tasks/${taskId}/urge`, {})).toBe('TASK.URGED_TODAY');
    await does('accept', {});
    expect(await waiting(player)).not.toContain('urge');
    await does('report', { progress: '五个公园均已开放。', percent: 100 });
    await does('request-closure', { selfCheck: '已完成。', committed: true });
    expect((await read(taskId)).acts.find(({ operation }) => operation === 'task.verify')).toMatchObject({
      open: true,
    });
    await does('verify', { conclusion: '资料齐全。' });
    await does('close', { outcome: 'rectified', statement: '同意销号。' });
    const closed = await read(taskId);
    expect(closed.status).toBe('closed');
    // Numbers that say that they are for practice, and that no ledger in earnest can have.
    expect(closed.closingNumber).toMatch(/^练习[0-9A-V]{8}销〔2021〕1号$/u);
    expect(closed.taskNumber).toMatch(/^练习[0-9A-V]{8}-001$/u);
    const { entries } = await player.reads(`tasks/${taskId}/timeline?order=oldest`, timelineSchema);
    expect(entries.map(({ type, actor }) => `${type} ${actor.role}`)).toEqual([
      'task.drafted engine',
      'task.confirmed supervision-clerk',
      'task.hung supervision-clerk',
      'task.assigned supervision-clerk',
      'task.urged supervision-clerk',
      'lane.accepted reporter',
      'lane.reported reporter',
      'lane.claimed unit-head',
      'check.passed verifier',
      'task.closed closer',
    ]);
  });

  it('is not there for anybody else, however far their posts reach', async () => {
    for (const person of [clerk, auditor]) {
      await seesAll(person);
      const { ledgers } = await person.reads('ledgers', ledgerListSchema);
      expect(ledgers.map(({ name, total }) => [name, total])).toEqual([['医改台账', 0]]);
      for (const query of ['', `?ledgerId=${ledgerId}`]) {
        expect((await person.reads(`tasks${query}`, taskListSchema)).total).toBe(0);
      }
      expect(await person.get(`tasks/${taskIds[1] ?? ''}`)).toMatchObject({
        status: 404,
        body: { code: 'TASK.UNKNOWN' },
      });
      expect((await person.reads('inbox?box=news', inboxSchema)).entries).toEqual([]);
    }
    const confirmation = { leadUnitIds: [ledgerId], supportUnitIds: [], limits: 'confirmed' };
    expect(await clerk.tries(`tasks/${taskIds[1] ?? ''}/confirm`, confirmation)).toBe('PERMISSION.DENIED');
    expect(await clerk.tries(`tasks/${taskIds[1] ?? ''}/urge`, {})).toBe('PERMISSION.DENIED');
    expect(await clerk.tries(`tasks/${taskIds[1] ?? ''}/void`, { reason: '误录' })).toBe('PERMISSION.DENIED');
  });

  it('gives no right outside of it', async () => {
    expect(await player.tries('units', { name: '某局' })).toBe('PERMISSION.DENIED');
    expect(await player.tries('ledgers', { name: '某台账', code: 'AB', closingPrefix: '某' })).toBe(
      'PERMISSION.DENIED',
    );
    expect(await player.get('posts')).toMatchObject({ status: 403 });
  });
});
