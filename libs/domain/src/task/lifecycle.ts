import { type TaskCommandType } from './task.commands';

/** Where a task stands. Overdue is computed from its limits and never a status. */
export const TASK_STATUSES = [
  'draft',
  'hung',
  'assigned',
  'declined',
  'underway',
  'closure-requested',
  'verified',
  'returned',
  'closed',
  'voided',
  'terminated',
] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];

/** The word that people read for each status. */
export const STATUS_WORDS: Readonly<Record<TaskStatus, string>> = {
  draft: '待确认',
  hung: '待交办',
  assigned: '待签收',
  declined: '退件',
  underway: '办理中',
  'closure-requested': '初核中',
  verified: '待销号',
  returned: '退回整改',
  closed: '已销号',
  voided: '作废',
  terminated: '终止',
};

/** An act's line: from which statuses it is open, and where it leads (null: the status stays). */
export interface LifecycleLine {
  readonly from: readonly TaskStatus[];
  readonly to: TaskStatus | null;
  /** The word on the button and in messages. */
  readonly word: string;
  /** Whether the person who took the step may take it back until the next person acts. */
  readonly withdrawable: boolean;
}

const OPEN: readonly TaskStatus[] = [
  'hung',
  'assigned',
  'declined',
  'underway',
  'closure-requested',
  'verified',
  'returned',
];
const WITH_UNIT: readonly TaskStatus[] = ['assigned', 'underway', 'returned'];

/**
 * The lifecycle as a table: one line for every command but the first (`task.draft`, which needs a task that is not
 * there yet). Which act is open in which status is said here and nowhere else.
 */
export const LIFECYCLE: Readonly<Record<Exclude<TaskCommandType, 'task.draft'>, LifecycleLine>> = {
  'task.correct-draft': { from: ['draft'], to: null, word: '修改草稿', withdrawable: false },
  'task.confirm': { from: ['draft', 'hung', 'declined'], to: null, word: '确认', withdrawable: false },
  'task.hang': { from: ['draft'], to: 'hung', word: '挂账', withdrawable: true },
  'task.assign': { from: ['hung', 'declined'], to: 'assigned', word: '交办', withdrawable: true },
  'task.accept': { from: ['assigned'], to: 'underway', word: '签收', withdrawable: true },
  'task.decline': { from: ['assigned'], to: 'declined', word: '退件', withdrawable: true },
  'task.report': { from: ['underway', 'returned'], to: null, word: '填报', withdrawable: true },
  'task.report-on-behalf': { from: ['underway', 'returned'], to: null, word: '代填', withdrawable: true },
  'task.request-closure': {
    from: ['underway', 'returned'],
    to: 'closure-requested',
    word: '申请销号',
    withdrawable: true,
  },
  'task.verify': { from: ['closure-requested'], to: 'verified', word: '核验通过', withdrawable: true },
  'task.return': { from: ['closure-requested', 'verified'], to: 'returned', word: '退回', withdrawable: true },
  'task.close': { from: ['verified'], to: 'closed', word: '销号', withdrawable: false },
  'task.void': { from: ['draft', ...OPEN], to: 'voided', word: '作废', withdrawable: false },
  'task.terminate': { from: OPEN, to: 'terminated', word: '终止', withdrawable: false },
  'task.urge': { from: WITH_UNIT, to: null, word: '催办', withdrawable: false },
  'task.correct': { from: OPEN, to: null, word: '更正', withdrawable: false },
  'task.withdraw': { from: OPEN, to: null, word: '撤回', withdrawable: false },
  'task.fire-timer': { from: WITH_UNIT, to: null, word: '到时提醒', withdrawable: false },
  'task.open-period': { from: WITH_UNIT, to: null, word: '开启期次', withdrawable: false },
};

/** Statuses in which the unit has the task in hand, so that its limits run. */
export const RUNNING_STATUSES: ReadonlySet<TaskStatus> = new Set(WITH_UNIT);

/** Statuses after which nothing more happens to the cycle. */
export const ENDED_STATUSES: ReadonlySet<TaskStatus> = new Set(['closed', 'voided', 'terminated']);

/**
 * What is wrong with a lifecycle table, in plain words; empty when it is sound. Checked when the program starts: every
 * status is reached from the draft, ended ones have no way out, every other one has.
 */
export function lifecycleFaults(lines: Readonly<Record<string, LifecycleLine>> = LIFECYCLE): string[] {
  const all = Object.values(lines);
  const reached = reachable('draft', all);
  return TASK_STATUSES.flatMap((status) => {
    const leaving = all.some((line) => line.to !== null && line.to !== status && line.from.includes(status));
    const faults: string[] = [];
    if (!reached.has(status)) faults.push(`no act leads to ${status}`);
    if (ENDED_STATUSES.has(status) && leaving) faults.push(`${status} is ended but an act leaves it`);
    if (!ENDED_STATUSES.has(status) && !leaving) faults.push(`no act leaves ${status}`);
    return faults;
  });
}

function reachable(start: TaskStatus, lines: readonly LifecycleLine[]): Set<TaskStatus> {
  const reached = new Set<TaskStatus>([start]);
  for (const status of reached) {
    for (const line of lines) if (line.to !== null && line.from.includes(status)) reached.add(line.to);
  }
  return reached;
}
