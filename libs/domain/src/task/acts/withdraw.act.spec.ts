import {
  aLimit,
  assignedToTwo,
  circumstancesOf,
  corrected,
  OF_HEALTH,
  passedTo,
  PEOPLE,
  plannedTimers,
  rungInput,
  soundBody,
  stateOf,
  TASK_ID,
  taskIn,
  type TaskStory,
  UNITS,
  usualActor,
  usually,
} from '../../../testing';
import { AGGREGATES } from '../../aggregates';
import { dayInShanghai } from '../../calendar';
import { DEFAULT_POLICY } from '../../policy';
import { type Actor } from '../../shared/actor';
import { fireRung } from './fire-rung.act';
import { openProposals } from '../proposals';
import { timersOfTask } from '../task.timers';
import { type TaskStatus } from '../status';
import { type TaskCommandType } from '../task.types';
import { type TaskState } from '../task.state';

const { acts } = AGGREGATES.task;
const { calendar } = circumstancesOf(PEOPLE.engine);
const withdraw = (story: TaskStory, by: Actor) => story.when('task.withdraw', {}, { by });
const fire = (story: TaskStory, index = 0) => {
  const timer = plannedTimers(story)[index];
  if (!timer) throw new Error('no timer is planned');
  return story.after('task.fire-rung', rungInput(timer), { by: PEOPLE.engine });
};

/** What a withdrawal gives back: all but who took part, how far the stream has come, numbers and clocks. */
function standing(state: TaskState) {
  const {
    restarts: _clocks,
    lookedAt: _looked,
    takenBack: _times,
    turnsBegun: _turns,
    spans: _held,
    turns,
    stepRevision: _step,
    revision: _revision,
    recordedAt: _at,
    participation: _who,
    climbs: _numbers,
    ...rest
  } = state;
  const waits = turns.map(({ kind, lane }) => ({ kind, lane }));
  return {
    ...rest,
    turns: waits,
    lanes: state.lanes.map(({ stepRevision: _touched, since: _clock, ...lane }) => lane),
  };
}

/** The same without the moments and revisions of what others did, which came a moment later in one story than in the other. */
function untimed(state: TaskState): unknown {
  const { contentRevision: _content, ...rest } = standing(state);
  return JSON.parse(JSON.stringify(rest).replaceAll(/"2025-03-03T01:00:\d\d\.000Z"/gu, '"now"'));
}

const withdrawable: readonly (readonly [TaskCommandType, TaskStatus])[] = Object.values(acts)
  .filter((act) => act.withdrawable)
  .flatMap(({ type, from }) => from.map((status): readonly [TaskCommandType, TaskStatus] => [type, status]))
  // In some statuses an act is open to another unit only, as where one of two leads has yet to answer.
  .filter(
    ([type, status]) => taskIn(status).when(type, soundBody(type), { by: usualActor(type) }).result.kind === 'events',
  );

