import { DEFAULT_POLICY, type PolicyContent } from '#domain';
import { differences } from './rule-differences';
import { contentOf, draftOf, type RungDraft } from './rule-draft';

const { version: _version, ...CONTENT } = DEFAULT_POLICY;

/** The content with other rungs for what units owe. */
function withLimits(change: (rungs: readonly RungDraft[]) => readonly RungDraft[]): PolicyContent {
  const draft = draftOf(CONTENT);
  const { limits } = draft.ladders;
  return contentOf({ ...draft, ladders: { ...draft.ladders, limits: { ...limits, rungs: change(limits.rungs) } } });
}

describe('what differs between two versions of the rules', () => {
  it('is nothing between a version and itself, in whatever order its rungs stand', () => {
    expect(differences(CONTENT, CONTENT)).toEqual([]);
    expect(
      differences(
        CONTENT,
        withLimits((rungs) => [...rungs].reverse()),
      ),
    ).toEqual([]);
  });

  it('names the day of a rung before and after', () => {
    const after = withLimits((rungs) => rungs.map((rung) => (rung.kind === 'urge' ? { ...rung, days: 2 } : rung)));
    expect(differences(CONTENT, after)).toEqual(['责任单位的时限：催办：第 1 个工作日 → 第 2 个工作日']);
  });

  it('names other hours and other people of a rung that keeps its day', () => {
    const after = withLimits((rungs) =>
      rungs.map((rung) => (rung.kind === 'urge' ? { ...rung, at: '14:00', told: ['handler', 'office'] } : rung)),
    );
    expect(differences(CONTENT, after)).toEqual([
      '责任单位的时限：催办（第 1 个工作日）的时刻：08:50 → 14:00',
      '责任单位的时限：催办（第 1 个工作日）的通知对象：经办人、单位负责人、分管领导 → 经办人、督查部门',
    ]);
  });

  it('names rungs that are added and removed, and takes none of them for another', () => {
    const after = withLimits((rungs) => [
      ...rungs.filter(({ days, kind }) => kind !== 'remind' || days !== 7),
      { kind: 'urge', days: 3, at: '08:50', told: ['handler'] },
    ]);
    expect(differences(CONTENT, after)).toEqual([
      '责任单位的时限：删除 提前提醒（到期前第 7 个工作日 08:50，通知经办人）',
      '责任单位的时限：增加 催办（第 3 个工作日 08:50，通知经办人）',
    ]);
  });

  it('names clocks, lists, conditions, who decides and the level', () => {
    const after: PolicyContent = {
      ...CONTENT,
      clocks: { ...CONTENT.clocks, check: 5, reviewMonths: 6 },
      listing: { task: 3, unit: 4 },
      acceptance: ['措施全部完成'],
      evidence: ['整改报告'],
      closing: { owed: 'refused', targets: 'met' },
      secondPerson: ['task.void', 'task.terminate', 'task.correct', 'task.extend'],
      protectionLevel: 3,
    };
    expect(differences(CONTENT, after)).toEqual([
      '核验：10 个工作日 → 5 个工作日',
      '无时限任务的查看间隔（月）：3 个月 → 6 个月',
      '同一任务逾期上报几次后建议：2 次 → 3 次',
      '同一单位连续逾期上报几次后建议：3 次 → 4 次',
      '验收标准：增加 “措施全部完成”',
      '必备佐证：增加 “整改报告”',
      '尚未完成的时限：写明理由后可以销号 → 不能销号',
      '未达标的指标：提示销号人 → 达标才能按完成销号',
      '两人办理的事项：删除 “缓办”',
      '等级保护级别：二级 → 三级',
    ]);
  });

  it('names notices that begin, and no level for the rules of a ledger', () => {
    const { ladders } = CONTENT;
    const notices = { from: 10, every: 5, at: '08:50', told: ['leader' as const] };
    const after = {
      ...CONTENT,
      ladders: { ...ladders, holders: { ...ladders.holders, notices } },
      protectionLevel: null,
    };
    expect(differences(CONTENT, after)).toEqual([
      '督查、核验、销号、审批：重复提醒：第 10 个工作日起每 5 个工作日 08:50，通知单位负责人、分管领导 → 第 10 个工作日起每 5 个工作日 08:50，通知分管领导',
    ]);
  });
});
