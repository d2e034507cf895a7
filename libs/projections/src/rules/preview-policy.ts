import { sql } from 'kysely';
import { z } from 'zod';
import { type PolicyPreview } from '#contracts';
import {
  clocksRunOutBy,
  type CompiledCalendar,
  dayInShanghai,
  hardestRungOfToday,
  ON_ACCOUNT,
  type PolicyContent,
  rankOf,
  rungKindSchema,
  secondPersonActSchema,
  takesSecond,
  taskStateSchema,
  type TurnKind,
  turnKindSchema,
} from '#domain';
import { type ReadModels, type Snapshot } from '../queries/read-models';
import { pagesOf } from '../shared/pages-of';
import { policiesOf } from './policies-of';

/** Tasks of one read: planning them twice takes some ten milliseconds, and others want to be served meanwhile. */
const PAGE = 200;
const EXAMPLES = 20;

/** What is asked: rules of a ledger, or (null) of the office and every ledger without its own. */
interface Asked {
  readonly ledgerId: string | null;
  readonly content: PolicyContent;
}

const rows = z.array(z.object({ taskId: z.string(), number: z.string().nullable(), state: z.unknown() }));
type Examples = PolicyPreview['examples'];
type SecondPersonAct = PolicyContent['secondPerson'][number];

/** What rules would bring about today if they were published for open tasks too (连同在办). Nothing is written. */
export async function previewPolicy(
  models: ReadModels,
  { ledgerId, content }: Asked,
  { now, calendar }: { readonly now: string; readonly calendar: CompiledCalendar },
): Promise<Omit<PolicyPreview, 'inTheWay'>> {
  const policy = { version: 'preview', ...content };
  const next = { policy, calendar };
  const today = dayInShanghai(now);
  const found: Examples = [];
  const late: TurnKind[] = [];
  const second: SecondPersonAct[] = [];
  let tasks = 0;
  for await (const page of pagesOf((after) => models.snapshot((at) => openTasks(at, ledgerId, after)), PAGE)) {
    for (const { taskId, number, state, old } of page) {
      const kind = hardestRungOfToday(state, { policy: old, calendar }, next, now);
      if (kind !== null) found.push({ taskId, number: number ?? '', title: state.title, kind });
      late.push(...clocksRunOutBy(state, { policy: old, calendar }, next, today));
      second.push(...policy.secondPerson.filter((act) => !takesSecond(old, act)));
    }
    tasks += page.length;
  }
  return {
    tasks,
    today: counted(
      rungKindSchema.options,
      found.map(({ kind }) => kind),
    ).map(([kind, count]) => ({ kind, tasks: count })),
    late: counted(turnKindSchema.options, late).map(([turn, count]) => ({ turn, tasks: count })),
    second: counted(secondPersonActSchema.options, second).map(([act, count]) => ({ act, tasks: count })),
    examples: hardestFirst(found).slice(0, EXAMPLES),
  };
}

/** How often each of some words was found, in their order; those that were not are left out. */
function counted<Word extends string>(
  words: readonly Word[],
  found: readonly Word[],
): readonly (readonly [Word, number])[] {
  return words.flatMap((word) => {
    const times = found.filter((each) => each === word).length;
    return times === 0 ? [] : [[word, times] as const];
  });
}

async function openTasks(at: Snapshot, ledgerId: string | null, after: string) {
  const ofLedger =
    ledgerId === null
      ? sql`not exists (select 1 from projection_rules.policy p where p.ledger_id = t.ledger_id)`
      : sql`t.ledger_id = ${ledgerId}::uuid`;
  const { rows: found } = await sql`
    select t.task_id as "taskId", t.task_number as number, t.state from projection_tasks.task t
    where t.status in (${sql.join([...ON_ACCOUNT])}) and t.task_id > ${after}::uuid and ${ofLedger}
    order by t.task_id limit ${PAGE}`.execute(at);
  const read = rows.parse(found).map((row) => ({ ...row, state: taskStateSchema.parse(row.state) }));
  const policyOf = await policiesOf(
    at,
    read.map(({ state }) => state),
  );
  return read.map((row) => ({ ...row, old: policyOf(row.state) }));
}

function hardestFirst(found: Examples): Examples {
  return [...found].sort((one, other) => rankOf(other) - rankOf(one) || (one.number < other.number ? -1 : 1));
}
