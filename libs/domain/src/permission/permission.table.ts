import { ACTS, type ActType } from '../aggregates';
import { EVERYBODY, type Grant, OFFICE, SYSTEM, UNIT_REGISTER } from '../shared/grant';

/** Who may see the tasks of a ledger, and which of them. */
const TASK_READERS: readonly Grant[] = [
  ['reporter', 'own-unit'],
  ['unit-head', 'units-below'],
  ['supervision-clerk', 'ledger'],
  ['verifier', 'ledger'],
  ['closer', 'ledger'],
  ['leader', 'units-below'],
  ['auditor', 'ledger'],
];

/** Who may see which posts people hold. */
const POST_READERS: readonly Grant[] = [
  ['system-administrator', 'any'],
  ['security-administrator', 'any'],
  ['audit-administrator', 'any'],
  ['auditor', 'any'],
];

/** What may be asked of the program besides acts: queries, accounts, files. The line of an act stands with the act. */
const OTHER_OPERATIONS = {
  'account.list': [
    ['system-administrator', 'any'],
    ['security-administrator', 'any'],
  ],
  'account-proposal.list': POST_READERS,
  'account-news.list': EVERYBODY,

  'document.read': OFFICE,
  'evidence.upload': [
    ['reporter', 'any-or-practice'],
    ['unit-head', 'any-or-practice'],
    ['supervision-clerk', 'any-or-practice'],
  ],
  'evidence.read': TASK_READERS,
  'ledger.list': EVERYBODY,
  'ledger.summary': TASK_READERS,
  // Whoever may create ledgers: it names those of the whole installation.
  'ledger.numbers': [['supervision-clerk', 'all']],
  'import.read': OFFICE,
  'task.list': TASK_READERS,
  'task.read': TASK_READERS,
  'delay.list': TASK_READERS,
  'task.timeline': TASK_READERS,
  'task.events': [
    ['supervision-clerk', 'ledger'],
    ['auditor', 'ledger'],
  ],
  'event.list': [
    ['supervision-clerk', 'ledger'],
    ['auditor', 'log'],
    ['audit-administrator', 'register'],
  ],
  'home.read': EVERYBODY,
  'inbox.read': EVERYBODY,
  'register-change.list': [...UNIT_REGISTER, ['security-administrator', 'any']],
  'unit.list': EVERYBODY,
  'unit-list.list': OFFICE,
  'unit-staffing.list': EVERYBODY,
  'post.list': POST_READERS,
  'post-gap.list': POST_READERS,
  'post-gap.preview': [
    ['system-administrator', 'any'],
    ['security-administrator', 'any'],
  ],
  'projection.list': [
    ['system-administrator', 'any'],
    ['auditor', 'any'],
  ],
  'calendar.read': EVERYBODY,
  'policy.list': EVERYBODY,
  'policy.preview': SYSTEM,
  'health.read': [
    ['system-administrator', 'any'],
    ['auditor', 'any'],
  ],
  'queue.read': SYSTEM,
} as const satisfies Record<string, readonly Grant[]>;

/** Everything that may be asked of the program. */
export type Operation = ActType | keyof typeof OTHER_OPERATIONS;

/**
 * One operation, one rule: who may do what, how far. There is no command and no query without a line here; the program
 * does not start otherwise.
 */
export const PERMISSIONS: ReadonlyMap<string, readonly Grant[]> = new Map<string, readonly Grant[]>([
  ...ACTS.map(({ type, grants }) => [type, grants] as const),
  ...Object.entries(OTHER_OPERATIONS),
]);

/** Who may do an operation. */
export function grantsOf(operation: Operation): readonly Grant[] {
  return PERMISSIONS.get(operation) ?? [];
}
