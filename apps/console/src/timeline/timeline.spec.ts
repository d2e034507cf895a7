import { EVENT_TYPES, type RungKind, type TaskEvent } from '#domain';
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

/** The holder of the account that events of accounts are about. */
const CONCERNED = { accountId: '00000000-0000-4000-8000-0000000000b9', name: '罗明' };

/** Who asked for a departure, as the record names them. */
const LEAVER_SENT_BY = {
  accountId: '00000000-0000-4000-8000-0000000000b1',
  name: '王芳',
  role: 'system-administrator',
  postId: null,
  unitId: null,
};

let revision = 0;

function entry(type: string, data: Record<string, unknown>, change: Partial<TimelineEntry> = {}): TimelineEntry {
  revision += 1;
  return {
    revision,
    position: String(revision),
    eventId: `00000000-0000-4000-8000-${String(revision).padStart(12, '0')}`,
    commandId: `00000000-0000-4000-8000-00000c${String(revision).padStart(6, '0')}`,
    act: 'task.urge',
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
    files: [],
    passwordResetAt: null,
    children: [],
    people: [],
    concerns: /^(?:account|post|departure)\./u.test(type) ? CONCERNED : null,
    data,
    hash: HASH,
    ledgerKind: 'reform',
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

const SPLITTER = {
  accountId: '00000000-0000-4000-8000-0000000000b1',
  name: '周澜',
  role: 'supervision-clerk',
  postId: '00000000-0000-4000-8000-0000000000b3',
  unitId: '00000000-0000-4000-8000-0000000000b4',
};
const AUTHORITY = { kind: 'document', reference: '《医改方案》（蒙政发〔2021〕3号）' };
const day = '2021-09-01';
const RULES = { policy: 'default-1', calendar: 'CN-1' };
const LANE = UNITS.insurance.unitId;
const HEALTH = UNITS.health.unitId;
const SAW = { revision: 7, digest: HASH, met: [], evidence: [] };
/** What the ids of people begin with. */
const TOLD = '00000000-0000-4000-8000-00000000b70';
const OWED = { lane: LANE, limitId: 'L1', period: null };

/** A rung of the ladder, by what it does. */
const rung = (kind: RungKind, obligation: object = OWED) => ({
  obligation,
  holder: null,
  round: 1,
  climb: 1,
  rung: { rungId: `${kind}-1`, kind },
  due: '2021-09-30',
  daysLate: 0,
  told: [],
});

/** A move of the first limit to another day. */
const move = (to: string, from = '2021-09-30') => ({
  limitId: 'L1',
  period: null,
  from: { due: from, recurrence: null, dueOn: null },
  to: { due: to, recurrence: null, dueOn: null },
  kind: 'correction',
  reason: '文件勘误',
  cause: null,
});

const report = {
  lane: LANE,
  on: day,
  texts: { progress: '方案已征求意见', problems: '', nextSteps: '', helpNeeded: '' },
  percent: null,
  readings: [],
  evidence: [],
  done: [],
};
const drafted = {
  ledgerId: '00000000-0000-4000-8000-0000000000c1',
  importId: '00000000-0000-4000-8000-0000000000c2',
  serial: 1,
  source: { documentTitle: '医改方案', documentNumber: '蒙政发〔2021〕3号', section: '', number: '（一）', span: null },
  content: {
    title: '完善医保支付',
    body: '',
    leadUnitNames: [],
    supportUnitNames: [],
    limits: [LIMIT],
    indicators: [INDICATOR],
    doubts: [],
  },
};

const COURSE = courseOf([LIMIT], [INDICATOR]);

/** What is told of each kind of a task's events. A new kind without a sample does not compile. */
const SAMPLES: Readonly<Record<TaskEvent['type'], readonly [data: Record<string, unknown>, text: string]>> = {
  'task.drafted': [drafted, '市督查室从《医改方案》（蒙政发〔2021〕3号）（一）读入草稿'],
  'task.split': [
    {
      splitId: '00000000-0000-4000-8000-000000000c00',
      by: 'units',
      listName: '各单位',
      content: { title: '出台实施方案', body: '', limits: [], indicators: [] },
      moves: [],
      children: [LANE, HEALTH].map((unitId, index) => ({
        taskId: `00000000-0000-4000-8000-00000000000${index + 1}`,
        number: `YG-001-0${index + 1}`,
        place: `0${index + 1}`,
        leads: [unitId],
        supports: [],
        own: {},
      })),
      rule: { progress: 'average', indicators: [] },
      authority: { kind: 'document', reference: '蒙政发〔2021〕3号' },
      requirements: '按月报送',
      replyBy: null,
      on: day,
    },
    '市督查室分解为 2 项子任务，交办给市医保局、市卫健局：按月报送',
  ],
  'child.ended': [
    { childId: '00000000-0000-4000-8000-000000000001', ending: 'terminated', on: day },
    '一项子任务已终止',
  ],
  'child.reopened': [{ childId: '00000000-0000-4000-8000-000000000001', on: day }, '一项子任务重新挂账'],
  'task.content-changed': [
    { changes: { title: '新标题', leads: [HEALTH], supports: [], indicators: [] }, reason: '' },
    '市督查室更正：标题改为“新标题”；牵头单位改为市卫健局；配合单位改为无；指标',
  ],
  'task.confirmed': [
    { leads: [LANE], supports: [HEALTH], limits: 'confirmed' },
    '市督查室确认牵头单位为市医保局，配合单位为市卫健局，时限无误',
  ],
  'task.hung': [
    { number: 'YG-001', authority: AUTHORITY, secrecyDeclared: true, on: day, rules: RULES },
    '市督查室挂账，编号 YG-001，依据：《医改方案》（蒙政发〔2021〕3号）（文件）',
  ],
  'task.assigned': [
    {
      lanes: [
        { unitId: LANE, role: 'lead' },
        { unitId: HEALTH, role: 'support' },
      ],
      requirements: '每月填报一次',
      replyBy: '2021-09-08',
      on: day,
      rules: RULES,
    },
    '市督查室交办给市医保局，市卫健局配合，请于 2021-09-08 前签收：每月填报一次',
  ],
  'lanes.changed': [
    { added: [{ unitId: HEALTH, role: 'support' }], removed: [LANE], reason: '职责调整', on: day },
    '市督查室调整责任单位：增加配合单位市卫健局；移出市医保局：职责调整',
  ],
  'lane.accepted': [{ lane: LANE, on: day }, '市医保局签收'],
  'lane.declined': [{ lane: LANE, reason: '不属本局职责', on: day }, '市医保局退件：不属本局职责'],
  'lane.reported': [
    {
      ...report,
      percent: 60,
      readings: [{ indicatorId: 'I1', value: 93.1, readOn: day }],
      evidence: [{ hash: HASH, fileName: '方案.pdf', mediaType: 'application/pdf', size: 10 }],
      done: [{ limitId: 'L1', period: null, on: day }],
    },
    '市医保局填报进展：完成 60%，参保率 93.1%，已完成时限“出台实施方案”，佐证 1 份：方案已征求意见',
  ],
  'lane.claimed': [
    {
      lane: LANE,
      on: day,
      selfCheck: '已全部完成',
      committed: true,
      claimed: [],
      owed: [],
      evidence: [],
      acceptance: [],
    },
    '市医保局申请销号：已全部完成',
  ],
  'limit.added': [
    { limit: { ...LIMIT, limitId: 'L2', what: '全面推开' }, owedBy: [], reason: '漏录时限' },
    '市督查室新增时限“全面推开” 2021-09-30：漏录时限',
  ],
  'limit.moved': [move('2021-12-31'), '市督查室将时限“出台实施方案”由 2021-09-30 改为 2021-12-31：文件勘误'],
  'limit.removed': [{ limitId: 'L1', reason: '与他项重复' }, '市督查室删除时限“出台实施方案”：与他项重复'],
  'check.passed': [
    { level: 1, on: day, conclusion: '材料齐全', acceptance: [], saw: SAW },
    '市督查室核验通过：材料齐全',
  ],
  'check.returned': [
    {
      level: 1,
      on: day,
      missing: '缺验收表',
      unmet: [],
      to: [LANE],
      open: [{ obligation: OWED, due: '2021-09-30', kept: true }],
    },
    '市督查室退回市医保局整改，时限“出台实施方案”（2021-09-30 前）待完成：缺验收表',
  ],
  'task.closed': [
    {
      on: day,
      outcome: 'rectified',
      statement: '同意销号',
      number: '蒙医改销〔2021〕1号',
      owed: [],
      saw: SAW,
      closedBy: { accountId: '00000000-0000-4000-8000-0000000000b2', name: '李强' },
    },
    '李强销号，结果：已完成，文号 蒙医改销〔2021〕1号：同意销号',
  ],
  'task.voided': [{ reason: '重复录入', on: day }, '市督查室作废：重复录入'],
  'task.suspended': [
    { until: '2021-12-01', reason: '等待省级系统上线', authority: AUTHORITY, on: day },
    '市督查室缓办至 2021-12-01，依据：《医改方案》（蒙政发〔2021〕3号）（文件）：等待省级系统上线',
  ],
  'task.resumed': [{ on: day, by: 'person' }, '市督查室恢复办理'],
  'task.terminated': [
    { reason: '政策调整', authority: { kind: 'meeting', reference: '市政府第102次常务会议' }, on: day },
    '市督查室终止，依据：市政府第102次常务会议（会议）：政策调整',
  ],
  'task.urged': [{ lanes: [LANE], message: '请抓紧填报', on: day }, '市督查室催办：请抓紧填报'],
  'proposal.made': [
    {
      proposalId: '00000000-0000-4000-8000-000000000009',
      act: 'task.extend',
      data: { limitId: 'L1', period: null, due: '2021-12-31', reason: '等待系统上线' },
      basis: { revision: 6, touches: ['content'], moves: [{ limitId: 'L1', period: null }], late: false },
      decideBy: '2021-09-28',
      grounds: '等待系统上线',
    },
    '市督查室申请将时限“出台实施方案”延期至 2021-12-31：等待系统上线',
  ],
  'proposal.decided': [
    { proposalId: '00000000-0000-4000-8000-000000000009', result: 'refused', reason: '理由不充分' },
    '市督查室不同意申请：理由不充分',
  ],
  'measure.taken': [
    { measure: 'talk', unit: LANE, grounds: '已逾期10个工作日' },
    '市督查室决定对市医保局约谈：已逾期10个工作日',
  ],
  'delay.read': [
    {
      delays: [{ obligation: { lane: LANE, limitId: 'L1', period: null }, holder: null, climb: 1, due: '2021-09-30' }],
    },
    '市督查室已阅市医保局的督办提醒',
  ],
  'instruction.given': [
    {
      instructionId: '00000000-0000-4000-8000-00000000000e',
      lanes: [LANE],
      text: '请说明迟缓原因',
      answerBy: '2021-10-08',
    },
    '市督查室批示市医保局于 2021-10-08 前答复：请说明迟缓原因',
  ],
  'instruction.answered': [
    {
      instructionId: '00000000-0000-4000-8000-00000000000e',
      lane: LANE,
      text: '系统已上线，本月完成',
      evidence: [],
      on: '2021-09-30',
    },
    '市医保局答复批示：系统已上线，本月完成',
  ],
  'rules.moved': [
    { rules: { policy: 'office-2', calendar: 'CN-1' }, reason: '年度调整', passed: [], movedClocks: [] },
    '市督查室任务换用办理规则 全单位第 2 版、工作日历 CN-1：年度调整',
  ],
  'rung.fired': [rung('remind'), '市督查室提醒：时限“出台实施方案” 2021-09-30 到期'],
  'task.withdrawn': [
    { commandId: '00000000-0000-4000-8000-000000000001', step: 'task.request-closure' },
    '市督查室撤回申请销号',
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
    [
      'ledger.created',
      { name: '医改台账', code: 'YG', closingPrefix: '医改销', region: 'CN', kind: 'reform' },
      '建立台账《医改台账》',
    ],
    ['ledger.classified', { kind: 'rectification' }, '将台账类别改为“问题整改”'],
    ['ledger.import-completed', { importId: drafted.importId, taskCount: 30 }, '完成导入，共 30 项任务'],
    ['number.used', { closingNumber: '医改销〔2021〕1号', taskId: drafted.importId }, '使用销号文号 医改销〔2021〕1号'],
    ['unit.renamed', { name: '市卫健委', reason: '机构改革' }, '将单位更名为“市卫健委”：机构改革'],
    [
      'post.granted',
      {
        postId: drafted.importId,
        accountId: drafted.importId,
        unitId: LANE,
        role: 'closer',
        ledgerId: null,
        inCharge: [],
        second: 'unable',
      },
      '授予罗明市医保局的销号签批人岗位（当时没有其他可用的管理员，一人办理）',
    ],
    ['post.charge-set', { postId: drafted.importId, inCharge: [LANE] }, '设定罗明的分管单位：市医保局'],
    [
      'account.proposed',
      {
        proposalId: drafted.importId,
        asked: { act: 'account.grant-post', post: { unitId: LANE, role: 'closer', ledgerId: null, inCharge: [] } },
        reason: '接任科长',
      },
      '申请另一名管理员复核：授予罗明市医保局的销号签批人岗位：接任科长',
    ],
    [
      'account.decided',
      { proposalId: drafted.importId, result: 'refused', reason: '人选未定' },
      '不同意涉及罗明账号的申请：人选未定',
    ],
    ['account.created', {}, '建立罗明的账号'],
    ['account.password-changed', {}, '罗明的口令由登录人修改'],
    [
      'account.password-reset',
      { second: 'approved', at: 'program', reason: '本人忘记口令' },
      '重置罗明的口令（已经另一名管理员复核）：本人忘记口令',
    ],
    ['account.password-reset', { second: 'unneeded', at: 'machine', reason: '' }, '在服务器上重置罗明的口令'],
    ['account.disabled', {}, '停用罗明的账号'],
    [
      'policy.lowering-asked',
      { reason: '定级调整' },
      '申请将等级保护由三级降为二级，待另一名系统管理员发布同样的级别：定级调整',
    ],
    ['account.enabled', {}, '启用罗明的账号'],
    [
      'departure.begun',
      { accountId: CONCERNED.accountId, role: null, leaving: { act: 'account.disable' }, by: LEAVER_SENT_BY },
      '登记罗明的管理员变动：停用账号',
    ],
    [
      'departure.ended',
      { accountId: CONCERNED.accountId, commandId: drafted.importId, refused: '岗位已撤销' },
      '罗明的管理员变动没有办成：岗位已撤销',
    ],
    [
      'departure.ended',
      { accountId: CONCERNED.accountId, commandId: drafted.importId, refused: null },
      '完成罗明的管理员变动',
    ],
    [
      'post.revoked',
      { postId: drafted.importId, unitId: LANE, role: 'verifier', ledgerId: null, reason: '调离' },
      '撤销罗明市医保局的核验人岗位：调离',
    ],
    [
      'task.voided',
      { reason: '重复录入', on: day, authority: { kind: 'instruction', reference: '市长批示' } },
      '作废，依据：市长批示（领导批示）：重复录入',
    ],
    ['task.terminated', { reason: '政策调整', on: day }, '终止：政策调整'],
  ])('tells %s', (type, data, text) => {
    expect(lineOf(sentenceOf(entry(type, data)))).toContain(`市督查室${text}`);
  });

  it('says the change of the percentage, also of one that fell or stayed', () => {
    const texts = told([60, 40, 40, null, 55].map((percent) => entry('lane.reported', { ...report, percent }))).map(
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

  it('says the change since the same unit’s last report, not since that of another lead', () => {
    const stated = [
      [LANE, 80],
      [HEALTH, 20],
      [LANE, 85],
    ] as const;
    const reports = stated.map(([lane, percent]) => entry('lane.reported', { ...report, lane, percent }));
    const taken = entry('task.withdrawn', { commandId: reports[1]?.commandId, step: 'task.report' });
    const texts = (entries: TimelineEntry[]) => told(entries).map(({ text }) => text.replace(/^.*：/u, ''));
    expect(texts(reports)).toEqual(['完成 80%', '完成 20%', '完成 85%，较上次 +5 个百分点']);
    expect(
      texts([...reports.slice(0, 2), taken, entry('lane.reported', { ...report, lane: HEALTH, percent: 30 })]).at(-1),
    ).toBe('完成 30%');
  });

  it.each<[RungKind, string]>([
    ['due', '提醒：时限“出台实施方案” 2021-09-30 到期'],
    ['urge', '催办：时限“出台实施方案” 2021-09-30 到期，尚未完成'],
    ['escalate', '升级督办：时限“出台实施方案” 2021-09-30 到期，仍未完成，已上报'],
    ['propose', '建议通报约谈：时限“出台实施方案” 2021-09-30 到期，仍未完成，建议通报约谈'],
  ])('tells what a rung does: %s', (kind, text) => {
    expect(sentenceOf(entry('rung.fired', rung(kind), ENGINE), COURSE).text).toBe(`系统${text}`);
  });

  it.each([
    [{ changedLimits: [{ limitId: 'L1', due: '2021-12-31' }] }, '将时限“出台实施方案”改为 2021-12-31'],
    [
      { changedLimits: [{ limitId: 'L1', due: null }], title: '新标题' },
      '取消时限“出台实施方案”的日期；标题改为“新标题”',
    ],
    [
      { changedLimits: [{ limitId: 'L1', what: '印发方案' }], removedLimits: ['L2'] },
      '删除时限；时限内容由“出台实施方案”改为“印发方案”',
    ],
  ])('says what a correction asks for that another person decides: %j', (changes, text) => {
    const made = {
      proposalId: '00000000-0000-4000-8000-000000000009',
      act: 'task.correct',
      data: { changes, reason: '录入有误' },
      basis: { revision: 6, touches: ['content'], moves: [], late: false },
      decideBy: '2021-09-28',
      grounds: '录入有误',
    };
    expect(lineOf(sentenceOf(entry('proposal.made', made), COURSE))).toBe(`市督查室申请更正：${text}：录入有误`);
  });

  it.each([
    [
      'task.extend',
      { limitId: 'L1', period: null, due: '2021-12-31', reason: '等待' },
      '延期至 2021-12-31（逾期申请）',
    ],
    [
      'task.correct',
      { changes: { changedLimits: [{ limitId: 'L1', due: '2021-12-31' }] }, reason: '录错' },
      '改为 2021-12-31',
    ],
  ])('says of a unit’s request that it came late, and not of the office’s: %s', (act, data, end) => {
    const made = {
      proposalId: '00000000-0000-4000-8000-000000000009',
      act,
      data,
      basis: { revision: 6, touches: [], moves: [{ limitId: 'L1', period: null }], late: true },
      decideBy: '2021-09-28',
      grounds: '',
    };
    expect(sentenceOf(entry('proposal.made', made), COURSE).text.endsWith(end)).toBe(true);
  });

  it('names what was decided, where the request has been read', () => {
    const made = (act: string, data: object) =>
      entry('proposal.made', {
        proposalId: '00000000-0000-4000-8000-000000000009',
        act,
        data,
        basis: { revision: 6, touches: ['content'], moves: [], late: false },
        decideBy: '2021-09-28',
        grounds: '',
      });
    const decided = (result: string) =>
      entry('proposal.decided', { proposalId: '00000000-0000-4000-8000-000000000009', result, reason: '' });
    const extension = { limitId: 'L1', period: null, due: '2021-12-31', reason: '等待系统上线' };
    const correction = {
      changes: { title: '新标题', leadUnitIds: [HEALTH], changedLimits: [{ limitId: 'L1', due: null }] },
      reason: '录入有误',
    };
    const last = (act: string, data: object, result: string) =>
      told([made(act, data), decided(result)], COURSE).at(-1)?.done;
    expect([
      last('task.extend', extension, 'approved'),
      last('task.correct', correction, 'refused'),
      last('task.void', { reason: '重复录入' }, 'taken-back'),
      last('task.suspend', { until: '2021-12-01', reason: '等待', authority: AUTHORITY }, 'overtaken'),
    ]).toEqual([
      '同意「延期：时限“出台实施方案”至 2021-12-31」',
      '不同意「更正：时限“出台实施方案”、标题、牵头单位」',
      '收回申请「作废」',
      '审批「缓办至 2021-12-01」：已不适用，未予办理',
    ]);
  });

  it('says of a recurring limit which period is done, and of unknown ones how many', () => {
    const monthly = { ...LIMIT, limitId: 'L2', what: '召开会商会', recurrence: 'monthly', due: null };
    const done = entry('lane.reported', {
      ...report,
      done: [
        { limitId: 'L1', period: null, on: day },
        { limitId: 'L2', period: '2021-08', on: day },
      ],
    });
    const known = courseOf([LIMIT, monthly], []);
    expect(sentenceOf(done, known).done).toBe('填报进展：已完成时限“出台实施方案”、2021年8月“召开会商会”');
    expect(sentenceOf(done).done).toBe('填报进展：已完成 2 项时限要求');
    const owed = { lane: LANE, limitId: 'L2', period: '2021-09' };
    expect(sentenceOf(entry('rung.fired', rung('remind', owed)), known).gist).toBe(
      '时限“召开会商会”2021年9月 2021-09-30 到期',
    );
  });

  it('says of a limit whose date or rhythm moved from what to what', () => {
    const terms = (due: string | null, recurrence: string | null = null) => ({ due, recurrence, dueOn: null });
    const moved = (from: object, to: object, period: string | null = null) =>
      sentenceOf(entry('limit.moved', { ...move(''), from, to, period }), COURSE).done;
    expect(moved(terms('2021-09-30'), terms(null))).toBe('取消时限“出台实施方案”的日期');
    expect(moved(terms(null), terms('2021-09-30'))).toBe('将时限“出台实施方案”定为 2021-09-30');
    expect(moved(terms('2021-12-31', 'monthly'), terms(null, 'quarterly'))).toBe(
      '将时限“出台实施方案”由 每月，至 2021-12-31 改为 每季度',
    );
    expect(moved(terms('2021-09-30', 'monthly'), terms('2021-10-08', 'monthly'), '2021-09')).toBe(
      '将时限“出台实施方案”2021年9月由 2021-09-30 改为 2021-10-08',
    );
    const stood = { from: '2021-09-01', to: '2021-09-07' };
    const monthly = { from: terms(null, 'monthly'), to: terms(null, 'monthly') };
    expect(sentenceOf(entry('limit.moved', { ...move(''), ...monthly, stood }), COURSE).done).toBe(
      '将时限“出台实施方案”的各期顺延 6 天',
    );
  });

  it('says of a request for closure how much is still owed', () => {
    const owed = [{ obligation: OWED, reason: '待上级批复' }];
    const data = {
      lane: LANE,
      on: day,
      selfCheck: '已办',
      committed: true,
      claimed: [],
      owed,
      evidence: [],
      acceptance: [],
    };
    expect(sentenceOf(entry('lane.claimed', data)).done).toBe('申请销号，申报仍有 1 项未完成');
  });

  it('says of a task that was closed with something owed how much and why', () => {
    const data = {
      on: day,
      outcome: 'continuing',
      statement: '同意销号',
      number: '蒙医改销〔2021〕1号',
      owed: [OWED],
      owedReason: '转入常态工作',
      saw: SAW,
      closedBy: { accountId: '00000000-0000-4000-8000-0000000000b2', name: '李强' },
    };
    expect(sentenceOf(entry('task.closed', data)).done).toBe(
      '销号，结果：持续推进，文号 蒙医改销〔2021〕1号，尚有 1 项未完成，理由：转入常态工作',
    );
    const ofProblems = entry('task.closed', data, { ledgerKind: 'rectification' });
    expect(sentenceOf(ofProblems).done).toContain('结果：持续整改，');
  });

  it('calls limits that it knows nothing of by one word, once', () => {
    const open = ['L1', 'L2'].map((limitId) => ({ obligation: { ...OWED, limitId }, due: null, kept: true }));
    const returned = { level: 1, on: day, missing: '缺验收表', unmet: [], to: [LANE], open };
    expect(sentenceOf(entry('check.returned', returned)).done).toBe('退回市医保局整改，时限待完成');
  });

  it('says of a check how many criteria were confirmed, and of a return which are not met', () => {
    const acceptance = ['措施全部完成', '长效机制建立'].map((criterion) => ({ criterion, met: true, note: '' }));
    const passed = { level: 1, on: day, conclusion: '材料齐全', acceptance, saw: SAW };
    expect(sentenceOf(entry('check.passed', passed)).done).toBe('核验通过，逐项确认 2 项验收标准');
    const unmet = ['长效机制建立'];
    const returned = { level: 1, on: day, missing: '缺验收表', unmet, to: [LANE], open: [] };
    expect(sentenceOf(entry('check.returned', returned)).note).toBe('没有达到的验收标准：长效机制建立');
  });

  it('calls limits of one sentence by the words of their own days', () => {
    const quarterly = { ...LIMIT, limitId: 'L2', sourceText: '每季度' };
    const second = rung('remind', { ...OWED, limitId: 'L2' });
    expect(sentenceOf(entry('rung.fired', second), courseOf([LIMIT, quarterly], [])).gist).toBe(
      '时限“每季度” 2021-09-30 到期',
    );
  });

  it('tells a clause by its number', () => {
    const numbered = { ...drafted, source: { ...drafted.source, number: '1.' } };
    expect(sentenceOf(entry('task.drafted', numbered)).done).toBe('从《医改方案》（蒙政发〔2021〕3号）第 1 条读入草稿');
  });

  it('does not count a report that was taken back', () => {
    const first = entry('lane.reported', { ...report, percent: 40 });
    const wrong = entry('lane.reported', { ...report, percent: 90 });
    const steps = told([
      first,
      wrong,
      entry('task.withdrawn', { commandId: wrong.commandId, step: 'task.report' }),
      entry('lane.reported', { ...report, percent: 50 }),
    ]);
    expect(steps.at(-1)?.text).toBe('市医保局填报进展：完成 50%，较上次 +10 个百分点');
  });

  it('names who split a task as the one who assigned what it became', () => {
    const parent = { taskId: drafted.importId, number: 'YG-001', place: '01', splitBy: SPLITTER };
    const lanes = [{ unitId: LANE, role: 'lead' }];
    const assigned = { lanes, requirements: '', replyBy: null, on: day, rules: RULES };
    const carriedOut = { ...ENGINE, act: 'task.begin-child' };
    const texts = told([
      entry('task.drafted', { ...drafted, parent }, carriedOut),
      entry('task.assigned', assigned, carriedOut),
      entry('rung.fired', rung('remind'), ENGINE),
    ]).map(({ text }) => text);
    expect(texts).toEqual([
      '周澜从 YG-001 分解出本任务',
      '周澜交办给市医保局',
      '系统提醒：时限“出台实施方案” 2021-09-30 到期',
    ]);
  });

  it('names a child that has ended by its number, or by its title where it has none', () => {
    const childId = '00000000-0000-4000-8000-000000000001';
    const ended = (number: string | null) =>
      told([
        entry(
          'child.ended',
          { childId, ending: 'closed', on: day },
          { children: [{ taskId: childId, number, title: '推进分级诊疗' }] },
        ),
      ]).map(({ done }) => done);
    expect([ended('YG-001-01'), ended(null)]).toEqual([['子任务 YG-001-01 已销号'], ['子任务 “推进分级诊疗” 已销号']]);
  });

  it('says for whom the office wrote a report down, and who told it', () => {
    const onBehalf = { saidBy: '赵科长', how: 'phone', saidOn: '2021-08-31', sheet: [] };
    const { text } = sentenceOf(entry('lane.reported', { ...report, lane: HEALTH, onBehalf }));
    expect(text).toMatch(/^市卫健局（由督查员.+代录，赵科长 2021-08-31 电话告知）填报进展$/u);
  });

  it('says of every step that the office recorded which unit took it, who recorded it and how the unit gave its word', () => {
    const sheet = [{ hash: 'a'.repeat(64), fileName: '退回单.pdf', mediaType: 'application/pdf', size: 10 }];
    const onBehalf = { saidBy: '赵科长', how: 'paper', saidOn: '2021-08-31', sheet };
    const textOf = (type: string, data: Record<string, unknown>) => sentenceOf(entry(type, data)).text;
    const who = /^市卫健局（由督查员.+代录，赵科长 2021-08-31 书面告知，附反馈单 1 份）/u;
    const step = { lane: HEALTH, on: day, onBehalf };
    expect(textOf('lane.accepted', step)).toMatch(new RegExp(`${who.source}签收$`, 'u'));
    expect(textOf('lane.declined', { ...step, reason: '职责不符' })).toMatch(new RegExp(`${who.source}退件$`, 'u'));
    const claim = { selfCheck: '已完成', committed: true, claimed: [], owed: [], evidence: [], acceptance: [] };
    expect(textOf('lane.claimed', { ...step, ...claim })).toMatch(new RegExp(`${who.source}申请销号$`, 'u'));
    const asked = {
      proposalId: '00000000-0000-4000-8000-000000000001',
      act: 'task.extend',
      data: { limitId: 'L1', period: null, due: '2021-12-31', reason: '等待平台' },
      basis: { revision: 3, touches: [], moves: [], late: false },
      decideBy: '2021-09-07',
      grounds: '等待平台',
      onBehalf: { ...onBehalf, unitId: HEALTH },
    };
    expect(textOf('proposal.made', asked)).toMatch(new RegExp(`${who.source}申请将时限延期至 2021-12-31$`, 'u'));
  });

  it('follows what corrections changed', () => {
    const [, , moved, unnamed, renamed] = told([
      entry('task.drafted', drafted),
      entry('task.content-changed', { changes: { limits: [{ limitId: 'L1', what: '印发方案' }] }, reason: '勘误' }),
      entry('limit.moved', move('2021-12-31')),
      entry('limit.added', { limit: { ...LIMIT, limitId: 'L2', what: '', sourceText: '' }, owedBy: [], reason: '' }),
      entry('limit.removed', { limitId: 'L2', reason: '重复' }),
    ]);
    expect(moved?.done).toBe('将时限“印发方案”由 2021-09-30 改为 2021-12-31');
    expect(unnamed?.done).toBe('新增时限 2021-09-30');
    expect(renamed?.done).toBe('删除时限');
  });

  it('says of targets what was and what is, what is new and what goes', () => {
    const target = (indicatorId: string, name: string, value: number) => ({
      indicatorId,
      name,
      op: '>=' as const,
      value,
      max: null,
      unit: '项',
      sourceText: '',
      span: null,
    });
    const before = [target('I1', '互认项目', 60), target('I2', '试点', 3)];
    const after = [target('I1', '检查互认项目', 40), target('I3', '培训', 5)];
    const [, change] = told([
      entry('task.drafted', { ...drafted, content: { ...drafted.content, indicators: before } }),
      entry('task.content-changed', { changes: { indicators: after }, reason: '口径调整' }),
    ]);
    expect(change?.done).toContain(
      '指标“互认项目”更名为“检查互认项目”；指标“检查互认项目”目标由 ≥ 60项 改为 ≥ 40项；指标“培训”目标为 ≥ 5项；删除指标“试点”',
    );
    // Read from the middle of the course, what was before is not known.
    const alone = sentenceOf(
      entry('task.content-changed', { changes: { indicators: after }, reason: '口径调整' }),
      COURSE,
    );
    expect(alone.done).toContain('指标“检查互认项目”目标为 ≥ 40项；指标“培训”目标为 ≥ 5项');
  });

  it('says of a correction of an ended task’s wording what was and what is, as far as they differ', () => {
    const ofRecord = { act: 'task.correct-record' };
    const limits = [{ limitId: 'L1', what: '印发实施方案' }];
    const body = '各县区按季度报送进展';
    const [, first, second] = told([
      entry('task.drafted', drafted),
      entry('task.content-changed', { changes: { title: '完善医保支付方式', body, limits }, reason: '漏字' }, ofRecord),
      entry('task.content-changed', { changes: { body: '' }, reason: '与他项重复' }, ofRecord),
    ]);
    expect([first?.text, first?.quote]).toEqual([
      '市督查室更正文字：标题由“完善医保支付”改为“完善医保支付方式”；正文改为“各县区按季度报送进展”；' +
        '时限内容由“出台实施方案”改为“印发实施方案”',
      '漏字',
    ]);
    expect(second?.done).toBe('更正文字：正文删去');
  });

  it('says what a checker and a closer had before them, in a line of its own', () => {
    const met = ['L1', 'L1', 'L2', 'L3'].map((limitId) => ({
      lane: LANE,
      limitId,
      period: null,
      on: day,
      recordedOn: day,
    }));
    const passed = (saw: object) =>
      sentenceOf(
        entry('check.passed', { level: 1, on: day, conclusion: '材料齐全', acceptance: [], saw: { ...SAW, ...saw } }),
        COURSE,
      ).note;
    expect(passed({})).toBe('核验时所见：截至本任务第 8 条记录，没有已完成的时限，没有佐证材料，内容核对码 aaaaaaaa…');
    expect(passed({ met: met.slice(0, 1), evidence: [HASH] })).toBe(
      '核验时所见：截至本任务第 8 条记录，市医保局时限“出台实施方案”已完成，佐证材料 1 份，内容核对码 aaaaaaaa…',
    );
    expect(passed({ met })).toContain('市医保局时限“出台实施方案”、市医保局时限等 4 项已完成');
    expect(sentenceOf(entry('task.closed', SAMPLES['task.closed'][0])).note).toContain(
      '签批时所见：截至本任务第 8 条记录',
    );
    expect(sentenceOf(entry('lane.accepted', { lane: LANE, on: day })).note).toBe('');
  });

  it('(7) says who was told of a clock by post and name, and how many working days it is late', () => {
    const people = ['李敏', '王强', '赵静', '钱进'].map((name, index) => ({ accountId: `${TOLD}${index}`, name }));
    const held = (count: number) =>
      people
        .slice(0, count)
        .map(({ accountId }) => ({ accountId, postId: accountId.replace('b7', 'b8'), unitId: LANE }));
    const note = (told: readonly object[], more: object = {}) =>
      sentenceOf(entry('rung.fired', { ...rung('urge'), told, ...more }, { ...ENGINE, people })).note;
    expect(
      note(
        [
          { role: 'reporter', unitId: LANE, relation: 'own', people: held(2) },
          { role: 'unit-head', unitId: LANE, relation: 'copy', people: [] },
          { role: 'leader', unitId: LANE, relation: 'copy', people: held(1) },
        ],
        { daysLate: 5 },
      ),
    ).toBe(
      '告知：市医保局填报人李敏、王强；抄送：市医保局单位负责人（无人在岗）、市医保局的分管领导李敏；逾期 5 个工作日',
    );
    const office = { role: 'supervision-clerk', unitId: null, people: held(4) };
    expect(note([{ ...office, relation: 'above' }], { daysLate: 0 })).toBe('上报：督查员李敏、王强、赵静等 4 人');
    expect(note([], { daysLate: 10, joins: LANE })).toBe(
      '逾期 10 个工作日；已有建议待领导决定，并入该建议，不另行提出',
    );
    expect(note([{ ...office, relation: 'own' }], { daysLate: 0, unstaffed: LANE })).toBe(
      '告知：督查员李敏、王强、赵静等 4 人；市医保局没有可登录的人员，请督查部门代为办理',
    );
  });

  it('gives a kind or data that it cannot read its title, and clips long words', () => {
    expect(sentenceOf(entry('lane.accepted', { nonsense: true })).text).toBe('市督查室签收');
    expect(sentenceOf(entry('task.someday', {})).text).toBe('市督查室task.someday');
    const long = sentenceOf(entry('task.voided', { reason: '长'.repeat(100), on: day }));
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
        entry('rung.fired', rung('urge'), at('2021-10-08T00:50:00.000Z')),
        entry('lane.accepted', { lane: LANE, on: day }),
        entry('rung.fired', rung('remind'), at('2021-09-18T00:50:00.000Z')),
        entry('rung.fired', rung('remind'), at('2021-09-26T16:30:00.000Z')),
        entry('lane.reported', report, { recordedAt: '2021-09-27T08:00:00.000Z' }),
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
    const ofDraft = { act: 'task.correct-draft' };
    const other = {
      ...ofDraft,
      actor: { ...entry('task.drafted', {}).actor, accountId: '00000000-0000-4000-8000-0000000000b9' },
    };
    const change = { changes: { title: '题' }, reason: '' };
    const lines = folded(
      told(
        [
          entry('task.content-changed', change, ofDraft),
          entry('task.content-changed', { ...change, changes: { title: '标题' } }, ofDraft),
          entry('task.content-changed', change, other),
          entry('limit.moved', { ...move('2021-12-31'), reason: '' }, other),
        ],
        COURSE,
      ),
    );
    expect(lines.map(({ text }) => text)).toEqual([
      '市督查室调整时限 1 次、修改草稿 1 次，最近一次：将时限“出台实施方案”由 2021-09-30 改为 2021-12-31',
      '市督查室修改草稿 2 次，最近一次：标题由“题”改为“标题”',
    ]);
  });

  it('says which days of decisions and answers other rules have moved', () => {
    const days = { id: '00000000-0000-4000-8000-00000000000e', from: '2022-02-01', to: '2022-02-09' };
    const movedClocks = [
      { kind: 'decide', ...days },
      { kind: 'answer', ...days },
    ];
    expect(sentenceOf(entry('rules.moved', { ...SAMPLES['rules.moved'][0], movedClocks })).note).toBe(
      '申请的审批期限由 2022-02-01 改为 2022-02-09，批示的答复期限由 2022-02-01 改为 2022-02-09',
    );
  });

  it('counts the rungs of a run by what they did', () => {
    const [line] = folded(
      told([entry('rung.fired', rung('due'), ENGINE), entry('rung.fired', rung('urge'), ENGINE)], COURSE),
    );
    expect(line?.text).toBe(
      '系统催办 1 次、到期提醒 1 次，最近一次：催办：时限“出台实施方案” 2021-09-30 到期，尚未完成',
    );
  });

  it('marks all that a command recorded which was taken back, and nothing of the moments beside it', () => {
    const accepted = entry('lane.accepted', { lane: LANE, on: day });
    const moved = entry('limit.moved', move('2021-12-31'), { commandId: accepted.commandId });
    const urged = entry('task.urged', { lanes: [LANE], message: '', on: day });
    const back = entry('task.withdrawn', { commandId: accepted.commandId, step: 'task.accept' });
    const steps = consolidated(told([accepted, moved, urged, back], COURSE));
    expect(steps.map(({ text, undone }) => [text, undone])).toEqual([
      ['市医保局签收', true],
      ['市督查室将时限“出台实施方案”由 2021-09-30 改为 2021-12-31', true],
      ['市督查室催办', false],
      ['市督查室撤回签收', false],
    ]);
  });

  it('has nothing to show for nothing, and says days plainly', () => {
    expect(timelineDays([])).toEqual([]);
    expect(dayHeading('2021-09-01')).toBe('2021年9月1日');
    expect(dayHeading('nonsense')).toBe('nonsense');
  });
});
