import { type z } from 'zod';
import { type Day } from '../../calendar';
import { OFFICE } from '../../shared/grant';
import { isRejection } from '../../shared/rejection';
import { filesFault } from '../checks';
import { saidFault } from '../on-behalf';
import { taskAct } from '../task-act';
import { wordInput } from '../task.form';
import { type TaskState } from '../task.state';
import { given, instruct } from './instruct.act';

const command = instruct.command.extend({ onBehalf: wordInput });

const SAMPLE_LEADER = {
  saidBy: '王副市长',
  how: 'meeting',
  saidOn: '2025-03-03',
} as const satisfies z.input<typeof wordInput>;

/**
 * 代录批示: the office records what a leader who does not sign in told units to answer: who said it, how and when. It reads the answers in the
 * leader's place.
 */
export const instructOnBehalf = taskAct({
  type: 'task.instruct-on-behalf',
  word: '代录批示',
  command,
  sample: { ...instruct.sample, onBehalf: SAMPLE_LEADER },
  grants: OFFICE,
  offered: 'side',
  from: instruct.from,
  to: instruct.to,
  withdrawable: instruct.withdrawable,
  edits: instruct.edits,
  recordsFor: instruct.type,
  guard: instruct.guard,
  needs: ({ onBehalf: { sheet } }, state) =>
    state === null ? {} : { ledgerId: state.ledgerId, files: sheet.map(({ hash }) => hash) },
  decide: (state, { onBehalf, ...asked }, circumstances) => {
    const { today, facts } = circumstances;
    const fault = saidFault(onBehalf, firstAssigned(state), today) ?? filesFault(onBehalf.sheet, facts);
    if (fault) return fault;
    // The leader chose the units; the office says which.
    const events = given(state, asked, circumstances);
    if (isRejection(events)) return events;
    return events.map((event) => ({ ...event, data: { ...event.data, onBehalf } }));
  },
});

/** The day on which the first of the units got the task: before it there was nobody to instruct. */
function firstAssigned({ lanes }: Pick<TaskState, 'lanes'>): Day | null {
  const [first = null] = lanes.map(({ assignedOn }) => assignedOn).sort();
  return first;
}
