import { z } from 'zod';
import { daySchema } from '../calendar';
import { type EventOf } from '../shared/event';
import { contentHashSchema, idSchema, lineSchema, textSchema } from '../shared/schema';
import { authoritySchema, draftTaskSchema, taskChangesSchema } from './task.parts';

/** One value of an indicator on a day. Values are in the indicator's own unit. */
export const readingSchema = z.strictObject({ indicatorId: lineSchema(20), value: z.number(), readOn: daySchema });

/** A file that shows something, referenced by the hash of its content. Sizes in bytes. */
export const evidenceSchema = z.strictObject({
  hash: contentHashSchema,
  fileName: lineSchema(200),
  mediaType: lineSchema(100),
  size: z.int().positive(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** How a unit without an account gave its report to the office. */
export const onBehalfSchema = z.strictObject({
  unitId: idSchema,
  saidBy: lineSchema(60),
  how: z.enum(['phone', 'paper', 'meeting', 'message']),
  saidOn: daySchema,
});

/** How a closed task ended: 已整改, 持续整改, 未整改. */
export const outcomeSchema = z.enum(['rectified', 'continuing', 'not-rectified']);
export type Outcome = z.infer<typeof outcomeSchema>;

const timerFactsSchema = z.strictObject({
  timerId: lineSchema(200),
  limitId: lineSchema(20),
  period: lineSchema(20).nullable(),
  rungId: lineSchema(40),
  due: daySchema,
});

/** Every fact in a task's life. Schemas of released events are never edited: a change is a new schema version. */
export const taskEventSchemas = {
  'task.drafted': draftTaskSchema,
  'task.draft-corrected': z.strictObject({ changes: taskChangesSchema }),
  'task.confirmed': z.strictObject({
    leadUnitIds: z.array(idSchema).min(1).max(20),
    supportUnitIds: z.array(idSchema).max(100),
    /** `confirmed`: a person stands by the limits; `none`: a person says that there is no limit. */
    limits: z.enum(['confirmed', 'none']),
  }),
  'task.hung': z.strictObject({
    taskNumber: lineSchema(60),
    authority: authoritySchema,
    secrecyDeclared: z.literal(true),
    occurredOn: daySchema,
  }),
  'task.assigned': z.strictObject({
    leadUnitIds: z.array(idSchema).min(1).max(20),
    supportUnitIds: z.array(idSchema).max(100),
    requirements: textSchema(4_000, 0),
    replyBy: daySchema.nullable(),
    occurredOn: daySchema,
    calendarVersion: lineSchema(100),
    ladderVersion: lineSchema(100),
  }),
  'task.accepted': z.strictObject({ unitId: idSchema, occurredOn: daySchema }),
  'task.declined': z.strictObject({ unitId: idSchema, reason: textSchema(2_000, 1), occurredOn: daySchema }),
  'task.reported': z.strictObject({
    unitId: idSchema,
    occurredOn: daySchema,
    progress: textSchema(4_000, 1),
    problems: textSchema(4_000, 0),
    nextSteps: textSchema(4_000, 0),
    helpNeeded: textSchema(4_000, 0),
    /** Progress against plan in percent, where the unit states one. */
    percent: z.number().min(0).max(100).nullable(),
    readings: z.array(readingSchema).max(100),
    evidence: z.array(evidenceSchema).max(50),
    limitsDone: z.array(lineSchema(20)).max(100),
    onBehalf: onBehalfSchema.nullable(),
  }),
  'task.closure-requested': z.strictObject({
    unitId: idSchema,
    occurredOn: daySchema,
    selfCheck: textSchema(4_000, 1),
    /** The head of the unit commits that the self-check is true. */
    committed: z.literal(true),
    limitsClaimed: z.array(lineSchema(20)).max(100),
  }),
  'task.verified': z.strictObject({ level: z.literal(1), occurredOn: daySchema, conclusion: textSchema(4_000, 1) }),
  'task.returned': z.strictObject({
    occurredOn: daySchema,
    missing: textSchema(4_000, 1),
    limitsReopened: z.array(lineSchema(20)).max(100),
    calendarVersion: lineSchema(100),
    ladderVersion: lineSchema(100),
  }),
  'task.closed': z.strictObject({
    occurredOn: daySchema,
    outcome: outcomeSchema,
    statement: textSchema(4_000, 1),
    closingNumber: lineSchema(60),
    closedBy: z.strictObject({ accountId: idSchema, name: lineSchema(60) }),
  }),
  'task.voided': z.strictObject({ reason: textSchema(2_000, 1) }),
  'task.terminated': z.strictObject({
    reason: textSchema(2_000, 1),
    authority: authoritySchema,
    occurredOn: daySchema,
  }),
  'task.corrected': z.strictObject({ changes: taskChangesSchema, reason: textSchema(2_000, 1) }),
  'task.withdrawn': z.strictObject({ withdrawnEventId: idSchema, step: lineSchema(60) }),
  'task.reminded': timerFactsSchema.extend({ kind: z.enum(['remind', 'due']) }),
  'task.urged': timerFactsSchema,
  'task.escalated': timerFactsSchema,
  /** By a person of the office, at no timer's bidding. */
  'task.urged-by-office': z.strictObject({ message: textSchema(2_000, 0), occurredOn: daySchema }),
  'task.period-opened': z.strictObject({
    limitId: lineSchema(20),
    period: lineSchema(20),
    from: daySchema,
    due: daySchema,
  }),
};

export type TaskEvent = EventOf<typeof taskEventSchemas>;
