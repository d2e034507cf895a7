import { Injectable } from '@nestjs/common';
import { ACCOUNT_EVENTS, type Operation, PERMISSION_DENIED, sightOf } from '#domain';
import { TaizhangError } from '#platform';
import { type Caller, samePosts } from './caller';
import { CallerResolver } from './caller-resolver';
import { saysTablesBehind } from './tables-behind';

/**
 * Refuses a caller for want of a post, and only on the log's state. The posts known here follow the log by a moment: a person
 * who acted right after a grant, or right after the first start, was refused until the tables had the post. So a refusal is
 * checked once with the posts that the log holds. What is permitted waits for nothing.
 */
@Injectable()
export class PermissionCheck {
  constructor(private readonly callers: CallerResolver) {}

  /**
   * Stops a caller none of whose posts has to do with an operation that is no command of an aggregate. How far a read reaches is
   * for its query: what lies outside is as if it were not there.
   * @returns the caller with the posts that permit it
   * @throws TaizhangError PERMISSION.DENIED; PROJECTION.BEHIND, PROJECTION.STOPPED when the posts cannot be told
   */
  require(caller: Caller, operation: Operation): Promise<Caller> {
    return this.allow(caller, (current) => {
      if (sightOf(current.actor, operation).length > 0) return current;
      throw new TaizhangError(PERMISSION_DENIED.code, PERMISSION_DENIED.message);
    });
  }

  /**
   * Does what a rule may refuse with PERMISSION.DENIED; when it does, once more in the name of the caller with the posts that the
   * log holds, if they are others.
   * @throws whatever the attempt throws; PROJECTION.BEHIND, PROJECTION.STOPPED when the posts cannot be told
   */
  async allow<T>(caller: Caller, attempt: (caller: Caller) => T | Promise<T>): Promise<T> {
    try {
      return await attempt(caller);
    } catch (error) {
      if (!isDenied(error)) throw error;
      const current = await this.callers.withPostsByTheLog(caller);
      if (samePosts(current.actor, caller.actor)) throw error;
      return attempt(current);
    }
  }

  /**
   * Lets a revocation, or another charge of a leader, be answered once it holds here: the holder of a post that was gone had closed one
   * more task by it. What was written stays written, so that tables which do not follow only let it hold later.
   */
  async settle({ events }: { readonly events: readonly string[] }): Promise<void> {
    if (!events.some((type) => LESSENING.includes(type))) return;
    try {
      await this.callers.forgetRevoked();
    } catch (error) {
      if (!saysTablesBehind(error)) throw error;
    }
  }
}

/** The events by which a post reaches less than before, or nothing. */
const LESSENING: readonly string[] = [ACCOUNT_EVENTS['post.revoked'].type, ACCOUNT_EVENTS['post.charge-set'].type];

function isDenied(error: unknown): boolean {
  return error instanceof TaizhangError && error.code === PERMISSION_DENIED.code;
}
