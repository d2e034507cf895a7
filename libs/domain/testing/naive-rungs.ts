import {
  addMonths,
  addWorkingDays,
  dayInShanghai,
  daysBetween,
  addDays,
  epochMillis,
  instantText,
  isWorkingDay,
  nextPeriod,
  periodById,
  periodOf,
  rollBackward,
  shanghaiInstant,
  workingDaysBetween,
  type CompiledCalendar,
  type Day,
  type DueOn,
  type Instant,
  type Period,
  type Recurrence,
} from '../src/calendar';

/**
 * Which rungs should have gone out, and to whom: a slow second reading of the rules, written from the field's rules and the list of
 * events alone. It shares no code with the planner but the calendar, so that a fault in one of the two shows as a difference.
 *
 * It walks through time day by day. At 08:50 of each day it asks who owes what, by what was recorded until then, and whose rung has
 * its day today.
 */

/** Who is told of a rung. `handler`, `unit-head` and `leader` belong to the late unit, `holder` and `holder-head` to whoever else is late; the
 * `giver` gave the instruction that is not answered; a `stand-in` is the office where nobody else could be told. */
export type Relation =
  'handler' | 'unit-head' | 'leader' | 'office' | 'lead-handler' | 'holder' | 'holder-head' | 'giver' | 'stand-in';

/** Somebody with a post who can sign in. */
export interface NaivePerson {
  readonly accountId: string;
  readonly role: string;
  readonly unitId: string;
  /** The units in a leader's charge; empty: all below. */
  readonly inCharge: readonly string[];
}

/** Who there is, all the time, and which units stand above which: each by the unit right above it. */
export interface NaiveOffice {
  readonly people: readonly NaivePerson[];
  readonly parents: ReadonlyMap<string, string>;
}

/** Nobody holds a post: for readings that ask only when a rung goes out. */
export const EMPTY_OFFICE: NaiveOffice = { people: [], parents: new Map() };

/** A rung that should have gone out. A unit's has a lane (and no limit when the unit only owes an answer, and a holder too where that is one to an instruction); any other has a holder. */
export interface NaiveRung {
  readonly at: Instant;
  readonly lane: string | null;
  readonly holder: string | null;
  readonly limitId: string | null;
  readonly period: string | null;
  readonly rungId: string;
  /** The real due day, also where the rungs count from a later day. */
  readonly due: Day;
  readonly told: readonly Relation[];
  /** The people who are told, each with what they are to the late one first. */
  readonly people: readonly { readonly relation: Relation; readonly accountId: string }[];
}

interface Recorded<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
  readonly recordedAt: Instant;
  readonly commandId: string;
  /** The unit under whose post it was done; left out where that says nothing. */
  readonly unitId?: string | null;
  /** Who did it, under a post with which role; left out where that says nothing. */
  readonly accountId?: string;
  readonly role?: string;
}

/** When a limit is due; of a recurring one `due` is the end of the duty. */
export interface NaiveTerms {
  readonly due: Day | null;
  readonly recurrence: Recurrence | null;
  readonly dueOn: DueOn | null;
}

/** A limit as a draft or an addition names it. */
export type NaiveLimit = NaiveTerms & { readonly limitId: string };

/** A unit that is responsible for the task. */
export interface NaiveLane {
  readonly unitId: string;
  readonly role: 'lead' | 'support';
}

/** What a lane owes: a limit, or one period of a recurring one. */
export interface NaiveObligation {
  readonly lane: string;
  readonly limitId: string;
  readonly period: string | null;
}

/** Days for which a limit stood still: from the first one up to the day on which it went on. */
export interface NaiveStandstill {
  readonly from: Day;
  readonly to: Day;
}

interface Opened {
  readonly obligation: NaiveObligation;
  readonly due: Day | null;
  /** False for a new day. */
  readonly kept?: boolean;
}

/** Events that change no clock. */
type Quiet =
  | 'task.urged'
  | 'rung.fired'
  | 'delay.read'
  | 'measure.taken'
  | 'task.split'
  | 'child.ended'
  | 'child.reopened'
  | 'rules.moved';

/** An event of one task as the naive reading takes it: of its data only what the clocks need. Events come in the order of their recording. */
export type NaiveEvent =
  | Recorded<'task.drafted', { readonly content: { readonly limits: readonly NaiveLimit[] } }>
  | Recorded<'task.confirmed', { readonly leads: readonly string[] }>
  | Recorded<'task.content-changed', { readonly changes: { readonly leads?: readonly string[] | undefined } }>
  | Recorded<'task.hung', unknown>
  | Recorded<'task.assigned', { readonly lanes: readonly NaiveLane[]; readonly replyBy: Day | null }>
  | Recorded<
      'lanes.changed',
      {
        readonly added: readonly NaiveLane[];
        readonly removed: readonly string[];
        readonly askedBy?: { readonly accountId: string } | undefined;
      }
    >
  | Recorded<'lane.accepted' | 'lane.declined', { readonly lane: string; readonly onBehalf?: unknown }>
  | Recorded<'lane.reported', { readonly lane: string; readonly done: readonly Omit<NaiveObligation, 'lane'>[] }>
  | Recorded<'lane.claimed', { readonly lane: string; readonly claimed: readonly NaiveObligation[] }>
  | Recorded<'limit.added', { readonly limit: NaiveLimit; readonly owedBy: readonly string[] }>
  | Recorded<
      'limit.moved',
      {
        readonly limitId: string;
        readonly period: string | null;
        readonly to: NaiveTerms;
        readonly kind: string;
        /** Of a suspension: from which day up to which one the limit stood still. */
        readonly stood?: NaiveStandstill;
      }
    >
  | Recorded<'limit.removed', { readonly limitId: string }>
  | Recorded<'task.suspended' | 'task.resumed', { readonly on: Day }>
  | Recorded<'check.passed', unknown>
  | Recorded<
      'check.returned',
      { readonly to: readonly string[]; readonly open: readonly Opened[]; readonly level?: number | null }
    >
  | Recorded<'task.closed' | 'task.voided' | 'task.terminated', unknown>
  | Recorded<'task.reopened', { readonly lanes: readonly string[]; readonly open: readonly Opened[] }>
  | Recorded<
      'proposal.made',
      {
        readonly proposalId: string;
        readonly act: string;
        /** Of an extension: what it asks for; of a measure: the unit, and what is proposed. Nothing of any other act is looked at. */
        readonly data: {
          readonly limitId?: string;
          readonly period?: string | null;
          readonly lane?: string;
          readonly measures?: readonly string[];
        };
        /** The unit for which the office asked, and the day on which that unit said so. */
        readonly onBehalf?: { readonly unitId: string; readonly saidOn: Day } | undefined;
      }
    >
  | Recorded<
      'proposal.decided',
      { readonly proposalId: string; readonly result: 'approved' | 'refused' | 'overtaken' | 'taken-back' }
    >
  | Recorded<
      'instruction.given',
      {
        readonly instructionId: string;
        readonly lanes: readonly string[];
        readonly answerBy: Day;
        readonly onBehalf?: unknown;
      }
    >
  | Recorded<'instruction.answered', { readonly instructionId: string; readonly lane: string }>
  | Recorded<'task.withdrawn', { readonly commandId: string }>
  | Recorded<Quiet, unknown>;

/** A span of time in which the program was down; `to` is the moment at which it was back. */
export interface Sleep {
  readonly from: Instant;
  readonly to: Instant;
}

/** The rungs with a moment up to and including `until`, in the order in which they go out. */
export function rungsThatShouldHaveGoneOut(
  history: readonly NaiveEvent[],
  until: Instant,
  calendar: CompiledCalendar,
  asleep: readonly Sleep[] = [],
  office: NaiveOffice = EMPTY_OFFICE,
): readonly NaiveRung[] {
  const situations = situationsOf(history);
  const looks = [...looksOf(history, until, calendar, asleep), ...recallLooks(history, until, calendar)].sort(
    (one, other) => one.wake - other.wake || one.moment - other.moment,
  );
  const out: Call[] = [];
  for (const wake of new Set(looks.map((look) => look.wake))) {
    // Choices: what is recorded at the very moment of a look counts; after a sleep the program judges by what it knows when it wakes.
    const situation = situations.findLast(({ at }) => at <= wake);
    if (situation === undefined) continue;
    const calls = looks
      .filter((look) => look.wake === wake)
      .flatMap((look) => callsOf(look, situation, calendar, office))
      .filter((call) => !wentOut(call, out, situation.task) && !(call.recall && isBelow(call, out)));
    const awake = calls.filter((call) => !overslept(call, calls));
    out.push(...awake.map((call) => withoutJoined(call, awake, situation.task)));
  }
  return out.map(({ rung }) => rung);
}

// ---- Looks: 08:50 of every day -------------------------------------------------------------------------------------------------

interface Look {
  readonly day: Day;
  /** 08:50 of the day. */
  readonly moment: number;
  /** The moment itself, or the end of the sleep that it falls into. */
  readonly wake: number;
  /** The moments at which something was taken back, by which it is made up for; none: it is its own day. */
  readonly recalls: readonly number[];
}

/** Only working days: a day that is counted in working days always works. */
function looksOf(
  history: readonly NaiveEvent[],
  until: Instant,
  calendar: CompiledCalendar,
  asleep: readonly Sleep[],
): Look[] {
  const first = history[0];
  if (first === undefined) return [];
  const from = dayInShanghai(first.recordedAt);
  const count = Math.max(0, daysBetween(from, dayInShanghai(until)) + 1);
  return Array.from({ length: count }, (_, index) => addDays(from, index))
    .filter((day) => isWorkingDay(day, calendar))
    .map((day) => lookOn(day, asleep, calendar))
    .filter(({ wake }) => wake <= epochMillis(until));
}

