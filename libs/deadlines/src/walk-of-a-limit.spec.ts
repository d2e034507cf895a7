import { CommandBus } from '@nestjs/cqrs';
import { Test, type TestingModule } from '@nestjs/testing';
import {
  type Actor,
  ACTS,
  type ActType,
  compileCalendar,
  dayInShanghai,
  DEFAULT_POLICY,
  readEvent,
  shanghaiInstant,
} from '#domain';
import { Act, calendarIdOf, chinaCalendar, EngineModule, policyIdOf } from '#engine';
import { LabAccounts } from '../../engine/testing';
import { ControlledClock, createLogger, createPool, migrate } from '#platform';
import { createProjectors, PROJECTION_MIGRATIONS, ProjectionRunner } from '#projections';
import { createTestDatabase, eventually } from '#testing';
import {
  aLimit,
  draftTask,
  LEDGER_ID,
  PEOPLE,
  SAMPLE_STAFF,
  soundBody,
  TASK_ID,
  testId,
  UNITS,
} from '../../domain/testing';
import { openPostgresLog, type PostgresLog } from '../../event-store/testing/postgres-log';
import { Deadlines } from '.';

const logger = createLogger('silent');
const CHINA = compileCalendar(chinaCalendar());
const TIMES = ['00:05', '08:49', '08:50', '08:50', '20:00'];

