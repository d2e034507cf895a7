import { readdir } from 'node:fs/promises';
import { QueryBus } from '@nestjs/cqrs';
import { type Inbox } from '#contracts';
import {
  compileCalendar,
  dayInShanghai,
  isEventOf,
  openObligations,
  readEvent,
  type RecordedEvent,
  type Role,
  sightOf,
  TASK,
  TASK_STATUSES,
  type TaskState,
  workingDaysBetween,
} from '#domain';
import { chinaCalendar } from '#engine';
import { verifyChain } from '#event-store';
import { ControlledClock } from '#platform';
import { postsOf, readInbox } from '#projections';
import { FIRST_ADMINISTRATOR, OFFICE_PEOPLE, ROLE_WORDS, UNIT_PEOPLE } from '../apps/cli/src/demo/content/people';
import { otherLedgers } from '../apps/cli/src/demo/other-ledgers';
import { playStory, type PlayProgress } from '../apps/cli/src/demo/player/play-story';
import { demoLedgerId, demoTaskId } from '../apps/cli/src/demo/story/demo-ids';
import { type DemoStory, writeStory } from '../apps/cli/src/demo/story/write-story';
import { type Foundation } from '#runtime';
import { type Program } from '../apps/cli/src/serve/program';
import { openTestHouse, type TestHouse } from './support/test-house';

/** The year of the demonstration, played through the public commands on a database of its own. */

const calendar = compileCalendar(chinaCalendar());
/** A Wednesday, half past ten in Shanghai. */
const NOW = new Date('2026-09-16T02:30:00.000Z');
const TODAY = '2026-09-16';
const PEOPLE = [...OFFICE_PEOPLE, ...UNIT_PEOPLE, FIRST_ADMINISTRATOR];
const PASSWORD = 'Chenghu-4Play';

/** Roles for whom nothing waits, and why. Everybody else who can sign in has something to do today. */
const NOTHING_WAITS: Readonly<Partial<Record<Role, string>>> = {
  auditor: 'reads along: no step of a task is an auditor’s',
  'system-administrator': 'has no part in tasks',
  'security-administrator': 'has no part in tasks',
  'audit-administrator': 'has no part in tasks',
};

