import { hash } from 'node:crypto';
import {
  type ActedBy,
  type Actor,
  assertWritable,
  type Circumstances,
  dayInShanghai,
  DEFAULT_LADDER,
  type DomainEvent,
  isRejection,
  type Metadata,
  PERMISSION_DENIED,
  permittingPost,
  readEvent,
  type Recorded,
  type Rejection,
  schemaVersionOf,
} from '#domain';
import {
  type AppendResult,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  isEventLogError,
  isJsonObject,
  type StoredEvent,
} from '#event-store';
import { type Clock } from '#platform';
import { type Aggregate, type AggregateCommand } from '../aggregates/aggregate';
import { type CalendarSource } from '../calendar/calendar-source';
import { type Loaded } from '../state/state-reader';
import { type CommandContext, type CommandOutcome } from './command-context';
import { CommandRefused } from './command-refused';
import { derivedId } from './derived-id';
import { KeyedQueue } from './keyed-queue';

/** How often a command is decided again because somebody else was faster. Beyond it something is wrong with the stream. */
const MAX_ATTEMPTS = 20;

/** A command under way. */
interface Job<Command> {
  readonly id: string;
  readonly command: Command;
  readonly context: CommandContext;
  readonly commandHash: string;
}

/** What deciding led to: events with the state they were decided on, or a refusal. */
type Decided<State, Event> =
  { readonly from: Loaded<State>; readonly events: readonly Event[]; readonly by: ActedBy } | Rejection;

/**
 * Load, decide, append: the way of every command. Decisions are made on the state last known here; a refusal is only
 * given on a fresh one, and an append names the revision it was decided on, so that a moved stream is decided again.
 */
export class CommandRunner {
  private readonly queue = new KeyedQueue();

  constructor(
    private readonly store: EventStore,
    private readonly clock: Clock,
    private readonly calendars: CalendarSource,
  ) {}

  /**
   * Runs one command to its end.
   * @throws CommandRefused with the code of the rule, of the permission table, or COMMAND.KEY_REUSED
   */
  async run<State, Command extends AggregateCommand, Event extends DomainEvent, Facts>(
    aggregate: Aggregate<State, Command, Event, Facts>,
    id: string,
    command: Command,
    context: CommandContext,
  ): Promise<CommandOutcome> {
    const job = { id, command, context, commandHash: hashOf(id, command) };
    return this.queue.run(aggregate.reader.stream(id), () => this.attempt(aggregate, job));
  }

  private async attempt<State, Command extends AggregateCommand, Event extends DomainEvent, Facts>(
    aggregate: Aggregate<State, Command, Event, Facts>,
    job: Job<Command>,
  ): Promise<CommandOutcome> {
    const { writing } = this.store;
    // What is known may be of another past than the log: neither an answer nor a refusal would be worth anything.
    writing.check();
    let { changes } = writing;
    let loaded = await aggregate.reader.known(job.id);
    for (let attempts = 1; attempts <= MAX_ATTEMPTS; attempts += 1) {
      let decided = await this.decide(aggregate, job, loaded);
      if (isRejection(decided)) {
        loaded = await aggregate.reader.fresh(job.id);
        decided = await this.decide(aggregate, job, loaded);
      }
      if (isRejection(decided)) return this.repetitionOr(decided, aggregate.reader.stream(job.id), job);
      if (decided.events.length === 0) return this.asItStands(aggregate.reader.stream(job.id), job);
      if (changes === writing.changes) {
        const outcome = await this.append(aggregate, job, decided);
        if (outcome) return outcome;
      }
      ({ changes } = writing);
      loaded = await aggregate.reader.fresh(job.id);
    }
    throw new CommandRefused({ code: 'COMMAND.CONTENDED', message: '该事项正被多人同时办理，请稍后重试。' });
  }

  private async decide<State, Command extends AggregateCommand, Event extends DomainEvent, Facts>(
    aggregate: Aggregate<State, Command, Event, Facts>,
    { id, command, context }: Job<Command>,
    from: Loaded<State>,
  ): Promise<Decided<State, Event>> {
    const post = permittingPost(context.actor, command.type, await aggregate.reach(id, from.state));
    if (!post) return PERMISSION_DENIED;
    const by = actedBy(context.actor, post);
    const facts = await aggregate.gather({ id, state: from.state, command, context });
    const events = aggregate.decide(from.state, command, await this.circumstances(by), facts);
    return isRejection(events) ? events : { from, events, by };
  }

  private async circumstances(actor: ActedBy): Promise<Circumstances> {
    const now = this.clock.now().toISOString();
    return { now, today: dayInShanghai(now), actor, calendar: await this.calendars.inForce(), ladder: DEFAULT_LADDER };
  }

