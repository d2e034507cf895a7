import { type DraftContent, type Indicator, recurrenceSchema } from '#domain';
import { z } from 'zod';

/** An indicator that is being edited: its value may not be filled in yet. */
export type IndicatorEdit = Omit<Indicator, 'value'> & { readonly value: number | null };

/** A draft's content while a person works on it. It becomes a `DraftContent` when nothing is missing. */
export type DraftEdit = Omit<DraftContent, 'indicators'> & { readonly indicators: IndicatorEdit[] };

/** One draft on the page. The key is the page's own and never sent. */
export interface Draft {
  readonly key: string;
  /** True when a person has looked it over. */
  readonly accepted: boolean;
  readonly content: DraftEdit;
}

const span = z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() }).nullable();
const namedUnits = z.array(z.strictObject({ name: z.string(), span, collective: z.boolean() }));

/** What may stand in a draft under way: every field is there, but its value may still be wrong. */
export const draftEditSchema: z.ZodType<DraftEdit> = z.strictObject({
  title: z.string(),
  body: z.string(),
  leadUnitNames: namedUnits,
  supportUnitNames: namedUnits,
  limits: z.array(
    z.strictObject({
      limitId: z.string(),
      sourceText: z.string(),
      what: z.string(),
      due: z.string().nullable(),
      recurrence: recurrenceSchema.nullable(),
      dueOn: z.strictObject({ month: z.int(), day: z.int().nullable() }).nullable(),
      span,
    }),
  ),
  indicators: z.array(
    z.strictObject({
      indicatorId: z.string(),
      name: z.string(),
      op: z.enum(['>=', '<=', '=', 'range']),
      value: z.number().nullable(),
      max: z.number().nullable(),
      unit: z.string(),
      approximate: z.boolean().default(false),
      sourceText: z.string(),
      span,
    }),
  ),
  source: z.strictObject({
    documentTitle: z.string(),
    documentNumber: z.string().nullable(),
    section: z.string(),
    number: z.string(),
    span,
  }),
  doubts: z.array(z.strictObject({ field: z.string(), message: z.string() })),
});

/** A draft as it was kept on this computer. */
export const draftSchema: z.ZodType<Draft> = z.strictObject({
  key: z.string(),
  accepted: z.boolean(),
  content: draftEditSchema,
});

/** The drafts of a document that has just been read. */
export function draftsOf(tasks: readonly DraftContent[]): Draft[] {
  return tasks.map((content, index) => ({ key: `d${index + 1}`, accepted: false, content: withCleanBody(content) }));
}

/** The reader cuts the title off the clause; the full stop between the two belongs to neither. */
function withCleanBody<Content extends { readonly body: string }>(content: Content): Content {
  return { ...content, body: content.body.replace(/^[\s。．，,；;、：:]+/u, '') };
}

/** A key that none of the drafts has. */
export function freshKey(drafts: readonly Draft[]): string {
  const used = drafts.map(({ key }) => Number(key.slice(1)));
  return `d${Math.max(0, ...used) + 1}`;
}

/** A draft written by hand, of the same document as the one it stands behind. */
export function emptyDraft(key: string, source: DraftContent['source']): Draft {
  const content: DraftEdit = {
    title: '',
    body: '',
    leadUnitNames: [],
    supportUnitNames: [],
    limits: [],
    indicators: [],
    source: { ...source, number: '', span: null },
    doubts: [],
  };
  return { key, accepted: false, content };
}