describe('the demonstration', () => {
  let story: DemoStory;
  let opened: TestHouse;
  let foundation: Foundation;
  let house: Program;
  let events: RecordedEvent[];
  let progress: PlayProgress;
  const shown: PlayProgress[] = [];

  beforeAll(async () => {
    story = writeStory(TODAY, calendar);
    const clock = new ControlledClock(`${story.days.first}T00:00:00.000Z`);
    opened = await openTestHouse(clock);
    ({ foundation, house } = opened);
    progress = await playStory({
      stage: { foundation, program: house, clock },
      story,
      calendar,
      passwords: new Map(PEOPLE.map(({ loginName }) => [loginName, PASSWORD])),
      now: NOW,
      onProgress: (each) => shown.push(each),
    });
    events = (await foundation.store.readAll(null, 10_000)).map(readEvent);
  });

  afterAll(() => opened.close());

  it('plays every day of the year, with progress to show', () => {
    expect(shown.map(({ daysDone }) => daysDone)).toEqual(
      Array.from({ length: progress.days }, (_, index) => index + 1),
    );
    expect(progress).toMatchObject({ day: TODAY, daysDone: progress.days, acts: story.acts.length });
    expect(progress.fired).toBeGreaterThan(100);
  });

  it('goes by rules and a calendar that are dated at its start, not after its year', () => {
    const rules = events.filter(({ type }) => type === 'policy.published' || type === 'calendar.published');
    expect(rules.map(({ type, metadata }) => [type, dayInShanghai(metadata.recordedAt)])).toEqual([
      ['policy.published', story.days.first],
      ['calendar.published', story.days.first],
    ]);
  });

  it('makes thirty tasks, and every status occurs', async () => {
    const states = await Promise.all(story.reading.tasks.map((_task, index) => stateOf(index)));
    expect(states).toHaveLength(30);
    const statuses = states.map((state) => state?.status);
    expect([...new Set(statuses)].sort()).toEqual([...TASK_STATUSES].sort());
    expect(statuses.filter((status) => status === 'closed').length).toBeGreaterThanOrEqual(10);
    const late = states.filter((state) => state?.status === 'underway' && isLate(state));
    expect(late.length).toBeGreaterThanOrEqual(3);
    const measured = states.flatMap((state) => state?.indicators ?? []).filter(({ reading }) => reading !== null);
    expect(measured.length).toBeGreaterThanOrEqual(30);
  });

  it('holds every kind of step, and reminders, urgings and escalations that came by themselves', () => {
    const told = counted(events.map(({ type }) => type));
    const rungs = counted(events.flatMap((event) => (event.type === 'rung.fired' ? [event.data.rung.kind] : [])));
    const least = {
      'task.withdrawn': 3,
      'task.content-changed': 3,
      'lane.declined': 2,
      'check.returned': 4,
      'task.voided': 1,
      'task.terminated': 1,
      'task.urged': 1,
    };
    expect(seldomThan(least, told)).toEqual([]);
    expect(seldomThan({ remind: 80, urge: 8, escalate: 6 }, rungs)).toEqual([]);
    const reports = events.flatMap((event) => (event.type === 'lane.reported' ? [event.data] : []));
    expect(reports.some(({ onBehalf }) => onBehalf !== undefined)).toBe(true);
    expect(reports.some(({ texts }) => texts.problems !== '')).toBe(true);
    expect(reports.flatMap(({ done }) => done).filter(({ period }) => period !== null).length).toBeGreaterThanOrEqual(
      30,
    );
    expect(new Set(reports.flatMap(({ evidence }) => evidence.map(({ mediaType }) => mediaType)))).toEqual(
      new Set(['application/pdf', 'image/png']),
    );
  });

  it('plays what offices live with: joint leads, a silent unit, one without accounts, more time, a rest, an instruction, a refusal', () => {
    const assigned = events.flatMap((event) => (event.type === 'task.assigned' ? [event.data.lanes] : []));
    expect(assigned.some((lanes) => lanes.filter(({ role }) => role === 'lead').length === 2)).toBe(true);
    const rungs = events.flatMap((event) => (event.type === 'rung.fired' ? [event.data] : []));
    expect(rungs.some(({ holder, rung }) => holder === 'reply' && rung.kind === 'escalate')).toBe(true);
    const recorded = ['lane.accepted', 'lane.reported', 'lane.claimed'] as const;
    for (const type of recorded) {
      expect(events.filter((event) => event.type === type && 'onBehalf' in event.data)).not.toEqual([]);
    }
    const moves = events.flatMap((event) => (event.type === 'limit.moved' ? [event.data] : []));
    for (const kind of ['extension', 'suspension']) expect(moves.filter((move) => move.kind === kind)).not.toEqual([]);
    const rests = events.flatMap((event) => (event.type === 'task.resumed' ? [event.data] : []));
    expect(rests).toEqual([expect.objectContaining({ by: 'person' })]);
    const instructed = events.filter(({ type }) => type === 'instruction.given' || type === 'instruction.answered');
    expect(instructed.map(({ type }) => type)).toEqual(['instruction.given', 'instruction.answered']);
    const decided = counted(events.flatMap(({ type, data }) => (type === 'proposal.decided' ? [data.result] : [])));
    expect(decided.get('refused')).toBe(1);
  });

  it('shows who kept a task waiting: a check of three weeks', async () => {
    const states = await Promise.all(story.reading.tasks.map((_task, index) => stateOf(index)));
    const checks = states.flatMap((state) => state?.spans ?? []).filter(({ kind }) => kind === 'check');
    const days = checks.map(({ from, to }) => workingDaysBetween(from, to, calendar));
    expect(Math.max(...days)).toBeGreaterThanOrEqual(15);
  });

  it('is done by people under their own posts; the engine only drafts, begins children, reminds and finishes', () => {
    const byEngine = new Set(events.flatMap(({ type, metadata }) => (metadata.actor.role === 'engine' ? [type] : [])));
    for (const type of byEngine) {
      expect([...AUTOMATIC, ...BEGINNING_OF_A_CHILD, ...FIRST_START]).toContain(type);
    }
    const days = events.map(({ metadata }) => metadata.recordedAt);
    expect(days).toEqual([...days].sort());
    expect((days.at(-1) ?? '') <= NOW.toISOString()).toBe(true);
  });

  it('begins the children of a split on the day of the split', () => {
    const split = events.find(({ type }) => type === 'task.split');
    const begun = events.filter(({ type, data }) => type === 'task.drafted' && 'parent' in data);
    expect(begun.length).toBeGreaterThan(1);
    const dayOf = (event: RecordedEvent | undefined) => dayInShanghai(event?.metadata.recordedAt ?? '');
    expect([...new Set(begun.map(dayOf))]).toEqual([dayOf(split)]);
  });

  it('numbers closings without a gap, year by year', () => {
    const series = events.filter(({ type }) => type.startsWith('number.'));
    const reserved = series.flatMap((event) => (event.type === 'number.reserved' ? [event.data] : []));
    const used = series.flatMap((event) => (event.type === 'number.used' ? [event.data.closingNumber] : []));
    expect([...used].sort()).toEqual(reserved.map(({ closingNumber }) => closingNumber).sort());
    for (const year of new Set(reserved.map((each) => each.year))) {
      const serials = reserved.filter((each) => each.year === year).map(({ serial }) => serial);
      expect(serials).toEqual(serials.map((_serial, index) => index + 1));
    }
  });

  it('leaves a whole chain, one ledger, and no one-time password lying about', async () => {
    expect((await verifyChain(foundation.store)).breaks).toEqual([]);
    expect(await otherLedgers(foundation.store, demoLedgerId(story.seed))).toEqual([]);
    expect(await otherLedgers(foundation.store, 'another')).toEqual(['澄湖市医改年度重点任务台账']);
    expect(await readdir(foundation.config.dataFolder)).toEqual([]);
  });

  it('lets everybody sign in without a change of password', async () => {
    expect(new Set(PEOPLE.flatMap(({ roles }) => roles))).toEqual(new Set(Object.keys(ROLE_WORDS)));
    const { accounts, sessions } = foundation.identity;
    expect((await accounts.listAccounts()).map(({ loginName }) => loginName).sort()).toEqual(
      PEOPLE.map(({ loginName }) => loginName).sort(),
    );
    for (const account of await accounts.listAccounts()) expect(account.mustChangePassword).toBe(false);
    const [clerk] = OFFICE_PEOPLE;
    const signedIn = await sessions.signIn(clerk?.loginName ?? '', PASSWORD, {
      clientAddress: '127.0.0.1',
      userAgent: '',
    });
    expect(signedIn).toMatchObject({ signedIn: true });
  });

  it.each(PEOPLE)('has something waiting for $loginName today, or a reason why not', async ({ loginName, roles }) => {
    const { waiting, news } = await inboxOf(loginName);
    const reasons = roles.flatMap((role) => NOTHING_WAITS[role] ?? []);
    if (reasons.length === 0) expect(waiting.counts.waiting).toBeGreaterThan(0);
    else expect(waiting.counts.waiting).toBe(0);
    if (roles.includes('leader')) expect(news.entries.length).toBeGreaterThan(0);
  });

  async function inboxOf(loginName: string): Promise<{ waiting: Inbox; news: Inbox }> {
    const account = await foundation.identity.accounts.findAccountByLoginName(loginName);
    if (!account) throw new Error(`nobody is called ${loginName}`);
    const { accountId, displayName: name } = account;
    const actor = { accountId, name, posts: await postsOf(foundation.pool, accountId) };
    const context = { actor, sights: sightOf(actor, 'inbox.read'), today: TODAY, calendar };
    const queries = house.http.get(QueryBus, { strict: false });
    const [waiting, news] = await Promise.all(
      (['waiting', 'news'] as const).map((box) => queries.execute(readInbox.forBus({ box }, context))),
    );
    if (!waiting || !news) throw new Error('an inbox has two boxes');
    return { waiting, news };
  }

  async function stateOf(index: number): Promise<TaskState | null> {
    const stored = await foundation.store.readStream(`task-${demoTaskId(story.seed, index)}`);
    return TASK.fold(stored.map(readEvent).filter((event) => isEventOf('task', event)));
  }
});

