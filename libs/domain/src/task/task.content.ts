import { z } from 'zod';
import { withoutPrivateData } from '../shared/private-data';
import { lineSchema, optionalLineSchema, textSchema } from '../shared/schema';
import { indicatorsSchema, limitsSchema, namedUnitSchema, spanSchema } from './task.parts';

/** What a field's reading leaves open, in plain words for the person who corrects the draft. */
export const doubtSchema = z.strictObject({ field: lineSchema(60), message: textSchema(500, 1) });

/** The document's clause that a task comes from. */
export const sourceClauseSchema = z.strictObject({
  documentTitle: lineSchema(300),
  documentNumber: lineSchema(100).nullable(),
  section: optionalLineSchema(300),
  number: optionalLineSchema(40),
  span: spanSchema.nullable(),
});
export type SourceClause = z.infer<typeof sourceClauseSchema>;

/** What a draft says: the task's words, units as named, limits and targets, and what their reading leaves open. */
export const contentSchema = z.strictObject({
  title: lineSchema(500),
  body: textSchema(20_000, 0),
  leadUnitNames: z.array(namedUnitSchema).max(50),
  supportUnitNames: z.array(namedUnitSchema).max(200),
  limits: limitsSchema,
  indicators: indicatorsSchema,
  doubts: z.array(doubtSchema).max(100),
});

/** A task as read from a document or typed in, before any person has confirmed it. */
export const draftContentSchema = contentSchema.extend({ source: sourceClauseSchema });
export type DraftContent = z.infer<typeof draftContentSchema>;

/** A draft as it comes in: none of its texts, the document's own among them, names private numbers. */
export const draftContentInput = withoutPrivateData(draftContentSchema, (content) => content);

/** A draft for samples. */
export const SAMPLE_DRAFT: DraftContent = {
  title: '推进分级诊疗制度建设',
  body: '2025年6月底前出台方案，9月底前全面推开。',
  leadUnitNames: [{ name: '市卫生健康局', span: null, collective: false }],
  supportUnitNames: [{ name: '市财政局', span: null, collective: false }],
  limits: [
    {
      limitId: 'L1',
      sourceText: '2025年6月底前',
      what: '完成阶段任务',
      due: '2025-06-30',
      recurrence: null,
      dueOn: null,
      span: null,
    },
    {
      limitId: 'L2',
      sourceText: '2025年9月底前',
      what: '完成阶段任务',
      due: '2025-09-30',
      recurrence: null,
      dueOn: null,
      span: null,
    },
  ],
  indicators: [
    {
      indicatorId: 'I1',
      name: '家庭医生签约率',
      op: '>=',
      value: 90,
      max: null,
      unit: '%',
      approximate: false,
      sourceText: '达到90%以上',
      span: null,
    },
  ],
  doubts: [],
  source: {
    documentTitle: '关于深化医药卫生体制改革的意见',
    documentNumber: '云政发〔2021〕3号',
    section: '二、重点任务',
    number: '（一）',
    span: null,
  },
};
