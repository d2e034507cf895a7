import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { z } from 'zod';
import { noteMoved } from '../api/last-written';
import { ME_KEY } from './query-client';
import { useIsSessionOver } from './session';

/** What the server tells: a position of the log, and the task or ledger that moved. Never content. */
const notice = z.object({ position: z.string().nullable() });

/** The reads that each kind of notice makes stale: beginnings of query keys. */
const STALE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  task: [
    ['get', '/api/tasks/{taskId}'],
    ['get', '/api/tasks/{taskId}/timeline'],
    ['get', '/api/tasks/{taskId}/events'],
  ],
  ledger: [
    ['get', '/api/tasks'],
    ['get', '/api/ledgers'],
    ['get', '/api/ledgers/{ledgerId}/summary'],
    ['get', '/api/events'],
    ['get', '/api/imports/{importId}'],
  ],
  inbox: [['get', '/api/inbox']],
  resync: [['get']],
};

/** So long after a refused connection it is tried anew. Milliseconds. */
const AGAIN = 4_000;

interface Live {
  /** True when notices come in; false while the connection is broken. */
  readonly connected: boolean;
  /** Says which task is looked at; its steps are then heard of within a second. Gives what ends the watch. */
  readonly watch: (taskId: string) => () => void;
}

/** One who looks at a task: a page and a form over it may look at the same one. */
interface Watch {
  readonly taskId: string;
}

const LiveContext = createContext<Live>({ connected: true, watch: () => () => undefined });

/** Hears from the server what has moved and asks for it anew: what stands on the screen is never older than a second. */
export function LiveUpdates({ children }: { readonly children: ReactNode }): ReactElement {
  const queries = useQueryClient();
  const [watches, setWatches] = useState<readonly Watch[]>([]);
  // What was opened last: the task's own page, or the form that stands over a list.
  const taskId = watches.at(-1)?.taskId ?? null;
  const watch = useCallback((looked: string) => {
    const one: Watch = { taskId: looked };
    setWatches((known) => [...known, one]);
    return () => setWatches((known) => known.filter((each) => each !== one));
  }, []);
  const [connected, setConnected] = useState(true);
  const [tries, setTries] = useState(0);
  const isOver = useIsSessionOver();
  useEffect(() => {
    // Behind the sign-in the page stays as it was, and had gone on asking every four seconds for what nobody may have.
    if (isOver) return;
    const source = new EventSource(taskId === null ? '/api/live' : `/api/live?taskId=${encodeURIComponent(taskId)}`);
    const stale = (kind: string) => (event: MessageEvent<string>) => {
      const { position } = notice.parse(JSON.parse(event.data));
      if (position !== null) noteMoved(position);
      for (const queryKey of STALE[kind] ?? []) void queries.invalidateQueries({ queryKey: [...queryKey] });
    };
    for (const kind of Object.keys(STALE)) source.addEventListener(kind, stale(kind));
    source.onopen = () => setConnected(true);
    // The browser tries again by itself after a lost line, but not after an answer that is no stream, as of a proxy.
    let again: number | undefined;
    source.onerror = () => {
      setConnected(false);
      if (source.readyState !== EventSource.CLOSED) return;
      // The answer may be that the session is over: a page that nobody touched had gone on trying for ever.
      void queries.invalidateQueries({ queryKey: ME_KEY });
      again = window.setTimeout(() => setTries((tries) => tries + 1), AGAIN);
    };
    return () => {
      window.clearTimeout(again);
      source.close();
    };
  }, [queries, taskId, tries, isOver]);
  // What moved while the line was broken was not heard of.
  const missed = useRef(false);
  useEffect(() => {
    if (connected && missed.current) void queries.invalidateQueries();
    missed.current = !connected;
  }, [connected, queries]);
  const live = useMemo(() => ({ connected, watch }), [connected, watch]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** True when notices come in. */
export function useLiveConnection(): boolean {
  return useContext(LiveContext).connected;
}

/** Hears of every step on a task for as long as the page, or the form, stands. */
export function useWatchedTask(taskId: string): void {
  const { watch } = useContext(LiveContext);
  useEffect(() => watch(taskId), [taskId, watch]);
}
