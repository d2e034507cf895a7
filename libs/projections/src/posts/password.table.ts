import { columnsOf } from '../shared/columns';
import { table } from '../shared/table';

/** How an account came by its last one-time password. */
export type PasswordOrigin = 'created' | 'reset' | 'machine';

interface GivenPassword {
  readonly accountId: string;
  readonly by: { readonly accountId: string; readonly name: string };
  readonly how: PasswordOrigin;
  readonly recordedAt: string;
}

const column = columnsOf<GivenPassword>();

/** One row per account that was given a one-time password on record: by whom, and whether it was changed since. No password is in it. */
export const PASSWORD = table('password', {
  account_id: column.uuid(({ accountId }) => accountId, { key: true }),
  given_by: column.uuid(({ by }) => by.accountId),
  given_by_name: column.text(({ by }) => by.name),
  given_at: column.instant(({ recordedAt }) => recordedAt),
  how: column.text(({ how }) => how, { comment: 'created, reset by an administrator, or reset at the machine.' }),
  changed_at: column.instantOrNull(() => null, {
    comment: 'When whoever was signed in first changed it; null before.',
  }),
});
