import { type Operation, PERMISSIONS } from '#domain';
import { TaizhangError } from '#platform';
import { assertTablesSound } from './boot-check';

describe('assertTablesSound', () => {
  it('passes the tables as they are', () => {
    expect(() => assertTablesSound(Object.keys(PERMISSIONS))).not.toThrow();
  });

  it('names every routed operation without a line', () => {
    const fault = faultOf(['ledger.create', 'ledger.burn', 'task.shred']);
    expect(fault).toMatchObject({ code: 'ENGINE.TABLES_UNSOUND' });
    expect(fault?.message).toMatch(/：ledger\.burn .*；task\.shred /u);
  });

  it.each(['task.report', 'number.void', 'unit.create'] as const)('names %s when its line is gone', (operation) => {
    withoutLine(operation, () => {
      expect(faultOf([])?.message).toContain(`${operation} has no permission line`);
    });
    expect(() => assertTablesSound()).not.toThrow();
  });
});

function faultOf(routed: readonly string[]): TaizhangError | null {
  try {
    assertTablesSound(routed);
    return null;
  } catch (error) {
    if (error instanceof TaizhangError) return error;
    throw error;
  }
}

/** Takes a line away for as long as something is looked at. */
function withoutLine(operation: Operation, look: () => void): void {
  const line = PERMISSIONS[operation];
  Reflect.deleteProperty(PERMISSIONS, operation);
  try {
    look();
  } finally {
    Reflect.set(PERMISSIONS, operation, line);
  }
}
