import {
  aLimit,
  approved,
  circumstancesOf,
  corrected,
  draftTask,
  noTask,
  PEOPLE,
  plannedTimers,
  recurringTask,
  soundBody,
  stateOf,
  TASK_ID,
  taskIn,
  type TaskStory,
  usually,
} from '../../../testing';
import { DEFAULT_POLICY, type Limit, timersOfTask } from '../..';
import { dayInShanghai } from '../../calendar';
import { dueOf, openObligations } from '../obligations';
import { openProposals } from '../proposals';

const BODY = soundBody('task.suspend');
/** Suspended on Monday 2025-03-03. */
const suspended = (story: TaskStory, until: string = '2025-06-02') =>
  approved(story.after('task.suspend', { ...BODY, until }));
const resume = (story: TaskStory, today: string, body: object = {}) => story.when('task.resume', body, { today });
const byItself = (story: TaskStory, today: string) => story.when('task.resume', {}, { by: PEOPLE.engine, today });

/** The sample task under way with these limits. */
const withLimits = (...limits: Limit[]) =>
  usually(
    noTask.after('task.draft', draftTask({ limits }), { by: PEOPLE.engine }),
    'task.confirm',
    'task.hang',
    'task.assign',
    'task.accept',
  );
const daysOf = (story: { readonly state: TaskStory['state'] }) => stateOf(story).limits.map(({ due }) => due);
const timersOf = (story: TaskStory) =>
  timersOfTask(TASK_ID, stateOf(story), circumstancesOf(PEOPLE.engine).calendar, DEFAULT_POLICY);

