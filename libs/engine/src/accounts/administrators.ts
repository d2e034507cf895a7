import { type AccountState, ADMINISTERS, type Administrator, ADMINISTRATORS, type HeldPost } from '#domain';
import { type EventStore } from '#event-store';
import { type Accounts } from '#identity';
import { type States } from '../state/states';
import { AdministratorRoll } from './administrator-roll';

/** Who can sign in: what the engine asks of identity. */
export type Able = Pick<Accounts, 'ableIds'>;

/**
 * The administrators of an installation: their posts are in the log, whether they can sign in is known to identity. Read from the log each
 * time, for an administrator may have been made by another process; only the streams of those who ever were one are read.
 */
export class Administrators {
  private readonly roll: AdministratorRoll;

  constructor(
    store: EventStore,
    private readonly states: States,
    private readonly accounts: Able,
  ) {
    this.roll = new AdministratorRoll(store);
  }

  /** Those who can act, once for each role by which accounts and posts are managed. @throws what the log throws */
  async able(): Promise<Administrator[]> {
    const able = new Set(await this.accounts.ableIds());
    const found = await this.postsOf((await this.roll.accounts()).filter((accountId) => able.has(accountId)));
    return found.flatMap(([accountId, posts]) => rolesOf(posts).map((role) => ({ accountId, role })));
  }

  /** All posts of each account that holds one of the three administrators', able or not. @throws what the log throws */
  async posts(): Promise<(readonly HeldPost[])[]> {
    const found = await this.postsOf(await this.roll.accounts());
    return found.flatMap(([, posts]) => (posts.some(isAdministrators) ? [posts] : []));
  }

  private postsOf(accountIds: readonly string[]): Promise<(readonly [string, AccountState['posts']])[]> {
    const accounts = this.states.of('account');
    return Promise.all(
      accountIds.map(async (accountId) => [accountId, (await accounts.fresh(accountId)).state?.posts ?? []] as const),
    );
  }
}

function rolesOf(posts: readonly HeldPost[]): readonly Administrator['role'][] {
  return ADMINISTRATORS.filter((role) => posts.some((post) => post.role === role && !post.practice));
}

function isAdministrators({ role, practice }: HeldPost): boolean {
  return !practice && ADMINISTERS.includes(role);
}
