import { sql } from 'kysely';
import { z } from 'zod';
import { type PostGaps, taskStatusSchema } from '#contracts';
import {
  type AbleOffice,
  type AblePerson,
  lacksOfTask,
  ON_ACCOUNT,
  type PostGap,
  postGaps,
  type TaskLack,
  TASK_LACKS,
  taskStateSchema,
} from '#domain';
import { asOf, type ReadModels, type Snapshot, unitNames } from '../queries/read-models';
import { lineages } from '../queries/units-led';
import { pagesOf } from '../shared/pages-of';

const PAGE = 500;
const EXAMPLES = 5;

/** Who can act, and (to tell what a change would bring) who could before. */
interface Able {
  readonly people: readonly AblePerson[];
  /** What lacked already is left out; null: nothing is. */
  readonly before: readonly AblePerson[] | null;
}

const openTasks = z.array(
  z.object({
    taskId: z.uuid(),
    number: z.string().nullable(),
    title: z.string(),
    ledgerId: z.uuid(),
    status: taskStatusSchema,
    lanes: taskStateSchema.shape.lanes,
    participation: taskStateSchema.shape.participation,
  }),
);
const ledgerRows = z.array(z.object({ ledgerId: z.uuid(), name: z.string() }));
type OpenTask = z.infer<typeof openTasks>[number];

/** Which posts are missing for tasks in earnest to reach their end, and which open tasks nobody could check or close. */
export async function findPostGaps(models: ReadModels, able: Able): Promise<PostGaps> {
  const known = await models.snapshot(async (at) => {
    const ledgers = await ledgersInEarnest(at);
    const gaps = newGaps(
      able,
      await lineages(at),
      ledgers.map(({ ledgerId }) => ledgerId),
    );
    const names = await unitNames(
      at,
      gaps.flatMap(({ unitId }) => unitId ?? []),
    );
    const shown = gaps.map(({ ledgerId, unitId, lack }) => ({
      ledger: ledgers.find((each) => each.ledgerId === ledgerId) ?? null,
      unit: unitId === null ? null : names(unitId),
      lack,
    }));
    return { position: await asOf(at, 'posts'), gaps: shown };
  });
  return { ...known, people: able.people.length, tasks: await lackingTasks(models, able) };
}

function newGaps(
  { people, before }: Able,
  lineage: AbleOffice['lineage'],
  ledgerIds: readonly string[],
): readonly PostGap[] {
  const known = before === null ? [] : postGaps({ people: before, lineage }, ledgerIds);
  return postGaps({ people, lineage }, ledgerIds).filter(
    (gap) => !known.some(({ lack, unitId }) => lack === gap.lack && unitId === gap.unitId),
  );
}

async function lackingTasks(models: ReadModels, able: Able): Promise<PostGaps['tasks']> {
  const lacking = new Map<TaskLack, OpenTask[]>(TASK_LACKS.map((lack) => [lack, []]));
  for await (const page of pagesOf((after) => models.snapshot((at) => openTasksAfter(at, after)), PAGE)) {
    for (const task of page) for (const lack of newLacks(able, task)) lacking.get(lack)?.push(task);
  }
  return [...lacking].flatMap(([lack, tasks]) =>
    tasks.length === 0 ? [] : [{ lack, tasks: tasks.length, examples: examplesOf(tasks) }],
  );
}

function newLacks({ people, before }: Able, task: OpenTask): readonly TaskLack[] {
  const lacks = lacksOfTask(task, people);
  if (before === null || lacks.length === 0) return lacks;
  const known = lacksOfTask(task, before);
  return lacks.filter((lack) => !known.includes(lack));
}

function examplesOf(tasks: readonly OpenTask[]): PostGaps['tasks'][number]['examples'] {
  const inOrder = [...tasks].sort((one, other) => ((one.number ?? '') < (other.number ?? '') ? -1 : 1));
  return inOrder.slice(0, EXAMPLES).map(({ taskId, number, title }) => ({ taskId, number: number ?? '', title }));
}

async function ledgersInEarnest(
  at: Snapshot,
): Promise<readonly { readonly ledgerId: string; readonly name: string }[]> {
  const { rows } = await sql`
    select ledger_id as "ledgerId", name from projection_ledgers.ledger where not practice order by name, ledger_id`.execute(
    at,
  );
  return ledgerRows.parse(rows);
}

async function openTasksAfter(at: Snapshot, after: string): Promise<readonly OpenTask[]> {
  const { rows } = await sql`
    select t.task_id as "taskId", t.task_number as number, t.title, t.ledger_id as "ledgerId", t.status,
      t.state->'lanes' as lanes, t.state->'participation' as participation
    from projection_tasks.task t
    where t.status in (${sql.join([...ON_ACCOUNT])}) and t.task_id > ${after}::uuid
      and not exists (select from projection_tasks.practice_ledger p where p.ledger_id = t.ledger_id)
    order by t.task_id limit ${PAGE}`.execute(at);
  return openTasks.parse(rows);
}
