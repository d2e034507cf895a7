import { randomUUID } from 'node:crypto';
import {
  calendarYearOf,
  compileCalendar,
  DEFAULT_POLICY,
  type Ladder,
  type Policy,
  type TaskEvent,
  type TaskState,
  type TaskTimer,
  rungsOfTask,
  timersOfTask,
  type WorkCalendar,
} from '#domain';
import { createTestDatabase } from '#testing';
import {
  approved,
  corrected,
  PEOPLE,
  rungInput,
  SAMPLE_CALENDAR,
  soundBody,
  stateOf,
  taskIn,
  type TaskStory,
  UNITS,
  usualActor,
} from '../../../domain/testing';
import { openProjectionLab, type ProjectionLab } from '../../testing';
import { liveSchema } from '../runtime/projector';
import { rebuildProjection } from '../runtime/rebuild-projection';

/** Another calendar: the days before the limit 2025-06-30 are off, so that every reminder moves. */
const OTHER: WorkCalendar = {
  version: 'other-2025',
  region: 'CN',
  years: { '2025': calendarYearOf(2025, ['2025-06-26', '2025-06-27'], []) },
};

/** A ladder that reminds long before. */
const EARLY: Ladder = {
  rungs: [{ rungId: 'early-20', kind: 'remind', offsetWorkingDays: -20, at: '08:50', told: ['handler'] }],
  notices: null,
};
const MOVED = {
  rules: { policy: DEFAULT_POLICY.version, calendar: SAMPLE_CALENDAR.version },
  reason: '恢复原规则',
};

