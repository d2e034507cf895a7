import { type z } from 'zod';
import { type Aggregate } from './shared/aggregate';
import {
  type RawEvent,
  refusedAt,
  type Upcaster,
  unreadable,
  UnreadableEvent,
  versionOf,
} from './shared/event-definition';
import { type Grant } from './shared/grant';
import { ACCOUNT, ACCOUNT_ACTS, ACCOUNT_EVENTS } from './account';
import { DEPARTURE, DEPARTURE_ACTS, DEPARTURE_EVENTS } from './departure';
import { INSTALLATION, INSTALLATION_EVENTS } from './installation';
import { LEDGER, LEDGER_ACTS, LEDGER_EVENTS } from './ledger';
import { NUMBERING, NUMBERING_ACTS, NUMBERING_EVENTS } from './numbering';
import { CALENDAR, CALENDAR_ACTS, CALENDAR_EVENTS } from './office-calendar';
import { POLICY, POLICY_ACTS, POLICY_EVENTS } from './office-policy';
import { SERIES, SERIES_ACTS, SERIES_EVENTS } from './series';
import { STREAK, STREAK_ACTS, STREAK_EVENTS } from './streak';
import { TASK, TASK_ACTS, TASK_EVENTS } from './task';
import { UNIT, UNIT_ACTS, UNIT_EVENTS } from './unit';

/**
 * The one list of aggregates, in the order in which people see them. What is derived from it: commands, events, permission lines,
 * routes, stream names and readers, and the categories of the log.
 */
export const AGGREGATES = {
  task: { ...TASK, acts: TASK_ACTS, events: TASK_EVENTS },
  ledger: { ...LEDGER, acts: LEDGER_ACTS, events: LEDGER_EVENTS },
  series: { ...SERIES, acts: SERIES_ACTS, events: SERIES_EVENTS },
  numbering: { ...NUMBERING, acts: NUMBERING_ACTS, events: NUMBERING_EVENTS },
  streak: { ...STREAK, acts: STREAK_ACTS, events: STREAK_EVENTS },
  unit: { ...UNIT, acts: UNIT_ACTS, events: UNIT_EVENTS },
  account: { ...ACCOUNT, acts: ACCOUNT_ACTS, events: ACCOUNT_EVENTS },
  departure: { ...DEPARTURE, acts: DEPARTURE_ACTS, events: DEPARTURE_EVENTS },
  calendar: { ...CALENDAR, acts: CALENDAR_ACTS, events: CALENDAR_EVENTS },
  policy: { ...POLICY, acts: POLICY_ACTS, events: POLICY_EVENTS },
  installation: { ...INSTALLATION, acts: {}, events: INSTALLATION_EVENTS },
};
type List = typeof AGGREGATES;

/** The name of an aggregate, which is the prefix of its streams. */
export type AggregateName = keyof List;

/** The names of all aggregates. */
export const AGGREGATE_NAMES: readonly AggregateName[] = Object.values(AGGREGATES).map(({ name }) => name);

/** The types that belong to an aggregate. */
type TypesOf<Name extends AggregateName> = NonNullable<List[Name]['types']>;
export type StateOf<Name extends AggregateName> = TypesOf<Name>['state'];
export type CommandOf<Name extends AggregateName> = TypesOf<Name>['command'];
export type EventOf<Name extends AggregateName> = TypesOf<Name>['event'];
export type RecordedOf<Name extends AggregateName> = TypesOf<Name>['recorded'];

/** Every event of the house, as it is decided. */
export type DomainEvent = { [Name in AggregateName]: EventOf<Name> }[AggregateName];
/** Every event of the house, as it stands in the log. */
export type RecordedEvent = { [Name in AggregateName]: RecordedOf<Name> }[AggregateName];
export type DomainEventType = RecordedEvent['type'];
/** True when an event is one of an aggregate's. */
export function isEventOf<Name extends AggregateName, Event extends { readonly type: string }>(
  name: Name,
  event: Event,
): event is Extract<Event, { readonly type: keyof List[Name]['events'] }> {
  return Object.hasOwn(AGGREGATES[name].events, event.type);
}

