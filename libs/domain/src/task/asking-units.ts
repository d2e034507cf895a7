import { leadUnitsOf } from './lanes';
import { unitsOwing } from './obligations';
import { askingUnit, isOfficeAsking, measureProposed } from './proposals';
import { type Proposal, type TaskState } from './task.state';

type Asked = Pick<Proposal, 'act' | 'data' | 'by' | 'onBehalf' | 'moves'>;

/**
 * For which units a proposal is decided: the one that asked, with the others that owe the limit whose day it would move, or the one that a
 * measure is about; the leads, where the office asked. A leader in charge of all of them decides.
 */
export function askingUnits(state: TaskState, proposal: Asked): readonly string[] {
  const measure = measureProposed(proposal);
  if (measure !== null) return [measure.lane];
  if (isOfficeAsking(proposal)) return leadUnitsOf(state);
  const unitId = askingUnit(proposal);
  return unitId === null ? [] : [unitId, ...unitsMovedWith(state, proposal)];
}

/**
 * The units whose people do not decide on a proposal: those that ask and those that lead the task, whoever asked; of a measure the unit that it
 * is about.
 */
export function unitsJudged(state: TaskState, proposal: Asked): readonly string[] {
  const asking = askingUnits(state, proposal);
  return measureProposed(proposal) === null ? [...new Set([...asking, ...leadUnitsOf(state)])] : asking;
}

/** The other units that owe a limit, or a period of it, for which a unit asks for more time: its day moves for all of them. */
export function unitsMovedWith(state: TaskState, proposal: Asked): readonly string[] {
  if (proposal.act !== EXTEND) return [];
  const asking = askingUnit(proposal);
  const owing = proposal.moves.flatMap((part) => unitsOwing(state, part));
  return [...new Set(owing)].filter((unitId) => unitId !== asking);
}

const EXTEND = 'task.extend';
