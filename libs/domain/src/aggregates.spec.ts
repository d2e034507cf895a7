import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PEOPLE, readBack, taskIn, UNITS } from '../testing';
import {
  ACTS,
  type ActType,
  AGGREGATE_NAMES,
  AGGREGATES,
  type AggregateName,
  assertWritable,
  EVENT_TYPES,
  EVENTS,
  type RawEvent,
  readEvent,
  UnreadableEvent,
} from '.';

const history = taskIn('closed').history;
const [assigned] = history.filter(({ type }) => type === 'task.assigned');
const raw = (change: Partial<RawEvent> = {}): RawEvent => {
  if (!assigned) throw new Error('the story has no assignment');
  const { eventId, type, metadata, data } = assigned;
  return { eventId, revision: 3, type, metadata, data, stream: 'task-1', schemaVersion: 1, ...change };
};
const reading = (change: Partial<RawEvent>) => () => readEvent(raw(change));

describe('reading an event of the log', () => {
  it('gives back what was written', () => {
    for (const event of history) expect(readBack(event)).toEqual(event);
  });

  it('refuses types and versions that the program does not know', () => {
    expect(reading({ type: 'task.forgotten' })).toThrow('task-1@3 task.forgotten v1: unknown type');
    expect(reading({ schemaVersion: 2 })).toThrow('task-1@3 task.assigned v2: unknown version');
    expect(reading({ schemaVersion: 0 })).toThrow(UnreadableEvent);
  });

  it('refuses data and metadata that the schema refuses, naming the place and not the content', () => {
    const withData = (change: object) => ({ data: { ...assigned?.data, ...change } });
    expect(reading(withData({ replyBy: '绝密' }))).toThrow('task-1@3 task.assigned v1: refused at replyBy');
    expect(reading(withData({ replyBy: '绝密' }))).not.toThrow('绝密');
    expect(reading(withData({ extra: 1 }))).toThrow(UnreadableEvent);
    expect(reading({ metadata: { ...assigned?.metadata, recordedAt: 'now' } })).toThrow('refused at recordedAt');
    expect(reading({ data: null })).toThrow(UnreadableEvent);
  });
});

describe('writing an event', () => {
  const accepted = { lane: UNITS.health, on: '2025-03-03' };

  it('is refused when it could not be read back', () => {
    expect(() => assertWritable({ type: 'lane.accepted', data: accepted })).not.toThrow();
    expect(() => assertWritable({ type: 'lane.accepted', data: { ...accepted, on: '2025-02-30' } })).toThrow(
      'lane.accepted: refused at on',
    );
  });
});

describe('the list of events', () => {
  it('holds every type once, named by its family and a past fact', () => {
    expect(new Set(EVENTS.map(({ type }) => type)).size).toBe(EVENTS.length);
    const family =
      /^(installation|ledger|numbering|task|lanes?|limit|check|child|rung|proposal|unit|post|account|departure|number|calendar|policy|rules|measure|instruction|delay|streak)\.[a-z]+(-[a-z]+)*$/;
    expect(EVENT_TYPES.filter((type) => !family.test(type))).toEqual([]);
  });

  it.each(EVENTS.map((event) => [event.type, event] as const))(
    'has a sample of %s that passes its schema',
    (_type, event) => {
      expect(event.schema.parse(event.sample)).toEqual(event.sample);
    },
  );

  it('names the person, the post and the act in every event', () => {
    const hung = history.find(({ type }) => type === 'task.hung')?.metadata;
    expect(hung).toMatchObject({
      act: 'task.hang',
      actor: { accountId: PEOPLE.clerk.accountId, role: 'supervision-clerk' },
    });
  });
});

