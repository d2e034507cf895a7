import { App } from 'antd';
import { useMemo, useState } from 'react';
import { IMPORT_WORDS } from '../../words/import.words';
import { type CardActs } from './draft-card';
import { type Draft } from './model/draft';
import { type DraftField } from './model/draft-problems';
import {
  acceptDraft,
  addDraft,
  changeDraft,
  leadBy,
  mergeWithNext,
  neighbour,
  nextOpen,
  removeDraft,
  splitAt,
} from './model/drafts';
import { type Work } from './model/work';
import { type Place } from './source-pane';
import { type WorkDesk } from './use-work';

/** What is looked at and what is done to it. */
export interface DraftDesk {
  readonly current: string | null;
  readonly editing: boolean;
  /** The field that was chosen in the document. */
  readonly field: DraftField | null;
  readonly lit: Place | null;
  /** The draft whose sentences are shown, to be taken apart. */
  readonly splitting: Draft | null;
  readonly acts: CardActs;
  readonly pick: (draftKey: string, field: DraftField | null) => void;
  readonly point: (place: Place) => void;
  readonly step: (by: 1 | -1) => void;
  readonly accept: () => void;
  readonly edit: (editing: boolean) => void;
  readonly change: (content: Draft['content']) => void;
  readonly split: (key: string, at: number) => void;
  readonly stopSplitting: () => void;
}

/** What comes to the front on a phone. */
interface Shown {
  readonly onCard: () => void;
  readonly onDocument: () => void;
}

/** The acts on the drafts of a document under way. */
export function useDrafts(work: Work, desk: Pick<WorkDesk, 'change'>, { onCard, onDocument }: Shown): DraftDesk {
  const { message } = App.useApp();
  const { drafts, text } = work;
  const [chosen, setChosen] = useState<string | null>(() => nextOpen(drafts, '') ?? drafts[0]?.key ?? null);
  const [editing, setEditing] = useState(false);
  const [field, setField] = useState<DraftField | null>(null);
  const [lit, setLit] = useState<Place | null>(null);
  const [splittingKey, setSplittingKey] = useState<string | null>(null);
  const current = drafts.some(({ key }) => key === chosen) ? chosen : (drafts[0]?.key ?? null);

  const show = (key: string | null, shownField: DraftField | null = null): void => {
    setChosen(key);
    setEditing(false);
    setField(shownField);
    setLit(null);
  };
  const setDrafts = (change: (drafts: readonly Draft[]) => readonly Draft[], about?: string): void =>
    desk.change((now) => ({ ...now, drafts: change(now.drafts) }), about);
  const accept = (key: string, accepted: boolean): void => {
    const after = acceptDraft(drafts, key, accepted);
    if (accepted && after.find((draft) => draft.key === key)?.accepted !== true) {
      // Something must be put right first: there is where.
      show(key);
      setEditing(true);
      return;
    }
    setDrafts((now) => acceptDraft(now, key, accepted));
    if (accepted) show(nextOpen(after, key) ?? key);
  };
  const point = (place: Place): void => {
    setLit(place);
    onDocument();
  };
  const acts: CardActs = {
    select: (key) => show(key),
    accept,
    edit: (key) => {
      show(key);
      setEditing(true);
    },
    split: setSplittingKey,
    merge: (key) => setDrafts((now) => mergeWithNext(now, key)),
    add: (key) => {
      const added = addDraft(drafts, key === '' ? null : key, work.source);
      setDrafts(() => added.drafts);
      show(added.key);
      setEditing(true);
    },
    remove: (key) => {
      const title = drafts.find((draft) => draft.key === key)?.content.title ?? '';
      show(neighbour(drafts, key, drafts.at(-1)?.key === key ? -1 : 1));
      setDrafts((now) => removeDraft(now, key));
      void message.info(IMPORT_WORDS.card.removed(title));
    },
    settleDoubt: (key, doubt) =>
      setDrafts((now) =>
        now.map((draft) => {
          if (draft.key !== key) return draft;
          const doubts = draft.content.doubts.filter((_each, index) => index !== doubt);
          return { ...draft, content: { ...draft.content, doubts } };
        }),
      ),
    lead: (key, name) => setDrafts((now) => leadBy(now, key, name)),
    point,
  };
  const splitting = useMemo(() => drafts.find(({ key }) => key === splittingKey) ?? null, [drafts, splittingKey]);
  return {
    current,
    editing,
    field,
    lit,
    splitting,
    acts,
    pick: (key, shownField) => {
      show(key, shownField);
      onCard();
    },
    point,
    step: (by) => show(neighbour(drafts, current, by)),
    accept: () => {
      if (current !== null) accept(current, true);
    },
    edit: (on) => setEditing(on && current !== null),
    change: (content) => {
      if (current !== null) setDrafts((now) => changeDraft(now, current, content), `edit/${current}`);
    },
    split: (key, at) => {
      setSplittingKey(null);
      setDrafts((now) => splitAt(now, key, at, text));
    },
    stopSplitting: () => setSplittingKey(null),
  };
}
