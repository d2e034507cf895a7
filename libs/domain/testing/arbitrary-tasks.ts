import fc from 'fast-check';
import {
  type Actor,
  addDays,
  awaitedAnswers,
  DEFAULT_POLICY,
  type Facts,
  leadLanes,
  openObligations,
  openProposals,
  type Limit,
  type PlannedTimer,
  type Policy,
  reportableParts,
  TASK_ACTS,
  type TaskCommandType,
  type TaskState,
  rungsOfTask,
  workingLeads,
} from '../src';
import { PEOPLE } from './actors';
import { circumstancesOf } from './circumstances';
import { aLimit, anIndicator, draftTask } from './drafts';
import { TASK_ID, UNITS } from './ids';
import { EVIDENCE, soundBody, type TaskInput, type TaskOutcome, type TaskStory, usualActor } from './task-stories';

/** One throw of the dice. What it becomes depends on where the task stands, so that stories get somewhere. */
export interface Move {
  /** Which act; with `aimed`, among those open in the present status. */
  readonly act: number;
  readonly aimed: boolean;
  /** Who; with `usual`, the one who usually takes the act. */
  readonly who: number;
  readonly usual: boolean;
  /** Days that have gone by since the last move. */
  readonly days: number;
  /** The stated day, counted from today; null when none is stated. */
  readonly stated: number | null;
  /** How many revisions ago the form was opened; null when there was no form. */
  readonly formAge: number | null;
  /** Which of the sample words, limits, units and timers. */
  readonly word: number;
  readonly choice: number;
  readonly limits: readonly string[];
}

/** Any throw. Sound and unsound ones are mixed: unknown limits and units, private numbers, days to come, old forms. */
export const anyMove: fc.Arbitrary<Move> = fc.record({
  act: fc.nat(1_000),
  aimed: fc.boolean().chain((first) => (first ? fc.constant(true) : fc.boolean())),
  who: fc.nat(1_000),
  usual: fc.boolean().chain((first) => (first ? fc.constant(true) : fc.boolean())),
  days: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })),
  stated: fc.oneof(
    { weight: 4, arbitrary: fc.constant(null) },
    { weight: 1, arbitrary: fc.integer({ min: -30, max: 1 }) },
  ),
  formAge: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(4) }),
  word: fc.nat(20),
  choice: fc.nat(1_000),
  limits: fc.subarray(['L1', 'L2', 'L3', 'L4', 'L9']),
});

/** Any story of a task, as throws. */
export const anyMoves: fc.Arbitrary<Move[]> = fc.array(anyMove, { minLength: 10, maxLength: 100, size: 'max' });

const TYPES: readonly TaskCommandType[] = Object.values(TASK_ACTS).map(({ type }) => type);
const PERSONS: readonly Actor[] = Object.values(PEOPLE);
const UNIT_IDS: readonly string[] = Object.values(UNITS);
const WORDS = ['已完成阶段任务', '正在推进', '存在困难，请予协调', '', '联系13812345678'];
const DAYS = ['2025-04-15', '2025-06-30', '2025-09-30', '2025-10-05', '2026-03-31'];
const RHYTHMS: readonly Limit['recurrence'][] = ['monthly', 'quarterly', 'half-yearly', 'yearly', null];

/**
 * What one throw does to a story.
 * @param policy what the rules that the task follows have otherwise than the default ones
 */
export function play(story: TaskStory, move: Move, policy: Partial<Policy> = {}): TaskOutcome {
  const type = actOf(story, move);
  const by = move.usual ? actorInTurn(story, type) : pick(PERSONS, move.who);
  const told = story.on(addDays(story.today, move.days));
  const input = ofKinds(INPUTS[type]?.(told, move) ?? { ...soundBody(type), ...form(told, move) }, move, policy);
  return told.when(type, input, { by, facts: reservedFor(told, input), policy });
}

/** A body whose files are of one of the kinds of evidence that the rules ask for, where they ask for some. */
function ofKinds(input: object, { word, choice }: Move, { evidence = [] }: Partial<Policy>): object {
  const reports = 'progress' in input && evidence.length > 0;
  return reports && choice % 5 > 0 ? { ...input, evidence: [{ ...EVIDENCE, kind: pick(evidence, word) }] } : input;
}

/** The engine reserves a closing number for the day that the closing states. */
function reservedFor({ today }: TaskStory, input: object): Partial<Facts> {
  const stated = 'occurredOn' in input && typeof input.occurredOn === 'string' ? input.occurredOn : today;
  return { reserved: { number: '云医改销〔2025〕1号', on: stated } };
}

