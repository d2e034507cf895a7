import { type TaskDetail } from '../../api/answer';

/** The words of a task while they are being edited: what is to be done by each limit stands by the limit's id. */
export interface Wording {
  readonly title: string;
  readonly body: string;
  readonly limits: Readonly<Record<string, string>>;
}

/** What differs, as the command takes it. */
export interface WordingChanges {
  title?: string;
  body?: string;
  changedLimits?: { limitId: string; what: string }[];
}

/** The words of a task as its form begins with them. */
export function wordingOf({ title, body, limits }: Pick<TaskDetail, 'title' | 'body' | 'limits'>): Wording {
  return { title, body, limits: Object.fromEntries(limits.map(({ limitId, what }) => [limitId, what])) };
}

/**
 * What differs between the words as the form began with them and as they are typed; null when nothing does.
 * @param typed a limit that is left out stays as it is: what was kept may come from before the task had it
 */
export function wordingChanges(before: Wording, typed: Wording): WordingChanges | null {
  const [title, body] = [typed.title.trim(), typed.body.trim()];
  const changedLimits = Object.entries(before.limits).flatMap(([limitId, former]) => {
    const what = typed.limits[limitId]?.trim() ?? former;
    return what === former ? [] : [{ limitId, what }];
  });
  const changes: WordingChanges = {
    ...(title === before.title ? {} : { title }),
    ...(body === before.body ? {} : { body }),
    ...(changedLimits.length === 0 ? {} : { changedLimits }),
  };
  return Object.keys(changes).length === 0 ? null : changes;
}
