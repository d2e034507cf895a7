import { type LogEntry } from '../../api/answer';

/** So many days, today the last of them. */
export const DAYS = 30;
/** Records of one request; of more, the figures say that there are. */
export const MOST = 200;

/** What an auditor looks at first, by what it is about: tasks that were closed or ended otherwise, measures, and who may act since. */
const KINDS = {
  closed: ['task.closed'],
  ended: ['task.voided', 'task.terminated'],
  measures: ['measure.taken'],
  level: ['policy.lowering-asked'],
  accounts: [
    'post.granted',
    'post.revoked',
    'account.created',
    'account.password-reset',
    'account.disabled',
    'account.enabled',
  ],
} as const satisfies Record<string, readonly string[]>;

/** The kinds of events that are decisive. */
export const DECISIVE: readonly string[] = Object.values(KINDS).flat();

export type DecisiveKind = keyof typeof KINDS;

/** How many records there are of each kind that has some, in the order in which they are told. */
export function countsOf(entries: readonly Pick<LogEntry, 'type'>[]): readonly (readonly [DecisiveKind, number])[] {
  const kinds: readonly DecisiveKind[] = ['closed', 'ended', 'measures', 'level', 'accounts'];
  return kinds.flatMap((kind) => {
    const types: readonly string[] = KINDS[kind];
    const count = entries.filter(({ type }) => types.includes(type)).length;
    return count === 0 ? [] : [[kind, count] as const];
  });
}
