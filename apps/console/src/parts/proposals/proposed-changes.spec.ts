import { aLimit } from '../task-facts/limit.fixture';
import { type Proposal, proposalName, proposedChanges, proposerName, wantedText } from './proposed-changes';

const TODAY = '2021-09-15';
const task = { limits: [aLimit('L1', '出台方案')] };
const terms = (due: string | null) => ({ due, recurrence: null, dueOn: null });
const unit = (name: string) => ({ unitId: name, name });
const target = (value: number, name = '参保率') => ({
  name,
  op: '>=' as const,
  value,
  max: null,
  unit: '%',
  approximate: false,
});
const NOTHING = { moves: [], texts: [], units: [], added: [], targets: [] };

const proposal = (change: Partial<Proposal>): Proposal => ({
  proposalId: 'P1',
  act: 'task.correct',
  word: '更正',
  by: { name: '王芳', unit: unit('市督查室') },
  onBehalf: null,
  on: '2021-09-14',
  grounds: '录入有误',
  groundsNow: null,
  decideBy: '2021-09-21',
  extension: null,
  suspension: null,
  measures: null,
  termination: null,
  correction: null,
  unfit: null,
  own: false,
  barred: null,
  ...change,
});
const corrected = (change: Partial<NonNullable<Proposal['correction']>>) =>
  proposal({ correction: { ...NOTHING, ...change } });
const told = (each: Proposal) =>
  proposedChanges(each, task, TODAY).map(({ name, from, to, warning }) => [name, from, to, warning]);

