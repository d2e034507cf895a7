import { z } from 'zod';
import { localTimeSchema } from '../calendar';

/** What a rung does: reminds before the due day, tells that it is due, urges (催办), escalates to those above, or proposes 通报/约谈. */
export const rungKindSchema = z.enum(['remind', 'due', 'urge', 'escalate', 'propose']);

/** See `rungKindSchema`. */
export type RungKind = z.infer<typeof rungKindSchema>;

/** One rung. `offsetWorkingDays` counts from the due day (negative before, 0 on it); `at` is the time of day in Shanghai. */
export const ladderRungSchema = z.strictObject({
  rungId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, '梯级编号只能用小写字母、数字和短横线，请修改。'),
  kind: rungKindSchema,
  offsetWorkingDays: z.int().min(-250).max(250),
  at: localTimeSchema,
});

/** See `ladderRungSchema`. */
export type LadderRung = z.infer<typeof ladderRungSchema>;

/**
 * A ladder as it is pinned in events. Refused: a rung id given twice (its timers would be one), and a kind on the wrong side of
 * the due day (a reminder after it, an urging letter before it).
 */
export const ladderSchema = z
  .strictObject({ version: z.string().min(1).max(100), rungs: z.array(ladderRungSchema).max(30) })
  .superRefine((ladder, context) => {
    const seen = new Set<string>();
    ladder.rungs.forEach((rung, index) => {
      const path = ['rungs', index];
      if (seen.has(rung.rungId))
        context.addIssue({ code: 'custom', path, message: '梯级编号重复，请改成不同的编号。' });
      if (Math.sign(rung.offsetWorkingDays) !== sideOf(rung.kind)) {
        context.addIssue({ code: 'custom', path, message: '提醒须在到期日前，催办和升级须在到期日后，请修改天数。' });
      }
      seen.add(rung.rungId);
    });
  });

/** See `ladderSchema`. */
export type Ladder = z.infer<typeof ladderSchema>;

function sideOf(kind: RungKind): number {
  if (kind === 'remind') return -1;
  return kind === 'due' ? 0 : 1;
}