/** A step is taken back by whoever took it, and so is a proposal; a lead's step is taken by one whose turn it is, every other act by the one who usually takes it. */
function actorInTurn({ state }: TaskStory, type: TaskCommandType): Actor {
  const account = state ? accountInTurn(state, type) : undefined;
  const unit = state ? unitInTurn(state, type) : undefined;
  return (
    PERSONS.find(({ accountId }) => accountId === account) ??
    [usualActor(type), ...PERSONS].find(({ posts }) => posts.some(({ unitId }) => unitId === unit)) ??
    usualActor(type)
  );
}

function accountInTurn({ lastSteps, proposals }: TaskState, type: TaskCommandType): string | undefined {
  if (type === 'task.withdraw') return lastSteps.at(-1)?.accountId;
  return type === 'task.recall-proposal' ? openProposals({ proposals })[0]?.by.accountId : undefined;
}

/** The lead that is to answer the assignment, to report for the first time, or to ask for closure; the unit that is to answer an instruction. */
function unitInTurn(state: TaskState, type: TaskCommandType): string | undefined {
  switch (type) {
    case 'task.accept':
    case 'task.decline':
      return leadLanes(state).find(({ answer }) => answer === 'waiting')?.unitId;
    case 'task.report':
      return workingLeads(state).find(({ answer, lastReport }) => answer === 'accepted' && lastReport === null)?.unitId;
    case 'task.request-closure':
      return workingLeads(state).find(({ lastReport }) => lastReport !== null)?.unitId;
    case 'task.answer-instruction':
      return awaitedAnswers(state)[0]?.lane;
    default:
      return undefined;
  }
}

/** What begins a story again, or ends it early. */
const NOT_AIMED: readonly TaskCommandType[] = [
  'task.propose-listing',
  'task.take-measure',
  'task.move-rules',
  'task.draft',
  'task.begin-child',
  'task.void',
  'task.terminate',
];

/** Which act a throw means. Aimed ones leave out what ends a story early and prefer what leads on. */
export function actOf(story: TaskStory, move: Move): TaskCommandType {
  const status = story.state?.status;
  if (!move.aimed) return pick(TYPES, move.act);
  if (status === undefined) return 'task.draft';
  const open = TYPES.flatMap((type) => {
    if (NOT_AIMED.includes(type)) return [];
    if (!TASK_ACTS[type].from.includes(status)) return [];
    return leadsOn(story, type) ? [type, type, type, type] : [type];
  });
  return pick(open.length > 0 ? open : TYPES, move.act);
}

/** What leads on, and the decision of what waits for one: without it hardly any task was ever suspended. */
function leadsOn({ state }: TaskStory, type: TaskCommandType): boolean {
  if (type === 'task.decide-proposal') return state !== null && openProposals(state).length > 0;
  return TASK_ACTS[type].offered === 'leading';
}

/** Bodies that vary with the throw; an act that is not among them is sent with its sample. */
type Inputs = { readonly [Type in TaskCommandType]?: (story: TaskStory, move: Move) => TaskInput<Type> };

