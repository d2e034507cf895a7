import { z } from 'zod';
import { readRows } from '../../people/person-row';

const startDraftSchema = z.object({
  top: z.string().max(200),
  office: z.string().max(200),
  region: z.string().max(60),
  others: z.string().max(60_000),
  calendarSeen: z.boolean(),
  rows: z.unknown(),
});

/** What of the first hour is kept on this computer; passwords are not. */
export interface StartDraft {
  readonly top: string;
  readonly office: string;
  readonly region: string;
  /** The pasted list of units. */
  readonly others: string;
  readonly calendarSeen: boolean;
  readonly rows: NonNullable<ReturnType<typeof readRows>>;
}

/** Nothing filled in. */
export const EMPTY_START: StartDraft = { top: '', office: '', region: '', others: '', calendarSeen: false, rows: [] };

/** The kept state; null when nothing readable is there. */
export function readStartDraft(stored: unknown): StartDraft | null {
  const read = startDraftSchema.safeParse(stored);
  return read.success ? { ...read.data, rows: readRows(read.data.rows) ?? [] } : null;
}