function lookOn(day: Day, asleep: readonly Sleep[], calendar: CompiledCalendar): Look {
  const moment = epochMillis(shanghaiInstant(day, '08:50'));
  return { day, moment, wake: atWork(wakeOf(moment, asleep), calendar), recalls: [] };
}

/** Nothing goes out on a day off, nor before the morning's 08:50: what is made up for waits until then. */
function atWork(moment: number, calendar: CompiledCalendar): number {
  const day = dayInShanghai(moment);
  const next = isWorkingDay(day, calendar) ? day : addWorkingDays(day, 1, calendar);
  return Math.max(moment, epochMillis(shanghaiInstant(next, '08:50')));
}

/**
 * Who takes a request for more time or a step back gains nothing by it: what it had held back is made up for at that moment. Choice: as after a
 * sleep, of the rungs of an obligation only the last goes out; a notice only where no rung does.
 */
function recallLooks(history: readonly NaiveEvent[], until: Instant, calendar: CompiledCalendar): Look[] {
  const recalls = history.flatMap((event) =>
    (event.type === 'proposal.decided' && event.data.result === 'taken-back') ||
    event.type === 'task.withdrawn' ||
    event.type === 'check.returned'
      ? [epochMillis(event.recordedAt)]
      : [],
  );
  const days = looksOf(history, until, calendar, []);
  return [...new Set(recalls.map((recall) => atWork(recall, calendar)))]
    .filter((wake) => wake <= epochMillis(until))
    .flatMap((wake) =>
      days.flatMap(({ day, moment }) => {
        const after = recalls.filter((recall) => atWork(recall, calendar) === wake && moment < recall);
        return after.length > 0 ? [{ day, moment, wake, recalls: after }] : [];
      }),
    );
}

/** Sleeps may overlap, or one may begin when another ends. */
function wakeOf(moment: number, asleep: readonly Sleep[]): number {
  const sleep = asleep.find(({ from, to }) => epochMillis(from) <= moment && moment < epochMillis(to));
  return sleep === undefined ? moment : wakeOf(epochMillis(sleep.to), asleep);
}

// ---- Calls: a rung whose day it is ---------------------------------------------------------------------------------------------

interface Call {
  readonly rung: NaiveRung;
  /** When it should have gone out had nobody slept. */
  readonly moment: number;
  readonly wake: number;
  /** When the latest climb of its obligation began. */
  readonly climb: number;
  readonly recall: boolean;
}

function callsOf(look: Look, situation: Situation, calendar: CompiledCalendar, office: NaiveOffice): Call[] {
  const clocks = clocksOf(situation, look.day, calendar);
  const isRecall = look.recalls.length > 0;
  const told = isRecall ? clocks.filter((clock) => wasHeldBack(look, clock)) : clocks;
  return told.flatMap((clock) => {
    const step = stepOn(look, clock, calendar);
    if (step === null || (step.rungId.startsWith('notice') && isOwedLonger(clock, clocks))) return [];
    const { rungId, told } = step;
    const known = told.filter((relation) => relation !== 'lead-handler' || hasLead(situation.task));
    const meantFor = rungId.startsWith('propose') ? known.map(asDecider) : known;
    const people = peopleTold(clock.owner, meantFor, situation.task, office);
    const rung = { at: instantText(look.wake), ...clock.owner, rungId, told: known, people, due: clock.due };
    return [{ rung, moment: look.moment, wake: look.wake, climb: clock.climb, recall: isRecall }];
  });
}

function wasHeldBack({ day, recalls }: Look, { due, start, recalledAt, givenBackAt }: Clock): boolean {
  if (recalls.some((recall) => givenBackAt.includes(recall))) return true;
  return recalls.some((recall) => recalledAt.includes(recall)) && day > laterDay(due, dayInShanghai(start));
}

/** The unit that takes back a step of its own; null for any other event, and where the office takes back what it recorded for a unit. */
function takenBackBy(event: NaiveEvent, history: readonly NaiveEvent[]): string | null {
  return unitsOfStep(event, history).find((unitId) => unitId === event.unitId) ?? null;
}

/** The units in whose name the step was taken that is taken back. */
function unitsOfStep(event: NaiveEvent, history: readonly NaiveEvent[]): readonly string[] {
  if (event.type !== 'task.withdrawn') return [];
  const { commandId } = event.data;
  return history.flatMap((step) => (step.commandId === commandId ? stepsOfUnits(step) : []));
}

function stepsOfUnits(step: NaiveEvent): readonly string[] {
  switch (step.type) {
    case 'lane.accepted':
    case 'lane.declined':
    case 'lane.reported':
    case 'lane.claimed':
    case 'instruction.answered':
      return [step.data.lane];
    default:
      return [];
  }
}

/**
 * Choice: one 通报 or 约谈 waits at a time for a unit, and stands for all its delays. A proposal that falls due beside it tells nobody; of several
 * on one day the first by limit, period and day does. A waiting 挂牌督办 stands in nobody's way.
 */
function withoutJoined(call: Call, calls: readonly Call[], task: Task): Call {
  const { rung } = call;
  if (rung.rungId !== PROPOSAL) return call;
  const others = calls.filter((each) => each.rung.rungId === PROPOSAL && each.rung.lane === rung.lane);
  const [first] = [...others].sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
  const waits = [...task.proposals.values()].some(
    (proposal) => isLadderMeasure(proposal) && proposal.lane === rung.lane && proposal.decided === null,
  );
  return waits || first !== call ? { ...call, rung: { ...rung, people: [] } } : call;
}

function isLadderMeasure({ act, measures }: Proposal): boolean {
  return act === MEASURE && !measures.includes('listed');
}

const MEASURE = 'task.take-measure';

function placeOf({ rung: { limitId, period, due } }: Call): string {
  return [limitId, period ?? 'once', due].join('__');
}

/** Choice: of the periods of one duty the one that is owed longest is told again, and no other. */
function isOwedLonger({ owner, due }: Clock, clocks: readonly Clock[]): boolean {
  const { lane, limitId, holder } = owner;
  if (limitId === null) return false;
  return clocks.some(
    (other) => other.owner.lane === lane && other.owner.limitId === limitId && holder === null && other.due < due,
  );
}

/** Choice: a lead that has declined is told nothing of the supporting units, also while no other one leads the task. */
function hasLead({ lanes }: Task): boolean {
  return [...lanes.values()].some(({ role, answer }) => role === 'lead' && answer !== 'declined');
}

/**
 * The same rung of the same due day goes out once in a climb. A proposal goes out once in a climb whatever the due day. Choice: one that was
 * overtaken leaves room for another by another day.
 */
function wentOut({ rung, climb }: Call, out: readonly Call[], task: Task): boolean {
  return out.some(
    (earlier) =>
      earlier.wake >= climb &&
      sameOwner(earlier.rung, rung) &&
      earlier.rung.rungId === rung.rungId &&
      (earlier.rung.due === rung.due || (rung.rungId === PROPOSAL && !wasOvertaken(earlier, task))),
  );
}

/** Nothing below a rung that has gone out is made up for. */
function isBelow({ rung, moment, climb }: Call, out: readonly Call[]): boolean {
  return out.some(
    (earlier) =>
      earlier.wake >= climb &&
      earlier.moment > moment &&
      earlier.rung.due === rung.due &&
      sameOwner(earlier.rung, rung),
  );
}

function wasOvertaken({ rung, wake }: Call, { proposals }: Task): boolean {
  return [...proposals.values()].some(
    (proposal) =>
      isLadderMeasure(proposal) &&
      proposal.lane === rung.lane &&
      dayInShanghai(proposal.madeAt) <= dayInShanghai(wake) &&
      proposal.decided?.result === 'overtaken' &&
      proposal.decided.at > wake,
  );
}

/** Of the rungs of one obligation or holder that are made up for, and the one of that morning, only the last goes out. */
function overslept(call: Call, calls: readonly Call[]): boolean {
  const isLate = ({ moment, wake }: Call): boolean => moment < wake;
  return calls.some(
    (other) =>
      other !== call &&
      (isLate(call) || isLate(other)) &&
      comesInstead(other, call) &&
      sameOwner(other.rung, call.rung),
  );
}

function comesInstead(one: Call, other: Call): boolean {
  if ((one.recall || other.recall) && isNotice(one) !== isNotice(other)) return isNotice(other);
  return one.moment > other.moment;
}

function isNotice({ rung: { rungId } }: Call): boolean {
  return rungId.startsWith('notice');
}

function sameOwner(one: Owner, other: Owner): boolean {
  return (
    one.lane === other.lane &&
    one.holder === other.holder &&
    one.limitId === other.limitId &&
    one.period === other.period
  );
}

// ---- People: whom the words of a ladder mean -----------------------------------------------------------------------------------

type ToldPerson = NaiveRung['people'][number];

/** A proposed measure is told to the leader who decides on it. */
function asDecider(relation: Relation): Meant {
  return relation === 'leader' ? 'decider' : relation;
}

type Meant = Relation | 'decider';

/**
 * Nobody is told twice. Choices: for a unit in which nobody can act the office is told as soon as the unit itself is to be told, as the
 * first of all; so it is where nobody holds any of the posts.
 */
