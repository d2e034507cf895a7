import {
  alsoIn,
  circumstancesOf,
  inChargeOf,
  OF_FINANCE,
  OF_HEALTH,
  openAfter,
  OTHER_LEDGER_ID,
  passedTo,
  PEOPLE,
  personWith,
  soundBody,
  staffOf,
  stateOf,
  TASK_FACTS,
  taskIn,
  type TaskStory,
  UNITS,
  usually,
  withTwoLeads,
} from '../../../testing';
import { heldOf } from '../held';
import { awaitedAnswers, MOST_INSTRUCTIONS } from '../instructions';

const byLeader = { by: PEOPLE.leader };
const ASKED = { text: '请说明迟缓原因' };
const underway = taskIn('underway');
const instruct = (story: TaskStory, change: object = {}) =>
  story.when('task.instruct', { ...ASKED, ...change }, byLeader);
const instructed = (story: TaskStory, change: object = {}) => instruct(story, change).next;
const answer = (story: TaskStory, by = OF_HEALTH) =>
  story.when('task.answer-instruction', soundBody('task.answer-instruction'), by);
const answering = (story: TaskStory) =>
  stateOf(story)
    .turns.filter(({ kind }) => kind === 'answer')
    .map(({ lane }) => lane);

describe('an instruction', () => {
  it.each(['assigned', 'underway', 'closure-requested', 'verified', 'returned'] as const)(
    'goes to the leads of a task that units have, to be answered within the days of the rules: %s',
    (status) => {
      instruct(taskIn(status)).then([
        { type: 'instruction.given', data: { lanes: [UNITS.health], text: ASKED.text, answerBy: '2025-03-10' } },
      ]);
    },
  );

  it('names its units and its day where the leader chooses them', () => {
    instruct(underway, { lanes: [UNITS.finance], answerBy: '2025-03-03' }).then([
      { type: 'instruction.given', data: { lanes: [UNITS.finance], answerBy: '2025-03-03' } },
    ]);
  });

  it('is not to be answered in the past, nor by a unit without a part in the task', () => {
    instruct(underway, { answerBy: '2025-02-28' }).then('TASK.ANSWER_DAY_PAST');
    instruct(underway, { lanes: [UNITS.insurance] }).then('TASK.UNIT_NOT_RESPONSIBLE');
    instruct(taskIn('declined')).then('TASK.NOBODY_TO_INSTRUCT');
  });

  it('is given to units in the leader’s charge alone', () => {
    const other = personWith(0x32, '其他领导', 'leader', UNITS.insurance);
    underway.when('task.instruct', ASKED, { by: other }).then('TASK.INSTRUCTS_OTHER_BRANCH');
  });

  it('is given by the deputy in charge of the unit, wherever their post stands, and by no other deputy, who learns whose it is', () => {
    const deputy = inChargeOf(personWith(0x34, '分管副市长', 'leader', UNITS.insurance), UNITS.health);
    const other = inChargeOf(personWith(0x35, '另一副市长', 'leader', UNITS.office), UNITS.finance);
    const facts = { staff: { ...TASK_FACTS.staff, posts: staffOf([PEOPLE.leader, other, deputy]) } };
    underway.when('task.instruct', ASKED, { by: deputy, facts }).then(['instruction.given']);
    for (const lanes of [undefined, [UNITS.health], [UNITS.finance, UNITS.health]]) {
      underway
        .when('task.instruct', { ...ASKED, lanes }, { by: other, facts })
        .then(
          'TASK.INSTRUCTS_OTHER_BRANCH',
          '所选单位不归您分管，请只选择分管的单位；所选单位由分管副市长分管，请由其批示。',
        );
    }
    underway
      .when('task.instruct', { ...ASKED, lanes: [UNITS.finance] }, { by: other, facts })
      .then(['instruction.given']);
    underway.when('task.instruct', ASKED, { by: PEOPLE.leader, facts }).then(['instruction.given']);
  });

  it('is never given to a unit that the leader heads or reports for, in whatever post they act', () => {
    const both = alsoIn(PEOPLE.leader, 'unit-head', UNITS.health);
    underway.when('task.instruct', ASKED, { by: both }).then('TASK.INSTRUCTS_OWN_UNIT');
    underway
      .when('task.instruct', { ...ASKED, lanes: [UNITS.health, UNITS.finance] }, { by: both })
      .then('TASK.INSTRUCTS_OWN_UNIT');
    underway.when('task.instruct', { ...ASKED, lanes: [UNITS.finance] }, { by: both }).then(['instruction.given']);
    const elsewhere = alsoIn(PEOPLE.leader, 'unit-head', UNITS.health, OTHER_LEDGER_ID);
    underway.when('task.instruct', ASKED, { by: elsewhere }).then(['instruction.given']);
  });

  it('holds no numbers of private persons, and some words', () => {
    underway.when('task.instruct', { text: '请联系13812345678' }, byLeader).thenInvalid('text');
    underway.when('task.instruct', { text: '' }, byLeader).thenInvalid('text');
  });

  it('is not given again in the same words while the unit has still to answer it', () => {
    const first = instructed(underway);
    instruct(first).then('TASK.ALREADY_INSTRUCTED');
    instruct(first, { text: '请主要负责人研究' }).then(['instruction.given']);
    instruct(answer(first).next).then(['instruction.given']);
  });

  it('comes in bounded number', () => {
    const many = Array.from({ length: MOST_INSTRUCTIONS }, (_, index) => `第${index + 1}条`);
    const full = many.reduce((story, text) => instructed(story, { text }), underway);
    instruct(full, { text: '再一条' }).then('TASK.TOO_MANY_INSTRUCTIONS');
  });

  it('keeps a form valid that a unit was filling, and its way back', () => {
    const seenRevision = underway.history.length - 1;
    const story = instructed(underway);
    story.when('task.report', { progress: '完成', seenRevision }, OF_HEALTH).then(['lane.reported']);
    story.when('task.withdraw', {}, OF_HEALTH).then([{ type: 'task.withdrawn', data: { step: 'task.report' } }]);
  });
});

