import { readHome } from './home/read-home.query';
import { readInbox } from './inbox/read-inbox.query';
import { listLedgers } from './ledgers/list-ledgers.query';
import { readImport } from './ledgers/read-import.query';
import { readLedgerNumbers } from './ledgers/read-ledger-numbers.query';
import { readLedgerSummary } from './ledgers/read-ledger-summary.query';
import { listAccountProposals } from './posts/list-account-proposals.query';
import { listPosts } from './posts/list-posts.query';
import { type QueryDefinition } from './queries/define-query';
import { listPolicies } from './rules/list-policies.query';
import { listProjections } from './runtime/list-projections.query';
import { listDelays } from './tasks/list-delays.query';
import { listUnitLists } from './tasks/list-unit-lists.query';
import { listTasks } from './tasks/list-tasks.query';
import { readTaskEvents } from './tasks/read-task-events.query';
import { readTask } from './tasks/read-task.query';
import { listAccountNews } from './timeline/list-account-news.query';
import { listEvents } from './timeline/list-events.query';
import { listRegisterChanges } from './timeline/list-register-changes.query';
import { readTimeline } from './timeline/read-timeline.query';
import { listUnits } from './units/list-units.query';

/** Every query of the house: the API's routes, its document and the boot check follow from this list. */
export const QUERIES = [
  listLedgers,
  readLedgerSummary,
  readLedgerNumbers,
  readImport,
  listTasks,
  readTask,
  listDelays,
  listUnitLists,
  readTimeline,
  readTaskEvents,
  listEvents,
  readHome,
  readInbox,
  listUnits,
  listPosts,
  listAccountProposals,
  listAccountNews,
  listRegisterChanges,
  listPolicies,
  listProjections,
] as const satisfies readonly QueryDefinition[];

/** The operations that are queries of the read models. */
export type QueryOperation = (typeof QUERIES)[number]['operation'];