/** The house from the log to the timers, on real parts; only time is ours. */
describe('the walk of a limit', () => {
  let log: PostgresLog;
  let engine: TestingModule;
  let projections: ProjectionRunner;
  let deadlines: Deadlines;
  let clock: ControlledClock;
  let ends: (() => Promise<unknown>)[];

  beforeEach(async () => {
    log = await openPostgresLog(createTestDatabase);
    const { store, database } = log;
    const { appPool: pool, appUrl: databaseUrl } = database;
    await migrate(pool, PROJECTION_MIGRATIONS, { lockKey: 2 });
    clock = new ControlledClock(shanghaiInstant('2021-09-10', '10:00'));
    const staff = { of: () => Promise.resolve(SAMPLE_STAFF) };
    const accounts = new LabAccounts();
    const options = { store, pool, clock, logger, staff, accounts };
    const module = Test.createTestingModule({ imports: [EngineModule.on(options)] });
    engine = await module.compile();
    await engine.init();
    const projectors = createProjectors({ store, pool, builtIn: { calendar: CHINA, policy: DEFAULT_POLICY } });
    projections = new ProjectionRunner({ store, pool, clock, logger, projectors });
    await projections.start();
    const own = createPool(databaseUrl, { max: 4, applicationName: 'test-deadlines', logger });
    const commands = engine.get(CommandBus);
    deadlines = await Deadlines.open({ pool: own, databaseUrl, redisUrl: undefined, commands, clock, logger });
    ends = [() => deadlines.stop(), () => own.end(), () => projections.stop(), () => engine.close(), () => log.close()];
  });
  afterEach(async () => {
    for (const end of ends) await end();
  });

  let commandNumber = 0x9000;
  function context(actor: Actor) {
    commandNumber += 1;
    return { actor, commandId: testId(commandNumber), correlationId: 'walk', causationId: null };
  }

  /** Waits until the timers know of everything in the log. */
  async function timersLevel(): Promise<void> {
    const last = (await log.store.readAll(null, 1_000)).at(-1);
    if (last) await projections.waitFor(projections.names, last.position);
  }

  /** Sends a command as a person or a program would. */
  async function does(type: ActType, id: string, body: object, by: Actor): Promise<void> {
    const step = ACTS.find((act) => act.type === type)?.step(id, body);
    if (!step) throw new Error(`no act ${type}`);
    await engine.get(CommandBus).execute(new Act(step, context(by)));
  }

  /** Hangs and assigns a task with one limit. */
  async function assign(limit: ReturnType<typeof aLimit>): Promise<void> {
    const ledger = { name: '医改台账', code: 'YG2021', closingPrefix: '云医改销' };
    await does('ledger.create', LEDGER_ID, ledger, PEOPLE.clerk);
    await does('unit.create', UNITS.health, { name: '市卫生健康局', parentId: null }, PEOPLE.systemAdministrator);
    await does('unit.create', UNITS.finance, { name: '市财政局', parentId: null }, PEOPLE.systemAdministrator);
    await does('task.draft', TASK_ID, draftTask({ limits: [limit] }), PEOPLE.engine);
    for (const type of ['task.confirm', 'task.hang', 'task.assign'] as const) {
      await does(type, TASK_ID, soundBody(type), PEOPLE.clerk);
    }
    // Units that do not answer are on a clock of their own.
    for (const unit of [PEOPLE.reporter, PEOPLE.supportReporter]) await does('task.accept', TASK_ID, {}, unit);
    await timersLevel();
  }

  /** Goes through the days, sweeping several times on each, twice at the ladder's minute. */
  async function live(from: string, to: string): Promise<void> {
    for (let day = from; day <= to; day = dayInShanghai(Date.parse(`${day}T12:00:00Z`) + 86_400_000)) {
      for (const time of TIMES) {
        clock.set(shanghaiInstant(day, time));
        await deadlines.sweep();
        await timersLevel();
      }
    }
  }

  /** What was recorded of the task after both units accepted it: kind, and the moment by Shanghai's clocks. */
  async function told(): Promise<string[]> {
    const events = (await log.store.readStream(`task-${TASK_ID}`)).map(readEvent).slice(6);
    return events.map(({ type, data, metadata }) => {
      const local = new Date(Date.parse(metadata.recordedAt) + 8 * 3_600_000).toISOString();
      const what = 'rung' in data ? ` ${data.rung.kind} ${data.obligation?.period ?? data.holder ?? ''}` : '';
      return `${local.slice(0, 10)} ${local.slice(11, 16)} ${type}${what}`.trim();
    });
  }

  /** The rungs that are yet to come. */
  async function stillPlanned(): Promise<readonly string[]> {
    const { rows } = await log.database.appPool.query<{ rung: string }>(
      "select body->'rung'->>'rungId' as rung from projection_timers.timer order by fire_at",
    );
    return rows.map(({ rung }) => rung);
  }

  it('climbs from T−7 to T+5 over the National Day week, each rung once, on the day counted by hand', async () => {
    // Due on Tuesday 12 October 2021. Off: 1–7 October; worked: Sunday 26 September and Saturday 9 October.
    await assign(aLimit('L1', { due: '2021-10-12' }));
    await live('2021-09-24', '2021-10-20');
    expect(await told()).toEqual([
      '2021-09-27 08:50 rung.fired remind',
      '2021-10-08 08:50 rung.fired remind',
      '2021-10-12 08:50 rung.fired due',
      '2021-10-13 08:50 rung.fired urge',
      '2021-10-19 08:50 rung.fired escalate',
    ]);
    expect(await stillPlanned()).toEqual(['propose-10']);
  });

  it('climbs for each period of a recurring limit, and no event begins one', async () => {
    await assign(aLimit('L1', { due: null, recurrence: 'monthly' }));
    await live('2021-09-21', '2021-10-20');
    expect(await told()).toEqual([
      '2021-09-22 08:50 rung.fired remind 2021-09',
      '2021-09-27 08:50 rung.fired remind 2021-09',
      '2021-09-30 08:50 rung.fired due 2021-09',
      '2021-10-08 08:50 rung.fired urge 2021-09',
      '2021-10-13 08:50 rung.fired escalate 2021-09',
      '2021-10-20 08:50 rung.fired propose 2021-09',
      '2021-10-20 08:50 proposal.made',
      '2021-10-20 08:50 rung.fired remind 2021-10',
    ]);
  });

  it('climbs for a verifier who does not conclude, in the place of the unit that has asked for closure', async () => {
    await assign(aLimit('L1', { due: '2021-10-12' }));
    clock.set(shanghaiInstant('2021-09-26', '10:00'));
    await does('task.report', TASK_ID, soundBody('task.report'), PEOPLE.reporter);
    await does('task.request-closure', TASK_ID, soundBody('task.request-closure'), PEOPLE.unitHead);
    await timersLevel();
    await live('2021-09-27', '2021-10-27');
    // Ten working days from Sunday 26 September, which is worked: 27 to 30, then 8, 9 and 11 to 14 October.
    expect((await told()).slice(2)).toEqual([
      '2021-10-14 08:50 rung.fired due check',
      '2021-10-15 08:50 rung.fired urge check',
      '2021-10-21 08:50 rung.fired escalate check',
    ]);
  });

  describe('under rules that are published on the way', () => {
    const { version: _version, ...content } = DEFAULT_POLICY;
    const { limits } = content.ladders;
    const publish = (rungs: typeof limits.rungs, holds: 'new' | 'open') =>
      does(
        'policy.publish',
        policyIdOf(null),
        {
          content: { ...content, ladders: { ...content.ladders, limits: { rungs, notices: null } } },
          holds,
          reason: '收紧梯级',
        },
        PEOPLE.systemAdministrator,
      );
    const only = (...kinds: string[]) => limits.rungs.filter(({ kind }) => kinds.includes(kind));
    const rungs = async () => (await told()).filter((line) => line.includes('fired'));

    it('stays under its own where they hold for new tasks, whatever the program or a later version says', async () => {
      await assign(aLimit('L1', { due: '2021-10-12' }));
      await publish(only('urge'), 'new');
      await timersLevel();
      await live('2021-10-08', '2021-10-12');
      expect(await told()).toEqual(['2021-10-08 08:50 rung.fired remind', '2021-10-12 08:50 rung.fired due']);
    });

    it('goes on under them where they hold for open tasks, with an event and its reason, and tells nothing twice', async () => {
      await assign(aLimit('L1', { due: '2021-10-12' }));
      await live('2021-10-12', '2021-10-13');
      await publish(
        [...only('due', 'urge'), { ...only('escalate')[0]!, rungId: 'up-2', offsetWorkingDays: 2 }],
        'open',
      );
      await timersLevel();
      await live('2021-10-14', '2021-10-20');
      const [moved] = (await log.store.readStream(`task-${TASK_ID}`))
        .map(readEvent)
        .filter(({ type }) => type === 'rules.moved');
      expect(moved?.data).toMatchObject({ rules: { policy: 'office-1' }, reason: '收紧梯级' });
      expect(await rungs()).toEqual([
        '2021-10-12 08:50 rung.fired due',
        '2021-10-13 08:50 rung.fired urge',
        '2021-10-14 08:50 rung.fired escalate',
      ]);
      expect((await deadlines.sweep()).moved).toBe(0);
    });

    it('(3) is reminded on working days only, once a calendar has made the days holidays that reminders were on', async () => {
      await assign(aLimit('L1', { due: '2021-10-12' }));
      const { years } = chinaCalendar();
      const off = [...(years['2021']?.off ?? []), '2021-09-27', '2021-10-12', '2021-10-13'].sort();
      const calendar = {
        ...chinaCalendar(),
        version: 'office-1',
        years: { ...years, '2021': { ...years['2021']!, off } },
      };
      await does(
        'calendar.publish',
        calendarIdOf('CN'),
        { calendar, reason: '全市停电检修' },
        PEOPLE.systemAdministrator,
      );
      await timersLevel();
      await live('2021-09-24', '2021-10-15');
      expect(await rungs()).toEqual([
        '2021-09-24 08:50 rung.fired remind',
        '2021-09-30 08:50 rung.fired remind',
        '2021-10-11 08:50 rung.fired due',
        '2021-10-14 08:50 rung.fired urge',
      ]);
    });
  });

  it('makes nothing of a timer whose row is older than the end of its task', async () => {
    await assign(aLimit('L1', { due: '2021-10-12' }));
    await projections.stop();
    await does('task.terminate', TASK_ID, soundBody('task.terminate'), PEOPLE.clerk);
    await does('task.decide-proposal', TASK_ID, { result: 'approved' }, PEOPLE.secondClerk);
    clock.set(shanghaiInstant('2021-09-27', '08:50'));
    expect(await deadlines.sweep()).toMatchObject({ fired: 0, obsolete: 1, failed: 0 });
    expect(await told()).toEqual([
      '2021-09-10 10:00 proposal.made',
      '2021-09-10 10:00 proposal.decided',
      '2021-09-10 10:00 task.terminated',
    ]);
  });

  it('makes up for nothing on a day off: what was missed waits for the morning of the next working day', async () => {
    await assign(aLimit('L1', { due: '2021-09-30' }));
    // It is back in the holidays, when the day itself is gone by; on the first morning the urging is due as well.
    for (const [day, time] of [
      ['2021-10-02', '09:30'],
      ['2021-10-07', '23:00'],
      ['2021-10-08', '08:49'],
    ] as const) {
      clock.set(shanghaiInstant(day, time));
      expect(await deadlines.sweep()).toMatchObject({ fired: 0, waiting: 1, failed: 0 });
    }
    await live('2021-10-08', '2021-10-08');
    expect(await told()).toEqual(['2021-10-08 08:50 rung.fired urge']);
  });

  it('starts where it was left: of what was missed while nobody swept, the last is told', async () => {
    await assign(aLimit('L1', { due: '2021-10-12' }));
    clock.set(shanghaiInstant('2021-10-13', '09:30'));
    deadlines.start();
    await eventually(async () => expect(await told()).toEqual(['2021-10-13 09:30 rung.fired urge']));
    await timersLevel();
    clock.set(shanghaiInstant('2021-10-19', '08:50'));
    await deadlines.sweep();
    expect(await told()).toEqual(['2021-10-13 09:30 rung.fired urge', '2021-10-19 08:50 rung.fired escalate']);
    await timersLevel();
    expect(await stillPlanned()).toEqual(['propose-10']);
  });
});