describe('withdrawing', () => {
  it.each(withdrawable)('%s from %s restores exactly what was', (act, status) => {
    const before = taskIn(status);
    const by = usualActor(act);
    const taken = before.after(act, soundBody(act), { by });
    const back = withdraw(taken, by);
    back.then([{ type: 'task.withdrawn', data: { step: act, commandId: taken.history.at(-1)?.metadata.commandId } }]);
    expect(standing(stateOf(back))).toEqual(standing(stateOf(before)));
  });

  it('is for one’s own step only', () => {
    withdraw(taskIn('assigned'), PEOPLE.secondClerk).then('TASK.NOT_YOUR_STEP');
    withdraw(taskIn('assigned'), PEOPLE.clerk).then(['task.withdrawn']);
  });

  it('is possible until the next person acts', () => {
    withdraw(usually(taskIn('assigned'), 'task.accept'), PEOPLE.clerk).then('TASK.NOT_YOUR_STEP');
    withdraw(
      taskIn('assigned').after('task.correct', soundBody('task.correct'), { by: PEOPLE.secondClerk }),
      PEOPLE.clerk,
    ).then('TASK.NOTHING_TO_WITHDRAW');
    withdraw(usually(taskIn('hung'), 'task.confirm'), PEOPLE.clerk).then('TASK.NOTHING_TO_WITHDRAW');
  });

  it('lets the step before it be taken back next: it is the last one again', () => {
    const back = usually(taskIn('underway'), 'task.report').after('task.withdraw', {}, { by: PEOPLE.reporter });
    withdraw(back, PEOPLE.reporter).then([{ type: 'task.withdrawn', data: { step: 'task.report' } }]);
  });

  it('stays possible when another lead acts in its own lane, and leaves what that one did', () => {
    const first = assignedToTwo.after('task.accept', {}, { by: PEOPLE.reporter });
    const second = first.after('task.accept', {}, { by: PEOPLE.supportReporter });
    const back = withdraw(second, PEOPLE.reporter).next;
    expect(stateOf(back).lanes.map(({ answer }) => answer)).toEqual(['waiting', 'accepted']);
  });

  it('is possible a hundred times in a task: each one reads its whole history', () => {
    let often = taskIn('underway');
    for (let times = 0; times < 100; times += 1) {
      often = usually(often, 'task.report').after('task.withdraw', {}, { by: PEOPLE.reporter });
    }
    withdraw(usually(often, 'task.report'), PEOPLE.reporter).then('TASK.TOO_MANY_WITHDRAWALS');
  });

  it.each([
    ['words', { title: '推进分级诊疗' }],
    ['a new limit', { addedLimits: [aLimit('L9')] }],
    ['another unit', { supportUnitIds: [UNITS.finance, UNITS.insurance] }],
  ])(
    'of a unit’s own report stays possible when the office corrects %s: nobody has acted on the report',
    (_, changes) => {
      const corrected = (story: TaskStory) => story.after('task.correct', { changes, reason: '录入有误' });
      const reported = corrected(usually(taskIn('underway'), 'task.report'));
      const back = withdraw(reported, PEOPLE.reporter);
      back.then([{ type: 'task.withdrawn', data: { step: 'task.report' } }]);
      expect(untimed(stateOf(back))).toEqual(untimed(stateOf(corrected(taskIn('underway')))));
    },
  );

  it('of a unit’s own answer ends with its part: another unit is put in its place', () => {
    const changes = { leadUnitIds: [UNITS.insurance] };
    const replaced = usually(taskIn('assigned'), 'task.decline').after('task.correct', { changes, reason: '单位录错' });
    withdraw(replaced, PEOPLE.reporter).then('TASK.NOTHING_TO_WITHDRAW');
  });

  it('takes back every event of the command', () => {
    const { history } = usually(taskIn('assigned'), 'task.accept', 'task.report', 'task.report');
    const [accepted, first, second] = history.slice(-3);
    if (!accepted || !first || !second) throw new Error('a story of three steps');
    // A command that records two reports at once: no act does so yet, but an act may record several events.
    const together = { ...second, metadata: { ...second.metadata, commandId: first.metadata.commandId } };
    const { task } = AGGREGATES;
    const { eventId, revision, metadata } = first;
    const withdrawal = task.events['task.withdrawn'].record(
      { commandId: metadata.commandId, step: 'task.report' },
      { eventId, revision: revision + 2, metadata },
    );
    const reported = [...history.slice(0, -1), together];
    const back = task.fold([...reported, withdrawal]);
    expect(task.fold(reported)?.lastReport).not.toBeNull();
    expect([back?.lastReport, back?.status]).toEqual([null, 'underway']);
  });

  it('takes back what the same command did to limits, too: a form filled on them is refused then', () => {
    const { task } = AGGREGATES;
    const history = [...usually(taskIn('closure-requested'), 'task.return').history];
    const returned = history.pop();
    if (returned?.type !== 'check.returned') throw new Error('a story that ends with a return');
    const { eventId, revision, metadata } = returned;
    const terms = { recurrence: null, dueOn: null };
    const moved = task.events['limit.moved'].record(
      {
        limitId: 'L1',
        period: null,
        from: { ...terms, due: '2025-06-30' },
        to: { ...terms, due: '2025-08-15' },
        kind: 'return',
        reason: '',
        cause: null,
      },
      { eventId, revision, metadata },
    );
    const withdrawn = task.events['task.withdrawn'].record(
      { commandId: metadata.commandId, step: 'task.return' },
      { eventId, revision: revision + 2, metadata },
    );
    const before = task.fold(history);
    const back = task.fold([...history, moved, { ...returned, revision: revision + 1 }, withdrawn]);
    expect(back?.limits.map(({ due }) => due)).toEqual(before?.limits.map(({ due }) => due));
    expect([back?.status, back?.contentRevision]).toEqual(['closure-requested', revision + 2]);
  });

  it.each(['task.void', 'task.terminate', 'task.close'] as const)('is not open after %s', (act) => {
    const status = act === 'task.close' ? 'verified' : 'hung';
    const ended = taskIn(status).after(act, soundBody(act), { by: usualActor(act) });
    withdraw(ended, usualActor(act)).then('TASK.STEP_NOT_OPEN');
  });

  it('lets the number of a task be given again', () => {
    const draft = taskIn('hung').after('task.withdraw', {}, { by: PEOPLE.clerk });
    expect(stateOf(draft)).toMatchObject({ status: 'draft', number: null });
    expect(stateOf(draft.after('task.hang', soundBody('task.hang'))).number).toBe('YG2025-007');
  });

  it('frees the stated days of the step that was taken back', () => {
    const late = taskIn('assigned').on('2025-05-06').after('task.accept', {}, { by: PEOPLE.reporter });
    late
      .after('task.withdraw', {}, { by: PEOPLE.reporter })
      .when('task.accept', { occurredOn: '2025-04-01' }, { by: PEOPLE.reporter })
      .then(['lane.accepted']);
  });
});

