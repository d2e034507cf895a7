import { type AccountState, type Administrator, ADMINISTRATORS } from '#domain';
import { type Accounts } from '#identity';
import { type States } from '../state/states';

/** Who can sign in: what the engine asks of identity. */
export type Able = Pick<Accounts, 'ableIds'>;

/** The administrators who can act: their posts are in the log, whether they can sign in is known to identity. */
export class Administrators {
  constructor(
    private readonly states: States,
    private readonly accounts: Able,
  ) {}

  /** Read from the log each time, for an administrator may have been made by another process; few acts ask for it. */
  async able(): Promise<Administrator[]> {
    const accounts = this.states.of('account');
    const able = await this.accounts.ableIds();
    const found = await Promise.all(
      able.map(async (accountId) =>
        rolesOf((await accounts.fresh(accountId)).state).map((role) => ({ accountId, role })),
      ),
    );
    return found.flat();
  }
}

function rolesOf(state: AccountState | null): readonly Administrator['role'][] {
  return ADMINISTRATORS.filter((role) => state?.posts.some((post) => post.role === role && !post.practice) ?? false);
}
