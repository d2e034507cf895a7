import {
  mattersAsked,
  type BatchRow,
  batchFormSchema,
  confirmationOf,
  hasPastDay,
  leadCount,
  namesToLookUp,
  partition,
  rowsToDecide,
  type Taken,
} from './batch-acts';
import { batchFormOf } from './batch-form';

const UNIT = '0198c7a2-5b1c-7c3d-8e4f-1234567890ac';
const OTHER = '0198c7a2-5b1c-7c3d-8e4f-1234567890ad';

const row = (changes: Partial<BatchRow> = {}): BatchRow => ({
  taskId: '0198c7a2-5b1c-7c3d-8e4f-1234567890ab',
  serial: 3,
  taskNumber: null,
  title: '建设健康信息平台',
  status: 'draft',
  revision: 7,
  leadUnits: [],
  supportUnits: [],
  unansweredUnitIds: [],
  leadUnitNames: ['市数据局'],
  supportUnitNames: [],
  limitCount: 1,
  doubtCount: 0,
  nextDue: null,
  asked: [],
  ...changes,
});
const NOTHING = { doubtful: false, pastDays: false, askedFor: null };
const bearings = (taken: Taken) => ({ unitsCalled: register, taken, own: new Set([UNIT]) });
const register = (name: string): readonly string[] =>
  ({ 市数据局: [UNIT], 市卫健委: [OTHER], 同名局: [UNIT, OTHER] })[name] ?? [];

describe('partition', () => {
  test('leaves open the rows whose status allows the act, and gives the reason for the others', () => {
    const underway = row({ status: 'underway', leadUnits: [{ unitId: UNIT, name: '市数据局' }] });
    const closed = row({ status: 'closed' });
    const parts = partition([underway, closed, closed], 'task.urge', bearings(NOTHING));
    expect(parts.open).toEqual([underway]);
    expect(parts.closed).toEqual([{ reason: '现为“已销号”，不能催办', rows: [closed, closed] }]);
  });

  test.each(['task.accept', 'task.decline'] as const)(
    'leaves %s open for what the own unit has not answered',
    (act) => {
      const waiting = row({ status: 'assigned', unansweredUnitIds: [UNIT, OTHER] });
      const answered = row({ status: 'underway', unansweredUnitIds: [OTHER] });
      const closed = row({ status: 'closed' });
      const parts = partition([waiting, answered, closed], act, bearings(NOTHING));
      expect(parts.open).toEqual([waiting]);
      expect(parts.closed.map(({ reason }) => reason)).toEqual([
        '本单位没有待签收的部分',
        `现为“已销号”，不能${act === 'task.accept' ? '签收' : '退件'}`,
      ]);
    },
  );

  test('closes assignment to a task without a confirmed lead unit', () => {
    const parts = partition([row({ status: 'hung' })], 'task.assign', bearings(NOTHING));
    expect(parts.closed[0]?.reason).toBe('还没有确认牵头单位');
  });

  test('leaves out of an assignment what has a day that is over, unless the day is kept', () => {
    const leadUnits = [{ unitId: UNIT, name: '市数据局' }];
    const past = row({ status: 'hung', leadUnits, nextDue: '2020-01-31' });
    const toCome = row({ status: 'hung', leadUnits, nextDue: '2999-12-31' });
    const parts = partition([past, toCome], 'task.assign', bearings(NOTHING));
    expect(parts.open).toEqual([toCome]);
    expect(parts.closed).toEqual([{ reason: '时限已过，请打开任务重新确定，或保留原时限交办', rows: [past] }]);
    const kept = { ...NOTHING, pastDays: true };
    expect(partition([past, toCome], 'task.assign', bearings(kept)).open).toEqual([past, toCome]);
    expect(hasPastDay(row({ nextDue: '2020-01-31' }), 'task.confirm')).toBe(false);
  });

  test('opens confirmation of a draft with doubts only when the person says that it was checked', () => {
    const doubtful = row({ doubtCount: 2 });
    expect(partition([doubtful], 'task.confirm', bearings(NOTHING)).open).toEqual([]);
    expect(partition([doubtful], 'task.confirm', bearings({ ...NOTHING, doubtful: true })).open).toEqual([doubtful]);
  });
});

