import {
  aLimit,
  draftTask,
  NO_FACTS,
  noTask,
  OF_HEALTH,
  passedTo,
  PEOPLE,
  plannedTimers,
  SAMPLE_CALENDAR,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
} from '../../../testing';
import { calendarYearOf, compileCalendar, type WorkCalendar } from '../../calendar';
import { type LadderRung } from '../../ladder';
import { DEFAULT_POLICY, type Policy } from '../../policy';
import { holdersOf } from '../holders';
import { hardestRungOfToday } from '../moved-rules';
import { openRungs } from '../rungs';

const calendar = compileCalendar(SAMPLE_CALENDAR);
const by = PEOPLE.engine;

/** The default policy with other rungs for what units owe. */
function policyOf(...rungs: LadderRung[]): Policy {
  const { ladders } = DEFAULT_POLICY;
  return { ...DEFAULT_POLICY, version: 'office-2', ladders: { ...ladders, limits: { rungs, notices: null } } };
}
const rung = (rungId: string, kind: LadderRung['kind'], offsetWorkingDays: number): LadderRung => ({
  rungId,
  kind,
  offsetWorkingDays,
  at: '08:50',
  told: kind === 'propose' ? ['leader'] : ['handler'],
});

function moved(story: TaskStory, policy: Policy, to: WorkCalendar = SAMPLE_CALENDAR): ReturnType<TaskStory['when']> {
  const rules = { policy: policy.version, calendar: to.version };
  const facts = { rules: { policy, calendar: compileCalendar(to) } };
  return story.when('task.move-rules', { rules, reason: '年度调整' }, { by, facts });
}
const rungsAfter = (story: TaskStory, policy: Policy) =>
  openRungs(stateOf(story), { policy, calendar })
    .filter(({ limitId }) => limitId === 'L1')
    .map(({ rungId }) => rungId);

/** The sample task is due on 2025-06-30. */
const lateBy = (day: string) => passedTo(taskIn('underway'), day);

describe('an open task that goes on under other rules', () => {
  it('records the versions and the reason, and is planned by them', () => {
    const outcome = moved(taskIn('underway'), policyOf(rung('early', 'remind', -20), rung('due', 'due', 0)));
    const rules = { policy: 'office-2', calendar: SAMPLE_CALENDAR.version };
    outcome.then([{ type: 'rules.moved', data: { rules, reason: '年度调整', passed: [], movedClocks: [] } }]);
    expect(outcome.state?.rules).toEqual(rules);
    expect(rungsAfter(outcome.next, policyOf(rung('early', 'remind', -20)))).toContain('early');
  });

  it('stays as it is where it follows them already, or where nobody knows them', () => {
    const { state } = taskIn('underway');
    const rules = state?.rules ?? { policy: '', calendar: '' };
    taskIn('underway').when('task.move-rules', { rules, reason: '' }, { by }).then([]);
    taskIn('underway')
      .when(
        'task.move-rules',
        { rules: { ...rules, policy: 'lost-9' }, reason: '' },
        { by, facts: { ...NO_FACTS, rules: null } },
      )
      .then('RULES.UNKNOWN');
  });

  it('is not reminded again of what was told by the old ladder, under whatever name', () => {
    // Due on Monday 2025-06-30, urged on Tuesday.
    const urged = lateBy('2025-07-02');
    expect(stateOf(urged).fired.some((key) => key.includes('urge-1'))).toBe(true);
    const milder = policyOf(rung('on-the-day', 'due', 0), rung('call-1', 'urge', 1), rung('up-8', 'escalate', 8));
    const outcome = moved(urged, milder);
    expect(rungsAfter(outcome.next, milder)).toEqual(['up-8']);
  });

  it('is escalated at once where the new ladder would have done so by now, and only once', () => {
    const urged = lateBy('2025-07-04');
    const harder = policyOf(rung('due', 'due', 0), rung('call-1', 'urge', 1), rung('up-2', 'escalate', 2));
    const before = { policy: DEFAULT_POLICY, calendar };
    const now = '2025-07-04T02:00:00.000Z';
    expect(hardestRungOfToday(stateOf(urged), before, { policy: harder, calendar }, now)).toBe('escalate');
    const outcome = moved(urged, harder);
    expect(rungsAfter(outcome.next, harder)).toEqual(['up-2']);
    expect(hardestRungOfToday(stateOf(urged), before, before, now)).toBeNull();
  });

  it('is not touched after its end', () => {
    const rules = { policy: 'office-2', calendar: SAMPLE_CALENDAR.version };
    taskIn('closed').when('task.move-rules', { rules, reason: '' }, { by }).then('TASK.STEP_NOT_OPEN');
  });
});

