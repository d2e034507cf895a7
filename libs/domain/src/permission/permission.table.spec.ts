import { ACTS } from '../aggregates';
import { type Role, roleSchema } from '../shared/actor';
import { PERMISSIONS } from '.';

const ACT_TYPES: readonly string[] = ACTS.map(({ type }) => type);
const lines = [...PERMISSIONS];
const rolesOf = (operation: string): readonly Role[] =>
  lines.filter(([name]) => name === operation).flatMap(([, grants]) => grants.map(([role]) => role));
/** Commands of a role, but for what everybody may: to practise. */
const mayOf = (role: Role) =>
  ACT_TYPES.filter((type) => type !== 'ledger.open-practice' && rolesOf(type).includes(role)).sort();

describe('permission table', () => {
  it.each(ACT_TYPES)('has a line for %s', (type) => {
    expect(rolesOf(type)).not.toEqual([]);
  });

  it('takes the line of an act from the act, and from nowhere else', () => {
    expect(new Set(ACT_TYPES).size).toBe(ACT_TYPES.length);
    for (const { type, grants } of ACTS) expect(PERMISSIONS.get(type)).toBe(grants);
  });

  it('names roles that exist, each at most once per operation', () => {
    for (const [operation, grants] of lines) {
      const roles = grants.map(([role]) => role);
      expect(roles.filter((role) => !roleSchema.options.includes(role))).toEqual([]);
      expect([operation, new Set(roles).size]).toEqual([operation, roles.length]);
    }
  });

  it('keeps what only the program does from people', () => {
    for (const type of ['ledger.complete-import', 'task.draft', 'task.fire-rung']) {
      expect([type, rolesOf(type)]).toEqual([type, ['engine']]);
    }
    expect(rolesOf('account.grant-practice-post')).toEqual(['engine']);
    expect(rolesOf('number.reserve')).toEqual(['engine']);
    expect(rolesOf('number.use')).toEqual(['engine']);
    expect(rolesOf('number.void')).toEqual(['engine']);
  });

  it('gives those who only look no command at all', () => {
    for (const role of ['auditor', 'audit-administrator'] as const) expect(mayOf(role)).toEqual([]);
    // A leader decides on what others ask for, and gives instructions.
    expect(mayOf('leader')).toEqual(['task.decide-proposal', 'task.instruct', 'task.note-read', 'task.withdraw']);
  });

  it('lets everybody practise who holds any role', () => {
    expect([...rolesOf('ledger.open-practice')].sort()).toEqual(
      roleSchema.options.filter((role) => role !== 'engine').sort(),
    );
  });

  it('gives units what is theirs: to answer, to report, to ask for closure', () => {
    const asking = ['task.extend', 'task.note-read', 'task.recall-proposal'];
    expect(mayOf('reporter')).toEqual([
      'task.accept',
      'task.answer-instruction',
      'task.decline',
      ...asking,
      'task.report',
      'task.withdraw',
    ]);
    expect(mayOf('unit-head')).toEqual([
      'task.accept',
      'task.answer-instruction',
      'task.decline',
      ...asking,
      'task.report',
      'task.request-closure',
      'task.split',
      'task.withdraw',
    ]);
  });

  it('keeps verifying, closing and office work in different roles', () => {
    expect(mayOf('verifier')).toEqual(['task.return', 'task.verify', 'task.withdraw']);
    expect(mayOf('closer')).toEqual(['task.close', 'task.return', 'task.withdraw']);
    const office = mayOf('supervision-clerk');
    for (const type of ['task.verify', 'task.return', 'task.close', 'number.reserve']) {
      expect(office).not.toContain(type);
    }
  });

  it('shows a ledger’s figures to those who see its tasks, and its log to the office and the auditor', () => {
    expect(PERMISSIONS.get('ledger.summary')).toEqual(PERMISSIONS.get('task.list'));
    expect(PERMISSIONS.get('event.list')).toEqual([
      ['supervision-clerk', 'ledger'],
      ['auditor', 'log'],
      ['audit-administrator', 'register'],
    ]);
  });

  it('keeps the three administrators apart, and out of the ledgers', () => {
    expect(mayOf('security-administrator')).toEqual([
      'account.decide-proposal',
      'account.grant-post',
      'account.recall-proposal',
      'account.revoke-post',
      'account.set-charge',
    ]);
    expect(mayOf('system-administrator')).toEqual([
      'account.create',
      'account.decide-proposal',
      'account.disable',
      'account.enable',
      'account.recall-proposal',
      'account.reset-password',
      'calendar.publish',
      'policy.publish',
      'unit.add-alias',
      'unit.create',
      'unit.rename',
    ]);
    expect(rolesOf('account.create')).not.toContain('security-administrator');
    for (const role of ['system-administrator', 'security-administrator', 'audit-administrator'] as const) {
      expect(rolesOf('task.read')).not.toContain(role);
    }
  });
});
