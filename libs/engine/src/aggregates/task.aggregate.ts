import { decideTask, type TaskCommand, type TaskEvent, type TaskFacts, type TaskState } from '#domain';
import { type EvidenceStore } from '../evidence/evidence-store';
import { type States } from '../state/states';
import { type Aggregate, type Occasion } from './aggregate';
import { knownUnits } from './known-units';
import { ledgerReach, practiceOf } from './practice-of';

/** A task: its units decide who may act, units and files named in a command must be there. */
export function taskAggregate(
  states: States,
  evidence: EvidenceStore,
): Aggregate<TaskState, TaskCommand, TaskEvent, TaskFacts> {
  return {
    reader: states.task,
    decide: decideTask,
    reach: async (_id, state) => {
      if (state === null) return { ledgerId: null };
      const { leadUnitIds, supportUnitIds } = state.assignment ?? state;
      return { ...(await ledgerReach(states, state.ledgerId)), leadUnitIds, supportUnitIds };
    },
    gather: async ({ state, command }) => ({
      knownUnits: await knownUnits(states, unitsNamed(command, state)),
      knownEvidence: await evidence.known(filesNamed(command)),
      ledgerCode: command.type === 'task.hang' ? await ledgerCode(states, state) : null,
      practice: state !== null && (await practiceOf(states, state.ledgerId)) !== null,
    }),
  };
}

function unitsNamed(command: Occasion<TaskState, TaskCommand>['command'], state: TaskState | null): readonly string[] {
  switch (command.type) {
    case 'task.confirm':
      return [...command.data.leadUnitIds, ...command.data.supportUnitIds];
    case 'task.correct':
    case 'task.correct-draft': {
      const { leadUnitIds, supportUnitIds } = command.data.changes;
      if (!leadUnitIds && !supportUnitIds) return [];
      return [...(leadUnitIds ?? state?.leadUnitIds ?? []), ...(supportUnitIds ?? state?.supportUnitIds ?? [])];
    }
    default:
      return [];
  }
}

function filesNamed(command: TaskCommand): readonly string[] {
  const reports = command.type === 'task.report' || command.type === 'task.report-on-behalf';
  return reports ? command.data.evidence.map((file) => file.hash) : [];
}

async function ledgerCode(states: States, state: TaskState | null): Promise<string | null> {
  if (state === null) return null;
  const ledger = await states.ledger.known(state.ledgerId);
  return ledger.state?.code ?? null;
}
