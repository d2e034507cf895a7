import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import {
  type Inbox,
  type InboxEntry,
  inboxKindSchema,
  inboxSchema,
  MOST_UNREAD,
  type ReadInboxParameters,
  readInboxParameters,
  taskStatusSchema,
} from '#contracts';
import { type Actor, REMINDERS, roleSchema, unitsPostedIn } from '#domain';
import { readCursor, writeCursor } from '../queries/cursor';
import { defineQuery } from '../queries/define-query';
import { type QueryContext } from '../queries/query-context';
import { asOf, type Snapshot, type UnitNames, unitNames } from '../queries/read-models';
import { isPartialTo, isTheirs } from '../queries/deciding-leader';
import { allOf, type Condition, inEarnest } from '../queries/sight-filter';
import { isKeptFromEntry } from '../tasks/kept-out';
import { type DelayReader, hasReadEntry, isToRead } from '../tasks/read-delays';
import { sparedSchema } from '../tasks/spared-days';
import { HAS_ENDED, IS_SUSPENDED, type OnDay, taskStanding } from '../tasks/standing';
import { addressedTo, inboxesOf, isForAccount, newestOf, UNITS_JUDGED } from './inbox-filter';
import { CLOCKED_KINDS, ownClocks } from './own-clocks';

const found = z.array(
  z.object({
    entry_id: z.string(),
    kind: inboxKindSchema,
    role: roleSchema,
    unit_id: z.string().nullable(),
    ledger_id: z.string(),
    task_id: z.string().nullable(),
    task_number: z.string().nullable(),
    title: z.string().nullable(),
    status: taskStatusSchema.nullable(),
    next_due: z.string().nullable(),
    lamp_due: z.string().nullable(),
    lamp_stopped: z.string().nullable(),
    lamp_spared: sparedSchema,
    lane: z.string().nullable(),
    reminded_of: z.string().nullable(),
    to_read: z.boolean(),
    data: z.record(z.string(), z.unknown()),
    actor_name: z.string(),
    event_id: z.string(),
    position: z.string(),
    recorded_at: z.date(),
    settled_at: z.date().nullable(),
  }),
);
type Stored = z.infer<typeof found>[number];

/** Who reads, and which of the entries are for them. */
interface Reader extends DelayReader {
  readonly mine: Condition;
}

/** What a person has read waits for them no more. */
function boxOf(box: ReadInboxParameters['box'], accountId: string): Condition {
  switch (box) {
    case 'waiting':
      return sql`e.waits and e.settled_at is null and not ${hasReadEntry(accountId)}`;
    case 'news':
      return sql`not e.waits`;
    case 'settled':
      return sql`e.waits and (e.settled_at is not null or ${hasReadEntry(accountId)})`;
  }
}

/** The day of the limit that an entry is about, a reminder's own; news, and what has been settled, say how their task stands now. */
const OWN_DUE = sql`(case when e.waits and e.settled_at is null then e.data->>'due' end)::date`;
/** The day that an entry shows, by which the waiting ones are sorted. */
const SHOWN_DAY = sql`coalesce(${OWN_DUE}, t.next_due)`;

/** An entry about the clock of a holder. */
const OF_CLOCK = sql`(e.data->>'holder') is not null`;

/** The day of the reader's own clock, of which an entry reminds: others are told of a clock by other kinds. */
const REMINDED_OF = sql`case when ${OF_CLOCK} and e.kind in ('remind', 'urge', 'answer') then ${OWN_DUE} end`;

/** The day that an entry's lamp looks at; none where its task has nothing dated left to do. */
const LAMP_DAY = sql`case when t.lamp_due is not null or ${OF_CLOCK} then coalesce(${OWN_DUE}, t.lamp_due) end`;
/** The day on which the task’s own clock stopped says nothing of another clock. */
const LAMP_STOPPED = sql`case when ${OWN_DUE} is null then t.lamp_stopped end`;
/** The days that do not count against the unit whose limit it is; of the clock of a holder all count. */
const LAMP_SPARED = sql`coalesce(case when ${OWN_DUE} is null then t.lamp_spared
  when not ${OF_CLOCK} then t.spared->>(e.lane::text) end, '')`;

