import {
  type EventList,
  type ImportDetail,
  type Inbox,
  type LedgerList,
  type LedgerSummary,
  type ListEventsParameters,
  type ListLedgersParameters,
  type ListPostsParameters,
  type ListProjectionsParameters,
  type ListTasksParameters,
  type ListUnitsParameters,
  type PostList,
  type ProjectionList,
  type RawEvents,
  type ReadImportParameters,
  type ReadInboxParameters,
  type ReadLedgerSummaryParameters,
  type ReadTaskEventsParameters,
  type ReadTaskParameters,
  type ReadTimelineParameters,
  type TaskDetail,
  type TaskList,
  type Timeline,
  type UnitList,
} from '#contracts';
import { ModelQuery } from './query-context';

/** The ledgers with their figures and imports. */
export class ListLedgers extends ModelQuery<ListLedgersParameters, LedgerList> {}
/** How one ledger stands, by unit and by section. @throws LEDGER.UNKNOWN */
export class ReadLedgerSummary extends ModelQuery<ReadLedgerSummaryParameters, LedgerSummary> {}
/** A page of the log. */
export class ListEvents extends ModelQuery<ListEventsParameters, EventList> {}
/** One import with its drafts. @throws IMPORT.UNKNOWN */
export class ReadImport extends ModelQuery<ReadImportParameters, ImportDetail> {}
/** A page of tasks. */
export class ListTasks extends ModelQuery<ListTasksParameters, TaskList> {}
/** One task in full, or as it was after one of its events. @throws TASK.UNKNOWN, TASK.REVISION_UNKNOWN */
export class ReadTask extends ModelQuery<ReadTaskParameters, TaskDetail> {}
/** A page of a task's course. @throws TASK.UNKNOWN */
export class ReadTimeline extends ModelQuery<ReadTimelineParameters, Timeline> {}
/** A page of a task's raw events. @throws TASK.UNKNOWN */
export class ReadTaskEvents extends ModelQuery<ReadTaskEventsParameters, RawEvents> {}
/** A page of the asking person's inbox. */
export class ReadInbox extends ModelQuery<ReadInboxParameters, Inbox> {}
/** The register of units. */
export class ListUnits extends ModelQuery<ListUnitsParameters, UnitList> {}
/** Who holds which post. */
export class ListPosts extends ModelQuery<ListPostsParameters, PostList> {}
/** How far the read models go. */
export class ListProjections extends ModelQuery<ListProjectionsParameters, ProjectionList> {}
