import { sql } from 'kysely';
import { z } from 'zod';
import { readTaskParameters, type TaskDetail, taskDetailSchema } from '#contracts';
import {
  askingUnits,
  chargeOf,
  type KnownPost,
  openProposals,
  type Post,
  type Role,
  type Rules,
  stepOf,
  type TaskState,
  taskStateSchema,
  UNDER_CHECK,
  unitsAtWork,
} from '#domain';
import { colleaguesIn } from '../posts/colleagues';
import { defineQuery } from '../queries/define-query';
import { type QueryContext } from '../queries/query-context';
import { asOf, type ReadModels, type Snapshot, unitNames } from '../queries/read-models';
import { inEarnest, tasksInSight, unitsBelow } from '../queries/sight-filter';
import { policiesOf } from '../rules/policies-of';
import { type OnDay } from './standing';
import { actsOn, type Place } from './task-acts';
import { childrenOf, formerChildrenOf, parentOf } from './task-children';
import { taskAt } from './task-at-revision';
import { accountsTold, unitsLate } from './task-delays';
import { detailParts } from './task-detail';
import { proposalsOn, unitsOfProposals } from './task-proposals';
import { taskUnknown } from './task-in-sight';
import { type StoredTask, storedTaskSchema, TASK_COLUMNS, toTaskRows } from './task-rows';

const found = z.array(
  storedTaskSchema.extend({
    state: z.unknown(),
    practice: z.boolean(),
    doubts: taskDetailSchema.shape.task.shape.doubts,
  }),
);
type Stored = z.infer<typeof found>[number];

/**
 * One task in full: its row, the state behind it, and what the person may do now; or as it was after one of its events.
 * @throws TaizhangError TASK.UNKNOWN, TASK.REVISION_UNKNOWN
 */
export const readTask = defineQuery({
  operation: 'task.read',
  path: 'tasks/:taskId',
  summary: '一项任务的全部内容，可按修订号回看',
  parameters: readTaskParameters,
  answer: taskDetailSchema,
  reads: ['tasks', 'units', 'ledgers', 'rules', 'posts'],
  async handle(models, { taskId, revision }, context) {
    return models.snapshot(async (at) => {
      const stored = await storedTask(at, taskId, context);
      const position = await asOf(at, 'tasks');
      if (revision === undefined) {
        const state = taskStateSchema.parse(stored.state);
        const day = { ...context, policy: (await policiesOf(at, [state]))(state) };
        const people = await models.peopleNamed(accountsTold(state));
        const task = await detailOf(at, stored, stored, { state, people }, day);
        const family = {
          parent: await parentOf(at, state, context),
          children: await childrenOf(at, state, context),
        };
        const acts = await whatCanBeDone({ at, models }, state, stored, day);
        return { position, asOf: null, task: { ...task, ...family, ...acts } };
      }
      const ledger = { ledger_name: stored.ledger_name, ledger_kind: stored.ledger_kind };
      const then = await taskAt(models.store, taskId, revision, ledger);
      const policy = (await policiesOf(at, [then.state]))(then.state);
      const people = await models.peopleNamed(accountsTold(then.state));
      const former = { state: then.state, people };
      const task = await detailOf(at, then.row, then, former, { ...context, policy, today: then.today });
      const family = { parent: await parentOf(at, then.state, context), children: formerChildrenOf(then.state) };
      return { position, asOf: then.asOf, task: { ...task, ...family, acts: [], withdrawable: null, proposals: [] } };
    });
  },
});

/** What the person's posts permit on a task, and what of theirs may be taken back. */
async function whatCanBeDone(
  { at, models }: { readonly at: Snapshot; readonly models: ReadModels },
  state: TaskState,
  { practice }: Stored,
  context: QueryContext & Rules,
) {
  const { accountId } = context.actor;
  const step = stepOf(state, accountId);
  const names = await unitNames(at, unitsOfProposals(state));
  const roles = rolesAskedFor(state);
  const staff = roles.length === 0 ? null : await colleaguesIn(at, models, state.ledgerId, roles);
  const told = { ...context, practice, staff, ...(await unitsAbove(at, state, context, staff ?? [])) };
  return {
    acts: actsOn(state, told),
    withdrawable: step && { step: step.act, commandId: step.commandId },
    proposals: proposalsOn(state, told, names),
  };
}

/** The roles of whose people it must be known who else is there: under check who else could check or close, of what waits for a decision the leaders and the office. */
function rolesAskedFor(state: TaskState): readonly Role[] {
  return [
    ...(UNDER_CHECK.includes(state.status) ? (['verifier', 'closer'] as const) : []),
    ...(openProposals(state).length > 0 ? (['leader', 'supervision-clerk'] as const) : []),
  ];
}

/** The units that leaders' posts reach and that stand above a responsible unit, or above those for which something was asked for. */
async function unitsAbove(
  at: Snapshot,
  state: TaskState,
  { actor }: QueryContext,
  staff: readonly KnownPost[],
): Promise<Pick<Place, 'lineage' | 'above'>> {
  const isLeader = ({ role }: Pick<Post, 'role'>): boolean => role === 'leader';
  const own = actor.posts.filter(isLeader).flatMap(chargeOf);
  const tops = [...new Set([...own, ...staff.filter(isLeader).flatMap(chargeOf)])];
  const below = await unitsBelow(at, tops);
  const { leadUnitIds, supportUnitIds } = unitsAtWork(state);
  const responsible = new Set([...leadUnitIds, ...supportUnitIds]);
  const asking = openProposals(state).flatMap((proposal) => askingUnits(state, proposal));
  const offices = staff.flatMap(({ role, unitId }) => (role === 'supervision-clerk' ? [unitId] : []));
  return {
    lineage: own.filter((top) => below(top).some((unitId) => responsible.has(unitId))),
    above: new Map(
      [...asking, ...offices].map((unitId) => [unitId, [unitId, ...tops.filter((top) => below(top).includes(unitId))]]),
    ),
  };
}

async function storedTask(at: Snapshot, taskId: string, { sights }: QueryContext): Promise<Stored> {
  const result = await sql`
    select ${TASK_COLUMNS}, t.state, t.doubts, not (${inEarnest(sql`t.ledger_id`, 'tasks')}) as practice
    from projection_tasks.task t
    where t.task_id = ${taskId}::uuid and ${await tasksInSight(at, sights)}`.execute(at);
  const [stored] = found.parse(result.rows);
  if (!stored) throw taskUnknown();
  return stored;
}

async function detailOf(
  at: Snapshot,
  stored: StoredTask,
  { doubts }: Pick<Stored, 'doubts'>,
  { state, people }: { readonly state: TaskState; readonly people: ReadonlyMap<string, string> },
  day: OnDay & Rules,
): Promise<Omit<TaskDetail['task'], 'acts' | 'withdrawable' | 'proposals' | 'parent' | 'children'>> {
  const [row] = await toTaskRows(at, [stored], day);
  if (!row) throw taskUnknown();
  const names = await unitNames(at, [
    ...state.lanes.map(({ unitId }) => unitId),
    ...state.spans.flatMap(({ lane }) => lane ?? []),
    ...state.measures.map(({ unit }) => unit),
    ...state.instructions.flatMap(({ lanes }) => lanes),
    ...unitsLate(state),
    ...state.limits.flatMap(({ chain }) => chain.flatMap(({ askedFor }) => askedFor ?? [])),
  ]);
  return { ...row, ...detailParts(state, day, names, people), doubts };
}
