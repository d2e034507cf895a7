import { z } from 'zod';
import { freeTextSchema } from '../../shared/private-data';
import { lineSchema } from '../../shared/schema';
import { checkerFault, tooManyOwedFault, unknownLimit } from '../checks';
import { leadLanes } from '../lanes';
import { dueOf, isDone, openObligations } from '../obligations';
import { taskAct } from '../task-act';
import { stepFields } from '../task.form';
import { type Obligation } from '../task.parts';
import { type TaskState } from '../task.state';

/** 退回: what is missing, and which limits are owed again. */
export const returnTask = taskAct({
  type: 'task.return',
  word: '退回',
  command: z.strictObject({
    missing: freeTextSchema(4_000, 1),
    /** The limits that are not met; left out, everything claimed by the requests. */
    limitsReopened: z.array(lineSchema(20)).max(100).optional(),
    ...stepFields,
  }),
  sample: { missing: '缺少验收报告' },
  grants: [['verifier', 'ledger']],
  offered: 'side',
  from: ['closure-requested', 'verified'],
  to: ['returned'],
  withdrawable: true,
  edits: ['steps'],
  guard: checkerFault,
  needs: (_data, state) => (state === null ? {} : { ledgerId: state.ledgerId }),
  decide: (state, { occurredOn, missing, limitsReopened }, { today }) => {
    const unknown = unknownLimit(state, limitsReopened ?? []);
    if (unknown) return unknown;
    const open = openAgain(state, limitsReopened, today).map((obligation) => ({
      obligation,
      due: dueOf(state, obligation),
      kept: true,
    }));
    const tooMany = tooManyOwedFault(open, '请只选择须重新完成的时限，或先更正时限，再退回。');
    if (tooMany) return tooMany;
    const to = leadLanes(state).map(({ unitId }) => unitId);
    return [{ type: 'check.returned', data: { level: 1, on: occurredOn ?? today, missing, to, open } }];
  },
});

/** What was claimed (of the limits named, if some are), dated limits named that were done before, and periods that opened meanwhile. */
function openAgain(state: TaskState, named: readonly string[] | undefined, today: string): readonly Obligation[] {
  const wanted = (limitId: string) => named === undefined || named.includes(limitId);
  // A limit that was removed since, or comes back in another rhythm, no longer has what was claimed of it.
  const claimed = leadLanes(state)
    .flatMap(({ claim }) => claim?.claimed ?? [])
    .filter((each) => stillDone(state, each));
  const again: Obligation[] = [...claimed];
  for (const { limitId, done, recurrence } of state.limits) {
    if (named === undefined || recurrence !== null) continue;
    for (const { lane } of done) again.push({ lane, limitId, period: null });
  }
  for (const { lane, limitId, period } of openObligations(state, today)) again.push({ lane, limitId, period });
  return eachOnce(again.filter(({ limitId }) => wanted(limitId)));
}

/** By a key: comparing each with each took seconds where a year of daily periods is owed. */
function eachOnce(obligations: readonly Obligation[]): readonly Obligation[] {
  const keyOf = ({ lane, limitId, period }: Obligation) => [lane, limitId, period].join(' ');
  return [...new Map(obligations.map((each) => [keyOf(each), each])).values()];
}

function stillDone({ limits }: TaskState, { lane, limitId, period }: Obligation): boolean {
  return limits.some((limit) => limit.limitId === limitId && isDone(limit, lane, period));
}
