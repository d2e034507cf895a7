import {
  type Actor,
  type CommandOf,
  type CommandSchemas,
  type Decider,
  type EventSchemas,
  isRejection,
  type Recorded,
  type Rejection,
} from '../src';
import { type z } from 'zod';
import { actedBy } from './actors';
import { circumstancesOf, FIRST_DAY } from './circumstances';
import { deepFreeze } from './deep-freeze';
import { testId } from './ids';

/** An event as decided: before the log has added anything to it. */
interface PlainEvent {
  readonly type: string;
  readonly data: unknown;
}

/** An aggregate under test: its two functions, its command schemas, and what it knows of other streams. */
export interface Subject<Schemas extends CommandSchemas, State, Event extends PlainEvent, Facts> {
  readonly schemas: Schemas;
  readonly events: EventSchemas;
  readonly decide: Decider<State, CommandOf<Schemas>, Event, Facts>['decide'];
  readonly evolve: Decider<State, CommandOf<Schemas>, Event, Facts>['evolve'];
  readonly facts: Facts;
  /** Who acts when a step does not say. */
  readonly actor: Actor;
}

/** Who acts, on which day (the story's last one unless given), knowing what. */
export interface Step<Facts> {
  readonly by?: Actor;
  readonly today?: string;
  readonly facts?: Partial<Facts>;
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
export class Story<Schemas extends CommandSchemas, State, Event extends PlainEvent, Facts> {
  constructor(
    private readonly subject: Subject<Schemas, State, Event, Facts>,
    readonly history: readonly Recorded<Event>[] = [],
    readonly today: string = FIRST_DAY,
    /** The state that the events fold to. */
    readonly state: State | null = null,
  ) {}

  /** The same story on a later day. */
  on(today: string): Story<Schemas, State, Event, Facts> {
    return new Story(this.subject, this.history, today, this.state);
  }

  /** Sends a command and tells what came of it. Nothing is recorded. */
  when<Type extends keyof Schemas & string>(
    type: Type,
    input: z.input<Schemas[Type]>,
    step: Step<Facts> = {},
  ): Outcome<Schemas, State, Event, Facts> {
    const { by = this.subject.actor, today = this.today } = step;
    const result = this.result({ type, input }, { by, today, facts: step.facts ?? {} });
    return new Outcome(this, result, (events) => this.recorded(events, by, today));
  }

  /** Goes on with a command that must be accepted. @throws Error naming the refusal */
  after<Type extends keyof Schemas & string>(
    type: Type,
    input: z.input<Schemas[Type]>,
    step: Step<Facts> = {},
  ): Story<Schemas, State, Event, Facts> {
    return this.when(type, input, step).next;
  }

  /** Goes on with events as they are, asking no rule: for histories that only another program could have written. */
  recorded(
    events: readonly Event[],
    by: Actor = this.subject.actor,
    today: string = this.today,
  ): Story<Schemas, State, Event, Facts> {
    const added = events.map((event, index) => {
      // What cannot be written is no history.
      this.subject.events[event.type]?.parse(event.data);
      const revision = this.history.length + index;
      const { now: recordedAt } = circumstancesOf(by, today, revision);
      const metadata = {
        commandId: testId(0x20_0000 + this.history.length),
        commandHash: 'hash',
        correlationId: 'story',
        causationId: null,
        actor: actedBy(by),
        recordedAt,
      };
      return deepFreeze({ ...event, eventId: testId(0x10_0000 + revision), revision, metadata });
    });
    const state = added.reduce<State | null>(
      (known, event) => deepFreeze(this.subject.evolve(known, event)),
      this.state,
    );
    return new Story(this.subject, [...this.history, ...added], today, state);
  }

  private result(
    { type, input }: { readonly type: keyof Schemas & string; readonly input: unknown },
    { by, today, facts }: Required<Step<Facts>>,
  ): Result<Event> {
    const parsed = this.subject.schemas[type]?.safeParse(input);
    if (!parsed?.success) {
      const issues = parsed?.error.issues.map(({ path, message }) => ({ path: path.join('.'), message }));
      return { kind: 'invalid', issues: issues ?? [] };
    }
    const command = { type, data: parsed.data };
    if (!isCommand<Schemas>(command)) return { kind: 'invalid', issues: [] };
    const circumstances = circumstancesOf(by, today, this.history.length);
    const decision = this.subject.decide(this.state, command, circumstances, { ...this.subject.facts, ...facts });
    if (isRejection(decision)) return { kind: 'rejected', rejection: decision };
    return { kind: 'events', events: decision };
  }
}

/** What came of one command, to be compared with what the rule says. */
export class Outcome<Schemas extends CommandSchemas, State, Event extends PlainEvent, Facts> {
  constructor(
    private readonly before: Story<Schemas, State, Event, Facts>,
    readonly result: Result<Event>,
    private readonly record: (events: readonly Event[]) => Story<Schemas, State, Event, Facts>,
  ) {}

  /**
   * Expects the events (each by its type, or with the part of its data that matters), or a rejection by its code.
   */
  then(expected: string | readonly (string | { readonly type: string; readonly data: object })[]): void {
    if (typeof expected === 'string') {
      expect(this.told()).toBe(expected);
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
  get next(): Story<Schemas, State, Event, Facts> {
    if (this.result.kind !== 'events') throw new Error(`refused: ${JSON.stringify(this.result)}`);
    return this.record(this.result.events);
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

/** The schema of its type has parsed the data, which is what makes it a command. */
function isCommand<Schemas extends CommandSchemas>(command: {
  readonly type: keyof Schemas;
  readonly data: unknown;
}): command is CommandOf<Schemas> {
  return command.type !== '';
}
