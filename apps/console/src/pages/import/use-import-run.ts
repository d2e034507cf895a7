import { useQueries } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { type Answer, type TaskRow } from '../../api/answer';
import { reads } from '../../api/client';
import { type Problem, problemOf } from '../../api/problem';
import { useMe } from '../../app/session';
import { choicesKey } from './choices-key';
import { type RunTask } from './model/import-run';
import { recalledChoices } from './model/recalled-choices';
import {
  type Matches,
  type TaskUnits,
  type UnitChoices,
  unitChoicesSchema,
  unitIdsBy,
  unitsOfTask,
} from './model/unit-choices';
import { type UnitName, unitNamesOfTasks } from './model/unit-names';
import { keep, kept } from './model/work-store';
import { useMatches } from './use-matches';

/** While tasks are still being made of the import, it is asked for so often. Milliseconds. */
const PAUSE = 700;

/** A task of the import with what is shown of it. */
export interface ImportedTask extends RunTask {
  readonly row: TaskRow;
}

/** An import that is in the ledger, with its tasks. */
export interface ImportRun {
  readonly problem: Problem | null;
  readonly imported: Answer<'/api/imports/{importId}'> | null;
  readonly tasks: readonly ImportedTask[];
  /** True when all tasks are made and have been read. */
  readonly complete: boolean;
  /** Up to where the log was read. */
  readonly position: string;
}

/**
 * Reads an import and its tasks, again and again until all of them are there.
 * @param paused while a batch moves the tasks one by one, they are not read anew with every step
 */
export function useImportRun(importId: string, paused: boolean): ImportRun {
  const detail = reads.useQuery(
    'get',
    '/api/imports/{importId}',
    { params: { path: { importId } } },
    { refetchInterval: ({ state }) => (state.status === 'error' || state.data?.complete === true ? false : PAUSE) },
  );
  const complete = detail.data?.complete === true;
  const page = (cursor: string | undefined) => ({
    params: { query: { importId, sort: 'serial' as const, limit: 200, ...(cursor === undefined ? {} : { cursor }) } },
  });
  const taskCount = detail.data?.taskCount ?? 0;
  // The list may be behind the import by a moment: it is asked for until it shows every task.
  const behind = (total: number | undefined): number | false => ((total ?? 0) < taskCount ? PAUSE : false);
  const enabled = complete && !paused;
  const first = reads.useQuery('get', '/api/tasks', page(undefined), {
    enabled,
    refetchInterval: ({ state }) => behind(state.data?.total),
  });
  // An import has at most 300 tasks: two pages hold them.
  const next = first.data?.next ?? undefined;
  const second = reads.useQuery('get', '/api/tasks', page(next), { enabled: enabled && next !== undefined });
  const tasks = useMemo(
    () => [...(first.data?.tasks ?? []), ...(next === undefined ? [] : (second.data?.tasks ?? []))].map(toTask),
    [first.data, second.data, next],
  );
  const error = detail.error ?? first.error ?? (next === undefined ? null : second.error);
  const imported = detail.data ?? null;
  return {
    problem: error === null ? null : problemOf(error),
    imported,
    tasks,
    complete: complete && imported !== null && tasks.length >= imported.taskCount,
    position: first.data?.position ?? '',
  };
}

function toTask(row: TaskRow): ImportedTask {
  return {
    row,
    taskId: row.taskId,
    status: row.status,
    revision: row.revision,
    limitCount: row.limitCount,
    leadUnitNames: row.leadUnitNames,
    supportUnitNames: row.supportUnitNames,
    leadUnitIds: row.leadUnits.map(({ unitId }) => unitId),
    supportUnitIds: row.supportUnits.map(({ unitId }) => unitId),
  };
}

/** The names of an import's tasks and what is decided about them. */
export interface RunUnits {
  readonly names: readonly UnitName[];
  readonly matches: Matches;
  readonly choices: UnitChoices;
  readonly choose: (choices: UnitChoices) => void;
  readonly unitsOf: (task: RunTask) => TaskUnits;
}

/**
 * Who is meant by the names of an import's tasks: what this computer remembers, what the register says, and what can be read
 * back from tasks that are confirmed already.
 */
export function useRunUnits(importId: string, tasks: readonly ImportedTask[]): RunUnits {
  const { accountId } = useMe();
  const key = choicesKey(accountId, importId);
  const [own, setOwn] = useState<UnitChoices>(
    () => kept(localStorage, key, Date.now(), (stored) => unitChoicesSchema.safeParse(stored).data ?? null) ?? {},
  );
  const drafts = useMemo(() => tasks.filter(({ status }) => status === 'draft'), [tasks]);
  const plain = useMemo(() => unitNamesOfTasks(drafts.map((task) => named(task, new Set()))), [drafts]);
  const asked = useMemo(() => plain.map(({ name }) => name).sort(), [plain]);
  const matches = useMatches(asked);
  const collective = useCollectiveNames(drafts, matches);
  const names = unitNamesOfTasks(drafts.map((task) => named(task, collective)));
  const choices = { ...recalledChoices(tasks, matches), ...own };
  const idsOf = unitIdsBy(names, choices, matches);
  return {
    names,
    matches,
    choices,
    choose: (next) => {
      setOwn(next);
      keep(localStorage, key, next, Date.now());
    },
    unitsOf: (task) =>
      task.leadUnitIds.length > 0
        ? { leadUnitIds: [...task.leadUnitIds], supportUnitIds: [...task.supportUnitIds] }
        : unitsOfTask(task.leadUnitNames, task.supportUnitNames, idsOf),
  };
}

function named(task: RunTask, collective: ReadonlySet<string>) {
  const units = (names: readonly string[]) => names.map((name) => ({ name, collective: collective.has(name) }));
  return { leads: units(task.leadUnitNames), supports: units(task.supportUnitNames) };
}

/** A row does not say which names are collective; the task itself does. One task is asked for each name that is not known. */
function useCollectiveNames(drafts: readonly ImportedTask[], matches: Matches): ReadonlySet<string> {
  const asked = new Map<string, string>();
  for (const { taskId, leadUnitNames, supportUnitNames } of drafts) {
    for (const name of [...leadUnitNames, ...supportUnitNames]) {
      if (matches.get(name)?.length === 0 && !asked.has(name)) asked.set(name, taskId);
    }
  }
  const taskIds = [...new Set(asked.values())];
  return useQueries({
    queries: taskIds.map((taskId) =>
      reads.queryOptions('get', '/api/tasks/{taskId}', { params: { path: { taskId } } }),
    ),
    combine: (results) => {
      const tasks = results.flatMap(({ data }) => (data === undefined ? [] : [data.task]));
      const units = tasks.flatMap(({ leadUnitNames, supportUnitNames }) => [...leadUnitNames, ...supportUnitNames]);
      return new Set(units.filter((unit) => unit.collective).map(({ name }) => name));
    },
  });
}
