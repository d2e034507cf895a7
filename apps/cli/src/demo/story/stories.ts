import { type Day } from '#domain';
import { SECOND_VERIFIER } from '../content/people';
import { DISTRICTS } from '../content/units';
import { begin, type Ending, finish, work, type Work } from './courses';
import { type TaskScript } from './task-script';

/** How one task goes through the year. */
type Story = (script: TaskScript) => void;

/** Closed, some working days before (or, negative, after) its last limit. */
function closes(early: number, ending: Omit<Ending, 'on'> = {}, manner: Partial<Work> = {}): Story {
  return (script) => {
    const from = begin(script);
    const on = dayAround(script, early);
    work(script, { from, until: script.days.before(on, 1), reach: 0.92, ...manner });
    finish(script, { on, ...ending });
  };
}

/** Under way at the end of the year. */
function goesOn(manner: Partial<Work> = {}): Story {
  return (script) => {
    const from = begin(script);
    work(script, { from, until: script.days.last, reach: 0.85, ...manner });
  };
}

/** Under way at the end, and nothing was heard for so many working days. */
function fallsSilent(since: number, reach: number): Story {
  return (script) => {
    const from = begin(script);
    work(script, { from, until: script.days.workday(-since), reach });
  };
}

function dayAround(script: TaskScript, early: number): Day {
  const { days } = script;
  const due = lastDue(script);
  return early < 0 ? days.after(due, -early) : days.before(due, early);
}

/** Several units lead together; each accepts, reports and asks for closure for itself. */
function leadsWith(unit: string, story: Story): Story {
  return (script) => {
    script.leadsToo(unit);
    story(script);
  };
}

/** The unit asks in time for a later day, gets it, and keeps it. */
function closesLaterThanAsked(script: TaskScript): void {
  const { days } = script;
  const from = begin(script);
  const due = lastDue(script);
  const asked = days.before(due, 7);
  work(script, { from, until: days.before(asked, 1), reach: 0.7 });
  const later = days.after(due, 15);
  script.extend(asked, limitDue(script, due), later, '省级结算接口推迟开放，联调需顺延三周。');
  script.approve(days.after(asked, 2));
  work(script, { from: days.after(asked, 2), until: days.before(later, 4), reach: 0.95 });
  finish(script, { on: days.before(later, 3) });
}

/** The unit asks for a later day, is refused, and closes some days late. */
function closesThoughRefused(script: TaskScript): void {
  const { days } = script;
  const from = begin(script);
  const due = lastDue(script);
  const asked = days.before(due, 9);
  work(script, { from, until: days.before(asked, 1), reach: 0.8 });
  script.extend(asked, limitDue(script, due), days.after(due, 40), '部分岗位报名人数不足，拟补招一轮。');
  script.refuse(days.after(asked, 2), '招录计划年初已定，补招可另行安排，请按原时限办结。');
  finish(script, { on: days.after(due, 4), outcome: 'continuing' });
}

/** Work that stands still over 春节, where the year has one and there is time on both sides of it. */
function worksAroundTheFestival(script: TaskScript, { from, until, reach }: Work): void {
  const { days } = script;
  const { springFestival: festival } = days;
  const stops = festival && days.before(festival.before, 3);
  const goesOnAt = festival && days.after(festival.after, 2);
  if (stops === null || goesOnAt === null || stops <= days.after(from, 12) || goesOnAt >= days.before(until, 12)) {
    work(script, { from, until, reach });
    return;
  }
  work(script, { from, until: days.before(stops, 1), reach: reach / 3 });
  script.suspend(stops, days.after(goesOnAt, 5), '春节前后薪酬集中兑付，暂停测算。', '市政府第35次常务会议');
  script.resume(goesOnAt);
  work(script, { from: goesOnAt, until, reach });
}

function lastDue({ limits, days }: TaskScript): Day {
  const dues = limits.flatMap(({ due }) => due ?? []).sort();
  return dues.at(-1) ?? days.last;
}

