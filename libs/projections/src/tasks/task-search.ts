import { type TaskState } from '#domain';
import { initialsOf } from '../shared/initials';
import { gramsOf, normaliseForSearch } from '../shared/search-grams';
import { jsonArray, plainArray, textArray } from '../shared/sql-arrays';
import { type FoldedTask, type Step } from '../shared/task-states';

/** What of a task is searched: numbers, its words, its source, the units as the document names them, the title's initials. */
export function searchableText(state: TaskState): string {
  const { source, leadUnitNames, supportUnitNames } = state;
  const names = [...leadUnitNames, ...supportUnitNames].map(({ name }) => name);
  const parts = [
    state.taskNumber,
    state.closing?.closingNumber,
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
      before.taskNumber === after.taskNumber &&
      before.closing === after.closing;
    if (!alike) changed.add(id);
  };
  return { step, changed };
}

/** One statement for all tasks of a batch whose words have changed. */
export function upsertSearch(schema: string): string {
  return `
    insert into ${schema}.search (task_id, words, grams)
    select r.task_id, r.words, array(select json_array_elements_text(r.grams))
    from unnest($1::uuid[], $2::text[], $3::json[]) as r(task_id, words, grams)
    on conflict (task_id) do update set words = excluded.words, grams = excluded.grams`;
}

/** What that statement takes. */
export function searchColumns(tasks: readonly FoldedTask[]): unknown[] {
  const words = tasks.map(({ state }) => searchableText(state));
  return [
    plainArray(tasks.map(({ taskId }) => taskId)),
    textArray(words),
    jsonArray(words.map((text) => JSON.stringify(gramsOf(text)))),
  ];
}