const INPUTS: Inputs = {
  'task.draft': (_story, move) =>
    draftTask({
      limits: [aLimit('L1', { due: pick(DAYS, move.choice) }), rhythmic('L2', move), aLimit('L3', { due: null })].slice(
        0,
        move.word % 4,
      ),
    }),
  'task.correct-draft': (story, move) => ({ changes: changesOf(story, move), ...form(story, move) }),
  'task.confirm': (story, move) => ({
    ...unitsOf(move),
    limits: limitsWord(story, move),
    ...form(story, move),
  }),
  'task.hang': (story, move) => ({ ...soundBody('task.hang'), ...day(story, move), ...form(story, move) }),
  'task.assign': (story, move) => ({
    requirements: pick(WORDS, move.word),
    pastDays: pastDaysOf(story, move),
    replyBy: move.choice % 3 === 0 ? addDays(story.today, (move.choice % 9) - 2) : null,
    ...day(story, move),
    ...form(story, move),
  }),
  'task.accept': (story, move) => ({ ...day(story, move), ...form(story, move) }),
  'task.decline': (story, move) => ({ reason: words(move), ...day(story, move), ...form(story, move) }),
  'task.report': (story, move) => reportOf(story, move),
  'task.accept-on-behalf': (story, move) => ({ ...day(story, move), ...form(story, move), ...onBehalf(story, move) }),
  'task.decline-on-behalf': (story, move) => ({
    reason: words(move),
    ...day(story, move),
    ...form(story, move),
    ...onBehalf(story, move),
  }),
  'task.report-on-behalf': (story, move) => ({ ...reportOf(story, move), ...onBehalf(story, move) }),
  'task.request-closure-on-behalf': (story, move) => ({
    selfCheck: words(move),
    committed: true,
    owed: move.choice % 3 === 0 && story.state ? undoneOf(story, unitInTurn(story.state, 'task.request-closure')) : [],
    ...day(story, move),
    ...form(story, move),
    ...onBehalf(story, move),
  }),
  'task.request-closure': (story, move) => ({
    selfCheck: words(move),
    committed: true,
    ...day(story, move),
    ...form(story, move),
  }),
  'task.verify': (story, move) => ({
    conclusion: words(move),
    acceptance: confirmedIn(story, move),
    ...day(story, move),
    ...form(story, move),
  }),
  'task.return': (story, move) => ({
    missing: words(move),
    unmet: (story.state?.acceptance ?? []).slice(0, move.choice % 3),
    ...(move.word % 3 === 1 ? { to: [pick(UNIT_IDS, move.choice)] } : {}),
    ...(move.choice % 2 === 0
      ? { reopened: partsOf(story, move).map((part) => ({ ...part, due: newDay(story, move) })) }
      : {}),
    newLimits: move.choice % 3 === 0 ? [{ what: '补充材料', due: addDays(story.today, (move.choice % 90) - 3) }] : [],
    ...day(story, move),
    ...form(story, move),
  }),
  'task.close': (story, move) => ({ ...soundBody('task.close'), ...day(story, move) }),
  'task.void': (story, move) => ({ reason: words(move), ...form(story, move) }),
  'task.terminate': (story, move) => ({ ...soundBody('task.terminate'), ...form(story, move) }),
  'task.correct': (story, move) => ({ changes: changesOf(story, move), reason: words(move), ...form(story, move) }),
  'task.correct-record': (story, move) => ({
    changes: wordingOf(move),
    reason: words(move),
    ...form(story, move),
  }),
  'task.urge': (story, move) => ({ message: pick(WORDS, move.word), ...day(story, move), ...form(story, move) }),
  'task.instruct': (story, move) => ({
    text: words(move),
    ...(move.choice % 3 === 0 ? { lanes: [pick(UNIT_IDS, move.who)] } : {}),
    ...(move.choice % 2 === 0 ? { answerBy: addDays(story.today, (move.choice % 12) - 2) } : {}),
    ...form(story, move),
  }),
  'task.instruct-on-behalf': (story, move) => ({
    text: words(move),
    ...(move.choice % 3 === 0 ? { lanes: [pick(UNIT_IDS, move.who)] } : {}),
    onBehalf: { saidBy: '王副市长', how: 'meeting', saidOn: addDays(story.today, -(move.word % 3)) },
    ...form(story, move),
  }),
  'task.answer-instruction': (story, move) => answerOf(story, move),
  'task.answer-instruction-on-behalf': (story, move) => ({ ...answerOf(story, move), ...onBehalf(story, move) }),
  'task.extend': (story, move) => extensionOf(story, move),
  'task.extend-on-behalf': (story, move) => ({ ...extensionOf(story, move), ...onBehalf(story, move) }),
  'task.decide-proposal': (story, move) => ({
    proposalId: proposalOf(story, move),
    result: move.choice % 3 === 0 ? 'refused' : 'approved',
    reason: words(move),
    ...form(story, move),
  }),
  'task.recall-proposal': (story, move) => ({ proposalId: proposalOf(story, move), ...form(story, move) }),
  'task.split': (story, move) => ({
    by: pick(['units', 'periods', 'measures'] as const, move.choice),
    children: Array.from({ length: (move.choice % 3) + 1 }, (_, index) => ({
      leadUnitIds: [pick(UNIT_IDS, move.word + index)],
      ...(move.choice % 2 === 0 ? {} : { title: words(move), limits: [] }),
    })),
    rule: { progress: 'average', indicators: move.word % 2 === 0 ? [] : [{ indicatorId: 'I1', rule: 'sum' }] },
    pastDays: pastDaysOf(story, move),
    ...day(story, move),
    ...form(story, move),
  }),
  'task.note-child': ({ state, today }, move) => ({
    childId: pick([...(state?.children.map(({ taskId }) => taskId) ?? []), TASK_ID], move.choice),
    ending: pick(['closed', 'voided', 'terminated'] as const, move.word),
    on: today,
  }),
  'task.withdraw': (story, move) => form(story, move),
  'task.fire-rung': (story, move) => {
    const rungs = plannedTimers(story);
    return move.choice % 5 === 0 || rungs.length === 0
      ? soundBody('task.fire-rung')
      : rungInput(pick(rungs, move.choice));
  },
};