describe('resuming', () => {
  it.each(['assigned', 'underway', 'returned'] as const)('leads back to where the task was: %s', (status) => {
    const { next } = resume(suspended(taskIn(status)), '2025-03-10');
    expect(stateOf(next).status).toBe(status);
  });

  it('moves each open limit by the days for which the task was suspended, visible in its chain', () => {
    const resumed = resume(suspended(taskIn('underway')), '2025-03-13');
    const move = { kind: 'suspension', reason: BODY.reason, period: null };
    resumed.then([
      { type: 'task.resumed', data: { on: '2025-03-13', by: 'person' } },
      { type: 'limit.moved', data: { limitId: 'L1', ...move, from: { due: '2025-06-30' }, to: { due: '2025-07-10' } } },
      { type: 'limit.moved', data: { limitId: 'L2', ...move, from: { due: '2025-09-30' }, to: { due: '2025-10-10' } } },
    ]);
    expect(stateOf(resumed).limits[0]?.chain.map(({ kind, to }) => [kind, to.due])).toEqual([
      ['set', '2025-06-30'],
      ['suspension', '2025-07-10'],
    ]);
  });

  it('moves a limit by its own rule: working days, counted days over a day off, or a named day as it falls', () => {
    const due = '2025-04-28';
    const story = withLimits(
      aLimit('L1', { due, countedIn: 'working-day' }),
      aLimit('L2', { due, countedIn: 'calendar-day' }),
      aLimit('L3', { due, countedIn: 'month' }),
      aLimit('L4', { due }),
    );
    // Until Sunday 2025-03-09: six days, four of them working.
    expect(daysOf(resume(suspended(story), '2025-03-09'))).toEqual([
      '2025-05-02',
      '2025-05-05',
      '2025-05-05',
      '2025-05-04',
    ]);
  });

  it('leaves what is done as it is', () => {
    const story = withLimits(aLimit('L1', { due: '2025-06-30' }), aLimit('L2', { due: '2025-09-30' })).after(
      'task.report',
      { progress: '完成', done: [{ limitId: 'L1' }] },
      { by: PEOPLE.reporter },
    );
    expect(daysOf(resume(suspended(story), '2025-03-13'))).toEqual(['2025-06-30', '2025-10-10']);
  });

  it('moves nothing on the day of the suspension: a mistaken one is undone so', () => {
    resume(suspended(taskIn('underway')), '2025-03-03').then(['task.resumed']);
  });

  it('moves a limit set meanwhile by the days after it was set', () => {
    const changes = { addedLimits: [aLimit('L9', { due: '2025-08-29' })] };
    const story = suspended(taskIn('underway')).on('2025-03-10').after('task.correct', { changes, reason: '补录' });
    expect(daysOf(resume(story, '2025-03-13'))).toEqual(['2025-07-10', '2025-10-10', '2025-09-01']);
  });

  const periodsOf = (story: TaskStory, by: string) =>
    openObligations(stateOf(story), by).map(({ period, due }) => `${period ?? ''} ${due}`);

  it('moves each period by the days of it that were suspended, with one move of its limit in the chain', () => {
    const resumed = resume(suspended(recurringTask()), '2025-04-11');
    const stood = { from: '2025-03-03', to: '2025-04-11' };
    resumed.then(['task.resumed', { type: 'limit.moved', data: { limitId: 'L3', kind: 'suspension', stood } }]);
    expect(periodsOf(resumed.next, '2025-04-11')).toEqual(['2025-Q1 2025-05-09', '2025-Q2 2025-07-10']);
    expect(stateOf(resumed).limits[0]?.chain.at(-1)).toMatchObject({ kind: 'suspension', stood });
  });

  it('takes away the periods that lay wholly within the suspension: nobody could keep them', () => {
    const weekly = suspended(recurringTask({ recurrence: 'weekly' }));
    // Suspended on Monday of week 10, resumed in the middle of week 13.
    expect(periodsOf(resume(weekly, '2025-03-26').next, '2025-03-26')).toEqual(['2025-W13 2025-04-01']);
  });

  it('moves the last day of a recurring duty like any other', () => {
    const ending = suspended(recurringTask({ recurrence: 'monthly', due: '2025-04-15' }));
    const { next } = resume(ending, '2025-03-13');
    expect(daysOf(next)).toEqual(['2025-04-25']);
    expect(periodsOf(next, '2025-12-31')).toEqual(['2025-03 2025-04-10', '2025-04 2025-04-25']);
  });

  it('takes terms that were changed and put back as never changed', () => {
    const to = (story: TaskStory, due: string) => corrected(story, { changedLimits: [{ limitId: 'L1', due }] });
    const story = to(to(suspended(taskIn('underway')).on('2025-03-10'), '2025-07-01'), '2025-06-30');
    expect(daysOf(resume(story, '2025-03-13'))).toEqual(['2025-07-10', '2025-10-10']);
  });

  it('rolls a counted day once, however often the task was suspended', () => {
    const days = ['2025-03-04', '2025-03-05', '2025-03-06'];
    const story = withLimits(aLimit('L1', { due: '2025-04-25', countedIn: 'calendar-day' }));
    const told = days.reduce((each, day) => resume(suspended(each), day).next, story);
    // Three days from Friday 2025-04-25: Monday.
    expect(daysOf(told)).toEqual(['2025-04-28']);
  });

  it('leaves the last day of the calendar where it is', () => {
    const terms = { due: '2025-06-30', recurrence: null, dueOn: null };
    const to = { ...terms, due: '2999-12-30' };
    const move = {
      limitId: 'L1',
      period: null,
      from: terms,
      to,
      kind: 'correction',
      reason: '更正',
      cause: null,
    } as const;
    // No act takes such a day: a record of another program may hold it.
    const story = withLimits(aLimit('L1', { due: terms.due })).recorded([{ type: 'limit.moved', data: move }]);
    expect(daysOf(byItself(suspended(story), '2025-06-02'))).toEqual(['2999-12-30']);
  });

  it('moves the last day for an answer that nobody could give', () => {
    const assigned = taskIn('hung').after('task.assign', { replyBy: '2025-03-07' });
    expect(stateOf(resume(suspended(assigned), '2025-03-13')).assignment?.replyBy).toBe('2025-03-17');
  });

  it('goes on the day on which it is resumed, at no stated one', () => {
    const story = suspended(taskIn('underway')).on('2025-03-10');
    resume(story, '2025-03-13').then([
      { type: 'task.resumed', data: { on: '2025-03-13' } },
      'limit.moved',
      'limit.moved',
    ]);
    resume(story, '2025-03-13', { occurredOn: '2025-03-03' }).thenInvalid('');
  });

  it('leaves a far day for the answer, and of a period, where it is', () => {
    const assignment = taskIn('hung').when('task.assign', {}).next.history.at(-1);
    if (assignment?.type !== 'task.assigned') throw new Error('it is assigned');
    const far = { type: 'task.assigned', data: { ...assignment.data, replyBy: '2999-12-31' } } as const;
    const assigned = taskIn('hung').recorded([far]);
    expect(stateOf(resume(suspended(assigned), '2025-03-13')).assignment?.replyBy).toBe('2999-12-31');
    const data = {
      limitId: 'L3',
      period: '2025-Q1',
      from: { due: '2025-03-31', recurrence: null, dueOn: null },
      to: { due: '2999-12-31', recurrence: null, dueOn: null },
      kind: 'extension',
      reason: '',
      cause: null,
    } as const;
    const moved = recurringTask().recorded([{ type: 'limit.moved', data }]);
    expect(stateOf(resume(suspended(moved), '2025-03-13')).limits[0]?.movedPeriods[0]?.due).toBe('2999-12-31');
  });

  it('goes on whatever is open: one move for each limit', () => {
    const daily = Array.from({ length: 12 }, (_, index) => aLimit(`L${index + 1}`, { due: null, recurrence: 'daily' }));
    const resumed = resume(suspended(withLimits(...daily), '2027-06-02'), '2027-04-20');
    resumed.then(['task.resumed', ...daily.map(() => 'limit.moved' as const)]);
    expect(stateOf(resumed).status).toBe('underway');
  });

  it('is only for a suspended task', () => {
    resume(taskIn('underway'), '2025-03-13').then('TASK.STEP_NOT_OPEN');
  });
});

