import {
  type ActedBy,
  ACTS,
  addDays,
  AGGREGATES,
  compileCalendar,
  dayInShanghai,
  DEFAULT_POLICY,
  ENGINE_ACTOR,
  isRejection,
  permittingPost,
  type TaskCommand,
  type RecordedTaskEvent,
  type TaskEvent,
  type TaskState,
} from '#domain';
import { chinaCalendar, derivedId } from '#engine';
import { TASK_FACTS } from '../../../../../libs/domain/testing';
import { type DemoPerson, OFFICE_PEOPLE, UNIT_PEOPLE } from '../content/people';
import { DISTRICTS, FIRST_UNITS, GOVERNMENT } from '../content/units';
import { type DemoAct } from './act';
import { demoTaskId, demoUnitId } from './demo-ids';
import { type DemoStory, writeStory } from './write-story';

const calendar = compileCalendar(chinaCalendar());

/** Days all over two years: in the middle and at the ends of months, before and behind long holidays, on a leap day. */
const DAYS = [
  ...Array.from({ length: 20 }, (_, index) => addDays('2026-01-03', 19 * index)),
  ...['2026-01-01', '2026-02-28', '2026-03-01', '2026-10-01', '2026-10-08', '2026-12-31', '2028-02-29', '2031-07-31'],
];

describe('the sample document', () => {
  const { reading, days } = writeStory('2026-09-16', calendar);

  it('is read as thirty tasks with units and limits, but for the one that leaves both open', () => {
    expect(reading.source).toMatchObject({
      title: '澄湖市深化医药卫生体制改革年度重点任务',
      documentNumber: '澄政办发〔2025〕47号',
    });
    expect(reading.tasks).toHaveLength(30);
    const [last] = reading.tasks.slice(-1);
    expect(last).toMatchObject({ leadUnitNames: [], limits: [] });
    for (const task of reading.tasks.slice(0, -1)) {
      expect(task.leadUnitNames).toHaveLength(1);
      expect(task.supportUnitNames.length).toBeGreaterThan(0);
      expect(task.limits.length).toBeGreaterThan(0);
      expect(task.body.length).toBeGreaterThan(10);
    }
    expect(reading.tasks.flatMap(({ indicators }) => indicators).length).toBeGreaterThanOrEqual(35);
  });

  it('has limits of every kind: dated, staged, recurring, one to be counted out by a person, one next month', () => {
    const limits = reading.tasks.flatMap((task) => task.limits);
    expect(new Set(limits.map(({ recurrence }) => recurrence))).toEqual(
      new Set([null, 'monthly', 'quarterly', 'half-yearly']),
    );
    expect(limits.filter(({ due, recurrence }) => due === null && recurrence === null)).toHaveLength(1);
    expect(limits.some(({ due }) => due !== null && due > days.today)).toBe(true);
    expect(reading.tasks.some((task) => task.limits.filter(({ due }) => due !== null).length > 1)).toBe(true);
  });

  it('says what each limit is of: no two limits of a task are called alike', () => {
    const alike = reading.tasks.filter(({ limits }) => new Set(limits.map(({ what }) => what)).size < limits.length);
    expect(alike.map(({ title, limits }) => [title, limits.map(({ what }) => what)])).toEqual([]);
  });
});

describe('the story', () => {
  it('is the same for the same day, and another for another seed', () => {
    const { acts, reading } = writeStory('2026-09-16', calendar);
    expect(writeStory('2026-09-16', calendar)).toMatchObject({ acts, reading });
    expect(writeStory('2026-09-16', calendar, 7).acts).not.toEqual(acts);
  });

  it.each(DAYS)('keeps every rule of the domain when it is told on %s', (today) => {
    const story = writeStory(today, calendar);
    expect(story.reading.tasks).toHaveLength(30);
    expect(story.acts.every(({ at }) => dayInShanghai(at) <= story.days.last)).toBe(true);
    expect(story.acts.map(({ at }) => at)).toEqual(story.acts.map(({ at }) => at).sort());
    expect(tell(story)).toEqual([]);
  });
});

const PEOPLE = new Map([...OFFICE_PEOPLE, ...UNIT_PEOPLE].map((person) => [person.loginName, person]));

