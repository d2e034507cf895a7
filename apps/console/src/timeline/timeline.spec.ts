import { EVENT_TYPES, type TaskEvent } from '#domain';
import { type TimelineEntry } from '../api/answer';
import { courseOf, EMPTY_COURSE } from '../telling';
import { lineOf, sentenceOf } from './sentence';
import { byDay, consolidated, dayHeading, folded, type TimelineDay, told } from './timeline';

const UNITS = {
  insurance: { unitId: '00000000-0000-4000-8000-0000000000a1', name: '市医保局' },
  health: { unitId: '00000000-0000-4000-8000-0000000000a2', name: '市卫健局' },
  office: { unitId: '00000000-0000-4000-8000-0000000000a3', name: '市督查室' },
};
const HASH = 'a'.repeat(64);

const LIMIT = {
  limitId: 'L1',
  sourceText: '2021年9月底前',
  what: '出台实施方案',
  due: '2021-09-30',
  recurrence: null,
  dueOn: null,
  span: null,
};
const INDICATOR = {
  indicatorId: 'I1',
  name: '参保率',
  op: '>=' as const,
  value: 95,
  max: null,
  unit: '%',
  sourceText: '',
  span: null,
};

let revision = 0;

function entry(type: string, data: Record<string, unknown>, change: Partial<TimelineEntry> = {}): TimelineEntry {
  revision += 1;
  return {
    revision,
    position: String(revision),
    eventId: `00000000-0000-4000-8000-${String(revision).padStart(12, '0')}`,
    type,
    recordedAt: '2021-09-01T02:00:00.000Z',
    occurredOn: null,
    actor: {
      accountId: '00000000-0000-4000-8000-0000000000b1',
      name: '王芳',
      role: 'supervision-clerk',
      unitId: UNITS.office.unitId,
      unitName: UNITS.office.name,
    },
    units: Object.values(UNITS),
    data,
    hash: HASH,
    ...change,
  };
}

const ENGINE = {
  actor: {
    accountId: '00000000-0000-4000-8000-000000000001',
    name: '系统',
    role: 'engine' as const,
    unitId: null,
    unitName: null,
  },
};

const AUTHORITY = { kind: 'document', reference: '《医改方案》（蒙政发〔2021〕3号）' };
const day = '2021-09-01';
const versions = { calendarVersion: 'CN-1', ladderVersion: 'default-1' };
const timer = { timerId: 't1', limitId: 'L1', period: null, rungId: 'remind-3', due: '2021-09-30' };
const report = {
  unitId: UNITS.insurance.unitId,
  occurredOn: day,
  progress: '方案已征求意见',
  problems: '',
  nextSteps: '',
  helpNeeded: '',
  percent: null,
  readings: [],
  evidence: [],
  limitsDone: [],
  onBehalf: null,
};
const drafted = {
  ledgerId: '00000000-0000-4000-8000-0000000000c1',
  importId: '00000000-0000-4000-8000-0000000000c2',
  serial: 1,
  title: '完善医保支付',
  body: '',
  leadUnitNames: [],
  supportUnitNames: [],
  limits: [LIMIT],
  indicators: [INDICATOR],
  doubts: [],
  source: { documentTitle: '医改方案', documentNumber: '蒙政发〔2021〕3号', section: '', number: '（一）', span: null },
};

const COURSE = courseOf([LIMIT], [INDICATOR]);

