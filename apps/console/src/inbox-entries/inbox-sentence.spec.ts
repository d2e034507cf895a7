import { inboxSentence } from './inbox-sentence';

type Entry = Parameters<typeof inboxSentence>[0];
const sentence = (kind: Entry['kind'], data: Record<string, unknown>, role: Entry['role'] = 'reporter'): string =>
  inboxSentence({ kind, data, role, actorName: '周敏', about: null });

describe('what an entry of the inbox tells', () => {
  it.each([
    [
      'accept',
      { requirements: '按季度填报。', replyBy: '2022-03-10' },
      '周敏交办，请签收。按季度填报。签收期限 2022-03-10。',
    ],
    ['accept', { requirements: '', replyBy: null }, '周敏交办，请签收。'],
    ['assign-again', { reason: '不属本单位职责。' }, '周敏退件：不属本单位职责。'],
    ['verify', { selfCheck: '均已落实。' }, '周敏申请销号，自查：均已落实。'],
    ['close', { conclusion: '属实。' }, '周敏核验通过：属实。'],
    ['rectify', { missing: '缺验收报告。' }, '周敏退回整改：缺验收报告。'],
    ['remind', { rung: { kind: 'remind' }, due: '2022-03-31' }, '时限 2022-03-31 将到，请填报进展。'],
    ['remind', { rung: { kind: 'due' }, due: '2022-03-31' }, '时限 2022-03-31 到期，请填报进展。'],
    ['urge', { due: '2022-03-31' }, '时限 2022-03-31 已过，请尽快填报。'],
    ['urge', { message: '请本周报送。' }, '周敏催办：请本周报送。'],
    ['urge', { message: '' }, '周敏催办，请尽快填报。'],
    ['urge-copy', { due: '2022-03-31' }, '时限 2022-03-31 已过，已催办责任单位。'],
    ['escalate', { due: '2022-03-31' }, '时限 2022-03-31 逾期未完成，请督办。'],
    ['decide', { act: 'task.extend', grounds: '系统未上线' }, '周敏申请延期：系统未上线'],
    [
      'decide',
      { act: 'task.extend', grounds: '系统未上线', wanted: { due: '2022-05-31' } },
      '周敏申请延期至 2022-05-31：系统未上线',
    ],
    ['decide', { act: 'task.suspend', grounds: '等待平台' }, '周敏申请缓办：等待平台'],
    [
      'decided',
      { act: 'task.take-measure', wanted: { measures: ['bulletin', 'talk'] }, result: 'refused', reason: '正在协调' },
      '通报、约谈的建议未获同意：正在协调',
    ],
    ['decided', { act: 'task.extend', result: 'approved', reason: '' }, '申请延期已获同意。'],
    ['decided', { act: 'task.extend', result: 'refused', reason: '理由不充分' }, '申请延期未获同意：理由不充分'],
    ['remind', { holder: 'assign', due: '2022-03-31', daysLate: 0 }, '交办期限 2022-03-31 到期，请办理。'],
    [
      'urge',
      { holder: 'check', due: '2022-03-31', daysLate: 1 },
      '核验期限 2022-03-31，已逾期 1 个工作日，请尽快办理。',
    ],
    [
      'escalate',
      { holder: 'reply', due: '2022-03-31', daysLate: 5 },
      '签收期限 2022-03-31，已逾期 5 个工作日，仍未办理。',
    ],
    [
      'remind',
      { holder: 'review', due: '2022-06-30', daysLate: 0 },
      '本任务没有带日期的未完成事项，请于 2022-06-30 前查看，可更正时限或催办。',
    ],
    [
      'target-moved',
      {
        changes: {
          indicators: [
            {
              indicatorId: 'I1',
              name: '签约率',
              op: '>=',
              value: 40,
              max: null,
              unit: '%',
              sourceText: '',
              span: null,
            },
          ],
        },
        reason: '原文如此',
      },
      '指标改为签约率 ≥ 40%：原文如此',
    ],
    [
      'limit-added',
      { limit: { what: '全面推开', due: '2022-09-30', recurrence: null, dueOn: null }, reason: '漏录时限' },
      '新增时限 2022-09-30（全面推开）：漏录时限',
    ],
    [
      'limit-removed',
      { limit: { what: '', due: '2022-09-30', recurrence: null, dueOn: null }, reason: '' },
      '时限 2022-09-30 已取消，不再办理',
    ],
    ['reported', { texts: { problems: '资金未到位。', helpNeeded: '' } }, '周敏填报存在问题：资金未到位。'],
    ['reported', { texts: { problems: '', helpNeeded: '请财政局支持。' } }, '周敏请求协调：请财政局支持。'],
    ['support-reported', { texts: { progress: '数据已提供。' } }, '周敏（配合单位）填报进展：数据已提供。'],
    ['closed', {}, '周敏签批销号。'],
    ['imported', { taskCount: 28 }, '导入完成，共 28 项任务。'],
    ['accept', { step: 'task.accept' }, '周敏撤回“签收”，请继续办理。'],
  ] as const)('%s %j', (kind, data, expected) => expect(sentence(kind, data)).toBe(expected));

  it('asks a leader to decide on measures, with the unit and by how much it is late', () => {
    const unit = { unitId: '1', name: '市卫健局' };
    const asked = (grounds: string, measures: readonly string[]) =>
      inboxSentence({
        kind: 'decide',
        data: { act: 'task.take-measure', grounds, wanted: { measures, lane: '1' } },
        role: 'leader',
        actorName: '系统',
        about: unit,
      });
    expect(asked('已逾期10个工作日，经提醒、催办、上报仍未完成', ['bulletin', 'talk'])).toBe(
      '市卫健局已逾期10个工作日，经提醒、催办、上报仍未完成，请决定是否通报、约谈。',
    );
    expect(asked('第2次逾期上报，本次已逾期5个工作日', ['listed'])).toBe(
      '市卫健局第2次逾期上报，本次已逾期5个工作日，请决定是否挂牌督办。',
    );
  });

  it('names the unit whose answer is late', () => {
    const about = { unitId: '1', name: '市卫健局' };
    const data = { holder: 'reply', due: '2022-03-31', daysLate: 1 };
    expect(inboxSentence({ kind: 'urge-copy', data, role: 'leader', actorName: '系统', about })).toBe(
      '市卫健局签收期限 2022-03-31，已逾期 1 个工作日，仍未办理。',
    );
  });

  it('asks the office to act for a unit in which nobody can', () => {
    const data = { due: '2022-03-31', unstaffed: '1' };
    expect(sentence('urge', data, 'supervision-clerk')).toBe(
      '时限 2022-03-31 已过，请尽快填报。该单位没有可登录的人员，请代为办理。',
    );
    expect(sentence('urge', data, 'leader')).toBe('时限 2022-03-31 已过，请尽快填报。');
  });

  it('asks the office and the leader to supervise a late unit, and its head to report', () => {
    const escalated = (role: Entry['role']) => sentence('escalate', { due: '2022-03-31' }, role);
    expect(escalated('leader')).toBe(escalated('supervision-clerk'));
    expect(escalated('unit-head')).toBe('时限 2022-03-31 逾期未完成，已上报，请尽快填报。');
  });

  it('tells a unit what the office has recorded in its name, and by whose word', () => {
    const data = { recorded: 'task.accept-on-behalf', onBehalf: { saidBy: '李敏', saidOn: '2022-03-31' } };
    expect(sentence('recorded', data)).toBe(
      '周敏代录签收，依据李敏 2022-03-31 的说明。如与实际不符，请与督查部门联系。',
    );
  });

  it('leaves out what an entry does not carry', () => {
    expect(sentence('assign-again', { reason: 7 })).toBe('周敏退件：');
  });
});
