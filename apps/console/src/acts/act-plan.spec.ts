import { DEFAULT_POLICY, type Role, TASK_ACTS, type TaskStatus } from '#domain';
import { ACTS_HERE } from './index';
import { acceptAct } from './accept';
import { aLane } from '../parts/lanes.fixture';
import {
  afterAct,
  beforeAct,
  commandToTakeBack,
  isFinal,
  openerOf,
  type PlannedTask,
  standsAs,
  submitOf,
  wordOf,
} from './act-plan';
import { assignAct } from './assign';
import { closeAct } from './close';
import { confirmAct } from './confirm';
import { correctAct } from './correct';
import { decideProposalAct } from './decide-proposal';
import { actNamed, byReason, isOver, isSought, mainAct, offeredActs } from './offered-acts';
import { reportAct } from './report';
import { requestClosureAct } from './request-closure';
import { resumeAct } from './resume';
import { returnAct } from './return';
import { suspendAct } from './suspend';
import { terminateAct } from './terminate';
import { verifyAct } from './verify';
import { voidAct } from './void';
import { withdrawAct } from './withdraw';

const task = {
  leadUnits: [
    { unitId: '1', name: '市医保局' },
    { unitId: '2', name: '市卫健局' },
  ],
  supportUnits: [],
  lanes: [aLane('1', '市医保局'), aLane('2', '市卫健局')],
  withdrawable: { step: 'task.accept', commandId: '9' },
  taskNumber: null,
  closingNumber: null,
  proposals: [],
  policy: {
    clocks: DEFAULT_POLICY.clocks,
    closing: { owed: 'named' as const, targets: 'shown' as const },
    evidence: [],
    secondPerson: ['task.void' as const, 'task.correct' as const, 'task.suspend' as const],
  },
};
const OWN = new Set(['1']);
const act = (operation: string, open: boolean) => ({
  operation,
  word: '',
  permitted: true,
  open,
  reason: open ? null : `${operation}不可`,
  notBefore: null,
});

describe('the list of acts', () => {
  it('has every act that people may take, and only those', () => {
    const acts = Object.values(TASK_ACTS).flatMap(({ type, offered }) => (offered === 'never' ? [] : [type]));
    expect(ACTS_HERE.map(({ operation }) => operation).sort()).toEqual(acts.sort());
    expect(actNamed('task.fire-rung')).toBeNull();
    expect(actNamed('toString')).toBeNull();
  });

  it('has no two acts that tell the same event', () => {
    const types = ACTS_HERE.flatMap(({ sentences = {} }) => Object.keys(sentences));
    expect(new Set(types).size).toBe(types.length);
  });
});

describe('an act that is over', () => {
  it('is one of an earlier status, not one to come, and none of a task that has ended', () => {
    expect(isOver(confirmAct, { status: 'underway' })).toBe(true);
    expect(isOver(closeAct, { status: 'underway' })).toBe(false);
    expect(isOver(reportAct, { status: 'closure-requested' })).toBe(false);
    expect(isOver(confirmAct, { status: 'voided' })).toBe(false);
  });
});

describe('an act that is not open', () => {
  const sought = (status: TaskStatus, acts = ACTS_HERE, proposals: readonly { proposalId: string }[] = []) =>
    acts
      .map((each) => ({ act: each, reason: '', permitted: true }))
      .filter((closed) => isSought(closed, { status, proposals }))
      .map(({ act: each }) => each.operation);
  const offeredTo = (role: Role) =>
    ACTS_HERE.filter(({ operation }) => TASK_ACTS[operation].grants.some(([each]) => each === role));

  it('of a draft and before the assignment is listed to the clerk where it is near, not everything that is to come', () => {
    const ofDraft = ['task.confirm', 'task.hang', 'task.assign', 'task.void'];
    expect(sought('draft', offeredTo('supervision-clerk'))).toEqual(expect.arrayContaining(ofDraft));
    expect(sought('draft', offeredTo('supervision-clerk'))).toHaveLength(ofDraft.length);
    expect(sought('hung', offeredTo('supervision-clerk'))).not.toContain('task.suspend');
    expect(sought('assigned', offeredTo('supervision-clerk'))).not.toContain('task.correct-record');
    expect(sought('hung', offeredTo('supervision-clerk')).filter((each) => each.endsWith('on-behalf'))).toEqual([]);
  });

  it('is listed while a unit has not accepted, where its people look for it', () => {
    expect(sought('assigned', offeredTo('reporter'))).toEqual(
      expect.arrayContaining(['task.report', 'task.extend', 'task.withdraw']),
    );
    expect(sought('assigned', offeredTo('unit-head'))).toContain('task.request-closure');
  });

  it('is not listed where it answers what nobody asked; a decision is where something waits for one', () => {
    const answers = ['task.answer-instruction', 'task.note-read', 'task.recall-proposal', 'task.decide-proposal'];
    for (const status of ['draft', 'assigned', 'underway', 'closure-requested'] as const) {
      expect(sought(status).filter((each) => answers.includes(each))).toEqual([]);
    }
    expect(sought('underway', ACTS_HERE, [{ proposalId: '1' }])).toContain('task.decide-proposal');
  });

  it('is listed wherever it is somebody else’s, with whose it is', () => {
    expect(isSought({ act: suspendAct, reason: '', permitted: false }, { status: 'draft', proposals: [] })).toBe(true);
  });
});