function peopleTold(owner: Owner, told: readonly Meant[], task: Task, office: NaiveOffice): readonly ToldPerson[] {
  const standIns = clerks(office).map(({ accountId }) => ({ relation: 'stand-in', accountId }) as const);
  const isRecorded = instructionOf(owner.holder, task)?.recorded === true;
  const named = told.flatMap((relation) =>
    meant(relation, owner, task, office).map(({ accountId }) => ({
      relation:
        relation === 'giver' && isRecorded
          ? ('office' as const)
          : relation === 'decider'
            ? ('leader' as const)
            : relation,
      accountId,
    })),
  );
  const silent = owner.lane !== null && actingIn(owner.lane, office).length === 0;
  const toUnit = told.includes('handler') || told.includes('unit-head');
  if (silent && toUnit) return onceEach([...standIns, ...named]);
  return named.length === 0 ? standIns : onceEach(named);
}

function onceEach(told: readonly ToldPerson[]): readonly ToldPerson[] {
  return told.filter(({ accountId }, index) => told.findIndex((earlier) => earlier.accountId === accountId) === index);
}

function meant(relation: Meant, { lane, limitId, holder }: Owner, task: Task, office: NaiveOffice) {
  const unit = lane ?? '';
  switch (relation) {
    case 'handler':
      // Choice: the head of a unit may answer for it as well, so an answer is asked of both.
      return limitId === null ? actingIn(unit, office) : handlersOf(unit, task, office);
    case 'unit-head':
      return inUnit('unit-head', unit, office);
    case 'leader':
      return lane === null ? leadersOfHolder(holder ?? '', task, office) : leadersOver([lane], office);
    case 'decider': {
      const decider = deciderOn(unit, office);
      // Choice: where nobody decides, the leaders of the unit are told all the same.
      return decider.length > 0 ? decider : leadersOver([unit], office);
    }
    case 'giver':
      return giverOf(instructionOf(holder, task), unit, office);
    case 'office':
    case 'stand-in':
      return clerks(office);
    case 'lead-handler':
      return leadsAtWork(task).flatMap(({ unitId }) => handlersOf(unitId, task, office));
    case 'holder':
      return thoseWhoHold(holder ?? '', task, office);
    case 'holder-head':
      return unitsOf(thoseWhoHold(holder ?? '', task, office).filter(({ role }) => role !== 'leader')).flatMap((each) =>
        inUnit('unit-head', each, office),
      );
  }
}

function instructionOf(holder: string | null, task: Task): Instruction | undefined {
  return task.instructions.get(holder?.split(' ')[1] ?? '');
}

/** Choices: once the giver of an instruction has no such post any more, the leaders in charge of the unit are told; of one that the office recorded, the office. */
function giverOf(given: Instruction | undefined, unit: string, office: NaiveOffice): readonly NaivePerson[] {
  if (given?.recorded === true) return clerks(office);
  const leaders = inUnit('leader', given?.unitId ?? '', office);
  const own = leaders.filter(({ accountId }) => accountId === given?.accountId);
  return own.length > 0 ? own : leadersOver([unit], office);
}

function leadsAtWork({ lanes }: Task): Lane[] {
  return [...lanes.values()].filter(({ role, answer }) => role === 'lead' && answer !== 'declined');
}

/** Who accepted the lane, else the unit's reporters. Choices: who accepted it must act for the unit still; a unit without reporters has its head. */
function handlersOf(unit: string, { lanes }: Task, office: NaiveOffice): readonly NaivePerson[] {
  const acceptedBy = lanes.get(unit)?.acceptedBy ?? null;
  const accepter = actingIn(unit, office).filter(({ accountId }) => accountId === acceptedBy);
  const reporters = inUnit('reporter', unit, office);
  if (accepter.length > 0) return accepter;
  return reporters.length > 0 ? reporters : inUnit('unit-head', unit, office);
}

function actingIn(unit: string, office: NaiveOffice): readonly NaivePerson[] {
  return [...inUnit('reporter', unit, office), ...inUnit('unit-head', unit, office)];
}

function inUnit(role: string, unit: string, { people }: NaiveOffice): readonly NaivePerson[] {
  return people.filter((person) => person.role === role && person.unitId === unit);
}

function withRole(role: string, { people }: NaiveOffice): readonly NaivePerson[] {
  return people.filter((person) => person.role === role);
}

function clerks(office: NaiveOffice): readonly NaivePerson[] {
  return withRole('supervision-clerk', office);
}

/** Choices: a leader who lists the units, or some above them, comes before those with everything below them in their charge; whose list is without one of them is not told. */
function leadersOver(units: readonly string[], office: NaiveOffice): readonly NaivePerson[] {
  const leaders = withRole('leader', office);
  const has = (tops: readonly string[]) =>
    units.length > 0 && units.every((unit) => withAllAbove(unit, office).some((each) => tops.includes(each)));
  const lists = leaders.filter(({ inCharge }) => has(inCharge));
  return lists.length > 0 ? lists : leaders.filter(({ unitId, inCharge }) => inCharge.length === 0 && has([unitId]));
}

/**
 * Whoever stands in a unit by any post decides nothing about it. Choice: of the office itself, in which all clerks stand, only whoever does its
 * work is left out.
 */
function isPartialTo(unit: string, { accountId }: NaivePerson, office: NaiveOffice): boolean {
  const own = office.people.filter((person) => person.accountId === accountId && person.unitId === unit);
  const isOffice = clerks(office).length > 0 && clerks(office).every(({ unitId }) => unitId === unit);
  return own.some(({ role }) => !isOffice || role === 'reporter' || role === 'unit-head');
}

function withoutThose(isOut: (person: NaivePerson) => boolean, office: NaiveOffice): NaiveOffice {
  return { ...office, people: office.people.filter((person) => person.role !== 'leader' || !isOut(person)) };
}

/** The leader nearest above a unit who holds no post in it; where there is none, the office's, who may stand in it where it is the office itself. Choice: of several, the first. */
function deciderOn(unit: string, office: NaiveOffice): readonly NaivePerson[] {
  const standsThere = ({ accountId }: NaivePerson) =>
    office.people.some((person) => person.accountId === accountId && person.unitId === unit);
  const above = leadersOver([unit], withoutThose(standsThere, office));
  const ofOffice = withRole('leader', office).filter(
    (leader) =>
      !isPartialTo(unit, leader, office) &&
      clerks(office).some((clerk) =>
        withAllAbove(clerk.unitId, office).some((each) => chargeOf(leader).includes(each)),
      ),
  );
  const able = above.length > 0 ? above : ofOffice;
  const nearest = withAllAbove(unit, office).flatMap((each) =>
    able.filter((leader) => chargeOf(leader).includes(each)),
  );
  return [...nearest, ...able].slice(0, 1);
}

function chargeOf({ unitId, inCharge }: NaivePerson): readonly string[] {
  return inCharge.length > 0 ? inCharge : [unitId];
}

function withAllAbove(unit: string, office: NaiveOffice): readonly string[] {
  const parent = office.parents.get(unit);
  return parent === undefined ? [unit] : [unit, ...withAllAbove(parent, office)];
}

/** Choice: where no leader stands above the unit of a holder, every leader is told. */
function leadersOfHolder(holder: string, task: Task, office: NaiveOffice): readonly NaivePerson[] {
  const leaders = unitsOf(thoseWhoHold(holder, task, office)).flatMap((unit) => leadersOver([unit], office));
  return leaders.length > 0 ? leaders : withRole('leader', office);
}

function unitsOf(people: readonly NaivePerson[]): readonly string[] {
  return [...new Set(people.map(({ unitId }) => unitId))];
}

/** Choice: nobody is told to decide what they asked for themselves, or what concerns a unit in which they stand; the office decides, and the leaders over the unit that asked, or over the leads. */
function thoseWhoHold(holder: string, task: Task, office: NaiveOffice): readonly NaivePerson[] {
  const [kind, id = ''] = holder.split(' ');
  if (kind === 'check')
    return withRole('verifier', office).filter((person) => !isPartial(person, 'check', task, office));
  if (kind === 'close') return withRole('closer', office).filter((person) => !isPartial(person, 'close', task, office));
  const proposal = kind === 'decide' ? task.proposals.get(id) : undefined;
  if (proposal === undefined) return clerks(office);
  const asking = unitsAsking(proposal, task);
  // Choice: a measure goes to one leader by name.
  if (proposal.act === 'task.take-measure') return asking.flatMap((unit) => deciderOn(unit, office));
  const judged = [...asking, ...leadsOf(task)];
  const isOut = (person: NaivePerson): boolean =>
    person.accountId === proposal.by || judged.some((unit) => isPartialTo(unit, person, office));
  return [...clerks(office).filter((clerk) => !isOut(clerk)), ...leadersOver(asking, withoutThose(isOut, office))];
}

/**
 * Who did some of the work, or holds a post in a unit that has or had a part in it, neither checks nor closes. Choice: taking a step back
 * makes nobody impartial.
 */
function isPartial(
  { accountId }: NaivePerson,
  act: 'check' | 'close',
  { lanes, parts }: Task,
  office: NaiveOffice,
): boolean {
  const out = act === 'check' ? parts.assigned : parts.checked;
  const own = office.people.filter((person) => person.accountId === accountId).map(({ unitId }) => unitId);
  return (
    parts.worked.has(accountId) || out.has(accountId) || own.some((unit) => lanes.has(unit) || parts.units.has(unit))
  );
}

/** More time of one limit is asked for by one unit for all that owe it. Choice: while the office decides who gets the task, the leads are those that it has chosen and those that have the task already. */
function unitsAsking(
  { act, lane, byOffice, unitId, limitId, period }: Proposal,
  { lanes, limits, done, chosen }: Task,
): readonly string[] {
  if (act === 'task.take-measure') return lane === null ? [] : [lane];
  const limit = limits.get(limitId ?? '');
  const owing = [...lanes.values()].filter(
    (each) =>
      act === 'task.extend' &&
      limit !== undefined &&
      each.answer !== 'declined' &&
      owes(each, limit) &&
      !done.has(keyOf({ lane: each.unitId, limitId: limit.limitId, period })),
  );
  if (!byOffice) return unitId === null ? [] : [unitId, ...owing.map((each) => each.unitId)];
  return leadsOf({ lanes, chosen });
}

