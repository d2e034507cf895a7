import { z } from 'zod';
import { daySchema } from '../calendar';
import { rungKindSchema } from '../ladder';
import { actedBySchema, roleSchema } from '../shared/actor';
import { contentHashSchema, idSchema, instantSchema } from '../shared/schema';
import { sourceClauseSchema } from './task.content';
import {
  authoritySchema,
  endingSchema,
  evidenceSchema,
  indicatorSchema,
  laneSchema,
  lateClockSchema,
  measureSchema,
  limitSchema,
  movedPartSchema,
  namedUnitSchema,
  obligationSchema,
  onBehalfSchema,
  outcomeSchema,
  parentSchema,
  partIdSchema,
  splitRuleSchema,
  termsSchema,
  unitWordSchema,
} from './task.parts';
import { rulesSchema } from '../policy';
import { TASK_STATUSES } from './status';

/** A value that nobody changes: what is derived from it is made anew. */
type Unchanging<Value> = Value extends object ? { readonly [Key in keyof Value]: Unchanging<Value[Key]> } : Value;

const revisionSchema = z.int().nonnegative();

/** Why a limit's terms moved. */
export const moveKindSchema = z.enum(['set', 'correction', 'extension', 'suspension', 'calendar', 'return']);
export type MoveKind = z.output<typeof moveKindSchema>;

const standstillSchema = z.strictObject({ from: daySchema, to: daySchema });
/** Days for which a limit stood still: from the first one up to the day on which it went on. */
export type Standstill = Unchanging<z.output<typeof standstillSchema>>;

const moveSchema = z.strictObject({
  kind: moveKindSchema,
  /** The one period that moved; null: the limit itself. */
  period: z.string().nullable(),
  to: termsSchema,
  since: instantSchema,
  reason: z.string(),
  /** Who asked for it and who approved it, where it took a second person. */
  askedBy: actedBySchema.optional(),
  approvedBy: actedBySchema.optional(),
  /** The unit for which the office asked, where it was on a unit's word. */
  askedFor: idSchema.optional(),
  stood: standstillSchema.optional(),
});
/** One link in a limit's chain: the first terms and every later move stay visible. Removing a date is a move too. */
export type Move = Unchanging<z.output<typeof moveSchema>>;

const completionSchema = z.strictObject({
  lane: idSchema,
  period: z.string().nullable(),
  /** The day that the unit states. */
  on: daySchema,
  /** The day that it was due then: what was late does not turn timely when the day moves for others. Null where there was none. */
  due: daySchema.nullable(),
  /** The moment at which it was recorded, and the event. */
  recordedAt: instantSchema,
  eventId: idSchema,
  /** It was claimed in asking for closure, not reported before. */
  claimed: z.boolean(),
});
/** A dated limit, or a period of a recurring one, that a lane has done. */
export type Completion = Unchanging<z.output<typeof completionSchema>>;

const limitStateSchema = z.strictObject({
  ...limitSchema.shape,
  /** The lanes that owe it; empty: every lead lane. */
  owedBy: z.array(idSchema),
  /** It was added after the assignment: what is asked for in addition ends or prolongs no duty. */
  later: z.boolean(),
  chain: z.array(moveSchema),
  done: z.array(completionSchema),
  /** Periods whose day was moved by itself, and when: its rungs count from then. */
  movedPeriods: z.array(z.strictObject({ period: z.string(), due: daySchema, since: instantSchema })),
  /** When the task was suspended: the periods of a recurring limit move by the days that they lost. */
  standstills: z.array(standstillSchema),
  verifiedOn: daySchema.nullable(),
  /** From when its rungs count: assignment, a moved day, a return. Null before assignment. */
  armedAt: instantSchema.nullable(),
  /** The day from which periods are owed, whoever owes them: that of the first assignment, or of a new rhythm. Null before assignment. */
  firstDay: daySchema.nullable(),
});
/** A limit in a task's life. Instants are ISO 8601 UTC, days are Asia/Shanghai. */
export type LimitState = Unchanging<z.output<typeof limitStateSchema>>;

