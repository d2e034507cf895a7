import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import { z } from 'zod';
import { type PolicyPreview } from '#contracts';
import {
  type CompiledCalendar,
  hardestRungOfToday,
  ON_ACCOUNT,
  type PolicyContent,
  rankOf,
  rungKindSchema,
  taskStateSchema,
} from '#domain';
import { type ReadModels, type Snapshot } from '../queries/read-models';
import { policiesOf } from './policies-of';

/** Tasks of one read: planning them twice takes some ten milliseconds, and others want to be served meanwhile. */
const PAGE = 200;
const EXAMPLES = 20;

/** What is asked: rules of a ledger, or (null) of the office and every ledger without its own. */
interface Asked {
  readonly ledgerId: string | null;
  readonly content: PolicyContent;
}

const rows = z.array(z.object({ task_id: z.string(), number: z.string().nullable(), state: z.unknown() }));
type Examples = PolicyPreview['examples'];

/** What rules would bring about today if they were published for open tasks too (连同在办). Nothing is written. */
export async function previewPolicy(
  models: ReadModels,
  { ledgerId, content }: Asked,
  { now, calendar }: { readonly now: string; readonly calendar: CompiledCalendar },
): Promise<PolicyPreview> {
  const policy = { version: 'preview', ...content };
  const found: Examples = [];
  let tasks = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const page = await models.snapshot((at) => openTasks(at, ledgerId, after));
    for (const { task_id: taskId, number, state, old } of page) {
      const kind = hardestRungOfToday(state, { policy: old, calendar }, { policy, calendar }, now);
      if (kind !== null) found.push({ taskId, number: number ?? '', title: state.title, kind });
      after = taskId;
    }
    tasks += page.length;
    if (page.length < PAGE) break;
    await setImmediate();
  }
  return { tasks, today: counts(found), examples: hardestFirst(found).slice(0, EXAMPLES) };
}

async function openTasks(at: Snapshot, ledgerId: string | null, after: string) {
  const ofLedger =
    ledgerId === null
      ? sql`not exists (select 1 from projection_rules.policy p where p.ledger_id = t.ledger_id)`
      : sql`t.ledger_id = ${ledgerId}::uuid`;
  const { rows: found } = await sql`
    select t.task_id, t.task_number as number, t.state from projection_tasks.task t
    where t.status in (${sql.join([...ON_ACCOUNT])}) and t.task_id > ${after}::uuid and ${ofLedger}
    order by t.task_id limit ${PAGE}`.execute(at);
  const read = rows.parse(found).map((row) => ({ ...row, state: taskStateSchema.parse(row.state) }));
  const policyOf = await policiesOf(
    at,
    read.map(({ state }) => state),
  );
  return read.map((row) => ({ ...row, old: policyOf(row.state) }));
}

function counts(found: Examples): PolicyPreview['today'] {
  return rungKindSchema.options.flatMap((kind) => {
    const tasks = found.filter((each) => each.kind === kind).length;
    return tasks === 0 ? [] : [{ kind, tasks }];
  });
}

function hardestFirst(found: Examples): Examples {
  return [...found].sort((one, other) => rankOf(other) - rankOf(one) || (one.number < other.number ? -1 : 1));
}
