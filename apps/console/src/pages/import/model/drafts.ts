import { type DraftContent } from '#domain';
import { type Draft, type DraftEdit, emptyDraft, freshKey } from './draft';
import { problemsOf } from './draft-problems';
import { mergeDrafts } from './merge-drafts';
import { splitDraft } from './split-draft';

/** The state of a draft: `accepted` by a person, `doubtful` with something open, or `left` to look at. */
export type DraftState = 'accepted' | 'doubtful' | 'left';

/** Where a draft stands. */
export function draftStateOf({ accepted, content }: Draft): DraftState {
  if (accepted) return 'accepted';
  return content.doubts.length > 0 || problemsOf(content).length > 0 ? 'doubtful' : 'left';
}

/** The number of drafts in each state. */
export function countsOf(drafts: readonly Draft[]): Readonly<Record<DraftState, number>> {
  const counts = { accepted: 0, doubtful: 0, left: 0 };
  for (const draft of drafts) counts[draftStateOf(draft)] += 1;
  return counts;
}

/** A draft with other content. It stays accepted unless the change made it unfit. */
export function changeDraft(drafts: readonly Draft[], key: string, content: DraftEdit): Draft[] {
  return drafts.map((draft) =>
    draft.key === key ? { ...draft, content, accepted: draft.accepted && problemsOf(content).length === 0 } : draft,
  );
}

/** Accepts a draft, or takes that back. A draft that is unfit is not accepted. */
export function acceptDraft(drafts: readonly Draft[], key: string, accepted = true): Draft[] {
  return drafts.map((draft) =>
    draft.key === key ? { ...draft, accepted: accepted && problemsOf(draft.content).length === 0 } : draft,
  );
}

/** Accepts all that are left and have no problem; with `doubtful`, also those whose doubts a person takes upon themselves. */
export function acceptRest(drafts: readonly Draft[], doubtful: boolean): Draft[] {
  return drafts.map((draft) => {
    const fit = problemsOf(draft.content).length === 0 && (doubtful || draft.content.doubts.length === 0);
    return fit ? { ...draft, accepted: true } : draft;
  });
}

/** A draft of which a supporting unit becomes a lead: the document listed several and did not say who leads. */
export function leadBy(drafts: readonly Draft[], key: string, name: string): Draft[] {
  return drafts.map((draft) => {
    const unit = draft.content.supportUnitNames.find((each) => each.name === name);
    if (draft.key !== key || unit === undefined) return draft;
    const supportUnitNames = draft.content.supportUnitNames.filter((each) => each !== unit);
    const leadUnitNames = [...draft.content.leadUnitNames, unit];
    return { ...draft, content: { ...draft.content, leadUnitNames, supportUnitNames } };
  });
}

/** Without one draft. */
export function removeDraft(drafts: readonly Draft[], key: string): Draft[] {
  return drafts.filter((draft) => draft.key !== key);
}

/** One draft as two; see `splitDraft`. */
export function splitAt(drafts: readonly Draft[], key: string, at: number, text: string): Draft[] {
  const fresh = freshKey(drafts);
  return drafts.flatMap((draft) => {
    if (draft.key !== key) return [draft];
    const [first, second] = splitDraft(draft.content, at, text);
    return [
      { key, accepted: false, content: first },
      { key: fresh, accepted: false, content: second },
    ];
  });
}

/** A draft and the next one as one; see `mergeDrafts`. The last has no next and stays as it is. */
export function mergeWithNext(drafts: readonly Draft[], key: string): Draft[] {
  const index = drafts.findIndex((draft) => draft.key === key);
  const [first, second] = [drafts[index], drafts[index + 1]];
  if (first === undefined || second === undefined) return [...drafts];
  const merged: Draft = { key, accepted: false, content: mergeDrafts(first.content, second.content) };
  return [...drafts.slice(0, index), merged, ...drafts.slice(index + 2)];
}

/** An empty draft behind another one (at the end when `afterKey` is null), of the same document. */
export function addDraft(
  drafts: readonly Draft[],
  afterKey: string | null,
  document: { readonly title: string; readonly documentNumber: string | null },
): { readonly drafts: Draft[]; readonly key: string } {
  const index = afterKey === null ? drafts.length - 1 : drafts.findIndex((draft) => draft.key === afterKey);
  const source: DraftContent['source'] = drafts[index]?.content.source ?? {
    documentTitle: document.title,
    documentNumber: document.documentNumber,
    section: '',
    number: '',
    span: null,
  };
  const added = emptyDraft(freshKey(drafts), source);
  return { drafts: [...drafts.slice(0, index + 1), added, ...drafts.slice(index + 1)], key: added.key };
}

/** The key of the draft so many places on; the ends stay. */
export function neighbour(drafts: readonly Draft[], key: string | null, step: 1 | -1): string | null {
  const index = drafts.findIndex((draft) => draft.key === key);
  if (index < 0) return drafts[0]?.key ?? null;
  return drafts[Math.min(drafts.length - 1, Math.max(0, index + step))]?.key ?? null;
}

/** The next draft that is not accepted, behind `key` first, then from the beginning; null when none is left. */
export function nextOpen(drafts: readonly Draft[], key: string): string | null {
  const index = drafts.findIndex((draft) => draft.key === key);
  const around = [...drafts.slice(index + 1), ...drafts.slice(0, Math.max(0, index))];
  return around.find((draft) => !draft.accepted)?.key ?? null;
}