describe('rungs that fire between a step and its withdrawal', () => {
  const fired = fire(taskIn('underway'));
  const back = withdraw(fired, PEOPLE.reporter);

  it('do not stand in its way', () => {
    back.then(['task.withdrawn']);
  });

  it('are not lost by it', () => {
    const [first] = plannedTimers(taskIn('underway'));
    if (!first) throw new Error('no timer is planned');
    expect(stateOf(back).fired.map((key) => `${TASK_ID}__${key}`)).toEqual([first.timerId]);
    back.next.when('task.fire-rung', rungInput(first), { by: PEOPLE.engine }).then('TIMER.OBSOLETE');
    expect(plannedTimers(back.next)).toEqual(plannedTimers(fired));
  });

  it('stay fired for the return that was taken back, and its like begins a climb of its own', () => {
    const late = taskIn('closure-requested').on('2025-07-14');
    const sendBack = (story: TaskStory) =>
      story.after('task.return', soundBody('task.return'), { by: PEOPLE.verifier });
    const once = fire(sendBack(late));
    const again = sendBack(once.after('task.withdraw', {}, { by: PEOPLE.verifier }));
    // The unit has the task anew, so it is told anew: with the old number it had fallen silent.
    expect(plannedTimers(again).map(({ rungId }) => rungId)).toEqual(
      plannedTimers(sendBack(late)).map(({ rungId }) => rungId),
    );
    expect(new Set(plannedTimers(again).map(({ climb }) => climb))).toEqual(new Set([3]));
  });
});

describe('the clock of what a unit reported done and took back', () => {
  const done = { progress: '完成', done: [{ limitId: 'L1' }] };
  const backOn = (story: TaskStory, day: string) =>
    story.on(day).after('task.report', done, OF_HEALTH).after('task.withdraw', {}, OF_HEALTH);
  const escalation = (story: TaskStory) =>
    plannedTimers(story)
      .find(({ kind, limitId }) => kind === 'escalate' && limitId === 'L1')
      ?.fireAt.slice(0, 10);

  it('goes on: reporting and taking back in turn puts off no escalation', () => {
    const once = backOn(taskIn('underway'), '2025-07-02');
    expect(escalation(once)).toBe('2025-07-07');
    expect(escalation(backOn(once, '2025-07-04'))).toBe('2025-07-07');
  });

  it('goes on with the day that the office has set since', () => {
    const moved = corrected(backOn(taskIn('underway'), '2025-07-02'), {
      changedLimits: [{ limitId: 'L1', due: '2025-07-04' }],
    });
    expect(escalation(backOn(moved, '2025-07-08'))).toBe('2025-07-11');
  });
});