describe('a suspended task', () => {
  it('asks for one timer: its own going on, just after midnight of the day', () => {
    const story = suspended(taskIn('underway'));
    expect(timersOf(story)).toMatchObject([{ act: 'task.resume', body: {}, fireAt: '2025-06-01T16:05:00.000Z' }]);
    expect(timersOf(resume(story, '2025-03-13').next).map(({ act }) => act)).not.toContain('task.resume');
  });

  it('goes on by itself on the day, not before, and not for longer when the engine comes late', () => {
    const story = suspended(taskIn('underway'), '2025-03-13');
    byItself(story, '2025-03-12').then('TIMER.OBSOLETE');
    for (const today of ['2025-03-13', '2025-03-20']) {
      const resumed = byItself(story, today);
      resumed.then([{ type: 'task.resumed', data: { on: '2025-03-13', by: 'engine' } }, 'limit.moved', 'limit.moved']);
      expect(daysOf(resumed)).toEqual(['2025-07-10', '2025-10-10']);
    }
    byItself(resume(story, '2025-03-10').next, '2025-03-13').then('TASK.STEP_NOT_OPEN');
  });

  it('is reminded of the moved days, and of no rung before it went on', () => {
    const { next } = byItself(suspended(taskIn('underway'), '2025-06-27'), '2025-06-27');
    const planned = plannedTimers(next).filter(({ limitId }) => limitId === 'L1');
    expect(planned[0]).toMatchObject({ rungId: 'remind-7', due: '2025-10-24' });
    expect(planned.every(({ fireAt }) => fireAt > '2025-06-26T16:00:00.000Z')).toBe(true);
  });
});

