import { hash } from 'node:crypto';
import {
  type ActedBy,
  type Actor,
  type AggregateName,
  aggregateNamed,
  type AggregateNamed,
  assertWritable,
  chargeOf,
  type Circumstances,
  type CommandOf,
  dayInShanghai,
  type DomainEvent,
  type EventOf,
  type Facts,
  isRejection,
  type Metadata,
  PERMISSION_DENIED,
  permittingPosts,
  type RecordedOf,
  readEvent,
  type Rejection,
  type Rules,
  type RuleVersions,
  schemaVersionOf,
  type StateOf,
  type Step,
} from '#domain';
import {
  type Appended,
  type AppendResult,
  type EventStore,
  type EventToAppend,
  type ExpectedRevision,
  isEventLogError,
  isJsonObject,
  type StoredEvent,
} from '#event-store';
import { type Clock } from '#platform';
import { type FactFinder } from '../facts/fact-finder';
import { type ReachFinder } from '../facts/reach-finder';
import { type RulesSource } from '../rules/rules-source';
import { type Loaded, type StateReader } from '../state/state-reader';
import { type States } from '../state/states';
import { type CommandContext, type CommandOutcome } from './command-context';
import { CommandFault } from './command-fault';
import { CommandRefused, CONTENDED } from './command-refused';
import { derivedId, newIdOf } from './derived-id';
import { isUnrecordable } from './final-failure';
import { KeyedQueue } from './keyed-queue';
import { idOfStep } from './step-id';

/** How often a command is decided again because somebody else was faster. Beyond it something is wrong with the stream. */
const MAX_ATTEMPTS = 20;

/** A command under way: what every attempt at it needs. */
interface Job<Name extends AggregateName> {
  readonly aggregate: AggregateNamed<Name>;
  readonly reader: StateReader<StateOf<Name>, RecordedOf<Name>>;
  readonly stream: string;
  readonly id: string;
  readonly command: CommandOf<Name>;
  readonly context: CommandContext;
  readonly commandHash: string;
}

/** As far as a command's own record asks for it. */
type Identity = Pick<Job<AggregateName>, 'id' | 'stream' | 'context' | 'commandHash'>;

/** Events with the state they were decided on. */
interface Decision<Name extends AggregateName> {
  readonly from: Loaded<StateOf<Name>>;
  readonly events: readonly EventOf<Name>[];
  readonly by: ActedBy;
}

/** An event with what the record says of it. */
interface NamedEvent<Event> {
  readonly event: Event;
  readonly eventId: string;
  readonly metadata: Metadata;
}

/** Why there is no decision. */
type Failure = CommandRefused | CommandFault;

/** What the runner stands on. */
export interface RunnerParts {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly states: States;
  readonly rules: RulesSource;
  readonly facts: FactFinder;
  readonly reaches: ReachFinder;
}

/**
 * Load, decide, append: the way of every command. Decisions are made on the state last known here. A refusal, or the answer
 * that all is as asked for, is only given on a fresh one; an append names the revision it was decided on, so that a moved
 * stream is decided again.
 */
export class CommandRunner {
  private readonly queue = new KeyedQueue();

  constructor(private readonly parts: RunnerParts) {}

  /**
   * Runs one command to its end.
   * @throws CommandRefused with the code of the rule, of the permission table, or COMMAND.KEY_REUSED; CommandFault
   */
  run<Name extends AggregateName>(step: Step<Name>, context: CommandContext): Promise<CommandOutcome> {
    const job = this.jobOf(step.aggregate, idOfStep(step, context), step.command, context);
    return this.queue.run(job.stream, () => this.attempt(job));
  }

  private jobOf<Name extends AggregateName>(
    name: Name,
    id: string,
    command: CommandOf<Name>,
    context: CommandContext,
  ): Job<Name> {
    const reader = this.parts.states.of(name);
    const commandHash = hashOf(id, command);
    return { aggregate: aggregateNamed(name), reader, stream: reader.stream(id), id, command, context, commandHash };
  }

