import { AGGREGATES, type AggregateName, type RecordedOf, type StateOf } from '#domain';
import { type EventStore } from '#event-store';
import { StateReader, type StreamKind } from './state-reader';

/** What is read of one kind of aggregate. */
interface Kind {
  readonly state: unknown;
  readonly recorded: { readonly revision: number };
}

type ReaderOf<Read extends Kind> = StateReader<Read['state'], Read['recorded']>;

/** Readers by the name of their aggregate; each is made when it is first asked for. */
class Readers<Kinds extends Readonly<Record<keyof Kinds, Kind>>> {
  private readonly made: { [Name in keyof Kinds]?: ReaderOf<Kinds[Name]> } = {};

  constructor(
    private readonly store: EventStore,
    private readonly kinds: {
      readonly [Name in keyof Kinds]: StreamKind<Kinds[Name]['state'], Kinds[Name]['recorded']>;
    },
  ) {}

  /** The reader of one kind of aggregate. */
  of<Name extends keyof Kinds>(name: Name): ReaderOf<Kinds[Name]> {
    const known = this.made[name];
    if (known) return known;
    const made: ReaderOf<Kinds[Name]> = new StateReader(this.store, this.kinds[name]);
    this.made[name] = made;
    return made;
  }
}

type Kinds = {
  readonly [Name in AggregateName]: { readonly state: StateOf<Name>; readonly recorded: RecordedOf<Name> };
};

/** The readers of every kind of aggregate, over one log. */
export class States extends Readers<Kinds> {
  constructor(store: EventStore) {
    super(store, AGGREGATES);
  }
}
