import { type z } from 'zod';
import { type Circumstances, type Needs } from './circumstances';
import { type Grant } from './grant';
import { type Rejection } from './rejection';

/** What a command leads to: events to record (none: it is so already), or why it is refused. */
export type Decision<Event> = readonly Event[] | Rejection;

/** What the rules of one act say, for data that its schema has passed. */
export interface ActRules<Data, State, Event> {
  /** What must be found out before deciding; nothing when left out. */
  readonly needs?: (data: Data, state: State | null, id: string) => Needs;
  /**
   * What makes a new thing the same thing when it is asked for again: a unit's name under its parent. The id is derived from
   * it; left out, from the command.
   */
  readonly identity?: (data: Data, accountId: string) => readonly string[];
  /** The act on a stream that has not begun; left out, the act needs one that has. */
  readonly begin?: (data: Data, circumstances: Circumstances) => Decision<Event>;
  /** The act on a stream that has begun. */
  readonly decide: (state: State, data: Data, circumstances: Circumstances) => Decision<Event>;
}

/** One act, in one place: everything the domain knows about it. */
export interface ActDefinition<Type extends string, Schema extends z.ZodType, State, Event> extends ActRules<
  z.output<Schema>,
  State,
  Event
> {
  readonly type: Type;
  /** The word on buttons, in messages and in the API's documentation. */
  readonly word: string;
  /** The body of the command as people and programs send it. */
  readonly command: Schema;
  /** A usual body: tests play the act with it. */
  readonly sample: z.input<Schema>;
  /** Who may do it, how far. */
  readonly grants: readonly Grant[];
  /** True when its answer holds a secret, which is in no event: it has a route of its own. */
  readonly secret?: boolean;
}

/** The data of each act of a list. */
export type DataOfActs<List> = {
  [Type in keyof List]: List[Type] extends { readonly command: infer Schema extends z.ZodType }
    ? z.output<Schema>
    : never;
};

/** The commands of a map of data. */
export type CommandIn<Datas, Type extends keyof Datas & string = keyof Datas & string> = {
  [Each in Type]: { readonly type: Each; readonly data: Datas[Each] };
}[Type];

/** The rules of a map of data. */
export type RulesIn<Datas, State, Event> = {
  readonly [Type in keyof Datas & string]: ActRules<Datas[Type], State, Event>;
};

/** Checks made before every act of an aggregate, for those that have some. */
export type Admission<State> = (
  state: State,
  command: { readonly type: string; readonly data: unknown },
  circumstances: Circumstances,
) => Rejection | null;

/** A command on its way to its aggregate. */
export interface StepTo<Aggregate extends string, Type extends string, Data> {
  readonly aggregate: Aggregate;
  /** Null where the act makes a new thing: its id follows from the act's `identity`. */
  readonly id: string | null;
  readonly command: { readonly type: Type; readonly data: Data };
}

/** An act that can be asked for. */
export type Act<Aggregate extends string, Type extends string, Schema extends z.ZodType, State, Event> = ActDefinition<
  Type,
  Schema,
  State,
  Event
> & {
  readonly aggregate: Aggregate;
  /** The command of a body as it came in. @throws ZodError where the schema refuses it, with the input: it tells a missing field from a wrong one */
  readonly step: (id: string | null, body: unknown) => StepTo<Aggregate, Type, z.output<Schema>>;
};

/** How the acts of one aggregate are defined. */
export function actsOf<const Aggregate extends string, State, Event>(aggregate: Aggregate) {
  return <const Type extends string, Schema extends z.ZodType, Traits extends object>(
    definition: ActDefinition<Type, Schema, State, Event> & Traits,
  ): Act<Aggregate, Type, Schema, State, Event> & Traits => ({
    ...definition,
    aggregate,
    step: (id, body) => ({
      aggregate,
      id,
      command: { type: definition.type, data: definition.command.parse(body, { reportInput: true }) },
    }),
  });
}
