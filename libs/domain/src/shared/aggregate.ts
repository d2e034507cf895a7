import { type RuleVersions } from '../policy';
import { type Admission, type CommandIn, type Decision, type RulesIn } from './act-definition';
import { type Circumstances, type Needs } from './circumstances';
import {
  type DefinitionsIn,
  type Envelope,
  evolveBy,
  type RawEvent,
  type RecordedIn,
  unreadable,
} from './event-definition';
import { type Reach } from './reach';
import { type Rejection } from './rejection';

/** An aggregate as the engine works it: every function of one of them fits the others of the same one. */
export interface Aggregate<Name extends string, State, Command, Event, Recorded> {
  /** Prefix of its streams: `task` gives `task-<id>`. */
  readonly name: Name;
  /** The types that belong to it, for other types to name. Never set. */
  readonly types?: {
    readonly state: State;
    readonly command: Command;
    readonly event: Event;
    readonly recorded: Recorded;
  };
  /** Checks an event of one of its streams. @throws UnreadableEvent, also for an event of another aggregate */
  readonly read: (raw: RawEvent) => Recorded;
  /** A decided event as it stands in the log once it has been written. */
  readonly record: (event: Event, envelope: Envelope) => Recorded;
  /**
   * How an event changes it; null is the aggregate that is not there yet. `evolve` alone changes state.
   * @param history every event of the stream before this one, for an event that `rewinds`; nothing for the others
   */
  readonly evolve: (state: State | null, event: Recorded, history?: readonly Recorded[]) => State | null;
  /** True for an event that takes a step back: the state after it follows from the whole history, without that step. */
  readonly rewinds: (event: Recorded) => boolean;
  /** The state after a whole stream. */
  readonly fold: (events: readonly Recorded[]) => State | null;
  /** What a command leads to. */
  readonly decide: (state: State | null, command: Command, circumstances: Circumstances) => Decision<Event>;
  /** What must be found out before deciding a command. */
  readonly needs: (id: string, state: State | null, command: Command) => Needs;
  /** What makes a new thing the same thing when it is asked for again; null where that is the command. */
  readonly identity: (command: Command, accountId: string) => readonly string[] | null;
  /** What it touches, for the permission table. Whether its ledger is for practice is found out by the engine. */
  readonly reach: (id: string, state: State | null) => Reach;
  /** The versions of the rules that a thing is decided by from some moment on; null: by those in force. */
  readonly pinned: (state: State) => RuleVersions | null;
  readonly ledger: LedgerTrait;
  /** What its routes begin with: `tasks`. */
  readonly plural: string;
  /** True when it has its id before anything is recorded of it, as an account has from identity: what begins it names it. */
  readonly idGiven: boolean;
}

/** How the ledger of a thing is found: it goes by the ledger's id, an event of its own names it, or it belongs to none. */
export type LedgerTrait = 'by-id' | 'by-event' | 'none';

/** An event as it is decided. */
type EventOfDatas<Datas, Type extends keyof Datas & string = keyof Datas & string> = {
  [Each in Type]: { readonly type: Each; readonly data: Datas[Each] };
}[Type];

interface Parts<Name extends string, State, Acts, Events> {
  readonly name: Name;
  readonly acts: RulesIn<Acts, State, EventOfDatas<Events>>;
  readonly events: DefinitionsIn<Events, State>;
  /** The refusal of an act on a stream that has not begun. */
  readonly unknown: Rejection;
  /**
   * What it touches. A thing of a ledger names `ledgerId` even before it has begun, as null where only its events tell it: whether it
   * belongs to one follows from that.
   */
  readonly reach: (id: string, state: State | null) => Reach;
  /** The rules that it is decided by; left out, those in force. */
  readonly pinned?: (state: State) => RuleVersions | null;
  /** What its routes begin with; when left out, its name with an s. */
  readonly plural?: string;
  /** True when it has its id before anything is recorded of it; left out, the act that begins it makes the id. */
  readonly idGiven?: boolean;
  /** What is checked before every act; nothing when left out. */
  readonly admit?: Admission<State>;
  /** What follows for the state from every event, beside what its definition says; nothing when left out. */
  readonly settle?: (before: State | null, after: State, event: RecordedIn<Events>) => State;
  /** What becomes of a command beside its own rules; left out, nothing else. */
  readonly dispatch?: Dispatch<State, CommandIn<Acts>, EventOfDatas<Events>>;
  /** How a step is taken back; left out, none is. */
  readonly rewind?: Rewind<State, RecordedIn<Events>>;
}

/** What an aggregate makes of a command beside the rules of its act: a command may hold another one. */
export interface Dispatch<State, Command, Event> {
  readonly decide: (
    state: State,
    command: Command,
    circumstances: Circumstances,
    rules: DispatchRules<State, Command, Event>,
  ) => Decision<Event>;
  /** @param needs what an act itself must know */
  readonly needs: (state: State | null, command: Command, needs: (command: Command) => Needs) => Needs;
}

