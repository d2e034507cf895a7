import {
  EVIDENCE,
  KNOWN_FILE,
  OF_FINANCE,
  OF_HEALTH,
  openAfter,
  PEOPLE,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
} from '../../../testing';

const byLeader = { by: PEOPLE.leader };
const ANSWER = soundBody('task.answer-instruction');
const ask = (story: TaskStory, text = '请说明迟缓原因', lanes: readonly string[] = [UNITS.health]) =>
  story.after('task.instruct', { text, lanes: [...lanes] }, byLeader);
const asked = ask(taskIn('underway'));
const idOf = (story: TaskStory, index: number) => stateOf(story).instructions[index]?.instructionId ?? '';
const answer = (story: TaskStory, change: object = {}, by = OF_HEALTH) =>
  story.when('task.answer-instruction', { ...ANSWER, ...change }, by);

describe('an answer', () => {
  it('is given by reporter or head of the unit, to the only instruction or to the one that is named', () => {
    const instructionId = idOf(asked, 0);
    answer(asked).then([
      {
        type: 'instruction.answered',
        data: { instructionId, lane: UNITS.health, text: ANSWER.text, on: '2025-03-03' },
      },
    ]);
    answer(asked, { instructionId }, { by: PEOPLE.unitHead }).then(['instruction.answered']);
    const two = ask(asked, '请报下一步安排');
    answer(two).then('TASK.INSTRUCTION_NEEDED');
    answer(two, { instructionId: idOf(two, 1) }).then([
      { type: 'instruction.answered', data: { instructionId: idOf(two, 1) } },
    ]);
  });

  it('is given by each unit for itself, and by none that was not asked', () => {
    answer(asked, {}, OF_FINANCE).then('TASK.NO_INSTRUCTION');
    answer(asked, { instructionId: idOf(asked, 0) }, OF_FINANCE).then('TASK.NO_INSTRUCTION');
    const both = ask(taskIn('underway'), '请各自说明', [UNITS.health, UNITS.finance]);
    const [first, second] = [answer(both).next, answer(both, {}, OF_FINANCE).next];
    answer(first, {}, OF_FINANCE).then(['instruction.answered']);
    answer(second).then(['instruction.answered']);
  });

  it('is given once: what is to be added stands in a report', () => {
    const answered = answer(asked).next;
    answer(answered).then('TASK.INSTRUCTION_ANSWERED');
    const two = ask(answered, '请报下一步安排');
    answer(two, { instructionId: idOf(two, 0) }).then('TASK.INSTRUCTION_ANSWERED');
  });

  it('is given where the leads are checked and before a unit has accepted', () => {
    for (const status of ['assigned', 'closure-requested', 'verified', 'returned'] as const) {
      answer(ask(taskIn(status))).then(['instruction.answered']);
    }
  });

  it('is to nothing that was taken back, and lies not before what was asked nor in the future', () => {
    const instructionId = idOf(asked, 0);
    const another = ask(asked.after('task.withdraw', {}, byLeader), '另一条');
    answer(another, { instructionId }).then('TASK.INSTRUCTION_UNKNOWN');
    answer(asked.on('2025-03-05'), { occurredOn: '2025-03-04' }).then(['instruction.answered']);
    answer(asked, { occurredOn: '2025-02-28' }).then('TASK.DAY_OUT_OF_ORDER');
    answer(asked, { occurredOn: '2025-03-04' }).then('TASK.DAY_IN_FUTURE');
  });

  it('shows files of the store, and holds no numbers of private persons', () => {
    const shown = answer(asked, { evidence: [EVIDENCE] }).next;
    expect(stateOf(shown).evidence).toContain(KNOWN_FILE);
    answer(asked, { evidence: [{ ...EVIDENCE, hash: 'b'.repeat(64) }] }).then('EVIDENCE.UNKNOWN');
    asked.when('task.answer-instruction', { text: '请联系13812345678' }, OF_HEALTH).thenInvalid('text');
  });

  it('completes nothing, and keeps whoever gave it from checking the task', () => {
    const answered = answer(asked).next;
    expect(stateOf(answered).limits).toEqual(stateOf(asked).limits);
    expect(stateOf(answered).participation.reported).toContain(PEOPLE.reporter.accountId);
  });

  it('is read by the leader who asked, and waits for the unit no more', () => {
    const open = (story: TaskStory, kind: string) =>
      openAfter(story).filter((entry) => entry.kind === kind && entry.audience.unitId !== null);
    expect(open(asked, 'answer').map(({ audience: { role } }) => role)).toEqual(['reporter', 'unit-head']);
    const answered = answer(asked).next;
    expect(open(answered, 'answer')).toEqual([]);
    const [told, ...others] = open(answered, 'instruction-answered');
    expect(told).toMatchObject({
      audience: { role: 'leader', unitId: UNITS.office },
      // Not for the other leaders of that unit.
      onlyFor: PEOPLE.leader.accountId,
      waits: false,
      data: { text: ANSWER.text },
    });
    expect(others).toEqual([]);
  });

  it('is taken back by whoever gave it, and waits again', () => {
    const back = answer(asked).next.after('task.withdraw', {}, OF_HEALTH);
    expect(stateOf(back).turns.filter(({ kind }) => kind === 'answer')).toHaveLength(1);
    answer(back).then(['instruction.answered']);
  });
});
