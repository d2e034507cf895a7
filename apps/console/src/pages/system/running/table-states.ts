import { type Answer } from '../../../api/answer';
import { SYSTEM_WORDS } from '../../../words/system.words';

const words = SYSTEM_WORDS.running;

/** A table as the api tells of it. */
export type TableRow = Answer<'/api/projections'>['projections'][number];

/** What a check found, as the api tells of it. */
type CheckFinding = Answer<'/api/system/health'>['checks'][string];

/** How current a table is. */
export type TableState = 'current' | 'behind' | 'stopped';

/** What a table is called where people read of it. */
export function tableWord(name: string): string {
  const named: Readonly<Record<string, string>> = words.tables;
  return named[name] ?? words.otherTable;
}

/** What a check is called where people read of it. */
export function checkWord(name: string): string {
  const named: Readonly<Record<string, string>> = words.checks;
  return named[name] ?? words.otherCheck;
}

/** The sentence in which a check says what is wrong, or what somebody should see to; null where it says none. */
export function checkReason({ details }: CheckFinding): string | null {
  const message = details?.['message'];
  return typeof message === 'string' ? message : null;
}

/** How a check stands: well, well with something that somebody should see to, or not. */
export function checkState(finding: CheckFinding): 'healthy' | 'heed' | 'unhealthy' {
  if (!finding.healthy) return 'unhealthy';
  return checkReason(finding) === null ? 'healthy' : 'heed';
}

/** How current a table is. */
export function tableState({ level, stopped }: Pick<TableRow, 'level' | 'stopped'>): TableState {
  if (stopped !== null) return 'stopped';
  return level ? 'current' : 'behind';
}

/** Stopped tables first, then those on their way, then by name. */
export function inOrder(tables: readonly TableRow[]): readonly TableRow[] {
  const rank: Readonly<Record<TableState, number>> = { stopped: 0, behind: 1, current: 2 };
  return [...tables].sort(
    (one, other) => rank[tableState(one)] - rank[tableState(other)] || one.name.localeCompare(other.name),
  );
}
