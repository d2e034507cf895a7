import { takesSecond, TASK_ACTS, type TASK_EVENTS, type TaskActTraits } from '#domain';
import { type TaskDetail } from '../api/answer';
import { awaitedLeads, isWorking, type Lane, laneNames, ownLane } from '../parts/lanes';
import { actWord } from '../telling';
import { WORDS } from '../words';
import { ACT_WORDS } from '../words/acts.words';
import { type Act, type ActOperation, type ActSubject, type Asker } from './act';

/** What the words of an act are made from. */
export interface PlannedTask extends Pick<
  TaskDetail,
  'leadUnits' | 'supportUnits' | 'lanes' | 'withdrawable' | 'taskNumber' | 'closingNumber' | 'policy'
> {
  readonly proposals: readonly Pick<TaskDetail['proposals'][number], 'by' | 'measures' | 'barred'>[];
}

/** What of a task the step of a person changes: the program's own reminders leave it alone. */
export type StandingTask = Pick<TaskDetail, 'status' | 'withdrawable' | 'proposals'>;

/** The acts by which a unit answers the assignment. */
const ANSWERS: readonly ActOperation[] = ['task.accept', 'task.decline'];

/** The act's word. */
export function wordOf({ operation }: Act): string {
  return TASK_ACTS[operation].word;
}

/** The button that sends the act's form. */
export function submitOf({ operation, words }: Act, { policy }: Pick<TaskDetail, 'policy'>): string {
  return isLeftToOne(operation, policy) ? (words.submitAlone ?? words.submit) : words.submit;
}

/** True for an act that could take a second person and by the rules of the task takes none. */
function isLeftToOne(operation: ActOperation, policy: TaskDetail['policy']): boolean {
  const { needsSecond, recordsFor = operation }: TaskActTraits = TASK_ACTS[operation];
  return needsSecond !== undefined && !takesSecond(policy, recordsFor);
}

/** The word of the button that opens the act's form: where the form offers several conclusions, what all of them conclude. */
export function openerOf(act: Act, { lanes }: { readonly lanes: readonly Pick<Lane, 'answer'>[] }): string {
  const { opens, opensAsDeclined } = act.words;
  const isDeclined = lanes.some(({ answer }) => answer === 'declined');
  return (isDeclined ? opensAsDeclined : undefined) ?? opens ?? wordOf(act);
}

/**
 * What will happen and who will be told, before the act.
 * @param own the units of the person's posts
 */
export function beforeAct(act: Act, task: PlannedTask, own: ReadonlySet<string>): string {
  return act.words.before(subjectOf(act, task, own));
}

/**
 * What is true after the act: a proposal is not the thing itself.
 * @param task as it stood before the act
 * @param own the units of the person's posts
 * @param events the types of the events that it brought
 */
export function afterAct(act: Act, task: PlannedTask, own: ReadonlySet<string>, events: readonly string[]): string {
  const { proposed, done } = act.words;
  return proposed !== undefined && isProposed(events) ? proposed : done(subjectOf(act, task, own));
}

const PROPOSED: keyof typeof TASK_EVENTS = 'proposal.made';

function isProposed(events: readonly string[]): boolean {
  return events.includes(PROPOSED);
}

/** How the act stands for the person on this task; undefined where their posts do not permit it. */
export function standingOf(
  { operation }: Act,
  { acts }: Pick<TaskDetail, 'acts'>,
): TaskDetail['acts'][number] | undefined {
  return acts.find((standing) => standing.operation === operation);
}

/** Why the act is not open to the person now; null while it is. The server would refuse it. */
export function whyClosed(act: Act, task: Pick<TaskDetail, 'acts'>): string | null {
  const standing = standingOf(act, task);
  return standing?.open === true ? null : (standing?.reason ?? ACT_WORDS.notPermitted);
}

/**
 * The command by which an act has just been done, as far as it can be taken back: it became the last step of one's own with it. Null where it did
 * not, as where the act waits for a second person, or where the task could not be read since.
 */
export function commandToTakeBack(
  { operation }: Act,
  before: Pick<TaskDetail, 'withdrawable'>,
  after: Pick<TaskDetail, 'withdrawable'>,
): string | null {
  const { step, commandId } = after.withdrawable ?? { step: null, commandId: null };
  return step === operation && commandId !== before.withdrawable?.commandId ? commandId : null;
}

/** Tells one standing of a task from the next: its status, what waits for a decision, and which step of one's own nobody has acted on. */
export function standsAs({ status, withdrawable, proposals }: StandingTask): string {
  return JSON.stringify([status, withdrawable?.commandId ?? null, proposals.map(({ proposalId }) => proposalId)]);
}

/** True when the act cannot be undone. Its button is red. */
export function isFinal({ operation }: Act): boolean {
  return TASK_ACTS[operation].offered === 'final';
}

/** True for an act by which the office records what a unit has done. */
export function isRecording({ operation }: Act): boolean {
  return TASK_ACTS[operation].recordsFor !== undefined;
}

/** True when the act moves the task forward, so that somebody waits for it. */
export function isLeading({ operation }: Act): boolean {
  return TASK_ACTS[operation].offered === 'leading';
}

function subjectOf({ operation }: Act, task: PlannedTask, own: ReadonlySet<string>): ActSubject {
  const { leadUnits, supportUnits, withdrawable, taskNumber, closingNumber, policy } = task;
  const mine = ownLane(task, own, ANSWERS.includes(operation) ? isWaiting : isWorking);
  const others = awaitedLeads(task).filter((lane) => lane !== mine);
  return {
    leads: namesOf(leadUnits) ?? WORDS.terms.leadUnit,
    supports: namesOf(supportUnits),
    role: mine?.role ?? 'lead',
    others: laneNames(others) || null,
    step: actWord(withdrawable?.step ?? '') ?? ACT_WORDS.step,
    hung: taskNumber !== null,
    closingNumber,
    alone: isLeftToOne(operation, policy),
    askers: askersOf(task),
  };
}

/** Of the proposals that the person may decide, who asks. */
function askersOf({ proposals, lanes }: PlannedTask): readonly Asker[] {
  const ofUnit = (unitId: string | undefined): boolean => lanes.some(({ unit }) => unit.unitId === unitId);
  const askers = proposals
    .filter(({ barred }) => barred === null)
    .map(({ by, measures }): Asker => {
      if (measures !== null) return 'ladder';
      return ofUnit(by.unit?.unitId) ? 'unit' : 'office';
    });
  return [...new Set(askers)];
}

function isWaiting({ answer }: Lane): boolean {
  return answer === 'waiting';
}

function namesOf(units: readonly { readonly name: string }[]): string | null {
  return units.map(({ name }) => name).join(WORDS.parts.and) || null;
}