/** What is told of each kind of a task's events. A new kind without a sample does not compile. */
const SAMPLES: Readonly<Record<TaskEvent['type'], readonly [data: Record<string, unknown>, text: string]>> = {
  'task.drafted': [drafted, '市督查室从《医改方案》（蒙政发〔2021〕3号）（一）读入草稿'],
  'task.draft-corrected': [
    { changes: { title: '新标题', leadUnitIds: [UNITS.health.unitId], supportUnitIds: [], indicators: [] } },
    '市督查室修改草稿：标题；牵头单位改为市卫健局；配合单位改为无；指标',
  ],
  'task.confirmed': [
    { leadUnitIds: [UNITS.insurance.unitId], supportUnitIds: [UNITS.health.unitId], limits: 'confirmed' },
    '市督查室确认牵头单位为市医保局，配合单位为市卫健局，时限无误',
  ],
  'task.hung': [
    { taskNumber: 'YG-001', authority: AUTHORITY, secrecyDeclared: true, occurredOn: day },
    '市督查室挂账，编号 YG-001，依据：《医改方案》（蒙政发〔2021〕3号）（文件）',
  ],
  'task.assigned': [
    {
      leadUnitIds: [UNITS.insurance.unitId],
      supportUnitIds: [UNITS.health.unitId],
      requirements: '每月填报一次',
      replyBy: '2021-09-08',
      occurredOn: day,
      ...versions,
    },
    '市督查室交办给市医保局，市卫健局配合，请于 2021-09-08 前签收：每月填报一次',
  ],
  'task.accepted': [{ unitId: UNITS.insurance.unitId, occurredOn: day }, '市医保局签收'],
  'task.declined': [
    { unitId: UNITS.insurance.unitId, reason: '不属本局职责', occurredOn: day },
    '市医保局退件：不属本局职责',
  ],
  'task.reported': [
    {
      ...report,
      percent: 60,
      readings: [{ indicatorId: 'I1', value: 93.1, readOn: day }],
      evidence: [{ hash: HASH, fileName: '方案.pdf', mediaType: 'application/pdf', size: 10 }],
      limitsDone: ['L1'],
    },
    '市医保局填报进展：完成 60%，参保率 93.1%，已完成时限“出台实施方案”，佐证 1 份：方案已征求意见',
  ],
  'task.closure-requested': [
    { unitId: UNITS.insurance.unitId, occurredOn: day, selfCheck: '已全部完成', committed: true, limitsClaimed: [] },
    '市医保局申请销号：已全部完成',
  ],
  'task.verified': [{ level: 1, occurredOn: day, conclusion: '材料齐全' }, '市督查室核验通过：材料齐全'],
  'task.returned': [
    { occurredOn: day, missing: '缺验收表', limitsReopened: ['L1'], ...versions },
    '市督查室退回整改，时限“出台实施方案”恢复计时：缺验收表',
  ],
  'task.closed': [
    {
      occurredOn: day,
      outcome: 'rectified',
      statement: '同意销号',
      closingNumber: '蒙医改销〔2021〕1号',
      closedBy: { accountId: '00000000-0000-4000-8000-0000000000b2', name: '李强' },
    },
    '李强销号，结果：已整改，文号 蒙医改销〔2021〕1号：同意销号',
  ],
  'task.voided': [{ reason: '重复录入' }, '市督查室作废：重复录入'],
  'task.terminated': [
    { reason: '政策调整', authority: { kind: 'meeting', reference: '市政府第102次常务会议' }, occurredOn: day },
    '市督查室终止，依据：市政府第102次常务会议（会议）：政策调整',
  ],
  'task.corrected': [
    { changes: { changedLimits: [{ limitId: 'L1', due: '2021-12-31' }] }, reason: '文件勘误' },
    '市督查室更正：时限“出台实施方案”由 2021-09-30 改为 2021-12-31：文件勘误',
  ],
  'task.withdrawn': [
    { withdrawnEventId: '00000000-0000-4000-8000-000000000001', step: 'task.request-closure' },
    '市督查室撤回申请销号',
  ],
  'task.reminded': [{ ...timer, kind: 'remind' }, '市督查室提醒：时限“出台实施方案” 2021-09-30 到期'],
  'task.urged': [timer, '市督查室催办：时限“出台实施方案” 2021-09-30 到期，尚未完成'],
  'task.escalated': [timer, '市督查室升级督办：时限“出台实施方案” 2021-09-30 到期，仍未完成，已报单位负责人'],
  'task.urged-by-office': [{ message: '请抓紧填报', occurredOn: day }, '市督查室催办：请抓紧填报'],
  'task.period-opened': [
    { limitId: 'L1', period: '2021-Q3', from: '2021-07-01', due: '2021-09-30' },
    '时限“出台实施方案”2021年第3季度填报开始，2021-09-30 到期',
  ],
};

/** The whole way from events to the days of a page, as the task page goes it. */
function timelineDays(entries: readonly TimelineEntry[], begin = EMPTY_COURSE): TimelineDay[] {
  return byDay(folded(consolidated(told(entries, begin))));
}