function leadsOf({ lanes, chosen }: Pick<Task, 'lanes' | 'chosen'>): readonly string[] {
  const leads = [...lanes.values()].filter(({ role }) => role === 'lead');
  const left = leads.filter(({ answer }) => answer !== 'declined').map((each) => each.unitId);
  return lanes.size > 0 && left.length === leads.length ? left : [...new Set([...chosen, ...left])];
}

// ---- Ladders -------------------------------------------------------------------------------------------------------------------

interface Step {
  readonly rungId: string;
  readonly told: readonly Relation[];
}

interface Ladder {
  /** By working days from the due day; negative before it. */
  readonly steps: ReadonlyMap<number, Step>;
  /** From this day on a notice every five working days; null: never. */
  readonly noticesFrom: number | null;
  readonly noticeTold: readonly Relation[];
}

const PROPOSAL = 'propose-10';

/** The default ladder of a lead. */
const LEAD: Ladder = {
  steps: new Map([
    [-7, { rungId: 'remind-7', told: ['handler'] }],
    [-3, { rungId: 'remind-3', told: ['handler'] }],
    [0, { rungId: 'due', told: ['handler', 'unit-head'] }],
    [1, { rungId: 'urge-1', told: ['handler', 'unit-head', 'leader'] }],
    [5, { rungId: 'escalate-5', told: ['unit-head', 'leader', 'office'] }],
    [10, { rungId: PROPOSAL, told: ['leader'] }],
  ]),
  noticesFrom: 15,
  noticeTold: ['unit-head', 'leader', 'office'],
};

/** Choices: a supporting unit before its day is told like a lead; once it is late, itself and the lead's handler, and nobody above. */
const SUPPORT: Ladder = {
  steps: new Map([
    [-7, { rungId: 'remind-7', told: ['handler'] }],
    [-3, { rungId: 'remind-3', told: ['handler'] }],
    [0, { rungId: 'due', told: ['handler', 'unit-head'] }],
    [1, { rungId: 'urge-1', told: ['handler', 'unit-head', 'lead-handler'] }],
  ]),
  noticesFrom: null,
  noticeTold: [],
};

/** A lead that has not answered. Choice: its notices begin at 15, as on the ladder of a lead; at 10 nothing goes out. */
const LEAD_REPLY: Ladder = { ...LEAD, steps: only(LEAD, [0, 1, 5]) };

/** Choice: a supporting unit that has not answered is not escalated either, and the same two are told. */
const SUPPORT_REPLY: Ladder = { ...SUPPORT, steps: only(SUPPORT, [0, 1]) };

/** An answer to an instruction. Choice: of whichever unit, leading or supporting, the leader who asked it is told in the place of its own. */
const ANSWER: Ladder = {
  steps: new Map([
    [0, { rungId: 'due', told: ['handler', 'unit-head'] }],
    [1, { rungId: 'urge-1', told: ['handler', 'unit-head', 'giver'] }],
    [5, { rungId: 'escalate-5', told: ['unit-head', 'giver', 'office'] }],
  ]),
  noticesFrom: 15,
  noticeTold: ['unit-head', 'giver', 'office'],
};

/** Everybody who is no unit: office, checker, closer, leader. */
const HOLDER: Ladder = {
  steps: new Map([
    [0, { rungId: 'due', told: ['holder'] }],
    [1, { rungId: 'urge-1', told: ['holder', 'holder-head'] }],
    [5, { rungId: 'escalate-5', told: ['holder-head', 'leader'] }],
  ]),
  noticesFrom: 10,
  noticeTold: ['holder-head', 'leader'],
};

function only({ steps }: Ladder, days: readonly number[]): ReadonlyMap<number, Step> {
  return new Map([...steps].filter(([day]) => days.includes(day)));
}

function stepOf({ steps, noticesFrom, noticeTold }: Ladder, days: number): Step | null {
  const step = steps.get(days);
  if (step !== undefined) return step;
  if (noticesFrom === null || days < noticesFrom || days % 5 !== 0) return null;
  return { rungId: `notice-${String(days)}`, told: noticeTold };
}

// ---- Clocks: what is owed, by whom, since when ---------------------------------------------------------------------------------

type Owner = Pick<NaiveRung, 'lane' | 'holder' | 'limitId' | 'period'>;

/** Days in other hands: after the first, up to and with the last. */
interface Pause {
  readonly from: Day;
  readonly to: Day;
}

interface GoingOn extends Pick<Clock, 'start' | 'climb' | 'pauses'> {
  /** When the unit got it back. */
  readonly backAt: number;
}

interface Clock {
  readonly owner: Owner;
  readonly due: Day;
  /** No rung goes out before. */
  readonly start: number;
  readonly climb: number;
  readonly ladder: Ladder;
  /** A timely request for more time waits: nothing goes out after the due day. */
  readonly held: boolean;
  /** The day of the decision that refused more time; null: none did. */
  readonly refusedOn: Day | null;
  /** When the unit took timely requests back itself. */
  readonly recalledAt: readonly number[];
  /** When the unit took a step of its own back. */
  readonly givenBackAt: readonly number[];
  /** Days that do not count. */
  readonly pauses: readonly Pause[];
}

/** The rung of a clock whose day it is. */
function stepOn({ day, moment }: Look, clock: Clock, calendar: CompiledCalendar): Step | null {
  if (moment < clock.start) return null;
  // Choice: a start on a day off has its due rung on the working day before, as every day off has, and that is gone by.
  const countedFrom = laterDay(clock.due, dayInShanghai(clock.start));
  if (clock.held && day > countedFrom) return null;
  if (day <= countedFrom) {
    return stepOf(clock.ladder, workingDaysBetween(rollBackward(countedFrom, calendar), day, calendar));
  }
  const from = laterDay(countedFrom, clock.refusedOn);
  const daysLate = clock.pauses.reduce(
    (days, pause) => days - daysIn(pause, from, day, calendar),
    workingDaysBetween(from, day, calendar),
  );
  return daysLate < 1 ? null : stepOf(clock.ladder, daysLate);
}

function daysIn({ from, to }: Pause, first: Day, last: Day, calendar: CompiledCalendar): number {
  const begun = laterDay(first, from);
  const end = to < last ? to : last;
  return begun < end ? workingDaysBetween(begun, end, calendar) : 0;
}

function laterDay(day: Day, other: Day | null): Day {
  return other !== null && other > day ? other : day;
}

function clocksOf({ task, holders }: Situation, day: Day, calendar: CompiledCalendar): Clock[] {
  const busy = lanesWithTheTask(task);
  return [
    ...busy.flatMap((lane) => obligationClocks(task, lane, day)),
    ...holders.map((holder) => clockOfHolder(task, holder, calendar)),
  ];
}

function obligationClocks(task: Task, lane: Lane, day: Day): Clock[] {
  return openObligations(task, lane, day).flatMap(({ limit, period }) => {
    const due = dueOf(task, lane, limit, period);
    if (due === null) return [];
    const owed = { lane: lane.unitId, limitId: limit.limitId, period: period?.id ?? null };
    const began = period === null ? 0 : epochMillis(shanghaiInstant(period.from, '00:05'));
    const moved = Math.max(limit.movedAt, task.periodMovedAt.get(periodKey(owed)) ?? 0);
    const opened = task.openedAt.get(keyOf(owed)) ?? 0;
    const movedWithTheEnd = period === null ? 0 : endMovedAt(task, limit, period);
    const got = Math.max(lane.start, moved, began, movedWithTheEnd);
    const start = task.owedAgainAt.get(keyOf(owed))?.find((again) => again > got) ?? got;
    const known = task.goingOn.get(keyOf(owed));
    const goesOn = known?.backAt === lane.start && known.backAt === start ? known : null;
    const givenBackAt = task.givenBackAt.get(lane.unitId) ?? [];
    return [
      {
        owner: { ...owed, holder: null },
        due,
        start: goesOn?.start ?? start,
        climb: goesOn?.climb ?? Math.max(lane.assignedAt, opened),
        ladder: lane.role === 'lead' ? LEAD : SUPPORT,
        // Choice: what it missed by asking for closure on a morning is made up for when it gets it back.
        givenBackAt: goesOn ? [...givenBackAt, goesOn.backAt] : givenBackAt,
        pauses: goesOn?.pauses ?? [],
        ...extensionsOf(task, owed, laterDay(due, dayInShanghai(goesOn?.start ?? got))),
      },
    ];
  });
}

/** When the day of a period moved with the end of its duty: its own, or the last dated limit of the task; 0: never. */
function endMovedAt(task: Task, limit: Limit, period: Period): number {
  const endMoves = limit.terms.due === null ? task.endMoves : limit.endMoves;
  const as = afterStandstills(period, limit);
  return Math.max(0, ...endMoves.filter(({ from, to }) => cutOff(as, from) !== cutOff(as, to)).map(({ at }) => at));
}

/**
 * Choices: a request is timely by the day from which lateness counts at the look, not by the one that it had when it was asked; it
 * holds exactly the limit or the period that it names, and for the unit that asks alone; one that was overtaken ends like a refused one, and
 * one that the unit took back as if it had not been made.
 * What the office records for a unit was asked for on the day on which the unit said so.
 */
