import { z } from 'zod';
import { dayInShanghai } from '../../calendar';
import { OWN_UNIT } from '../../shared/grant';
import { freeTextSchema } from '../../shared/private-data';
import { reject, type Rejection } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { filesFault, NOT_RESPONSIBLE } from '../checks';
import { instructionNamed, isAnsweredBy, toAnswerBy } from '../instructions';
import { actingLane } from '../lanes';
import { ANSWERING } from '../status';
import { taskAct } from '../task-act';
import { evidenceInput, stepFields } from '../task.form';
import { type Instruction, type LaneState, type TaskState } from '../task.state';

const NONE = reject('TASK.NO_INSTRUCTION', '没有待本单位答复的批示。');
const WHICH = reject('TASK.INSTRUCTION_NEEDED', '有多条批示待答复，请选择要答复的批示。');
const ANSWERED = reject(
  'TASK.INSTRUCTION_ANSWERED',
  '本单位已答复该批示；需要补充的，请在填报中写明，答复有误的请撤回后重新答复。',
);
const TAKEN_BACK = reject('TASK.INSTRUCTION_UNKNOWN', '该批示已撤回或不在本任务中，不用答复。');
const BEFORE_IT = reject('TASK.DAY_OUT_OF_ORDER', '答复日期早于批示的日期，请核对日期。');

/**
 * 答复批示: a unit answers what a leader asked of it, each unit for itself and once. What is to be added stands in a report, and a wrong
 * answer is taken back. It may be given before the task is accepted and while it is checked, and completes nothing that the unit owes.
 */
export const answerInstruction = taskAct({
  type: 'task.answer-instruction',
  word: '答复批示',
  command: z.strictObject({
    /** Left out: the only one that the unit has to answer. */
    instructionId: idSchema.optional(),
    text: freeTextSchema(4_000, 1),
    evidence: z.array(evidenceInput).max(50).default([]),
    ...stepFields,
  }),
  sample: { text: '因省级系统延期上线，现已对接，本月底前完成' },
  grants: OWN_UNIT,
  offered: 'leading',
  from: ANSWERING,
  to: ['same'],
  withdrawable: true,
  // It answers the instruction that it names, whatever else has happened to the task.
  edits: [],
  inLane: actingLane,
  follows: (state, lane) => firstAsked(lane === null ? [] : toAnswerBy(state, lane.unitId)),
  guard: (state, { actor }) => nothingToAnswer(state, actingLane(state, actor)),
  needs: ({ evidence }) => ({ files: evidence.map(({ hash }) => hash) }),
  decide: (state, { instructionId, text, evidence, occurredOn }, { today, actor, facts }) => {
    const lane = actingLane(state, actor)?.unitId;
    if (lane === undefined) return NOT_RESPONSIBLE;
    const wanted = instructionToAnswer(state, lane, instructionId);
    if ('code' in wanted) return wanted;
    const on = occurredOn ?? today;
    const fault = on < dayInShanghai(wanted.since) ? BEFORE_IT : filesFault(evidence, facts);
    const data = { instructionId: wanted.instructionId, lane, text, evidence, on };
    return fault ?? [{ type: 'instruction.answered', data }];
  },
});

/** The instruction that an answer of a unit is to: the one named, or the only one that it has to answer. */
function instructionToAnswer(state: TaskState, lane: string, named: string | undefined): Instruction | Rejection {
  const open = toAnswerBy(state, lane);
  if (named === undefined) return open.length > 1 ? WHICH : (open[0] ?? NONE);
  const wanted = instructionNamed(state, named);
  if (wanted === null || !wanted.lanes.includes(lane)) return TAKEN_BACK;
  return isAnsweredBy(wanted, lane) ? ANSWERED : wanted;
}

function nothingToAnswer(state: TaskState, lane: LaneState | null): Rejection | null {
  if (lane === null) return NOT_RESPONSIBLE;
  if (toAnswerBy(state, lane.unitId).length > 0) return null;
  return state.instructions.some((each) => isAnsweredBy(each, lane.unitId)) ? ANSWERED : NONE;
}

/** The day of the oldest instruction that waits: an answer is stated for no earlier one. */
function firstAsked([oldest]: readonly Instruction[]) {
  return oldest ? dayInShanghai(oldest.since) : null;
}
