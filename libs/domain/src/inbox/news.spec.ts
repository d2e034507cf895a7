import {
  aLimit,
  approved,
  assignedToTwo,
  corrected,
  OF_FINANCE,
  OF_HEALTH,
  openAfter,
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
import { type EntryKind } from '.';

const NAMES = new Map<string | null, string>([
  [UNITS.health, 'health'],
  [UNITS.finance, 'finance'],
  [UNITS.healthDivision, 'division'],
]);

/** Who is told of a kind, by unit: the reporters and the head, or the clerks of the office. */
function toldOf(story: TaskStory, kind: EntryKind): readonly string[] {
  const told = openAfter(story).filter((entry) => entry.kind === kind);
  expect(told.filter(({ waits }) => waits)).toEqual([]);
  return [
    ...new Set(told.map(({ audience: { role, unitId } }) => (unitId === null ? role : (NAMES.get(unitId) ?? role)))),
  ];
}

const dataOf = (story: TaskStory, kind: EntryKind) => openAfter(story).find((entry) => entry.kind === kind)?.data;

const withLimit = (story: TaskStory, owedBy: readonly string[] = []) =>
  corrected(story, { addedLimits: [{ ...aLimit('L9'), owedBy: [...owedBy] }] });

describe('a limit that is added', () => {
  it('is told to whoever owes it: the leads, or the units that it names', () => {
    expect(toldOf(withLimit(taskIn('underway')), 'limit-added')).toEqual(['health']);
    expect(toldOf(withLimit(taskIn('underway'), [UNITS.finance]), 'limit-added')).toEqual(['finance']);
    expect(toldOf(withLimit(withTwoLeads), 'limit-added')).toEqual(['health', 'finance']);
  });

  it('is told with its day and why', () => {
    expect(dataOf(withLimit(taskIn('underway')), 'limit-added')).toMatchObject({
      limit: { due: '2025-09-30', what: '完成阶段任务' },
      reason: '更正',
    });
  });

  it('is told to nobody before the assignment, nor to a unit that has declined', () => {
    expect(toldOf(withLimit(taskIn('hung')), 'limit-added')).toEqual([]);
    const declined = assignedToTwo.after('task.decline', soundBody('task.decline'), OF_HEALTH);
    expect(toldOf(withLimit(declined), 'limit-added')).toEqual(['finance']);
  });

  it('with a return is told by the return', () => {
    const body = { missing: '缺少验收报告', newLimits: [{ what: '补齐材料', due: '2025-04-30' }] };
    const returned = taskIn('closure-requested').after('task.return', body, { by: PEOPLE.verifier });
    expect(toldOf(returned, 'limit-added')).toEqual([]);
  });
});

describe('a limit that is removed', () => {
  const without = (story: TaskStory, limitId = 'L2') => corrected(story, { removedLimits: [limitId] });

  it('is told to whoever owed it, with what it was', () => {
    expect(toldOf(without(taskIn('underway')), 'limit-removed')).toEqual(['health']);
    expect(toldOf(without(withLimit(taskIn('underway'), [UNITS.finance]), 'L9'), 'limit-removed')).toEqual(['finance']);
    expect(dataOf(without(taskIn('underway')), 'limit-removed')).toMatchObject({
      limitId: 'L2',
      limit: { due: '2025-09-30' },
      reason: '更正',
    });
  });

  it('is told to nobody before the assignment', () => {
    expect(toldOf(without(taskIn('hung')), 'limit-removed')).toEqual([]);
  });
});

describe('more time for one unit', () => {
  const extend = soundBody('task.extend');

  it('is told to the other lead that owes the same; the one that asked hears of the decision', () => {
    const granted = approved(withTwoLeads.after('task.extend', extend, OF_HEALTH));
    expect(toldOf(granted, 'date-moved')).toEqual(['finance']);
    expect(toldOf(granted, 'decided')).toEqual(['health']);
  });

  it('is told to nobody where no other unit owes it', () => {
    expect(toldOf(approved(taskIn('underway').after('task.extend', extend, OF_HEALTH)), 'date-moved')).toEqual([]);
  });
});

describe('the end of all children', () => {
  const allEnded = (story: TaskStory) => {
    const split = story.after('task.split', soundBody('task.split'));
    return stateOf(split).children.reduce((told, { taskId }) => {
      const body: TaskInput<'task.note-child'> = { childId: taskId, ending: 'closed', on: told.today };
      return told.after('task.note-child', body, { by: PEOPLE.engine });
    }, split);
  };

  it('is told to the leads', () => {
    expect(toldOf(allEnded(taskIn('underway')), 'children-ended')).toEqual(['health']);
  });

  it('is told to the office where no unit has got the parent', () => {
    expect(toldOf(allEnded(taskIn('hung')), 'children-ended')).toEqual(['supervision-clerk']);
  });
});

describe('a day that a return moves', () => {
  const asked = withTwoLeads
    .after('task.report', { progress: '已完成' }, OF_HEALTH)
    .after('task.report', { progress: '已完成' }, OF_FINANCE)
    .after('task.request-closure', soundBody('task.request-closure'), OF_HEALTH)
    .after('task.request-closure', soundBody('task.request-closure'), OF_FINANCE);
  const back = (to: string[]) =>
    asked.after(
      'task.return',
      { missing: '缺少验收报告', to, reopened: [{ limitId: 'L1', due: '2025-12-31' }] },
      { by: PEOPLE.verifier },
    );

  it('is told to a lead that the return does not go to and that owes the same: the units returned to read it there', () => {
    expect(toldOf(back([UNITS.health]), 'date-moved')).toEqual(['finance']);
    expect(toldOf(back([UNITS.health, UNITS.finance]), 'date-moved')).toEqual([]);
  });
});

describe('units that have declined, or are to come', () => {
  const declined = assignedToTwo.after('task.decline', soundBody('task.decline'), OF_HEALTH);
  const chosen = declined.after('task.confirm', {
    leadUnitIds: [UNITS.finance, UNITS.healthDivision],
    supportUnitIds: [],
    limits: 'confirmed',
  });

  it.each([
    ['one has declined', declined],
    ['another one is chosen in its place', chosen],
  ])('are told no news of the task while %s', (_name, story) => {
    const moved = corrected(story, { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] });
    expect(toldOf(moved, 'date-moved')).toEqual(['finance']);
    expect(toldOf(usually(story, 'task.terminate'), 'ended')).toEqual(['finance']);
  });

  it('read no reports of supporting units: the office does, while it looks for a lead', () => {
    const supported = taskIn('assigned')
      .after('task.accept', {}, OF_FINANCE)
      .after('task.decline', soundBody('task.decline'), OF_HEALTH)
      .after('task.report', { progress: '资金已拨付' }, OF_FINANCE);
    expect(toldOf(supported, 'support-reported')).toEqual(['supervision-clerk']);
  });
});

