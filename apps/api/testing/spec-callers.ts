import { type Caller } from '../src/auth/caller';
import { CallerResolver } from '../src/auth/caller-resolver';

/** Somebody signed in, with no post. */
export const SOMEBODY: Caller = {
  actor: { accountId: '0192f0c1-0000-4000-8000-000000000000', name: '某人', posts: [] },
  loginName: 'somebody',
  sessionId: null,
  mustChangePassword: false,
  correlationId: 'spec',
};

/** Who calls is decided by a spec: neither sessions nor posts are looked up. */
export abstract class SpecCallers extends CallerResolver {
  constructor() {
    super(never, never, never);
  }

  abstract override resolve(...request: Parameters<CallerResolver['resolve']>): Promise<Caller>;

  /** Nobody is granted a post while a spec runs. */
  override async withPostsByTheLog(caller: Caller): Promise<Caller> {
    return caller;
  }

  /** Nor does anybody lose one. */
  override async forgetRevoked(): Promise<void> {}
}

const refuse = (): Promise<never> => Promise.reject(new Error('nothing is asked here'));
const never = {
  resolveSession: refuse,
  resolveToken: refuse,
  postsOf: refuse,
  postsByTheLog: refuse,
  forgetRevoked: refuse,
};
