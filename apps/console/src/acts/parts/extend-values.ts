import { z } from 'zod';
import { type TaskDetail } from '../../api/answer';
import { type Lane } from '../../parts/lanes';
import { partKey } from '../../parts/task-facts/due-parts';

/** What the form of a request for more time holds. */
export const extendValues = {
  /** The key of what is owed. */
  part: z.string().nullable(),
  due: z.string().nullable(),
  reason: z.string(),
};
export type ExtendValues = z.infer<z.ZodObject<typeof extendValues>>;

/** What a lane may ask more time for. */
type ExtendablePart = Lane['reportable'][number];

/** What a lane owes by a day: what has none cannot get a later one, and what a lead owes too is for the lead to ask for. */
export function extendableOf(lane: Lane | null): readonly ExtendablePart[] {
  return (lane?.reportable ?? []).filter(({ due, forLead }) => due !== null && !forLead);
}

/** The keys of the parts for which a request waits: the same is not asked for twice. */
export function waitingParts({ proposals }: Pick<TaskDetail, 'proposals'>): ReadonlySet<string> {
  return new Set(proposals.flatMap(({ extension }) => (extension === null ? [] : [partKey(extension)])));
}

/** The only part of a lane that can be asked for is chosen beforehand. */
export function initialExtension(task: Pick<TaskDetail, 'proposals'>, lane: Lane | null): ExtendValues {
  const waiting = waitingParts(task);
  const free = extendableOf(lane).filter((each) => !waiting.has(partKey(each)));
  const [only] = free;
  return { part: free.length === 1 && only !== undefined ? partKey(only) : null, due: null, reason: '' };
}

/** The body of a request. */
export function extendBody({ part, due, reason }: ExtendValues, lane: Lane | null) {
  const chosen = extendableOf(lane).find((each) => partKey(each) === part);
  return { limitId: chosen?.limitId ?? '', period: chosen?.period ?? null, due: due ?? '', reason };
}