describe('what moves during a suspension', () => {
  /** Suspended with what else waits left waiting. */
  const suspendedOn = (story: TaskStory, day: string, until: string) =>
    decided(story.on(day).after('task.suspend', { ...BODY, until }));
  const decided = (story: TaskStory, result: 'approved' | 'refused' = 'approved', place = -1) =>
    story.after(
      'task.decide-proposal',
      { result, proposalId: openProposals(stateOf(story)).at(place)?.proposalId },
      { by: PEOPLE.secondClerk },
    );
  const owedAfter = (story: TaskStory, day: string) =>
    openObligations(stateOf(story), day).map(({ period, due }) => `${period ?? ''} ${due}`);
  const askedFor = (story: TaskStory, day: string, period: string, due: string) =>
    story.on(day).after('task.extend', { limitId: 'L3', period, due, reason: '等待系统' }, { by: PEOPLE.reporter });
  const daysLost = (story: { readonly history: TaskStory['history'] }) =>
    story.history.flatMap(({ data }) => ('stood' in data && data.stood ? [data.stood] : []));

  it('a day of one period moves: the duty stands still all the same, for as long as the task does', () => {
    const asked = suspendedOn(
      askedFor(recurringTask({ recurrence: 'weekly' }), '2025-03-07', '2025-W10', '2025-04-10'),
      '2025-03-10',
      '2025-04-14',
    );
    const { next } = byItself(decided(asked.on('2025-04-01'), 'approved', 0), '2025-04-14');
    expect(daysLost(next)).toEqual([{ from: '2025-03-10', to: '2025-04-14' }]);
    // The period that moved goes on for what was suspended since; those that lay within the suspension are owed by nobody.
    expect(owedAfter(next, '2025-04-14')).toEqual(['2025-W10 2025-04-23', '2025-W16 2025-04-20']);
  });

  it('the end of a duty moves: its periods stand still all the time, its end from then on', () => {
    const ending = suspendedOn(recurringTask({ recurrence: 'weekly', due: '2025-12-31' }), '2025-03-10', '2025-04-14');
    const changes = { changedLimits: [{ limitId: 'L3', due: '2025-11-30' }] };
    const { next } = byItself(corrected(ending.on('2025-04-01'), changes), '2025-04-14');
    expect(daysLost(next)).toEqual([{ from: '2025-03-10', to: '2025-04-14' }]);
    expect(owedAfter(next, '2025-04-14')).toEqual(['2025-W10 2025-04-13', '2025-W16 2025-04-20']);
    expect(daysOf(next)).toEqual(['2025-12-13']);
  });

  it('a request is overtaken that asks for no later day than the suspension gives', () => {
    const monthly = recurringTask({ recurrence: 'monthly' });
    const asked = (due: string) =>
      byItself(suspendedOn(askedFor(monthly, '2025-03-05', '2025-03', due), '2025-03-10', '2025-04-14'), '2025-04-14');
    // 2025-03 is due on 05-05 then.
    const overtaken = asked('2025-05-05');
    overtaken.then([
      'task.resumed',
      { type: 'limit.moved', data: { limitId: 'L3', period: null } },
      { type: 'proposal.decided', data: { result: 'overtaken', reason: '时限已另行调整，不早于所申请的日期' } },
    ]);
    expect(openObligations(stateOf(overtaken), '2025-04-14')[0]).toMatchObject({ period: '2025-03', held: false });
    asked('2025-05-06').then(['task.resumed', 'limit.moved']);
  });

  it('a request for a period is overtaken by as late an end of its duty too', () => {
    const limits = [aLimit('L1', { due: '2025-03-15' }), aLimit('L3', { due: null, recurrence: 'monthly' })];
    const asked = askedFor(withLimits(...limits), '2025-03-05', '2025-03', '2025-03-31');
    const story = asked.after('task.correct', {
      changes: { changedLimits: [{ limitId: 'L1', due: '2025-12-31' }] },
      reason: '更正',
    });
    story
      .when(
        'task.decide-proposal',
        { result: 'approved', proposalId: openProposals(stateOf(story)).at(-1)?.proposalId },
        { by: PEOPLE.secondClerk },
      )
      .then(['proposal.decided', 'limit.moved', { type: 'proposal.decided', data: { result: 'overtaken' } }]);
  });

  it('another rhythm begins: it stands still from then on', () => {
    const weekly = suspendedOn(recurringTask({ recurrence: 'weekly' }), '2025-03-10', '2025-04-14');
    const changes = { changedLimits: [{ limitId: 'L3', recurrence: 'monthly' as const }] };
    const { next } = byItself(corrected(weekly.on('2025-04-01'), changes), '2025-04-14');
    expect(daysLost(next)).toEqual([{ from: '2025-04-01', to: '2025-04-14' }]);
  });

  it('a period with a day of its own that begins after the suspension loses nothing', () => {
    const asked = decided(askedFor(recurringTask({ recurrence: 'monthly' }), '2025-03-05', '2025-04', '2025-05-15'));
    const { next } = byItself(suspendedOn(asked, '2025-03-10', '2025-03-20'), '2025-03-20');
    expect(owedAfter(next, '2025-04-01')).toEqual(['2025-03 2025-04-10', '2025-04 2025-05-15']);
  });
});

