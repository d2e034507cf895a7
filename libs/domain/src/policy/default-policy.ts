import { type Ladder, type LadderRung } from '../ladder';
import { type Policy } from './policy';

/** Message robots drop what comes at :00 and :30, when everybody sends; ten to nine is before the day's work is dealt out. */
const MORNING = '08:50';

const rung = (
  rungId: string,
  kind: LadderRung['kind'],
  offsetWorkingDays: number,
  ...told: LadderRung['told']
): LadderRung => ({ rungId, kind, offsetWorkingDays, at: MORNING, told });

/** What a unit owes: T−7 and T−3 remind, T due, T+1 催办, T+5 to those above, T+10 proposes 通报 or 约谈, and every five days it is told again. */
const LIMITS: Ladder = {
  rungs: [
    rung('remind-7', 'remind', -7, 'handler'),
    rung('remind-3', 'remind', -3, 'handler'),
    rung('due', 'due', 0, 'handler', 'unit-head'),
    rung('urge-1', 'urge', 1, 'handler', 'unit-head', 'leader'),
    rung('escalate-5', 'escalate', 5, 'unit-head', 'leader', 'office'),
    rung('propose-10', 'propose', 10, 'leader'),
  ],
  notices: { from: 15, every: 5, at: MORNING, told: ['unit-head', 'leader', 'office'] },
};

/** An answer is awaited for three days: nobody needs to be reminded of it before, and no measure is taken for it. */
const REPLIES: Ladder = {
  ...LIMITS,
  rungs: LIMITS.rungs.filter(({ kind }) => kind !== 'remind' && kind !== 'propose'),
};

const HOLDERS: Ladder = {
  rungs: [
    rung('due', 'due', 0, 'handler'),
    rung('urge-1', 'urge', 1, 'handler', 'unit-head'),
    rung('escalate-5', 'escalate', 5, 'unit-head', 'leader'),
  ],
  notices: { from: 10, every: 5, at: MORNING, told: ['unit-head', 'leader'] },
};

/** The policy with which an office begins. It is written into the log at the first start, and holds until the office publishes its own. */
export const DEFAULT_POLICY: Policy = {
  version: 'default-1',
  ladders: { limits: LIMITS, replies: REPLIES, holders: HOLDERS },
  clocks: { assign: 5, reply: 3, reassign: 3, check: 10, close: 5, decide: 5, answer: 5, reviewMonths: 3 },
  listing: { task: 2, unit: 3 },
  acceptance: [],
  closing: { owed: 'named', targets: 'shown' },
  evidence: [],
  secondPerson: ['task.void', 'task.terminate', 'task.correct', 'task.suspend', 'task.extend'],
  protectionLevel: 2,
};