const indicatorStateSchema = z.strictObject({
  ...indicatorSchema.shape,
  reading: z.strictObject({ value: z.number(), readOn: daySchema }).nullable(),
});
/** An indicator with its latest reading. */
export type IndicatorState = Unchanging<z.output<typeof indicatorStateSchema>>;

const suspensionSchema = z.strictObject({
  on: daySchema,
  until: daySchema,
  reason: z.string(),
  authority: authoritySchema,
  /** The moment at which it was recorded. */
  since: instantSchema,
});

/** The clocks of a task stand still from a day until another one. */
export type Suspension = Unchanging<z.output<typeof suspensionSchema>>;

const reportSchema = z.strictObject({
  on: daySchema,
  progress: z.string(),
  problems: z.string(),
  percent: z.number().nullable(),
});

const goingOnSchema = z.strictObject({
  limitId: z.string(),
  period: z.string().nullable(),
  /** The moment from which its rungs counted. */
  armedAt: instantSchema,
  /** The run of the ladder that goes on. */
  climb: z.int().positive(),
});

const laneStateSchema = z.strictObject({
  ...laneSchema.shape,
  /** What it said to the assignment. */
  answer: z.enum(['waiting', 'accepted', 'declined']),
  /** The account that accepted it for the unit. Null: it has not been accepted, or the office recorded that (代录). */
  acceptedBy: idSchema.nullable(),
  /** It asks for closure, having done its part. */
  claim: z
    .strictObject({
      on: daySchema,
      /** The moment at which it was recorded. */
      at: instantSchema,
      claimed: z.array(obligationSchema),
    })
    .nullable(),
  /** The moment from which it has the task: assignment or return. */
  since: instantSchema,
  /** The moment of its assignment or of the last return to it: what was done since then is what the next check looks at. */
  begun: instantSchema,
  /** Which run of its ladders it is in: each assignment of the unit and each return to it begins one. */
  climb: z.int().positive(),
  /** What was late when it asked for closure with it undone, and what the return left on its day: its ladder goes on where it stood. */
  goingOn: z.array(goingOnSchema),
  /** The last day for its answer, as its assignment says; null where that names none. */
  replyBy: daySchema.nullable(),
  /** The stated day of its assignment: it said nothing to it before. */
  assignedOn: daySchema,
  /** The day from which it owes periods: that of its first assignment. */
  firstDay: daySchema,
  /** The stated day of its last step; its next one is not stated before it. What others state does not count. */
  lastStepOn: daySchema,
  /** The revision at which it was last touched by a step, for forms filled on older ones. */
  stepRevision: revisionSchema,
  lastReport: reportSchema.nullable(),
  /** The kinds of evidence of which it has shown a file in this round. */
  shown: z.array(z.string()),
});
/** One responsible unit's part in a task. */
export type LaneState = Unchanging<z.output<typeof laneStateSchema>>;

const assignmentSchema = z.strictObject({
  requirements: z.string(),
  replyBy: daySchema.nullable(),
});
/** What the responsible units were told. */
export type Assignment = Unchanging<z.output<typeof assignmentSchema>>;

/**
 * What a task waits for: the office assigns it; a unit answers, or works; the office puts another unit in the place of one that declined;
 * a verifier checks; a closer closes; nobody, while it is suspended; the office looks at it, since
 * nothing in it has a date; a second person decides what one may not do alone; a unit answers a leader's instruction.
 */
export const turnKindSchema = z.enum([
  'assign',
  'reply',
  'work',
  'reassign',
  'check',
  'close',
  'suspended',
  'review',
  'decide',
  'answer',
]);
export type TurnKind = z.output<typeof turnKindSchema>;

