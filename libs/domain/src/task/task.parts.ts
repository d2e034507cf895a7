import { z } from 'zod';
import { countingUnitSchema, daySchema, dueOnSchema, recurrenceRuleSchema, recurrenceSchema } from '../calendar';
import { ruleNameSchema } from '../policy';
import { actedBySchema, roleSchema } from '../shared/actor';
import { reject } from '../shared/rejection';
import { contentHashSchema, loggedIdSchema, lineSchema, optionalLineSchema, textSchema } from '../shared/schema';

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

/** Adds to a list that no two of its parts have the same id. */
export function distinct<Key extends string>(key: Key): (parts: readonly Readonly<Record<Key, string>>[]) => boolean {
  return (parts) => new Set(parts.map((part) => part[key])).size === parts.length;
}

/** Ids of a task's own parts (L1, I1): unique within the task, never reused. */
export const partIdSchema = z.string().regex(/^[A-Z]\d{1,4}$/u);

/** When a limit is due: on a day; or again and again, and then `due` is the last day of the duty (null: as long as the task lives). */
export const termsSchema = z.strictObject({
  due: daySchema.nullable(),
  recurrence: recurrenceSchema.nullable(),
  /** The day inside each period on which a recurring duty is due; null is the period's last day. */
  dueOn: dueOnSchema.nullable(),
});
export type Terms = z.infer<typeof termsSchema>;

/** The refusal of a day that no period of its limit has, or of one on a limit that does not recur. */
export const DUE_OUTSIDE_PERIOD = reject(
  'TASK.DUE_OUTSIDE_PERIOD',
  '期内到期日超出该周期，请改小月份或日期，或先设置周期。',
);

/** True when each period of the limit has the day on which it is due. */
export function dueWithinPeriod({ recurrence, dueOn }: Pick<Terms, 'recurrence' | 'dueOn'>): boolean {
  return dueOn === null || recurrenceRuleSchema.safeParse({ every: recurrence, dueOn, firstYear: null }).success;
}

/** A limit (节点): a dated or recurring duty with the words it comes from. No day and no recurrence: the words name no readable date. */
export const limitSchema = z
  .strictObject({
    limitId: partIdSchema,
    sourceText: textSchema(500, 0),
    what: textSchema(1_000, 0),
    ...termsSchema.shape,
    /** What the words count in (20个工作日内): the day then moves by this unit. Left out for a named day, which moves by calendar days. */
    countedIn: countingUnitSchema.optional(),
    span: spanSchema.nullable(),
  })
  .refine(dueWithinPeriod, DUE_OUTSIDE_PERIOD.code);
export type Limit = z.infer<typeof limitSchema>;

/** At most this many limits stand in one task: requests and returns list them, and an event is bounded. */
export const MAX_LIMITS = 100;

/** Limits side by side; none is named twice. */
export const limitsSchema = z.array(limitSchema).max(MAX_LIMITS).refine(distinct('limitId'), 'TASK.LIMIT_TWICE');

/**
 * The largest figure that a target or a reading may state, in the indicator's own unit: a thousand million million. Larger ones are
 * slips of the keyboard, and two of 1e308 added up to nothing.
 */
export const MAX_MEASURE = 1e15;

/** A figure of an indicator. */
const figureSchema = z.number().min(-MAX_MEASURE).max(MAX_MEASURE);

/** A measurable target. `max` only with op `range`, which then is the greater one. */
export const indicatorSchema = z.strictObject({
  indicatorId: partIdSchema,
  name: lineSchema(300),
  op: z.enum(['>=', '<=', '=', 'range']),
  value: figureSchema,
  max: figureSchema.nullable(),
  unit: optionalLineSchema(40),
  /** True for 约, 左右 and the like: a person judges whether it is reached, and nothing computes it. */
  approximate: z.boolean().default(false),
  sourceText: textSchema(500, 0),
  span: spanSchema.nullable(),
});
export type Indicator = z.infer<typeof indicatorSchema>;

/** The refusal of a range whose ends are the wrong way round, or of which one end is missing. */
export const RANGE_REVERSED = reject('TASK.RANGE_REVERSED', '指标区间的上限须大于下限，请更正后重新提交。');

/** Indicators side by side; none is named twice. */
export const indicatorsSchema = z
  .array(indicatorSchema.refine(isAscending, RANGE_REVERSED.code))
  .max(100)
  .refine(distinct('indicatorId'), 'TASK.INDICATOR_TWICE');

/** One value of an indicator on a day. Values are in the indicator's own unit. */
export const readingSchema = z.strictObject({ indicatorId: lineSchema(20), value: figureSchema, readOn: daySchema });

/** A file, referenced by the hash of its content. Sizes in bytes. */
export const fileSchema = z.strictObject({
  hash: contentHashSchema,
  fileName: lineSchema(200),
  mediaType: lineSchema(100),
  size: z.int().positive(),
});

