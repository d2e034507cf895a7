import { type Operation } from '#domain';
import { type z } from 'zod';
import { eventListSchema, listEventsParameters } from './event-queries.schemas';
import { inboxSchema, readInboxParameters } from './inbox-query.schemas';
import {
  importDetailSchema,
  ledgerListSchema,
  ledgerSummarySchema,
  listLedgersParameters,
  readImportParameters,
  readLedgerSummaryParameters,
} from './ledger-queries.schemas';
import {
  listPostsParameters,
  listProjectionsParameters,
  listUnitsParameters,
  postListSchema,
  projectionListSchema,
  unitListSchema,
} from './register-queries.schemas';
import {
  listTasksParameters,
  rawEventsSchema,
  readTaskEventsParameters,
  readTaskParameters,
  readTimelineParameters,
  taskDetailSchema,
  taskListSchema,
  timelineSchema,
} from './task-queries.schemas';

/**
 * A query as the API offers it: GET under /api. The names in its path and those of the query string together are the
 * parameters.
 */
export interface QueryRoute {
  readonly operation: Operation;
  readonly path: string;
  readonly parameters: z.ZodType;
  readonly answer: z.ZodType;
  /** What it answers, in a few words for the API's readers. */
  readonly summary: string;
}

/** Every query of the read models. */
export const QUERY_ROUTES = [
  {
    operation: 'ledger.list',
    path: 'ledgers',
    parameters: listLedgersParameters,
    answer: ledgerListSchema,
    summary: '台账及各状态任务数、导入进度',
  },
  {
    operation: 'ledger.summary',
    path: 'ledgers/:ledgerId/summary',
    parameters: readLedgerSummaryParameters,
    answer: ledgerSummarySchema,
    summary: '一本台账按单位、按章节的情况',
  },
  {
    operation: 'import.read',
    path: 'imports/:importId',
    parameters: readImportParameters,
    answer: importDetailSchema,
    summary: '一次导入的进度与草稿',
  },
  {
    operation: 'task.list',
    path: 'tasks',
    parameters: listTasksParameters,
    answer: taskListSchema,
    summary: '任务列表',
  },
  {
    operation: 'task.read',
    path: 'tasks/:taskId',
    parameters: readTaskParameters,
    answer: taskDetailSchema,
    summary: '一项任务的全部内容，可按修订号回看',
  },
  {
    operation: 'task.timeline',
    path: 'tasks/:taskId/timeline',
    parameters: readTimelineParameters,
    answer: timelineSchema,
    summary: '一项任务的经过',
  },
  {
    operation: 'task.events',
    path: 'tasks/:taskId/events',
    parameters: readTaskEventsParameters,
    answer: rawEventsSchema,
    summary: '一项任务的原始事件',
  },
  {
    operation: 'event.list',
    path: 'events',
    parameters: listEventsParameters,
    answer: eventListSchema,
    summary: '全部操作记录',
  },
  {
    operation: 'inbox.read',
    path: 'inbox',
    parameters: readInboxParameters,
    answer: inboxSchema,
    summary: '我的待办',
  },
  {
    operation: 'unit.list',
    path: 'units',
    parameters: listUnitsParameters,
    answer: unitListSchema,
    summary: '单位名录',
  },
  {
    operation: 'post.list',
    path: 'posts',
    parameters: listPostsParameters,
    answer: postListSchema,
    summary: '岗位',
  },
  {
    operation: 'projection.list',
    path: 'projections',
    parameters: listProjectionsParameters,
    answer: projectionListSchema,
    summary: '读模型的进度',
  },
] as const satisfies readonly QueryRoute[];

/** The operations that are queries of the read models. */
export type QueryOperation = (typeof QUERY_ROUTES)[number]['operation'];