const waitingKey = z.tuple([z.string().nullable(), z.string()]);
const newestKey = z.tuple([z.string(), inboxKindSchema]);

/** The present row of an entry's task. */
const TASK_OF = sql`left join projection_tasks.task t on t.task_id = e.task_id`;

/** A decision on what was asked for, and the reminders of whoever is to make it, are no part of a suspension. */
const OF_DECISION = sql`(e.kind = 'decide' or coalesce(e.data->>'holder', '') = 'decide')`;

/** What is for another account, or for somebody impartial, is not shown: nobody waits to decide what they themselves have asked for, nor to check or close what they had a part in, but in practice. */
function notOwn({ accountId, posts }: Pick<Actor, 'accountId' | 'posts'>): Condition {
  const inPractice = sql`not (${inEarnest(sql`e.ledger_id`, 'inbox')})`;
  const leader = (name: string) => sql`(e.data->'leader'->>${sql.lit(name)})::uuid`;
  const named = {
    leader: leader('accountId'),
    post: leader('postId'),
    units: sql`array[e.lane]`,
    ledger: sql`e.ledger_id`,
  };
  const decides = sql`(e.kind <> 'decide' or (coalesce(e.data->>'by', '') <> ${accountId}
    and not ${isPartialTo(posts, { units: UNITS_JUDGED, ledger: sql`e.ledger_id` })} and ${isTheirs(named, accountId)}))`;
  const keptFrom = isKeptFromEntry({ accountId, postedIn: [...unitsPostedIn(posts)] });
  return sql`(${isForAccount(accountId)} and (${inPractice} or (${decides} and not ${keptFrom})))`;
}

/** Entries of a suspended task keep their place, and come back when it goes on. */
const GOES_ON = sql`(t.status is null or not ${IS_SUSPENDED} or ${OF_DECISION})`;

/** The name of an entry: its event and whom it is for. */
const ENTRY_ID: RawBuilder<unknown> = sql`(e.event_id::text || ':' || e.audience || ':' || e.subject)`;

/**
 * What waiting entries are about: those alike are one to the person, whichever of several posts or reminders brought them. Each unit's
 * part stands for itself, and so does each proposal and each clock.
 */
const SUBJECT = sql`
  coalesce(e.task_id, e.event_id), e.kind,
  coalesce(e.lane, case when e.kind in ('accept', 'rectify') then e.unit_id end),
  case when e.kind = 'decide' or ${OF_CLOCK} then e.limit_id end`;

/** The inbox of the asking person: what is addressed to one of the posts that the actor holds now. */
export const readInbox = defineQuery({
  operation: 'inbox.read',
  path: 'inbox',
  summary: '我的待办',
  parameters: readInboxParameters,
  answer: inboxSchema,
  reads: ['inbox', 'tasks', 'units', 'posts'],
  handle(models, parameters, context) {
    const { box, limit, kind, ledgerId, since } = parameters;
    // Practice is not mixed with what waits in earnest: it comes where the practice ledger is asked for.
    const ofLedger = [
      ledgerId === undefined ? inEarnest(sql`e.ledger_id`, 'inbox') : sql`e.ledger_id = ${ledgerId}::uuid`,
    ];
    const ofKind = kind === undefined ? [] : [sql`e.kind = any(${kind}::text[])`];
    return models.snapshot(async (at) => {
      const { actor } = context;
      const { accountId } = actor;
      const inboxes = await inboxesOf(at, actor);
      const reader = { ...actor, mine: allOf([addressedTo(inboxes), notOwn(actor), ...ofLedger]) };
      const wanted = allOf([boxOf(box, accountId), notOwn(actor), ...ofLedger, ...ofKind]);
      const left = allOf(after(parameters));
      const page = await sql`
        select s.entry_id, s.kind, s.role, s.unit_id, s.ledger_id, s.task_id, s.task_number, s.title, s.status,
          s.shown_day::text as next_due, s.lamp_due::text, s.lamp_stopped::text, s.lamp_spared, s.lane, s.reminded_of::text, s.to_read, s.data, s.actor_name, s.event_id,
          s.position::text, s.recorded_at, s.settled_at
        from ${
          box === 'waiting'
            ? sql`(${waitingOf({ ...reader, mine: allOf([reader.mine, ...ofKind]) })}) s where ${left}`
            : sql`(${newestShown(newestOf(inboxes, allOf([wanted, left]), limit + 1), actor)}) s`
        }
        order by ${box === 'waiting' ? sql`s.shown_day, s.entry_id` : sql`s.position desc, s.kind`}
        limit ${limit + 1}`.execute(at);
      const rows = found.parse(page.rows);
      const shown = rows.slice(0, limit);
      const names = await unitNames(
        at,
        shown.flatMap((row) => [...(row.unit_id === null ? [] : [row.unit_id]), ...lateUnitOf(row)]),
      );
      const clockOf = await ownClocks(at, box === 'waiting' ? shown : [], context);
      const last = shown.at(-1);
      return {
        position: await asOf(at, 'inbox'),
        counts: { ...(await countsOf(at, reader, context)), since: await countSince(at, reader, since) },
        entries: shown.map((row) => ({ ...toEntry(row, names, context), clock: clockOf(row) })),
        next: rows.length > limit && last ? cursorOf(box, last) : null,
      };
    });
  },
});