describe('timers', () => {
  let lab: ProjectionLab;
  let runner: Awaited<ReturnType<ProjectionLab['run']>>;

  beforeAll(async () => {
    lab = await openProjectionLab(createTestDatabase);
    runner = await lab.run();
  });
  afterAll(() => lab.close());

  async function stored(taskId: string): Promise<string[]> {
    const { rows } = await lab.pool.query<{ timer_id: string; fire_at: Date }>(
      'select timer_id, fire_at from projection_timers.timer where task_id = $1 order by fire_at, timer_id',
      [taskId],
    );
    return rows.map((row) => `${row.timer_id} ${row.fire_at.toISOString()}`);
  }

  function planned(taskId: string, state: TaskState, calendar: WorkCalendar, policy = DEFAULT_POLICY): string[] {
    const timers = timersOfTask(taskId, state, compileCalendar(calendar), policy);
    const inOrder = [...timers].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
    return inOrder.map(({ timerId, fireAt }) => `${timerId} ${fireAt}`);
  }

  const orderOf = ({ timerId, fireAt }: TaskTimer) => `${fireAt} ${timerId}`;

  async function tell(taskId: string, story: TaskStory, from = 0): Promise<void> {
    const position = await lab.writer.write(`task-${taskId}`, ...story.history.slice(from));
    await runner.waitFor(['timers'], position, { timeoutMs: 20_000 });
  }

  it('equal the plan after each step of a task', async () => {
    const taskId = randomUUID();
    let told = 0;
    let story = taskIn('hung');
    await tell(taskId, story);
    for (const act of [
      'task.assign',
      'task.accept',
      'task.report',
      'task.request-closure',
      'task.return',
      'task.terminate',
    ] as const) {
      told = story.history.length;
      story = approved(story.after(act, soundBody(act), { by: usualActor(act) }));
      await tell(taskId, story, told);
      expect(await stored(taskId)).toEqual(planned(taskId, stateOf(story), SAMPLE_CALENDAR));
    }
    expect(await stored(taskId)).toEqual([]);
  });

  it('lose what has fired and follow a moved limit', async () => {
    const taskId = randomUUID();
    let story = taskIn('underway');
    await tell(taskId, story);
    const first = (await stored(taskId))[0] ?? '';
    const [timer] = rungsOfTask(
      taskId,
      stateOf(story),
      compileCalendar(SAMPLE_CALENDAR),
      DEFAULT_POLICY.ladders.limits,
    );
    if (timer?.kind !== 'remind') throw new Error('the first timer reminds');
    let told = story.history.length;
    story = story.after('task.fire-rung', rungInput(timer), { by: usualActor('task.fire-rung') });
    await tell(taskId, story, told);
    expect(await stored(taskId)).not.toContain(first);
    told = story.history.length;
    const changes = { changedLimits: [{ limitId: 'L1', due: '2025-08-29' }] };
    story = corrected(story, changes);
    await tell(taskId, story, told);
    expect(await stored(taskId)).toEqual(planned(taskId, stateOf(story), SAMPLE_CALENDAR));
    expect((await stored(taskId)).some((each) => each.includes('2025-08-29'))).toBe(true);
  });

  it('(5) count by the calendar that the assignment has pinned, also after a rebuild', async () => {
    const [before, after, declined] = [randomUUID(), randomUUID(), randomUUID()];
    await tell(before, taskIn('assigned'));
    await tell(declined, taskIn('declined'));
    await lab.writer.tell(`calendar-${randomUUID()}`, {
      type: 'calendar.published',
      data: { calendar: OTHER, reason: '' },
    });
    const story = taskIn('hung').recorded([assignedBy(OTHER.version)]);
    await tell(after, story);
    expect(await stored(before)).toEqual(planned(before, stateOf(taskIn('assigned')), SAMPLE_CALENDAR));
    expect(await stored(after)).toEqual(planned(after, stateOf(story), OTHER));
    expect(await stored(after)).not.toEqual(planned(after, stateOf(story), SAMPLE_CALENDAR));

    const live = await lab.rows(liveSchema('timers'));
    const projector = lab.projectors().find(({ name }) => name === 'timers');
    if (projector) await rebuildProjection({ ...lab, projector });
    expect(await lab.rows(liveSchema('timers'))).toEqual(live);
  });

  it('(1) are planned by the version of the policy that the task has pinned, whatever the program brings along', async () => {
    const [pinned, unpinned] = [randomUUID(), randomUUID()];
    const policy: Policy = {
      ...DEFAULT_POLICY,
      version: 'office-2',
      ladders: { ...DEFAULT_POLICY.ladders, limits: EARLY },
    };
    const published = { ledgerId: null, policy, holds: 'new' as const, reason: '试行' };
    await lab.writer.tell(`policy-${randomUUID()}`, { type: 'policy.published', data: published });
    const story = taskIn('hung').recorded([assignedBy(SAMPLE_CALENDAR.version, 'office-2')]);
    await tell(pinned, story);
    await tell(unpinned, taskIn('assigned'));
    expect(await stored(pinned)).toEqual(planned(pinned, stateOf(story), SAMPLE_CALENDAR, policy));
    expect((await stored(pinned)).some((each) => each.includes('early-20'))).toBe(true);
    expect(await stored(unpinned)).toEqual(planned(unpinned, stateOf(taskIn('assigned')), SAMPLE_CALENDAR));

    const moved = story.after('task.move-rules', MOVED, { by: PEOPLE.engine });
    await tell(pinned, moved, story.history.length);
    expect(await stored(pinned)).toEqual(planned(pinned, stateOf(moved), SAMPLE_CALENDAR));
  });

  it('count by what the program brings along where the log does not know the pinned versions', async () => {
    const taskId = randomUUID();
    const story = taskIn('hung').recorded([assignedBy('lost-2025', 'lost-1')]);
    await tell(taskId, story);
    expect(await stored(taskId)).toEqual(planned(taskId, stateOf(story), SAMPLE_CALENDAR));
  });

  it('are written for more tasks than one statement takes, and written again after a rebuild', async () => {
    const story = taskIn('underway');
    const taskIds = Array.from({ length: 1_100 }, () => randomUUID());
    for (const taskId of taskIds) await lab.writer.write(`task-${taskId}`, ...story.history);
    const projector = lab.projectors().find(({ name }) => name === 'timers');
    if (!projector) throw new Error('there is no projection of timers');
    await rebuildProjection({ ...lab, projector });
    for (const taskId of [taskIds[0] ?? '', taskIds.at(-1) ?? '']) {
      expect(await stored(taskId)).toEqual(planned(taskId, stateOf(story), SAMPLE_CALENDAR));
    }
    const each = planned(taskIds[0] ?? '', stateOf(story), SAMPLE_CALENDAR).length;
    const { rows } = await lab.pool.query(
      'select count(*)::int as count from projection_timers.timer where task_id = any($1)',
      [taskIds],
    );
    expect(rows).toEqual([{ count: each * taskIds.length }]);
  });
});

/** An assignment that pins a calendar. */
function assignedBy(calendarVersion: string, policyVersion = DEFAULT_POLICY.version): TaskEvent {
  return {
    type: 'task.assigned',
    data: {
      lanes: [{ unitId: UNITS.health, role: 'lead' }],
      requirements: '',
      replyBy: null,
      on: '2025-03-03',
      rules: { policy: policyVersion, calendar: calendarVersion },
    },
  };
}
