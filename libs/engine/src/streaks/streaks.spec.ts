import { readEvent } from '#domain';
import { ControlledClock } from '#platform';
import { momentOn, PEOPLE, TASK_ID, testId, UNITS } from '../../../domain/testing';
import { EngineLab, ScriptedStore, TO_UNDERWAY } from '../../testing';
import { concerns } from '../reactions/reaction';
import { States } from '../state/states';
import { endStreakReaction } from './end-streak.reaction';
import { lengthenStreakReaction } from './lengthen-streak.reaction';
import { proposeListingReaction } from './propose-listing.reaction';
import { restoreStreakReaction } from './restore-streak.reaction';

const TASKS = [TASK_ID, testId(0x5401), testId(0x5402), testId(0x5403)];
/** Five working days after Monday 2025-06-30, when the sample task is due. */
const LATE = '2025-07-07';

/** Delays of a unit over its tasks: from the rungs of each to the unit's own stream, and back to the task that was the last. */
describe('delays of a unit in a row', () => {
  let store: ScriptedStore;
  let lab: EngineLab;

  beforeEach(async () => {
    store = new ScriptedStore();
    const clock = new ControlledClock(momentOn('2025-03-03'));
    lab = await (await EngineLab.open({ store, clock })).furnish();
    for (const taskId of TASKS) await lab.through(taskId, ...TO_UNDERWAY);
    clock.set(momentOn(LATE));
  });
  afterEach(() => lab.close());

  const escalate = (taskId: string, kind: 'urge' | 'escalate' = 'escalate') =>
    lab.does(
      'task.fire-rung',
      taskId,
      {
        obligation: { lane: UNITS.health, limitId: 'L1', period: null },
        round: 1,
        climb: 1,
        rung: { rungId: kind === 'urge' ? 'urge-1' : 'escalate-5', kind },
        due: '2025-06-30',
      },
      { by: PEOPLE.engine },
    );
  /** Reported today, as done on a day. */
  const reports = (taskId: string, on: string) =>
    lab.does('task.report', taskId, { progress: '完成', done: [{ limitId: 'L1', on }] }, { by: PEOPLE.reporter });

  /** What the reactions do with everything in the log, in a process of its own. */
  async function react(): Promise<void> {
    const other = await EngineLab.open({ store, clock: lab.clock }, 'reaction');
    const states = other.module.get(States, { strict: false });
    const reactions = [
      lengthenStreakReaction(states),
      endStreakReaction(states),
      restoreStreakReaction(states),
      proposeListingReaction,
    ];
    try {
      // What the reactions write is followed too, as in the log.
      for (let at = 0; at < (await lab.log()).length; at += 1) {
        const stored = (await lab.log())[at];
        for (const reaction of stored === undefined ? [] : reactions) {
          if (stored !== undefined && concerns(reaction, stored)) {
            await reaction.react(readEvent(stored), stored.stream, other.bus);
          }
        }
      }
    } finally {
      await other.close();
    }
  }

  const told = async () =>
    (await lab.log()).flatMap(({ type, data }) =>
      type.startsWith('streak.') ? [typeof data['length'] === 'number' ? `${type} ${data['length']}` : type] : [],
    );
  const proposed = async () =>
    (await lab.log()).flatMap(({ type, stream, data }) =>
      type === 'proposal.made' ? [[stream, data['grounds']] as const] : [],
    );

  it('propose 挂牌督办 with the third, once, whatever is told again', async () => {
    const [one = '', two = '', three = ''] = TASKS;
    await escalate(one, 'urge');
    for (const taskId of [one, two]) await escalate(taskId);
    await react();
    expect(await told()).toEqual(['streak.lengthened 1', 'streak.lengthened 2']);
    expect(await proposed()).toEqual([]);
    await escalate(three);
    await react();
    await react();
    expect(await told()).toEqual(['streak.lengthened 1', 'streak.lengthened 2', 'streak.lengthened 3']);
    expect(await proposed()).toEqual([[`task-${three}`, '该单位在本台账连续3次逾期上报，其间没有按期完成的事项']]);
  });

  it('begin anew with what is completed in time between them, and not with what is late', async () => {
    const [one = '', two = '', three = '', four = ''] = TASKS;
    await escalate(one);
    await reports(one, LATE);
    await escalate(two);
    await react();
    expect(await told()).toEqual(['streak.lengthened 1', 'streak.lengthened 2']);
    await reports(three, '2025-06-30');
    await escalate(four);
    await react();
    await react();
    expect(await told()).toEqual(['streak.lengthened 1', 'streak.lengthened 2', 'streak.ended', 'streak.lengthened 1']);
    expect(await proposed()).toEqual([]);
  });

  it('go on where the report that ended them is taken back', async () => {
    const [one = '', two = '', three = '', four = ''] = TASKS;
    for (const taskId of [one, two]) await escalate(taskId);
    await react();
    await reports(three, '2025-06-30');
    await react();
    await lab.does('task.withdraw', three, {}, { by: PEOPLE.reporter });
    await react();
    await escalate(four);
    await react();
    expect(await told()).toEqual([
      'streak.lengthened 1',
      'streak.lengthened 2',
      'streak.ended',
      'streak.restored 2',
      'streak.lengthened 3',
    ]);
    expect(await proposed()).toHaveLength(1);
  });

  it('are not proposed for a task that has ended meanwhile, and hold nothing up', async () => {
    const [one = '', two = '', three = ''] = TASKS;
    for (const taskId of [one, two, three]) await escalate(taskId);
    await lab.usually('task.terminate', three);
    await react();
    expect(await told()).toHaveLength(3);
    expect((await proposed()).filter(([, grounds]) => typeof grounds === 'string' && grounds.includes('连续'))).toEqual(
      [],
    );
  });
});