/** An entry with its task, as it is shown to a person. */
function shownEntry(reader: DelayReader): RawBuilder<unknown> {
  return sql`e.*, ${ENTRY_ID} as entry_id, t.task_number, t.title, t.status,
    ${SHOWN_DAY} as shown_day, ${LAMP_DAY} as lamp_due, ${LAMP_STOPPED} as lamp_stopped, ${LAMP_SPARED} as lamp_spared, ${REMINDED_OF} as reminded_of,
    e.kind = 'escalate' and e.settled_at is null and coalesce(${isToRead(reader)}, false) as to_read`;
}

/**
 * What waits, once for each subject: the entry with the earliest day, of several the newest. Sorted by what stands in the tasks' rows,
 * and few enough for that: they wait for one person to act.
 */
function waitingOf({ mine, ...reader }: Reader): RawBuilder<unknown> {
  return sql`
    select distinct on (${SUBJECT}) ${shownEntry(reader)} from projection_inbox.entry e ${TASK_OF}
    where ${allOf([mine, GOES_ON, boxOf('waiting', reader.accountId)])}
    order by ${SUBJECT}, ${SHOWN_DAY}, e.position desc, ${ENTRY_ID}`;
}

/** Each event once for a kind: whoever has several posts is told by it once. */
function newestShown(newest: RawBuilder<unknown>, reader: DelayReader): RawBuilder<unknown> {
  return sql`
    select distinct on (e.position, e.kind) ${shownEntry(reader)} from (${newest}) e ${TASK_OF}
    order by e.position, e.kind, ${ENTRY_ID}`;
}

/** Waiting entries (`s`) come by their limit, undated ones last; the others (`e`) from the newest backwards. */
function after({ box, cursor }: ReadInboxParameters): Condition[] {
  if (box !== 'waiting') {
    const key = readCursor(cursor, newestKey);
    if (!key) return [];
    const [position, kind] = key;
    return [sql`e.position <= ${position}::bigint`, sql`(e.position < ${position}::bigint or e.kind > ${kind})`];
  }
  const key = readCursor(cursor, waitingKey);
  if (!key) return [];
  const [due, entryId] = key;
  if (due === null) return [sql`s.shown_day is null and s.entry_id > ${entryId}`];
  return [sql`((s.shown_day, s.entry_id) > (${due}::date, ${entryId}) or s.shown_day is null)`];
}

function cursorOf(box: ReadInboxParameters['box'], row: Stored): string {
  return writeCursor(box === 'waiting' ? [row.next_due, row.entry_id] : [row.position, row.kind]);
}

const counted = z.array(
  z.object({
    kind: inboxKindSchema,
    task_id: z.string().nullable(),
    unit_id: z.string().nullable(),
    reminded_of: z.string().nullable(),
    lamp_due: z.string().nullable(),
    entries: z.int(),
  }),
);