describe('what the office records in the name of a unit', () => {
  const onBehalf = { unitId: UNITS.health, saidBy: '李敏', how: 'phone', saidOn: '2025-04-10' } as const;
  const assigned = taskIn('assigned').on('2025-04-10');
  const accepted = assigned.after('task.accept-on-behalf', { onBehalf });
  const asking = { limitId: 'L1', due: '2025-08-29', reason: '等待省级系统上线', onBehalf };

  it.each<[string, TaskStory]>([
    ['task.accept-on-behalf', accepted],
    ['task.decline-on-behalf', assigned.after('task.decline-on-behalf', { reason: '职责不在本单位', onBehalf })],
    ['task.report-on-behalf', accepted.after('task.report-on-behalf', { progress: '方案已印发', onBehalf })],
    ['task.extend-on-behalf', accepted.after('task.extend-on-behalf', asking)],
  ])('is told to the unit itself, with whose word it was: %s', (recorded, story) => {
    expect(toldOf(story, 'recorded')).toEqual(['health']);
    expect(
      openAfter(story)
        .filter(({ kind }) => kind === 'recorded')
        .at(-1)?.data,
    ).toMatchObject({
      recorded,
      onBehalf: { saidBy: '李敏', saidOn: '2025-04-10' },
    });
  });

  it('is no news where the unit acted itself', () => {
    const own = assigned.after('task.accept', {}, OF_HEALTH).after('task.report', soundBody('task.report'), OF_HEALTH);
    expect(toldOf(own, 'recorded')).toEqual([]);
  });
});
