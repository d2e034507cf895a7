import { type z } from 'zod';
import { type CompiledCalendar } from '../calendar';
import { type Ladder } from '../ladder';
import { type ActedBy } from './actor';
import { type Recorded } from './event';
import { type Rejection } from './rejection';

/** What a decision may know besides the state: all of it comes in as values. */
export interface Circumstances {
  /** The server's clock, ISO 8601 UTC. */
  readonly now: string;
  /** The day in Asia/Shanghai at `now`. */
  readonly today: string;
  readonly actor: ActedBy;
  readonly calendar: CompiledCalendar;
  readonly ladder: Ladder;
}

/** A family of command schemas keyed by command type. */
export type CommandSchemas = Record<string, z.ZodType>;

/** The commands that a family of schemas describes. */
export type CommandOf<Schemas extends CommandSchemas, Type extends keyof Schemas = keyof Schemas> = {
  [Each in Type]: { readonly type: Each; readonly data: z.infer<Schemas[Each]> };
}[Type];

/** One act's rule: the events that follow from a command in a state, or why it is refused. */
export type Rule<State, Data, Event, Facts> = (
  state: State,
  data: Data,
  circumstances: Circumstances,
  facts: Facts,
) => readonly Event[] | Rejection;

/** A rule for every command of a family; leaving one out does not compile. */
export type Rules<Schemas extends CommandSchemas, State, Event, Facts> = {
  readonly [Type in keyof Schemas]: Rule<State, z.infer<Schemas[Type]>, Event, Facts>;
};

/** Hands a command to the rule of its type. The keys of rules and commands are the same, so the pair always fits. */
export function applyRule<Schemas extends CommandSchemas, Type extends keyof Schemas, State, Event, Facts>(
  rules: Rules<Schemas, State, Event, Facts>,
  state: State,
  command: CommandOf<Schemas, Type>,
  circumstances: Circumstances,
  facts: Facts,
): readonly Event[] | Rejection {
  return rules[command.type](state, command.data, circumstances, facts);
}

/**
 * An aggregate as two functions (the decider of emmett and J. Chassaing): how an event changes it and what a command
 * leads to. It starts as null, not there yet. `evolve` alone changes state, in commands and in replay.
 */
export interface Decider<State, Command, Event, Facts> {
  readonly evolve: (state: State | null, event: Recorded<Event>) => State | null;
  readonly decide: (
    state: State | null,
    command: Command,
    circumstances: Circumstances,
    facts: Facts,
  ) => readonly Event[] | Rejection;
}

/** For aggregates whose rules need nothing from outside their stream. */
export type NoFacts = Readonly<Record<string, never>>;
