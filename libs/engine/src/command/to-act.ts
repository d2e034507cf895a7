import {
  type CalendarCommand,
  calendarCommandSchemas,
  type LedgerCommand,
  ledgerCommandSchemas,
  type Operation,
  type PostCommand,
  postCommandSchemas,
  type SeriesCommand,
  seriesCommandSchemas,
  type TaskCommand,
  taskCommandSchemas,
  type UnitCommand,
  unitCommandSchemas,
} from '#domain';
import { calendarIdOf } from '../calendar/calendar-source';
import { CalendarAct, LedgerAct, PostAct, SeriesAct, TaskAct, UnitAct } from './acts';
import { type CommandContext } from './command-context';
import { derivedId } from './derived-id';

/** A command whose data has passed the schema of its operation. */
export interface CheckedCommand {
  readonly type: Operation;
  readonly data: object;
}

/** The four parts of a post. */
type Grant = Extract<PostCommand, { type: 'post.grant' }>['data'];

type AnyAct = LedgerAct | TaskAct | UnitAct | PostAct | SeriesAct | CalendarAct;

/**
 * The act that carries a command over the bus. Where a command makes something new its id follows from what makes the
 * thing unique (a unit's name under its parent, a post's four parts, whose practice ledger it is) or else from the command,
 * so that a retry meets the same stream.
 * @param id of the aggregate, or null where the command makes one
 */
export function toAct(command: CheckedCommand, id: string | null, context: CommandContext): AnyAct {
  if (isOneOf<LedgerCommand>(ledgerCommandSchemas, command)) {
    return new LedgerAct(id ?? ledgerIdOf(command, context), command, context);
  }
  if (isOneOf<TaskCommand>(taskCommandSchemas, command)) {
    return new TaskAct(id ?? derivedId('task', context.commandId), command, context);
  }
  if (isOneOf<UnitCommand>(unitCommandSchemas, command)) {
    return new UnitAct(id ?? unitIdOf(command, context), command, context);
  }
  if (isOneOf<PostCommand>(postCommandSchemas, command)) {
    return new PostAct(id ?? postIdOf(command, context), command, context);
  }
  if (isOneOf<SeriesCommand>(seriesCommandSchemas, command)) {
    return new SeriesAct(id ?? derivedId('series', context.commandId), command, context);
  }
  if (isOneOf<CalendarCommand>(calendarCommandSchemas, command)) {
    return new CalendarAct(id ?? calendarIdOf(command.data.calendar.region), command, context);
  }
  throw new Error(`${command.type} belongs to no aggregate`);
}

/** The id of an account's practice ledger: there is one, however often it is asked for. */
export function practiceLedgerId(accountId: string): string {
  return derivedId('practice-ledger', accountId);
}

function ledgerIdOf({ type }: LedgerCommand, { actor, commandId }: CommandContext): string {
  return type === 'ledger.open-practice' ? practiceLedgerId(actor.accountId) : derivedId('ledger', commandId);
}

/** The id of a post: one person plays one role once in a unit and a ledger. */
export function postIdFor({ accountId, unitId, role, ledgerId }: Grant): string {
  return derivedId('post', accountId, unitId, role, ledgerId ?? '');
}

/** The id of a unit: one name is one unit under its parent. */
export function unitIdFor(name: string, parentId: string | null): string {
  return derivedId('unit', parentId ?? '', name);
}

function unitIdOf({ type, data }: UnitCommand, context: CommandContext): string {
  return type === 'unit.create' ? unitIdFor(data.name, data.parentId) : derivedId('unit', context.commandId);
}

function postIdOf({ type, data }: PostCommand, context: CommandContext): string {
  return type === 'post.revoke' ? derivedId('post', context.commandId) : postIdFor(data);
}

/** The data has passed the schema of its type, so the type alone tells the family. */
function isOneOf<Command extends CheckedCommand>(
  schemas: Readonly<Record<Command['type'], unknown>>,
  command: CheckedCommand,
): command is Command {
  return Object.hasOwn(schemas, command.type);
}
