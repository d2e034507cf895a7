import { z } from 'zod';
import { OFFICE } from '../../shared/grant';
import { freeTextSchema, withoutPrivateData } from '../../shared/private-data';
import { reject } from '../../shared/rejection';
import { lineSchema, textSchema } from '../../shared/schema';
import { unknownLimit } from '../checks';
import { correctionEvents } from '../corrections';
import { ENDED } from '../status';
import { taskAct } from '../task-act';
import { formFields } from '../task.form';
import { type TaskState } from '../task.state';
import { distinct, MAX_LIMITS, partIdSchema } from '../task.parts';

/** The wording of a task, and nothing that anybody was judged by: the schema knows no day, unit, target, number or outcome. */
const wordingSchema = withoutPrivateData(
  z
    .strictObject({
      title: lineSchema(500).optional(),
      body: textSchema(20_000, 0).optional(),
      changedLimits: z
        .array(z.strictObject({ limitId: partIdSchema, what: textSchema(1_000, 0) }))
        .max(MAX_LIMITS)
        .refine(distinct('limitId'), 'TASK.LIMIT_TWICE')
        .optional(),
    })
    .refine((changes) => Object.keys(changes).length > 0, 'TASK.NOTHING_CHANGED'),
  (texts) => texts,
);

const NOTHING_CHANGED = reject('TASK.NOTHING_CHANGED', '文字与现在的相同，没有需要更正的内容，请修改后再提交。');

const LIMIT_EMPTIED = reject('TASK.LIMIT_EMPTIED', '时限的内容不能更正为空，请写明到期要完成什么后再提交。');

/** True when a limit would lose its words: nobody could say any more what its unit was to do. */
function emptiesLimit({ limits }: TaskState, changed: readonly { readonly limitId: string; readonly what: string }[]) {
  return changed.some(({ limitId, what }) => {
    const limit = limits.find((each) => each.limitId === limitId);
    return what.trim() === '' && limit !== undefined && limit.what !== '';
  });
}

/**
 * 更正文字: a slip of the pen in the record of a task that has ended. The former words stay in the record, the end and all that led to it
 * stand. A voided or terminated task is read in the ledger like a closed one, so its wording is put right in the same way.
 */
export const correctRecord = taskAct({
  type: 'task.correct-record',
  word: '更正文字',
  command: z.strictObject({ changes: wordingSchema, reason: freeTextSchema(2_000, 1), ...formFields }),
  sample: { changes: { title: '推进分级诊疗' }, reason: '录入有误' },
  grants: OFFICE,
  offered: 'side',
  from: ENDED,
  to: ['same'],
  withdrawable: false,
  edits: ['content'],
  decide: (state, { changes, reason }, circumstances) => {
    const { changedLimits = [] } = changes;
    const unknown = unknownLimit(
      state,
      changedLimits.map(({ limitId }) => limitId),
    );
    if (unknown) return unknown;
    if (emptiesLimit(state, changedLimits)) return LIMIT_EMPTIED;
    const events = correctionEvents(state, changes, reason, circumstances);
    // An entry in the record of an ended task that says nothing would only raise questions.
    return events.length === 0 ? NOTHING_CHANGED : events;
  },
});