function extensionsOf(task: Task, owed: NaiveObligation, due: Day): Pick<Clock, 'held' | 'refusedOn' | 'recalledAt'> {
  const timely = [...task.proposals.values()].filter(
    ({ act, unitId, limitId, period, madeAt, saidOn }) =>
      act === 'task.extend' &&
      unitId === owed.lane &&
      limitId === owed.limitId &&
      period === owed.period &&
      (saidOn ?? dayInShanghai(madeAt)) <= due,
  );
  const refused = timely.flatMap(({ decided }) =>
    decided?.result === 'refused' || decided?.result === 'overtaken' ? [dayInShanghai(decided.at)] : [],
  );
  return {
    held: timely.some(({ decided }) => decided === null),
    refusedOn: refused.sort().at(-1) ?? null,
    recalledAt: timely.flatMap(({ decided }) => (decided?.result === 'taken-back' ? [decided.at] : [])),
  };
}

/**
 * Choices: the rungs of an answer have the same ids as the others, a missing limit tells them apart; the three days of an assignment without a
 * day for the answer count from the start of the lane's clock, or from when it owes the answer again.
 */
function replyClock(lane: Lane, { since, unbrokenSince, givenBackAt }: Holding, calendar: CompiledCalendar): Clock {
  return {
    owner: { lane: lane.unitId, holder: null, limitId: null, period: null },
    due: lane.replyBy ?? addWorkingDays(dayInShanghai(since), 3, calendar),
    start: since,
    climb: unbrokenSince,
    ladder: lane.role === 'lead' ? LEAD_REPLY : SUPPORT_REPLY,
    held: false,
    refusedOn: null,
    recalledAt: [],
    givenBackAt,
    pauses: [],
  };
}

function clockOfHolder(task: Task, holder: Holding, calendar: CompiledCalendar): Clock {
  const instruction = task.instructions.get(holder.name.split(' ')[1] ?? '');
  if (instruction !== undefined) return answerClock(holder, instruction);
  const lane = task.lanes.get(holder.name.replace('reply ', ''));
  return lane === undefined ? holderClock(holder, calendar) : replyClock(lane, holder, calendar);
}

/** Choice: the day of an instruction holds, however long its unit has had no part in the task meanwhile. */
function answerClock({ name, since, unbrokenSince, givenBackAt }: Holding, { answerBy }: Instruction): Clock {
  const [kind = '', instructionId = '', lane = ''] = name.split(' ');
  return {
    owner: { lane, holder: `${kind} ${instructionId}`, limitId: null, period: null },
    due: answerBy,
    start: since,
    climb: unbrokenSince,
    ladder: ANSWER,
    held: false,
    refusedOn: null,
    recalledAt: [],
    givenBackAt,
    pauses: [],
  };
}

/** Choice: a holder has no climbs; the same rung of the same due day goes out once. */
function holderClock({ name, since, days, givenBackAt }: Holding, calendar: CompiledCalendar): Clock {
  const from = dayInShanghai(since);
  return {
    owner: { lane: null, holder: name, limitId: null, period: null },
    due: days === 'three-months' ? addMonths(from, 3) : addWorkingDays(from, days, calendar),
    start: since,
    climb: 0,
    ladder: HOLDER,
    held: false,
    refusedOn: null,
    recalledAt: [],
    givenBackAt,
    pauses: [],
  };
}

// ---- What a lane owes ----------------------------------------------------------------------------------------------------------

interface Open {
  readonly limit: Limit;
  readonly period: Period | null;
}

/**
 * Answered or not, a lane has the task from its assignment until it declines or asks for closure, except while nobody has. Choice: while
 * the leads are checked a supporting unit has it neither, and gets it back with the return.
 */
function hasTheTask(task: Task, lane: Lane): boolean {
  return hasAPart(task, lane) && !isChecked(task);
}

/** A part that is open, whether or not the lane can do anything for it just now: an answer that is awaited is awaited during a check too. */
function hasAPart({ ended, suspendedOn }: Task, { answer, claimed }: Lane): boolean {
  return !ended && suspendedOn === null && answer !== 'declined' && !claimed;
}

function isChecked({ lanes }: Task): boolean {
  const leads = [...lanes.values()].filter(({ role }) => role === 'lead');
  return leads.length > 0 && leads.every(({ claimed }) => claimed);
}

function lanesWithTheTask(task: Task): Lane[] {
  return [...task.lanes.values()].filter((lane) => hasTheTask(task, lane));
}

/** What the lane owes and has not done: limits, and the periods of recurring ones that have begun by the day. */
function openObligations(task: Task, lane: Lane, day: Day): Open[] {
  return [...task.limits.values()]
    .filter((limit) => owes(lane, limit))
    .flatMap((limit) => partsOf(task, lane, limit, day))
    .filter(({ limit, period }) => !task.done.has(keyOf(obligationOf(lane, limit, period))));
}

function owes({ unitId, role }: Lane, { owedBy }: Limit): boolean {
  return owedBy.length === 0 ? role === 'lead' : owedBy.includes(unitId);
}

function partsOf(task: Task, lane: Lane, limit: Limit, day: Day): Open[] {
  const { recurrence } = limit.terms;
  if (recurrence === null) return [{ limit, period: null }];
  return periodsOf(task, lane, limit, recurrence, day).map((period) => ({ limit, period }));
}

/**
 * The periods of a recurring limit that begin by the day. Choice: the first is the one under way on the day of the first assignment,
 * and for a limit that came later, or got another rhythm later, the one under way on that day.
 */
function periodsOf(task: Task, lane: Lane, limit: Limit, every: Recurrence, day: Day): Period[] {
  if (task.firstAssignedAt === null) return [];
  const rule = { every, dueOn: limit.terms.dueOn, firstYear: null };
  const first = laterDay(dayInShanghai(Math.max(task.firstAssignedAt, limit.rhythmSince)), lane.owesFrom);
  const end = endOfDuty(task, limit);
  const last = end !== null && end < day ? end : day;
  const periods: Period[] = [];
  for (let period = periodOf(rule, first); period.from <= last; period = nextPeriod(rule, period)) {
    periods.push(period);
  }
  return (
    periods
      // Choice: what is due on the very day of the assignment is not owed either.
      .filter((period) => cutOff(period, end) > first)
      .filter((period) => !limit.standstills.some(({ from, to }) => period.from >= from && period.to < to))
      .filter((period) => !wasOver(period, limit, task))
  );
}

/**
 * A period of a duty that was over, and due before its end was moved on: nobody could know of it. Choice: due by the end that it got when
 * it came into the duty last, or by a later one that moved its day.
 */
function wasOver(period: Period, limit: Limit, task: Task): boolean {
  const moves = limit.terms.due === null ? task.endMoves : limit.endMoves;
  let over = false;
  for (const { from, to, at } of moves) {
    const wasIn = from === null || period.from <= from;
    if (wasIn && !over) continue;
    if (wasIn && cutOff(period, from) === cutOff(period, to)) continue;
    over = cutOff(period, to) < dayInShanghai(at);
  }
  return over;
}

/** The day of a period after the suspensions of its limit: later by the days of it that were lost. */
function afterStandstills(period: Period, { standstills }: Limit): Period {
  let { due } = period;
  for (const stood of standstills) due = addDays(due, lostDays(stood, period.from));
  return { ...period, due };
}

/** The end of its own, else the last dated limit of the task, else none. */
function endOfDuty(task: Task, { terms }: Limit): Day | null {
  return terms.due ?? lastDatedDay(task);
}

/** Choice: a limit that was added after the first assignment ends no duty. */
function lastDatedDay({ limits }: Task): Day | null {
  return (
    [...limits.values()]
      .filter(endsDuties)
      .flatMap((limit) => limit.terms.due ?? [])
      .sort()
      .at(-1) ?? null
  );
}

/** A period in which the duty ends is due on the end day. Choice: one whose own day comes before the end keeps that day. */
function cutOff({ due }: Period, end: Day | null): Day {
  return end !== null && end < due ? end : due;
}

/** The day that the period was moved to, else the limit's own. */
function dueOf(task: Task, lane: Lane, limit: Limit, period: Period | null): Day | null {
  const owed = obligationOf(lane, limit, period);
  const given = task.periodDays.get(periodKey(owed));
  if (given !== undefined) return given.due;
  return period === null ? limit.terms.due : cutOff(afterStandstills(period, limit), lastDayFor(task, limit, period));
}

/**
 * The day at which the duty cuts a period off. Choice: where the limit that ends the duty did not move with a suspension, as one that is
 * done, the period still moves by the days that it lost, and what is lost before that limit got its day is not counted.
 */
function lastDayFor(task: Task, limit: Limit, period: Period): Day | null {
  const ending = limit.terms.due === null ? [...task.limits.values()].filter(endsDuties) : [limit];
  const days = ending.flatMap(({ terms: { due }, dayGivenAt, movedWith }) => {
    if (due === null) return [];
    const missed = limit.standstills.filter(({ to }) => !movedWith.includes(to));
    const lost = missed.map((stood) => lostDays(stood, laterDay(period.from, dayInShanghai(dayGivenAt))));
    return [
      addDays(
        due,
        lost.reduce((sum, days) => sum + days, 0),
      ),
    ];
  });
  return days.sort().at(-1) ?? null;
}

function endsDuties({ terms, later }: Limit): boolean {
  return terms.recurrence === null && terms.due !== null && !later;
}

/** The days of a standstill from another day on. */
function lostDays({ from, to }: NaiveStandstill, since: Day): number {
  return Math.max(0, daysBetween(laterDay(from, since), to));
}

