import { draftTaskId } from '#engine';
import { type StoredEvent } from '#event-store';
import { type Outcome } from './account-client';
import { type CommandBook, type SentCommand } from './command-book';
import { type Logged, type LogCopy } from './log-copy';

/** Where a promise is broken, one line each. An empty list is a kept promise. */
export type Faults = readonly string[];

/** Every accepted command is in the log once, where its answer said. */
export function faultsOfAccepted(log: LogCopy, accepted: ReturnType<CommandBook['accepted']>): Faults {
  return accepted.flatMap(({ command, outcome }) => {
    const { kind, path, key, client } = command;
    const events = log.ofCommand(client.commandId(key));
    const reserved = events.filter(({ type }) => type === 'number.reserved');
    const told = events.filter(({ type }) => type !== 'number.reserved');
    const where = events.map(({ stream, revision, type }) => `${stream}@${revision} ${type}`);
    // A closing has reserved its number before, under the same command.
    const once = told.length === 1 && reserved.length === (kind === 'close' ? 1 : 0);
    return once && told.every((event) => isAsAnswered(event, outcome))
      ? []
      : [`${path} ${key} answered ${JSON.stringify(outcome)}; the log has ${where.join(', ') || 'none'}`];
  });
}

/** A refused command left nothing, but for a closing's number, which is void then. */
export function faultsOfRefused(log: LogCopy, refused: readonly SentCommand[]): Faults {
  const voided = new Set(log.ofType('number.voided').map(({ data }) => data.closingNumber));
  return refused.flatMap(({ path, key, client }) =>
    log
      .ofCommand(client.commandId(key))
      .filter((event) => !voided.has(numberOf(event)))
      .map((event) => `${path} ${key} was refused; the log has ${event.type}`),
  );
}

/** Nothing was written by commands that the book does not know, or twice under another id. */
export function faultsOfStrays(log: LogCopy, book: CommandBook, known: ReadonlySet<string>): Faults {
  const ids = new Set(book.answered.map(({ client, key }) => client.commandId(key)));
  return log
    .commands()
    .filter(({ type, commandId }) => SENT_TYPES.has(type) && !ids.has(commandId) && !known.has(commandId))
    .map(({ type, commandId }) => `${type} of a command that nobody sent (${commandId})`);
}

const SENT_TYPES = new Set(['lane.reported', 'check.returned', 'ledger.import-started', 'number.reserved']);

/** Every import is complete with exactly its tasks, and the ledger's serials have no gap. */
export function faultsOfImports(log: LogCopy): Faults {
  const drafts = groupBy(log.ofType('task.drafted'), ({ data }) => data.importId);
  const completed = groupBy(log.ofType('ledger.import-completed'), ({ data }) => data.importId);
  const started = log.ofType('ledger.import-started');
  let nextSerial = 1;
  const faults = started.flatMap(({ data: { importId, firstSerial, tasks } }) => {
    const wanted = tasks.map((_task, index) => `task-${draftTaskId(importId, index)} ${firstSerial + index}`);
    const found = (drafts.get(importId) ?? []).map(({ stream, data }) => `${stream} ${data.serial}`);
    const whole = JSON.stringify(found.sort()) === JSON.stringify(wanted.sort()) && firstSerial === nextSerial;
    const counts = (completed.get(importId) ?? []).map(({ data }) => data.taskCount);
    nextSerial = firstSerial + tasks.length;
    if (whole && counts.length === 1 && counts[0] === tasks.length) return [];
    return [`import ${importId}: ${found.length} of ${tasks.length} tasks, completed ${counts.length} times`];
  });
  const strays = drafts.size > started.length ? ['tasks were drafted by no import'] : [];
  return [...faults, ...strays];
}

/** Closing numbers count on without a gap; each ends used or void; the used ones, and no others, closed their task. */
export function faultsOfSeries(log: LogCopy): Faults {
  const used = groupBy(log.ofType('number.used'), ({ data }) => data.closingNumber);
  const voided = groupBy(log.ofType('number.voided'), ({ data }) => data.closingNumber);
  const closed = closedByNumber(log);
  return log.ofType('number.reserved').flatMap(({ data: { serial, closingNumber, taskId } }, index) => {
    const ends = [used.get(closingNumber)?.length ?? 0, voided.get(closingNumber)?.length ?? 0];
    const closings = (closed.get(closingNumber) ?? []).map(({ stream }) => stream);
    const expected = ends[0] === 1 ? [`task-${taskId}`] : [];
    const ended = ends.reduce((sum, each) => sum + each, 0) === 1;
    if (ended && serial === index + 1 && JSON.stringify(closings) === JSON.stringify(expected)) return [];
    return [`number ${closingNumber}: used, void ${ends.join(', ')} times; closed ${closings.join(', ') || 'nothing'}`];
  });
}

/** No rung of the ladder is recorded twice, and every task that is overdue was reminded of. */
export function faultsOfReminders(log: LogCopy, overdue: readonly string[]): Faults {
  const fired = log.ofType('rung.fired');
  const byRung = groupBy(fired, ({ stream, data }) => `${stream} ${rungOf(data)}`);
  const twice = [...byRung].filter(([, events]) => events.length > 1).map(([rung]) => `${rung} was recorded twice`);
  const reminded = new Set(fired.map(({ stream }) => stream));
  const assigned = new Set(log.ofType('task.assigned').map(({ stream }) => stream));
  const lost = overdue
    .map((taskId) => `task-${taskId}`)
    .filter((stream) => assigned.has(stream) && !reminded.has(stream))
    .map((stream) => `${stream} is overdue and was not reminded of`);
  return [...twice, ...lost];
}

/** What makes a rung this one and no other of its task, on whosever clock it is. */
function rungOf({ obligation, holder, round, climb, rung: { rungId }, due }: Logged<'rung.fired'>['data']): string {
  return JSON.stringify([obligation, holder, round, climb, rungId, due]);
}

function isAsAnswered({ stream, revision, position, type }: StoredEvent, outcome: Outcome) {
  return (
    stream.endsWith(`-${outcome.id}`) &&
    revision === outcome.revision &&
    position === outcome.position &&
    JSON.stringify(outcome.events) === JSON.stringify([type])
  );
}

function closedByNumber(log: LogCopy): ReadonlyMap<string, Logged<'task.closed'>[]> {
  return groupBy(log.ofType('task.closed'), ({ data }) => data.number);
}

function numberOf({ type, data }: StoredEvent): string {
  const { closingNumber } = data;
  return type === 'number.reserved' && typeof closingNumber === 'string' ? closingNumber : '';
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
