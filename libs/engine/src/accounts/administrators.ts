import {
  type AccountState,
  ADMINISTERS,
  type Administrator,
  ADMINISTRATORS,
  type Facts,
  type HeldPost,
  NEW_ACCOUNT,
  takingsOf,
} from '#domain';
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

  /**
   * Those who can act, once for each role by which accounts and posts are managed, and what ever kept those from it who hold or held one.
   * @throws what the log throws
   */
  async standing(): Promise<Pick<Facts, 'administrators' | 'takenOut'>> {
    const able = new Set(await this.accounts.ableIds());
    const found = await this.ever();
    return {
      // By the log too: identity is told of a disabling a moment later.
      administrators: found.flatMap(([accountId, { posts, disabled }]) =>
        able.has(accountId) && !disabled ? rolesOf(posts).map((role) => ({ accountId, role })) : [],
      ),
      takenOut: found.flatMap(([accountId, state]) => takingsOf(accountId, state)),
    };
  }

  /** All posts of each account that holds one of the three administrators', able or not. @throws what the log throws */
  async posts(): Promise<(readonly HeldPost[])[]> {
    const found = await this.ever();
    return found.flatMap(([, { posts }]) => (posts.some(isAdministrators) ? [posts] : []));
  }

  /** All who ever were an administrator, as they stand. */
  private async ever(): Promise<(readonly [string, AccountState])[]> {
    const accounts = this.states.of('account');
    return Promise.all(
      (await this.roll.accounts()).map(
        async (accountId) => [accountId, (await accounts.fresh(accountId)).state ?? NEW_ACCOUNT] as const,
      ),
    );
  }
}

function rolesOf(posts: readonly HeldPost[]): readonly Administrator['role'][] {
  return ADMINISTRATORS.filter((role) => posts.some((post) => post.role === role && !post.practice));
}

function isAdministrators({ role, practice }: HeldPost): boolean {
  return !practice && ADMINISTERS.includes(role);
}
