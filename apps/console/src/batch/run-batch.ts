import { type Problem, problemOf } from '../api/problem';
import { type BatchStep } from './batch';

/** So many commands of a batch are under way at once: enough to be quick, few enough that others are served meanwhile. */
export const BATCH_WIDTH = 4;

/** Answers that are about the connection, the session or the server, not about the item: the rest would fare the same. */
const HALTING: ReadonlySet<number | null> = new Set([null, 401, 429, 503]);

/** What is run: the items still waiting, in order. */
export interface BatchRun {
  readonly batchId: string;
  readonly items: readonly { readonly id: string; readonly step: BatchStep }[];
  /**
   * Sends one item's command.
   * @param key idempotency key, the same whenever this item of this batch is sent
   * @param refusals how often the server has refused the item before: its person has read why and wants it again
   */
  readonly send: (id: string, key: string, refusals: number) => Promise<unknown>;
  readonly onStep: (id: string, step: BatchStep) => void;
  /** Aborted: nothing more is sent; what is under way is waited for. */
  readonly signal: AbortSignal;
  readonly width?: number;
}

/** Why a run ended before its end, or null when every item was answered or the person stopped it. */
export type BatchHalt = Problem | null;

/**
 * Sends the command of each item, a few at a time. An item that is refused keeps its reason and does not hold up the others;
 * a lost connection or an ended session halts the run, and what was not answered is waiting again under the same key.
 */
export async function runBatch({
  batchId,
  items,
  send,
  onStep,
  signal,
  width = BATCH_WIDTH,
}: BatchRun): Promise<BatchHalt> {
  const queue = [...items];
  const halts: Problem[] = [];
  const next = () => (signal.aborted || halts.length > 0 ? undefined : queue.shift());
  const work = async (): Promise<void> => {
    for (let item = next(); item !== undefined; item = next()) {
      const { id, step } = item;
      onStep(id, { ...step, state: 'running' });
      try {
        await send(id, `${batchId}.${id}`, step.refusals);
        onStep(id, { ...step, state: 'done', reason: null });
      } catch (error) {
        const problem = problemOf(error);
        if (HALTING.has(problem.status)) halts.push(problem);
        onStep(id, stepAfter(step, problem));
      }
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return halts[0] ?? null;
}

/** A server's fault may have left its command done, so only a refusal counts as one: after it a changed body is no repetition. */
function stepAfter(step: BatchStep, { code, message, status }: Problem): BatchStep {
  if (HALTING.has(status)) return { ...step, state: 'waiting' };
  const refused = status !== null && status < 500 ? 1 : 0;
  return { state: 'failed', refusals: step.refusals + refused, reason: { code, message } };
}
