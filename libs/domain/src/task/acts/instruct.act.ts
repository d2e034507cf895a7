import { z } from 'zod';
import { addWorkingDays, daySchema } from '../../calendar';
import { isInCharge } from '../../shared/actor';
import { type Circumstances, type Facts, isPractice } from '../../shared/circumstances';
import { freeTextSchema } from '../../shared/private-data';
import { reject, type Rejection } from '../../shared/rejection';
import { idSchema } from '../../shared/schema';
import { leadersInCharge, namesOfHolders } from '../../shared/staff';
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
      : {
          ledgerId: state.ledgerId,
          ownPosts: true,
          lineageOf: lanes ?? state.lanes.map(({ unitId }) => unitId),
          // Who is in charge of a unit that is not in this leader's charge.
          staff: { ledgerId: state.ledgerId, units: [] },
        },
  guard: (state) => {
    if (lanesIn(state).length === 0) return NOBODY;
    return state.instructions.length >= MOST_INSTRUCTIONS ? TOO_MANY : null;
  },
  decide: (state, asked, circumstances) => {
    const { charge, facts } = circumstances;
    const practice = isPractice(facts);
    const isOwn = (unitId: string): boolean => !practice && facts.actsFor.has(unitId);
    const isLed = (unitId: string): boolean => practice || isInCharge(charge, unitId, facts);
    const wanted = asked.lanes ?? leadUnitsIn(state);
    const able = asked.lanes ?? wanted.filter((unitId) => isLed(unitId) && !isOwn(unitId));
    if (wanted.length > 0 && able.length === 0) return wanted.some(isOwn) ? OWN_UNIT : otherBranch(wanted, facts);
    if (able.some(isOwn)) return OWN_UNIT;
    const others = able.filter((unitId) => !isLed(unitId));
    return others.length > 0 ? otherBranch(others, facts) : given(state, { ...asked, lanes: able }, circumstances);
  },
});

/** Units that are not in a leader's charge are instructed by whoever is in charge of them. */
function otherBranch(units: readonly string[], { staff, lineage }: Pick<Facts, 'staff' | 'lineage'>): Rejection {
  const leaders = units.flatMap((unitId) => leadersInCharge(unitId, { posts: staff.posts, lineage }));
  const names = namesOfHolders(leaders);
  const whose = names === '' ? '' : `；所选单位由${names}分管，请由其批示`;
  return reject('TASK.INSTRUCTS_OTHER_BRANCH', `所选单位不归您分管，请只选择分管的单位${whose}。`);
}

/** What an instruction says. */
interface Asked {
  readonly text: string;
  readonly lanes?: readonly string[] | undefined;
  readonly answerBy?: string | undefined;
}

/** An instruction as it is given to units, or to all leads that have their part. */
export function given(
  state: TaskState,
  { text, lanes, answerBy }: Asked,
  { today, calendar, policy, newId }: Pick<Circumstances, 'today' | 'calendar' | 'policy' | 'newId'>,
) {
  const units = [...new Set(lanes ?? leadUnitsIn(state))];
  const fault = unitsFault(state, units) ?? askedAlready(state, units, text);
  if (fault) return fault;
  if (answerBy !== undefined && answerBy < today) return DAY_PAST;
  const far = tooFarFault('answer', [answerBy], today);
  if (far) return far;
  const day =
    answerBy === undefined
      ? ({ answerBy: addWorkingDays(today, policy.clocks.answer, calendar), countedIn: 'working-day' } as const)
      : { answerBy };
  return [{ type: 'instruction.given', data: { instructionId: newId(), lanes: units, text, ...day } } as const];
}

/** The leads that have their part. */
function leadUnitsIn(state: TaskState): readonly string[] {
  return leadLanes({ lanes: lanesIn(state) }).map(({ unitId }) => unitId);
}

function unitsFault(state: TaskState, units: readonly string[]): Rejection | null {
  const able = lanesIn(state).map(({ unitId }) => unitId);
  if (units.length === 0) return NOBODY;
  return units.every((unitId) => able.includes(unitId)) ? null : NOT_RESPONSIBLE;
}

/** The burden rule: what a unit has still to answer is not asked of it again. */
function askedAlready(state: TaskState, units: readonly string[], text: string): Rejection | null {
  const isSame = awaitedAnswers(state).some(
    ({ instruction, lane }) => units.includes(lane) && instruction.text === text,
  );
  return isSame ? ASKED_ALREADY : null;
}
