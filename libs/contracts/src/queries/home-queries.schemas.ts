import { daySchema, idSchema, instantSchema, measureSchema } from '#domain';
import { z } from 'zod';
import { asOfSchema, limitParameter, standingSchema, taskStatusSchema, unitReferenceSchema } from './query-parts';
import { MOST_COUNTED } from './task-queries.schemas';
import { waitKindSchema } from './wait-kinds';

export const readHomeParameters = z.strictObject({
  /** Left out, every ledger but one's practice ledger. */
  ledgerId: idSchema.optional(),
  limit: limitParameter(20),
});
export type ReadHomeParameters = z.infer<typeof readHomeParameters>;

/** A number of tasks, counted like a list: up to 1,000, and `isFloor` when there are more. */
const tasksSchema = { tasks: z.int().nonnegative().max(MOST_COUNTED), isFloor: z.boolean() };

/** What a person is asked to decide. */
const askedSchema = z.strictObject({
  /** The act that was asked for, and its word. */
  act: z.string(),
  word: z.string(),
  /** The day up to which an extension or a suspension is asked for; null for other acts. */
  until: daySchema.nullable(),
  /** As they were said on the day on which it was asked for. */
  grounds: z.string(),
  on: daySchema,
  byName: z.string(),
});

/** A day that is over; `workingDays`: by how many it is. */
const lateLimitSchema = z.strictObject({ due: daySchema, workingDays: z.int().nonnegative() });

/** A task that waits for the reader: once, with the act that is the most pressing of those that it waits for. */
export const homeRowSchema = z.strictObject({
  taskId: idSchema,
  ledgerId: idSchema,
  taskNumber: z.string().nullable(),
  title: z.string(),
  status: taskStatusSchema,
  leadUnits: z.array(unitReferenceSchema),
  kind: waitKindSchema,
  /** What else the task waits for the reader in, the most pressing first: each count by kind counts its rows, these included. */
  also: z.array(waitKindSchema),
  /** The limit that the reader answers for and that is late, whatever the row is about; null where none is. `late` counts these. */
  lateLimit: lateLimitSchema.nullable(),
  /** The act that the row offers, such as `task.report`; null where there is nothing to do. */
  act: z.string().nullable(),
  /** The unit whose part it is; null where it is no unit's. */
  unit: unitReferenceSchema.nullable(),
  /** The day of the unit's part, else of the task; lamp and remaining days are of it. */
  due: daySchema.nullable(),
  /** True where a unit's part has no day of its own, as that of a supporting unit, and `due` is the task's. */
  dueOfTask: z.boolean(),
  ...standingSchema.shape,
  /** Since when somebody waits for the reader, and how many working days ago that was; null where nobody does. */
  since: z.strictObject({ at: instantSchema, workingDays: z.int().nonnegative() }).nullable(),
  /** By when the reader is to act; null where the act has no clock of its own. */
  clock: z.strictObject({ due: daySchema, remainingWorkingDays: z.int() }).nullable(),
  /** Null but for a decision. */
  asked: askedSchema.nullable(),
  /** The reader was told of its delay, and has not said that they have read that. */
  toRead: z.boolean(),
  /** What a leader decided against its units today. */
  decided: z.array(measureSchema),
  /** Progress against plan in percent, as the task was last reported. */
  percent: z.number().nullable(),
  /** The day on which a suspended task goes on by itself; null while its clocks run. */
  suspendedUntil: daySchema.nullable(),
});
export type HomeRow = z.infer<typeof homeRowSchema>;

/** The home of a person: how much is late, how much waits of which kind, and the first tasks, the oldest day first. */
export const homeSchema = z.strictObject({
  position: asOfSchema,
  /**
   * Of the tasks that the reader answers for; null for roles that answer for no limits. `workingDays`: by how many the latest one is late;
   * `resting`: how many of them ask for no act of the reader now, such as those that were urged today.
   */
  late: z
    .strictObject({ ...tasksSchema, workingDays: z.int().nonnegative(), resting: z.int().nonnegative() })
    .nullable(),
  /** Rows in which the day by which the reader was to act is over. */
  overClock: z.int().nonnegative(),
  /** Kinds of which something waits, the most pressing first. The list of tasks takes each as its filter `mine`. */
  waits: z.array(z.strictObject({ kind: waitKindSchema, ...tasksSchema })),
  /** All tasks of the rows, each once, and those of them that offer an act. */
  total: z.strictObject(tasksSchema),
  toDo: z.strictObject(tasksSchema),
  rows: z.array(homeRowSchema),
});
export type Home = z.infer<typeof homeSchema>;