const turnSchema = z.strictObject({
  kind: turnKindSchema,
  /** The unit whose turn it is; null where it is no unit's. */
  lane: idSchema.nullable(),
  /** The moment at which it came. */
  since: instantSchema,
  /** What it counts from, where that changes while it goes on: a moment, or the units that declined. With another one it is another turn. */
  from: z.string().optional(),
  /** What is to be decided; left out for other turns. */
  proposalId: idSchema.optional(),
  /** What is to be answered; left out for other turns. */
  instructionId: idSchema.optional(),
  /** Turns of a task are numbered as they come: the rungs of each have keys of their own. */
  number: z.int().positive(),
});
/** Whose turn it is. */
export type Turn = Unchanging<z.output<typeof turnSchema>>;

const spanSchema = z.strictObject({
  kind: turnKindSchema,
  lane: idSchema.nullable(),
  from: daySchema,
  to: daySchema,
});
/** A turn that is over: its days are those after the first one, up to and with the last. */
export type Span = Unchanging<z.output<typeof spanSchema>>;

const proposalSchema = z.strictObject({
  proposalId: idSchema,
  act: z.string(),
  /** The act's own command. */
  data: z.record(z.string(), z.unknown()),
  /** What the proposer had seen, where the act edits the content. Left out: the act does not. */
  seenRevision: revisionSchema.optional(),
  /** The limits, or periods of them, whose days it moves or takes away. */
  moves: z.array(movedPartSchema),
  /** A day that it moves was over when it was asked for. */
  late: z.boolean(),
  grounds: z.string(),
  by: actedBySchema,
  /** The unit that asks and its word, where the office recorded the request. Left out: the person's own unit asks. */
  onBehalf: unitWordSchema.optional(),
  /** The leader whose it is to decide, as long as that post is held. Left out: whoever may. */
  leader: z.strictObject({ accountId: idSchema, postId: idSchema }).optional(),
  /** The day on which it was made. */
  on: daySchema,
  /** How many rungs had gone out by then, the one that proposes it included. */
  rungs: z.int().nonnegative(),
  decideBy: daySchema,
  decided: z
    .strictObject({ result: z.enum(['approved', 'refused', 'overtaken', 'taken-back']), on: daySchema })
    .nullable(),
});
/** An act that waits for a second person, or waited. */
export type Proposal = Unchanging<z.output<typeof proposalSchema>>;

const instructionSchema = z.strictObject({
  instructionId: idSchema,
  /** The command that gave it: the step that may be taken back until a unit has answered. */
  commandId: idSchema,
  /** The units that are to answer. */
  lanes: z.array(idSchema),
  text: z.string(),
  answerBy: daySchema,
  /** The rules gave that day. Left out: somebody named it. */
  countedIn: z.literal('working-day').optional(),
  /** Who gave it, or recorded it for a leader. */
  by: actedBySchema,
  /** How the leader gave word to the office, which recorded it. Left out: the leader gave it in person. */
  onBehalf: onBehalfSchema.optional(),
  /** The moment at which it was given. */
  since: instantSchema,
  /** One of each unit that has answered. */
  answers: z.array(
    z.strictObject({
      lane: idSchema,
      text: z.string(),
      on: daySchema,
      files: z.array(evidenceSchema),
      /** The name of whoever answered, or recorded it. */
      by: z.string(),
      /** How the unit gave word, where the office recorded its answer. */
      onBehalf: onBehalfSchema.optional(),
    }),
  ),
});
/** What a leader asked units to answer (批示), with their answers. */
export type Instruction = Unchanging<z.output<typeof instructionSchema>>;

