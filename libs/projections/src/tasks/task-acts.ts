import { type TaskDetail } from '#contracts';
import {
  earliestDay,
  permittingPosts,
  type Rules,
  TASK_ACTS,
  type TaskState,
  unitsAtWork,
  unitsPostedIn,
  whyNotNow,
} from '#domain';
import { type QueryContext } from '../queries/query-context';

type OfferedAct = TaskDetail['task']['acts'][number];

const OFFERED = Object.values(TASK_ACTS).filter(({ offered }) => offered !== 'never');

/** The ledger of a task, and who is above its units. */
interface Place {
  /** Whether the ledger is for practice. */
  readonly practice: boolean;
  /** Units of the person's posts that have a responsible unit below them. */
  readonly lineage: readonly string[];
}

/**
 * What the person's posts permit on a task, in the order in which it is offered: what is open now, and why the rest is not. The
 * rules say so, not a copy of them.
 */
export function actsOn(
  state: TaskState,
  { practice, lineage }: Place,
  { actor, today, calendar, policy }: QueryContext & Rules,
): OfferedAct[] {
  const { ledgerId } = state;
  const reach = { ledgerId, practice, lineage, ...unitsAtWork(state) };
  const postedIn = unitsPostedIn(actor.posts);
  return OFFERED.flatMap((act) => {
    const { accountId } = actor;
    const answers = permittingPosts(actor, act.type, reach).map(({ role, unitId }) => {
      const asking = { accountId, role, unitId };
      const circumstances = { today, calendar, policy, actor: asking, practice, postedIn };
      const reason = whyNotNow(act, state, circumstances)?.message ?? null;
      return { reason, notBefore: earliestDay(act, state, asking) };
    });
    // Open under one post is open: the command goes under that one.
    const answer = answers.find(({ reason }) => reason === null) ?? answers[0];
    if (answer === undefined) return [];
    return [{ operation: act.type, word: act.word, open: answer.reason === null, ...answer }];
  });
}
