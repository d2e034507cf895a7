import { z } from 'zod';
import { addWorkingDays, daySchema } from '../../calendar';
import { type Circumstances, isBelow, isPractice } from '../../shared/circumstances';
import { freeTextSchema } from '../../shared/private-data';
import { reject, type Rejection } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { NOT_RESPONSIBLE } from '../checks';
import { tooFarFault } from '../far-days';
import { awaitedAnswers, MOST_INSTRUCTIONS } from '../instructions';
import { lanesIn, leadLanes } from '../lanes';
import { ANSWERING } from '../status';
import { taskAct } from '../task-act';
import { formFields } from '../task.form';
import { type TaskState } from '../task.state';

const NOBODY = reject('TASK.NOBODY_TO_INSTRUCT', '没有可以批示的单位：责任单位已退件，请待重新交办后再批示。');
const TOO_MANY = reject(
  'TASK.TOO_MANY_INSTRUCTIONS',
  `本任务的批示已达${MOST_INSTRUCTIONS}条，不能再增加，请直接与责任单位联系。`,
);
const DAY_PAST = reject('TASK.ANSWER_DAY_PAST', '答复期限早于今天，请改为今天或之后。');
const OTHER_BRANCH = reject('TASK.INSTRUCTS_OTHER_BRANCH', '所选单位不归您分管，请只选择分管的单位。');
const OWN_UNIT = reject(
  'TASK.INSTRUCTS_OWN_UNIT',
  '您是所选单位的填报人或单位负责人，不能给本单位批示，请由上级领导批示或改选其他单位。',
);
const ASKED_ALREADY = reject('TASK.ALREADY_INSTRUCTED', '同样的批示已发给该单位，尚未答复，不必重复批示。');

/** 批示: a leader tells units that they lead what to do or to explain, and by which day to answer. It neither moves a day nor stops a clock. */
export const instruct = taskAct({
  type: 'task.instruct',
  word: '批示',
  command: z.strictObject({
    text: freeTextSchema(2_000, 1),
    /** The units that are to answer; left out, the leads that the leader is in charge of. */
    lanes: z.array(idSchema).min(1).max(120).optional(),
    /** The last day for the answer; left out, so many working days from today as the rules say. */
    answerBy: daySchema.optional(),
    ...formFields,
  }),
  sample: { text: '请说明迟缓原因，并报下一步安排' },
  grants: [['leader', 'units-below']],
  offered: 'side',
  from: ANSWERING,
  to: ['same'],
  withdrawable: true,
  // It asks the units whatever they have done since the page was opened.
  edits: [],
  needs: ({ lanes }, state) =>
    state === null
      ? {}
      : { ledgerId: state.ledgerId, ownPosts: true, lineageOf: lanes ?? state.lanes.map(({ unitId }) => unitId) },
  guard: (state) => {
    if (lanesIn(state).length === 0) return NOBODY;
    return state.instructions.length >= MOST_INSTRUCTIONS ? TOO_MANY : null;
  },
  decide: (state, asked, circumstances) => {
    const { actor, facts } = circumstances;
    const practice = isPractice(facts);
    const isOwn = (unitId: string): boolean => !practice && facts.actsFor.has(unitId);
    const isLed = (unitId: string): boolean => practice || isBelow(unitId, actor.unitId, facts);
    const outcome = given(state, asked, circumstances, (unitId) => isLed(unitId) && !isOwn(unitId));
    const wanted = asked.lanes ?? leadLanes({ lanes: lanesIn(state) }).map(({ unitId }) => unitId);
    return outcome === OTHER_BRANCH && wanted.some(isOwn) ? OWN_UNIT : outcome;
  },
});

/** What an instruction says. */
interface Asked {
  readonly text: string;
  readonly lanes?: readonly string[] | undefined;
  readonly answerBy?: string | undefined;
}

/** An instruction as it is given to units that whoever gives it is in charge of. */
export function given(
  state: TaskState,
  { text, lanes, answerBy }: Asked,
  { today, calendar, policy, newId }: Pick<Circumstances, 'today' | 'calendar' | 'policy' | 'newId'>,
  isInCharge: (unitId: string) => boolean,
) {
  const leads = leadLanes({ lanes: lanesIn(state) }).map(({ unitId }) => unitId);
  const units = [...new Set(lanes ?? leads.filter(isInCharge))];
  const fault = unitsFault(state, units, isInCharge) ?? askedAlready(state, units, text);
  if (fault) return fault;
  if (answerBy !== undefined && answerBy < today) return DAY_PAST;
  const far = tooFarFault('answer', [answerBy], today);
  if (far) return far;
  const day = answerBy ?? addWorkingDays(today, policy.clocks.answer, calendar);
  const data = { instructionId: newId(), lanes: units, text, answerBy: day };
  return [{ type: 'instruction.given', data } as const];
}

function unitsFault(
  state: TaskState,
  units: readonly string[],
  isInCharge: (unitId: string) => boolean,
): Rejection | null {
  const able = lanesIn(state).map(({ unitId }) => unitId);
  if (units.length === 0) return leadLanes({ lanes: lanesIn(state) }).length === 0 ? NOBODY : OTHER_BRANCH;
  if (!units.every(isInCharge)) return OTHER_BRANCH;
  return units.every((unitId) => able.includes(unitId)) ? null : NOT_RESPONSIBLE;
}

/** The burden rule: what a unit has still to answer is not asked of it again. */
function askedAlready(state: TaskState, units: readonly string[], text: string): Rejection | null {
  const isSame = awaitedAnswers(state).some(
    ({ instruction, lane }) => units.includes(lane) && instruction.text === text,
  );
  return isSame ? ASKED_ALREADY : null;
}