/**
 * How much waits. What has a clock of the reader's own counts by that, as its row shows it, and all else by the day of its task: a
 * clerk is not late because a unit is. Entries without a clock of a turn are counted together by their day.
 */
async function countsOf(at: Snapshot, reader: Reader, context: QueryContext): Promise<Omit<Inbox['counts'], 'since'>> {
  const byTurn = sql`s.kind = any(${CLOCKED_KINDS}::text[])`;
  const { rows } = await sql`
    select s.kind, case when ${byTurn} then s.task_id end as task_id, case when ${byTurn} then s.unit_id end as unit_id,
      s.reminded_of::text, s.lamp_due::text, count(*)::integer as entries
    from (${waitingOf(reader)}) s group by 1, 2, 3, 4, 5`.execute(at);
  const groups = counted.parse(rows);
  const clockOf = await ownClocks(at, groups, context);
  const days = groups.map((group) => {
    const clock = clockOf(group);
    return { ...group, own: clock !== null, day: clock === null ? group.lamp_due : clock.due };
  });
  const sum = (picked: typeof days): number => picked.reduce((total, { entries }) => total + entries, 0);
  const late = days.filter(({ day }) => day !== null && day < context.today);
  const today = days.filter(({ day }) => day === context.today);
  return {
    waiting: sum(days),
    late: sum(late.filter(({ own }) => !own)),
    dueToday: sum(today.filter(({ own }) => !own)),
    ownLate: sum(late.filter(({ own }) => own)),
    ownDueToday: sum(today.filter(({ own }) => own)),
    byKind: Object.fromEntries(
      inboxKindSchema.options
        .map((kind) => [kind, sum(days.filter((each) => each.kind === kind))] as const)
        .filter(([, count]) => count > 0),
    ),
  };
}

/** The domain's `isPastReminder`, the other way round. */
const IS_NEWS = sql`not (t.status is not null and ${HAS_ENDED} and e.kind = any(${[...REMINDERS]}::text[]))`;

/** What has come since a position and is not settled yet, as the lists show it: each once, and nothing of a suspended task. */
async function countSince(at: Snapshot, reader: Reader, since: string | undefined): Promise<number | null> {
  if (since === undefined) return null;
  const news = sql`
    select from (
      select distinct e.position, e.kind from projection_inbox.entry e
      ${TASK_OF} where ${allOf([reader.mine, sql`e.position > ${since}::bigint`, boxOf('news', reader.accountId), IS_NEWS])} limit ${MOST_UNREAD}
    ) told`;
  const waiting = sql`select from (${waitingOf(reader)}) s where s.position > ${since}::bigint limit ${MOST_UNREAD}`;
  const { rows } = await sql<{ newer: number }>`
    select least(count(*), ${MOST_UNREAD})::integer as newer
    from ((${news}) union all (${waiting})) as unread`.execute(at);
  return rows[0]?.newer ?? 0;
}

/** The unit that an entry is about: whose work it is, or whose answer to an instruction. None where it is about no unit. */
function lateUnitOf({ lane, data }: Pick<Stored, 'lane' | 'data'>): readonly string[] {
  const unit = lane ?? (data['holder'] === 'answer' ? data['unit'] : null);
  return typeof unit === 'string' ? [unit] : [];
}

function toEntry(row: Stored, names: UnitNames, day: OnDay): Omit<InboxEntry, 'clock'> {
  const standing =
    row.status === null ? { lamp: 'normal' as const, remainingWorkingDays: null } : taskStanding(row.status, row, day);
  return {
    entryId: row.entry_id,
    kind: row.kind,
    role: row.role,
    unit: row.unit_id === null ? null : names(row.unit_id),
    ledgerId: row.ledger_id,
    taskId: row.task_id,
    taskNumber: row.task_number,
    title: row.title,
    status: row.status,
    nextDue: row.next_due,
    ...standing,
    about: lateUnitOf(row).map(names)[0] ?? null,
    toRead: row.to_read,
    data: row.data,
    actorName: row.actor_name,
    eventId: row.event_id,
    position: row.position,
    recordedAt: row.recorded_at.toISOString(),
    settledAt: row.settled_at?.toISOString() ?? null,
  };
}