describe('a task with an instruction', () => {
  it('is held by each unit that has still to answer, beside its work', () => {
    const both = instructed(withTwoLeads);
    expect(answering(both)).toEqual([UNITS.health, UNITS.finance]);
    expect(answering(answer(both).next)).toEqual([UNITS.finance]);
  });

  it('charges no day twice: the days of the answer are those of the work', () => {
    const story = instructed(underway).on('2025-03-10');
    const held = heldOf(stateOf(story), '2025-03-10', circumstancesOf(PEOPLE.engine).calendar);
    expect(held.map(({ kind, workingDays }) => [kind, workingDays])).toEqual([['work', 5]]);
  });

  it('does not wait for the answer while it is suspended, and then as many days longer', () => {
    const suspended = usually(instructed(underway), { act: 'task.suspend', today: '2025-03-05' });
    expect(answering(suspended)).toEqual([]);
    const resumed = suspended.after('task.resume', {}, { today: '2025-03-12' });
    expect([answering(resumed), stateOf(resumed).instructions[0]?.answerBy]).toEqual([[UNITS.health], '2025-03-17']);
  });

  it('waits for no answer after its end', () => {
    const ended = usually(instructed(underway), 'task.terminate');
    expect(stateOf(ended).turns).toEqual([]);
    expect(openAfter(ended).filter(({ kind }) => kind === 'answer')).toEqual([]);
    answer(ended).then('TASK.STEP_NOT_OPEN');
  });

  it('does not wait for a unit that has declined, and tells the leader; taken back, the unit is asked again', () => {
    const declined = instructed(taskIn('assigned')).after('task.decline', { reason: '非本单位职责' }, OF_HEALTH);
    expect(answering(declined)).toEqual([]);
    expect(openAfter(declined)).toContainEqual(
      expect.objectContaining({
        kind: 'instruction-lapsed',
        audience: { role: 'leader', unitId: UNITS.office },
        onlyFor: PEOPLE.leader.accountId,
      }),
    );
    const back = declined.after('task.withdraw', {}, OF_HEALTH);
    expect(answering(back)).toEqual([UNITS.health]);
    expect(openAfter(back).filter(({ kind }) => kind === 'answer')).toHaveLength(2);
  });
});

describe('an instruction that nobody has answered when its task ends', () => {
  const asked = instructed(taskIn('verified'));
  const lapsed = (story: TaskStory) =>
    openAfter(story).flatMap(({ kind, audience: { role, unitId }, waits, data }) =>
      kind === 'instruction-lapsed' ? [{ role, unitId, waits, data }] : [],
    );
  const ofUnit = { unitId: UNITS.health, waits: false };

  it.each([
    ['closed', usually(asked, 'task.close')],
    ['terminated', usually(instructed(underway), 'task.terminate')],
  ] as const)('lapses, and whoever gave it and the unit are told so: %s', (ended, story) => {
    expect(lapsed(story)).toMatchObject([
      { role: 'leader', unitId: UNITS.office, waits: false, data: { lane: UNITS.health, ended } },
      { role: 'reporter', ...ofUnit },
      { role: 'unit-head', ...ofUnit },
    ]);
    expect(answering(story)).toEqual([]);
    expect(openAfter(story).filter(({ waits }) => waits)).toEqual([]);
    expect(awaitedAnswers(stateOf(story))).toEqual([]);
  });

  it('is told as lapsed of none that was answered', () => {
    expect(lapsed(usually(answer(asked).next, 'task.close'))).toEqual([]);
  });
});

