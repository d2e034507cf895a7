import { type z } from 'zod';
import { type draftContentSchema, type Indicator, type Limit, TASK_ACTS } from '../src';
import { IMPORT_ID, LEDGER_ID } from './ids';

/** A limit as a document gives it: by default dated 2025-09-30. */
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

/** A measurable target: by default at least 90 percent. */
export function anIndicator(indicatorId: string, change: Partial<Indicator> = {}): Indicator {
  return {
    indicatorId,
    name: '家庭医生签约率',
    op: '>=',
    value: 90,
    max: null,
    unit: '%',
    approximate: false,
    sourceText: '达到90%以上',
    span: null,
    ...change,
  };
}

/** A task as read from a document: two dated limits (L1, L2) and one indicator (I1). */
export function draftContent(
  change: Partial<z.input<typeof draftContentSchema>> = {},
): z.input<typeof draftContentSchema> {
  const { source, content } = TASK_ACTS['task.draft'].sample;
  return { source, ...content, ...change };
}

type DraftInput = (typeof TASK_ACTS)['task.draft']['sample'];

type Place = Pick<DraftInput, 'ledgerId' | 'importId' | 'serial'>;

/** The draft with its place in the sample ledger: task 7 of the import, unless another is given. */
export function draftTask(change: Partial<z.input<typeof draftContentSchema> & Place> = {}): DraftInput {
  const { ledgerId = LEDGER_ID, importId = IMPORT_ID, serial = 7, ...words } = change;
  const { source, ...content } = draftContent(words);
  return { ledgerId, importId, serial, source, content };
}
