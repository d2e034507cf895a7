import { type RawBuilder, sql } from 'kysely';
import { MOST_COUNTED, WAIT_KINDS, type WaitKind } from '#contracts';
import {
  type Actor,
  ANSWERING,
  type Day,
  DEFAULT_POLICY,
  type Desk,
  type Post,
  type Role,
  unitsPostedIn,
} from '#domain';
import { type Snapshot } from '../queries/read-models';
import { isDecidedBy, isPartialTo, isTheirs } from '../queries/deciding-leader';
import { isKeptOut } from '../tasks/kept-out';
import { allOf, anyOf, type Condition, inEarnest } from '../queries/sight-filter';
import { unitsLed, type UnitsOfPost } from '../queries/units-led';
import { canAct } from '../posts/can-act';
import { hasReadAll, isToRead } from '../tasks/read-delays';

/** The rows of one kind that wait for a person. */
export interface Wait {
  readonly kind: WaitKind;
  /** The desks (`d`) that it is taken from; null: from the tasks (`t`) themselves. */
  readonly desks: readonly Desk[] | null;
  readonly where: Condition;
  /** The act that it offers; left out: the desk's own. */
  readonly act?: string | null;
  /** Of tasks, the day by which they are in order; left out: that of the lamp. */
  readonly day?: RawBuilder<unknown>;
}

/** What posts of a role wait for: each post with the conditions of its ledger and its units. */
interface Of {
  readonly post: Post;
  /** The units that a leader is in charge of, else the post's own. */
  readonly units: readonly string[];
  readonly of: UnitsOfPost;
  readonly asker: Asker;
}

interface Asker {
  readonly accountId: string;
  /** Every unit in which the person holds a post. */
  readonly postedIn: readonly string[];
  readonly posts: readonly Post[];
  readonly today: Day;
}

type Waits = (of: Of) => readonly Wait[];

/** Lanes of the units given, on the desk's row. */
const ofUnits = (units: readonly string[]): Condition => sql`d.unit_ids && ${units}::uuid[]`;
const isLate = (today: Day): Condition => sql`t.lamp_due < ${today}::date`;
const isDeskLate = (today: Day): Condition => sql`d.due < ${today}::date`;

/** A unit's people: its parts until the end of the task, whether or not anybody was reminded. */
const IN_HAND: readonly Desk[] = ['accept', 'request', 'work'];

/** What each role finds in its home. Roles that are not named have no tasks to act on. */
const BY_ROLE: Readonly<Partial<Record<Role, Waits>>> = {
  'supervision-clerk': ({ asker }) => [
    { kind: 'decide', desks: ['decide'], where: allOf([sql`d.office`, notOwn(asker)]) },
    ...(['declined', 'reassign', 'assign', 'confirm'] as const).map((desk) => whole(desk)),
    { kind: 'review', desks: ['review'], where: isReviewDue(asker.today) },
    // A unit in which nobody can act answers by telephone or on paper, and no limit would bring a supporting part to mind.
    {
      kind: 'record',
      desks: ['accept'],
      where: sql`not ${canAct(sql`d.unit_ids`, sql`d.ledger_id`)}`,
      act: 'task.accept-on-behalf',
    },
    {
      kind: 'urge',
      desks: IN_HAND,
      where: allOf([isDeskLate(asker.today), canBeUrged(asker.today)]),
      act: 'task.urge',
    },
    { ...brought(asker, notUrged(asker.today)), kind: 'urge', act: 'task.urge' },
    { kind: 'late', desks: null, where: isLate(asker.today) },
  ],
  reporter: ({ units, asker: { today } }) => [
    { kind: 'accept', desks: ['accept'], where: ofUnits(units) },
    { kind: 'answer', desks: ['answer'], where: ofUnits(units) },
    // Asking for closure is for the head of the unit; until then the reporter goes on reporting.
    { kind: 'work', desks: ['request', 'work'], where: ofUnits(units), act: 'task.report' },
    { kind: 'away', desks: ['away'], where: ofUnits(units) },
    { kind: 'late', desks: IN_HAND, where: allOf([ofUnits(units), isDeskLate(today)]) },
  ],
  'unit-head': ({ units, asker: { today } }) => [
    { kind: 'accept', desks: ['accept'], where: ofUnits(units) },
    { kind: 'answer', desks: ['answer'], where: ofUnits(units) },
    { kind: 'request', desks: ['request'], where: ofUnits(units) },
    { kind: 'overdue', desks: ['work'], where: allOf([ofUnits(units), isDeskLate(today)]) },
    { kind: 'late', desks: IN_HAND, where: allOf([ofUnits(units), isDeskLate(today)]) },
  ],
  verifier: ({ asker }) => [{ kind: 'check', desks: ['check'], where: notKeptOut(asker) }],
  closer: ({ asker }) => [{ kind: 'close', desks: ['close'], where: notKeptOut(asker) }],
  leader: ({ units, of, asker }) => {
    const inPractice = sql`(${IN_PRACTICE} and d.unit_ids && ${units}::uuid[])`;
    const decides = anyOf([isDecidedBy({ units: sql`d.unit_ids`, office: sql`d.office` }, of), inPractice]);
    const late = allOf([isLate(asker.today), sql`t.lead_unit_ids && ${units}::uuid[]`]);
    // What was brought to them since is to be read, whatever a leader did about the task today.
    const isOpen = anyOf([isToRead(asker), notDealtWith(asker.today)]);
    const looksOn = allOf([late, sql`not ${hasReadAll(asker)}`, isOpen]);
    return [
      {
        kind: 'decide',
        desks: ['decide'],
        where: allOf([decides, notOwn(asker)]),
      },
      // Before the assignment, or after it is taken back, there is no unit to instruct.
      { kind: 'overdue', desks: null, where: allOf([looksOn, HAS_UNITS]), act: 'task.instruct' },
      { kind: 'overdue', desks: null, where: allOf([looksOn, sql`not ${HAS_UNITS}`]), act: null },
      { ...brought(asker, sql`true`), kind: 'overdue', act: 'task.instruct' },
      { kind: 'late', desks: null, where: late },
    ];
  },
};

