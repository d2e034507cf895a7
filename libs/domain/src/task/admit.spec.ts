import { PEOPLE, plannedTimers, rungInput, soundBody, taskIn, type TaskStory, usually } from '../../testing';

/** The revision that a form opened now has seen. */
const seen = (story: TaskStory) => story.history.length - 1;

describe('a form filled on an older revision', () => {
  const underway = taskIn('underway');
  const report = (story: TaskStory, seenRevision: number) =>
    story.when('task.report', { progress: '第二次填报', seenRevision }, { by: PEOPLE.reporter });

  it('is refused when a step was taken since in its own lane, or of the whole task', () => {
    report(usually(underway, 'task.report'), seen(underway)).then('TASK.CHANGED_SINCE');
    report(usually(underway, 'task.suspend', 'task.resume'), seen(underway)).then('TASK.CHANGED_SINCE');
    report(underway, seen(underway)).then(['lane.reported']);
  });

  it('is taken when another unit has reported since: that is none of its business', () => {
    const other = underway.after('task.report', { progress: '配合事项已办' }, { by: PEOPLE.supportReporter });
    report(other, seen(underway)).then(['lane.reported']);
  });

  it('is taken when only the content was corrected, which it does not edit', () => {
    report(usually(underway, 'task.correct'), seen(underway)).then(['lane.reported']);
  });

  it('that corrects content is refused after another correction, not after a step', () => {
    const correct = (story: TaskStory, seenRevision: number) =>
      story.when('task.correct', { changes: { body: '新正文' }, reason: '更正', seenRevision });
    correct(usually(underway, 'task.correct'), seen(underway)).then('TASK.CHANGED_SINCE');
    correct(usually(underway, 'task.report'), seen(underway)).then(['task.content-changed']);
  });

  it('that corrects content is refused when it has seen only some of the events of another correction', () => {
    const assigned = taskIn('assigned');
    const changes = { title: '新标题', removedLimits: ['L2'], changedLimits: [{ limitId: 'L1', due: '2025-07-31' }] };
    const changed = assigned.after('task.correct', { changes, reason: '更正' });
    expect(seen(changed) - seen(assigned)).toBe(3);
    const correct = (seenRevision: number) =>
      changed.when('task.correct', { changes: { body: '新正文' }, reason: '更正', seenRevision });
    correct(seen(assigned) + 1).then('TASK.CHANGED_SINCE');
    correct(seen(assigned) + 2).then('TASK.CHANGED_SINCE');
    correct(seen(changed)).then(['task.content-changed']);
  });

  it('that confirms is refused after a correction', () => {
    const draft = taskIn('draft');
    usually(draft, 'task.correct-draft')
      .when('task.confirm', { ...soundBody('task.confirm'), seenRevision: seen(draft) })
      .then('TASK.CHANGED_SINCE');
  });

  it('that assigns is refused after either: it sends the content on its way', () => {
    const hung = taskIn('hung');
    const assign = (story: TaskStory) => story.when('task.assign', { seenRevision: seen(hung) });
    assign(usually(hung, 'task.correct')).then('TASK.CHANGED_SINCE');
    assign(usually(hung, 'task.assign', 'task.decline')).then('TASK.CHANGED_SINCE');
    assign(hung).then(['task.assigned']);
  });

  it('never conflicts with a timer', () => {
    const [timer] = plannedTimers(underway);
    if (!timer) throw new Error('no timer is planned');
    const fired = underway.after('task.fire-rung', rungInput(timer), { by: PEOPLE.engine });
    report(fired, seen(underway)).then(['lane.reported']);
    fired.when('task.withdraw', { seenRevision: seen(underway) }, { by: PEOPLE.reporter }).then(['task.withdrawn']);
  });

  it('conflicts with a withdrawal', () => {
    const back = underway.after('task.withdraw', {}, { by: PEOPLE.reporter });
    report(back, seen(underway)).then('TASK.CHANGED_SINCE');
  });

  it('is not asked of programs that hold no form', () => {
    usually(underway, 'task.report').when('task.report', { progress: '补报' }).then(['lane.reported']);
  });
});

describe('the stated day of a step', () => {
  const assigned = taskIn('assigned').on('2025-03-20');
  const accept = (story: TaskStory, occurredOn?: string) =>
    story.when('task.accept', occurredOn === undefined ? {} : { occurredOn }, { by: PEOPLE.reporter });

  it('is today when nothing is stated', () => {
    accept(assigned).then([{ type: 'lane.accepted', data: { on: '2025-03-20' } }]);
  });

  it('is not in the future', () => {
    accept(assigned, '2025-03-21').then('TASK.DAY_IN_FUTURE');
  });

  it('is not before the previous step, and may be the same day', () => {
    accept(assigned, '2025-03-02').then('TASK.DAY_OUT_OF_ORDER');
    accept(assigned, '2025-03-03').then([{ type: 'lane.accepted', data: { on: '2025-03-03' } }]);
  });

  it('names the day of the previous step in the refusal', () => {
    const { result } = accept(assigned, '2025-03-02');
    expect(result.kind === 'rejected' && result.rejection.message).toContain('2025-03-03');
  });

  it('is not moved by corrections and timers', () => {
    const [timer] = plannedTimers(assigned);
    if (!timer) throw new Error('no timer is planned');
    const corrected = usually(assigned, 'task.correct').after('task.fire-rung', rungInput(timer), {
      by: PEOPLE.engine,
    });
    accept(corrected, '2025-03-10').then(['lane.accepted']);
  });

  it('is not moved by a change of units, though that has a day of its own', () => {
    const changes = { supportUnitIds: [] };
    accept(assigned.after('task.correct', { changes, reason: '更正' }), '2025-03-10').then(['lane.accepted']);
  });

  it('must be a day that exists', () => {
    accept(assigned, '2025-02-30').thenInvalid('occurredOn');
  });
});

it('an act that is open beneath a suspension is named as open once the task goes on', () => {
  const asked = taskIn('underway').after('task.instruct', { text: '请说明' }, { by: PEOPLE.leader });
  const answer = usually(asked, 'task.suspend').when('task.answer-instruction', soundBody('task.answer-instruction'), {
    by: PEOPLE.reporter,
  });
  answer.then('TASK.STEP_NOT_OPEN');
  expect(answer.result).toMatchObject({
    rejection: { message: '任务现为“缓办”，恢复办理后才能答复批示。' },
  });
});