/** Is there a day to come or gone by for anything that a lead with the task has not done? Periods that have not begun count too. */
function anythingHasADate(task: Task): boolean {
  const leads = lanesWithTheTask(task).filter(({ role }) => role === 'lead');
  return leads.some((lane) => {
    const owed = [...task.limits.values()].filter((limit) => owes(lane, limit));
    const ends = owed.map((limit) => endOfDuty(task, limit));
    if (owed.some((limit, index) => limit.terms.recurrence !== null && ends[index] === null)) return true;
    const lastDay = ends.reduce<Day>((latest, end) => laterDay(latest, end), '1900-01-01');
    return openObligations(task, lane, lastDay).some(({ limit, period }) => dueOf(task, lane, limit, period) !== null);
  });
}

function obligationOf(lane: Lane, limit: Limit, period: Period | null): NaiveObligation {
  return { lane: lane.unitId, limitId: limit.limitId, period: period?.id ?? null };
}

function keyOf({ lane, limitId, period }: NaiveObligation): string {
  return `${lane} ${limitId} ${period ?? ''}`;
}

/** The same for all lanes. */
function periodKey({ limitId, period }: Pick<NaiveObligation, 'limitId' | 'period'>): string {
  return `${limitId} ${period ?? ''}`;
}

// ---- Holders: clocks of everybody but the units --------------------------------------------------------------------------------

interface Holder {
  readonly name: string;
  /** Not before this, though the holder may have had the task already. */
  readonly notBefore: number;
  /** Working days, but for the review. */
  readonly days: number | 'three-months';
}

interface Holding extends Holder {
  /** Since when the holder has the task without a break. */
  readonly unbrokenSince: number;
  readonly since: number;
  /** When it came back to the holder, as the step that had ended it was taken back. */
  readonly givenBackAt: readonly number[];
}

/**
 * Choices: in a suspension only the clocks of those run who decide on a proposal, and all others count anew after it; a task
 * whose lanes were all taken away waits for its assignment again. A unit that has declined, or is no part of the task any more, answers no instruction.
 */
function holdersOf(task: Task): Holder[] {
  if (task.ended) return [];
  const proposals = [...task.proposals].filter(([, { decided }]) => decided === null);
  const deciders = proposals.map(([id, { madeAt }]) => ({ name: `decide ${id}`, notBefore: madeAt, days: 5 }));
  if (task.suspendedOn !== null) return deciders;
  return [
    ...(task.hung && task.lanes.size === 0 ? [{ name: 'assign', notBefore: 0, days: 5 }] : []),
    ...[...task.lanes.values()]
      .filter((lane) => hasAPart(task, lane) && lane.answer === 'none')
      .map(({ unitId, start }) => ({ name: `reply ${unitId}`, notBefore: start, days: 3 })),
    ...holdersBesideLeads(
      task,
      [...task.lanes.values()].filter(({ role }) => role === 'lead'),
    ),
    ...deciders,
    ...[...task.instructions].flatMap(([id, { lanes, answered }]) =>
      lanes
        .filter((unitId) => !answered.has(unitId) && (task.lanes.get(unitId)?.answer ?? 'declined') !== 'declined')
        .map((unitId) => ({ name: `answer ${id} ${unitId}`, notBefore: 0, days: 5 })),
    ),
  ];
}

function holdersBesideLeads(task: Task, leads: readonly Lane[]): Holder[] {
  if (leads.length > 0 && leads.every(({ claimed }) => claimed)) return [checkerOrCloser(task)];
  return [...reassigner(task), ...reviewer(task, leads)];
}

/** Choice: the close counts from the latest check that was passed, whatever its level. */
function checkerOrCloser({ passedAt }: Task): Holder {
  return passedAt === null
    ? { name: 'check', notBefore: 0, days: 10 }
    : { name: 'close', notBefore: passedAt, days: 5 };
}

/** Choice: one clock for all units that have declined, leads and supporting ones; it begins anew when one more declines, or one is replaced. */
function reassigner({ lanes }: Task): Holder[] {
  const declined = [...lanes.values()].filter(({ answer }) => answer === 'declined').map(({ unitId }) => unitId);
  return declined.length === 0 ? [] : [{ name: `reassign ${declined.sort().join(' ')}`, notBefore: 0, days: 3 }];
}

/**
 * Choices: the review runs as long as one lead has the task, also beside a re-assignment; it counts from the latest of the starts of
 * the leads' clocks, also of those that have declined since, of the last report and of the moment since which nothing open has a date.
 */
function reviewer(task: Task, leads: readonly Lane[]): Holder[] {
  if (!leads.some((lane) => hasTheTask(task, lane)) || anythingHasADate(task)) return [];
  const starts = leads.map(({ start }) => start);
  return [{ name: 'review', notBefore: Math.max(...starts, task.lastReportAt), days: 'three-months' }];
}

// ---- Situations: how the task stood after each event ---------------------------------------------------------------------------

interface Situation {
  readonly at: number;
  readonly task: Task;
  readonly holders: readonly Holding[];
}

/** One for each moment at which something was recorded; events of one moment count together. */
function situationsOf(history: readonly NaiveEvent[]): Situation[] {
  const situations: Situation[] = [];
  for (const at of new Set(history.map(({ recordedAt }) => epochMillis(recordedAt)))) {
    const task = taskAfter(history.filter(({ recordedAt }) => epochMillis(recordedAt) <= at));
    const before = situations.at(-1)?.holders ?? [];
    const withdrawals = history.filter(
      (event) => epochMillis(event.recordedAt) === at && event.type === 'task.withdrawn',
    );
    const goOn = withdrawals.flatMap((event) => heldBefore(event, history, situations));
    situations.push({ at, task, holders: holdersOf(task).map((holder) => holding(holder, at, before, goOn)) });
  }
  return situations;
}

/**
 * What was held before the step that is taken back: these clocks go on as if the step had never been. Choice: a decision that the step had
 * made needless counts anew.
 */
function heldBefore(
  withdrawal: NaiveEvent,
  history: readonly NaiveEvent[],
  situations: readonly Situation[],
): readonly Holding[] {
  const commandId = withdrawal.type === 'task.withdrawn' ? withdrawal.data.commandId : null;
  const step = history.find((event) => event.commandId === commandId);
  if (step === undefined) return [];
  const then = situations.findLast(({ at }) => at < epochMillis(step.recordedAt));
  return (then?.holders ?? []).filter(({ name }) => !name.startsWith('decide '));
}

function holding(holder: Holder, at: number, before: readonly Holding[], goOn: readonly Holding[]): Holding {
  const known = before.find(({ name }) => name === holder.name);
  const back = known === undefined ? goOn.find(({ name }) => name === holder.name) : undefined;
  const unbrokenSince = known?.unbrokenSince ?? back?.unbrokenSince ?? at;
  const givenBackAt = known?.givenBackAt ?? (back === undefined ? [] : [...back.givenBackAt, at]);
  return { ...holder, unbrokenSince, since: Math.max(unbrokenSince, holder.notBefore), givenBackAt };
}

// ---- The task, event by event --------------------------------------------------------------------------------------------------

interface Lane extends NaiveLane {
  readonly assignedAt: number;
  /** It owes no period that was due before: a unit that came later does not owe what another left undone. */
  readonly owesFrom: Day;
  /** The last day for the answer, when the assignment names one. */
  replyBy: Day | null;
  /** Since when the lane has the task: assigned, returned, resumed, or given back by a withdrawal. */
  start: number;
  answer: 'none' | 'accepted' | 'declined';
  /** Who accepted it for the unit; null where the office recorded that. */
  acceptedBy: string | null;
  /** The lane asked for closure. */
  claimed: boolean;
  /** When it did so last. */
  claimedAt: number;
  /** It got its part back by a withdrawal since `start` was set by anything else. */
  givenBack: boolean;
}

interface Limit {
  readonly limitId: string;
  readonly terms: NaiveTerms;
  /** The units that owe it; empty: every lead. */
  readonly owedBy: readonly string[];
  /** It came after the first assignment. */
  readonly later: boolean;
  /** When it came into the task or was last moved. */
  readonly movedAt: number;
  /** When it came into the task or got another rhythm. */
  readonly rhythmSince: number;
  readonly standstills: readonly NaiveStandstill[];
  /** Every move of its own day. */
  readonly endMoves: readonly EndMove[];
  /** When its day was given, suspensions aside, and the ends of those with which it has moved since. */
  readonly dayGivenAt: number;
  readonly movedWith: readonly Day[];
}

interface EndMove {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly at: number;
}

interface Proposal {
  readonly act: string;
  /** The unit that asks. */
  readonly unitId: string | null;
  /** Who asked, and whether it was the office in its own name. */
  readonly by: string | null;
  readonly byOffice: boolean;
  /** The unit that a measure is about, and what is proposed. */
  readonly lane: string | null;
  readonly measures: readonly string[];
  readonly limitId: string | null;
  readonly period: string | null;
  readonly madeAt: number;
  /** The day on which the unit gave word to the office that recorded it; null where nobody did so for it. */
  readonly saidOn: Day | null;
  readonly decided: { readonly result: string; readonly at: number } | null;
}

/** What a leader asked units to answer. */
interface Instruction {
  readonly lanes: readonly string[];
  answerBy: Day;
  readonly answered: Set<string>;
  /** Who gave it, or recorded it. */
  readonly unitId: string | null;
  readonly accountId: string;
  /** The office recorded it on a leader's word. */
  readonly recorded: boolean;
}

interface GivenDay {
  readonly due: Day | null;
}

/** Who had a part in a task, by accounts, and which units have spoken for themselves or through the office. */
interface Parts {
  readonly worked: Set<string>;
  readonly assigned: Set<string>;
  readonly checked: Set<string>;
  readonly units: Set<string>;
}