function whole(desk: Desk): Wait {
  return { kind: desk, desks: [desk], where: sql`true` };
}

const IN_PRACTICE = sql`not (${inEarnest(sql`d.ledger_id`, 'tasks')})`;

/** Nobody decides what they themselves have asked for, nor about a unit in which they stand, but in practice. */
function notOwn(asker: Asker): Condition {
  const isNamed = isTheirs(
    { leader: sql`d.leader_id`, post: sql`d.leader_post_id`, units: sql`d.unit_ids`, ledger: sql`d.ledger_id` },
    asker.accountId,
  );
  const isAsker = sql`${asker.accountId}::uuid = any(d.not_by)`;
  const isPartial = isPartialTo(asker.posts, { units: sql`d.not_of`, ledger: sql`d.ledger_id` });
  return sql`(${IN_PRACTICE} or (not ${isAsker} and not ${isPartial} and ${isNamed}))`;
}

/** Nobody checks or closes what they had a part in, but in practice. */
function notKeptOut(asker: Asker): Condition {
  return sql`(${IN_PRACTICE} or not ${isKeptOut(asker)})`;
}

/** The months of the task's rules have passed since it was last heard of, or looked at. */
function isReviewDue(today: Day): Condition {
  return sql`(d.since at time zone 'Asia/Shanghai')::date + make_interval(months => coalesce((
      select (p.policy->'clocks'->>'reviewMonths')::integer
      from projection_tasks.task r join projection_rules.policy p on p.version = r.rules_policy
      where r.task_id = d.task_id), ${DEFAULT_POLICY.clocks.reviewMonths}::integer)) <= ${today}::date`;
}

/** Units have the task: there is somebody to instruct and to urge. */
const HAS_UNITS = sql`t.status = any(${ANSWERING}::text[])`;

/**
 * A delay was brought to the reader who has not read it, whatever the limits of the task: an assignment that a unit does not answer, an
 * instruction, a part of a supporting unit. It waited in the inbox while the home said nothing of it.
 */
function brought(asker: Asker, notYet: Condition): Pick<Wait, 'desks' | 'where' | 'day'> {
  const where = allOf([HAS_UNITS, isToRead(asker), sql`(${isLate(asker.today)}) is not true`, notYet]);
  return { desks: null, where, day: sql`t.late_since` };
}

/** It (`t`) was not urged today: the same demand is not made twice on one day. */
function notUrged(today: Day): Condition {
  return sql`t.last_urged_on is distinct from ${today}::date`;
}

/** A late lead that has not been urged today. */
function canBeUrged(today: Day): Condition {
  return sql`exists (
    select from projection_tasks.task t where t.task_id = d.task_id
      and d.item = any(t.lead_unit_ids::text[]) and ${notUrged(today)})`;
}