describe('a duty that ends with what is done already', () => {
  const DUTY = [aLimit('L1', { due: '2025-04-30' }), aLimit('L3', { due: null, recurrence: 'monthly' })];
  const done = withLimits(...DUTY).after(
    'task.report',
    { progress: '完成', done: [{ limitId: 'L1' }, { limitId: 'L3', period: '2025-03' }] },
    { by: PEOPLE.reporter },
  );
  const resumed = (story: TaskStory, from: string, to: string) => byItself(suspended(story.on(from), to), to).next;
  const urged = (story: TaskStory) =>
    plannedTimers(story)
      .filter(({ rungId }) => rungId === 'urge-1')
      .map(({ period, fireAt }) => `${period ?? ''} ${dayInShanghai(fireAt)}`);
  const owed = (story: TaskStory) =>
    openObligations(stateOf(story), story.today).map(({ period, due }) => `${period ?? ''} ${due}`);

  it('is due later by the suspended time, and urged after that', () => {
    const story = resumed(done, '2025-04-10', '2025-06-02');
    expect(owed(story)).toEqual(['2025-04 2025-06-22']);
    expect(urged(story)).toEqual(['2025-04 2025-06-23']);
    expect(dueOf(stateOf(story), { limitId: 'L3', period: '2025-04' })).toBe('2025-06-22');
  });

  it('is cut off on the day that the end has where no day of the period was lost', () => {
    const weekly = withLimits(
      aLimit('L1', { due: '2025-04-30' }),
      aLimit('L3', { due: null, recurrence: 'weekly' }),
    ).after('task.report', { progress: '完成', done: [{ limitId: 'L1' }] }, { by: PEOPLE.reporter });
    const story = resumed(weekly, '2025-04-14', '2025-04-28').on('2025-04-30');
    // Begun with the task again, cut off on Wednesday.
    expect(owed(story).at(-1)).toBe('2025-W18 2025-04-30');
    expect(stateOf(story).limits[0]?.due).toBe('2025-04-30');
  });

  it('is due later also where its own end was over, and asks for no period more', () => {
    const own = recurringTask({ recurrence: 'monthly', due: '2025-03-31' });
    const story = resumed(own, '2025-04-10', '2025-04-25');
    expect(owed(story)).toEqual(['2025-03 2025-04-15']);
    expect(daysOf(story)).toEqual(['2025-03-31']);
  });

  it('asks for no period more where the end that was past moves to another day of the past', () => {
    const late = withLimits(aLimit('L1', { due: '2025-03-31' }), aLimit('L3', { due: null, recurrence: 'monthly' }));
    const story = resumed(late, '2025-04-10', '2025-04-25');
    expect(daysOf(story)).toEqual(['2025-04-15', null]);
    expect(owed(story)).toEqual([' 2025-04-15', '2025-03 2025-04-15']);
    // Given more time, the duty goes on.
    const longer = corrected(story.on('2025-04-28'), { changedLimits: [{ limitId: 'L1', due: '2025-12-31' }] });
    expect(owed(longer)).toContain('2025-04 2025-05-15');
  });

  it('moves with its end where that is open, and no further', () => {
    const open = withLimits(aLimit('L1', { due: '2025-04-15' }), aLimit('L3', { due: null, recurrence: 'monthly' }));
    const story = resumed(open, '2025-04-10', '2025-06-02');
    expect(daysOf(story)).toEqual(['2025-06-07', null]);
    expect(owed(story)).toContain('2025-04 2025-06-07');
  });
});