interface Task {
  readonly parts: Parts;
  /** The leads as the office chose them last. */
  chosen: readonly string[];
  hung: boolean;
  suspendedOn: Day | null;
  ended: boolean;
  firstAssignedAt: number | null;
  passedAt: number | null;
  lastReportAt: number;
  lanes: Map<string, Lane>;
  readonly limits: Map<string, Limit>;
  readonly proposals: Map<string, Proposal>;
  readonly instructions: Map<string, Instruction>;
  /** Obligations that are done, by key. */
  readonly done: Set<string>;
  /** When a return opened an obligation again, by key. Its new day comes as a move of its limit. */
  readonly openedAt: Map<string, number>;
  /** Days to which one period was moved, for all lanes, and when. */
  readonly periodDays: Map<string, GivenDay>;
  readonly periodMovedAt: Map<string, number>;
  /** When a lane got something back by a withdrawal that it had done, by key. Choice: only the first time since the lane got it starts its clock again. */
  readonly owedAgainAt: Map<string, readonly number[]>;
  /** When units took steps of their own back. */
  readonly givenBackAt: Map<string, readonly number[]>;
  /** Of what leads owed late when they asked for closure, and owed still when they got it back, by key: the run of the ladder that goes on. */
  readonly goingOn: Map<string, GoingOn>;
  /** When the last day of the dated limits changed, from which day to which. */
  readonly endMoves: EndMove[];
}

/** Withdrawn commands have no effect, as if they had never been. Choice: a withdrawal is not withdrawn in its turn. */
function taskAfter(events: readonly NaiveEvent[]): Task {
  const withdrawn = events.flatMap((event) => (event.type === 'task.withdrawn' ? [event.data.commandId] : []));
  const task: Task = {
    parts: partsIn(events),
    chosen: [],
    hung: false,
    suspendedOn: null,
    ended: false,
    firstAssignedAt: null,
    passedAt: null,
    lastReportAt: 0,
    lanes: new Map(),
    limits: new Map(),
    proposals: new Map(),
    instructions: new Map(),
    done: new Set(),
    openedAt: new Map(),
    periodDays: new Map(),
    periodMovedAt: new Map(),
    owedAgainAt: new Map(),
    givenBackAt: new Map(),
    goingOn: new Map(),
    endMoves: [],
  };
  const stand = events.filter((event) => !withdrawn.includes(event.commandId));
  for (const event of stand) {
    const end = lastDatedDay(task);
    if (event.type === 'task.withdrawn') giveBack(task, event, events);
    else {
      apply(task, event);
      noteEnd(task, end, event);
    }
  }
  return task;
}

function partsIn(events: readonly NaiveEvent[]): Parts {
  const parts: Parts = { worked: new Set(), assigned: new Set(), checked: new Set(), units: new Set() };
  for (const event of events) notePart(parts, event);
  return parts;
}

function notePart(parts: Parts, event: NaiveEvent): void {
  const { data, accountId = '' } = event;
  // Choice: whoever records what a leader asked has done none of the work.
  if (event.type === 'instruction.given') return;
  if (typeof data === 'object' && data !== null && 'onBehalf' in data && data.onBehalf !== undefined) {
    parts.worked.add(accountId);
  }
  switch (event.type) {
    case 'lane.reported':
    case 'lane.claimed':
    case 'instruction.answered':
      parts.worked.add(accountId);
      parts.units.add(event.data.lane);
      break;
    case 'task.assigned':
      parts.assigned.add(accountId);
      break;
    case 'lanes.changed':
      if (event.data.added.length > 0) {
        parts.assigned.add(accountId);
        if (event.data.askedBy) parts.assigned.add(event.data.askedBy.accountId);
      }
      break;
    case 'check.passed':
      parts.checked.add(accountId);
      break;
    case 'check.returned':
      // Without a level it was the closer who sent it back.
      if (event.data.level !== null) parts.checked.add(accountId);
      break;
    default:
      break;
  }
}

/**
 * The units that get their task back by a withdrawal start again: those that had declined or asked for closure just before it. A unit
 * that had something done which is open again starts anew with that limit, the first time. A unit that takes its own step back does neither.
 */
function giveBack(task: Task, withdrawal: NaiveEvent, events: readonly NaiveEvent[]): void {
  const before = taskAfter(events.slice(0, events.indexOf(withdrawal)));
  const at = epochMillis(withdrawal.recordedAt);
  const own = takenBackBy(withdrawal, events);
  if (own !== null) task.givenBackAt.set(own, [...(task.givenBackAt.get(own) ?? []), at]);
  const recorded = own === null ? unitsOfStep(withdrawal, events)[0] : undefined;
  const again = lanesWithTheTask(task).filter(({ unitId, givenBack }) => {
    if (unitId === own || (unitId === recorded && givenBack)) return false;
    const was = before.lanes.get(unitId);
    if (was === undefined || !hasAPart(before, was)) return true;
    return (isChecked(before) && was.answer === 'accepted') || was.assignedAt !== task.lanes.get(unitId)?.assignedAt;
  });
  startAgain(again, at);
  for (const lane of again) lane.givenBack = true;
  task.lastReportAt = Math.max(task.lastReportAt, at);
  for (const key of before.done) {
    const [lane = ''] = key.split(' ');
    const isOver = lane === recorded && task.lanes.get(lane)?.givenBack === true;
    const hadTheTask = lane !== own && !isOver && !again.some(({ unitId }) => unitId === lane);
    if (!task.done.has(key) && hadTheTask) task.owedAgainAt.set(key, [...(task.owedAgainAt.get(key) ?? []), at]);
  }
  noteEnd(task, lastDatedDay(before), withdrawal);
}

/** The draft does not move the end: before it there was none. */
function noteEnd(task: Task, from: Day | null, { type, recordedAt }: NaiveEvent): void {
  const to = lastDatedDay(task);
  if (from !== to && type !== 'task.drafted') task.endMoves.push({ from, to, at: epochMillis(recordedAt) });
}

/** Choice: the office has looked at a task whose content it changed, or whose units it urged by hand. */
const LOOKS = new Set<string>([
  'task.urged',
  'task.confirmed',
  'task.content-changed',
  'lanes.changed',
  'limit.added',
  'limit.moved',
  'limit.removed',
]);

function apply(task: Task, event: NaiveEvent): void {
  const at = epochMillis(event.recordedAt);
  if (LOOKS.has(event.type)) task.lastReportAt = at;
  switch (event.type) {
    case 'task.drafted':
      for (const limit of event.data.content.limits) addLimit(task, limit, [], at);
      break;
    case 'task.confirmed':
      task.chosen = event.data.leads;
      break;
    case 'task.content-changed':
      task.chosen = event.data.changes.leads ?? task.chosen;
      break;
    case 'task.hung':
      task.hung = true;
      break;
    case 'task.assigned':
      assign(task, event.data.lanes, event.data.replyBy, at);
      break;
    case 'lanes.changed':
      changeLanes(task, event.data.added, event.data.removed, at);
      break;
    case 'lane.accepted':
      answer(task, event.data.lane, 'accepted', event.data.onBehalf === undefined ? (event.accountId ?? null) : null);
      break;
    case 'lane.declined':
      answer(task, event.data.lane, 'declined');
      break;
    case 'lane.reported':
      report(task, event.data.lane, event.data.done, at);
      break;
    case 'lane.claimed':
      claim(task, event.data.lane, event.data.claimed, at);
      break;
    case 'limit.added':
      addLimit(task, event.data.limit, event.data.owedBy, at);
      break;
    case 'limit.moved':
      move(task, event.data, at);
      break;
    case 'limit.removed':
      task.limits.delete(event.data.limitId);
      break;
    case 'task.suspended':
      task.suspendedOn = event.data.on;
      break;
    case 'task.resumed':
      // A suspension that is undone on its own day stopped no clock.
      if (task.suspendedOn !== null && event.data.on > task.suspendedOn)
        goOn(task, task.suspendedOn, event.data.on, at);
      task.suspendedOn = null;
      break;
    case 'check.passed':
      task.passedAt = at;
      break;
    case 'check.returned':
      sendBack(task, event.data.to, event.data.open, at);
      break;
    case 'task.closed':
    case 'task.voided':
    case 'task.terminated':
      task.ended = true;
      break;
    case 'task.reopened':
      // Choice: reopening gives the task back as a return does.
      task.ended = false;
      sendBack(task, event.data.lanes, event.data.open, at);
      break;
    case 'proposal.made':
      propose(task, event, at);
      break;
    case 'proposal.decided':
      decide(task, event.data, at);
      break;
    case 'instruction.given': {
      const { instructionId, lanes, answerBy, onBehalf } = event.data;
      const { unitId = null, accountId = '' } = event;
      task.instructions.set(instructionId, {
        lanes,
        answerBy,
        answered: new Set(),
        unitId,
        accountId,
        recorded: onBehalf !== undefined,
      });
      break;
    }
    case 'instruction.answered':
      task.instructions.get(event.data.instructionId)?.answered.add(event.data.lane);
      break;
    default:
      break;
  }
}

/** A second assignment puts other units in place of those that declined: whoever has the task goes on as before. */
function assign(task: Task, lanes: readonly NaiveLane[], replyBy: Day | null, at: number): void {
  const before = task.lanes;
  const gone = [...before.keys()].filter((unitId) => !lanes.some((lane) => lane.unitId === unitId));
  task.lanes = new Map(
    lanes.map((lane) => {
      const known = before.get(lane.unitId);
      const goesOn = known !== undefined && known.role === lane.role && known.answer !== 'declined';
      return [lane.unitId, goesOn ? known : newLane(lane, replyBy, at, known)];
    }),
  );
  forgetWork(task, gone);
  task.firstAssignedAt ??= at;
  task.passedAt = null;
}