describe('a calendar that is published later', () => {
  /** 2025-06-16 to 06-20 are off: a week of five working days. */
  const LATER: WorkCalendar = {
    ...SAMPLE_CALENDAR,
    version: 'later-2025',
    years: {
      '2025': calendarYearOf(
        2025,
        ['16', '17', '18', '19', '20'].map((day) => `2025-06-${day}`),
        [],
      ),
    },
  };
  const counted = (countedIn: 'working-day' | 'calendar-day' | null, due: string) =>
    noTask
      .after('task.draft', draftTask({ limits: [aLimit('L1', { due, ...(countedIn ? { countedIn } : {}) })] }), { by })
      .after('task.confirm', soundBody('task.confirm'))
      .after('task.hang', soundBody('task.hang'))
      .after('task.assign', soundBody('task.assign'));
  it('moves what waits for a decision, an answer, a reply or a check, by the days that it lost, and names no day that somebody named', () => {
    const underway = taskIn('underway').on('2025-06-13');
    const asked = underway
      .after('task.extend', { limitId: 'L1', due: '2025-08-29', reason: '等待' }, OF_HEALTH)
      .after('task.instruct', { text: '请说明' }, { by: PEOPLE.leader })
      .after('task.instruct', { text: '请附材料', answerBy: '2025-06-20' }, { by: PEOPLE.leader });
    const outcome = moved(asked, DEFAULT_POLICY, LATER);
    const { proposals, instructions } = stateOf(asked);
    const week = { from: '2025-06-20', to: '2025-06-27' };
    outcome.then([
      {
        type: 'rules.moved',
        data: {
          reason: '年度调整',
          movedClocks: [
            { kind: 'decide', id: proposals[0]?.proposalId, ...week },
            { kind: 'answer', id: instructions[0]?.instructionId, ...week },
          ],
        },
      },
    ]);
    expect(outcome.state?.proposals.map(({ decideBy }) => decideBy)).toEqual(['2025-06-27']);
    expect(outcome.state?.instructions.map(({ answerBy }) => answerBy)).toEqual(['2025-06-27', '2025-06-20']);
    // The same clocks as those by which people are urged.
    const rules = { policy: DEFAULT_POLICY, calendar: compileCalendar(LATER) };
    const dueOf = (story: TaskStory, kind: string) =>
      holdersOf(stateOf(moved(story, DEFAULT_POLICY, LATER).next), rules).find((holder) => holder.kind === kind)?.due;
    expect(dueOf(asked, 'decide')).toBe('2025-06-27');
    expect(dueOf(asked, 'answer')).toBe('2025-06-27');
    const onFriday = (status: 'assigned' | 'closure-requested') =>
      dueOf(taskIn(status, noTask.on('2025-06-13')), status === 'assigned' ? 'reply' : 'check');
    expect([onFriday('assigned'), onFriday('closure-requested')]).toEqual(['2025-06-25', '2025-07-04']);
  });

  it('leaves the day of an answer that is over', () => {
    const asked = taskIn('underway').on('2025-06-02').after('task.instruct', { text: '请说明' }, { by: PEOPLE.leader });
    const outcome = moved(asked.on('2025-06-13'), DEFAULT_POLICY, LATER);
    expect(outcome.state?.instructions).toMatchObject([{ answerBy: '2025-06-09' }]);
  });

  const movedTo = (story: TaskStory) => stateOf(moved(story, DEFAULT_POLICY, LATER).next).limits[0];

  it('moves a day that was counted in working days by those that it lost, with its reason in the chain', () => {
    const limit = movedTo(counted('working-day', '2025-06-30'));
    expect(limit?.due).toBe('2025-07-07');
    expect(limit?.chain.at(-1)).toMatchObject({ kind: 'calendar', reason: '年度调整' });
  });

  it('rolls a day that was counted in calendar days on where it is off by now', () => {
    expect(movedTo(counted('calendar-day', '2025-06-18'))?.due).toBe('2025-06-23');
    expect(movedTo(counted('calendar-day', '2025-06-12'))?.due).toBe('2025-06-12');
  });

  it('moves no named day, and reminds of it on a working day', () => {
    const story = counted(null, '2025-06-18');
    const outcome = moved(story, DEFAULT_POLICY, LATER);
    outcome.then(['rules.moved']);
    const days = openRungs(stateOf(outcome.next), { policy: DEFAULT_POLICY, calendar: compileCalendar(LATER) });
    const due = days.find(({ rungId }) => rungId === 'due');
    expect(due?.fireAt.slice(0, 10)).toBe('2025-06-13');
    expect(
      plannedTimers(story)
        .find(({ rungId }) => rungId === 'due')
        ?.fireAt.slice(0, 10),
    ).toBe('2025-06-18');
  });
});
