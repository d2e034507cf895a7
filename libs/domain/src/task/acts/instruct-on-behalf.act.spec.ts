import {
  openAfter,
  passedTo,
  PEOPLE,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
} from '../../../testing';
import { awaitedAnswers } from '../instructions';

const BODY = soundBody('task.instruct-on-behalf');
const underway = taskIn('underway');
const record = (story: TaskStory, change: object = {}) =>
  story.when('task.instruct-on-behalf', { ...BODY, ...change }, { by: PEOPLE.clerk });
const recorded = record(underway).next;
const answered = recorded.after('task.answer-instruction', { text: '已安排' }, { by: PEOPLE.reporter });
const audienceOf = (story: TaskStory, kind: string) =>
  openAfter(story).flatMap((entry) => (entry.kind === kind ? [entry.audience.role] : []));

describe('an instruction that the office records', () => {
  it('is the leader’s, with who said it, how and when', () => {
    record(underway).then([
      {
        type: 'instruction.given',
        data: { lanes: [UNITS.health], answerBy: '2025-03-10', onBehalf: { ...BODY.onBehalf, sheet: [] } },
      },
    ]);
    const [entry] = openAfter(recorded).filter(({ kind }) => kind === 'answer');
    expect(entry?.data).toMatchObject({ by: BODY.onBehalf.saidBy });
  });

  it('is answered to the office, which asked', () => {
    expect(audienceOf(answered, 'instruction-answered')).toEqual(['supervision-clerk']);
    expect(awaitedAnswers(stateOf(answered))).toEqual([]);
  });

  it('that is not answered comes back to the office, and to no leader', () => {
    const silent = passedTo(recorded, '2025-03-11').history.flatMap(({ type, data }) =>
      type === 'rung.fired' && data.holder === 'answer' ? [data] : [],
    );
    expect(silent.map(({ rung: { kind }, told }) => [kind, told.map(({ role }) => role)])).toEqual([
      ['due', ['reporter', 'unit-head']],
      ['urge', ['reporter', 'unit-head', 'supervision-clerk']],
    ]);
  });

  it('keeps whoever recorded it from nothing: it is no part of the work', () => {
    expect(stateOf(recorded).participation.recorded).not.toContain(PEOPLE.clerk.accountId);
  });

  it('is taken back until a unit has answered', () => {
    const back = (story: TaskStory) => story.when('task.withdraw', {}, { by: PEOPLE.clerk });
    back(recorded).then([{ type: 'task.withdrawn', data: { step: 'task.instruct-on-behalf' } }]);
    back(usually(recorded, 'task.report')).then([
      { type: 'task.withdrawn', data: { step: 'task.instruct-on-behalf' } },
    ]);
    back(answered).then('TASK.NOT_YOUR_STEP');
  });

  it('was said by today, and names no private numbers', () => {
    record(underway, { onBehalf: { ...BODY.onBehalf, saidOn: '2025-03-04' } }).then('TASK.DAY_IN_FUTURE');
    record(underway, { onBehalf: { ...BODY.onBehalf, saidBy: '王副市长13812345678' } }).thenInvalid('onBehalf.saidBy');
    record(underway, { lanes: [UNITS.insurance] }).then('TASK.UNIT_NOT_RESPONSIBLE');
    record(recorded).then('TASK.ALREADY_INSTRUCTED');
  });
});
