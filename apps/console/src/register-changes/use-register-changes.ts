import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useId, useRef } from 'react';
import { type TimelineEntry } from '../api/answer';
import { api, bodyOf } from '../api/client';
import { isOwn } from '../api/last-written';

/** While a form stands open it is asked so often what others did. Milliseconds. */
const AGAIN = 4_000;

/** What a form of the register changes: a unit, an account, the calendar, the rules. */
export interface RegisterSubject {
  readonly category: 'unit' | 'account' | 'calendar' | 'policy';
  /** Of one unit or account; left out, of all. */
  readonly id?: string;
}

/** What others, or other windows, did to the subject of a form since it was opened, the oldest first. */
export function useRegisterChanges({ category, id }: RegisterSubject): readonly TimelineEntry[] {
  const queries = useQueryClient();
  const form = useId();
  /** The position of the log at which the form was opened; null until it is known. */
  const opened = useRef<string | null>(null);
  const { data } = useQuery({
    queryKey: ['register-changes', form, category, id],
    queryFn: async () => {
      const after = opened.current === null ? {} : { after: opened.current };
      const query = { category, ...(id === undefined ? {} : { id }), ...after };
      const { position, entries } = bodyOf(await api.GET('/api/register-changes', { params: { query } }));
      opened.current ??= position;
      return entries;
    },
    gcTime: 0,
    refetchInterval: AGAIN,
  });
  const changes = withoutOwn(data ?? []);
  // What the form is compared with has changed too.
  useEffect(() => {
    if (changes.length > 0) void queries.invalidateQueries({ queryKey: ['get'] });
  }, [queries, changes.length]);
  return changes;
}

/** A command of this window is known by its last event; its others have the same command. */
function withoutOwn(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const own = new Set(entries.filter(({ position }) => isOwn(position)).map(({ commandId }) => commandId));
  return entries.filter(({ commandId }) => !own.has(commandId));
}