/** The event of one type as it stands in the log. */
export type RecordedOfType<Type extends DomainEventType> = Extract<RecordedEvent, { readonly type: Type }>;

/** A command on its way to the aggregate that it is for. */
export type Step<Name extends AggregateName = AggregateName> = {
  [Each in Name]: {
    readonly aggregate: Each;
    /** Null where the act makes a new thing: its id follows from the act's `identity`. */
    readonly id: string | null;
    readonly command: CommandOf<Each>;
  };
}[Name];

/** The type of every act. */
export type ActType = { [Name in AggregateName]: keyof List[Name]['acts'] & string }[AggregateName];

/** An act as lists of all acts need it. */
export interface AnyAct {
  readonly type: ActType;
  readonly aggregate: AggregateName;
  readonly word: string;
  readonly command: z.ZodType;
  readonly sample: unknown;
  readonly grants: readonly Grant[];
  /** True when its answer holds a secret: it has a route of its own. */
  readonly secret?: boolean;
  /** There when the act can make a new thing. */
  readonly begin?: unknown;
  /** There when something else than the command makes that thing the same. */
  readonly identity?: unknown;
  /** The command of a body as it came in. @throws ZodError */
  readonly step: (id: string | null, body: unknown) => Step;
}

/** Every act of the house. */
export const ACTS: readonly AnyAct[] = Object.values(AGGREGATES).flatMap(({ acts }) => Object.values<AnyAct>(acts));

const ACTS_BY_TYPE: ReadonlyMap<string, AnyAct> = new Map(ACTS.map((act) => [act.type, act]));

/** An act by its type. @throws Error for a type that no act has */
export function actNamed(type: string): AnyAct {
  const act = ACTS_BY_TYPE.get(type);
  if (!act) throw new Error(`no act is called ${type}`);
  return act;
}

/** An event's definition as lists of all events need it. */
export interface AnyEvent {
  readonly type: DomainEventType;
  readonly schema: z.ZodType;
  readonly sample: unknown;
  readonly upcasters?: readonly Upcaster[];
  readonly read: (raw: RawEvent) => RecordedEvent;
}

/** Every kind of event of the house. */
export const EVENTS: readonly AnyEvent[] = Object.values(AGGREGATES).flatMap(({ events }) =>
  Object.values<AnyEvent>(events),
);

const EVENTS_BY_TYPE: ReadonlyMap<string, AnyEvent> = new Map(EVENTS.map((event) => [event.type, event]));

/** Every event type that the program knows. */
export const EVENT_TYPES: readonly string[] = [...EVENTS_BY_TYPE.keys()];

/** Carries an event of the log on to the present version and checks it. @throws UnreadableEvent, naming the event but none of its content */
export function readEvent(raw: RawEvent): RecordedEvent {
  const definition = EVENTS_BY_TYPE.get(raw.type);
  if (!definition) throw unreadable(raw, 'unknown type');
  return definition.read(raw);
}

/** The version in which events of a type are written. */
export function schemaVersionOf(type: string): number {
  return versionOf(EVENTS_BY_TYPE.get(type) ?? {});
}

/** Checks an event before it is written: what cannot be read back is never recorded. @throws UnreadableEvent */
export function assertWritable({ type, data }: DomainEvent): void {
  const parsed = EVENTS_BY_TYPE.get(type)?.schema.safeParse(data);
  if (parsed?.success) return;
  throw new UnreadableEvent(`${type}: ${parsed ? refusedAt(parsed.error) : 'unknown type'}`);
}

/** An aggregate by its name, with the types that belong to it. */
export type AggregateNamed<Name extends AggregateName> = Aggregate<
  Name,
  StateOf<Name>,
  CommandOf<Name>,
  EventOf<Name>,
  RecordedOf<Name>
>;

const BY_NAME: { readonly [Name in AggregateName]: AggregateNamed<Name> } = AGGREGATES;

/** The aggregate of a name. */
export function aggregateNamed<Name extends AggregateName>(name: Name): AggregateNamed<Name> {
  return BY_NAME[name];
}
