import { z } from 'zod';

/** A view that somebody keeps: its name and its address's parameters. */
export interface SavedFilter {
  readonly name: string;
  readonly query: string;
}

/** So many are kept; more are no longer found at a glance. */
export const MOST_SAVED = 20;

const stored = z
  .array(z.object({ name: z.string().trim().min(1).max(40), query: z.string().max(4_000) }))
  .max(MOST_SAVED);

/** What was kept on this computer; nothing when it cannot be read. */
export function readSaved(text: string | null): readonly SavedFilter[] {
  try {
    return stored.safeParse(JSON.parse(text ?? '[]')).data ?? [];
  } catch {
    return [];
  }
}

/** With one more, first; one of the same name is replaced. Null when there are too many. */
export function withSaved(saved: readonly SavedFilter[], added: SavedFilter): readonly SavedFilter[] | null {
  const name = added.name.trim().slice(0, 40);
  const next = [{ ...added, name }, ...saved.filter((each) => each.name !== name)];
  return next.length > MOST_SAVED ? null : next;
}

/** Without the one of a name. */
export function withoutSaved(saved: readonly SavedFilter[], name: string): readonly SavedFilter[] {
  return saved.filter((each) => each.name !== name);
}

/** What of an address belongs into a kept filter: neither the place in the list nor the task that is open. */
export function queryToKeep(parameters: URLSearchParams): string {
  const kept = new URLSearchParams(parameters);
  for (const name of ['cursor', 'page', 'task']) kept.delete(name);
  return kept.toString();
}