const toldDelaySchema = z.strictObject({
  ...lateClockSchema.shape,
  /** The rung of the ladder on which it stands: the last one that went out. */
  rung: rungKindSchema,
  daysLate: z.int().nonnegative(),
  /** The moment at which it was told last. */
  since: instantSchema,
  /** The accounts that were told then of another's delay, each once for a post: whoever has it after them reads in their place. */
  told: z.array(z.strictObject({ accountId: idSchema, role: roleSchema, unitId: idSchema })),
  /** Who has read it since they were told of it last (已阅), the first one first. */
  read: z.array(z.strictObject({ accountId: idSchema, name: z.string(), at: instantSchema })),
});
/** A delay that was brought to people who stand above it, or beside it. */
export type ToldDelay = Unchanging<z.output<typeof toldDelaySchema>>;

const stepSchema = z.strictObject({
  /** The unit in whose lane it was taken; null for one that concerns the whole task. */
  lane: idSchema.nullable(),
  commandId: idSchema,
  act: z.string(),
  /** By it a unit accepted its part: alone, or with the report that the office recorded. */
  accepts: z.boolean(),
  accountId: idSchema,
  /** The moment at which it was recorded. */
  at: instantSchema,
  /** Whose turn it was then: it goes on where the step is taken back. */
  turns: z.array(turnSchema),
});
/** A step that may be taken back. */
export type TaskStep = Unchanging<z.output<typeof stepSchema>>;

