import { type TaskDetail } from '#contracts';
import {
  type Asking,
  chargeOf,
  earliestDay,
  type KnownPost,
  type Operation,
  permittingPosts,
  type Post,
  type Rules,
  TASK_ACTS,
  type TaskActTraits,
  type TaskState,
  unitsAtWork,
  unitsActedFor,
  unitsPostedIn,
  whyNotNow,
} from '#domain';
import { type QueryContext } from '../queries/query-context';

type OfferedAct = TaskDetail['task']['acts'][number];
type TaskAct = TaskActTraits & (typeof TASK_ACTS)[keyof typeof TASK_ACTS];

const OFFERED: readonly TaskAct[] = Object.values(TASK_ACTS).filter(({ offered }) => offered !== 'never');

/** The ledger of a task, who is above its units, and who else has posts there. */
export interface Place {
  /** Whether the ledger is for practice. */
  readonly practice: boolean;
  /** Units of the person's posts that have a responsible unit below them. */
  readonly lineage: readonly string[];
  /** Of the units for which something was asked for: each with itself and those of the person's units that are above it. */
  readonly above: ReadonlyMap<string, readonly string[]>;
  /** Null where nothing on the task depends on them. */
  readonly staff: readonly KnownPost[] | null;
}

/** What a person is told of a task: where it is, and by which rules and day. */
type Told = QueryContext & Rules & Place;

/**
 * What the person's posts permit on a task, in the order in which it is offered: what is open now, and why the rest is not; and whose the
 * steps are that people like them look for. The rules say so, not a copy of them.
 */
export function actsOn(state: TaskState, told: Told): OfferedAct[] {
  const looking = postsFor(state, 'task.read', told);
  return OFFERED.flatMap((act): OfferedAct[] => {
    const posts = postsFor(state, act.type, told);
    const answers = posts.map((post) => {
      const asking = askingUnder(state, post, told);
      const reason = whyNotNow(act, state, asking)?.message ?? null;
      return { reason, notBefore: earliestDay(act, state, asking.actor) };
    });
    // Open under one post is open: the command goes under that one.
    const answer = answers.find(({ reason }) => reason === null) ?? answers[0];
    const { type: operation, word } = act;
    if (answer !== undefined) return [{ operation, word, permitted: true, open: answer.reason === null, ...answer }];
    const reason = whose(act, state, looking);
    return reason === null ? [] : [{ operation, word, permitted: false, open: false, reason, notBefore: null }];
  });
}

/** Whose a step is that the person looks for and has no post for; null where they do not look for it. */
function whose(act: TaskAct, state: TaskState, posts: readonly Post[]): string | null {
  const [reason] = posts.flatMap((post) => act.othersStep?.(state, post) ?? []);
  return reason ?? null;
}

/** The posts of the person that permit an operation on a task. */
export function postsFor(
  state: TaskState,
  operation: Operation,
  { actor, practice, lineage }: Pick<Told, 'actor' | 'practice' | 'lineage'>,
): readonly Post[] {
  return permittingPosts(actor, operation, { ledgerId: state.ledgerId, practice, lineage, ...unitsAtWork(state) });
}

/** What the rules are asked with for one of the person's posts. */
export function askingUnder({ ledgerId }: TaskState, post: Post, told: Told): Asking {
  const { role, unitId } = post;
  const { actor, today, calendar, policy, practice, staff, above } = told;
  return {
    actor: { accountId: actor.accountId, role, unitId },
    charge: chargeOf(post),
    today,
    calendar,
    policy,
    practice,
    postedIn: unitsPostedIn(actor.posts),
    actsFor: unitsActedFor(actor.posts, ledgerId),
    staff,
    lineage: above,
  };
}
