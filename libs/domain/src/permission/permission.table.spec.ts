import { calendarCommandSchemas, type CalendarCommand } from '../office-calendar';
import { ledgerCommandSchemas, type LedgerCommand } from '../ledger';
import { postCommandSchemas, type PostCommand } from '../post';
import { seriesCommandSchemas, type SeriesCommand } from '../series';
import { type Role, roleSchema } from '../shared/actor';
import { taskCommandSchemas, type TaskCommand } from '../task';
import { unitCommandSchemas, type UnitCommand } from '../unit';
import { type Grant, PERMISSIONS } from '.';

type Command = LedgerCommand | TaskCommand | SeriesCommand | UnitCommand | PostCommand | CalendarCommand;

/** Does not compile while a command type has no line. */
const LINES: Readonly<Record<Command['type'], readonly Grant[]>> = PERMISSIONS;

const COMMAND_TYPES = [
  ledgerCommandSchemas,
  taskCommandSchemas,
  seriesCommandSchemas,
  unitCommandSchemas,
  postCommandSchemas,
  calendarCommandSchemas,
].flatMap((schemas) => Object.keys(schemas));

const lines: readonly (readonly [string, readonly Grant[]])[] = Object.entries(PERMISSIONS);
const rolesOf = (operation: string): readonly Role[] =>
  lines.filter(([name]) => name === operation).flatMap(([, grants]) => grants.map(([role]) => role));
/** Commands of a role, but for what everybody may: to practise. */
const mayOf = (role: Role) =>
  COMMAND_TYPES.filter((type) => type !== 'ledger.open-practice' && rolesOf(type).includes(role)).sort();

describe('permission table', () => {
  it.each(COMMAND_TYPES)('has a line for %s', (type) => {
    expect(rolesOf(type)).not.toEqual([]);
    expect(Object.keys(LINES)).toContain(type);
  });

  it('names roles that exist, each at most once per operation', () => {
    for (const [operation, grants] of lines) {
      const roles = grants.map(([role]) => role);
      expect(roles.filter((role) => !roleSchema.options.includes(role))).toEqual([]);
      expect([operation, new Set(roles).size]).toEqual([operation, roles.length]);
    }
  });

  it('keeps what only the program does from people', () => {
    for (const type of ['ledger.complete-import', 'task.draft', 'task.fire-timer', 'task.open-period']) {
      expect([type, rolesOf(type)]).toEqual([type, ['engine']]);
    }
    expect(rolesOf('post.grant-for-practice')).toEqual(['engine']);
    expect(rolesOf('number.use')).toEqual(['engine']);
    expect(rolesOf('number.void')).toEqual(['engine']);
  });

  it('gives those who only look no command at all', () => {
    for (const role of ['leader', 'auditor', 'audit-administrator'] as const) expect(mayOf(role)).toEqual([]);
  });

  it('lets everybody practise who holds any role', () => {
    expect([...rolesOf('ledger.open-practice')].sort()).toEqual(
      roleSchema.options.filter((role) => role !== 'engine').sort(),
    );
  });

  it('gives units what is theirs: to answer, to report, to ask for closure', () => {
    expect(mayOf('reporter')).toEqual(['task.accept', 'task.decline', 'task.report', 'task.withdraw']);
    expect(mayOf('unit-head')).toEqual([
      'task.accept',
      'task.decline',
      'task.report',
      'task.request-closure',
      'task.withdraw',
    ]);
  });

  it('keeps verifying, closing and office work in different roles', () => {
    expect(mayOf('verifier')).toEqual(['task.return', 'task.verify', 'task.withdraw']);
    expect(mayOf('closer')).toEqual(['number.reserve', 'task.close']);
    const office = mayOf('supervision-clerk');
    for (const type of ['task.verify', 'task.return', 'task.close', 'number.reserve']) {
      expect(office).not.toContain(type);
    }
  });

  it('shows a ledger’s figures to those who see its tasks, and its log to the office and the auditor', () => {
    expect(PERMISSIONS['ledger.summary']).toEqual(PERMISSIONS['task.list']);
    expect(PERMISSIONS['event.list']).toEqual([
      ['supervision-clerk', 'ledger'],
      ['auditor', 'log'],
      ['audit-administrator', 'register'],
    ]);
  });

  it('keeps the three administrators apart, and out of the ledgers', () => {
    expect(mayOf('security-administrator')).toEqual(['post.grant', 'post.revoke']);
    expect(mayOf('system-administrator')).toEqual(['calendar.publish', 'unit.add-alias', 'unit.create', 'unit.rename']);
    expect(rolesOf('account.create')).not.toContain('security-administrator');
    for (const role of ['system-administrator', 'security-administrator', 'audit-administrator'] as const) {
      expect(rolesOf('task.read')).not.toContain(role);
    }
  });
});