/** A task as its events tell it; the type follows from it. Whoever keeps states holds against it what is read back. */
export const taskStateSchema = z.strictObject({
  /** Follows from the parts below after each event (`statusOf`). */
  status: z.enum(TASK_STATUSES),
  ledgerId: idSchema,
  importId: idSchema,
  serial: z.int().positive(),
  number: z.string().nullable(),
  source: sourceClauseSchema,
  title: z.string(),
  body: z.string(),
  leadUnitNames: z.array(namedUnitSchema),
  supportUnitNames: z.array(namedUnitSchema),
  /** The units that a person has confirmed; the lanes follow from them at the assignment. */
  leads: z.array(idSchema),
  supports: z.array(idSchema),
  limits: z.array(limitStateSchema),
  /** Every limit id ever given, those of removed limits too: timers are named after them, so none is given twice. */
  limitIds: z.array(partIdSchema),
  indicators: z.array(indicatorStateSchema),
  /** What a person said of the limits; null until somebody did. */
  limitsConfirmed: z.enum(['confirmed', 'none']).nullable(),
  assignment: assignmentSchema.nullable(),
  /** The versions of the rules that it is decided and planned by; null before it is on the account. */
  rules: rulesSchema.nullable(),
  /** Empty until the assignment. */
  lanes: z.array(laneStateSchema),
  /** 0 before the first hanging; one more with each reopening. */
  round: z.int().nonnegative(),
  /** The level of check that was passed last; 0 when none was since the last claim. */
  levelPassed: z.int().nonnegative(),
  /** A check has sent the task back to its units. */
  returned: z.boolean(),
  /** Its clocks stand still from a day until another one. Left out: they run. */
  suspension: suspensionSchema.optional(),
  ended: endingSchema.nullable(),
  closing: z.strictObject({ number: z.string(), outcome: outcomeSchema, on: daySchema }).nullable(),
  /** On whose word it was hung; null before. */
  authority: authoritySchema.nullable(),
  /** The task that it was split from; null for none. */
  parent: parentSchema.nullable(),
  /** The tasks that it was split into, and how each has ended; null while it goes on. */
  children: z.array(
    z.strictObject({
      taskId: idSchema,
      number: z.string(),
      /** The lead whose head split its own part; null where the office split the task. */
      splitBy: idSchema.nullable(),
      /** The units that lead it, and what it is there for, as the split gave them: the same is not given twice. */
      leads: z.array(idSchema),
      subject: z.string(),
      ended: endingSchema.nullable(),
      /** With what a closed one was closed. */
      outcome: outcomeSchema.nullable(),
      /** The day that its end states. */
      endedOn: daySchema.nullable(),
    }),
  ),
  /** How what they reach adds up; null while there are none. */
  splitRule: splitRuleSchema.nullable(),
  /** What a lead reported last, of whichever lane. */
  lastReport: reportSchema.nullable(),
  /** The moment at which a unit reported last. */
  lastReportedAt: instantSchema.nullable(),
  /** The moment at which the office urged, or the content changed, last. */
  lookedAt: instantSchema.nullable(),
  /** Every change of the day with which duties end: the periods of those without an end of their own move with it. */
  endMoves: z.array(z.strictObject({ from: daySchema.nullable(), to: daySchema.nullable(), at: instantSchema })),
  /** How many climbs have begun in the task: each gets a number of its own. */
  climbs: z.int().nonnegative(),
  /** What the check confirms one by one: as the rules had it when a unit last asked for closure, whatever they say since. */
  acceptance: z.array(z.string()),
  /** Hashes of the files of the round, oldest first; of many, the newest. */
  evidence: z.array(contentHashSchema),
  /** The day on which the office last urged by hand, by the server's clock; null if it never did. */
  lastUrgedOn: daySchema.nullable(),
  /** The stated day of the last step that was no lane's own. */
  lastStepOn: daySchema.nullable(),
  /** Accounts by what they have done for the task, in any round (`participationAfter`). It only grows: taking a step back does not unmake it. */
  participation: z.strictObject({
    /** Reported, or asked for closure. */
    reported: z.array(idSchema),
    /** Recorded a unit's step on its behalf. */
    recorded: z.array(idSchema),
    /** Gave it to a unit: by assigning or correcting it, or by splitting its parent. */
    assigned: z.array(idSchema),
    checked: z.array(idSchema),
    closed: z.array(idSchema),
    /** The units that have reported, by themselves or through the office; no accounts. */
    reportedFor: z.array(idSchema),
  }),
  /** The rungs that have fired, by their keys, so that none is recorded twice. */
  fired: z.array(z.string()),
  /** Of these the ones whose measure was overtaken: it may be proposed again in their climb, by another day. */
  unproposed: z.array(z.string()),
  revision: revisionSchema,
  /** The moment of the last event. */
  recordedAt: instantSchema,
  /** The revisions at which content (words, units, limits) and steps were last touched, for forms filled on older ones. */
  contentRevision: revisionSchema,
  stepRevision: revisionSchema,
  /** What one person might not do alone, the oldest first. */
  proposals: z.array(proposalSchema),
  /** What leaders have decided against units that stayed late, the oldest first. */
  measures: z.array(z.strictObject({ measure: measureSchema, unit: idSchema, on: daySchema, by: z.string() })),
  /** What leaders asked units to answer, the oldest first. */
  instructions: z.array(instructionSchema),
  /** The delays of which people were told beside whoever is late. Those that are over go with the next one. */
  delays: z.array(toldDelaySchema),
  /** Whose turn it is. */
  turns: z.array(turnSchema),
  /** How many turns have begun. */
  turnsBegun: z.int().nonnegative(),
  /** Whose turn it was, the oldest first. */
  spans: z.array(spanSchema),
  /** The steps that may be taken back, oldest first: the last one of each lane, or of the whole task; none that somebody has acted on. */
  lastSteps: z.array(stepSchema),
  /** How many steps each account has taken back. */
  takenBack: z.array(z.strictObject({ accountId: idSchema, times: z.int().positive() })),
  /** Where clocks started again because a step was taken back: of a lane, or of one limit or period that it owes. */
  restarts: z.array(
    z.strictObject({
      lane: idSchema,
      limitId: partIdSchema.nullable(),
      period: z.string().nullable(),
      since: instantSchema,
    }),
  ),
});
export type TaskState = Unchanging<z.output<typeof taskStateSchema>>;

/** A task in which nobody has taken part. */
export const NOBODY: TaskState['participation'] = {
  reported: [],
  recorded: [],
  assigned: [],
  checked: [],
  closed: [],
  reportedFor: [],
};
