import { type Role } from '../shared/actor';

/**
 * How far a role reaches:
 * - `lead-unit`: tasks of which the post's unit is a lead;
 * - `own-unit`: tasks of which the post's unit is a lead or supporting unit;
 * - `units-below`: those of the post's unit and of every unit below it;
 * - `ledger`: every task of the post's ledger (of all ledgers for a post without one);
 * - `register`: what belongs to no ledger: units, posts, calendars;
 * - `log`: as `ledger`, and as `register` for a post without a ledger;
 * - `all`: posts without a ledger only;
 * - `any`: whoever holds the role;
 * - `any-or-practice`: whoever holds the role, be it for practice only.
 *
 * A post for practice reaches its own ledger and nothing else, and no other post reaches a practice ledger.
 */
export type Scope =
  'lead-unit' | 'own-unit' | 'units-below' | 'ledger' | 'register' | 'log' | 'all' | 'any' | 'any-or-practice';

/** One line: this role may, this far. */
export type Grant = readonly [role: Role, scope: Scope];

const OFFICE: readonly Grant[] = [['supervision-clerk', 'ledger']];
const ENGINE: readonly Grant[] = [['engine', 'any']];
const SYSTEM: readonly Grant[] = [['system-administrator', 'any']];
const UNIT_REGISTER: readonly Grant[] = [
  ['system-administrator', 'any'],
  ['supervision-clerk', 'any'],
];

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

const ROLES_OF_PEOPLE: readonly Role[] = [
  'reporter',
  'unit-head',
  'supervision-clerk',
  'verifier',
  'closer',
  'leader',
  'auditor',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
];
const EVERYBODY: readonly Grant[] = ROLES_OF_PEOPLE.map((role) => [role, 'any-or-practice']);

/**
 * One operation, one rule: who may do what, how far. There is no command and no query without a line here; the program
 * does not start otherwise.
 */
export const PERMISSIONS = {
  'ledger.create': [['supervision-clerk', 'all']],
  'ledger.open-practice': EVERYBODY,
  'ledger.import': [...OFFICE, ...ENGINE],
  'ledger.complete-import': ENGINE,

  'task.draft': ENGINE,
  'task.correct-draft': OFFICE,
  'task.confirm': OFFICE,
  'task.hang': OFFICE,
  'task.assign': OFFICE,
  'task.accept': [
    ['reporter', 'lead-unit'],
    ['unit-head', 'lead-unit'],
  ],
  'task.decline': [
    ['reporter', 'lead-unit'],
    ['unit-head', 'lead-unit'],
  ],
  'task.report': [
    ['reporter', 'own-unit'],
    ['unit-head', 'own-unit'],
  ],
  'task.report-on-behalf': OFFICE,
  'task.request-closure': [['unit-head', 'lead-unit']],
  'task.verify': [['verifier', 'ledger']],
  'task.return': [['verifier', 'ledger']],
  /** Not open to requests: the last half of `number.reserve`, done in the closer's name. */
  'task.close': [['closer', 'ledger']],
  'task.void': OFFICE,
  'task.terminate': OFFICE,
  'task.correct': OFFICE,
  'task.urge': OFFICE,
  'task.withdraw': [
    ['reporter', 'own-unit'],
    ['unit-head', 'own-unit'],
    ['supervision-clerk', 'ledger'],
    ['verifier', 'ledger'],
  ],
  'task.fire-timer': ENGINE,
  'task.open-period': ENGINE,

  'number.reserve': [['closer', 'ledger']],
  'number.use': ENGINE,
  'number.void': ENGINE,

  'unit.create': [...UNIT_REGISTER, ...ENGINE],
  'unit.rename': UNIT_REGISTER,
  'unit.add-alias': UNIT_REGISTER,
  'post.grant': [['security-administrator', 'any'], ...ENGINE],
  'post.grant-for-practice': ENGINE,
  'post.revoke': [['security-administrator', 'any']],
  'calendar.publish': SYSTEM,

  'account.create': SYSTEM,
  'account.reset-password': SYSTEM,
  'account.disable': SYSTEM,
  'account.enable': SYSTEM,
  'account.list': [
    ['system-administrator', 'any'],
    ['security-administrator', 'any'],
  ],

  'document.read': OFFICE,
  'evidence.upload': [
    ['reporter', 'any-or-practice'],
    ['unit-head', 'any-or-practice'],
    ['supervision-clerk', 'any-or-practice'],
  ],
  'evidence.read': TASK_READERS,
  'ledger.list': EVERYBODY,
  'ledger.summary': TASK_READERS,
  'import.read': OFFICE,
  'task.list': TASK_READERS,
  'task.read': TASK_READERS,
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
  'inbox.read': EVERYBODY,
  'unit.list': EVERYBODY,
  'post.list': [
    ['system-administrator', 'any'],
    ['security-administrator', 'any'],
    ['audit-administrator', 'any'],
    ['auditor', 'any'],
  ],
  'projection.list': [
    ['system-administrator', 'any'],
    ['auditor', 'any'],
  ],
  'calendar.read': EVERYBODY,
  'health.read': [
    ['system-administrator', 'any'],
    ['auditor', 'any'],
  ],
  'queue.read': SYSTEM,
} as const satisfies Record<string, readonly Grant[]>;

/** Everything that may be asked of the program. */
export type Operation = keyof typeof PERMISSIONS;
