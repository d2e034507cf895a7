import { type Decider, type DomainEvent, type Operation, type Reach } from '#domain';
import { type CommandContext } from '../command/command-context';
import { type StateReader } from '../state/state-reader';

/** A command as an aggregate takes it: a permitted operation with checked data. */
export interface AggregateCommand {
  readonly type: Operation;
  readonly data: object;
}

/** What facts are gathered for. */
export interface Occasion<State, Command> {
  readonly id: string;
  readonly state: State | null;
  readonly command: Command;
  readonly context: CommandContext;
}

/** Everything the one handler needs to know of an aggregate. Adding an aggregate is adding one of these. */
export interface Aggregate<State, Command extends AggregateCommand, Event extends DomainEvent, Facts> {
  readonly reader: StateReader<State, Event>;
  readonly decide: Decider<State, Command, Event, Facts>['decide'];
  /** What a command touches, for the permission table. */
  readonly reach: (id: string, state: State | null) => Promise<Reach>;
  /** What the rules must know of other streams. */
  readonly gather: (occasion: Occasion<State, Command>) => Promise<Facts>;
}