/** A file that shows something (佐证材料). */
export const evidenceSchema = z.strictObject({
  ...fileSchema.shape,
  /** Which of the kinds of evidence that the rules ask for; left out: none of them. */
  kind: ruleNameSchema.optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** A criterion (验收标准) that a verifier confirmed, as the rules called it then. */
export const metCriterionSchema = z.strictObject({
  criterion: ruleNameSchema,
  met: z.literal(true),
  note: textSchema(1_000, 0),
});
export type MetCriterion = z.infer<typeof metCriterionSchema>;

/** At most this many people of one post are named; of more, those who have held it longest. */
export const MOST_TOLD = 100;

/** Who was told of a clock: a post, and whoever held it. */
export const toldSchema = z.strictObject({
  role: roleSchema,
  /** The unit of the post; of a leader the unit in their charge. Null: in the ledger. */
  unitId: loggedIdSchema.nullable(),
  /** `own`: whose clock it is; `copy`: told that it is due or was urged; `above`: to whom the delay was brought. */
  relation: z.enum(['own', 'copy', 'above']),
  /** Who holds the post and can sign in, and in which unit. Empty: nobody does, so nobody was told there; whoever gets it sees what waits. */
  people: z
    .array(z.strictObject({ accountId: loggedIdSchema, postId: loggedIdSchema, unitId: loggedIdSchema }))
    .max(MOST_TOLD),
});

/** See `toldSchema`. */
export type ToldPost = z.infer<typeof toldSchema>;

/** At most this many files of a round are named by those who check it and close it; of more, the newest. */
export const MAX_FILES_SEEN = 500;

/** At most this many files show how a unit gave word: the returned sheet, page by page. */
export const MAX_SHEETS = 10;

/** How a unit without an account gave word to the office, which recorded the unit's step (代录). */
export const onBehalfSchema = z.strictObject({
  saidBy: lineSchema(60),
  how: z.enum(['phone', 'paper', 'meeting', 'message']),
  saidOn: daySchema,
  /** The returned sheet; empty where there is none. */
  sheet: z.array(fileSchema).max(MAX_SHEETS),
});
export type OnBehalf = z.infer<typeof onBehalfSchema>;

/** The same with the unit, where nothing else names it. */
export const unitWordSchema = z.strictObject({ unitId: loggedIdSchema, ...onBehalfSchema.shape });

/** What a leader may decide against a unit that stays late: 通报, 约谈, 挂牌督办. */
export const measureSchema = z.enum(['bulletin', 'talk', 'listed']);
export type Measure = z.infer<typeof measureSchema>;

/** How a closed task ended: done, going on, not done. The ledger's kind has the words (`LEDGER_KINDS`): 已整改 of a problem, 已完成 of a reform. */
export const outcomeSchema = z.enum(['rectified', 'continuing', 'not-rectified']);
export type Outcome = z.infer<typeof outcomeSchema>;

/** How what the children of a task have reached adds up to it, stated at the split. */
export const splitRuleSchema = z.strictObject({
  /** The mean of what the children report; or the share of those that are closed. */
  progress: z.enum(['average', 'all']),
  /** Of each indicator of the parent: the sum of the children's latest readings, their mean, or how many children have reached their own target. */
  indicators: z
    .array(z.strictObject({ indicatorId: partIdSchema, rule: z.enum(['sum', 'average', 'all']) }))
    .max(100)
    .refine(distinct('indicatorId'), 'TASK.INDICATOR_TWICE'),
});
export type SplitRule = z.infer<typeof splitRuleSchema>;

/** How a task ends. */
export const endingSchema = z.enum(['closed', 'voided', 'terminated']);
export type Ending = z.infer<typeof endingSchema>;

/** The task that a task was split from. */
export const parentSchema = z.strictObject({
  taskId: loggedIdSchema,
  /** The parent's number. */
  number: lineSchema(60),
  /** Where the child stands among all below the same root, for lists: `02`, and `02-01` below it. */
  place: z.string().regex(/^\d{2}(-\d{2})*$/u),
  /** Who split it. */
  splitBy: actedBySchema,
});

/** A responsible unit of a task and what it is there for. */
export const laneSchema = z.strictObject({ unitId: loggedIdSchema, role: z.enum(['lead', 'support']) });

/** What a lane owes: a dated limit, or one period of a recurring one (`2021-Q3`). */
export const obligationSchema = z.strictObject({
  lane: loggedIdSchema,
  limitId: lineSchema(20),
  period: lineSchema(20).nullable(),
});
export type Obligation = z.infer<typeof obligationSchema>;

/** What somebody is late with: the clock of an obligation, or of a turn. */
export const lateClockSchema = z.strictObject({
  /** What a unit owes; null for the clock of a turn. */
  obligation: obligationSchema.nullable(),
  /** What the task waits for, such as `check`; null for an obligation. */
  holder: lineSchema(40).nullable(),
  /** The unit whose turn it is. Left out: it is no unit's, or that of the obligation. */
  unit: loggedIdSchema.optional(),
  /** The climb of the obligation, or the number of the turn. */
  climb: z.int().positive(),
  due: daySchema,
});
export type LateClock = Readonly<z.infer<typeof lateClockSchema>>;

/** At most this many delays are read at once; of more, those told first. */
export const MOST_READ = 500;

/** What has a day that may move: a limit (null), or one period of it. */
export const movedPartSchema = obligationSchema.omit({ lane: true });

/** Most obligations that one event names: every limit of a task for every lead, with some periods of each. */
export const MAX_OBLIGATIONS = 2_000;

/** A limit or period that a lane had done: the day that the unit states, and the one on which it was recorded. */
export const metSchema = z.strictObject({ ...obligationSchema.shape, on: daySchema, recordedOn: daySchema });

/** What a person who judges a task had before them: its revision, the digest of its content, what was done and the files of the round. */
export const seenSchema = z.strictObject({
  revision: z.int().nonnegative(),
  /** SHA-256 (hex) of the content as canonical JSON. */
  digest: contentHashSchema,
  /** What the units had done, in the order of the record; of very much, the newest. */
  met: z.array(metSchema).max(MAX_OBLIGATIONS),
  /** Hashes of files, oldest first. */
  evidence: z.array(contentHashSchema).max(MAX_FILES_SEEN),
});

/** A range runs from its lower end to its upper one; any other target has one figure. */
function isAscending({ op, value, max }: Pick<Indicator, 'op' | 'value' | 'max'>): boolean {
  return op === 'range' ? max !== null && max > value : max === null;
}