describe('the clock of whoever takes a step back', () => {
  /** The rungs of a clock that went out by a day, with their days. */
  const toldOf = (story: TaskStory, holder: string, day: string) =>
    passedTo(story, day).history.flatMap((event) =>
      event.type === 'rung.fired' && event.data.holder === holder
        ? [`${event.data.rung.rungId} ${dayInShanghai(event.metadata.recordedAt)}`]
        : [],
    );
  const LATE = ['due', 'urge-1', 'escalate-5', 'notice-10'];

  it('goes on at a check that is passed and taken back in turn: each rung once, on its day', () => {
    // Asked for on Monday 2025-03-03, to be checked by 2025-03-17.
    const claimed = taskIn('closure-requested');
    const byVerifier = { by: PEOPLE.verifier };
    const plain = toldOf(claimed, 'check', '2025-03-31');
    expect(plain.map((line) => line.split(' ')[0])).toEqual(LATE);
    const once = usually(claimed.on('2025-03-14'), 'task.verify')
      .on('2025-03-20')
      .after('task.withdraw', {}, byVerifier);
    // What it had missed meanwhile is made up for by its last rung.
    expect(toldOf(once, 'check', '2025-03-31')).toEqual(['urge-1 2025-03-20', ...plain.slice(2)]);
    const twice = usually(passedTo(once, '2025-03-21'), 'task.verify')
      .on('2025-03-25')
      .after('task.withdraw', {}, byVerifier);
    expect(toldOf(twice, 'check', '2025-03-31')).toEqual(['urge-1 2025-03-20', 'escalate-5 2025-03-25', plain[3]]);
  });

  it('goes on at a check that is returned and taken back', () => {
    const back = usually(taskIn('closure-requested').on('2025-03-14'), 'task.return')
      .on('2025-03-17')
      .after('task.withdraw', {}, { by: PEOPLE.verifier });
    expect(toldOf(back, 'check', '2025-03-31')).toEqual(toldOf(taskIn('closure-requested'), 'check', '2025-03-31'));
  });

  it('goes on at an assignment that is taken back in turn, and its leader is told as if it had never been made', () => {
    const hung = taskIn('hung');
    const plain = toldOf(hung, 'assign', '2025-03-24');
    expect(plain.map((line) => line.split(' ')[0])).toEqual(LATE);
    const once = usually(passedTo(hung, '2025-03-12'), 'task.assign').on('2025-03-13').after('task.withdraw', {});
    const twice = usually(once.on('2025-03-14'), 'task.assign').on('2025-03-17').after('task.withdraw', {});
    expect(toldOf(twice, 'assign', '2025-03-24')).toEqual(plain);
  });

  it('goes on at an instruction that is answered and taken back in turn', () => {
    const asked = taskIn('underway').after(
      'task.instruct',
      { text: '请说明迟缓原因', answerBy: '2025-03-10' },
      { by: PEOPLE.leader },
    );
    const plain = toldOf(asked, 'answer', '2025-03-17');
    const answered = (story: TaskStory) => story.after('task.answer-instruction', { text: '已部署' }, OF_HEALTH);
    const back = answered(passedTo(asked, '2025-03-12')).on('2025-03-13').after('task.withdraw', {}, OF_HEALTH);
    const twice = answered(back).on('2025-03-14').after('task.withdraw', {}, OF_HEALTH);
    expect(toldOf(twice, 'answer', '2025-03-17')).toEqual(plain);
  });

  it('starts again once where the office takes back what it had recorded for a unit, and its answer goes on', () => {
    const escalation = (story: TaskStory) =>
      plannedTimers(story)
        .find(({ kind, limitId, lane }) => kind === 'escalate' && limitId === 'L1' && lane === UNITS.finance)
        ?.fireAt.slice(0, 10);
    const declined = (story: TaskStory) => usually(story, 'task.decline-on-behalf');
    const once = declined(assignedToTwo.on('2025-07-02')).on('2025-07-07').after('task.withdraw', {});
    expect(escalation(once)).toBe('2025-07-14');
    const twice = declined(once.on('2025-07-08')).on('2025-07-11').after('task.withdraw', {});
    expect(escalation(twice)).toBe('2025-07-14');
    const accepted = usually(assignedToTwo.on('2025-03-04'), 'task.accept-on-behalf');
    const waits = accepted.on('2025-03-06').after('task.withdraw', {});
    expect(toldOf(waits, 'reply', '2025-03-14')).toEqual(toldOf(assignedToTwo, 'reply', '2025-03-14'));
  });

  it('makes up for what it missed on a working day only', () => {
    // Passed before its day, and taken back on Friday evening of the week after; the Saturday is off.
    const back = usually(taskIn('closure-requested').on('2025-03-14'), 'task.verify')
      .on('2025-03-21')
      .after('task.withdraw', {}, { by: PEOPLE.verifier });
    const found = timersOfTask(TASK_ID, stateOf(back), calendar, DEFAULT_POLICY).find(
      ({ body }) => fireRung.command.safeParse(body).data?.rung.kind === 'urge',
    );
    const urge = fireRung.command.parse(found?.body);
    const fireOn = (today: string) => back.when('task.fire-rung', urge, { by: PEOPLE.engine, today });
    fireOn('2025-03-22').then('TIMER.NOT_YET');
    fireOn('2025-03-23').then('TIMER.NOT_YET');
    fireOn('2025-03-24').then(['rung.fired']);
  });
});