/** Every criterion of the check; now and then one is left out, or a strange one named. */
function confirmedIn({ state }: TaskStory, { choice }: Move): TaskInput<'task.verify'>['acceptance'] {
  const all = state?.acceptance ?? [];
  const named = choice % 7 === 0 ? all.slice(1) : choice % 11 === 0 ? [...all, '未列出的标准'] : all;
  return named.map((criterion) => ({ criterion, met: true }));
}

function extensionOf(story: TaskStory, move: Move): TaskInput<'task.extend'> {
  return {
    ...pick(partsOf(story, move).length > 0 ? partsOf(story, move) : [{ limitId: 'L1', period: null }], move.choice),
    due: addDays(story.today, (move.choice % 120) - 3),
    reason: words(move),
    ...form(story, move),
  };
}

/** Mostly of the oldest instruction that waits, now and then of any other, or of none by its id. */
function answerOf(story: TaskStory, move: Move): TaskInput<'task.answer-instruction'> {
  const { state } = story;
  const [oldest] = state === null ? [] : awaitedAnswers(state);
  const known = [...(state?.instructions ?? []).map(({ instructionId }) => instructionId), TASK_ID];
  const instructionId = move.choice % 4 === 0 ? pick(known, move.word) : oldest?.instruction.instructionId;
  return { text: words(move), ...(instructionId ? { instructionId } : {}), ...day(story, move), ...form(story, move) };
}

/** The word of a unit to the office, mostly the lead's, now and then from a day to come. */
function onBehalf({ today }: TaskStory, { choice, who }: Move): Pick<TaskInput<'task.report-on-behalf'>, 'onBehalf'> {
  return {
    onBehalf: {
      unitId: choice % 4 === 0 ? pick(UNIT_IDS, who) : UNITS.health,
      saidBy: '王科长',
      how: 'phone',
      saidOn: addDays(today, (choice % 5) - 3),
    },
  };
}

/** A new day for a limit whose day may be over, or all kept. */
function pastDaysOf({ today }: TaskStory, { choice }: Move): TaskInput<'task.assign'>['pastDays'] {
  return choice % 4 === 0 ? [{ limitId: 'L1', due: addDays(today, (choice % 40) - 2) }] : 'keep';
}

/** One of the proposals that the task has had; an unknown one where it has had none. */
function proposalOf({ state }: TaskStory, move: Move): string {
  const open = state ? openProposals(state) : [];
  const proposals = open.length > 0 ? open.slice(0, 1) : (state?.proposals ?? []);
  return proposals.length === 0
    ? soundBody('task.recall-proposal').proposalId
    : pick(proposals, move.choice).proposalId;
}

/** The command of a timer. */
export function rungInput(timer: PlannedTimer): TaskInput<'task.fire-rung'> {
  const { lane, limitId, period, round, climb, rungId, kind, due } = timer;
  return { obligation: { lane, limitId, period }, round, climb, rung: { rungId, kind }, due };
}

/** The rungs that a story's task asks for under the sample calendar and the default ladder; none before the draft. */
export function plannedTimers(story: TaskStory): readonly PlannedTimer[] {
  const { calendar } = circumstancesOf(PEOPLE.engine);
  return story.state ? rungsOfTask(TASK_ID, story.state, calendar, DEFAULT_POLICY.ladders.limits) : [];
}

/** One lead, another one, or two of them; with a supporting unit or without. */
function unitsOf({ word, choice }: Move): { readonly leadUnitIds: string[]; readonly supportUnitIds: string[] } {
  if (word % 4 === 1) return { leadUnitIds: [UNITS.health, UNITS.finance], supportUnitIds: [] };
  const lead = word % 3 === 0 ? pick(UNIT_IDS, choice) : UNITS.health;
  return { leadUnitIds: [lead], supportUnitIds: word % 2 === 0 ? [UNITS.finance] : [] };
}

function reportOf(story: TaskStory, move: Move): TaskInput<'task.report'> {
  return {
    progress: words(move),
    percent: move.choice % 3 === 0 ? null : move.choice % 103,
    readings: [
      {
        indicatorId: move.word % 7 === 0 ? 'I9' : 'I1',
        value: move.choice,
        readOn: addDays(story.today, 1 - (move.choice % 40)),
      },
    ],
    evidence: move.choice % 4 === 0 ? [move.word % 5 === 0 ? { ...EVIDENCE, hash: 'b'.repeat(64) } : EVIDENCE] : [],
    done: move.choice % 2 === 0 ? partsOf(story, move) : [],
    ...day(story, move),
    ...form(story, move),
  };
}