/** What the program does by itself, of tasks and of their numbers. */
const AUTOMATIC = [
  'proposal.made',
  'account.password-changed',
  'departure.begun',
  'departure.ended',
  'numbering.reserved',
  'numbering.used',
  'task.drafted',
  'ledger.import-completed',
  'rung.fired',
  'streak.lengthened',
  'streak.ended',
  'streak.restored',
  'number.reserved',
  'number.used',
];
/** What a split that a person has made brings to each child. */
const BEGINNING_OF_A_CHILD = ['task.confirmed', 'task.hung', 'task.assigned'];
/** What the first start of every house does before there is anybody to do it. */
const FIRST_START = [
  'installation.founded',
  'policy.published',
  'calendar.published',
  'unit.created',
  'account.created',
  'post.granted',
];

/** True when a dated limit of a task is past its day and not done. */
function isLate(state: TaskState): boolean {
  return openObligations(state, TODAY).some(({ period, due }) => period === null && due < TODAY);
}

/** What was counted less often than it should be. */
function seldomThan(least: Readonly<Record<string, number>>, counts: ReadonlyMap<string, number>): string[] {
  return Object.entries(least)
    .filter(([name, count]) => (counts.get(name) ?? 0) < count)
    .map(([name, count]) => `${name}: ${counts.get(name) ?? 0} of ${count}`);
}

function counted(items: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