describe('a sentence', () => {
  it.each(Object.entries(SAMPLES))('tells %s', (type, [data, text]) => {
    expect(lineOf(sentenceOf(entry(type, data), COURSE))).toBe(text);
  });

  it.each([
    ['ledger.created', { name: '医改台账', code: 'YG', closingPrefix: '医改销', region: 'CN' }, '建立台账《医改台账》'],
    ['ledger.import-completed', { importId: drafted.importId, taskCount: 30 }, '完成导入，共 30 项任务'],
    ['number.used', { closingNumber: '医改销〔2021〕1号', taskId: drafted.importId }, '使用销号文号 医改销〔2021〕1号'],
    ['unit.renamed', { name: '市卫健委', reason: '机构改革' }, '将单位更名为“市卫健委”：机构改革'],
    ['post.revoked', { reason: '调离' }, '撤销岗位：调离'],
  ])('tells %s', (type, data, text) => {
    expect(lineOf(sentenceOf(entry(type, data)))).toContain(`市督查室${text}`);
  });

  it('says the change of the percentage, also of one that fell or stayed', () => {
    const texts = told([60, 40, 40, null, 55].map((percent) => entry('task.reported', { ...report, percent }))).map(
      ({ text }) => text,
    );
    expect(texts).toEqual([
      '市医保局填报进展：完成 60%',
      '市医保局填报进展：完成 40%，较上次 -20 个百分点',
      '市医保局填报进展：完成 40%，与上次持平',
      '市医保局填报进展',
      '市医保局填报进展：完成 55%，较上次 +15 个百分点',
    ]);
  });

  it('says of a recurring limit that its period is done, and of unknown ones how many', () => {
    const monthly = { ...LIMIT, limitId: 'L2', what: '召开会商会', recurrence: 'monthly', due: null };
    const done = entry('task.reported', { ...report, limitsDone: ['L1', 'L2'] });
    expect(sentenceOf(done, courseOf([LIMIT, monthly], [])).done).toBe(
      '填报进展：已完成时限“出台实施方案”、本期要求“召开会商会”',
    );
    expect(sentenceOf(done).done).toBe('填报进展：已完成 2 项时限要求');
    const opened = { limitId: 'L2', period: '2021-09', from: '2021-09-01', due: '2021-09-30' };
    expect(sentenceOf(entry('task.period-opened', opened)).text).toBe('2021年9月填报开始，2021-09-30 到期');
  });

  it('calls limits that it knows nothing of by one word, once', () => {
    const returned = { occurredOn: day, missing: '缺验收表', limitsReopened: ['L1', 'L2'], ...versions };
    expect(sentenceOf(entry('task.returned', returned)).done).toBe('退回整改，时限恢复计时');
  });

  it('calls limits of one sentence by the words of their own days', () => {
    const quarterly = { ...LIMIT, limitId: 'L2', sourceText: '每季度' };
    const rung = { ...timer, limitId: 'L2', kind: 'remind' };
    expect(sentenceOf(entry('task.reminded', rung), courseOf([LIMIT, quarterly], [])).gist).toBe(
      '时限“每季度” 2021-09-30 到期',
    );
  });

  it('tells a clause by its number', () => {
    const numbered = { ...drafted, source: { ...drafted.source, number: '1.' } };
    expect(sentenceOf(entry('task.drafted', numbered)).done).toBe('从《医改方案》（蒙政发〔2021〕3号）第 1 条读入草稿');
  });

  it('does not count a report that was taken back', () => {
    const first = entry('task.reported', { ...report, percent: 40 });
    const wrong = entry('task.reported', { ...report, percent: 90 });
    const steps = told([
      first,
      wrong,
      entry('task.withdrawn', { withdrawnEventId: wrong.eventId, step: 'task.report' }),
      entry('task.reported', { ...report, percent: 50 }),
    ]);
    expect(steps.at(-1)?.text).toBe('市医保局填报进展：完成 50%，较上次 +10 个百分点');
  });

  it('says for whom the office wrote a report down, and who told it', () => {
    const onBehalf = { unitId: UNITS.health.unitId, saidBy: '赵科长', how: 'phone', saidOn: '2021-08-31' };
    const { text } = sentenceOf(entry('task.reported', { ...report, unitId: UNITS.health.unitId, onBehalf }));
    expect(text).toBe('市督查室代市卫健局填报进展：赵科长 2021-08-31 电话反馈');
  });

  it('follows what corrections changed', () => {
    const [, , last] = told([
      entry('task.drafted', drafted),
      entry('task.corrected', { changes: { changedLimits: [{ limitId: 'L1', due: '2021-11-30' }] }, reason: '顺延' }),
      entry('task.corrected', {
        changes: {
          changedLimits: [{ limitId: 'L1', due: '2021-12-31' }],
          addedLimits: [{ ...LIMIT, limitId: 'L2', what: '', sourceText: '' }],
        },
        reason: '再次顺延',
      }),
    ]);
    expect(last?.done).toBe('更正：时限“出台实施方案”由 2021-11-30 改为 2021-12-31；新增时限 2021-09-30');
  });

  it('gives a kind or data that it cannot read its title, and clips long words', () => {
    expect(sentenceOf(entry('task.accepted', { nonsense: true })).text).toBe('市督查室签收');
    expect(sentenceOf(entry('task.someday', {})).text).toBe('市督查室task.someday');
    const long = sentenceOf(entry('task.voided', { reason: '长'.repeat(100) }));
    expect(lineOf(long, 10)).toBe(`市督查室作废：${'长'.repeat(10)}…`);
  });

  it('is there for every kind of event that the program has', () => {
    const untold = EVENT_TYPES.filter((type) => /^[a-z.-]+$/u.test(sentenceOf(entry(type, {})).done));
    expect(untold).toEqual([]);
  });
});

