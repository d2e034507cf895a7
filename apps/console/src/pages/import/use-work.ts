import { useCallback, useEffect, useRef, useState } from 'react';
import { useMe } from '../../app/session';
import { begun, type History, stepped, takenBack } from './model/history';
import { readWork, type Work } from './model/work';
import { forget, keep, kept } from './model/work-store';

/** How long after the last change the work is written to this computer. Milliseconds. */
const PAUSE = 400;

/** The document under way and what can be done with it as a whole. */
export interface WorkDesk {
  readonly work: Work | null;
  /** True when the work was stored by an earlier visit. */
  readonly restored: boolean;
  /** True while this computer stores the work; false when it is too large or storage is forbidden. */
  readonly keeping: boolean;
  readonly canUndo: boolean;
  readonly begin: (work: Work) => void;
  /** @param about what is changed: changes of the same thing, one after the other, are taken back as one */
  readonly change: (change: (work: Work) => Work, about?: string) => void;
  /** A change that is written down before anything else happens and cannot be taken back: that the import was sent. */
  readonly settle: (change: (work: Work) => Work) => void;
  readonly undo: () => void;
  readonly drop: () => void;
}

/** Keeps the document under way, on the page and on this computer. */
export function useWork(): WorkDesk {
  const { accountId } = useMe();
  const key = `taizhang.draft/${accountId}/import`;
  const [history, setHistory] = useState<History<Work> | null>(() => {
    const work = kept(localStorage, key, Date.now(), readWork);
    return work === null ? null : begun(work);
  });
  const [restored, setRestored] = useState(history !== null);
  const [keeping, setKeeping] = useState(true);
  const work = history?.present ?? null;
  const latest = useRef(work);
  const write = useCallback(() => {
    if (latest.current !== null) setKeeping(keep(localStorage, key, latest.current, Date.now()));
  }, [key]);

  useEffect(() => {
    latest.current = work;
    const timer = setTimeout(write, PAUSE);
    return () => clearTimeout(timer);
  }, [work, write]);
  useEffect(() => {
    window.addEventListener('pagehide', write);
    return () => {
      window.removeEventListener('pagehide', write);
      write();
    };
  }, [write]);

  const drop = useCallback(() => {
    latest.current = null;
    forget(localStorage, key);
    setHistory(null);
    setRestored(false);
  }, [key]);
  return {
    work,
    restored,
    keeping,
    canUndo: (history?.past.length ?? 0) > 0,
    begin: (next) => {
      setRestored(false);
      setHistory(begun(next));
    },
    change: (change, about) => setHistory((now) => now && stepped(now, change(now.present), about ?? null)),
    settle: (change) => {
      if (latest.current === null) return;
      latest.current = change(latest.current);
      write();
      setHistory(begun(latest.current));
    },
    undo: () => setHistory((now) => now && takenBack(now)),
    drop,
  };
}
