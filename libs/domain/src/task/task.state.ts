import { type TaskStatus } from './lifecycle';
import { type Outcome } from './task.events';
import { type Indicator, type Limit, type NamedUnit, type SourceClause } from './task.parts';

/** One recorded due day of a limit: the first one and every later move stay visible. */
export interface DueMove {
  readonly due: string;
  readonly since: string;
  readonly reason: string;
}

/** A limit in a task's life. Instants are ISO 8601 UTC, days are Asia/Shanghai. */
export interface LimitState extends Limit {
  readonly chain: readonly DueMove[];
  /** The periods (期次) of a recurring limit that are owed now, oldest first, each with the moment it was opened. */
  readonly openPeriods: readonly { readonly period: string; readonly due: string; readonly armedAt: string }[];
  /** The last period that was opened; the next one follows from it. */
  readonly lastPeriod: string | null;
  readonly done: { readonly on: string; readonly claimedByRequest: boolean } | null;
  readonly verifiedOn: string | null;
  /** From when its timers count: assignment, a moved due day, a return. */
  readonly armedAt: string | null;
}

/** An indicator with its latest reading. */
export interface IndicatorState extends Indicator {
  readonly reading: { readonly value: number; readonly readOn: string } | null;
}

/** Who has the task in hand and under which rules. */
export interface Assignment {
  readonly leadUnitIds: readonly string[];
  readonly supportUnitIds: readonly string[];
  readonly requirements: string;
  readonly replyBy: string | null;
  readonly calendarVersion: string;
  readonly ladderVersion: string;
}

/** The last withdrawable step: who took it and how the task stood before. */
export interface Undo {
  readonly eventId: string;
  readonly step: string;
  readonly accountId: string;
  readonly before: TaskState;
}

/** A task as its events tell it. */
export interface TaskState {
  readonly status: TaskStatus;
  readonly ledgerId: string;
  readonly importId: string;
  readonly serial: number;
  readonly taskNumber: string | null;
  readonly source: SourceClause;
  readonly title: string;
  readonly body: string;
  readonly leadUnitNames: readonly NamedUnit[];
  readonly supportUnitNames: readonly NamedUnit[];
  readonly leadUnitIds: readonly string[];
  readonly supportUnitIds: readonly string[];
  readonly limits: readonly LimitState[];
  /** Every limit id ever given, those of removed limits too: timers are named after them, so none is given twice. */
  readonly limitIds: readonly string[];
  readonly indicators: readonly IndicatorState[];
  /** What a person said of the limits; null until somebody did. */
  readonly limitsConfirmed: 'confirmed' | 'none' | null;
  readonly assignment: Assignment | null;
  readonly percent: number | null;
  readonly lastReport: { readonly occurredOn: string; readonly progress: string; readonly problems: string } | null;
  readonly reportCount: number;
  /** Accounts that reported or asked for closure in this cycle: they do not verify. */
  readonly reporters: readonly string[];
  /** Accounts that verified or returned in this cycle: they do not close. */
  readonly verifiers: readonly string[];
  readonly closing: { readonly closingNumber: string; readonly outcome: Outcome; readonly on: string } | null;
  /** The day on which the office last urged the unit by hand, by the server's clock; null if it never did. */
  readonly lastUrgedOn: string | null;
  /** The stated day of the last lifecycle step; the next one is not stated before it. */
  readonly lastStepOn: string | null;
  /** How often the limits were set running: each assignment and each return begins a climb of its own. */
  readonly cycle: number;
  /** Timer ids that have fired, so that none is recorded twice. */
  readonly firedTimers: readonly string[];
  readonly undo: Undo | null;
  /** The revision at which content (title, units, limits) and steps were last touched, for forms filled on older ones. */
  readonly contentRevision: number;
  readonly stepRevision: number;
}