/** What the dispatch of an aggregate is given of the aggregate's own rules. */
export interface DispatchRules<State, Command, Event> {
  /** What the rules of an act say, admission included. */
  readonly decide: (state: State, command: Command, circumstances: Circumstances) => Decision<Event>;
  /** The state as it will be once an event that was decided has been written. */
  readonly evolve: (state: State, event: Event, envelope: Envelope) => State;
}

/** How a step is taken back out of a history. */
export interface Rewind<State, Recorded> {
  /** True for an event that takes one back. */
  readonly by: (event: Recorded) => boolean;
  /**
   * The state after it.
   * @param history every event of the stream before it
   * @param evolve how each of them changed the state
   */
  readonly state: (
    before: State,
    event: Recorded,
    history: readonly Recorded[],
    evolve: (state: State | null, event: Recorded) => State | null,
  ) => State;
}

/** Puts an aggregate together from its lists of acts and events. */
export function defineAggregate<const Name extends string, State, Acts, Events>({
  name,
  acts,
  events,
  unknown,
  reach,
  pinned = () => null,
  plural = `${name}s`,
  idGiven = false,
  admit,
  settle,
  dispatch,
  rewind,
}: Parts<Name, State, Acts, Events>): Aggregate<
  Name,
  State,
  CommandIn<Acts>,
  EventOfDatas<Events>,
  RecordedIn<Events>
> {
  const evolved = evolveBy(events);
  const step = (state: State | null, event: RecordedIn<Events>): State | null => {
    const after = evolved(state, event);
    return after === null || !settle ? after : settle(state, after, event);
  };
  const rewinds = (event: RecordedIn<Events>): boolean => rewind?.by(event) ?? false;
  const evolve = (
    state: State | null,
    event: RecordedIn<Events>,
    history: readonly RecordedIn<Events>[] = [],
  ): State | null => {
    if (!rewind || state === null || !rewinds(event)) return step(state, event);
    if (history.at(-1)?.revision !== event.revision - 1) {
      throw new Error(`${event.type} of a ${name} needs the events before it`);
    }
    return rewind.state(state, event, history, step);
  };
  const rules: DispatchRules<State, CommandIn<Acts>, EventOfDatas<Events>> = {
    decide: (state, command, circumstances) =>
      admit?.(state, command, circumstances) ?? decideBy(acts, unknown, state, command, circumstances),
    evolve: (state, event, envelope) => step(state, recordBy(events, event, envelope)) ?? state,
  };
  const readers = new Map(Object.entries<{ readonly read: (raw: RawEvent) => RecordedIn<Events> }>(events));
  return {
    name,
    reach,
    pinned,
    ledger: ledgerTraitOf(reach),
    plural,
    idGiven,
    read: (raw) => {
      const definition = readers.get(raw.type);
      if (!definition) throw unreadable(raw, `no event of a ${name}`);
      return definition.read(raw);
    },
    record: (event, envelope) => recordBy(events, event, envelope),
    evolve,
    rewinds,
    fold: (all) =>
      all.reduce<State | null>((state, event, index) => {
        return evolve(state, event, rewinds(event) ? all.slice(0, index) : []);
      }, null),
    needs: (id, state, command) => {
      const needs = (each: CommandIn<Acts>) => needsOf(acts, id, state, each);
      return dispatch ? dispatch.needs(state, command, needs) : needs(command);
    },
    identity: (command, accountId) => identityOf(acts, command, accountId),
    decide: (state, command, circumstances) => {
      if (state === null) return decideBy(acts, unknown, state, command, circumstances);
      return dispatch
        ? dispatch.decide(state, command, circumstances, rules)
        : rules.decide(state, command, circumstances);
    },
  };
}

/** Asks what is touched by a thing of which nothing but the id is known. */
function ledgerTraitOf(reach: (id: string, state: null) => Reach): LedgerTrait {
  const { ledgerId } = reach('', null);
  if (ledgerId === undefined) return 'none';
  return ledgerId === null ? 'by-event' : 'by-id';
}

function recordBy<Datas, State, Type extends keyof Datas & string>(
  definitions: DefinitionsIn<Datas, State>,
  event: EventOfDatas<Datas, Type>,
  envelope: Envelope,
): RecordedIn<Datas, Type> {
  return definitions[event.type].record(event.data, envelope);
}

function decideBy<Datas, State, Event, Type extends keyof Datas & string>(
  acts: RulesIn<Datas, State, Event>,
  unknown: Rejection,
  state: State | null,
  command: CommandIn<Datas, Type>,
  circumstances: Circumstances,
): Decision<Event> {
  const { begin, decide } = acts[command.type];
  if (state !== null) return decide(state, command.data, circumstances);
  return begin ? begin(command.data, circumstances) : unknown;
}

function needsOf<Datas, State, Event, Type extends keyof Datas & string>(
  acts: RulesIn<Datas, State, Event>,
  id: string,
  state: State | null,
  command: CommandIn<Datas, Type>,
): Needs {
  return acts[command.type].needs?.(command.data, state, id) ?? {};
}

function identityOf<Datas, State, Event, Type extends keyof Datas & string>(
  acts: RulesIn<Datas, State, Event>,
  command: CommandIn<Datas, Type>,
  accountId: string,
): readonly string[] | null {
  return acts[command.type].identity?.(command.data, accountId) ?? null;
}