describe('the acts that can be taken back', () => {
  it('are those that a person takes alone and nobody has acted on', () => {
    expect(
      Object.values(acts)
        .flatMap(({ type, withdrawable: can }) => (can ? [type] : []))
        .sort(),
    ).toEqual([
      'task.accept',
      'task.accept-on-behalf',
      'task.answer-instruction',
      'task.answer-instruction-on-behalf',
      'task.assign',
      'task.decline',
      'task.decline-on-behalf',
      'task.hang',
      'task.instruct',
      'task.instruct-on-behalf',
      'task.report',
      'task.report-on-behalf',
      'task.request-closure',
      'task.request-closure-on-behalf',
      'task.return',
      'task.verify',
    ]);
  });
});

describe('taking back what a unit has asked for more time under', () => {
  const EXTENSION = { limitId: 'L1', due: '2025-08-29', reason: '等待系统' };
  const asks = (story: TaskStory) => story.after('task.extend', EXTENSION, OF_HEALTH);
  const proposalId = (story: TaskStory) => openProposals(stateOf(story))[0]?.proposalId ?? '';
  const accepted = taskIn('assigned').after('task.accept', {}, OF_HEALTH);

  it('is refused for an acceptance while the request waits: a unit that had not accepted held back its rungs', () => {
    const asked = asks(accepted);
    withdraw(asked, PEOPLE.reporter).then('TASK.REQUEST_WAITS');
    const recalled = asked.after('task.recall-proposal', { proposalId: proposalId(asked) }, OF_HEALTH);
    withdraw(recalled, PEOPLE.reporter).then(['task.withdrawn']);
  });

  it('leaves an acceptance open to the unit while only the office asks for something', () => {
    const asked = accepted.after('task.suspend', soundBody('task.suspend'));
    withdraw(asked, PEOPLE.reporter).then(['task.withdrawn']);
  });

  it('is not open to a verifier who has returned the task: the unit has acted on the return', () => {
    const returned = taskIn('returned');
    withdraw(returned, PEOPLE.verifier).then(['task.withdrawn']);
    withdraw(asks(returned), PEOPLE.verifier).then('TASK.NOTHING_TO_WITHDRAW');
  });

  it('leaves a return to the verifier while only the office asks for something', () => {
    const asked = taskIn('returned').after('task.suspend', soundBody('task.suspend'));
    withdraw(asked, PEOPLE.verifier).then(['task.withdrawn']);
  });

  it('leaves a unit its own report', () => {
    const reported = taskIn('underway');
    withdraw(asks(reported), PEOPLE.reporter).then(['task.withdrawn']);
  });
});
