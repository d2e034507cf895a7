import { draftTask, noTask, soundBody, taskIn } from '../../../testing';
import { hang } from './hang.act';

const HANG = soundBody('task.hang');

describe('hanging a task on the account', () => {
  it('numbers it by the ledger and its place in it', () => {
    taskIn('draft')
      .when('task.hang', HANG)
      .then([{ type: 'task.hung', data: { number: 'YG2025-007', on: '2025-03-03' } }]);
    noTask
      .after('task.draft', { ...draftTask(), serial: 1234 })
      .when('task.hang', HANG)
      .then([{ type: 'task.hung', data: { number: 'YG2025-1234' } }]);
  });

  it('refuses a ledger that is not known', () => {
    taskIn('draft')
      .when('task.hang', HANG, { facts: { ledger: null } })
      .then('LEDGER.UNKNOWN');
  });

  it('demands an authority and the declaration that nothing is secret', () => {
    const authority = { kind: 'meeting', reference: ' ' } as const;
    taskIn('draft')
      .when('task.hang', { ...HANG, authority })
      .thenInvalid('authority.reference');
    expect(hang.command.safeParse({ ...HANG, secrecyDeclared: false }).success).toBe(false);
  });

  it('does not need units or limits yet', () => {
    noTask
      .after('task.draft', draftTask({ limits: [] }))
      .when('task.hang', HANG)
      .then(['task.hung']);
  });
});
