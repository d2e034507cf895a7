import { type z } from 'zod';
import { metadataSchema, type Metadata } from './event';
import { jsonReader } from './json-reader';

/** Carries an event's data on by one version. It must give the same for ever, so it knows nothing but the data. */
export type Upcaster = (data: unknown) => unknown;

/** One kind of event, in one place: what it holds and what it does to a state. */
export interface EventDefinition<Type extends string, Schema extends z.ZodType, State> {
  readonly type: Type;
  /** The data in the present version. A released schema is never edited: a change is one more upcaster. */
  readonly schema: Schema;
  /** How version 1 becomes 2, 2 becomes 3, and so on. Left out: there is one version. */
  readonly upcasters?: readonly Upcaster[];
  /** Data as it is written, for golden samples and for readers of this file. */
  readonly sample: z.output<Schema>;
  /** The state of a stream that begins with this event. Left out: no stream begins with it. */
  readonly begin?: (event: RecordedAs<Type, z.output<Schema>>) => State;
  /** The state after the event. Pure: it never changes what it is given. */
  readonly evolve: (state: State, event: RecordedAs<Type, z.output<Schema>>) => State;
}

/** What the log adds to an event. `revision` is its place in its stream, from 0. */
export interface Envelope {
  readonly eventId: string;
  readonly revision: number;
  readonly metadata: Metadata;
}

/** An event of one type as it stands in the log. */
export interface RecordedAs<Type extends string, Data> extends Envelope {
  readonly type: Type;
  readonly data: Data;
}

/** The data of each event of a list. */
export type DataOfEvents<List> = {
  [Type in keyof List]: List[Type] extends { readonly schema: infer Schema extends z.ZodType }
    ? z.output<Schema>
    : never;
};

/** The events of a list as they are decided: a literal type and its data. */
export type EventIn<List> = {
  [Type in keyof List & string]: { readonly type: Type; readonly data: DataOfEvents<List>[Type] };
}[keyof List & string];

/** The events of a map of data as they stand in the log. */
export type RecordedIn<Datas, Type extends keyof Datas & string = keyof Datas & string> = {
  [Each in Type]: RecordedAs<Each, Datas[Each]>;
}[Type];

/** The definitions of a map of data: what folding and reading need of them. */
export type DefinitionsIn<Datas, State> = {
  readonly [Type in keyof Datas & string]: {
    readonly begin?: (event: RecordedIn<Datas, Type>) => State;
    readonly evolve: (state: State, event: RecordedIn<Datas, Type>) => State;
    readonly read: (raw: RawEvent) => RecordedIn<Datas, Type>;
    readonly record: (data: Datas[Type], envelope: Envelope) => RecordedIn<Datas, Type>;
  };
};

/** How an event changes an aggregate: hands it to its definition. An event before the beginning changes nothing. */
export function evolveBy<Datas, State>(definitions: DefinitionsIn<Datas, State>) {
  return <Type extends keyof Datas & string>(state: State | null, event: RecordedIn<Datas, Type>): State | null => {
    const { begin, evolve } = definitions[event.type];
    if (state === null) return begin ? begin(event) : null;
    return evolve(state, event);
  };
}

/** An event as the log keeps it, before anything about it is known. */
export interface RawEvent {
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schemaVersion: number;
  readonly metadata: unknown;
  readonly data: unknown;
}

/** An event that this program cannot read: an unknown type or version, or data that its schema refuses. */
export class UnreadableEvent extends Error {
  readonly code = 'EVENT.UNREADABLE';
}

/** The version in which events of a definition are written. */
export function versionOf({ upcasters = [] }: { readonly upcasters?: readonly Upcaster[] }): number {
  return 1 + upcasters.length;
}

/** An event definition that can read what the log keeps. */
export type Event<Type extends string, Schema extends z.ZodType, State> = EventDefinition<Type, Schema, State> & {
  /** Checks an event of the log and carries it on to the present version. @throws UnreadableEvent */
  readonly read: (raw: RawEvent) => RecordedAs<Type, z.output<Schema>>;
  /** The event as it stands in the log once it has been written. */
  readonly record: (data: z.output<Schema>, envelope: Envelope) => RecordedAs<Type, z.output<Schema>>;
};

/** How the events of one kind of state are defined. */
export function eventsOf<State>() {
  return <const Type extends string, Schema extends z.ZodType, Traits extends object>(
    definition: EventDefinition<Type, Schema, State> & Traits,
  ): Event<Type, Schema, State> & Traits => {
    const readData = jsonReader(definition.schema);
    return {
      ...definition,
      read: (raw) => readAs(definition, raw, readData),
      record: (data, { eventId, revision, metadata }) => ({ eventId, revision, type: definition.type, metadata, data }),
    };
  };
}

const readMetadata = jsonReader(metadataSchema);

/** Carries an event of the log on to the present version and checks it. @throws UnreadableEvent, naming the event but none of its content */
function readAs<Type extends string, Schema extends z.ZodType, State>(
  definition: EventDefinition<Type, Schema, State>,
  raw: RawEvent,
  readData: (data: unknown) => z.ZodSafeParseResult<z.output<Schema>>,
): RecordedAs<Type, z.output<Schema>> {
  const { eventId, revision, schemaVersion } = raw;
  const steps = definition.upcasters ?? [];
  const known = Number.isInteger(schemaVersion) && schemaVersion >= 1 && schemaVersion <= versionOf(definition);
  if (!known) throw unreadable(raw, 'unknown version');
  const data = steps.slice(schemaVersion - 1).reduce((carried, step) => step(carried), raw.data);
  const parsed = readData(data);
  if (!parsed.success) throw unreadable(raw, refusedAt(parsed.error));
  const metadata = readMetadata(raw.metadata);
  if (!metadata.success) throw unreadable(raw, refusedAt(metadata.error));
  return { eventId, revision, type: definition.type, metadata: metadata.data, data: parsed.data };
}

/** The refusal of an event that cannot be read. */
export function unreadable(
  raw: Pick<RawEvent, 'stream' | 'revision' | 'type' | 'schemaVersion'>,
  why: string,
): UnreadableEvent {
  return new UnreadableEvent(`${raw.stream}@${raw.revision} ${raw.type} v${raw.schemaVersion}: ${why}`);
}

/** Where a schema refuses: the path, and none of the content. */
export function refusedAt(error: z.ZodError): string {
  return `refused at ${error.issues[0]?.path.join('.') ?? ''}`;
}
