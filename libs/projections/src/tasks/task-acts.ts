import { type TaskDetail } from '#contracts';
import { earliestDay, permittingPosts, TASK_ACTS, type TaskState, unitsAtWork, whyNotNow } from '#domain';
import { type QueryContext } from '../queries/query-context';

type OfferedAct = TaskDetail['task']['acts'][number];

const OFFERED = Object.values(TASK_ACTS).filter(({ offered }) => offered !== 'never');

/**
 * What the person's posts permit on a task, in the order in which it is offered: what is open now, and why the rest is not. The
 * rules say so, not a copy of them.
 * @param practice whether its ledger is for practice
 */
export function actsOn(state: TaskState, practice: boolean, { actor, today, calendar }: QueryContext): OfferedAct[] {
  const { ledgerId } = state;
  const reach = { ledgerId, practice, ...unitsAtWork(state) };
  return OFFERED.flatMap((act) => {
    const { accountId } = actor;
    const answers = permittingPosts(actor, act.type, reach).map(({ unitId }) => {
      const asking = { accountId, unitId };
      const reason = whyNotNow(act, state, { today, calendar, actor: asking, practice })?.message ?? null;
      return { reason, notBefore: earliestDay(act, state, asking) };
    });
    // Open under one post is open: the command goes under that one.
    const answer = answers.find(({ reason }) => reason === null) ?? answers[0];
    if (answer === undefined) return [];
    return [{ operation: act.type, word: act.word, open: answer.reason === null, ...answer }];
  });
}
