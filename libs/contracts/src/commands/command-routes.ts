import {
  calendarCommandSchemas,
  ledgerCommandSchemas,
  postCommandSchemas,
  seriesCommandSchemas,
  taskCommandSchemas,
  unitCommandSchemas,
} from '#domain';
import { z } from 'zod';
import { type CommandRoute } from './command-route';

/** Closing as people send it: the ledger and the number follow from the task. */
export const closeTaskBodySchema = seriesCommandSchemas['number.reserve'].omit({ taskId: true });

/** Making real units of the names that an import holds. */
export const createUnitsBodySchema = z.strictObject({
  /** Names to create as they stand; collective names are left to a person. */
  names: z.array(unitCommandSchemas['unit.create'].shape.name).min(1).max(300),
  parentId: z.uuid().nullable().default(null),
});

/** Every command that people and programs may send. Those of the engine itself are not among them. */
export const COMMAND_ROUTES = [
  { operation: 'ledger.create', path: 'ledgers', body: ledgerCommandSchemas['ledger.create'], summary: '建立台账' },
  {
    operation: 'ledger.open-practice',
    path: 'ledgers/practice',
    body: ledgerCommandSchemas['ledger.open-practice'],
    summary: '打开本人的练习台账',
  },
  {
    operation: 'ledger.import',
    path: 'ledgers/:id/imports',
    body: ledgerCommandSchemas['ledger.import'],
    summary: '导入任务草稿',
  },
  {
    operation: 'task.correct-draft',
    path: 'tasks/:id/correct-draft',
    body: taskCommandSchemas['task.correct-draft'],
    summary: '修改草稿',
  },
  {
    operation: 'task.confirm',
    path: 'tasks/:id/confirm',
    body: taskCommandSchemas['task.confirm'],
    summary: '确认单位和时限',
  },
  { operation: 'task.hang', path: 'tasks/:id/hang', body: taskCommandSchemas['task.hang'], summary: '挂账' },
  { operation: 'task.assign', path: 'tasks/:id/assign', body: taskCommandSchemas['task.assign'], summary: '交办' },
  { operation: 'task.accept', path: 'tasks/:id/accept', body: taskCommandSchemas['task.accept'], summary: '签收' },
  { operation: 'task.decline', path: 'tasks/:id/decline', body: taskCommandSchemas['task.decline'], summary: '退件' },
  { operation: 'task.report', path: 'tasks/:id/report', body: taskCommandSchemas['task.report'], summary: '填报进展' },
  {
    operation: 'task.report-on-behalf',
    path: 'tasks/:id/report-on-behalf',
    body: taskCommandSchemas['task.report-on-behalf'],
    summary: '代填进展',
  },
  {
    operation: 'task.request-closure',
    path: 'tasks/:id/request-closure',
    body: taskCommandSchemas['task.request-closure'],
    summary: '申请销号',
  },
  { operation: 'task.verify', path: 'tasks/:id/verify', body: taskCommandSchemas['task.verify'], summary: '核验通过' },
  { operation: 'task.return', path: 'tasks/:id/return', body: taskCommandSchemas['task.return'], summary: '退回整改' },
  { operation: 'task.urge', path: 'tasks/:id/urge', body: taskCommandSchemas['task.urge'], summary: '催办' },
  { operation: 'number.reserve', path: 'tasks/:id/close', body: closeTaskBodySchema, summary: '销号' },
  { operation: 'task.void', path: 'tasks/:id/void', body: taskCommandSchemas['task.void'], summary: '作废' },
  {
    operation: 'task.terminate',
    path: 'tasks/:id/terminate',
    body: taskCommandSchemas['task.terminate'],
    summary: '终止',
  },
  { operation: 'task.correct', path: 'tasks/:id/correct', body: taskCommandSchemas['task.correct'], summary: '更正' },
  {
    operation: 'task.withdraw',
    path: 'tasks/:id/withdraw',
    body: taskCommandSchemas['task.withdraw'],
    summary: '撤回',
  },
  { operation: 'unit.create', path: 'units', body: unitCommandSchemas['unit.create'], summary: '建立单位' },
  { operation: 'unit.rename', path: 'units/:id/rename', body: unitCommandSchemas['unit.rename'], summary: '单位更名' },
  {
    operation: 'unit.add-alias',
    path: 'units/:id/aliases',
    body: unitCommandSchemas['unit.add-alias'],
    summary: '登记单位别名',
  },
  { operation: 'post.grant', path: 'posts', body: postCommandSchemas['post.grant'], summary: '授予岗位' },
  { operation: 'post.revoke', path: 'posts/:id/revoke', body: postCommandSchemas['post.revoke'], summary: '撤销岗位' },
  {
    operation: 'calendar.publish',
    path: 'calendars',
    body: calendarCommandSchemas['calendar.publish'],
    summary: '发布工作日历',
  },
] as const satisfies readonly CommandRoute[];

/** What an accepted command answers. `position` goes into `after` of a query that must see it. */
export const commandOutcomeSchema = z.strictObject({
  id: z.uuid(),
  revision: z.int().nonnegative(),
  position: z.string(),
  events: z.array(z.string()),
});

/** Every error of the API: a stable code, a sentence that tells what to do, and an id to quote. */
export const apiErrorSchema = z.strictObject({ code: z.string(), message: z.string(), errorId: z.string() });
