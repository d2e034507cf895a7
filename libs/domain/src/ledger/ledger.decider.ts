import { applyRule, type Circumstances, type Rules } from '../shared/decider';
import { type Recorded } from '../shared/event';
import { reject, type Rejection } from '../shared/rejection';
import { type LedgerCommand, type ledgerCommandSchemas } from './ledger.commands';
import { type LedgerEvent, PRACTICE_LEDGER } from './ledger.events';

/** A ledger as its events tell it. Imports are counted here, so that a parent's stream records its children. */
export interface LedgerState {
  readonly name: string;
  readonly code: string;
  readonly closingPrefix: string;
  readonly region: string;
  /** The account whose practice ledger it is; null for a ledger in earnest. */
  readonly practiceOf: string | null;
  readonly nextSerial: number;
  readonly imports: Readonly<Record<string, { readonly taskCount: number; readonly completed: boolean }>>;
}

/** What the ledger's rules must know besides its stream. */
export interface LedgerFacts {
  /** The id for a new import, derived from the command so that a retry names the same one. */
  readonly importId: string;
}

/** How one event changes a ledger. */
export function evolveLedger(state: LedgerState | null, event: Recorded<LedgerEvent>): LedgerState | null {
  if (event.type === 'ledger.created') return { ...event.data, practiceOf: null, nextSerial: 1, imports: {} };
  if (state === null) return null;
  if (event.type === 'ledger.marked-practice') return { ...state, practiceOf: event.data.accountId };
  if (event.type === 'ledger.import-started') {
    const { importId, tasks, firstSerial } = event.data;
    const imports = { ...state.imports, [importId]: { taskCount: tasks.length, completed: false } };
    return { ...state, nextSerial: firstSerial + tasks.length, imports };
  }
  const { importId, taskCount } = event.data;
  return { ...state, imports: { ...state.imports, [importId]: { taskCount, completed: true } } };
}

const ledgerRules: Rules<typeof ledgerCommandSchemas, LedgerState, LedgerEvent, LedgerFacts> = {
  'ledger.create': () => ledgerExists(),

  'ledger.open-practice': (state, _data, { actor }) => (state.practiceOf === actor.accountId ? [] : ledgerExists()),

  'ledger.import': (state, { source, tasks }, _circumstances, { importId }) => [
    { type: 'ledger.import-started', data: { importId, source, firstSerial: state.nextSerial, tasks } },
  ],

  'ledger.complete-import': (state, { importId }) => {
    const running = state.imports[importId];
    if (!running || running.completed) return reject('LEDGER.IMPORT_NOT_RUNNING', '该次导入不存在或已经完成。');
    return [{ type: 'ledger.import-completed', data: { importId, taskCount: running.taskCount } }];
  },
};

/** What a command to a ledger leads to. */
export function decideLedger(
  state: LedgerState | null,
  command: LedgerCommand,
  circumstances: Circumstances,
  facts: LedgerFacts,
): readonly LedgerEvent[] | Rejection {
  if (state !== null) return applyRule(ledgerRules, state, command, circumstances, facts);
  if (command.type === 'ledger.create') return [{ type: 'ledger.created', data: command.data }];
  if (command.type === 'ledger.open-practice') {
    const { accountId } = circumstances.actor;
    return [
      { type: 'ledger.created', data: PRACTICE_LEDGER },
      { type: 'ledger.marked-practice', data: { accountId } },
    ];
  }
  return reject('LEDGER.UNKNOWN', '没有找到这本台账，请先建立台账。');
}

function ledgerExists(): Rejection {
  return reject('LEDGER.EXISTS', '这本台账已经建立，请直接打开使用。');
}
