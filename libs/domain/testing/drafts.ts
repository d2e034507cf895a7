import { type z } from 'zod';
import { type draftContentSchema, type Indicator, type Limit, type TASK_ACTS } from '../src';
import { IMPORT_ID, LEDGER_ID } from './ids';

/** A limit as a document gives it: dated 2025-09-30 unless told otherwise. */
export function aLimit(limitId: string, change: Partial<Limit> = {}): Limit {
  return {
    limitId,
    sourceText: '2025年9月底前',
    what: '完成阶段任务',
    due: '2025-09-30',
    recurrence: null,
    dueOn: null,
    span: null,
    ...change,
  };
}

/** A measurable target: at least 90 percent unless told otherwise. */
export function anIndicator(indicatorId: string, change: Partial<Indicator> = {}): Indicator {
  return {
    indicatorId,
    name: '家庭医生签约率',
    op: '>=',
    value: 90,
    max: null,
    unit: '%',
    sourceText: '达到90%以上',
    span: null,
    ...change,
  };
}

/** A task as read from a document: two dated limits (L1, L2) and one indicator (I1). */
export function draftContent(
  change: Partial<z.input<typeof draftContentSchema>> = {},
): z.input<typeof draftContentSchema> {
  return {
    title: '推进分级诊疗制度建设',
    body: '2025年6月底前出台方案，9月底前全面推开。',
    leadUnitNames: [{ name: '市卫生健康局', span: null, collective: false }],
    supportUnitNames: [{ name: '市财政局', span: null, collective: false }],
    limits: [aLimit('L1', { due: '2025-06-30', sourceText: '2025年6月底前' }), aLimit('L2')],
    indicators: [anIndicator('I1')],
    source: {
      documentTitle: '关于深化医药卫生体制改革的意见',
      documentNumber: '云政发〔2021〕3号',
      section: '二、重点任务',
      number: '（一）',
      span: null,
    },
    doubts: [],
    ...change,
  };
}

type DraftInput = z.input<(typeof TASK_ACTS)['task.draft']['command']>;

type Place = Pick<DraftInput, 'ledgerId' | 'importId' | 'serial'>;

/** The draft with its place in the sample ledger: task 7 of the import, unless another is given. */
export function draftTask(change: Partial<z.input<typeof draftContentSchema> & Place> = {}): DraftInput {
  const { ledgerId = LEDGER_ID, importId = IMPORT_ID, serial = 7, ...words } = change;
  const { source, ...content } = draftContent(words);
  return { ledgerId, importId, serial, source, content };
}
