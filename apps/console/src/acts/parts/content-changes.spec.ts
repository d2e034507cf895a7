import { DEFAULT_POLICY, taskChangesSchema } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { aLimit } from '../../parts/task-facts/limit.fixture';
import { changesOf, contentOf, type EditedLimit, nextPartId } from './content-changes';

const UNIT = '00000000-0000-4000-8000-0000000000a1';
const limit = (limitId: string, due: string | null): TaskDetail['limits'][number] => ({
  ...aLimit(limitId, '出台方案'),
  sourceText: '9月底前',
  due,
});
const task: TaskDetail = {
  taskId: '',
  ledgerId: '',
  ledgerName: null,
  ledgerKind: null,
  importId: '',
  serial: 1,
  parentNumber: null,
  parent: null,
  children: null,
  childCount: null,
  taskNumber: null,
  title: '完善医保支付',
  status: 'underway',
  leadUnits: [{ unitId: UNIT, name: '市医保局' }],
  unansweredUnitIds: [],
  laneSteps: [],
  supportUnits: [],
  leadUnitNames: [],
  supportUnitNames: [],
  section: '',
  sourceNumber: '',
  limitCount: 2,
  doubtCount: 0,
  due: null,
  nextDue: null,
  lamp: 'normal',
  remainingWorkingDays: null,
  percent: null,
  indicators: [
    {
      indicatorId: 'I1',
      name: '参保率',
      op: '>=',
      value: 95,
      max: null,
      unit: '%',
      approximate: false,
      sourceText: '参保率95%以上',
      span: { start: 1, end: 9 },
      reading: null,
    },
  ],
  lastReport: null,
  suspendedUntil: null,
  lastUrgedOn: null,
  lastInstructedOn: null,
  extensionAsked: false,
  asked: [],
  outcome: null,
  closingNumber: null,
  closedOn: null,
  revision: 3,
  recordedAt: '2021-09-01T00:00:00.000Z',
  body: '正文',
  source: { documentTitle: '方案', documentNumber: null, section: '', number: '', span: null },
  doubts: [],
  lanes: [],
  limits: [limit('L1', '2021-09-30'), limit('L2', null)],
  limitsConfirmed: null,
  assignment: null,
  rules: null,
  measures: [],
  instructions: [],
  delays: [],
  acceptance: [],
  policy: {
    closing: { owed: 'named', targets: 'shown' },
    evidence: [],
    secondPerson: [],
    clocks: DEFAULT_POLICY.clocks,
  },
  suspension: null,
  lastProblems: null,
  withdrawable: null,
  proposals: [],
  holders: [],
  held: null,
  acts: [],
};

describe('the changes of a content', () => {
  it('are none when nothing was changed', () => {
    expect(changesOf(task, contentOf(task))).toBeNull();
    expect(changesOf(task, { title: ' 完善医保支付 ' })).toBeNull();
  });

  it('name only what was changed', () => {
    expect(changesOf(task, { title: '完善医保支付方式', supportUnitIds: [UNIT] })).toEqual({
      title: '完善医保支付方式',
      supportUnitIds: [UNIT],
    });
  });

  it('move, remove and add limits', () => {
    const [first, second] = contentOf(task).limits;
    if (first === undefined || second === undefined) throw new Error('the task has two limits');
    const added: EditedLimit = {
      limitId: 'L3',
      what: '按月报送 ',
      due: '2022-12-31',
      recurrence: 'monthly',
      dueOn: { month: 1, day: 5 },
      owedBy: [UNIT],
      removed: false,
      added: true,
    };
    const changes = changesOf(task, {
      limits: [
        { ...first, due: '2021-12-31' },
        { ...second, removed: true },
        added,
        { ...added, limitId: 'L4', removed: true },
      ],
    });
    expect(changes).toEqual({
      changedLimits: [{ limitId: 'L1', due: '2021-12-31' }],
      removedLimits: ['L2'],
      addedLimits: [
        {
          limitId: 'L3',
          sourceText: '',
          what: '按月报送',
          due: '2022-12-31',
          recurrence: 'monthly',
          dueOn: { month: 1, day: 5 },
          span: null,
          owedBy: [UNIT],
        },
      ],
    });
    expect(taskChangesSchema.safeParse(changes).success).toBe(true);
  });

  it('name the day inside a period with a rhythm that is new, and alone where only it was changed', () => {
    const recurring = { ...limit('L1', null), recurrence: 'monthly', dueOn: { month: 1, day: 15 } };
    const before: TaskDetail = { ...task, limits: [recurring] };
    const [edited] = contentOf(before).limits;
    if (edited === undefined) throw new Error('the task has a limit');
    const changed = (change: Partial<EditedLimit>) =>
      changesOf(before, { limits: [{ ...edited, ...change }] })?.changedLimits;
    expect(changed({})).toBeUndefined();
    expect(changed({ dueOn: null })).toEqual([{ limitId: 'L1', dueOn: null }]);
    expect(changed({ due: '2022-12-31' })).toEqual([{ limitId: 'L1', due: '2022-12-31' }]);
    expect(changed({ recurrence: 'quarterly', dueOn: null })).toEqual([{ limitId: 'L1', recurrence: 'quarterly' }]);
    expect(changed({ recurrence: 'quarterly' })).toEqual([
      { limitId: 'L1', recurrence: 'quarterly', dueOn: { month: 1, day: 15 } },
    ]);
  });

  it('keep where an indicator comes from, and its upper end only for a range', () => {
    const [indicator] = contentOf(task).indicators;
    if (indicator === undefined) throw new Error('the task has an indicator');
    const changes = changesOf(task, { indicators: [{ ...indicator, value: 96, max: 99 }] });
    expect(changes).toMatchObject({
      indicators: [{ value: 96, max: null, sourceText: '参保率95%以上', span: { start: 1, end: 9 } }],
    });
    expect(taskChangesSchema.safeParse(changes).success).toBe(true);
  });

  it('give no id twice', () => {
    expect(nextPartId('L', ['L1', 'L9', 'L3'])).toBe('L10');
    expect(nextPartId('I', [])).toBe('I1');
  });
});
