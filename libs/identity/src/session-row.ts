import { type PoolClient } from 'pg';

/** Why a session ended; stored with it. */
export type SessionEndReason =
  /** The person signed out. */
  | 'signed_out'
  /** Someone ended it: the person from another one, or an administrator. */
  | 'ended'
  /** A newer sign-in of the same account needed its place. */
  | 'displaced'
  /** Nobody used it for the idle time. */
  | 'idle'
  /** It reached its absolute life. */
  | 'expired'
  /** The account's password was changed in another session. */
  | 'password_changed'
  /** An administrator gave the account a new password. */
  | 'password_reset'
  /** The account was disabled. */
  | 'disabled';

/**
 * Ends all open sessions of an account, except one. The caller announces the account's change.
 * @returns how many ended
 */
export async function endSessionsInTransaction(
  client: PoolClient,
  accountId: string,
  reason: SessionEndReason,
  now: Date,
  exceptSessionId: string | null = null,
): Promise<number> {
  const result = await client.query(
    `update identity.session set ended_at = $3, end_reason = $2
     where account_id = $1 and ended_at is null and session_id is distinct from $4::uuid`,
    [accountId, reason, now, exceptSessionId],
  );
  return result.rowCount ?? 0;
}
