import { z } from 'zod';
import { localTimeSchema } from '../calendar';
import { eachOnce } from '../shared/schema';

/**
 * What a rung does: reminds before the due day, tells that it is due, urges (催办), escalates to those above, proposes 通报/约谈 to the
 * leader, or tells again what was told (notice). In the order in which a delay grows.
 */
export const rungKindSchema = z.enum(['remind', 'due', 'urge', 'escalate', 'propose', 'notice']);

/** See `rungKindSchema`. */
export type RungKind = z.infer<typeof rungKindSchema>;

/**
 * Who is told, by what they are to the late one: `handler`, whose clock it is; `unit-head`, the head of their own unit; `leader`, the
 * leader in charge of that unit; `office`, the supervision office of the ledger.
 */
export const recipientSchema = z.enum(['handler', 'unit-head', 'leader', 'office']);

/** See `recipientSchema`. */
export type Recipient = z.infer<typeof recipientSchema>;

const toldSchema = z
  .array(recipientSchema)
  .min(1, '该梯级没有写明通知谁，请至少选择一类人员。')
  .max(recipientSchema.options.length)
  .refine(eachOnce, '同一类人员写了两次，请删去一处。');

/** One rung. `offsetWorkingDays` counts from the due day (negative before, 0 on it); `at` is the time of day in Shanghai. */
export const ladderRungSchema = z.strictObject({
  rungId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, '梯级编号只能用小写字母、数字和短横线，请修改。'),
  kind: rungKindSchema.exclude(['notice']),
  offsetWorkingDays: z.int().min(-250).max(250),
  at: localTimeSchema,
  told: toldSchema,
});

/** See `ladderRungSchema`. */
export type LadderRung = z.infer<typeof ladderRungSchema>;

/** What is told again and again as long as a delay goes on. Working days after the due day. */
const noticesSchema = z.strictObject({
  from: z.int().min(1).max(250),
  every: z.int().min(1).max(250),
  at: localTimeSchema,
  told: toldSchema,
});

/** The ids of notices: no rung may be called so. */
const NOTICE = /^notice-\d+$/u;

/**
 * The rungs of one kind of clock, and the notices after them (null: none). Refused: a rung id given twice (its timers would be one), a
 * kind on the wrong side of the due day (a reminder after it, an urging letter before it), a milder kind after a harder one, a proposal
 * to anybody but the leader, and notices that begin before the last rung.
 */
export const ladderSchema = z
  .strictObject({ rungs: z.array(ladderRungSchema).min(1).max(30), notices: noticesSchema.nullable() })
  .superRefine(({ rungs, notices }, context) => {
    const seen = new Set<string>();
    rungs.forEach((rung, index) => {
      const message = faultOf(rung, rungs, seen);
      if (message !== null) context.addIssue({ code: 'custom', path: ['rungs', index], message });
      seen.add(rung.rungId);
    });
    if (notices && rungs.some(({ offsetWorkingDays }) => offsetWorkingDays >= notices.from)) {
      context.addIssue({
        code: 'custom',
        path: ['notices', 'from'],
        message: '重复提醒须在最后一级之后，请改大天数。',
      });
    }
  });

/** See `ladderSchema`. */
export type Ladder = z.infer<typeof ladderSchema>;

function faultOf(rung: LadderRung, rungs: readonly LadderRung[], seen: ReadonlySet<string>): string | null {
  if (seen.has(rung.rungId)) return '梯级编号重复，请改成不同的编号。';
  if (NOTICE.test(rung.rungId)) return '梯级编号不能以“notice-数字”命名，请改用其他编号。';
  if (Math.sign(rung.offsetWorkingDays) !== sideOf(rung.kind)) {
    return '提醒须在到期日前，催办和升级须在到期日后，请修改天数。';
  }
  if (rungs.some((other) => rankOf(other) < rankOf(rung) && other.offsetWorkingDays >= rung.offsetWorkingDays)) {
    return '较重的梯级不能早于较轻的梯级，请调整天数（提醒、到期、催办、升级、建议依次在后）。';
  }
  return rung.kind === 'propose' && rung.told.some((recipient) => recipient !== 'leader')
    ? '通报、约谈由领导决定，请只选择领导。'
    : null;
}

/** The harder a kind, the higher. */
export function rankOf({ kind }: { readonly kind: RungKind }): number {
  return rungKindSchema.options.indexOf(kind);
}

function sideOf(kind: RungKind): number {
  if (kind === 'remind') return -1;
  return kind === 'due' ? 0 : 1;
}
