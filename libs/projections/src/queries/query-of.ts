import {
  listEventsParameters,
  listLedgersParameters,
  listPostsParameters,
  listProjectionsParameters,
  listTasksParameters,
  listUnitsParameters,
  type QueryOperation,
  readImportParameters,
  readInboxParameters,
  readLedgerSummaryParameters,
  readTaskEventsParameters,
  readTaskParameters,
  readTimelineParameters,
} from '#contracts';
import {
  ListEvents,
  ListLedgers,
  ListPosts,
  ListProjections,
  ListTasks,
  ListUnits,
  ReadImport,
  ReadInbox,
  ReadLedgerSummary,
  ReadTask,
  ReadTaskEvents,
  ReadTimeline,
} from './queries';
import { type ModelQuery, type QueryContext } from './query-context';

type Make = (input: unknown, context: QueryContext) => ModelQuery<unknown, unknown>;

const MAKERS: Readonly<Record<QueryOperation, Make>> = {
  'ledger.list': (input, context) => new ListLedgers(listLedgersParameters.parse(input), context),
  'ledger.summary': (input, context) => new ReadLedgerSummary(readLedgerSummaryParameters.parse(input), context),
  'import.read': (input, context) => new ReadImport(readImportParameters.parse(input), context),
  'task.list': (input, context) => new ListTasks(listTasksParameters.parse(input), context),
  'task.read': (input, context) => new ReadTask(readTaskParameters.parse(input), context),
  'task.timeline': (input, context) => new ReadTimeline(readTimelineParameters.parse(input), context),
  'task.events': (input, context) => new ReadTaskEvents(readTaskEventsParameters.parse(input), context),
  'event.list': (input, context) => new ListEvents(listEventsParameters.parse(input), context),
  'inbox.read': (input, context) => new ReadInbox(readInboxParameters.parse(input), context),
  'unit.list': (input, context) => new ListUnits(listUnitsParameters.parse(input), context),
  'post.list': (input, context) => new ListPosts(listPostsParameters.parse(input), context),
  'projection.list': (input, context) => new ListProjections(listProjectionsParameters.parse(input), context),
};

/** The read models that the answer to a query is taken from: what to wait for to read one's own writes. */
export const READ_BY: Readonly<Record<QueryOperation, readonly string[]>> = {
  'ledger.list': ['ledgers', 'tasks'],
  'ledger.summary': ['tasks', 'units', 'ledgers'],
  'import.read': ['ledgers', 'tasks'],
  'task.list': ['tasks', 'units', 'ledgers'],
  'task.read': ['tasks', 'units', 'ledgers'],
  'task.timeline': ['timeline', 'tasks', 'units'],
  'task.events': ['tasks'],
  'event.list': ['timeline', 'tasks', 'units', 'ledgers'],
  'inbox.read': ['inbox', 'tasks', 'units'],
  'unit.list': ['units'],
  'post.list': ['posts', 'units'],
  'projection.list': [],
};

/**
 * The query of an operation, for the QueryBus.
 * @param input path and query-string parameters together, unchecked
 * @throws ZodError when they do not fit the operation's schema
 */
export function queryOf(
  operation: QueryOperation,
  input: unknown,
  context: QueryContext,
): ModelQuery<unknown, unknown> {
  return MAKERS[operation](input, context);
}
