import { z } from 'zod';
import { ladderSchema } from '../ladder';
import { eachOnce, lineSchema, versionNameSchema } from '../shared/schema';

const workingDays = z.int().min(1).max(250);

/** How long each holder has who is no unit with a limit: working days, but for the review. */
export const clocksSchema = z.strictObject({
  /** 督查部门: to assign a task that is on the account. */
  assign: workingDays,
  /** A unit: to answer its assignment, where that names no day. */
  reply: workingDays,
  /** 督查部门: to put another unit in the place of one that declined. */
  reassign: workingDays,
  /** A verifier: to conclude a check. */
  check: workingDays,
  /** A closer: to strike a verified task off. */
  close: workingDays,
  /** The office or a leader: to decide what one person may not do alone. */
  decide: workingDays,
  /** A unit: to answer a leader's instruction (批示) that names no day. */
  answer: workingDays,
  /** 督查部门: to look at a task in which nothing has a date. Calendar months. */
  reviewMonths: z.int().min(1).max(24),
});
export type Clocks = z.infer<typeof clocksSchema>;

/** The acts of a task that can be put under a second person. */
export const secondPersonActSchema = z.enum([
  'task.void',
  'task.terminate',
  'task.correct',
  'task.suspend',
  'task.extend',
]);
/** Those that no policy leaves to one person: ends of tasks, and what a unit asks of the office. */
export const ALWAYS_TWO = ['task.void', 'task.terminate', 'task.extend'] as const;

/** After how many climbs that were escalated the ladder proposes 挂牌督办. */
export const listingSchema = z.strictObject({
  /** Of one task. */
  task: z.int().min(2).max(20),
  /** In a row of one unit, over its tasks in a ledger: it completed nothing in time between them. */
  unit: z.int().min(2).max(20),
});
export type Listing = z.infer<typeof listingSchema>;

/** A criterion (验收标准) or a kind of evidence (佐证类别), as the rules call it. */
export const ruleNameSchema = lineSchema(60);

/** At most this many criteria, or kinds of evidence, stand in the rules. */
export const MOST_RULE_NAMES = 20;

const namesSchema = z.array(ruleNameSchema).max(MOST_RULE_NAMES).refine(eachOnce, '同一项写了两次，请删去一处。');

/** The rules that an office sets for its tasks, whole: a version of them is never a difference to another one. */
export const policyContentSchema = z.strictObject({
  /** Who is told what of a clock, by what kind of clock it is. */
  ladders: z.strictObject({
    /** What a unit owes. */
    limits: ladderSchema,
    /** The answer of a unit to its assignment. */
    replies: ladderSchema,
    /** Clocks of the office, of verifiers, closers and deciders. */
    holders: ladderSchema,
  }),
  clocks: clocksSchema,
  listing: listingSchema,
  /** What a verifier confirms one by one in passing a task (验收标准). Empty: the conclusion alone. */
  acceptance: namesSchema,
  /** What the closer may do (销号条件). */
  closing: z.strictObject({
    /** Limits and periods still owed: closed with a reason (`named`), or not closed at all (`refused`). */
    owed: z.enum(['named', 'refused']),
    /** Indicators that have not reached their target: shown to the closer, or not closed as done (`rectified`). */
    targets: z.enum(['shown', 'met']),
  }),
  /** Kinds of evidence of which each lead shows at least one file before it asks for closure. Empty: none is asked for. */
  evidence: namesSchema,
  /** Acts that one person may not do alone. */
  secondPerson: z
    .array(secondPersonActSchema)
    .refine(eachOnce, '同一项写了两次，请删去一处。')
    .refine(
      (acts) => ALWAYS_TWO.every((act) => acts.includes(act)),
      '作废、终止和申请延期必须两人办理，请保留这三项。',
    ),
  /** 等级保护: how far the posts of an installation are kept apart. Null in the policy of a ledger, which is not asked. */
  protectionLevel: z.union([z.literal(2), z.literal(3)]).nullable(),
});
export type PolicyContent = z.infer<typeof policyContentSchema>;

/** True where a policy has a second person decide an act of this type. */
export function takesSecond({ secondPerson }: Pick<PolicyContent, 'secondPerson'>, act: string): boolean {
  return secondPerson.some((each) => each === act);
}

/** For which tasks a version holds: for those that are assigned from now on, or also for those that are open (连同在办). */
export const holdsForSchema = z.enum(['new', 'open']);
export type HoldsFor = z.infer<typeof holdsForSchema>;

/** The versions of the rules that a task is decided and planned by. */
export const rulesSchema = z.strictObject({ policy: versionNameSchema, calendar: versionNameSchema });
export type RuleVersions = Readonly<z.infer<typeof rulesSchema>>;

/** The versions of rules, for the record. */
export function versionsOf({
  policy,
  calendar,
}: Record<'policy' | 'calendar', { readonly version: string }>): RuleVersions {
  return { policy: policy.version, calendar: calendar.version };
}

/** A policy as it is pinned in events, by its version. */
export const policySchema = z.strictObject({ version: versionNameSchema, ...policyContentSchema.shape });
export type Policy = z.infer<typeof policySchema>;