/** What units had done that are gone counts no more: should they come again, they owe it all. */
function forgetWork(task: Task, gone: readonly string[]): void {
  for (const key of [...task.done]) if (gone.some((unitId) => key.startsWith(`${unitId} `))) task.done.delete(key);
}

/** A unit that had the task in the same role before owes what it owed then; any other nothing from before its first day. */
function newLane({ unitId, role }: NaiveLane, replyBy: Day | null, at: number, before?: Lane): Lane {
  const owesFrom = before !== undefined && before.role === role ? before.owesFrom : dayInShanghai(at);
  return {
    unitId,
    role,
    assignedAt: at,
    owesFrom,
    replyBy,
    start: at,
    answer: 'none',
    acceptedBy: null,
    claimed: false,
    claimedAt: 0,
    givenBack: false,
  };
}

/** Choice: a unit that is added later has three working days for its answer, whatever day the assignment named. */
function changeLanes(task: Task, added: readonly NaiveLane[], removed: readonly string[], at: number): void {
  const before = new Map(task.lanes);
  for (const unitId of removed) task.lanes.delete(unitId);
  for (const lane of added) task.lanes.set(lane.unitId, newLane(lane, null, at, before.get(lane.unitId)));
  forgetWork(
    task,
    removed.filter((unitId) => !task.lanes.has(unitId)),
  );
  task.chosen = [...task.lanes.values()].filter(({ role }) => role === 'lead').map(({ unitId }) => unitId);
}

/** Choice: only accepting and declining answer an assignment, a report does not. */
function answer(task: Task, unitId: string, given: 'accepted' | 'declined', by: string | null = null): void {
  const lane = task.lanes.get(unitId);
  if (lane === undefined) return;
  lane.answer = given;
  lane.acceptedBy = by;
}

function report(task: Task, lane: string, done: readonly Omit<NaiveObligation, 'lane'>[], at: number): void {
  for (const part of done) task.done.add(keyOf({ ...part, lane }));
  task.lastReportAt = at;
}

function claim(task: Task, unitId: string, claimed: readonly NaiveObligation[], at: number): void {
  for (const part of claimed) if (part.lane === unitId) task.done.add(keyOf(part));
  const lane = task.lanes.get(unitId);
  if (lane !== undefined) {
    lane.claimed = true;
    lane.claimedAt = at;
  }
  // What was checked before this claim has to be checked again.
  task.passedAt = null;
}

function addLimit(task: Task, limit: NaiveLimit, owedBy: readonly string[], at: number): void {
  const { limitId, due, recurrence, dueOn } = limit;
  task.limits.set(limitId, {
    limitId,
    terms: { due, recurrence, dueOn },
    owedBy,
    later: task.lanes.size > 0,
    movedAt: at,
    rhythmSince: at,
    standstills: [],
    endMoves: [],
    dayGivenAt: at,
    movedWith: [],
  });
}

type Moved = Extract<NaiveEvent, { type: 'limit.moved' }>['data'];

/**
 * Choices: a move counts for all lanes; the move of one period starts only that period anew, the move of a recurring limit all its periods.
 */
function move(task: Task, moved: Moved, at: number): void {
  if (moved.period === null) {
    moveLimit(task, moved, at);
    return;
  }
  task.periodDays.set(periodKey(moved), { due: moved.to.due });
  task.periodMovedAt.set(periodKey(moved), at);
}

/** Choice: a period that was moved by itself keeps its day when the end of the duty moves, not when the rhythm changes. */
function moveLimit(task: Task, { limitId, kind, stood, to: { due, recurrence, dueOn } }: Moved, at: number): void {
  const limit = task.limits.get(limitId);
  if (limit === undefined) return;
  const samePeriods = limit.terms.recurrence === recurrence;
  task.limits.set(limitId, {
    ...limit,
    terms: { due, recurrence, dueOn },
    movedAt: at,
    rhythmSince: samePeriods ? limit.rhythmSince : at,
    standstills: stood === undefined ? limit.standstills : [...limit.standstills, stood],
    endMoves: limit.terms.due === due ? limit.endMoves : [...limit.endMoves, { from: limit.terms.due, to: due, at }],
    dayGivenAt: kind === 'suspension' ? limit.dayGivenAt : at,
    movedWith: movedWith(limit, { kind, due, stood }),
  });
  if (sameRhythm(limit.terms, { due, recurrence, dueOn })) {
    moveDaysOfPeriods(task, limit, stood);
    return;
  }
  for (const key of [...task.periodDays.keys()]) if (key.startsWith(`${limitId} `)) task.periodDays.delete(key);
  // What was done of periods of another length means nothing any more.
  if (!samePeriods) for (const key of [...task.done]) if (key.includes(` ${limitId} `)) task.done.delete(key);
}

function movedWith(
  limit: Limit,
  move: { kind: string; due: Day | null; stood: NaiveStandstill | undefined },
): readonly Day[] {
  if (move.kind !== 'suspension') return [];
  return move.stood === undefined || move.due === limit.terms.due
    ? limit.movedWith
    : [...limit.movedWith, move.stood.to];
}

/** A period with a day of its own moves with a suspension by the days of it that were lost. Choice: one that got it meanwhile, by those since. */
function moveDaysOfPeriods(task: Task, { limitId, terms }: Limit, stood: NaiveStandstill | undefined): void {
  const { recurrence, dueOn } = terms;
  if (stood === undefined || recurrence === null) return;
  for (const [key, { due }] of task.periodDays) {
    const [owed, period = ''] = key.split(' ');
    if (owed !== limitId || due === null) continue;
    const { from } = periodById({ every: recurrence, dueOn, firstYear: null }, period);
    const lost = lostDays(stood, laterDay(from, dayInShanghai(task.periodMovedAt.get(key) ?? 0)));
    task.periodDays.set(key, { due: addDays(due, lost) });
  }
}

function sameRhythm(one: NaiveTerms, other: NaiveTerms): boolean {
  return (
    one.recurrence === other.recurrence &&
    one.dueOn?.month === other.dueOn?.month &&
    one.dueOn?.day === other.dueOn?.day
  );
}

function sendBack(task: Task, to: readonly string[], open: readonly Opened[], at: number): void {
  const lanes = to.flatMap((unitId) => task.lanes.get(unitId) ?? []);
  const goesOn = lanes.flatMap((lane) => owedThroughCheck(task, lane, open, at));
  for (const lane of lanes) lane.claimed = false;
  startAgain(
    [...task.lanes.values()].filter((lane) => lanes.includes(lane) || (!lane.claimed && lane.answer === 'accepted')),
    at,
  );
  task.passedAt = null;
  for (const { obligation } of open) {
    task.done.delete(keyOf(obligation));
    task.openedAt.set(keyOf(obligation), at);
  }
  for (const [key, each] of goesOn) task.goingOn.set(key, each);
}

/**
 * What a lead said itself was not done, when it was late already: sent back on the same day, its ladder goes on where it stood. It had begun
 * anew with each return, and nobody above was ever told.
 */
function owedThroughCheck(task: Task, lane: Lane, open: readonly Opened[], at: number): [string, GoingOn][] {
  if (lane.role !== 'lead' || !lane.claimed) return [];
  const asked = dayInShanghai(lane.claimedAt);
  const back = dayInShanghai(at);
  return obligationClocks(task, lane, back).flatMap(({ owner, due, start, climb, pauses }): [string, GoingOn][] => {
    const { limitId, period } = owner;
    if (limitId === null || due >= asked) return [];
    const key = keyOf({ lane: lane.unitId, limitId, period });
    const isMoved = open.some(({ obligation, kept }) => kept === false && keyOf(obligation) === key);
    return isMoved ? [] : [[key, { start, climb, pauses: [...pauses, { from: asked, to: back }], backAt: at }]];
  });
}

/** The day for an answer that was still to come moves by the days of the suspension. */
function goOn(task: Task, from: Day, to: Day, at: number): void {
  startAgain([...task.lanes.values()], at);
  for (const lane of task.lanes.values()) {
    if (lane.replyBy !== null && lane.replyBy >= from) lane.replyBy = addDays(lane.replyBy, daysBetween(from, to));
  }
  for (const each of task.instructions.values()) {
    const isOpen = each.answered.size < each.lanes.length;
    if (isOpen && each.answerBy >= from) each.answerBy = addDays(each.answerBy, daysBetween(from, to));
  }
}

function startAgain(lanes: readonly Lane[], at: number): void {
  for (const lane of lanes) {
    lane.start = at;
    lane.givenBack = false;
  }
}

type Made = Extract<NaiveEvent, { type: 'proposal.made' }>;

function propose(task: Task, made: Made, at: number): void {
  const { proposalId, act, data, onBehalf } = made.data;
  const { limitId = null, period = null, lane = null, measures = [] } = data;
  task.proposals.set(proposalId, {
    act,
    unitId: onBehalf?.unitId ?? made.unitId ?? null,
    by: made.accountId ?? null,
    byOffice: made.role === 'supervision-clerk' && onBehalf === undefined,
    lane,
    measures,
    limitId,
    period,
    madeAt: at,
    saidOn: onBehalf?.saidOn ?? null,
    decided: null,
  });
}

type Decided = Extract<NaiveEvent, { type: 'proposal.decided' }>['data'];

function decide(task: Task, { proposalId, result }: Decided, at: number): void {
  const proposal = task.proposals.get(proposalId);
  if (proposal !== undefined) task.proposals.set(proposalId, { ...proposal, decided: { result, at } });
}
