/** The steps of the first hour, in order. */
export const START_STEPS = ['unit', 'calendar', 'people', 'document'] as const;

/** A step of the first hour. */
export type StartStep = (typeof START_STEPS)[number];

/** What is there, as far as it tells which steps are done. */
export interface Standing {
  /** Units besides the one that the first start makes. */
  readonly units: number;
  /** The calendar was looked at here, or an own one was published. */
  readonly calendarSettled: boolean;
  /** Accounts besides one's own. */
  readonly otherAccounts: number;
  readonly tasks: number;
}

/** Which steps are done, by what is there and not by what was clicked. */
export function doneSteps({ units, calendarSettled, otherAccounts, tasks }: Standing): ReadonlySet<StartStep> {
  const done: Readonly<Record<StartStep, boolean>> = {
    unit: units > 0,
    calendar: calendarSettled,
    people: otherAccounts > 0,
    document: tasks > 0,
  };
  return new Set(START_STEPS.filter((step) => done[step]));
}

/** The step to go on with: the first that is not done, the last when all are. */
export function stepToTake(done: ReadonlySet<StartStep>): StartStep {
  return START_STEPS.find((step) => !done.has(step)) ?? 'document';
}

/** The step that an address names, or null. */
export function readStep(text: string | null): StartStep | null {
  return START_STEPS.find((step) => step === text) ?? null;
}

/** True while there is no unit, or no account but the first administrator: the start page is then shown. */
export function isDue({ units, otherAccounts }: Pick<Standing, 'units' | 'otherAccounts'>): boolean {
  return units === 0 || otherAccounts === 0;
}