describe('taking an instruction back', () => {
  const given = instructed(underway);

  it('is open to the leader until a unit has answered it, whatever else is done to the task', () => {
    const back = given.when('task.withdraw', {}, byLeader);
    back.then([{ type: 'task.withdrawn', data: { step: 'task.instruct' } }]);
    expect([answering(back.next), stateOf(back.next).instructions]).toEqual([[], []]);
    const reported = given.after('task.report', { progress: '推进中' }, OF_HEALTH);
    reported.when('task.withdraw', {}, byLeader).then(['task.withdrawn']);
    answer(given).next.when('task.withdraw', {}, byLeader).then('TASK.NOT_YOUR_STEP');
  });

  it('leaves the forms of the units valid', () => {
    const seenRevision = given.history.length - 1;
    given
      .after('task.withdraw', {}, byLeader)
      .when('task.report', { progress: '完成', seenRevision }, OF_HEALTH)
      .then(['lane.reported']);
  });

  it('is not undone by an answer to another one', () => {
    const two = instructed(instructed(withTwoLeads, { lanes: [UNITS.health] }), { lanes: [UNITS.finance] });
    const answered = answer(two, OF_HEALTH).next;
    const back = answered.after('task.withdraw', {}, byLeader);
    expect(stateOf(back).instructions.map(({ lanes }) => lanes)).toEqual([[UNITS.health]]);
    answer(two, OF_FINANCE).next.when('task.withdraw', {}, byLeader).then(['task.withdrawn']);
  });
});

describe('the clock of an answer', () => {
  /** Whom the rungs of the answer told, by their ids. */
  const told = (story: TaskStory) =>
    story.history.flatMap((event) =>
      event.type === 'rung.fired' && event.data.holder === 'answer'
        ? [[event.data.rung.rungId, ...event.data.told.map(({ role, unitId }) => `${role} ${unitId ?? 'ledger'}`)]]
        : [],
    );

  it.each([
    ['a lead', UNITS.health],
    ['a supporting unit, too', UNITS.finance],
  ])('tells the unit and its head, then the leader who asked, then the office: %s', (_name, unit) => {
    const late = passedTo(instructed(underway, { lanes: [unit] }), '2025-03-17');
    const own = [`reporter ${unit}`, `unit-head ${unit}`];
    const giver = `leader ${UNITS.office}`;
    expect(told(late)).toEqual([
      ['due', ...own],
      ['urge-1', ...own, giver],
      ['escalate-5', `unit-head ${unit}`, giver, 'supervision-clerk ledger'],
    ]);
  });

  it('goes for each of two instructions by itself, also on one day', () => {
    const two = instructed(instructed(underway), { text: '请报下一步安排' });
    expect(told(passedTo(two, '2025-03-10')).map(([rung]) => rung)).toEqual(['due', 'due']);
  });

  it('goes on when the unit reports: that is no answer', () => {
    const late = passedTo(instructed(underway), '2025-03-17');
    const escalated = (story: TaskStory) =>
      openAfter(story).filter(({ kind, audience }) => kind === 'escalate' && audience.role === 'leader').length;
    expect(escalated(late)).toBe(1);
    expect(escalated(late.after('task.report', { progress: '推进中' }, OF_HEALTH))).toBe(1);
    expect(escalated(answer(late).next)).toBe(0);
  });
});

it('an instruction does away with what had been escalated to the leader, and with nobody else’s', () => {
  const late = passedTo(underway, '2025-07-07');
  const escalatedTo = (story: TaskStory) =>
    openAfter(story)
      .filter(({ kind, waits }) => kind === 'escalate' && waits)
      .map(({ audience }) => audience.role);
  expect(escalatedTo(late)).toEqual(['unit-head', 'leader', 'supervision-clerk']);
  const given = instructed(late);
  expect(escalatedTo(given)).toEqual(['unit-head', 'supervision-clerk']);
  expect(escalatedTo(given.after('task.withdraw', {}, byLeader)).sort()).toEqual(escalatedTo(late).sort());
});
