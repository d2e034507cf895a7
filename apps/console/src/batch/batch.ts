import { z } from 'zod';

/** One of those that a batch goes to. */
export interface BatchItem {
  /** Id of the task (or whatever the command goes to); each stands once in a batch. */
  readonly id: string;
  /** How people know it: number and title. */
  readonly label: string;
  /** Where it is looked at. */
  readonly href?: string | undefined;
}

const stepSchema = z.strictObject({
  /** `waiting`: not sent, or sent without an answer; it may be sent (again) under its key. */
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** How often it was refused so far. */
  refusals: z.int().nonnegative(),
  /** Why it failed the last time. */
  reason: z.strictObject({ code: z.string(), message: z.string() }).nullable(),
});

/** Where an item of a batch stands. */
export type BatchStep = z.infer<typeof stepSchema>;

/** The common part of many commands, whom they go to, and how far they have come. */
export interface BatchState<Form> {
  /** With an item's id it makes the item's idempotency key, so that sending again is never a second command. */
  readonly batchId: string;
  readonly form: Form;
  readonly items: readonly BatchItem[];
  readonly steps: Readonly<Record<string, BatchStep>>;
}

/** The numbers of a batch. */
export interface BatchTally {
  readonly total: number;
  readonly done: number;
  readonly failed: number;
  /** Not settled yet: waiting or under way. */
  readonly left: number;
}

const FRESH: BatchStep = { state: 'waiting', refusals: 0, reason: null };

/** A batch of which nothing has been sent. */
export function newBatch<Form>(batchId: string, form: Form, items: readonly BatchItem[]): BatchState<Form> {
  return { batchId, form, items, steps: Object.fromEntries(items.map(({ id }) => [id, FRESH])) };
}

/** Where an item stands. */
export function stepOf({ steps }: BatchState<unknown>, id: string): BatchStep {
  return steps[id] ?? FRESH;
}

/** The batch after one item has moved. */
export function withStep<Form>(batch: BatchState<Form>, id: string, step: BatchStep): BatchState<Form> {
  return { ...batch, steps: { ...batch.steps, [id]: step } };
}

/** The batch with its failed items waiting again; what they were refused for is kept until they are answered. */
export function withFailedWaiting<Form>(batch: BatchState<Form>): BatchState<Form> {
  const steps = batch.items.map(({ id }) => {
    const step = stepOf(batch, id);
    return [id, step.state === 'failed' ? { ...step, state: 'waiting' as const } : step] as const;
  });
  return { ...batch, steps: Object.fromEntries(steps) };
}

/** Ids of the items in one state, in the order of the batch. */
export function idsIn(batch: BatchState<unknown>, state: BatchStep['state']): readonly string[] {
  return batch.items.map(({ id }) => id).filter((id) => stepOf(batch, id).state === state);
}

/** How far a batch has come. */
export function tallyOf(batch: BatchState<unknown>): BatchTally {
  const total = batch.items.length;
  const done = idsIn(batch, 'done').length;
  const failed = idsIn(batch, 'failed').length;
  return { total, done, failed, left: total - done - failed };
}

/** So many items stand in one batch at most: more are more than a browser keeps well. */
export const MOST_IN_BATCH = 2_000;

const storedSchema = z.object({
  batchId: z.string().min(1).max(60),
  form: z.unknown(),
  items: z.array(z.object({ id: z.string(), label: z.string(), href: z.string().optional() })).max(MOST_IN_BATCH),
  steps: z.record(z.string(), stepSchema),
});

/**
 * A batch as it was kept on this computer; null when nothing readable is there. What was under way when the page closed is
 * waiting: whether it arrived is not known, and its key makes sending again harmless.
 */
export function readBatch<Form>(stored: unknown, readForm: (form: unknown) => Form | null): BatchState<Form> | null {
  const read = storedSchema.safeParse(stored);
  if (!read.success) return null;
  const form = readForm(read.data.form);
  if (form === null) return null;
  const steps = Object.entries(read.data.steps).map(
    ([id, step]) => [id, step.state === 'running' ? { ...step, state: 'waiting' as const } : step] as const,
  );
  return { ...read.data, form, steps: Object.fromEntries(steps) };
}
