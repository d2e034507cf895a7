import { PERMISSIONS } from '#domain';
import { TaizhangError } from '#platform';
import { assertTablesSound } from './boot-check';

describe('assertTablesSound', () => {
  it('passes the tables as they are', () => {
    expect(() => assertTablesSound([...PERMISSIONS.keys()])).not.toThrow();
  });

  it('names every routed operation without a line', () => {
    const fault = faultOf(['ledger.create', 'ledger.burn', 'task.shred']);
    expect(fault).toMatchObject({ code: 'ENGINE.TABLES_UNSOUND' });
    expect(fault?.message).toMatch(/：ledger\.burn .*；task\.shred /u);
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