describe('the list of acts', () => {
  it('holds every type once', () => {
    expect(new Set(ACTS.map(({ type }) => type)).size).toBe(ACTS.length);
  });

  it.each(ACTS.map((act) => [act.type, act] as const))('gives %s a word, and its aggregate’s name', (type, act) => {
    expect(act.word).toMatch(/^\p{Script=Han}+$/u);
    expect(Object.keys(AGGREGATES[act.aggregate].acts)).toContain(type);
  });

  it.each(ACTS.map((act) => [act.type, act] as const))('has a sample of %s that its command takes', (_type, act) => {
    expect(act.step(null, act.sample).command.data).toMatchObject(Object(act.sample));
  });

  it('says what makes a new thing the same when it is asked for again, or why nothing need', () => {
    const silent = ACTS.filter(({ begin, identity }) => begin && !identity).map(({ type }) => type);
    expect(silent.sort()).toEqual(Object.keys(WITHOUT_IDENTITY).sort());
  });
});

/** Acts that begin a thing and state no identity, with the reason. */
const WITHOUT_IDENTITY: Readonly<Partial<Record<ActType, string>>> = {
  'account.create': 'identity gives the id',
  'account.note-password': 'identity gives the id',
  'account.disable': 'identity gives the id',
  'account.grant-post': 'identity gives the id',
  'account.grant-practice-post': 'identity gives the id',
  'account.note-reset': 'identity gives the id',
  'account.reset-password': 'identity gives the id',
  'ledger.create': 'several ledgers may be called the same: every command makes one of its own',
  'number.reserve': 'the engine gives the id: that of the ledger',
  'task.begin-child': 'the engine gives the id: it follows from the split and the place in it',
  'task.draft': 'the engine gives the id: it follows from the import and the place in it',
};

describe('the list of aggregates', () => {
  it('names those that belong to no ledger: others than the readers of ledgers see their records', () => {
    const none = AGGREGATE_NAMES.filter((name) => AGGREGATES[name].ledger === 'none');
    expect(none).toEqual(['numbering', 'unit', 'account', 'departure', 'calendar', 'policy', 'installation']);
  });

  it('has an English plural of each for its routes', () => {
    const plurals = AGGREGATE_NAMES.map((name) => AGGREGATES[name].plural);
    expect(plurals.filter((plural) => /(?:[^aeiou]y|[sxz]|[cs]h)s$/u.test(plural))).toEqual([]);
    expect(new Set(plurals).size).toBe(plurals.length);
  });
});

/** The folder of each aggregate, where it is not called after it. */
const FOLDERS: Readonly<Partial<Record<AggregateName, string>>> = {
  calendar: 'office-calendar',
  policy: 'office-policy',
};
/** What the types of an aggregate begin with, where it is not its name. */
const FAMILIES: Readonly<Partial<Record<AggregateName, string>>> = { series: 'number' };

describe.each(AGGREGATE_NAMES)('the files of the aggregate %s', (name) => {
  const folder = join(__dirname, FOLDERS[name] ?? name);
  const { acts, events } = AGGREGATES[name];

  it.each([
    ['acts', 'act', Object.keys(acts)],
    ['events', 'event', Object.keys(events)],
  ] as const)('%s are called after their types, one in each', (list, kind, types) => {
    const suffix = `.${kind}.ts`;
    const path = join(folder, list);
    const files = existsSync(path) ? readdirSync(path).filter((file) => file.endsWith(suffix)) : [];
    const expected = types.map((type) => [`${fileNameOf(type, FAMILIES[name] ?? name)}${suffix}`, type] as const);
    expect(files.sort()).toEqual(expected.map(([file]) => file).sort());
    for (const [file, type] of expected) {
      expect({ file, holds: readFileSync(join(path, file), 'utf8').includes(`type: '${type}',`) }).toEqual({
        file,
        holds: true,
      });
    }
  });
});

describe('every act of a task', () => {
  const files = readdirSync(join(__dirname, 'task/acts'));

  it.each(Object.keys(AGGREGATES.task.acts))('has its spec beside it: %s', (type) => {
    expect(files).toContain(`${fileNameOf(type, 'task')}.act.spec.ts`);
  });
});

/** `task.closed` of a task is told by `closed`, `lane.accepted` by `lane-accepted`. */
function fileNameOf(type: string, family: string): string {
  return type.replace(new RegExp(`^${family}\\.`, 'u'), '').replace('.', '-');
}
