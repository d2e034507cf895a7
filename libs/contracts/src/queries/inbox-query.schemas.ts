import { daySchema, ENTRY_KINDS, idSchema, instantSchema, roleSchema } from '#domain';
import { z } from 'zod';
import {
  asOfSchema,
  cursorParameter,
  limitParameter,
  listParameter,
  nextSchema,
  positionParameter,
  standingSchema,
  taskStatusSchema,
  unitReferenceSchema,
} from './query-parts';

/**
 * What an entry is about. The first ones wait for an act: `accept` 签收, `assign-again` 退件后重新交办, `verify` 核验, `close` 销号,
 * `rectify` 退回整改, `remind` 提醒填报, `urge` 催办, `escalate` 升级督办. The last ones are news: `reported` 填报有问题或需协调,
 * `urge-copy` 催办抄送, `closed` 已销号, `imported` 导入完成.
 */
export const inboxKindSchema = z.enum(ENTRY_KINDS);
export type InboxKind = z.infer<typeof inboxKindSchema>;

/** Which part of the inbox: what waits for me, what I should know, what has been settled. */
export const readInboxParameters = z.strictObject({
  box: z.enum(['waiting', 'news', 'settled']).default('waiting'),
  /** Left out, every ledger but one's practice ledger: that waits for nobody in earnest. */
  ledgerId: idSchema.optional(),
  kind: listParameter(inboxKindSchema),
  /** What came after this position of the log is counted in `counts.since`: what is unread. */
  since: positionParameter.optional(),
  limit: limitParameter(),
  cursor: cursorParameter,
});
export type ReadInboxParameters = z.infer<typeof readInboxParameters>;

/** One entry. Title, number and status are the task's present ones. */
export const inboxEntrySchema = z.strictObject({
  entryId: z.string(),
  kind: inboxKindSchema,
  /** Which role it is addressed to, and in which unit (null: whoever has the role in the ledger). */
  role: roleSchema,
  unit: unitReferenceSchema.nullable(),
  ledgerId: idSchema,
  taskId: idSchema.nullable(),
  taskNumber: z.string().nullable(),
  title: z.string().nullable(),
  status: taskStatusSchema.nullable(),
  /** The day of the limit that the entry is about, else the next one of its task; lamp and days left are of this day. */
  nextDue: daySchema.nullable(),
  ...standingSchema.shape,
  /** The reader's own clock, where the entry asks for an act that has one: by when, and the working days left. */
  clock: z.strictObject({ due: daySchema, remainingWorkingDays: z.int() }).nullable(),
  /** The unit whose delay it is about; null: it is about none. */
  about: unitReferenceSchema.nullable(),
  /** The entry brings a delay to the reader by name, who has not said that they have read it. */
  toRead: z.boolean(),
  /** Pieces of its sentence, by kind. */
  data: z.record(z.string(), z.unknown()),
  /** Who took the step that it comes from. */
  actorName: z.string(),
  eventId: idSchema,
  position: z.string(),
  recordedAt: instantSchema,
  settledAt: instantSchema.nullable(),
});
export type InboxEntry = z.infer<typeof inboxEntrySchema>;

/** So many unread entries are counted at most. */
export const MOST_UNREAD = 1_000;

/** A page of entries: waiting ones by their limit, the earliest first; others the newest first. */
export const inboxSchema = z.strictObject({
  position: asOfSchema,
  /** What waits, by kind; of the whole inbox, not of the page. */
  counts: z.strictObject({
    waiting: z.int(),
    /** Entries without a clock of the reader's own, whose task is late or due today. */
    late: z.int(),
    dueToday: z.int(),
    /** Entries whose own clock is over, or ends today: the reader's delay, not that of the task. */
    ownLate: z.int(),
    ownDueToday: z.int(),
    byKind: z.partialRecord(inboxKindSchema, z.int()),
    /** Waiting entries and news newer than `since`, counted up to 1,000; null when that was not asked. */
    since: z.int().max(MOST_UNREAD).nullable(),
  }),
  entries: z.array(inboxEntrySchema),
  next: nextSchema,
});
export type Inbox = z.infer<typeof inboxSchema>;