function limitDue({ limits }: TaskScript, day: Day): string {
  return limits.find(({ due }) => due === day)?.limitId ?? '';
}

/** Working days of a check that keeps everybody waiting. */
const THREE_WEEKS = 15;

const DUPLICATE = '与第22项“强化药品追溯管理”内容重复，属误列，合并到第22项办理。';
const TWO_CARDS = '上级明确电子健康卡与电子社保卡合并推广，本任务不再单独实施。';

/** The story of each task, in the order of the document. Between them every status and every act occurs. */
export const STORIES: readonly Story[] = [
  goesOn({ reach: 0.95, every: 40 }),
  (script) => {
    const { days } = script;
    const from = begin(script);
    work(script, { from, until: days.workday(-8), reach: 0.95, every: 90, missed: [3, 7] });
    script.suspend(days.workday(-4), days.workday(30), '省级统一平台正在改版，等待上线。', '市政府第38次常务会议');
  },
  (script) => {
    const { days } = script;
    script.settleLimit(days.after(days.first, 1), 'L1', days.after(days.first, 20), '报送监测指标基线');
    closes(4, {}, { every: 12 })(script);
  },
  closes(6, { returned: '合并后的目录缺少数据来源单位一栏，请补充后重新申请。' }, { every: 15 }),
  (script) => {
    const { days } = script;
    const from = begin(script);
    work(script, { from, until: days.workday(-8), reach: 0.95 });
    script.report(days.workday(-4), 1, { filed: true });
    script.requestClosure(days.workday(-3));
  },
  leadsWith('安桥县政府', closes(-9, {}, { reach: 0.9 })),
  (script) => {
    goesOn({ reach: 0.9 })(script);
    script.split(script.days.last, DISTRICTS, '各县（区）', '请结合本地实际制定推进计划，按月报送进展。');
  },
  (script) => {
    const { days } = script;
    const from = begin(script);
    work(script, { from, until: days.before(days.monthEnd(6), 8), reach: 0.6 });
    const due = days.monthEnd(8);
    const moved = days.before(days.monthEnd(6), 5);
    script.moveLimit(moved, 'L1', due, '边远点位线路改造批复推迟，经分管领导同意调整完成时限。');
    work(script, { from: moved, until: days.before(due, 9), reach: 0.95 });
    finish(script, { on: days.before(due, 6) });
  },
  (script) => {
    const { days } = script;
    const from = begin(script);
    work(script, { from, until: days.workday(-40), reach: 0.7 });
    script.report(days.workday(-23), 0.78, { troubled: true });
    const limit = { sourceText: '', what: '报送接口联调赶进度方案', recurrence: null, dueOn: null, span: null };
    const addedLimits = [{ limitId: 'L2', due: days.workday(-3), ...limit }];
    script.correct(days.workday(-18), { addedLimits }, '任务已超期，补充要求报送赶进度方案。');
  },
  fallsSilent(9, 0.8),
  closes(5, { slip: true }),
  closes(3, { returned: '缺少调价后首月费用变化数据，请补充。' }),
  closes(2, {}, { missed: [1] }),
  closesLaterThanAsked,
  fallsSilent(10, 0.85),
  (script) => {
    const { days } = script;
    const from = begin(script);
    work(script, { from, until: days.workday(-14), reach: 0.95 });
    script.report(days.workday(-9), 1, { filed: true });
    script.requestClosure(days.workday(-9));
    script.giveBack(days.workday(-4), '边远乡镇定点机构名单与签约协议不一致，请核对后补充协议复印件。');
  },
  closesThoughRefused,
  closes(3, {}, { every: 10 }),
  (script) => {
    const { days } = script;
    const { first } = days;
    script.confirm(days.after(first, 1));
    script.hang(days.after(first, 2));
    script.assign(days.after(first, 3));
    script.decline(days.after(first, 5), '薪酬总量核定由人社部门负责，建议由市人力资源社会保障局牵头。');
    script.moveTo(days.after(first, 6), '市人力资源社会保障局', '按部门职责调整牵头单位。');
    script.assign(days.after(first, 7), '按调整后的牵头单位办理，市财政局配合测算。');
    script.accept(days.after(first, 9));
    worksAroundTheFestival(script, { from: days.after(first, 9), until: days.workday(-12), reach: 0.95 });
    script.report(days.workday(-7), 1, { filed: true });
    script.requestClosure(days.workday(-7));
    script.verify(days.workday(-2), SECOND_VERIFIER);
  },
  closes(5, { checkTakes: THREE_WEEKS }, { every: 14 }),
  (script) => {
    fallsSilent(20, 0.72)(script);
    const { days } = script;
    script.urge(days.workday(-6), '任务已超期且近一个月没有进展，请本周内填报原因和赶进度安排。');
    script.instruct(days.workday(-5), '请说明结业率偏低的原因，下月底前完成补训，安排报我。');
    script.answer(days.workday(-2), '因两期转岗培训推迟开班，已商定本月加开一期，补训名单和课时已落实到人。');
  },
  (script) => {
    const { days } = script;
    const { first } = days;
    script.confirm(days.after(first, 1));
    script.hang(days.after(first, 2));
    script.assign(days.after(first, 3), '请按上年度要求报送。');
    script.takeBack(days.after(first, 3));
    script.assign(days.after(first, 3));
    const from = days.after(first, 6);
    script.accept(from);
    const on = dayAround(script, 7);
    work(script, { from, until: days.before(on, 1), reach: 0.92 });
    finish(script, { on });
  },
  (script) => {
    const { days } = script;
    const from = begin(script);
    work(script, { from, until: days.workday(-12), reach: 0.95, every: 60 });
    script.report(days.workday(-8), 1, { filed: true });
    script.requestClosure(days.workday(-8));
    script.giveBack(days.workday(-3), '两家医院点评记录未附专家签名，请补齐。', SECOND_VERIFIER);
  },
  (script) => {
    const { days } = script;
    const from = begin(script);
    const reported = days.after(from, 22);
    script.report(reported, 0.15, { troubled: true });
    script.voidIt(days.after(reported, 3), DUPLICATE);
  },
  (script) => {
    const { days } = script;
    script.confirm(days.workday(-16));
    script.hang(days.workday(-15));
    // The unit gives no answer: it is urged, then its head, the leader and the office hear of it.
    script.assign(days.workday(-14), '省级目录已发布，请对照目录启动储备。');
  },
  (script) => {
    const { days } = script;
    const indicators = script.draft.indicators.map((indicator) => ({
      ...indicator,
      name: indicator.name.replace(/^\d+日前/u, ''),
    }));
    script.correctDraft(days.after(days.first, 1), { indicators });
    const from = begin(script);
    work(script, { from, until: days.before(days.monthEnd(5), 3), reach: 0.45 });
    script.report(days.before(days.monthEnd(5), 0), 0.5);
    script.takeBack(days.before(days.monthEnd(5), 0));
    script.report(days.before(days.monthEnd(5), 0), 0.48, { filed: true });
    work(script, { from: days.before(days.monthEnd(5), 0), until: days.workday(-8), reach: 0.8 });
  },
  (script) => {
    const { days } = script;
    script.confirm(days.workday(-9));
    script.hang(days.workday(-8));
    script.assign(days.workday(-6));
    script.decline(days.workday(-2), '本单位只负责数据平台，不具备评价组织职能，建议由市卫生健康委牵头。');
  },
  (script) => {
    const { days } = script;
    const from = begin(script);
    const ended = days.after(days.monthEnd(6), 4);
    work(script, { from, until: days.before(ended, 3), reach: 0.5 });
    script.terminate(ended, TWO_CARDS, '市政府分管领导批示');
  },
  (script) => {
    const { days } = script;
    script.confirm(days.workday(-3));
    script.hang(days.workday(-1));
  },
  () => undefined,
];
