import { PEOPLE, soundBody, stateOf, taskIn, UNITS } from '../../../testing';

const BODY = soundBody('task.answer-instruction-on-behalf');
const asked = taskIn('underway').after(
  'task.instruct',
  { text: '请说明迟缓原因', lanes: [UNITS.finance] },
  { by: PEOPLE.leader },
);

describe('the answer of a unit without an account', () => {
  it('is recorded by the office with the word on which it was', () => {
    const { unitId: _unit, ...word } = BODY.onBehalf;
    const outcome = asked.when('task.answer-instruction-on-behalf', BODY);
    outcome.then([{ type: 'instruction.answered', data: { lane: UNITS.finance, onBehalf: { ...word, sheet: [] } } }]);
    expect(stateOf(outcome).participation.recorded).toContain(PEOPLE.clerk.accountId);
  });

  it('is none of a unit that was asked nothing', () => {
    const onBehalf = { ...BODY.onBehalf, unitId: UNITS.health };
    asked.when('task.answer-instruction-on-behalf', { ...BODY, onBehalf }).then('TASK.NO_INSTRUCTION');
  });
});
