import { type Role } from '#domain';
import { filterOf, mayBeOfLedger, queryOf, writeFilter } from './log-filter';

const ID = '0192f0c1-aaaa-4bbb-8ccc-0123456789ab';

describe('the filter of the records in the address', () => {
  it('comes back as it was written', () => {
    const filter = {
      from: '2022-01-01',
      to: '2022-01-31',
      category: ['task', 'series'] as const,
      type: ['task.closed', 'number.used'],
      unitId: ID,
      accountId: ID,
      taskId: null,
    };
    expect(filterOf(writeFilter(filter))).toEqual(filter);
  });

  it('leaves out what cannot be read', () => {
    const search = new URLSearchParams('from=2022-02-30&to=soon&category=task,attic&type=DROP,task.closed&unitId=1');
    expect(filterOf(search)).toEqual({
      from: null,
      to: null,
      category: ['task'],
      type: ['task.closed'],
      unitId: null,
      accountId: null,
      taskId: null,
    });
  });

  it('asks for nothing when nothing is set', () => {
    expect(queryOf(filterOf(new URLSearchParams()))).toEqual({});
  });
});

describe('the chosen ledger', () => {
  const asked = (address: string, ...roles: Role[]) => mayBeOfLedger(filterOf(new URLSearchParams(address)), roles);

  it('narrows the records of those who read ledgers', () => {
    for (const address of [
      '',
      'category=task',
      'category=account,series',
      'type=task.closed',
      'type=post.granted,lane.accepted',
    ]) {
      expect(asked(address, 'auditor')).toBe(true);
    }
    expect(asked('', 'audit-administrator', 'supervision-clerk')).toBe(true);
  });

  it('does not hide the records that belong to no ledger', () => {
    for (const address of [
      'category=account',
      'category=unit,calendar,installation',
      'type=post.granted,unit.created',
    ]) {
      expect(asked(address, 'auditor')).toBe(false);
    }
    expect(asked('', 'audit-administrator')).toBe(false);
  });
});
