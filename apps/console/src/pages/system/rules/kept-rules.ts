import { z } from 'zod';
import { clocksSchema, ladderRungSchema, policyContentSchema, recipientSchema } from '#domain';
import { type RuleDraft } from './rule-draft';

const count = z.number().nullable();
const told = z.array(recipientSchema);
const ladder = z.object({
  rungs: z.array(z.object({ kind: ladderRungSchema.shape.kind, days: count, at: z.string(), told })).max(100),
  notices: z.object({ from: count, every: count, at: z.string(), told }).nullable(),
});
const { closing, secondPerson, protectionLevel } = policyContentSchema.shape;
const clocks = clocksSchema.keyof().options;

const keptRulesSchema = z.object({
  draft: z.object({
    ladders: z.object({ limits: ladder, replies: ladder, holders: ladder }),
    clocks: z.record(z.enum(clocks), count),
    listing: z.object({ task: count, unit: count }),
    acceptance: z.string(),
    evidence: z.string(),
    closing,
    secondPerson,
    protectionLevel,
  }),
  reason: z.string(),
});

/** Rules as they were edited and not published yet. */
export interface KeptRules {
  readonly draft: RuleDraft;
  readonly reason: string;
}

/** What was kept on this computer; null when nothing readable is there. */
export function readKeptRules(stored: unknown): KeptRules | null {
  return keptRulesSchema.safeParse(stored).data ?? null;
}
