import {
  assignedToTwo,
  circumstancesOf,
  EVIDENCE,
  OF_FINANCE,
  OF_HEALTH,
  PEOPLE,
  soundBody,
  stateOf,
  taskIn,
  type TaskInput,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../testing';
import { DEFAULT_POLICY, laneOf, type Policy, TASK_ACTS } from '..';
import { whyNotNow } from './admit';
import { askingOf } from './task-act';

const POLICY = { evidence: ['验收报告', '拨付凭证'] } satisfies Partial<Policy>;
const REQUEST = soundBody('task.request-closure');
type Person = typeof OF_HEALTH;
const shows = (story: TaskStory, kinds: readonly (string | undefined)[], who: Person = OF_HEALTH) =>
  story.when('task.report', { progress: '已完成', evidence: kinds.map(fileOf) }, { ...who, policy: POLICY });
const fileOf = (
  kind: string | undefined,
  index: number,
): NonNullable<TaskInput<'task.report'>['evidence']>[number] => ({
  ...EVIDENCE,
  fileName: `佐证${index}.pdf`,
  ...(kind === undefined ? {} : { kind }),
});
const ask = (story: TaskStory, by = PEOPLE.unitHead) =>
  story.when('task.request-closure', REQUEST, { by, policy: POLICY });
const accepted = usually(taskIn('assigned'), 'task.accept');

describe('the kinds of evidence of the rules (必备佐证)', () => {
  it('refuse a request for closure, and say so beforehand, until a file of each is shown', () => {
    const some = shows(accepted, ['验收报告', undefined]).next;
    ask(some).then('TASK.EVIDENCE_MISSING');
    const asking = {
      ...askingOf(circumstancesOf(PEOPLE.unitHead)),
      policy: { ...DEFAULT_POLICY, ...POLICY },
    };
    const said = whyNotNow(TASK_ACTS['task.request-closure'], stateOf(some), asking)?.message ?? '';
    expect(said).toContain('“拨付凭证”');
    expect(said).not.toContain('“验收报告”');
    ask(shows(some, ['拨付凭证']).next).then(['lane.claimed']);
  });

  it('count over the whole round: a return does not ask for the same files again', () => {
    const asked = ask(shows(accepted, ['验收报告', '拨付凭证']).next).next;
    const returned = asked.after('task.return', soundBody('task.return'), { by: PEOPLE.verifier });
    ask(shows(returned, []).next).then(['lane.claimed']);
  });

  it('count no more once the report that showed them is taken back', () => {
    const shown = shows(shows(accepted, ['验收报告']).next, ['拨付凭证']).next;
    const back = shown.after('task.withdraw', {}, OF_HEALTH);
    expect(laneOf(stateOf(back), UNITS.health)?.shown).toEqual(['验收报告']);
    ask(back).then('TASK.EVIDENCE_MISSING');
  });

  it('are each lead’s own, and asked of no supporting unit', () => {
    const one = shows(shows(withTwoLeads, ['验收报告', '拨付凭证']).next, [], OF_FINANCE).next;
    ask(one, PEOPLE.reporter).then(['lane.claimed']);
    ask(one, PEOPLE.supportReporter).then('TASK.EVIDENCE_MISSING');
    const supported = taskIn('underway').after('task.report', { progress: '已配合' }, OF_FINANCE);
    ask(supported, PEOPLE.supportReporter).then(['lane.claimed']);
  });

  it('are the only ones that a file may be of; a file may be of none', () => {
    shows(accepted, ['现场照片']).then('EVIDENCE.KIND_UNKNOWN');
    shows(accepted, [undefined]).then(['lane.reported']);
    accepted
      .when('task.report', { progress: '已完成', evidence: [fileOf('验收报告', 0)] }, OF_HEALTH)
      .then('EVIDENCE.KIND_UNKNOWN');
  });

  it('are asked in the same way of a unit for which the office records', () => {
    const onBehalf = { ...soundBody('task.report-on-behalf').onBehalf, unitId: UNITS.health };
    const told = (evidence: TaskInput<'task.report'>['evidence']) =>
      assignedToTwo.after('task.report-on-behalf', { progress: '已完成', evidence, onBehalf }, { policy: POLICY });
    const request = (story: TaskStory) =>
      story.when('task.request-closure-on-behalf', { ...REQUEST, onBehalf }, { policy: POLICY });
    request(told([fileOf('验收报告', 0)])).then('TASK.EVIDENCE_MISSING');
    request(told([fileOf('验收报告', 0), fileOf('拨付凭证', 1)])).then(['lane.claimed']);
    const sheet = [{ ...fileOf('验收报告', 0) }];
    assignedToTwo
      .when('task.report-on-behalf', { progress: '已完成', onBehalf: { ...onBehalf, sheet } }, { policy: POLICY })
      .thenInvalid('onBehalf.sheet.0');
  });

  it('are asked by the rules that the task follows now: what moves asks anew', () => {
    const shown = shows(accepted, ['验收报告', '拨付凭证']).next;
    shown
      .when('task.request-closure', REQUEST, { by: PEOPLE.unitHead, policy: { evidence: ['群众回访'] } })
      .then('TASK.EVIDENCE_MISSING');
    shown.when('task.request-closure', REQUEST, { by: PEOPLE.unitHead, policy: {} }).then(['lane.claimed']);
  });
});