  private async attempt<Name extends AggregateName>(job: Job<Name>): Promise<CommandOutcome> {
    const { writing } = this.parts.store;
    const { reader } = job;
    // What is known may be of another past than the log: neither an answer nor a refusal would be worth anything.
    writing.check();
    let { changes } = writing;
    let loaded = await reader.known(job.id);
    for (let attempts = 1; attempts <= MAX_ATTEMPTS; attempts += 1) {
      let decided = await this.decide(job, loaded);
      if (decided instanceof Error || decided.events.length === 0) {
        loaded = await reader.fresh(job.id);
        decided = await this.decide(job, loaded);
      }
      if (decided instanceof Error) return this.repetitionOr(decided, job);
      if (decided.events.length === 0) return this.asItStands(job);
      if (changes === writing.changes) {
        const outcome = await this.append(job, decided);
        if (outcome) return outcome;
      }
      ({ changes } = writing);
      loaded = await reader.fresh(job.id);
    }
    throw new CommandRefused(CONTENDED);
  }

  /**
   * Decides under the first of the actor's posts for which the rules allow it: whoever reports for two units of a task acts for the one
   * that is still to act. Refused under all of them, the first refusal is given.
   */
  private async decide<Name extends AggregateName>(
    { aggregate, id, command, context }: Job<Name>,
    from: Loaded<StateOf<Name>>,
  ): Promise<Decision<Name> | Failure> {
    const reach = await this.parts.reaches.complete(aggregate.reach(id, from.state), command.type);
    const posts = permittingPosts(context.actor, command.type, reach);
    if (posts.length === 0) return new CommandRefused(PERMISSION_DENIED);
    const facts = await this.parts.facts.find(aggregate.needs(id, from.state, command), context);
    const pinned = from.state === null ? null : aggregate.pinned(from.state);
    const rules = await this.rulesOf(pinned, reach.ledgerId ?? null);
    const circumstances = { ...this.circumstances(id, facts, context), ...rules };
    const refusals: Rejection[] = [];
    try {
      for (const post of posts) {
        const by = actedBy(context.actor, post);
        const events = aggregate.decide(from.state, command, { ...circumstances, actor: by, charge: chargeOf(post) });
        if (isRejection(events)) refusals.push(events);
        else {
          events.forEach(assertWritable);
          return { from, events, by };
        }
      }
    } catch (error) {
      return new CommandFault(error);
    }
    return new CommandRefused(refusals[0] ?? PERMISSION_DENIED);
  }

  private circumstances(
    id: string,
    facts: Facts,
    { commandId }: Pick<CommandContext, 'commandId'>,
  ): Omit<Circumstances, 'actor' | 'charge' | keyof Rules> {
    const now = this.parts.clock.now().toISOString();
    return { now, today: dayInShanghai(now), id, newId: () => newIdOf(id, commandId), facts };
  }

  /** The rules that a thing has pinned; where it has none, or this log does not know them, those in force. */
  private async rulesOf(pinned: RuleVersions | null, ledgerId: string | null): Promise<Rules> {
    const { rules } = this.parts;
    return (pinned && (await rules.ofVersions(pinned))) ?? (await rules.inForce(ledgerId));
  }

  /**
   * Appends what was decided. A repeated command may decide other events than the first time, more or fewer, as somebody else
   * has changed something since: the log then knows all or some of their ids, and what the command has recorded is the answer.
   * @returns null when the stream has moved and the command is to be decided again
   */
  private async append<Name extends AggregateName>(
    job: Job<Name>,
    decision: Decision<Name>,
  ): Promise<CommandOutcome | null> {
    const { from, events, by } = decision;
    const metadata = this.metadataOf(job, by);
    const named = events.map((event, index) => ({ event, eventId: eventIdOf(job.stream, metadata, index), metadata }));
    try {
      const result = await this.appendOnce(job.stream, from, named.map(toAppendable));
      if (result.kind === 'duplicate') return await this.repetitionOr(keyReused(), job);
      if (result.kind === 'appended') return appended(job, from, named, result);
      if (isBefore(result.actual, from.revision)) job.reader.forget(job.id);
      return null;
    } catch (error) {
      if (isEventLogError(error, 'LOG.EVENT_ID_TAKEN')) return this.repetitionOr(keyReused(), job);
      if (isUnrecordable(error)) return this.repetitionOr(error, job);
      throw error;
    }
  }

  /** An append whose outcome is unknown is sent again with the same ids: it is written once. */
  private async appendOnce(
    stream: string,
    { revision }: Loaded<unknown>,
    events: readonly EventToAppend[],
  ): Promise<AppendResult> {
    const { store } = this.parts;
    try {
      return await store.append(stream, revision, events);
    } catch (error) {
      if (!isEventLogError(error, 'LOG.OUTCOME_UNKNOWN')) throw error;
      return store.append(stream, revision, events);
    }
  }