describe('what an approval would change', () => {
  it('is told with what was and what would be, piece by piece', () => {
    const asked = corrected({
      moves: [{ limitId: 'L1', from: terms('2021-09-30'), to: terms('2021-12-31') }],
      texts: [
        { part: 'title', limitId: null, from: '完善医保支付', to: '完善医保支付方式' },
        { part: 'body', limitId: null, from: '正文', to: '' },
        { part: 'limit', limitId: 'L1', from: '出台方案', to: '印发方案' },
      ],
      units: [{ role: 'support', from: [], to: [unit('市财政局'), unit('市人社局')] }],
      added: [{ what: '全面推开', terms: terms(null), owedBy: [] }],
      targets: [
        { from: target(95), to: target(96) },
        { from: target(1, '旧名'), to: target(1, '新名') },
        { from: null, to: target(5, '新指标') },
        { from: target(5, '旧指标'), to: null },
      ],
    });
    expect(told(asked)).toEqual([
      ['时限“出台方案”', '2021-09-30', '2021-12-31', null],
      ['新增时限“全面推开”', null, '未定日期', null],
      ['标题', '完善医保支付', '完善医保支付方式', null],
      ['正文', '正文', '无', null],
      ['时限“出台方案”的内容', '出台方案', '印发方案', null],
      ['配合单位', '无', '市财政局、市人社局', null],
      ['指标“参保率”', '≥ 95%', '≥ 96%', null],
      ['指标“旧名”', '旧名 ≥ 1%', '新名 ≥ 1%', null],
      ['新增指标“新指标”', null, '≥ 5%', null],
      ['指标“旧指标”', '≥ 5%', null, null],
    ]);
    expect(wantedText(asked, task, TODAY)).toContain(
      '申请更正：将时限“出台方案”由 2021-09-30 改为 2021-12-31；新增时限',
    );
  });

  it('says that a new day is over already, and that a removed limit goes with its day', () => {
    const moves = [
      { limitId: 'L1', from: terms('2021-09-30'), to: terms('2021-09-14') },
      { limitId: 'L1', from: terms('2021-09-30'), to: null },
    ];
    expect(told(corrected({ moves }))).toEqual([
      ['时限“出台方案”', '2021-09-30', '2021-09-14', '新的日期已过'],
      ['时限“出台方案”', '2021-09-30', null, null],
    ]);
    expect(wantedText(corrected({ moves: moves.slice(1) }), task, TODAY)).toBe(
      '申请更正：删除时限“出台方案”（2021-09-30）',
    );
    const extension = { limitId: 'L1', period: null, from: '2021-08-31', to: '2021-09-14', late: true, movesFor: [] };
    expect(told(proposal({ act: 'task.extend', word: '申请延期', extension }))).toEqual([
      ['时限“出台方案”', '2021-08-31', '2021-09-14', '新的日期已过'],
    ]);
  });

  it('says for which other units a later day would hold too', () => {
    const movesFor = [unit('市财政局'), unit('市医保局')];
    const extension = { limitId: 'L1', period: null, from: '2021-09-30', to: '2021-12-31', late: false, movesFor };
    const asked = proposal({ act: 'task.extend', word: '申请延期', extension });
    expect(told(asked)).toEqual([['时限“出台方案”', '2021-09-30', '2021-12-31（市财政局、市医保局一并顺延）', null]]);
    expect(wantedText(asked, task, TODAY)).toBe(
      '申请延期：将时限“出台方案”由 2021-09-30 改为 2021-12-31（市财政局、市医保局一并顺延）',
    );
  });

  it('says of a suspension until when and on whose word, and that its end is over', () => {
    const authority = { kind: 'meeting' as const, reference: '市政府第102次常务会议' };
    const asked = (until: string) => proposal({ act: 'task.suspend', word: '缓办', suspension: { until, authority } });
    expect(told(asked('2021-12-01'))).toEqual([
      ['缓办', null, '自审批之日起至 2021-12-01', null],
      ['依据', null, '市政府第102次常务会议（会议）', null],
    ]);
    expect(told(asked(TODAY))[0]).toEqual(['缓办', null, '自审批之日起至 2021-09-15', '恢复办理的日期已过']);
    expect(wantedText(asked('2021-12-01'), task, TODAY)).toBe(
      '申请缓办，自审批之日起至 2021-12-01，依据：市政府第102次常务会议（会议）',
    );
  });

  it('says on whose word a task is to be terminated', () => {
    const authority = { kind: 'meeting' as const, reference: '市政府第102次常务会议' };
    const asked = proposal({ act: 'task.terminate', word: '终止', termination: { authority } });
    expect(told(asked)).toEqual([['依据', null, '市政府第102次常务会议（会议）', null]]);
    expect(wantedText(asked, task, TODAY)).toBe('申请终止：依据 市政府第102次常务会议（会议）');
  });

  it('is the act alone where its word says it all', () => {
    expect([
      told(proposal({ act: 'task.void', word: '作废' })),
      wantedText(proposal({ word: '作废' }), task, TODAY),
    ]).toEqual([[], '申请作废']);
  });

  it('tells requests apart by a short name, and who made them by person and unit', () => {
    const extension = { limitId: 'L1', period: null, from: '2021-09-30', to: '2021-12-31', late: false, movesFor: [] };
    const text = { part: 'title' as const, limitId: null, from: '旧', to: '新' };
    const named = (each: Proposal) => proposalName(each, task, TODAY);
    expect([
      named(proposal({ act: 'task.extend', word: '申请延期', extension })),
      named(corrected({ texts: [text] })),
      named(corrected({ texts: [text, { ...text, part: 'body' }] })),
      named(proposal({ act: 'task.void', word: '作废' })),
    ]).toEqual(['延期：时限“出台方案”至 2021-12-31', '更正：标题', '更正：标题等 2 处', '作废']);
    const long = { limits: [aLimit('L1', '全市各县区卫生健康行政部门出台并印发实施方案')] };
    expect(proposalName(proposal({ act: 'task.extend', word: '申请延期', extension }), long, TODAY)).toBe(
      '延期：时限“全市各县区卫生健康行政部门出台并印发…”至 2021-12-31',
    );
    const onBehalf = { saidBy: '王科长', how: 'phone', saidOn: '2021-09-13' } as const;
    expect(proposerName(proposal({ onBehalf, by: { name: '王芳', unit: unit('市财政局') } }))).toBe(
      '市财政局（由王芳代录，王科长 2021-09-13 电话告知）',
    );
    expect([proposerName(proposal({})), proposerName(proposal({ by: { name: '李强', unit: null } }))]).toEqual([
      '市督查室 王芳',
      '李强',
    ]);
  });
});
