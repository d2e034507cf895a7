import { type Day } from '../calendar';
import { type Circumstances, type Rules } from '../shared/circumstances';
import { isRejection } from '../shared/rejection';
import { NO_STAFF } from '../shared/staff';
import { TASK_ACTS } from './acts';
import { TASK } from './task.aggregate';
import { measureSchema } from './task.parts';
import { type Proposal, type TaskState } from './task.state';

interface Asking extends Rules {
  readonly today: Day;
}

/**
 * Why an approval of today would find that what was asked for does not fit the task any more; null while it fits. It is the approval
 * itself, tried on the task as it stands: whoever decides need not press the button to find out.
 */
export function whyOvertaken(state: TaskState, proposal: Proposal, asking: Asking): string | null {
  const { proposalId } = proposal;
  // Whichever of the measures is chosen, they fit together.
  const measure = measureSchema.array().safeParse(proposal.data['measures']).data?.[0];
  const { command } = TASK_ACTS['task.decide-proposal'].step(null, { proposalId, result: 'approved', measure });
  const decision = TASK.decide(state, command, { ...asking, id: newId(), newId, ...given(state, proposal, asking) });
  if (isRejection(decision)) return null;
  // The decision may overtake other requests beside it.
  const own = decision.find(({ type, data }) => type === 'proposal.decided' && data.proposalId === proposalId);
  return own?.type === 'proposal.decided' && own.data.result === 'overtaken' ? own.data.reason : null;
}

const newId = () => '00000000-0000-4000-8000-000000000000';

/** Somebody who may decide it, as in practice everybody may, in a world in which whatever the task and the request name is there: it was when the request was made. */
function given(
  state: TaskState,
  { by, data }: Proposal,
  { today, calendar, policy }: Asking,
): Pick<Circumstances, 'now' | 'actor' | 'charge' | 'facts'> {
  const named = new Set([...textsIn(data), ...unitsOn(state)]);
  return {
    now: `${today}T00:00:00.000Z`,
    actor: { ...by, accountId: '', role: 'supervision-clerk' },
    charge: [],
    facts: {
      knownUnits: named,
      lineage: new Map(),
      knownFiles: named,
      postedIn: new Set(),
      actsFor: new Set(),
      ledger: { code: '', closingPrefix: '', practiceOf: by.accountId },
      rules: { calendar, policy },
      reserved: null,
      closingsBegun: false,
      ledgerNumbers: [],
      staff: NO_STAFF,
      administrators: [],
      takenOut: [],
      departing: false,
      administratorPosts: [],
      digest: null,
    },
  };
}

function unitsOn({ leads, supports, lanes }: TaskState): readonly string[] {
  return [...leads, ...supports, ...lanes.map(({ unitId }) => unitId)];
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
