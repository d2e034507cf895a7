import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type GoldenHistory, goldenHistorySchema, historiesToday } from '../testing';
import {
  type AggregateName,
  aggregateNamed,
  AGGREGATES,
  EVENT_TYPES,
  EVENTS,
  type RawEvent,
  schemaVersionOf,
  type StateOf,
} from '.';

/**
 * What was released stays readable and folds to what it folded to. `TAIZHANG_NEW_GOLDENS=1` writes the samples that are
 * missing, such as those of a new version; it never writes over one that is there.
 */
const FOLDER = join(__dirname, '../testing/golden');
const SCHEMAS = join(FOLDER, 'event-schemas.golden.json');
const schemasFile = z.record(z.string(), z.unknown());

if (process.env['TAIZHANG_NEW_GOLDENS'] === '1') writeMissing();

const names = readdirSync(FOLDER).filter((name) => join(FOLDER, name) !== SCHEMAS);
const histories = names.map((name) => ({ name, ...goldenHistorySchema.parse(JSON.parse(read(join(FOLDER, name)))) }));
const schemas = schemasFile.parse(JSON.parse(read(SCHEMAS)));

describe('released events', () => {
  it.each(histories)('of $name are read and fold to what they did when they were released', (history) => {
    const { states, end } = foldOf(history);
    expect(end).toEqual(history.end);
    expect(states).toEqual(history.states);
  });

  it('have a sample of every type in its present version', () => {
    const sampled = new Set(histories.flatMap(({ events }) => events.map(nameOf)));
    const present = EVENT_TYPES.map((type) => nameOf({ type, schemaVersion: schemaVersionOf(type) }));
    expect(present.filter((name) => !sampled.has(name))).toEqual([]);
  });

  it('have the schema that they were released with: a change is a new version', () => {
    for (const [name, schema] of Object.entries(schemasToday()))
      expect({ [name]: schema }).toEqual({ [name]: schemas[name] });
  });
});

function nameOf({ type, schemaVersion }: { readonly type: string; readonly schemaVersion: number }): string {
  return `${type} v${schemaVersion}`;
}

/** Folds as a program does that reads it from the log. */
function foldOf({ events }: Pick<GoldenHistory, 'events'>): Pick<GoldenHistory, 'states' | 'end'> {
  const raw = events.map((event) => ({ ...event, stream: 'golden' }));
  const states = statesOf(ownerOf(raw), raw).map((state) => JSON.stringify(state));
  const digests = states.map((state) => createHash('sha256').update(state).digest('hex'));
  return { states: digests, end: JSON.parse(states.at(-1) ?? 'null') };
}

/** The state after each event of a history. */
function statesOf(name: AggregateName, events: readonly RawEvent[]): readonly unknown[] {
  const { read, evolve } = aggregateNamed(name);
  const history = events.map(read);
  let state: StateOf<AggregateName> | null = null;
  return history.map((event, index) => (state = evolve(state, event, history.slice(0, index))));
}

/** The one aggregate that knows every event of a history. */
function ownerOf(events: readonly RawEvent[]): AggregateName {
  const owner = Object.values(AGGREGATES).find((aggregate) =>
    events.every(({ type }) => Object.hasOwn(aggregate.events, type)),
  );
  if (!owner) throw new Error('a history of more than one aggregate');
  return owner.name;
}

function schemasToday(): Record<string, unknown> {
  const entries = EVENTS.map(({ type, schema }) => {
    const drawn: unknown = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })));
    return [nameOf({ type, schemaVersion: schemaVersionOf(type) }), drawn] as const;
  });
  return Object.fromEntries(entries);
}

function writeMissing(): void {
  for (const { name, events } of historiesToday()) {
    const file = join(FOLDER, `${name}.v${highestVersion(events)}.golden.json`);
    if (existsSync(file)) continue;
    const written = events.map(({ type, eventId, revision, metadata, data }) => ({
      type,
      schemaVersion: schemaVersionOf(type),
      eventId,
      revision,
      metadata,
      data,
    }));
    writeFileSync(file, `${JSON.stringify({ events: written, ...foldOf({ events: written }) }, null, 1)}\n`);
  }
  const there = existsSync(SCHEMAS) ? schemasFile.parse(JSON.parse(read(SCHEMAS))) : {};
  writeFileSync(SCHEMAS, `${JSON.stringify({ ...schemasToday(), ...there }, null, 1)}\n`);
}

/** A history with an event of a newer version is a new sample beside the older one. */
function highestVersion(events: readonly { readonly type: string }[]): number {
  return Math.max(...events.map(({ type }) => schemaVersionOf(type)));
}

function read(file: string): string {
  return readFileSync(file, 'utf8');
}
