/** What a status means beside its name and word. Left-out traits are not so. */
interface Traits {
  /** The word that people read. */
  readonly word: string;
  /** Units may have the task in hand: the limits of those that do run. */
  readonly running?: true;
  /** The unit has done its part and others look at it. */
  readonly underCheck?: true;
  /** Nothing more happens to the task in this round. */
  readonly ended?: true;
  /** Its clocks stand still: nobody is reminded, no limit comes nearer. */
  readonly suspended?: true;
}

/** Where a task may stand, in the order of its life: the one list. Overdue is computed from its limits and never a status. */
const LIST = [
  ['draft', { word: '待确认' }],
  ['hung', { word: '待交办' }],
  ['assigned', { word: '待签收', running: true }],
  ['declined', { word: '退件', running: true }],
  ['underway', { word: '办理中', running: true }],
  ['suspended', { word: '缓办', suspended: true }],
  ['closure-requested', { word: '初核中', underCheck: true }],
  ['verified', { word: '待销号', underCheck: true }],
  ['returned', { word: '退回整改', running: true }],
  ['closed', { word: '已销号', ended: true }],
  ['voided', { word: '作废', ended: true }],
  ['terminated', { word: '终止', ended: true }],
] as const satisfies readonly (readonly [string, Traits])[];

/** Where a task stands. */
export type TaskStatus = (typeof LIST)[number][0];

const TRAITS: ReadonlyMap<TaskStatus, Traits> = new Map<TaskStatus, Traits>(LIST);

/** Every status, in the order of a task's life. */
export const TASK_STATUSES: readonly TaskStatus[] = LIST.map(([status]) => status);

/** The word that people read for a status. */
export function statusWord(status: TaskStatus): string {
  return TRAITS.get(status)?.word ?? status;
}

function statusesThat(are: (traits: Traits) => boolean): readonly TaskStatus[] {
  return [...TRAITS].filter(([, traits]) => are(traits)).map(([status]) => status);
}

/** Statuses in which units may have the task in hand, so that their limits run. */
export const RUNNING: readonly TaskStatus[] = statusesThat(({ running = false }) => running);

/** Statuses in which the unit has done its part and others look at it. */
export const UNDER_CHECK: readonly TaskStatus[] = statusesThat(({ underCheck = false }) => underCheck);

/** Statuses after which nothing more happens to the round. */
export const ENDED: readonly TaskStatus[] = statusesThat(({ ended = false }) => ended);

/** Statuses in which the clocks of a task stand still. */
export const SUSPENDED: readonly TaskStatus[] = statusesThat(({ suspended = false }) => suspended);

/** Statuses of a task that is on the account (挂账) and not ended. */
export const ON_ACCOUNT: readonly TaskStatus[] = TASK_STATUSES.filter(
  (status) => status !== 'draft' && !ENDED.includes(status),
);

/** Statuses in which units answer an assignment: also while others are checked already. */
export const ANSWERING: readonly TaskStatus[] = [...RUNNING, ...UNDER_CHECK];

/** Whether units may have the task in hand. */
export function isRunning({ status }: { readonly status: TaskStatus }): boolean {
  return RUNNING.includes(status);
}

/** Whether nothing more happens to the task in this round. */
export function isEnded({ status }: { readonly status: TaskStatus }): boolean {
  return ENDED.includes(status);
}

/** Whether the clocks of the task stand still. */
export function isSuspended({ status }: { readonly status: TaskStatus }): boolean {
  return SUSPENDED.includes(status);
}