describe('deciding on what is alike', () => {
  const PROPOSAL = '0198c7a2-5b1c-7c3d-8e4f-1234567890ae';
  const ME = '0198c7a2-5b1c-7c3d-8e4f-1234567890af';
  const asks = (act: string, by = OTHER, measures: BatchRow['asked'][number]['measures'] = []) => ({
    proposalId: PROPOSAL,
    act,
    by,
    byName: '李强',
    on: '2021-09-01',
    until: null,
    grounds: '',
    measures,
  });
  const waiting = (...asked: BatchRow['asked']) => row({ status: 'underway', asked });
  const extension = waiting(asks('task.extend'));
  const MEASURE = waiting(asks('task.take-measure', OTHER, ['bulletin', 'talk']));
  const decided = (rows: readonly BatchRow[], askedFor: string | null = 'task.extend') =>
    partition(rows, 'task.decide-proposal', bearings({ ...NOTHING, askedFor }));

  test('takes the rows with one request of the chosen kind, and says of the others why not, before anything is sent', () => {
    const rows = [
      extension,
      waiting(asks('task.suspend')),
      MEASURE,
      waiting(asks('task.void')),
      waiting(asks('task.extend'), asks('task.extend')),
      waiting(),
      row({ status: 'closed' }),
    ];
    const parts = decided(rows);
    expect(parts.open).toEqual([extension]);
    expect(parts.closed.map(({ reason }) => reason)).toEqual([
      '申请的是“缓办”，与所选申请事项不同',
      '申请的是“督办措施（通报／约谈）”，与所选申请事项不同',
      '同意后任务即告结束、不能恢复，请打开任务审批',
      '有多项申请待审批，请打开任务逐项审批',
      '没有待您审批的申请，或申请由您本人提出',
      '现为“已销号”，不能审批',
    ]);
  });

  test('leaves out what the person has asked for', () => {
    const own = waiting(asks('task.extend', ME));
    expect(decided(rowsToDecide([own, extension], ME)).open).toEqual([extension]);
    // Beside a request of one's own, that of another person is the only one.
    const [beside] = rowsToDecide([waiting(asks('task.void', ME), asks('task.extend'))], ME);
    expect(beside?.asked).toEqual([asks('task.extend')]);
  });

  test('offers the kinds that can be decided at once, that of the most rows first', () => {
    const rows = [waiting(asks('task.suspend')), extension, extension, MEASURE];
    expect(mattersAsked(rows).map(({ word, measures }) => [word, measures])).toEqual([
      ['申请延期', []],
      ['缓办', []],
      ['督办措施（通报／约谈）', ['bulletin', 'talk']],
    ]);
    expect(mattersAsked([waiting()])).toEqual([]);
  });

  test('decides on measures at once where the same ones are to be chosen from, and names the one chosen', () => {
    const listed = waiting(asks('task.take-measure', OTHER, ['listed']));
    const [matter] = mattersAsked([MEASURE, MEASURE, listed]);
    expect(decided([MEASURE, listed], matter?.matter).open).toEqual([MEASURE]);
    const form = batchFormOf('task.decide-proposal', { result: 'approved', measure: 'talk' }, [MEASURE], register);
    expect(form).toMatchObject({ bodies: { [MEASURE.taskId]: { result: 'approved', measure: 'talk' } } });
  });

  test('answers each by the request that was seen, with the same reason', () => {
    const form = batchFormOf('task.decide-proposal', { result: 'refused', reason: '时限不变' }, [extension], register);
    expect(form).toEqual({
      act: 'task.decide-proposal',
      bodies: { [extension.taskId]: { proposalId: PROPOSAL, result: 'refused', reason: '时限不变' } },
      seen: { [extension.taskId]: 7 },
    });
    expect(batchFormSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
    expect(batchFormOf('task.decide-proposal', {}, [extension], register)).toHaveProperty('fault');
    const phone = { result: 'approved', reason: '联系 13812345678' } as const;
    expect(batchFormOf('task.decide-proposal', phone, [extension], register)).toEqual({ fault: 'TEXT.PRIVATE_DATA' });
  });
});

describe('confirmationOf', () => {
  test('confirms the units that the register has under the names of the document, and the limits', () => {
    expect(confirmationOf(row({ supportUnitNames: ['市卫健委'] }), register)).toEqual({
      leadUnitIds: [UNIT],
      supportUnitIds: [OTHER],
      limits: 'confirmed',
    });
    expect(confirmationOf(row({ limitCount: 0 }), register)).toMatchObject({ limits: 'none' });
  });

  test('keeps units that were chosen before, whatever the document says', () => {
    const chosen = row({ leadUnits: [{ unitId: OTHER, name: '市卫健委' }], leadUnitNames: ['谁'] });
    expect(confirmationOf(chosen, register)).toMatchObject({ leadUnitIds: [OTHER] });
    expect(namesToLookUp([chosen], 'task.confirm')).toEqual([]);
  });

  test.each([
    [{ leadUnitNames: [] }, '文件没有写明牵头单位，请打开任务确认'],
    [{ leadUnitNames: ['各成员单位'] }, '名录中没有“各成员单位”，请先在导入页建立单位或打开任务确认'],
    [{ leadUnitNames: ['同名局'] }, '名录中有多个单位称“同名局”，请打开任务确认'],
    [{ supportUnitNames: ['市数据局'] }, '“市数据局”既是牵头又是配合，请打开任务确认'],
  ])('leaves %j to a person: %s', (changes, reason) => {
    expect(confirmationOf(row(changes), register)).toBe(reason);
  });

  test('namesToLookUp gives each name once, for a confirmation and for tasks that can be confirmed only', () => {
    const rows = [row(), row(), row({ status: 'closed', leadUnitNames: ['市卫健委'] })];
    expect(namesToLookUp(rows, 'task.confirm')).toEqual(['市数据局']);
    expect(namesToLookUp(rows, 'task.assign')).toEqual([]);
    expect(leadCount(rows)).toBe(2);
  });
});

describe('batchFormOf', () => {
  const hung = row({ status: 'hung' });

  test('holds the common body and the revisions seen, and survives being stored', () => {
    const form = batchFormOf('task.assign', { requirements: ' 请按月填报 ' }, [hung], register);
    expect(form).toEqual({
      act: 'task.assign',
      body: { requirements: '请按月填报', replyBy: null },
      seen: { [hung.taskId]: 7 },
    });
    expect(batchFormSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
  });

  test('holds an acceptance of many, and refuses to decline without a reason', () => {
    const waiting = row({ status: 'assigned', unansweredUnitIds: [UNIT] });
    const accepting = batchFormOf('task.accept', {}, [waiting], register);
    expect(accepting).toEqual({ act: 'task.accept', body: {}, seen: { [waiting.taskId]: 7 } });
    expect(batchFormSchema.parse(JSON.parse(JSON.stringify(accepting)))).toEqual(accepting);
    expect(batchFormOf('task.decline', {}, [waiting], register)).toHaveProperty('fault');
    expect(batchFormOf('task.decline', { reason: '职责不在本单位' }, [waiting], register)).toMatchObject({
      body: { reason: '职责不在本单位' },
    });
  });

  test('holds a body for each task of a confirmation', () => {
    const form = batchFormOf('task.confirm', {}, [row()], register);
    expect(form).toMatchObject({ bodies: { [hung.taskId]: { leadUnitIds: [UNIT], limits: 'confirmed' } } });
    expect(batchFormSchema.parse(JSON.parse(JSON.stringify(form)))).toEqual(form);
  });

  test('refuses to hang tasks without the authority and the secrecy declaration', () => {
    expect(
      batchFormOf('task.hang', { kind: 'document', reference: '云发〔2021〕3号' }, [row()], register),
    ).toHaveProperty('fault');
    const full = { kind: 'meeting', reference: '第102次常务会议', secrecyDeclared: true };
    expect(batchFormOf('task.hang', full, [row()], register)).toMatchObject({
      body: { authority: { kind: 'meeting', reference: '第102次常务会议' }, secrecyDeclared: true },
    });
  });

  test('refuses a private number before anything is sent', () => {
    expect(batchFormOf('task.urge', { message: '请联系 13812345678' }, [hung], register)).toEqual({
      fault: 'TEXT.PRIVATE_DATA',
    });
  });

  test.each([{ act: 'task.void' }, { act: 'task.urge', body: { message: 1 }, seen: {} }, null])(
    'batchFormSchema refuses %j',
    (stored) => {
      expect(batchFormSchema.safeParse(stored).success).toBe(false);
    },
  );
});
