import { type Role } from '../shared/actor';
import { reject, type Rejection } from '../shared/rejection';
import { type Asking } from './task-act';
import { type TaskState } from './task.state';

/** Who asks, as far as the separation of duties goes. */
type Person = Pick<Asking, 'practice' | 'postedIn' | 'staff'> & { readonly actor: Pick<Asking['actor'], 'accountId'> };

/** What of a task tells who may judge it. */
type Judged = Pick<TaskState, 'lanes' | 'participation'>;

/** Why one person is kept from a step that another one takes. */
interface Kept {
  readonly code: string;
  readonly message: string;
}

/** A step that is kept from those who took part before. */
interface SeparateStep {
  readonly role: Role;
  /** What is done, as in “可由张三核验”. */
  readonly does: string;
  readonly post: string;
  readonly whyKept: (state: TaskState, person: Person) => Kept | null;
}

const REPORTED = { code: 'TASK.REPORTER_VERIFIES', message: '本任务的情况由您填报或代录，核验须由其他人员进行。' };
const ASSIGNED = { code: 'TASK.ASSIGNER_VERIFIES', message: '本任务由您交办或分解，核验须由其他人员进行。' };
const POSTED = {
  code: 'TASK.OWN_UNIT_VERIFIES',
  message: '您在本任务的牵头或配合单位任职，核验须由其他单位的人员进行。',
};
const CHECKED = { code: 'TASK.VERIFIER_CLOSES', message: '本任务由您填报、代录或核验，销号须由其他人员签批。' };
const POSTED_CLOSES = {
  code: 'TASK.OWN_UNIT_CLOSES',
  message: '您在本任务的牵头或配合单位任职，销号须由其他单位的人员签批。',
};

const CHECK: SeparateStep = { role: 'verifier', does: '核验', post: '核验人', whyKept: whyNotChecker };
const CLOSING: SeparateStep = { role: 'closer', does: '签批', post: '销号签批人', whyKept: whyNotCloser };

/** People named in a refusal; of more, their number. */
const NAMED = 3;

/** Whom the separation of duties keeps from a task: accounts, and whoever holds any post in units. In practice it keeps nobody. */
export interface KeptOut {
  readonly accounts: readonly string[];
  readonly units: readonly string[];
}

/** Whom it keeps from checking. */
export function keptFromChecking(state: Judged): KeptOut {
  const { reported, recorded, assigned } = state.participation;
  return { accounts: [...new Set([...reported, ...recorded, ...assigned])], units: itsUnits(state) };
}

/** Whom it keeps from closing, and from sending back instead of closing. */
export function keptFromClosing(state: Judged): KeptOut {
  const { checked, reported, recorded } = state.participation;
  return { accounts: [...new Set([...checked, ...reported, ...recorded])], units: itsUnits(state) };
}

/** True for a person whom it keeps out. */
export function isKeptOut(
  { accounts, units }: KeptOut,
  { accountId, postedIn }: { readonly accountId: string; readonly postedIn: ReadonlySet<string> },
): boolean {
  return accounts.includes(accountId) || units.some((unitId) => postedIn.has(unitId));
}

/**
 * Nobody checks what they themselves reported, recorded for a unit or assigned, or what a unit leads or supports in which they hold any
 * post, whichever they act under. Another person of the office that assigned it may. In practice one person plays every part.
 */
export function checkerFault(state: TaskState, person: Person): Rejection | null {
  return separated(CHECK, state, person);
}

/**
 * Nobody closes, or sends back instead of closing, what they themselves reported, recorded for a unit or checked, or what a unit of theirs
 * leads or supports. In practice one person plays every part.
 */
export function closerFault(state: TaskState, person: Person): Rejection | null {
  return separated(CLOSING, state, person);
}

function separated(step: SeparateStep, state: TaskState, person: Person): Rejection | null {
  const kept = person.practice ? null : step.whyKept(state, person);
  return kept && reject(kept.code, `${kept.message}${whoElse(step, state, person)}`);
}

/** Who may take the step instead; nothing where the people are not known. */
function whoElse({ role, does, post, whyKept }: SeparateStep, state: TaskState, { actor, staff }: Person): string {
  if (staff === null) return '';
  const posts = staff.filter((each) => each.role === role && each.elsewhere !== true);
  const others = new Map(posts.map(({ accountId, name = '' }) => [accountId, name]));
  others.delete(actor.accountId);
  const able = [...others].filter(([accountId]) => {
    const postedIn = new Set(staff.flatMap((each) => (each.accountId === accountId ? [each.unitId] : [])));
    return whyKept(state, { actor: { accountId }, practice: false, postedIn, staff: null }) === null;
  });
  if (able.length === 0) return `目前没有其他可${does}的人员，请联系安全管理员增设${post}岗位。`;
  return `可由${someNames(able.map(([accountId, name]) => ({ accountId, name })))}${does}。`;
}

/** The names of some people, each once; of many, some with their number. */
export function someNames(people: readonly { readonly accountId: string; readonly name?: string }[]): string {
  const names = new Map(people.map(({ accountId, name = '' }) => [accountId, name]));
  const first = [...names.values()].slice(0, NAMED).join('、');
  return names.size > NAMED ? `${first}等${names.size}人` : first;
}

function whyNotChecker(state: TaskState, { actor, postedIn }: Person): Kept | null {
  const { accounts, units } = keptFromChecking(state);
  if (accounts.includes(actor.accountId)) {
    const { reported, recorded } = state.participation;
    return [...reported, ...recorded].includes(actor.accountId) ? REPORTED : ASSIGNED;
  }
  return units.some((unitId) => postedIn.has(unitId)) ? POSTED : null;
}

function whyNotCloser(state: TaskState, { actor, postedIn }: Person): Kept | null {
  const { accounts, units } = keptFromClosing(state);
  if (accounts.includes(actor.accountId)) return CHECKED;
  return units.some((unitId) => postedIn.has(unitId)) ? POSTED_CLOSES : null;
}

/** The units that have a part in the task, or had one and have reported. */
function itsUnits({ lanes, participation }: Judged): readonly string[] {
  return [...new Set([...lanes.map(({ unitId }) => unitId), ...participation.reportedFor])];
}
