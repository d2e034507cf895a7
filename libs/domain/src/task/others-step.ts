import { dayInShanghai } from '../calendar';
import { type Role } from '../shared/actor';
import { UNDER_CHECK } from './status';
import { type TaskState, type TurnKind } from './task.state';

/** People of a unit with a part in the task. */
export const OF_UNIT: readonly Role[] = ['reporter', 'unit-head'];

/** Everybody who follows a task to its end. The auditor looks on and does nothing. */
const FOLLOWING: readonly Role[] = [...OF_UNIT, 'supervision-clerk', 'verifier', 'closer', 'leader'];

/** Who checks: told to everybody who follows the task while it is checked. */
export function checkersStep(state: TaskState, { role }: { readonly role: Role }): string | null {
  if (state.status !== 'closure-requested' || !FOLLOWING.includes(role)) return null;
  return `核验由核验人办理${sinceTurn(state, 'check', '待核验')}。`;
}

/** Who closes: from the request for closure on people ask when the task is struck off. */
export function closersStep(state: TaskState, { role }: { readonly role: Role }): string | null {
  if (!UNDER_CHECK.includes(state.status) || !FOLLOWING.includes(role)) return null;
  return state.status === 'verified'
    ? `销号由销号签批人办理${sinceTurn(state, 'close', '待签批')}。`
    : '核验通过后，由销号签批人销号。';
}

/** Who sends back: the office looks for it when something is missing. */
export function sendersStep({ status }: TaskState, { role }: { readonly role: Role }): string | null {
  if (!UNDER_CHECK.includes(status) || role !== 'supervision-clerk') return null;
  return status === 'verified' ? '退回由销号签批人或核验人办理。' : '退回由核验人办理。';
}

/** “，自 2025-03-05 起待核验”: since when it is somebody's turn. */
export function sinceTurn({ turns }: TaskState, kind: TurnKind, waits: string): string {
  const turn = turns.find((each) => each.kind === kind);
  return turn === undefined ? '' : `，自 ${dayInShanghai(turn.since)} 起${waits}`;
}