  private metadataOf<Name extends AggregateName>(
    { context, command, commandHash }: Job<Name>,
    actor: ActedBy,
  ): Metadata {
    const { commandId, correlationId, causationId } = context;
    const recordedAt = this.parts.clock.now().toISOString();
    return { commandId, commandHash, correlationId, causationId, act: command.type, actor, recordedAt };
  }

  /**
   * What was asked for is so already: nothing is recorded, and the answer says from where on it can be read. The log knows
   * nothing of such a command: repeated after somebody else's change it is decided anew, and may take effect then.
   */
  private async asItStands(job: Identity): Promise<CommandOutcome> {
    const stored = await this.parts.store.readStream(job.stream);
    const own = ownOf(stored, job);
    if (own.length > 0) return repeated(own, job);
    const last = stored.at(-1);
    if (!last) throw new Error(`${job.stream}: nothing was decided where nothing is`);
    return { id: job.id, revision: last.revision, position: last.position, events: [] };
  }

  /** A failure of a command that was carried out before is no failure: the first answer stands. @throws the failure otherwise */
  private async repetitionOr(failure: Error, job: Identity): Promise<CommandOutcome> {
    const own = ownOf(await this.parts.store.readStream(job.stream), job);
    if (own.length === 0) throw failure;
    return repeated(own, job);
  }
}

/** The answer to an append that is in the log now; the state known here goes on with its events. */
function appended<Name extends AggregateName>(
  { aggregate, reader, id }: Job<Name>,
  from: Loaded<StateOf<Name>>,
  named: readonly NamedEvent<EventOf<Name>>[],
  { revision, position }: Appended,
): CommandOutcome {
  const first = from.revision === 'no-stream' ? 0 : from.revision + 1;
  const recorded = named.map(({ event, eventId, metadata }, index) =>
    aggregate.record(event, { eventId, revision: first + index, metadata }),
  );
  reader.advance(id, from, recorded);
  return { id, revision, position, events: named.map(({ event }) => event.type) };
}

/** The answer to a command that was carried out before. @throws CommandRefused COMMAND.KEY_REUSED when it was another one */
function repeated(stored: readonly StoredEvent[], { id, commandHash }: Identity): CommandOutcome {
  const events = stored.map(readEvent);
  const last = stored.at(-1);
  if (!last || events.some(({ metadata }) => metadata.commandHash !== commandHash)) throw keyReused();
  return { id, revision: last.revision, position: last.position, events: events.map(({ type }) => type) };
}

/** What a command has recorded before. */
function ownOf(stored: readonly StoredEvent[], { context }: Identity): readonly StoredEvent[] {
  return stored.filter(({ metadata }) => metadata.commandId === context.commandId);
}

/** True when a stream ends before the revision that was read of it. */
function isBefore(actual: ExpectedRevision, read: ExpectedRevision): boolean {
  if (read === 'no-stream') return false;
  return actual === 'no-stream' || actual < read;
}

function keyReused(): CommandRefused {
  return new CommandRefused({
    code: 'COMMAND.KEY_REUSED',
    message: '这次提交的编号已用于另一项操作，没有办理，请换一个编号重新提交。',
  });
}

function hashOf(id: string, { type, data }: { readonly type: string; readonly data: unknown }): string {
  return hash('sha256', `${type} ${id} ${JSON.stringify(data)}`);
}

function actedBy({ accountId, name }: Actor, { role, postId, unitId }: Omit<ActedBy, 'accountId' | 'name'>): ActedBy {
  return { accountId, name, role, postId, unitId };
}

/** Made from the stream too: the same command key names another event in another stream (decision 0026). */
function eventIdOf(stream: string, { commandId }: Metadata, index: number): string {
  return derivedId(stream, commandId, String(index));
}

function toAppendable({ event, eventId, metadata }: NamedEvent<DomainEvent>): EventToAppend {
  const data: unknown = event.data;
  if (!isJsonObject(data)) throw new Error(`${event.type}: data is not a JSON object`);
  return { eventId, type: event.type, schemaVersion: schemaVersionOf(event.type), metadata, data };
}