/** Everything that the rules have against the story; empty when it can be played. */
function tell(story: DemoStory): string[] {
  const names = story.reading.tasks.flatMap((task) => [...task.leadUnitNames, ...task.supportUnitNames]);
  const knownUnits = new Set([...names.map(({ name }) => name), ...DISTRICTS, ...FIRST_UNITS].map(demoUnitId));
  return story.reading.tasks.flatMap((draft, index) => {
    const taskId = demoTaskId(story.seed, index);
    const { source, ...content } = draft;
    const place = { ledgerId: derivedId('ledger'), importId: derivedId('import'), serial: index + 1 };
    const data = { ...place, source, content };
    const teller = new Teller(knownUnits);
    teller.record('task.draft', [{ type: 'task.drafted', data }], DRAFTER, '2020-01-01T01:00:00.000Z');
    return story.acts.filter(({ id }) => id === taskId).flatMap((act) => teller.send(act) ?? []);
  });
}

/** The engine drafts what a clerk has imported. */
const { posts: _posts, ...ENGINE } = ENGINE_ACTOR;
const DRAFTER: ActedBy = { ...ENGINE, role: 'engine', postId: null, unitId: null };

class Teller {
  private state: TaskState | null = null;
  private readonly history: RecordedTaskEvent[] = [];

  /** Every unit of the demonstration stands below the government. */
  private readonly lineage: ReadonlyMap<string, readonly string[]>;

  constructor(private readonly knownUnits: ReadonlySet<string>) {
    this.lineage = new Map([...knownUnits].map((unitId) => [unitId, [unitId, demoUnitId(GOVERNMENT)]]));
  }

  /** @returns what is wrong, or null */
  send({ operation, body, by, at }: DemoAct): string | null {
    const person = PEOPLE.get(by);
    const today = dayInShanghai(at);
    const told = `${today} ${by} ${operation} of ${this.state?.title ?? ''}`;
    const command = commandOf(operation, body);
    if (!person || !command) return `${told}: nobody or nothing`;
    const actor = this.permitted(person, command);
    if (!actor) return `${told}: not permitted`;
    const reserved = { number: '澄医改销〔2026〕1号', on: today };
    const facts = { ...TASK_FACTS, knownUnits: this.knownUnits, lineage: this.lineage, reserved };
    const circumstances = {
      now: at,
      today,
      id: derivedId('task'),
      actor,
      charge: [demoUnitId(GOVERNMENT)],
      calendar,
      policy: DEFAULT_POLICY,
      newId: () => derivedId('new'),
      facts,
    };
    const decision = AGGREGATES.task.decide(this.state, command, circumstances);
    if (isRejection(decision)) return `${told}: ${decision.code}`;
    this.record(operation, decision, actor, at);
    return null;
  }

  record(act: string, events: readonly TaskEvent[], actor: ActedBy, recordedAt: string): void {
    for (const event of events) {
      const revision = this.history.length;
      const id = derivedId('event', String(revision));
      const tie = { commandId: id, commandHash: '', correlationId: id, causationId: null };
      const envelope = { eventId: id, revision, metadata: { ...tie, act, actor, recordedAt } };
      const recorded = AGGREGATES.task.record(event, envelope);
      this.state = AGGREGATES.task.evolve(this.state, recorded, [...this.history]);
      this.history.push(recorded);
    }
  }

  private permitted(person: DemoPerson, { type }: TaskCommand): ActedBy | null {
    const posts = person.roles.map((role) => ({
      postId: derivedId(person.loginName, role),
      unitId: demoUnitId(person.unit),
      role,
      ledgerId: null,
    }));
    const accountId = derivedId(person.loginName);
    const lineage = [demoUnitId(GOVERNMENT)];
    const reach = { ...AGGREGATES.task.reach(derivedId('task'), this.state), lineage };
    const post = permittingPost({ accountId, name: person.name, posts }, type, reach);
    return post && { accountId, name: person.name, role: post.role, postId: post.postId, unitId: post.unitId };
  }
}

function commandOf(type: string, body: object): TaskCommand | null {
  const step = ACTS.find((act) => act.type === type)?.step(null, body);
  return step?.aggregate === 'task' ? step.command : null;
}
