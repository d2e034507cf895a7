import { type PolicyContent } from '../policy';
import { isRejection, type Rejection } from '../shared/rejection';
import { type DataOfActs, type CommandIn, type Decision } from '../shared/act-definition';
import { type Dispatch } from '../shared/aggregate';
import { type AccountEvent, holds, POST_EXISTS } from './account-act';
import { type AccountProposal, type AccountState, type HeldPost } from './account.state';
import { type ACCOUNT_ACTS } from './acts';
import { incompatible } from './incompatible';

type AccountCommand = CommandIn<DataOfActs<typeof ACCOUNT_ACTS>>;

const DISABLED = '账号已停用';
const RESET = '口令已另行重置';

/** What waits for a second administrator ends, on record, with the very events that leave it nothing to decide. */
export const OVERTAKING: Dispatch<AccountState, AccountCommand, AccountEvent> = {
  decide: (state, command, circumstances, { decide }) => {
    const decision: Decision<AccountEvent> = decide(state, command, circumstances);
    return isRejection(decision) ? decision : withOvertaken(state, decision, circumstances.policy.protectionLevel);
  },
  needs: (_state, command, needs) => needs(command),
};

function withOvertaken(
  state: AccountState,
  events: readonly AccountEvent[],
  level: PolicyContent['protectionLevel'],
): readonly AccountEvent[] {
  const decided = events.flatMap(({ type, data }) => (type === 'account.decided' ? [data.proposalId] : []));
  const open = state.proposals.filter(({ proposalId }) => !decided.includes(proposalId));
  const posts = events.reduce(postsAfter, state.posts);
  const overtaken = open.flatMap((proposal): readonly AccountEvent[] => {
    const reason = whyOvertaken(proposal, { ...state, posts }, events, level);
    if (reason === null) return [];
    return [{ type: 'account.decided', data: { proposalId: proposal.proposalId, result: 'overtaken', reason } }];
  });
  return [...events, ...overtaken];
}

function whyOvertaken(
  { asked }: AccountProposal,
  after: AccountState,
  events: readonly AccountEvent[],
  level: PolicyContent['protectionLevel'],
): string | null {
  const happened = (type: AccountEvent['type']): boolean => events.some((event) => event.type === type);
  if (happened('account.disabled')) return DISABLED;
  if (asked.act === 'account.reset-password') return happened('account.password-reset') ? RESET : null;
  // Of a post that was already unfit before, whoever decides it is told.
  if (!happened('post.granted')) return null;
  const fault: Rejection | null = holds(after, asked.post) ? POST_EXISTS : incompatible(after.posts, asked.post, level);
  return fault?.message ?? null;
}

function postsAfter(posts: readonly HeldPost[], event: AccountEvent): readonly HeldPost[] {
  if (event.type === 'post.granted') return [...posts, { ...event.data, practice: false }];
  return event.type === 'post.revoked' ? posts.filter(({ postId }) => postId !== event.data.postId) : posts;
}
