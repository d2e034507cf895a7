import { type TaskState } from '#domain';
import { columnsOf } from '../shared/columns';
import { initialsOf } from '../shared/initials';
import { gramsOf, normaliseForSearch } from '../shared/search-grams';
import { table } from '../shared/table';
import { type FoldedTask, type Step } from '../shared/task-states';

/** What of a task is searched: numbers, its words, its source, the units as the document names them, the title's initials. */
export function searchableText(state: TaskState): string {
  const { source, leadUnitNames, supportUnitNames } = state;
  const names = [...leadUnitNames, ...supportUnitNames].map(({ name }) => name);
  const parts = [
    state.number,
    state.closing?.number,
    state.title,
    state.body,
    source.documentTitle,
    source.documentNumber,
    source.section,
    ...names,
    initialsOf(state.title),
  ];
  return normaliseForSearch(parts.filter(Boolean).join(' '));
}

/** Which tasks of a batch are to be indexed anew: most events leave the words alone, and the index is dear to change. */
export function searchChanges(): { readonly step: Step; readonly changed: ReadonlySet<string> } {
  const changed = new Set<string>();
  const step: Step = ({ id }, before, after) => {
    const alike =
      before !== null &&
      before.title === after.title &&
      before.body === after.body &&
      before.number === after.number &&
      before.closing === after.closing;
    if (!alike) changed.add(id);
  };
  return { step, changed };
}

const column = columnsOf<SearchedTask>();

/** What the words of a task are found by, in a table of its own: most events leave it alone. */
export const SEARCH = table('search', {
  task_id: column.uuid(({ taskId }) => taskId, { key: true }),
  // A candidate's words are compared: they stay in the row, uncompressed by preference, and the grams go out of it.
  words: column.text(({ words }) => words, { storage: 'main' }),
  grams: column.texts(({ words }) => gramsOf(words), {
    comment: 'Characters and pairs of neighbouring characters of the words.',
  }),
});

/** The row of a task in that table. */
export function searchedTask({ taskId, state }: FoldedTask): SearchedTask {
  return { taskId, words: searchableText(state) };
}

/** The index that finds rare words. */
export function searchIndexes(schema: string): string {
  return `create index search_by_grams on ${schema}.search using gin (grams) with (fastupdate = off);\n`;
}

interface SearchedTask {
  readonly taskId: string;
  readonly words: string;
}
