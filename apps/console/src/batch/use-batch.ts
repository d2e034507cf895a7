import { useQueryClient } from '@tanstack/react-query';
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { freshId } from '../api/fresh-id';
import { type Outcome } from '../api/command';
import { noteWritten } from '../api/last-written';
import { type Problem } from '../api/problem';
import { useMe } from '../app/session';
import {
  type BatchItem,
  type BatchState,
  idsIn,
  newBatch,
  readBatch,
  stepOf,
  tallyOf,
  withFailedWaiting,
  withStep,
} from './batch';
import { runBatch } from './run-batch';

/** A batch of one page and its buttons. */
export interface Batch<Form> {
  /** The batch under way, or one that an earlier visit left unfinished; null when there is none. */
  readonly state: BatchState<Form> | null;
  readonly running: boolean;
  /** What halted the last run: a lost connection, an ended session. */
  readonly halted: Problem | null;
  /** Begins with the items; a former batch of this page is forgotten. */
  readonly start: (form: Form, items: readonly BatchItem[]) => void;
  /** Goes on with what was not answered. */
  readonly resume: () => void;
  /** Sends once more what was refused. */
  readonly retryFailed: () => void;
  /** Sends nothing more; what is under way is waited for. */
  readonly stop: () => void;
  /** Forgets the batch. What is done stays done. */
  readonly drop: () => void;
}

interface Options<Form> {
  /** Of the batch on its page, such as `ledger`: one batch is kept for each. */
  readonly name: string;
  /** Checks the form of a stored batch: it may come from an older version of the page. */
  readonly readForm: (stored: unknown) => Form | null;
  /** Posts the command of one item with the header `Idempotency-Key: key`, see `BatchRun.send`. */
  readonly send: (form: Form, id: string, key: string, refusals: number) => Promise<Outcome>;
}

/**
 * Sends one command for each of many items and keeps on this computer how far it has come. Closing the page halfway loses
 * nothing: what is done is done, the rest waits and can be gone on with (`resume`) when the page is open again. Leaving the
 * page stops the run. Show it with `BatchProgress`.
 */
export function useBatch<Form>({ name, readForm, send }: Options<Form>): Batch<Form> {
  const { now, show, put, state } = useKeptBatch(name, readForm);
  const { run, running, halted, forgetHalt, stop } = useRun({ now, show, put, send });
  return useMemo(
    () => ({
      state,
      running,
      halted,
      start: (form, items) => void run(newBatch(freshId(), form, items)),
      resume: () => now.current !== null && void run(now.current),
      retryFailed: () => now.current !== null && void run(withFailedWaiting(now.current)),
      stop,
      drop: () => {
        stop();
        put(null);
        forgetHalt();
      },
    }),
    [state, running, halted, now, run, put, stop, forgetHalt],
  );
}

interface Kept<Form> {
  /** The batch as of now, also between two renderings. */
  readonly now: RefObject<BatchState<Form> | null>;
  /** Shows it. */
  readonly show: (next: BatchState<Form> | null) => void;
  /** Shows it and keeps it on this computer. */
  readonly put: (next: BatchState<Form> | null) => void;
}

/**
 * After so many answers a batch under way is kept anew: writing a long one after each took longer than the commands. What was answered since is sent
 * again after a crash, under the same keys, and is no second command.
 */
const KEPT_EVERY = 20;

/** The batch of this account and page: shown, and kept on this computer. */
function useKeptBatch<Form>(
  name: string,
  readForm: Options<Form>['readForm'],
): Kept<Form> & { readonly state: BatchState<Form> | null } {
  const { accountId } = useMe();
  const key = `taizhang.batch/${accountId}/${name}`;
  const [state, setState] = useState(() => readBatch(storedUnder(key), readForm));
  const now = useRef(state);
  const show = useCallback((next: BatchState<Form> | null) => {
    now.current = next;
    setState(next);
  }, []);
  const put = useCallback(
    (next: BatchState<Form> | null) => {
      show(next);
      store(key, next);
    },
    [key, show],
  );
  return { now, show, put, state };
}

/** Runs a batch, one run at a time; leaving the page stops it. */
function useRun<Form>({ now, show, put, send }: Kept<Form> & Pick<Options<Form>, 'send'>) {
  const queries = useQueryClient();
  const [running, setRunning] = useState(false);
  const [halted, setHalted] = useState<Problem | null>(null);
  const abort = useRef<AbortController | null>(null);
  const sender = useRef(send);
  useEffect(() => {
    sender.current = send;
  }, [send]);
  useEffect(() => () => abort.current?.abort(), []);
  const run = useCallback(
    async (batch: BatchState<Form>): Promise<void> => {
      if (abort.current !== null) return;
      const control = new AbortController();
      abort.current = control;
      put(batch);
      setHalted(null);
      setRunning(true);
      const halt = await runBatch({
        batchId: batch.batchId,
        items: idsIn(batch, 'waiting').map((id) => ({ id, step: stepOf(batch, id) })),
        send: async (id, key, refusals) => noteWritten((await sender.current(batch.form, id, key, refusals)).position),
        onStep: (id, step) => {
          if (now.current === null) return;
          const next = withStep(now.current, id, step);
          const { total, left } = tallyOf(next);
          if (step.state !== 'running' && (total - left) % KEPT_EVERY === 0) put(next);
          else show(next);
        },
        signal: control.signal,
      });
      abort.current = null;
      if (now.current !== null) put(now.current);
      setHalted(halt);
      setRunning(false);
      await queries.invalidateQueries();
    },
    [now, show, put, queries],
  );
  const stop = useCallback(() => abort.current?.abort(), []);
  const forgetHalt = useCallback(() => setHalted(null), []);
  return { run, running, halted, stop, forgetHalt };
}

function storedUnder(key: string): unknown {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return stored;
  } catch {
    return null;
  }
}

function store(key: string, batch: BatchState<unknown> | null): void {
  try {
    if (batch === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(batch));
  } catch {
    // A full or forbidden store keeps nothing; the batch itself goes on.
  }
}
