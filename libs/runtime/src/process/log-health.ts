import { type EventStore, isEventLogError } from '#event-store';
import { type HealthFinding } from '#platform';

/** Damaged streams named in one finding; the number of all stands beside them. */
const MOST_NAMED = 20;

/**
 * Red while the event log does not answer, and while writing to it is stopped; says which and why. Damaged streams are named
 * and do not make it red, since the others go on. How long the log may take is the registry's to limit.
 */
export async function logHealth(store: EventStore): Promise<HealthFinding> {
  const trouble = store.writing.stopped ?? (await unanswered(store));
  const details = { ...(trouble && { code: trouble.code, message: trouble.message }), ...damageOf(store) };
  return { healthy: trouble === null, ...(Object.keys(details).length > 0 && { details }) };
}

/** Why the log does not answer; null when it does. */
async function unanswered(store: EventStore): Promise<{ readonly code: string; readonly message: string } | null> {
  try {
    await store.head();
    return null;
  } catch (error) {
    if (isEventLogError(error)) return error;
    throw error;
  }
}

function damageOf(store: EventStore): { readonly damaged?: readonly string[]; readonly damagedStreams?: number } {
  const damaged = store.damaged();
  if (damaged.length === 0) return {};
  return { damaged: damaged.slice(0, MOST_NAMED).map(({ stream }) => stream), damagedStreams: damaged.length };
}