describe('the timeline', () => {
  it('goes by the day in Shanghai, newest first, runs folded with their number', () => {
    const at = (recordedAt: string) => ({ ...ENGINE, recordedAt });
    const days = timelineDays(
      [
        entry('task.urged', timer, at('2021-10-08T00:50:00.000Z')),
        entry('task.accepted', { unitId: UNITS.insurance.unitId, occurredOn: day }),
        entry('task.reminded', { ...timer, kind: 'remind' }, at('2021-09-18T00:50:00.000Z')),
        entry('task.reminded', { ...timer, kind: 'remind' }, at('2021-09-26T16:30:00.000Z')),
        entry('task.reported', report, { recordedAt: '2021-09-27T08:00:00.000Z' }),
      ].map((each, index) => ({ ...each, revision: [9, 1, 2, 3, 4][index] ?? 0 })),
      COURSE,
    );
    expect(days.map(({ day: each, lines }) => [each, lines.map(({ text }) => text)])).toEqual([
      ['2021-10-08', ['系统催办：时限“出台实施方案” 2021-09-30 到期，尚未完成']],
      ['2021-09-27', ['市医保局填报进展', '系统到期提醒 2 次，最近一次：时限“出台实施方案” 2021-09-30 到期']],
      ['2021-09-01', ['市医保局签收']],
    ]);
    expect(days[1]?.lines[1]?.steps.map(({ entry: each }) => each.revision)).toEqual([3, 2]);
  });

  it('folds one person on a draft, and not two', () => {
    const change = () => ({ changes: { title: '题' } });
    const other = { actor: { ...entry('task.drafted', {}).actor, accountId: '00000000-0000-4000-8000-0000000000b9' } };
    const lines = folded(
      told([
        entry('task.draft-corrected', change()),
        entry('task.draft-corrected', change()),
        entry('task.draft-corrected', change(), other),
      ]),
    );
    expect(lines.map(({ steps }) => steps.length)).toEqual([1, 2]);
    expect(lines[1]?.text).toBe('市督查室修改草稿 2 次，最近一次：标题');
  });

  it('marks what was taken back', () => {
    const accepted = entry('task.accepted', { unitId: UNITS.insurance.unitId, occurredOn: day });
    const back = entry('task.withdrawn', { withdrawnEventId: accepted.eventId, step: 'task.accept' });
    const [{ lines } = { lines: [] }] = timelineDays([accepted, back]);
    expect(lines.map(({ text, steps }) => [text, steps[0]?.undone])).toEqual([
      ['市督查室撤回签收', false],
      ['市医保局签收', true],
    ]);
  });

  it('has nothing to show for nothing, and says days plainly', () => {
    expect(timelineDays([])).toEqual([]);
    expect(dayHeading('2021-09-01')).toBe('2021年9月1日');
    expect(dayHeading('nonsense')).toBe('nonsense');
  });
});
