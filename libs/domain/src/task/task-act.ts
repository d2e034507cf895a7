import { type z } from 'zod';
import { type CompiledCalendar, type Day, type Instant } from '../calendar';
import { type Act, type ActDefinition, actsOf } from '../shared/act-definition';
import { type Policy } from '../policy';
import { type ActedBy } from '../shared/actor';
import { type Circumstances, isPractice } from '../shared/circumstances';
import { type EventIn } from '../shared/event-definition';
import { type Rejection } from '../shared/rejection';
import { type KnownPost, NO_STAFF } from '../shared/staff';
import { type TASK_EVENTS } from './events';
import { type TaskStatus } from './status';
import { type LaneState, type TaskState } from './task.state';

/** An event of a task as it is decided. */
export type TaskEvent = EventIn<typeof TASK_EVENTS>;

/** Who asks whether an act is open, and when. */
export interface Asking {
  /** The day in Asia/Shanghai. */
  readonly today: string;
  /** The account, with the role and the unit of the post under which it would act. */
  readonly actor: Pick<ActedBy, 'accountId' | 'role' | 'unitId'>;
  /** The units that the post reaches with all below them. */
  readonly charge: readonly string[];
  /** Working days are counted by it. */
  readonly calendar: CompiledCalendar;
  /** The rules that the task follows. */
  readonly policy: Policy;
  /** True when the task is in a practice ledger: one person plays every role there, so nobody is kept from the next step. */
  readonly practice: boolean;
  /** Every unit in which the person holds a post, not only the one of the post under which they act; known where the act asks for it. */
  readonly postedIn: ReadonlySet<string>;
  /** Every unit for which the person reports or which they head in the ledger; known where the act asks for their posts. */
  readonly actsFor: ReadonlySet<string>;
  /** Who else holds posts in the ledger; null where it was not asked for. */
  readonly staff: readonly KnownPost[] | null;
  /** Of the units for which something was asked for, and of those in which people of the ledger's own roles stand: each with itself and all above it. */
  readonly lineage: ReadonlyMap<string, readonly string[]>;
}

/** Who asks, of a command. */
export function askingOf({
  today,
  calendar,
  policy,
  actor,
  charge,
  facts,
}: Pick<Circumstances, 'today' | 'calendar' | 'policy' | 'actor' | 'charge' | 'facts'>): Asking {
  const { postedIn, actsFor, staff } = facts;
  const known = staff === NO_STAFF ? null : staff.posts;
  const lineage = staff === NO_STAFF ? facts.lineage : new Map([...staff.lineage, ...facts.lineage]);
  const practice = isPractice(facts);
  return { today, calendar, policy, actor, charge, practice, postedIn, actsFor, staff: known, lineage };
}

/** What the lifecycle says of an act. */
export interface TaskActTraits {
  /** How it is offered: it leads the task on; it mends, hastens or sends back; it ends the task for good; or never, being the engine's. */
  readonly offered: 'leading' | 'side' | 'final' | 'never';
  /** The statuses in which it is open. */
  readonly from: readonly TaskStatus[];
  /**
   * The statuses that may follow; `same` is the one in which it was done, `back` the one before the step that it takes back or ends,
   * `asked-for` whatever the act leads to that it approves.
   */
  readonly to: readonly (TaskStatus | 'same' | 'back' | 'asked-for')[];
  /** True when the actor may withdraw the step until the next person acts. */
  readonly withdrawable: boolean;
  /** When the engine takes it by itself, with an empty body; null for not at all. Left out: never. */
  readonly byItself?: (state: TaskState) => Instant | null;
  /**
   * True where one person may not do it alone, judged by the events that it would bring: it becomes a proposal, which another person
   * decides, unless the policy leaves the act to one. Left out: never.
   */
  readonly needsSecond?: (state: TaskState, events: readonly TaskEvent[], today: string) => boolean;
  /**
   * Why it cannot be asked for now: it waits for its second person already. Apart from the guard, which an approval asks once more.
   */
  readonly asked?: (state: TaskState, asking: Asking) => Rejection | null;
  /** The unit's act that the office records by it; left out for an act of one's own. */
  readonly recordsFor?: string;
  /** What its form edits: a form filled before that was touched is refused. */
  readonly edits: readonly ('content' | 'steps')[];
  /**
   * The lane in which it is taken: its form and its stated day follow that lane alone, whatever other units do. Null where it cannot be
   * told. Left out: it concerns the whole task.
   */
  readonly inLane?: (state: TaskState, actor: Asking['actor'], form: object) => LaneState | null;
  /**
   * The last step before it, by its stated day: it is not stated to be earlier. Left out: the last step of its lane; where it concerns the
   * whole task, of any lane or none.
   */
  readonly follows?: (state: TaskState, lane: LaneState | null) => Day | null;
  /** Why this person may not do it now, or null. It needs no command, so it also answers which acts are open. */
  readonly guard?: (state: TaskState, asking: Asking) => Rejection | null;
  /**
   * What people are told who look for the act and hold no post for it: whose it is, and since when it lies there. A zh-CN sentence; null
   * for those who do not look for it now. Left out: nobody looks for it.
   */
  readonly othersStep?: (state: TaskState, actor: Pick<Asking['actor'], 'role' | 'unitId'>) => string | null;
}

/** Defines an act on a task. */
export const taskAct: <const Type extends string, Schema extends z.ZodType>(
  definition: ActDefinition<Type, Schema, TaskState, TaskEvent> & TaskActTraits,
) => Act<'task', Type, Schema, TaskState, TaskEvent> & TaskActTraits = actsOf<'task', TaskState, TaskEvent>('task');
