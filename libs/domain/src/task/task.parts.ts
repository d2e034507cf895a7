import { z } from 'zod';
import { daySchema, dueOnSchema, recurrenceRuleSchema, recurrenceSchema } from '../calendar';
import { idSchema, lineSchema, textSchema } from '../shared/schema';

/**
 * On whose word a task is hung (令733 art. 7, 11): a document with its number, a meeting, or a leader's instruction.
 */
export const authoritySchema = z.strictObject({
  kind: z.enum(['document', 'meeting', 'instruction']),
  reference: lineSchema(300),
});
export type Authority = z.infer<typeof authoritySchema>;

/** Where in a source document something stands: UTF-16 offsets, end exclusive. */
export const spanSchema = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() });

/** A unit as the document names it. Real units are chosen by a person when the draft is confirmed. */
export const namedUnitSchema = z.strictObject({
  name: lineSchema(200),
  span: spanSchema.nullable(),
  /** A collective name (各成员单位): a person expands it, it is never a unit itself. */
  collective: z.boolean(),
});
export type NamedUnit = z.infer<typeof namedUnitSchema>;

/** Whether no two parts have the same id. */
function distinct<Key extends string>(key: Key): (parts: readonly Readonly<Record<Key, string>>[]) => boolean {
  return (parts) => new Set(parts.map((part) => part[key])).size === parts.length;
}

/** Ids of a task's own parts (L1, I1): unique within the task, never reused. */
const partIdSchema = z.string().regex(/^[A-Z]\d{1,4}$/u);

/** A limit (节点): a dated or recurring duty with the words it comes from. Both null: the words name no readable date. */
export const limitSchema = z
  .strictObject({
    limitId: partIdSchema,
    sourceText: textSchema(500, 0),
    what: textSchema(1_000, 0),
    due: daySchema.nullable(),
    recurrence: recurrenceSchema.nullable(),
    /** The day inside each period on which a recurring duty is due; null is the period's last day. */
    dueOn: dueOnSchema.nullable(),
    span: spanSchema.nullable(),
  })
  .refine(
    ({ recurrence, dueOn }) =>
      dueOn === null || recurrenceRuleSchema.safeParse({ every: recurrence, dueOn, firstYear: null }).success,
    'TASK.DUE_OUTSIDE_PERIOD',
  );
export type Limit = z.infer<typeof limitSchema>;

/** At most this many limits stand in one task: requests and returns list them, and an event is bounded. */
export const MAX_LIMITS = 100;

/** Limits side by side; none is named twice. */
const limitsSchema = z.array(limitSchema).max(MAX_LIMITS).refine(distinct('limitId'), 'TASK.LIMIT_TWICE');

/** A measurable target. `max` only with op `range`. */
export const indicatorSchema = z.strictObject({
  indicatorId: partIdSchema,
  name: lineSchema(300),
  op: z.enum(['>=', '<=', '=', 'range']),
  value: z.number(),
  max: z.number().nullable(),
  unit: z.string().trim().max(40),
  sourceText: textSchema(500, 0),
  span: spanSchema.nullable(),
});
export type Indicator = z.infer<typeof indicatorSchema>;

/** Indicators side by side; none is named twice. */
const indicatorsSchema = z.array(indicatorSchema).max(100).refine(distinct('indicatorId'), 'TASK.INDICATOR_TWICE');

/** What a field's reading leaves open, in plain words for the person who corrects the draft. */
export const doubtSchema = z.strictObject({ field: lineSchema(60), message: textSchema(500, 1) });

/** The document's clause that a task comes from. */
export const sourceClauseSchema = z.strictObject({
  documentTitle: lineSchema(300),
  documentNumber: lineSchema(100).nullable(),
  section: z.string().trim().max(300),
  number: z.string().trim().max(40),
  span: spanSchema.nullable(),
});
export type SourceClause = z.infer<typeof sourceClauseSchema>;

const contentSchema = z.strictObject({
  title: lineSchema(500),
  body: textSchema(20_000, 0),
  leadUnitNames: z.array(namedUnitSchema).max(50),
  supportUnitNames: z.array(namedUnitSchema).max(200),
  limits: limitsSchema,
  indicators: indicatorsSchema,
});

/** A task as read from a document or typed in, before any person has confirmed it. */
export const draftContentSchema = contentSchema.extend({
  source: sourceClauseSchema,
  doubts: z.array(doubtSchema).max(100),
});
export type DraftContent = z.infer<typeof draftContentSchema>;

/** The draft with its place in a ledger. `serial` counts the ledger's tasks from 1. */
export const draftTaskSchema = draftContentSchema.extend({
  ledgerId: idSchema,
  importId: idSchema,
  serial: z.int().positive(),
});

/** A change of one limit; left-out fields stay. */
export const limitChangeSchema = z.strictObject({
  limitId: partIdSchema,
  what: textSchema(1_000, 0).optional(),
  due: daySchema.nullable().optional(),
  recurrence: recurrenceSchema.nullable().optional(),
  dueOn: dueOnSchema.nullable().optional(),
});

/** What a correction may change; left-out fields stay. Units are changed by id and replace the former list. */
export const taskChangesSchema = z
  .strictObject({
    title: lineSchema(500).optional(),
    body: textSchema(20_000, 0).optional(),
    leadUnitIds: z.array(idSchema).min(1).max(20).optional(),
    supportUnitIds: z.array(idSchema).max(100).optional(),
    changedLimits: z
      .array(limitChangeSchema)
      .max(MAX_LIMITS)
      .refine(distinct('limitId'), 'TASK.LIMIT_TWICE')
      .optional(),
    addedLimits: limitsSchema.optional(),
    removedLimits: z.array(partIdSchema).max(MAX_LIMITS).optional(),
    indicators: indicatorsSchema.optional(),
  })
  .refine((changes) => Object.keys(changes).length > 0, 'TASK.NOTHING_CHANGED');
export type TaskChanges = z.infer<typeof taskChangesSchema>;
