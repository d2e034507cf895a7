import { LEDGER_ID, NO_FACTS, PEOPLE, Story, testId, UNITS } from '../../testing';
import { AGGREGATES } from '..';

const { streak: aggregate } = AGGREGATES;
const none = new Story({ aggregate, acts: aggregate.acts, facts: NO_FACTS, actor: PEOPLE.engine });
const [ONE, TWO, THREE] = [testId(0x401), testId(0x402), testId(0x403)];
const AT = '2025-07-07T00:50:00.000Z';
const late = (taskId: string, change: Partial<{ due: string; climb: number }> = {}) => ({
  ledgerId: LEDGER_ID,
  unitId: UNITS.health,
  climb: { taskId, climb: 1, due: '2025-06-30', at: AT, ...change },
});
const [STEP, STEP_AFTER] = [testId(0x501), testId(0x502)];
const inTime = (taskId: string, at = '2025-07-08T01:00:00.000Z', commandId = STEP) => ({ taskId, commandId, at });
const after = (...tasks: readonly string[]) =>
  tasks.reduce((story, taskId) => story.after('streak.lengthen', late(taskId)), none);

describe('the delays of a unit in a row', () => {
  it('are counted one after the other, and say with the third that it is time', () => {
    none.when('streak.lengthen', late(ONE)).then([{ type: 'streak.lengthened', data: { length: 1, reached: false } }]);
    after(ONE)
      .when('streak.lengthen', late(TWO))
      .then([{ type: 'streak.lengthened', data: { length: 2, reached: false } }]);
    after(ONE, TWO)
      .when('streak.lengthen', late(THREE))
      .then([{ type: 'streak.lengthened', data: { length: 3, reached: true } }]);
  });

  it('say so once for each three: with the sixth again, and not between', () => {
    const more = [0x404, 0x405, 0x406].map((id) => testId(id));
    const six = after(ONE, TWO, THREE, ...more);
    const reached = six.history.map(({ data }) => 'reached' in data && data.reached);
    expect(reached).toEqual([false, false, true, false, false, true]);
  });

  it('are one where several limits of a task are due on the same day, and two on two days', () => {
    after(ONE).when('streak.lengthen', late(ONE)).then([]);
    after(ONE)
      .when('streak.lengthen', late(ONE, { due: '2025-07-31' }))
      .then([{ type: 'streak.lengthened', data: { length: 2 } }]);
    after(ONE)
      .when('streak.lengthen', late(ONE, { climb: 2 }))
      .then([{ type: 'streak.lengthened', data: { length: 2 } }]);
  });

  it('begin anew once something was completed in time', () => {
    const ended = after(ONE, TWO).when('streak.end', inTime(THREE));
    ended.then([{ type: 'streak.ended', data: { unitId: UNITS.health, taskId: THREE } }]);
    ended.next
      .when('streak.lengthen', late(THREE))
      .then([{ type: 'streak.lengthened', data: { length: 1, reached: false } }]);
  });

  it('are counted once, also when they are told again after an end, as after a crash', () => {
    after(ONE, TWO).after('streak.end', inTime(THREE)).when('streak.lengthen', late(TWO)).then([]);
  });

  it('are not ended by what was completed before the last of them', () => {
    after(ONE).when('streak.end', inTime(TWO, '2025-07-07T00:49:00.000Z')).then([]);
  });

  it('are none of a unit that was never late: nothing is recorded of what it does in time', () => {
    none.when('streak.end', inTime(ONE)).then('STREAK.NONE');
    after(ONE).after('streak.end', inTime(TWO)).when('streak.end', inTime(TWO)).then([]);
  });

  it('are as many as the rules in force say', () => {
    const strict = { policy: { listing: { task: 2, unit: 2 } } };
    after(ONE)
      .when('streak.lengthen', late(TWO), strict)
      .then([{ type: 'streak.lengthened', data: { reached: true } }]);
  });

  it('go on where the step that ended them is taken back, together with what came since', () => {
    const ended = after(ONE, TWO).after('streak.end', inTime(ONE));
    const restored = ended.when('streak.restore', { commandId: STEP });
    restored.then([{ type: 'streak.restored', data: { length: 2, reached: false } }]);
    restored.next
      .when('streak.lengthen', late(THREE))
      .then([{ type: 'streak.lengthened', data: { length: 3, reached: true } }]);
    ended
      .after('streak.lengthen', late(THREE))
      .when('streak.restore', { commandId: STEP })
      .then([{ type: 'streak.restored', data: { length: 3, reached: true, climb: { taskId: THREE } } }]);
    restored.next.when('streak.restore', { commandId: STEP }).then([]);
  });

  it('stay ended by a second step that was in time, until that is taken back too', () => {
    const twice = after(ONE, TWO)
      .after('streak.end', inTime(ONE))
      .after('streak.end', inTime(TWO, '2025-07-08T02:00:00.000Z', STEP_AFTER));
    const first = twice.when('streak.restore', { commandId: STEP });
    first.then([{ type: 'streak.restored', data: { length: 0 } }]);
    first.next
      .when('streak.restore', { commandId: STEP_AFTER })
      .then([{ type: 'streak.restored', data: { length: 2 } }]);
  });

  it('are proposed once for the same three, though what ended them is taken back', () => {
    const three = after(ONE, TWO, THREE).after('streak.end', inTime(ONE));
    three
      .when('streak.restore', { commandId: STEP })
      .then([{ type: 'streak.restored', data: { length: 3, reached: false } }]);
  });
});
