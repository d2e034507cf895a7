import { type Foundation } from '#runtime';

/** Somebody that the bench acts for: an account with a password of its own and an access token. */
export interface PersonWithToken {
  readonly accountId: string;
  readonly secret: string;
}

/** Makes one. */
export async function personWithToken({ identity, clock }: Foundation, loginName: string): Promise<PersonWithToken> {
  const { account, oneTimePassword } = await identity.accounts.createAccount({ loginName, displayName: '测速人员' });
  const { accountId } = account;
  const newPassword = `Measure-${accountId}`;
  await identity.accounts.changePassword({ accountId, currentPassword: oneTimePassword ?? '', newPassword });
  const expiresAt = new Date(clock.now().getTime() + 86_400_000);
  const { secret } = await identity.apiTokens.createToken({ accountId, name: 'bench', expiresAt });
  return { accountId, secret };
}
