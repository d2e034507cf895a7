import { z } from 'zod';
import { type Day, latestDay } from '../calendar';
import { delayOfRungKey } from '../ladder';
import { reject, type Rejection } from '../shared/rejection';
import { measureSchema, type Obligation } from './task.parts';
import { type Proposal, type TaskState } from './task.state';

/** Proposals of one person in a task: those decided count too, for a refusal starts a clock. */
export const MOST_PROPOSALS = 50;

/** The refusal of a request for what is asked for already. */
export const ALREADY_PROPOSED = reject(
  'TASK.ALREADY_PROPOSED',
  '同一事项已提出申请，尚未审批，请等待审批或先收回申请。',
);

/** What waits for a second person. */
export function openProposals({ proposals }: Pick<TaskState, 'proposals'>): readonly Proposal[] {
  return proposals.filter(({ decided }) => decided === null);
}

/** Why an act that concerns the whole task is not asked for again: it waits already, whoever asked. */
export function askedForWhole(state: Pick<TaskState, 'proposals'>, act: string): Rejection | null {
  return openProposals(state).some((open) => open.act === act) ? ALREADY_PROPOSED : null;
}

/** The unit that asks: the one on whose word the office recorded the request, or the person's own. None asks for what the program proposes. */
export function askingUnit({ by, onBehalf }: Pick<Proposal, 'by' | 'onBehalf'>): string | null {
  return by.role === 'engine' ? null : (onBehalf?.unitId ?? by.unitId);
}

/** True for what the office asks for in its own name. */
export function isOfficeAsking({ by, onBehalf }: Pick<Proposal, 'by' | 'onBehalf'>): boolean {
  return by.role === 'supervision-clerk' && onBehalf === undefined;
}

/** The day on which it was asked for: a unit that gave word on the due day was in time, though the office recorded it later. */
export function askedOn({ on, onBehalf }: Pick<Proposal, 'on' | 'onBehalf'>): Day {
  return onBehalf && onBehalf.saidOn < on ? onBehalf.saidOn : on;
}

/** The act that a proposed measure becomes once a leader approves it. */
export const TAKE_MEASURE = 'task.take-measure';

/** A proposed measure, as far as the rules ask what it is about. */
const proposedSchema = z.object({
  measures: z.array(measureSchema),
  lane: z.string(),
  inARow: z.int().positive().optional(),
});
export type ProposedMeasure = z.output<typeof proposedSchema>;

/** The measure that a proposal is about; null for any other proposal. */
export function measureProposed({ act, data }: Pick<Proposal, 'act' | 'data'>): ProposedMeasure | null {
  return act === TAKE_MEASURE ? (proposedSchema.safeParse(data).data ?? null) : null;
}

/** The rungs that a proposed 通报 or 约谈 stands for: the one that proposed it, and those of the unit that have joined it since. None of 挂牌督办, which no rung of its own proposes. */
export function rungsOvertaken(
  { proposals, fired }: Pick<TaskState, 'proposals' | 'fired'>,
  proposalId: string,
): readonly string[] {
  const proposal = proposals.find((each) => each.proposalId === proposalId);
  const measure = proposal ? measureProposed(proposal) : null;
  if (!proposal || measure === null || measure.measures.includes('listed')) return [];
  return fired.slice(Math.max(0, proposal.rungs - 1)).filter((key) => delayOfRungKey(key).lane === measure.lane);
}

/** How requests for more time bear on the ladder of what is owed. */
export interface Asked {
  /** A request that came in time waits for its decision: nothing is said of the delay meanwhile. */
  readonly held: boolean;
  /**
   * The last day on which one was not granted: lateness counts from it. Not of one that the unit took back itself: asked on the due day and
   * recalled weeks later, it had put the escalation off by these weeks.
   */
  readonly refusedOn: Day | null;
}

const NOT_ASKED: Asked = { held: false, refusedOn: null };

/**
 * The requests for more time for an obligation that came in time. Each unit asks for itself: a supporting unit had silenced what the lead
 * owed of the same limit.
 * @param due the day up to which the unit is in time with it
 */
export function askedFor(
  { proposals }: Pick<TaskState, 'proposals'>,
  { lane, limitId, period }: Obligation,
  due: Day,
): Asked {
  if (proposals.length === 0) return NOT_ASKED;
  const inTime = proposals.filter(
    (proposal) =>
      proposal.act === 'task.extend' &&
      askingUnit(proposal) === lane &&
      askedOn(proposal) <= due &&
      proposal.moves.some((each) => each.limitId === limitId && each.period === period),
  );
  const refused = inTime.flatMap(({ decided }) =>
    decided?.result === 'refused' || decided?.result === 'overtaken' ? [decided.on] : [],
  );
  return {
    held: inTime.some(({ decided }) => decided === null),
    refusedOn: latestDay(refused),
  };
}
