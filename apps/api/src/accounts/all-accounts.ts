import { type Account, type Accounts, IDENTITY_LIMITS } from '#identity';

/** Every account, in the order of login names. */
export async function allAccounts(accounts: Pick<Accounts, 'listAccounts'>): Promise<readonly Account[]> {
  const all: Account[] = [];
  let page: readonly Account[];
  do {
    const after = all.at(-1)?.loginName;
    page = await accounts.listAccounts(after === undefined ? {} : { after });
    all.push(...page);
  } while (page.length === IDENTITY_LIMITS.pageMax);
  return all;
}
