import { z } from 'zod';
import {
  type Actor,
  type Aggregate,
  assertWritable,
  type DomainEvent,
  type Facts,
  isRejection,
  type Metadata,
  type Needs,
  NO_STAFF,
  type Policy,
  type Rejection,
  type Staff,
  unitsOfLedgerRoles,
  unitsActedFor,
  unitsPostedIn,
} from '../src';
import { actedBy } from './actors';
import { circumstancesOf, FIRST_DAY, STORY_ID } from './circumstances';
import { deepFreeze } from './deep-freeze';
import { testId } from './ids';

/** The acts of an aggregate, as far as a story needs them. */
type Acts<Command> = Readonly<
  Record<
    string,
    {
      readonly command: z.ZodType;
      readonly step: (id: null, body: unknown) => { readonly command: Command };
    }
  >
>;

/** An event that a story can hold. */
interface StoryEvent {
  readonly type: string;
  readonly eventId: string;
  readonly metadata: Metadata;
}

/** An aggregate under test: its rules, its acts, and what it knows of other streams. */
export interface Subject<
  State,
  Command,
  Event extends DomainEvent,
  Recorded extends StoryEvent,
  List extends Acts<Command>,
> {
  readonly aggregate: Aggregate<string, State, Command, Event, Recorded>;
  readonly acts: List;
  /** What is known; each act is told as much of it as it needs. */
  readonly facts: Facts;
  /** Who acts when a step does not say. */
  readonly actor: Actor;
}

/** The actor, the day (default: the story's last one), the facts and the rules of an act. */
export interface Moment {
  readonly by?: Actor;
  readonly today?: string;
  readonly facts?: Partial<Facts>;
  /** What the rules have otherwise than the default ones. */
  readonly policy?: Partial<Policy>;
}

/** What came of a command. `invalid`: the schema refused it at the paths given, so that no rule was asked. */
export type Result<Event> =
  | { readonly kind: 'events'; readonly events: readonly Event[] }
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  | { readonly kind: 'invalid'; readonly issues: readonly { readonly path: string; readonly message: string }[] };

/**
 * A story: events so far, and the day on which the last one was recorded. Immutable, so that several endings may be told
 * of one beginning. Event ids follow from the place in the story; moments never go back. Events and states are frozen:
 * a rule that changes what it was given throws.
 */
export class Story<State, Command, Event extends DomainEvent, Recorded extends StoryEvent, List extends Acts<Command>> {
  constructor(
    private readonly subject: Subject<State, Command, Event, Recorded, List>,
    readonly history: readonly Recorded[] = [],
    readonly today: string = FIRST_DAY,
    /** The state that the events fold to. */
    readonly state: State | null = null,
  ) {}

  /** The same story on a later day. */
  on(today: string): Story<State, Command, Event, Recorded, List> {
    return new Story(this.subject, this.history, today, this.state);
  }

  /** Sends a command and tells what came of it. Nothing is recorded. */
  when<Type extends keyof List & string>(
    type: Type,
    input: z.input<List[Type]['command']>,
    moment: Moment = {},
  ): Outcome<State, Command, Event, Recorded, List> {
    const { by = this.subject.actor, today = this.today } = moment;
    const result = this.result({ type, input }, { by, today, facts: moment.facts ?? {}, policy: moment.policy ?? {} });
    return new Outcome(this, result, (events) => this.recorded(events, by, today, type));
  }

  /** Goes on with a command that must be accepted. @throws Error naming the refusal */
  after<Type extends keyof List & string>(
    type: Type,
    input: z.input<List[Type]['command']>,
    moment: Moment = {},
  ): Story<State, Command, Event, Recorded, List> {
    return this.when(type, input, moment).next;
  }

  /** Goes on with events as they are, asking no rule: for histories that only another program could have written. */
  recorded(
    events: readonly Event[],
    by: Actor = this.subject.actor,
    today: string = this.today,
    act = 'story.told',
  ): Story<State, Command, Event, Recorded, List> {
    const commandId = testId(0x20_0000 + this.history.length);
    const added = events.map((event, index) => {
      // What cannot be written is no history.
      assertWritable(event);
      const revision = this.history.length + index;
      const { now: recordedAt } = circumstancesOf(by, today, revision);
      const metadata = {
        commandId,
        commandHash: 'hash',
        correlationId: 'story',
        causationId: null,
        act,
        actor: actedBy(by),
        recordedAt,
      };
      return deepFreeze(
        this.subject.aggregate.record(event, { eventId: testId(0x10_0000 + revision), revision, metadata }),
      );
    });
    const history = [...this.history, ...added];
    const state = added.reduce<State | null>((known, event, index) => {
      const before = history.slice(0, this.history.length + index);
      return deepFreeze(this.subject.aggregate.evolve(known, event, before));
    }, this.state);
    return new Story(this.subject, history, today, state);
  }

