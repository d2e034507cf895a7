/** A number that is set aside. */
export interface Reservation {
  readonly taskId: string;
  /** The day of the closing that it is for. */
  readonly on: string;
  /** The command that asked for it: no other one closes the task with it. */
  readonly commandId: string;
}

/** The closing numbers of a ledger as their events tell them. */
export interface SeriesState {
  /** The last serial of each year. */
  readonly lastSerial: Readonly<Record<number, number>>;
  /** Numbers that are reserved and neither used nor void yet. */
  readonly open: Readonly<Record<string, Reservation>>;
  /** A number has closed its task. */
  readonly used: boolean;
}

/** The series of a ledger in which nothing was closed. */
export const NO_NUMBERS: SeriesState = { lastSerial: {}, open: {}, used: false };

/** True when a number has closed its task, or is set aside to. */
export function closingsBegun({ open, used }: SeriesState): boolean {
  return used || Object.keys(open).length > 0;
}

/** The number reserved for a task, null when there is none. */
export function reservedFor({ open }: SeriesState, taskId: string): (Reservation & { readonly number: string }) | null {
  const found = Object.entries(open).find(([, reservation]) => reservation.taskId === taskId);
  return found ? { number: found[0], ...found[1] } : null;
}

/** The series without a number that is no longer open. */
export function withoutOpen(state: SeriesState, closingNumber: string): SeriesState {
  const { [closingNumber]: _settled, ...open } = state.open;
  return { ...state, open };
}