function changesOf(story: TaskStory, move: Move): TaskInput<'task.correct'>['changes'] {
  const [first, second] =
    move.choice % 4 === 0 ? move.limits : (story.state?.limits.map(({ limitId }) => limitId) ?? []);
  const changes: readonly TaskInput<'task.correct'>['changes'][] = [
    { title: '新标题' },
    first ? { changedLimits: [{ limitId: first, due: pick([...DAYS, null], move.choice) }] } : {},
    second ? { changedLimits: [{ limitId: second, recurrence: pick(RHYTHMS, move.choice) }] } : {},
    first ? { changedLimits: [{ limitId: first, due: pick(DAYS, move.choice), recurrence: null }] } : {},
    second ? { removedLimits: [second] } : {},
    { addedLimits: [{ ...rhythmic(pick(['L2', 'L4', 'L5', 'L6'], move.choice), move), ...owedBy(move) }] },
    { leadUnitIds: [pick(UNIT_IDS, move.choice)] },
    { leadUnitIds: [UNITS.health, UNITS.finance], supportUnitIds: [] },
    { indicators: [anIndicator('I1', { value: move.choice }), anIndicator('I2')] },
  ];
  return pick(changes, move.word);
}

/** Mostly the leads owe it; now and then a unit that is named, which may have no part in the task. */
function owedBy({ choice }: Move): { readonly owedBy?: string[] } {
  return choice % 3 === 0 ? { owedBy: [pick(UNIT_IDS, choice)] } : {};
}

/** A wording of an ended task: mostly one that differs, now and then none or one of a limit that it does not have. */
function wordingOf(move: Move): TaskInput<'task.correct-record'>['changes'] {
  const what = words(move);
  return move.choice % 3 === 0
    ? { changedLimits: move.limits.map((limitId) => ({ limitId, what })) }
    : { title: pick(['新标题', '另一标题'], move.choice), body: what };
}

/** Some dated limits and owed periods of the task, now and then some that it does not have. */
function partsOf({ state, today }: TaskStory, move: Move): { limitId: string; period: string | null }[] {
  if (state === null || move.choice % 10 === 0) return move.limits.map((limitId) => ({ limitId, period: null }));
  const lane = state.lanes[move.choice % Math.max(1, state.lanes.length)];
  if (!lane) return [];
  return reportableParts(state, lane, today)
    .filter(({ limitId }, index) => move.limits.includes(limitId) || index === move.choice % 7)
    .map(({ limitId, period }) => ({ limitId, period }));
}

/** What a unit has not done by now, as it says itself when it asks for closure. */
export function undoneOf({ state, today }: TaskStory, unitId: string | undefined): Owed {
  const lane = state?.lanes.find((each) => each.unitId === unitId);
  if (!state || !lane) return [];
  return openObligations(state, today, [lane]).map(({ limitId, period }) => ({ limitId, period, reason: '尚未完成' }));
}
type Owed = NonNullable<TaskInput<'task.request-closure'>['owed']>;

/** The day that a return sets: mostly the one that was. */
function newDay({ today }: TaskStory, { choice }: Move): string | null {
  return choice % 4 === 0 ? addDays(today, (choice % 60) - 3) : null;
}

function limitsWord(story: TaskStory, move: Move): 'confirmed' | 'none' {
  if (move.choice % 5 === 0) return 'none';
  return story.state?.limits.some(({ due, recurrence }) => due !== null || recurrence !== null) ? 'confirmed' : 'none';
}

function rhythmic(limitId: string, move: Move): Limit {
  const recurrence = pick(RHYTHMS, move.choice);
  return aLimit(limitId, { recurrence, due: move.choice % 2 === 0 ? pick(DAYS, move.word) : null });
}

function words(move: Move): string {
  return WORDS[move.word] ?? '已完成阶段任务';
}

function day(story: TaskStory, move: Move): { readonly occurredOn?: string } {
  return move.stated === null ? {} : { occurredOn: addDays(story.today, move.stated) };
}

function form(story: TaskStory, move: Move): { readonly seenRevision?: number } {
  return move.formAge === null ? {} : { seenRevision: Math.max(0, story.history.length - 1 - move.formAge) };
}

function pick<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}