  private result(
    { type, input }: { readonly type: keyof List & string; readonly input: unknown },
    { by, today, facts, policy }: Required<Moment>,
  ): Result<Event> {
    const parsed = commandOf<Command, List>(this.subject.acts, type, input);
    if (!parsed.ok) return { kind: 'invalid', issues: parsed.issues };
    const { aggregate } = this.subject;
    const needs = aggregate.needs(STORY_ID, this.state, parsed.command);
    const own = { postedIn: unitsPostedIn(by.posts), actsFor: unitsActedFor(by.posts, needs.ledgerId ?? '') };
    const known = askedFor(needs, { ...this.subject.facts, ...own, ...facts });
    const circumstances = circumstancesOf(by, today, this.history.length, known, policy);
    const decision = aggregate.decide(this.state, parsed.command, circumstances);
    if (isRejection(decision)) return { kind: 'rejected', rejection: decision };
    return { kind: 'events', events: decision };
  }
}

/** What is known of what an act asks for, and nothing else: a rule that uses more than its act needs fails here as it would in the engine. */
function askedFor(
  {
    units,
    lineageOf,
    files,
    ownPosts,
    ledgerId,
    numberFor,
    closingsOf,
    rules,
    ledgerNumbers,
    staff,
    administrators,
    departure,
    administratorPosts,
    seen,
  }: Needs,
  facts: Facts,
): Facts {
  return {
    knownUnits: new Set(units?.filter((unit) => facts.knownUnits.has(unit))),
    lineage: new Map([...facts.lineage].filter(([unit]) => lineageOf?.includes(unit))),
    knownFiles: new Set(files?.filter((file) => facts.knownFiles.has(file))),
    postedIn: ownPosts ? facts.postedIn : new Set(),
    actsFor: ownPosts ? facts.actsFor : new Set(),
    ledger: ledgerId === undefined ? null : facts.ledger,
    rules: rules === undefined ? null : facts.rules,
    reserved: numberFor ? facts.reserved : null,
    closingsBegun: closingsOf === undefined ? false : facts.closingsBegun,
    ledgerNumbers: ledgerNumbers ? facts.ledgerNumbers : [],
    staff: staff ? staffFor(staff.units, facts.staff) : NO_STAFF,
    administrators: administrators ? facts.administrators : [],
    takenOut: administrators ? facts.takenOut : [],
    departing: departure ? facts.departing : false,
    administratorPosts: administratorPosts ? facts.administratorPosts : [],
    digest: seen ? facts.digest : null,
  };
}

/** The people, with what stands above the units asked for and the people’s own. */
function staffFor(units: readonly string[], { posts, lineage }: Staff): Staff {
  const known = new Set([...units, ...unitsOfLedgerRoles(posts)]);
  return { posts, lineage: new Map([...lineage].filter(([unit]) => known.has(unit))) };
}

function commandOf<Command, List extends Acts<Command>>(acts: List, type: keyof List & string, input: unknown) {
  try {
    const step = acts[type]?.step(null, input);
    if (!step) throw new Error(`no act ${type}`);
    return { ok: true, command: step.command } as const;
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const issues = error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
    return { ok: false, issues } as const;
  }
}

/** What came of one command, to be compared with what the rule says. */
export class Outcome<
  State,
  Command,
  Event extends DomainEvent,
  Recorded extends StoryEvent,
  List extends Acts<Command>,
> {
  /** The story with the events, once it was asked for: recording them again would be the same. */
  private gone: Story<State, Command, Event, Recorded, List> | null = null;

  constructor(
    private readonly before: Story<State, Command, Event, Recorded, List>,
    readonly result: Result<Event>,
    private readonly record: (events: readonly Event[]) => Story<State, Command, Event, Recorded, List>,
  ) {}

  /**
   * Expects the events (each by its type, or with the part of its data that matters), or a rejection by its code, and by its message.
   */
  then(
    expected: string | readonly (string | { readonly type: string; readonly data: object })[],
    message?: string,
  ): void {
    if (typeof expected === 'string') {
      expect(this.told()).toBe(expected);
      if (message !== undefined) expect(this.result).toMatchObject({ rejection: { message } });
      return;
    }
    expect(this.told()).toEqual(expected.map((event) => (typeof event === 'string' ? event : event.type)));
    expected.forEach((event, index) => {
      if (typeof event !== 'string') expect(this.events[index]).toMatchObject(event);
    });
  }

  /** Expects that the command's schema refuses it, at a path (dots between names) or with a message of its own. */
  thenInvalid(pathOrMessage: string): void {
    const issues = this.result.kind === 'invalid' ? this.result.issues : [];
    expect(issues.flatMap(({ path, message }) => [path, message])).toContain(pathOrMessage);
  }

  /** The events decided; none after a refusal. */
  get events(): readonly Event[] {
    return this.result.kind === 'events' ? this.result.events : [];
  }

  /** The story with these events. @throws Error naming the refusal */
  get next(): Story<State, Command, Event, Recorded, List> {
    if (this.result.kind !== 'events') throw new Error(`refused: ${JSON.stringify(this.result)}`);
    this.gone ??= this.record(this.result.events);
    return this.gone;
  }

  /** The state after the command: that of before when it was refused. */
  get state(): State | null {
    return this.result.kind === 'events' ? this.next.state : this.before.state;
  }

  private told(): string | readonly string[] {
    switch (this.result.kind) {
      case 'events':
        return this.result.events.map(({ type }) => type);
      case 'rejected':
        return this.result.rejection.code;
      case 'invalid':
        return `invalid: ${JSON.stringify(this.result.issues)}`;
    }
  }
}
