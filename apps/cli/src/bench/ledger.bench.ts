import { type Pool } from 'pg';
import { QueryBus } from '@nestjs/cqrs';
import { dayInShanghai, sightOf } from '#domain';
import { builtInCalendar } from '#engine';
import { listTasks, type QueryContext } from '#projections';
import { type Foundation } from '#runtime';
import { note } from '../output';
import { openProgram } from '../serve/program';
import { buildTables } from './build-tables';
import { type Figures, percentile, ratio, rounded } from './figures';
import { actorOf } from './fixture-steps';
import { LONG_LEDGER, unitOf, writeAcceptedTasks } from './long-log';
import { sectionOf } from './many-tasks';
import { withFoundation } from './with-foundation';

const TASKS = 100_000;
/** Copies of every task's row that make a million of them. */
const COPIES = 9;
const YEAR = 2021;
const PAGE = 50;
const ROUNDS = 400;
const WARM_UP = 50;
/** One of each topic: the tasks of a section share theirs. */
const WORDS = ['平台', '支付', '诊疗', '人才', '采购', '签约'];

/** What one page asks for: three filters and a word. */
interface Wish {
  readonly unitId: string;
  readonly section: string;
  readonly word: string;
}

/**
 * A page of the ledger with three filters and a word, as a query of the program and as the statements that one would write by hand,
 * in turns. With a hundred thousand tasks, and again with a million rows, of which nine tenths are copies made in the tables.
 */
export async function measureLedger(dataFolder: string): Promise<Figures> {
  return withFoundation(dataFolder, async (foundation) => {
    await buildLedger(foundation);
    return measureOn(foundation);
  });
}

async function buildLedger(foundation: Foundation): Promise<void> {
  note(`${TASKS} 项任务…`);
  await writeAcceptedTasks(foundation.store, { tasks: TASKS, year: YEAR, months: [3, 6, 9, 12] });
  await buildTables(foundation);
}

async function measureOn(foundation: Foundation): Promise<Figures> {
  const { pool } = foundation;
  const program = await openProgram(foundation, 'api');
  try {
    note('十万行…');
    const bus = program.http.get(QueryBus, { strict: false });
    const hundredThousand = await pagesOf(bus, pool, '100k');
    note('复制为一百万行…');
    await copyRows(pool);
    await pool.query('vacuum (analyze)');
    note('一百万行…');
    return { ...hundredThousand, ...(await pagesOf(bus, pool, '1m')) };
  } finally {
    await program.close();
  }
}

async function pagesOf(bus: QueryBus, pool: Pool, size: string): Promise<Figures> {
  const byHand = (name: string, text: string) => (wish: Wish) => pool.query({ name, text, values: valuesOf(wish) });
  const asked = wayOf((wish) => bus.execute(listTasks.forBus(parametersOf(wish), CONTEXT)));
  const bare = wayOf(byHand('bench-ledger-page', BY_HAND));
  const counted = wayOf(byHand('bench-ledger-page-counted', COUNTED_BY_HAND));
  const ways = [asked, bare, counted];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    for (const { ask, times } of ways) {
      const milliseconds = await timed(() => ask(wishOf(round)));
      if (round >= WARM_UP) times.push(milliseconds);
    }
    // Whoever asks first reads the pages that the others find read.
    ways.push(...ways.splice(0, 1));
  }
  return {
    ...percentilesOf(`ledgerPage${size}`, asked),
    ...percentilesOf(`bareSql${size}`, bare),
    ...percentilesOf(`countedSql${size}`, counted),
    [`ledgerPageToSql${size}`]: ratio(medianOf(asked), medianOf(bare)),
    [`ledgerPageToCountedSql${size}`]: ratio(medianOf(asked), medianOf(counted)),
  };
}

/** A way to a page, with how long it took each time, in milliseconds. */
interface Way {
  readonly ask: (wish: Wish) => Promise<unknown>;
  readonly times: number[];
}

function wayOf(ask: Way['ask']): Way {
  return { ask, times: [] };
}

function percentilesOf(name: string, way: Way): Figures {
  return { [`${name}P50Ms`]: rounded(medianOf(way)), [`${name}P95Ms`]: rounded(percentile(way.times, 0.95)) };
}

function medianOf({ times }: Way): number {
  return percentile(times, 0.5);
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

function wishOf(index: number): Wish {
  return { unitId: unitOf(index), section: sectionOf(index), word: WORDS[index % WORDS.length] ?? '' };
}

function parametersOf({ unitId, section, word }: Wish) {
  return { ledgerId: LONG_LEDGER, status: 'underway', leadUnit: unitId, section, text: word, limit: String(PAGE) };
}

const CLERK = actorOf(unitOf(1), 'supervision-clerk', [unitOf(1)]);
const CONTEXT: QueryContext = {
  actor: CLERK,
  sights: sightOf(CLERK, 'task.list'),
  today: dayInShanghai(`${YEAR}-02-01T01:00:00.000Z`),
  calendar: builtInCalendar(),
};

const COLUMNS = `
  t.task_id, t.ledger_id, t.import_id, t.serial, t.task_number, t.title, t.status, t.lead_unit_ids, t.support_unit_ids,
  t.lead_unit_names, t.support_unit_names, t.section, t.source_number, t.limit_count, json_array_length(t.doubts),
  t.due::text, t.next_due::text, t.lamp_due::text, t.lamp_stopped::text, t.percent, t.closing_number, t.closed_on::text, t.last_report,
  t.last_report_on::text, t.revision, t.recorded_at, t.indicators`;

const FOUND = `
  from projection_tasks.task t
  where t.ledger_id = $1 and t.status = 'underway' and t.lead_unit_ids && $2::uuid[] and t.section = $3
    and exists (select from projection_tasks.search s where s.task_id = t.task_id and s.words like $4)
  order by t.serial limit ${PAGE + 1}`;

/** The page's rows and no more: no count, no names of units, no lamps. */
const BY_HAND = `select ${COLUMNS} ${FOUND}`;

/** The same with how many there are in all, which the page says too: then all have to be found, not the first ones only. */
const COUNTED_BY_HAND = `select ${COLUMNS}, count(*) over () ${FOUND}`;

function valuesOf({ unitId, section, word }: Wish): unknown[] {
  return [LONG_LEDGER, [unitId], section, `%${word}%`];
}

/** Rows under other ids, as if the ledger had ten times as many tasks: the log would take an hour more to write. */
async function copyRows(pool: Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    for (let copy = 1; copy <= COPIES; copy += 1) {
      await client.query(`create temp table copied as select * from projection_tasks.task where serial <= ${TASKS}`);
      await client.query(
        `update copied set task_id = md5(task_id::text || '${copy}')::uuid, serial = serial + ${TASKS * copy}`,
      );
      await client.query('insert into projection_tasks.task select * from copied');
      await client.query('drop table copied');
      await client.query(`
        insert into projection_tasks.search
        select md5(s.task_id::text || '${copy}')::uuid, s.words, s.grams
        from projection_tasks.search s join projection_tasks.task t using (task_id) where t.serial <= ${TASKS}`);
      note(`${(copy + 1) * TASKS} 行…`);
    }
  } finally {
    client.release(true);
  }
}
