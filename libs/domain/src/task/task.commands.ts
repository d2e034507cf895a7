import { z } from 'zod';
import { daySchema } from '../calendar';
import { freeTextSchema, withoutPrivateData } from '../shared/private-data';
import { type CommandOf } from '../shared/decider';
import { idSchema, lineSchema } from '../shared/schema';
import { evidenceSchema, onBehalfSchema, outcomeSchema, readingSchema } from './task.events';
import { authoritySchema, draftTaskSchema, taskChangesSchema } from './task.parts';

/** The revision of the task that the person's form was filled on; left out by programs that do not hold a form. */
const seenRevision = z.int().nonnegative().optional();
/** The day on which the step was taken; left out, it is today. */
const occurredOn = daySchema.optional();

/** Content, authorities and names of files and callers as people write them: their texts, too, name no private numbers. */
const changes = withoutPrivateData(taskChangesSchema, ({ title, body, changedLimits = [], addedLimits = [] }) => [
  title,
  body,
  ...changedLimits.map(({ what }) => what),
  ...addedLimits.map(({ what }) => what),
]);
const authority = withoutPrivateData(authoritySchema, ({ reference }) => [reference]);
const evidence = withoutPrivateData(evidenceSchema, ({ fileName }) => [fileName]);
const onBehalf = withoutPrivateData(onBehalfSchema, ({ saidBy }) => [saidBy]);

const reportSchema = z.strictObject({
  occurredOn,
  progress: freeTextSchema(4_000, 1),
  problems: freeTextSchema(4_000, 0).default(''),
  nextSteps: freeTextSchema(4_000, 0).default(''),
  helpNeeded: freeTextSchema(4_000, 0).default(''),
  percent: z.number().min(0).max(100).nullable().default(null),
  readings: z.array(readingSchema).max(100).default([]),
  evidence: z.array(evidence).max(50).default([]),
  limitsDone: z.array(lineSchema(20)).max(100).default([]),
  seenRevision,
});

/** What may be asked of a task. Each schema is the body of the command as people and programs send it. */
export const taskCommandSchemas = {
  'task.draft': draftTaskSchema,
  'task.correct-draft': z.strictObject({ changes, seenRevision }),
  'task.confirm': z.strictObject({
    leadUnitIds: z.array(idSchema).min(1).max(20),
    supportUnitIds: z.array(idSchema).max(100),
    limits: z.enum(['confirmed', 'none']),
    seenRevision,
  }),
  'task.hang': z.strictObject({
    authority,
    secrecyDeclared: z.literal(true),
    occurredOn,
    seenRevision,
  }),
  'task.assign': z.strictObject({
    requirements: freeTextSchema(4_000, 0).default(''),
    replyBy: daySchema.nullable().default(null),
    occurredOn,
    seenRevision,
  }),
  'task.accept': z.strictObject({ occurredOn, seenRevision }),
  'task.decline': z.strictObject({ reason: freeTextSchema(2_000, 1), occurredOn, seenRevision }),
  'task.report': reportSchema,
  /** For a unit without an account: the office writes down who said it, how and when. */
  'task.report-on-behalf': reportSchema.extend({ onBehalf }),
  'task.request-closure': z.strictObject({
    occurredOn,
    selfCheck: freeTextSchema(4_000, 1),
    committed: z.literal(true),
    seenRevision,
  }),
  'task.verify': z.strictObject({ occurredOn, conclusion: freeTextSchema(4_000, 1), seenRevision }),
  'task.return': z.strictObject({
    occurredOn,
    missing: freeTextSchema(4_000, 1),
    /** The limits that are not met; left out, every limit claimed by the request. */
    limitsReopened: z.array(lineSchema(20)).max(100).optional(),
    seenRevision,
  }),
  'task.close': z.strictObject({
    occurredOn,
    outcome: outcomeSchema,
    statement: freeTextSchema(4_000, 1),
    closingNumber: lineSchema(60),
  }),
  'task.void': z.strictObject({ reason: freeTextSchema(2_000, 1), seenRevision }),
  'task.terminate': z.strictObject({
    reason: freeTextSchema(2_000, 1),
    authority,
    occurredOn,
    seenRevision,
  }),
  'task.correct': z.strictObject({ changes, reason: freeTextSchema(2_000, 1), seenRevision }),
  /** By hand, beside the reminders that climb by themselves: the office asks the unit once more. */
  'task.urge': z.strictObject({ message: freeTextSchema(2_000, 0).default(''), occurredOn, seenRevision }),
  'task.withdraw': z.strictObject({ seenRevision }),
  'task.fire-timer': z.strictObject({
    timerId: lineSchema(200),
    limitId: lineSchema(20),
    period: lineSchema(20).nullable(),
    rungId: lineSchema(40),
    kind: z.enum(['remind', 'due', 'urge', 'escalate']),
    due: daySchema,
  }),
  'task.open-period': z.strictObject({ limitId: lineSchema(20), period: lineSchema(20) }),
};

export type TaskCommand = CommandOf<typeof taskCommandSchemas>;
export type TaskCommandType = TaskCommand['type'];