describe('the plan of an act', () => {
  it('says who will be told, and what is true afterwards', () => {
    expect(beforeAct(returnAct, task, OWN)).toContain(
      '将退回所选单位（市医保局、市卫健局），并通知其填报人和单位负责人',
    );
    expect(afterAct(assignAct, task, OWN, [])).toBe('已交办给市医保局、市卫健局，等待签收');
    expect(afterAct(assignAct, { ...task, leadUnits: [] }, OWN, [])).toContain('牵头单位');
  });

  it('says of two leads for which one the task still waits, and of the last one what follows', () => {
    const accepted = { answer: 'accepted' as const };
    const one = { ...task, lanes: [aLane('1', '市医保局'), aLane('2', '市卫健局', accepted)] };
    expect(beforeAct(acceptAct, task, OWN)).toBe('签收后本单位即可填报，市卫健局也签收后，任务进入办理中。');
    expect(afterAct(acceptAct, task, OWN, [])).toBe('已签收，等待市卫健局签收');
    expect(afterAct(acceptAct, one, OWN, [])).toBe('已签收，由市医保局、市卫健局办理');
    const both = { ...task, lanes: [aLane('1', '市医保局', accepted), aLane('2', '市卫健局', accepted)] };
    expect(beforeAct(requestClosureAct, both, OWN)).toContain('市卫健局也申请销号后，一并提交核验');
    expect(afterAct(requestClosureAct, both, OWN, [])).toBe('已申请销号，等待市卫健局申请销号');
    const asked = { ...accepted, claimedOn: '2021-09-01' };
    const last = { ...task, lanes: [aLane('1', '市医保局', accepted), aLane('2', '市卫健局', asked)] };
    expect(afterAct(requestClosureAct, last, OWN, [])).toBe('已申请销号，等待核验');
  });

  it('tells a supporting unit of its own part, whatever the leads have done', () => {
    const support = aLane('3', '市财政局', { role: 'support' });
    const supported = {
      ...task,
      supportUnits: [{ unitId: '3', name: '市财政局' }],
      lanes: [...task.lanes, support],
    };
    const asSupport = new Set(['3']);
    expect(beforeAct(assignAct, supported, OWN)).toContain('将交办给市医保局、市卫健局，由市财政局配合，通知各单位');
    expect(beforeAct(acceptAct, supported, asSupport)).toBe(
      '本单位负责配合市医保局、市卫健局，签收后即可填报配合部分的进展。',
    );
    expect(afterAct(acceptAct, supported, asSupport, [])).toBe('已签收，配合市医保局、市卫健局办理');
    expect(beforeAct(reportAct, supported, asSupport)).toContain('本单位负责配合。进展记在本单位名下');
    expect(afterAct(requestClosureAct, supported, asSupport, [])).toBe('已申请销号，由市医保局、市卫健局提交核验');
    expect(beforeAct(acceptAct, supported, OWN)).toContain('签收后本单位即可填报');
  });

  it('waits for the second lead of a person who stands for both in practice', () => {
    expect(afterAct(acceptAct, task, new Set(['1', '2']), [])).toBe('已签收，等待市卫健局签收');
  });

  it('does not say that something is done which waits for another person', () => {
    expect(afterAct(voidAct, task, OWN, ['task.voided'])).toBe('任务已作废');
    expect(afterAct(voidAct, task, OWN, ['proposal.made'])).toBe('已申请作废，等待其他人员审批');
    expect(afterAct(correctAct, task, OWN, ['proposal.made'])).toBe('已申请更正，等待其他人员审批');
  });

  it('asks for what the rules have a second person decide, and does at once what they leave to one', () => {
    expect(submitOf(suspendAct, task)).toBe('申请缓办');
    expect(beforeAct(suspendAct, task, OWN)).toContain('由其他督查员或分管领导审批');
    expect(beforeAct(correctAct, task, OWN)).toContain('须由其他督查员或分管领导审批');
    const left = { ...task, policy: { ...task.policy, secondPerson: ['task.void' as const] } };
    expect(submitOf(suspendAct, left)).toBe('缓办');
    expect(beforeAct(suspendAct, left, OWN)).toContain('不需审批');
    expect(beforeAct(suspendAct, left, OWN)).not.toContain('由其他督查员');
    expect(beforeAct(correctAct, left, OWN)).toContain('写明由您一人更正');
    expect(afterAct(suspendAct, left, OWN, ['task.suspended'])).toBe('任务已缓办');
    expect(afterAct(suspendAct, task, OWN, ['proposal.made'])).toBe('已申请缓办，等待其他人员审批');
    // Of an act that takes no second person there is nothing to leave.
    expect(submitOf(voidAct, left)).toBe(submitOf(voidAct, task));
  });

  it('does not promise to hang what is hung, and names the closing number once it is known', () => {
    expect(beforeAct(confirmAct, task, OWN)).toBe('确认后可以挂账和交办，不通知任何单位。');
    expect(beforeAct(confirmAct, { ...task, taskNumber: 'YG-001' }, OWN)).toBe('确认后可以交办，不通知任何单位。');
    expect(afterAct(closeAct, task, OWN, [])).toBe('已签批销号');
    expect(afterAct(closeAct, { ...task, closingNumber: '医改销〔2021〕1号' }, OWN, [])).toBe(
      '已签批销号，文号 医改销〔2021〕1号',
    );
  });

  it('calls the step that is taken back by its word, and by none that it does not know', () => {
    expect(beforeAct(withdrawAct, task, OWN)).toContain('“签收”');
    expect(beforeAct(withdrawAct, { ...task, withdrawable: null }, OWN)).toContain('“步骤”');
  });

  it('names an applicant only where there is one: what the ladder proposes nobody has applied for', () => {
    const by = (unitId: string) => ({ name: '', unit: { unitId, name: '' } });
    const ofUnit = { by: by('1'), measures: null, barred: null };
    const ofOffice = { by: by('office'), measures: null, barred: null };
    const ofLadder = { by: by('office'), measures: { unit: { unitId: '1', name: '' }, offered: [] }, barred: null };
    const told = (...proposals: PlannedTask['proposals']) => [
      beforeAct(decideProposalAct, { ...task, proposals }, OWN),
      afterAct(decideProposalAct, { ...task, proposals }, OWN, []),
    ];
    expect(told(ofUnit).every((text) => text.includes('通知申请单位'))).toBe(true);
    expect(told(ofOffice).every((text) => text.includes('通知督查部门'))).toBe(true);
    expect(told(ofLadder).join('')).not.toContain('申请');
    expect(told(ofLadder, ofUnit)[1]).toContain('提出该事项的一方');
    // What somebody else has to decide is not told about.
    expect(told(ofUnit, { ...ofLadder, barred: '由主要领导审批' })[1]).toContain('申请单位');
  });

  it('opens for what it is for: after a decline, other units are looked for', () => {
    expect(openerOf(confirmAct, { lanes: [] })).toBe('确认');
    const declined = { lanes: [{ answer: 'accepted' as const }, { answer: 'declined' as const }] };
    expect(openerOf(confirmAct, declined)).toBe('调整单位');
    // A supporting unit that declines is replaced by a correction, whose form was called 更正 alone.
    expect(openerOf(correctAct, declined)).toBe('调整单位或更正');
    expect(openerOf(correctAct, { lanes: [{ answer: 'accepted' }] })).toBe('更正');
  });

  it('has the word of the table, and is final where the table says so', () => {
    expect(wordOf(closeAct)).toBe('销号');
    expect([terminateAct, voidAct, returnAct].map(isFinal)).toEqual([true, true, false]);
  });

  it('offers to take back the very command that it was, and no other', () => {
    const accepted = { withdrawable: { step: 'task.accept', commandId: '9' } };
    const reported = { withdrawable: { step: 'task.report', commandId: '10' } };
    expect(commandToTakeBack(reportAct, accepted, reported)).toBe('10');
    // Not read since, gone on with by somebody else, or another act of one's own that came after it.
    expect(commandToTakeBack(reportAct, reported, reported)).toBeNull();
    expect(commandToTakeBack(reportAct, accepted, { withdrawable: null })).toBeNull();
    expect(commandToTakeBack(acceptAct, { withdrawable: null }, reported)).toBeNull();
  });

  it('is told until somebody acts on the task again', () => {
    const said = { status: 'underway' as const, withdrawable: null, proposals: [] };
    expect(standsAs({ ...said })).toBe(standsAs(said));
    expect(standsAs({ ...said, status: 'closure-requested' })).not.toBe(standsAs(said));
    expect(standsAs({ ...said, withdrawable: { step: 'task.report', commandId: '10' } })).not.toBe(standsAs(said));
  });

  it('offers what leads on first, and what is not open with its reason', () => {
    const acts = ['task.void', 'task.withdraw', 'task.report', 'task.mystery'].map((each) => act(each, true));
    const offered = offeredActs({ acts: [...acts, act('task.accept', false)] });
    expect(offered.open).toEqual([reportAct, withdrawAct, voidAct]);
    expect(offered.closed).toEqual([{ act: acceptAct, reason: 'task.accept不可', permitted: true }]);
    expect(mainAct({ acts, limitsConfirmed: 'confirmed', lanes: [] }, OWN)).toBe(reportAct);
    for (const side of ['task.void', 'task.return', 'task.report-on-behalf']) {
      expect(mainAct({ acts: [act(side, true)], limitsConfirmed: 'confirmed', lanes: [] }, OWN)).toBeNull();
    }
  });

  it('wants a draft confirmed before it is hung, and not twice', () => {
    const acts = ['task.hang', 'task.confirm', 'task.void'].map((each) => act(each, true));
    expect(mainAct({ acts, limitsConfirmed: null, lanes: [] }, OWN)?.operation).toBe('task.confirm');
    expect(mainAct({ acts, limitsConfirmed: 'confirmed', lanes: [] }, OWN)?.operation).toBe('task.hang');
  });

  it('offers to resume a suspended task, but not first: it goes on by itself', () => {
    const acts = ['task.resume', 'task.void'].map((each) => act(each, true));
    expect(offeredActs({ acts }).open).toContain(resumeAct);
    expect(mainAct({ acts, limitsConfirmed: 'confirmed', lanes: [] }, OWN)).toBeNull();
  });

  it('offers both conclusions of a check by one button, and a return by itself where nothing else can be concluded', () => {
    const both = offeredActs({ acts: [act('task.verify', true), act('task.return', true)] });
    expect(both.open).toEqual([verifyAct]);
    expect(openerOf(verifyAct, { lanes: [] })).toBe('核验');
    const closing = offeredActs({ acts: [act('task.close', true), act('task.return', true)] });
    expect(closing.open).toEqual([closeAct]);
    const sendsBack = offeredActs({ acts: [act('task.verify', false), act('task.return', true)] });
    expect(sendsBack.open).toEqual([returnAct]);
    expect(sendsBack.closed.map(({ act: each }) => each)).toEqual([verifyAct]);
  });

  it('offers to ask for closure first once a unit has done everything, and nothing to who may not', () => {
    const lastReport = { on: '2021-09-01', progress: '完成', problems: '', percent: 100 };
    const done = {
      limitsConfirmed: null,
      lanes: [aLane('1', '市医保局', { answer: 'accepted' as const, lastReport })],
    };
    const report = act('task.report', true);
    expect(mainAct({ ...done, acts: [report, act('task.request-closure', true)] }, OWN)).toBe(requestClosureAct);
    expect(mainAct({ ...done, acts: [report, act('task.request-closure', false)] }, OWN)).toBeNull();
  });

  it('tells the same reason once for all acts that are closed for it', () => {
    const closed = [
      { act: reportAct, reason: '缓办中' },
      { act: closeAct, reason: '未核验' },
      { act: returnAct, reason: '缓办中' },
    ];
    expect(byReason(closed)).toEqual([
      { reason: '缓办中', acts: [reportAct, returnAct] },
      { reason: '未核验', acts: [closeAct] },
    ]);
  });
});
