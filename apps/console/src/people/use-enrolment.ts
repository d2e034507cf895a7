import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api, bodyOf } from '../api/client';
import { noteWritten } from '../api/last-written';
import { type Problem, problemOf } from '../api/problem';
import { type CheckedRow } from './check-people';
import { enrol, type Enrolled, type Enrolment, type EnrolPorts, newEnrolMemory } from './enrol';
import { PEOPLE_WORDS } from '../words/people.words';
import { type Slip } from './slip';

/** Accounts and posts being made; their passwords live here and nowhere else. */
export interface Enrolling {
  /** Outcomes by the key of their line. */
  readonly outcomes: ReadonlyMap<string, Enrolled>;
  readonly running: boolean;
  /** How many of how many are settled in the run under way. */
  readonly progress: { readonly settled: number; readonly total: number };
  /** What kept the whole run from beginning. */
  readonly problem: Problem | null;
  readonly slips: readonly Slip[];
  /** Resolves to the outcomes of this run. */
  readonly run: (rows: readonly CheckedRow[]) => Promise<readonly Enrolled[]>;
  /** Forgets the passwords. */
  readonly forget: () => void;
}

/**
 * Makes accounts and posts of checked lines.
 * @param parentId the unit under which units are made that are not there
 */
export function useEnrolment(parentId: string | null): Enrolling {
  const queries = useQueryClient();
  const memory = useRef(newEnrolMemory());
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Enrolled>>(new Map());
  const [progress, setProgress] = useState({ settled: 0, total: 0 });
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const onMoved = (enrolled: Enrolled): void => {
    setOutcomes((before) => new Map(before).set(enrolled.enrolment.rowKey, enrolled));
    setProgress(({ settled, total }) => ({ settled: settled + 1, total }));
  };
  const run = async (rows: readonly CheckedRow[]): Promise<readonly Enrolled[]> => {
    setRunning(true);
    setProblem(null);
    setProgress({ settled: 0, total: rows.length });
    try {
      return await enrol(rows.map(enrolmentOf), portsUnder(parentId), memory.current, onMoved);
    } catch (error) {
      setProblem(problemOf(error));
      return [];
    } finally {
      setRunning(false);
      await queries.invalidateQueries();
    }
  };
  const forget = (): void => {
    memory.current = newEnrolMemory();
    setOutcomes(new Map());
  };
  return { outcomes, running, progress, problem, slips: slipsOf(outcomes), run, forget };
}

function enrolmentOf({ row, loginName, unitId, account }: CheckedRow): Enrolment {
  const { rowKey, name, unit, roles, ledgerId } = row;
  const accountId = account?.accountId ?? null;
  return { rowKey, name: name.trim(), loginName, unitName: unit.trim(), unitId, roles, ledgerId, accountId };
}

function slipsOf(outcomes: ReadonlyMap<string, Enrolled>): readonly Slip[] {
  return [...outcomes.values()].flatMap(({ enrolment: { name, unitName, roles, loginName }, oneTimePassword }) =>
    oneTimePassword === null ? [] : [{ name, unitName, roles, loginName, oneTimePassword }],
  );
}

function portsUnder(parentId: string | null): EnrolPorts {
  return {
    makeUnits: async (names) => {
      const body = { names: [...names], parentId };
      const { units, position } = bodyOf(await api.POST('/api/units/from-names', { body }));
      if (position !== null) noteWritten(position);
      return new Map(units.map(({ name, unitId }) => [name, unitId]));
    },
    makeAccount: async (loginName, displayName, key) => {
      const params = { header: { 'Idempotency-Key': key } };
      return bodyOf(await api.POST('/api/accounts', { params, body: { loginName, displayName } }));
    },
    resetPassword: async (id) => {
      const { oneTimePassword } = bodyOf(
        await api.POST('/api/accounts/{id}/reset-password', {
          params: { path: { id } },
          body: { reason: PEOPLE_WORDS.reset.enrolled },
        }),
      );
      return oneTimePassword ?? '';
    },
    grantPost: async ({ accountId: id, ...body }) => {
      const { position, events } = bodyOf(
        await api.POST('/api/accounts/{id}/grant-post', { params: { path: { id } }, body }),
      );
      noteWritten(position);
      return events.includes('account.proposed') ? 'waiting' : 'granted';
    },
  };
}
