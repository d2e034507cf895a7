import { type TaskDetail } from '#contracts';
import {
  decideTask,
  DEFAULT_LADDER,
  isRejection,
  LIFECYCLE,
  notOpen,
  type Operation,
  permittingPost,
  type Post,
  shanghaiInstant,
  type TaskCommand,
  type TaskState,
} from '#domain';
import { type QueryContext } from '../queries/query-context';
import { unitsOfTask } from './task-units';

type Act = TaskDetail['task']['acts'][number];
type LifecycleAct = keyof typeof LIFECYCLE;

/** The acts of people, in the order of a task's life, with the operation that is asked for. */
const ACTS: readonly (readonly [act: LifecycleAct, operation: Operation])[] = [
  ['task.correct-draft', 'task.correct-draft'],
  ['task.confirm', 'task.confirm'],
  ['task.hang', 'task.hang'],
  ['task.assign', 'task.assign'],
  ['task.accept', 'task.accept'],
  ['task.decline', 'task.decline'],
  ['task.report', 'task.report'],
  ['task.report-on-behalf', 'task.report-on-behalf'],
  ['task.request-closure', 'task.request-closure'],
  ['task.verify', 'task.verify'],
  ['task.return', 'task.return'],
  // A closing begins with the reservation of its number.
  ['task.close', 'number.reserve'],
  ['task.urge', 'task.urge'],
  ['task.correct', 'task.correct'],
  ['task.withdraw', 'task.withdraw'],
  ['task.terminate', 'task.terminate'],
  ['task.void', 'task.void'],
];

const AUTHORITY = { kind: 'document', reference: '-' } as const;

/** Commands that ask the rule itself whether the act is open, where the form's content has no part in the answer. */
const PROBES: Readonly<Partial<Record<LifecycleAct, TaskCommand>>> = {
  'task.hang': { type: 'task.hang', data: { authority: AUTHORITY, secrecyDeclared: true } },
  'task.assign': { type: 'task.assign', data: { requirements: '', replyBy: null } },
  'task.request-closure': { type: 'task.request-closure', data: { selfCheck: '-', committed: true } },
  'task.verify': { type: 'task.verify', data: { conclusion: '-' } },
  'task.return': { type: 'task.return', data: { missing: '-' } },
  'task.close': { type: 'task.close', data: { outcome: 'rectified', statement: '-', closingNumber: '-' } },
  'task.urge': { type: 'task.urge', data: { message: '' } },
  'task.withdraw': { type: 'task.withdraw', data: {} },
};

/**
 * What the person's posts permit on a task: what is open now, and why the rest is not. The rules say so, not a copy of them.
 * @param practice whether its ledger is for practice
 */
export function actsOn(state: TaskState, practice: boolean, context: QueryContext): Act[] {
  const { leadUnitIds, supportUnitIds } = unitsOfTask(state);
  const reach = { ledgerId: state.ledgerId, practice, leadUnitIds, supportUnitIds };
  return ACTS.flatMap(([act, operation]) => {
    const post = permittingPost(context.actor, operation, reach);
    if (!post) return [];
    const reason = whyNot(act, state, post, practice, context);
    return [{ operation, word: LIFECYCLE[act].word, open: reason === null, reason }];
  });
}

function whyNot(
  act: LifecycleAct,
  state: TaskState,
  post: Post,
  practice: boolean,
  context: QueryContext,
): string | null {
  const probe = PROBES[act];
  if (!probe) return notOpen(state, act)?.message ?? null;
  const { actor, today, calendar } = context;
  const { role, postId, unitId } = post;
  const decision = decideTask(
    state,
    probe,
    {
      now: shanghaiInstant(today, '12:00'),
      today,
      actor: { accountId: actor.accountId, name: actor.name, role, postId, unitId },
      calendar,
      ladder: DEFAULT_LADDER,
    },
    { knownUnits: new Set(), knownEvidence: new Set(), ledgerCode: '-', practice },
  );
  return isRejection(decision) ? decision.message : null;
}