/** Today its units were given no instruction, and no measure was decided on: the row of a leader comes back the next day. */
function notDealtWith(today: Day): Condition {
  return sql`(t.last_instructed_on is distinct from ${today}::date and t.last_measure_on is distinct from ${today}::date)`;
}

/**
 * All that waits for a person, by the posts that they hold now.
 * @param ledgerId of this ledger only; left out, of every ledger but those for practice
 */
export async function waitsFor(
  at: Snapshot,
  { posts, accountId }: Pick<Actor, 'posts' | 'accountId'>,
  today: Day,
  ledgerId: string | undefined,
): Promise<readonly Wait[]> {
  const unitsOf = await unitsLed(at, posts);
  const postedIn = [...unitsPostedIn(posts)];
  return posts.flatMap((post) => {
    const of = unitsOf(post);
    const waits = BY_ROLE[post.role]?.({ post, units: of.led, of, asker: { accountId, postedIn, posts, today } }) ?? [];
    return waits.map((wait) => ({ ...wait, where: allOf([...inLedgers(post, ledgerId, wait), wait.where]) }));
  });
}

/** A post without a ledger is for all of them; practice comes where the practice ledger is asked for. */
function inLedgers({ ledgerId: own }: Post, asked: string | undefined, { desks }: Wait): readonly Condition[] {
  const column = desks === null ? sql`t.ledger_id` : sql`d.ledger_id`;
  return [
    own === null || asked === undefined ? inEarnest(column, 'tasks') : sql`true`,
    ...[own, asked].flatMap((id) => (typeof id === 'string' ? [sql`${column} = ${id}::uuid`] : [])),
  ];
}

/** Tasks (`t`) that wait for a person in one of these kinds. */
export function waitingIn(waits: readonly Wait[], kinds: readonly WaitKind[]): Condition {
  return anyOf(
    waits
      .filter(({ kind }) => kinds.includes(kind))
      .map((wait) =>
        wait.desks === null
          ? wait.where
          : sql`exists (select from projection_tasks.desk d where d.task_id = t.task_id and ${onDesks(wait.desks, wait.where)})`,
      ),
  );
}

function onDesks(desks: readonly Desk[], where: Condition): Condition {
  return allOf([sql`d.desk = any(${[...desks]}::text[])`, where]);
}

/**
 * The rows of what waits: of each kind the oldest, one more than are counted. Columns: task_id, kind, rank, item, act, due, stopped, since
 * and order_day.
 */
export function waitingRows(waits: readonly Wait[]): RawBuilder<unknown> {
  if (waits.length === 0) return NOTHING;
  return sql.join(alike(waits).map(rowsOf), sql` union all `);
}

const NOTHING = sql`
  select null::uuid as task_id, ''::text as kind, 0 as rank, ''::text as item, null::text as act, null::date as due,
    null::date as stopped, ''::text as spared, null::timestamptz as since, null::date as order_day where false`;

/** Waits of several posts that differ by nothing but the post are one: each row is found once. */
function alike(waits: readonly Wait[]): readonly Wait[] {
  const found = new Map<string, Wait>();
  for (const wait of waits) {
    const key = JSON.stringify([wait.kind, wait.desks, wait.act, wait.day === undefined]);
    const known = found.get(key);
    found.set(key, known ? { ...wait, where: anyOf([known.where, wait.where]) } : wait);
  }
  return [...found.values()];
}

function rowsOf({ kind, desks, where, act, day = sql`t.lamp_due` }: Wait): RawBuilder<unknown> {
  const rank = WAIT_KINDS.indexOf(kind);
  const named = sql`${kind}::text as kind, ${rank}::integer as rank`;
  if (desks === null) {
    return sql`
      (select t.task_id, ${named}, ''::text as item, ${act ?? null}::text as act, t.lamp_due as due, t.lamp_stopped as stopped, t.lamp_spared as spared,
        null::timestamptz as since, ${day} as order_day
      from projection_tasks.task t where ${where} order by order_day, t.task_id limit ${MOST_COUNTED + 1})`;
  }
  return sql`
    (select distinct on (d.order_day, d.task_id) d.task_id, ${named}, d.item,
      ${act === undefined ? sql`d.act` : sql`${act}::text`} as act, d.due, null::date as stopped, ''::text as spared, d.since, d.order_day
    from projection_tasks.desk d where ${onDesks(desks, where)}
    order by d.order_day, d.task_id, d.item limit ${MOST_COUNTED + 1})`;
}