  /** Appends what was decided. @returns null when the stream has moved and the command is to be decided again */
  private async append<State, Command extends AggregateCommand, Event extends DomainEvent, Facts>(
    { reader }: Aggregate<State, Command, Event, Facts>,
    job: Job<Command>,
    { from, events, by }: Exclude<Decided<State, Event>, Rejection>,
  ): Promise<CommandOutcome | null> {
    const metadata = this.metadataOf(job, by);
    const stream = reader.stream(job.id);
    const toAppend = events.map((event, index) => toAppendable(event, metadata, eventIdOf(stream, metadata, index)));
    const result = await this.appendOnce(stream, from, toAppend);
    if (result.kind === 'wrong-revision') {
      if (isBefore(result.actual, from.revision)) reader.forget(job.id);
      return null;
    }
    if (result.kind === 'duplicate') return this.repeated(result.events, job);
    const first = from.revision === 'no-stream' ? 0 : from.revision + 1;
    const recorded = events.map((event, index) =>
      recordedAs(event, metadata, first + index, toAppend[index]?.eventId ?? ''),
    );
    reader.advance(job.id, from, recorded);
    return { id: job.id, revision: result.revision, position: result.position, events: events.map(({ type }) => type) };
  }

  /** An append whose outcome is unknown is sent again with the same ids: it is written once. */
  private async appendOnce(
    stream: string,
    from: Loaded<unknown>,
    events: readonly EventToAppend[],
  ): Promise<AppendResult> {
    try {
      return await this.store.append(stream, from.revision, events);
    } catch (error) {
      const reused = isEventLogError(error) && error.code === 'LOG.EVENT_ID_TAKEN';
      if (reused) throw keyReused();
      const unknown = isEventLogError(error) && error.code === 'LOG.OUTCOME_UNKNOWN';
      if (!unknown) throw error;
      return this.store.append(stream, from.revision, events);
    }
  }

  private metadataOf({ context, commandHash }: Job<unknown>, actor: ActedBy): Metadata {
    const { commandId, correlationId, causationId } = context;
    return { commandId, commandHash, correlationId, causationId, actor, recordedAt: this.clock.now().toISOString() };
  }

  /** What was asked for is so already: nothing is recorded, and the answer says from where on it can be read. */
  private async asItStands(stream: string, job: Job<unknown>): Promise<CommandOutcome> {
    const stored = await this.store.readStream(stream);
    const own = ownOf(stored, job);
    if (own.length > 0) return this.repeated(own, job);
    const last = stored.at(-1);
    if (!last) throw new Error(`${stream}: nothing was decided where nothing is`);
    return { id: job.id, revision: last.revision, position: last.position, events: [] };
  }

  /** A refusal of a command that was carried out before is no refusal: the first answer stands. */
  private async repetitionOr(rejection: Rejection, stream: string, job: Job<unknown>): Promise<CommandOutcome> {
    const own = ownOf(await this.store.readStream(stream), job);
    if (own.length === 0) throw new CommandRefused(rejection);
    return this.repeated(own, job);
  }

  private repeated(stored: readonly StoredEvent[], job: Job<unknown>): CommandOutcome {
    const events = stored.map(readEvent);
    const last = stored.at(-1);
    if (!last || events.some(({ metadata }) => metadata.commandHash !== job.commandHash)) throw keyReused();
    const types = events.map(({ type }) => type);
    return { id: job.id, revision: last.revision, position: last.position, events: types };
  }
}

/** What a command has recorded before. */
function ownOf(stored: readonly StoredEvent[], { context }: Job<unknown>): readonly StoredEvent[] {
  return stored.filter(({ metadata }) => metadata.commandId === context.commandId);
}

/** Whether a stream ends before the revision that was read of it. */
function isBefore(actual: ExpectedRevision, read: ExpectedRevision): boolean {
  if (read === 'no-stream') return false;
  return actual === 'no-stream' || actual < read;
}

function keyReused(): CommandRefused {
  return new CommandRefused({
    code: 'COMMAND.KEY_REUSED',
    message: '同一个请求编号已用于另一项操作，请使用新的请求编号。',
  });
}

function hashOf(id: string, command: AggregateCommand): string {
  const { type, data } = command;
  return hash('sha256', `${type} ${id} ${JSON.stringify(data)}`);
}

function actedBy({ accountId, name }: Actor, { role, postId, unitId }: Omit<ActedBy, 'accountId' | 'name'>): ActedBy {
  return { accountId, name, role, postId, unitId };
}

/** Made from the stream too: the same command key names another event in another stream (decision 0026). */
function eventIdOf(stream: string, { commandId }: Metadata, index: number): string {
  return derivedId(stream, commandId, String(index));
}

function toAppendable(event: DomainEvent, metadata: Metadata, eventId: string): EventToAppend {
  assertWritable(event);
  const data: unknown = event.data;
  if (!isJsonObject(data)) throw new Error(`${event.type}: data is not a JSON object`);
  return { eventId, type: event.type, schemaVersion: schemaVersionOf(event.type), metadata, data };
}

/** The spread comes last: adding to one that comes first takes Node microseconds, in every command. */
function recordedAs(event: DomainEvent, metadata: Metadata, revision: number, eventId: string): Recorded<DomainEvent> {
  return { eventId, revision, metadata, ...event };
}
