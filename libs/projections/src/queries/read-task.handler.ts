import { type IQueryHandler, QueryHandler } from '@nestjs/cqrs';
import { sql } from 'kysely';
import { z } from 'zod';
import { type TaskDetail, taskDetailSchema } from '#contracts';
import {
  type CompiledCalendar,
  type Day,
  lampOf,
  type LimitState,
  remainingWorkingDays,
  type TaskState,
} from '#domain';
import { readState } from '../shared/stored-state';
import { ReadTask } from './queries';
import { type QueryContext } from './query-context';
import { asOf, ReadModels } from './read-models';
import { taskInSight } from './sight-filter';
import { actsOn } from './task-acts';
import { taskUnknown } from './task-in-sight';
import { storedTaskSchema, TASK_COLUMNS, toTaskRows } from './task-rows';

type Detail = TaskDetail['task'];

const found = z.array(
  storedTaskSchema.extend({
    state: z.unknown(),
    doubts: taskDetailSchema.shape.task.shape.doubts,
    ledger_name: z.string().nullable(),
  }),
);

/** One task in full: its row, the state behind it, and what the person may do now. */
@QueryHandler(ReadTask)
export class ReadTaskHandler implements IQueryHandler<ReadTask> {
  constructor(private readonly models: ReadModels) {}

  execute({ parameters: { taskId }, context }: ReadTask): Promise<TaskDetail> {
    return this.models.snapshot(async (at) => {
      const result = await sql`
        select ${TASK_COLUMNS}, t.state, t.doubts,
          (select l.name from projection_ledgers.ledger l where l.ledger_id = t.ledger_id) as ledger_name
        from projection_tasks.task t
        where t.task_id = ${taskId}::uuid and ${taskInSight(context.sights)}`.execute(at);
      const [stored] = found.parse(result.rows);
      if (!stored) throw taskUnknown();
      const [row] = await toTaskRows(at, [stored], context);
      if (!row) throw taskUnknown();
      const state = readState(stored.state);
      return {
        position: await asOf(at, 'tasks'),
        task: { ...row, ...partsOf(state, context), ledgerName: stored.ledger_name, doubts: stored.doubts },
      };
    });
  }
}

function partsOf(
  state: TaskState,
  context: QueryContext,
): Omit<Detail, keyof Awaited<ReturnType<typeof toTaskRows>>[number] | 'ledgerName' | 'doubts'> {
  const { assignment, undo } = state;
  return {
    body: state.body,
    source: state.source,
    leadUnitNames: [...state.leadUnitNames],
    supportUnitNames: [...state.supportUnitNames],
    limits: state.limits.map((limit) => limitStanding(limit, context.today, context.calendar)),
    limitsConfirmed: state.limitsConfirmed,
    assignment: assignment && {
      requirements: assignment.requirements,
      replyBy: assignment.replyBy,
      calendarVersion: assignment.calendarVersion,
      ladderVersion: assignment.ladderVersion,
    },
    lastProblems: state.lastReport?.problems ?? null,
    reportCount: state.reportCount,
    outcome: state.closing?.outcome ?? null,
    lastStepOn: state.lastStepOn,
    withdrawable: undo && { step: undo.step, accountId: undo.accountId },
    acts: actsOn(state, context),
  };
}

/** A recurring limit stands as its oldest open period does. */
function limitStanding(limit: LimitState, today: Day, calendar: CompiledCalendar): Detail['limits'][number] {
  const due = limit.recurrence === null ? limit.due : (limit.openPeriods[0]?.due ?? null);
  const done = limit.done !== null;
  return {
    ...limit,
    chain: [...limit.chain],
    openPeriods: [...limit.openPeriods],
    lamp: lampOf({ due, today, done, suspended: false }, calendar),
    remainingWorkingDays: done || due === null ? null : remainingWorkingDays(today, due, calendar),
  };
}
