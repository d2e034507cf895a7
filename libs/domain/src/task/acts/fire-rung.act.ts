import { z } from 'zod';
import { type Day, daySchema, isWorkingDay, shanghaiInstant } from '../../calendar';
import { type Ladder, type RungKind, rungKindSchema } from '../../ladder';
import { ENGINE } from '../../shared/grant';
import { type Circumstances, type Needs, type Rules } from '../../shared/circumstances';
import { reject } from '../../shared/rejection';
import { idSchema, lineSchema } from '../../shared/schema';
import { firedKey } from '../events/rung-fired.event';
import { CLOCKED } from '../holders';
import { daysLate } from '../lateness';
import { LADDER_MEASURES, proposalFor, proposedMeasure } from '../measures';
import { openOfWorking } from '../obligations';
import { noticeDue } from '../notices';
import { climbsOf, isProposed } from '../rungs';
import { ladderOf, recipientsOf, toldOf, unitsConcerned } from '../rung-told';
import { isRunning, ON_ACCOUNT } from '../status';
import { taskAct } from '../task-act';
import { obligationSchema } from '../task.parts';
import { type Proposal, type TaskState } from '../task.state';

const command = z.strictObject({
  /** What a unit owes; null for the clock of a holder. */
  obligation: obligationSchema.nullable().default(null),
  holder: z.enum(CLOCKED).nullable().default(null),
  /** The unit whose answer is awaited. */
  unit: idSchema.optional(),
  round: z.int().positive(),
  climb: z.int().positive(),
  rung: z.strictObject({ rungId: lineSchema(40), kind: rungKindSchema }),
  due: daySchema,
});
type Fired = z.output<typeof command>;

const OBSOLETE = reject('TIMER.OBSOLETE', '该提醒已发出或已不再需要。');
const NOT_YET = reject('TIMER.NOT_YET', '休息日和提醒时间之前不提醒，待下一工作日发出。');

/** The engine's timer is due: whoever has the task is reminded, urged, or told on. Whether it is still wanted is decided here. */
export const fireRung = taskAct({
  type: 'task.fire-rung',
  word: '到时提醒',
  command,
  sample: {
    obligation: { lane: '00000000-0000-4000-8000-000000000101', limitId: 'L1', period: null },
    round: 1,
    climb: 1,
    rung: { rungId: 'due', kind: 'due' },
    due: '2025-06-30',
  },
  grants: ENGINE,
  offered: 'never',
  from: ON_ACCOUNT,
  to: ['same'],
  withdrawable: false,
  edits: [],
  needs: (asked, state) => (state === null ? {} : withStaff(state.ledgerId, unitsConcerned(state, asked))),
  decide: (state, asked, circumstances) => {
    const { now, today, calendar, policy, facts } = circumstances;
    const latest = latestNotice(state, asked, today, { calendar, policy });
    const data = asked.rung.kind === 'notice' ? (latest ?? asked) : asked;
    const stands = data.obligation === null ? clockStands(state, data) : obligationStands(state, data, today);
    const ladder = ladderOf(policy, data);
    const recipients = recipientsOf(ladder, data.rung);
    if (!stands || recipients === null || data.round !== state.round || hasGoneOut(state, data)) {
      return OBSOLETE;
    }
    if (!isWorkingDay(today, calendar) || now < shanghaiInstant(today, timeOf(ladder, data.rung))) return NOT_YET;
    // What is told on this day is told once: a notice that fell into the same standstill is not added to another rung.
    const isPassed = latest !== null && latest !== data && !hasGoneOut(state, latest);
    const passed = isPassed ? { passed: firedKey(latest) } : {};
    const joined = joins(state, data);
    const told = joined === null ? toldOf(state, data, recipients, facts) : { told: [], joins: joined.proposalId };
    const fired = { ...data, daysLate: daysLate(state, data, today, calendar), ...told, ...passed };
    return [{ type: 'rung.fired', data: fired }, ...measureAt(state, fired, circumstances)];
  },
});

/** The time of day at which a ladder tells of a rung: one that is made up for, since a step was taken back, say, waits for it like any other. */
function timeOf({ rungs, notices }: Ladder, { rungId }: Fired['rung']): string {
  return rungs.find((rung) => rung.rungId === rungId)?.at ?? notices?.at ?? MIDNIGHT;
}

const MIDNIGHT = '00:00';

/** The measure that waits already for a unit: it stands for a further delay too. A leader was told of another one, which nobody had made. */
function joins(state: TaskState, { obligation, rung }: Fired): Proposal | null {
  return obligation !== null && rung.kind === 'propose' ? proposalFor(state, obligation.lane, LADDER_MEASURES) : null;
}

function withStaff(ledgerId: string, units: readonly string[]): Needs {
  return { ledgerId, staff: { ledgerId, units } };
}

/** Of what a unit owes the ladder proposes a measure at some rungs. */
function measureAt(state: TaskState, fired: Fired & { readonly daysLate: number }, circumstances: Circumstances) {
  const { obligation, rung } = fired;
  if (obligation === null) return [];
  const reached = { obligation, kind: rung.kind, key: firedKey(fired), daysLate: fired.daysLate };
  return proposedMeasure(state, reached, circumstances);
}

function hasGoneOut(state: TaskState, data: Fired): boolean {
  const key = firedKey(data);
  return state.fired.includes(key) || isProposed({ kind: data.rung.kind, key }, climbsOf(state));
}

/** What tells of a delay: while a request for more time waits that came in time, nothing does. A reminder that a standstill kept back still goes out. */
const OF_DELAY: readonly RungKind[] = ['urge', 'escalate', 'propose', 'notice'];

/** The notice that is due by now, in the place of a rung; null for none. After a standstill several may be due: the last of them is told, and the others never. */
function latestNotice(state: TaskState, asked: Fired, today: Day, rules: Rules): Fired | null {
  const rungId = noticeDue(state, asked, today, rules);
  return rungId === null ? null : { ...asked, rung: { rungId, kind: 'notice' } };
}

/** True while the unit owes it on that day, in the same run of its ladder. */
function obligationStands(state: TaskState, { obligation, climb, due, rung }: Fired, today: Day): boolean {
  return openOfWorking(state, today).some(
    (open) =>
      isRunning(state) &&
      open.lane === obligation?.lane &&
      open.limitId === obligation.limitId &&
      open.period === obligation.period &&
      open.due === due &&
      !(open.held && OF_DELAY.includes(rung.kind)) &&
      open.climb === climb,
  );
}

/** True while the task waits for the same. The day is the planner's: it may have counted by an older calendar than today's. */
function clockStands(state: TaskState, { holder, unit, climb }: Fired): boolean {
  return state.turns.some(
    ({ kind, lane, number }) => kind === holder && number === climb && (unit === undefined || lane === unit),
  );
}
