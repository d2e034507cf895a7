import {
  authoritySchema,
  daySchema,
  doubtSchema,
  evidenceSchema,
  idSchema,
  indicatorSchema,
  instantSchema,
  limitSchema,
  namedUnitSchema,
  sourceClauseSchema,
  termsSchema,
  endingSchema,
  ledgerKindSchema,
  measureSchema,
  onBehalfSchema,
  outcomeSchema,
  policyContentSchema,
  rungKindSchema,
  rulesSchema,
  LANE_STEPS,
  splitRuleSchema,
  turnKindSchema,
} from '#domain';
import { z } from 'zod';
import { namedEvidenceSchema } from '../documents/documents.schemas';
import {
  actorReferenceSchema,
  asOfSchema,
  cursorParameter,
  lampSchema,
  limitParameter,
  listParameter,
  nextSchema,
  standingSchema,
  taskStatusSchema,
  unitReferenceSchema,
  wordsParameter,
} from './query-parts';
import { waitKindSchema } from './wait-kinds';

/** Which tasks, in which order. Filters of different kinds must all hold; of one kind, any. */
export const listTasksParameters = z.strictObject({
  /** Left out (and no import named), tasks of every ledger in sight but those for practice. */
  ledgerId: idSchema.optional(),
  importId: idSchema.optional(),
  /** The children of a task. */
  parentId: idSchema.optional(),
  status: listParameter(taskStatusSchema),
  /** How closed tasks ended. */
  outcome: listParameter(outcomeSchema),
  /** Units that lead. */
  leadUnit: listParameter(idSchema),
  /** Units that lead or support. */
  unit: listParameter(idSchema),
  lamp: listParameter(lampSchema),
  /** What waits for the reader, as the home counts it. */
  mine: listParameter(waitKindSchema),
  /** Sections of the source document, exactly; an empty one means tasks without a section. */
  section: wordsParameter(),
  /** Next due day, both ends included. */
  dueFrom: daySchema.optional(),
  dueTo: daySchema.optional(),
  /** Words that all occur: in number, title, text, source, the units as named or the initials of the title. */
  text: z.string().trim().max(100).optional(),
  /**
   * `serial`: as in the ledger; `due`: by the next due day; `recorded`: by the last event; `percent`: by the progress
   * last reported. Tasks without a day or a percentage come last in either order.
   */
  sort: z.enum(['serial', 'due', 'recorded', 'percent']).default('serial'),
  order: z.enum(['asc', 'desc']).default('asc'),
  limit: limitParameter(),
  cursor: cursorParameter,
});
export type ListTasksParameters = z.infer<typeof listTasksParameters>;

const readingSchema = z.strictObject({ value: z.number(), readOn: daySchema });
const indicatorStandSchema = indicatorSchema.extend({ reading: readingSchema.nullable() });

/** A ledger's row. `leadUnitNames` and `supportUnitNames` are as the document names them, before a person has chosen units. */
export const taskRowSchema = z.strictObject({
  taskId: idSchema,
  ledgerId: idSchema,
  /** Null while the ledger is not in the read model yet. */
  ledgerName: z.string().nullable(),
  /** By which its outcome is called, and those of its children, which are of the same ledger. */
  ledgerKind: ledgerKindSchema.nullable(),
  importId: idSchema,
  serial: z.int(),
  /** The number of the task that it was split from; null for a task that is nobody's child. */
  parentNumber: z.string().nullable(),
  /** How many tasks it was split into, and how many of them go on; null for none. */
  childCount: z.strictObject({ total: z.int().positive(), open: z.int().nonnegative() }).nullable(),
  taskNumber: z.string().nullable(),
  title: z.string(),
  status: taskStatusSchema,
  leadUnits: z.array(unitReferenceSchema),
  supportUnits: z.array(unitReferenceSchema),
  /** Units that have not answered the assignment. */
  unansweredUnitIds: z.array(idSchema),
  /** How far each unit of the assignment has come with its part. */
  laneSteps: z.array(z.strictObject({ unitId: idSchema, step: z.enum(LANE_STEPS) })),
  leadUnitNames: z.array(z.string()),
  supportUnitNames: z.array(z.string()),
  /** Heading and number of the source clause; empty where it has none. */
  section: z.string(),
  sourceNumber: z.string(),
  limitCount: z.int(),
  /** How much the reading of the draft left open. */
  doubtCount: z.int(),
  /** The last dated limit that is not done. */
  due: daySchema.nullable(),
  /** The earliest day on which something falls due; what the lamp and the remaining days are of. */
  nextDue: daySchema.nullable(),
  ...standingSchema.shape,
  /** Progress against plan in percent, as last reported. */
  percent: z.number().nullable(),
  indicators: z.array(indicatorStandSchema),
  lastReport: z.strictObject({ occurredOn: daySchema, progress: z.string() }).nullable(),
  /** The day on which a suspended task goes on by itself; null while its clocks run. */
  suspendedUntil: daySchema.nullable(),
  /** The day on which the office last urged its units by hand; null if it never did. */
  lastUrgedOn: daySchema.nullable(),
  /** The day on which a leader last gave its units an instruction; null if none did. */
  lastInstructedOn: daySchema.nullable(),
  /** A unit asks for more time (申请延期), which nobody has decided yet. */
  extensionAsked: z.boolean(),
  /** What waits for a second person, the oldest first: which act, who asked and why; `until`: the day that an extension or a suspension asks for. */
  asked: z.array(
    z.strictObject({
      proposalId: idSchema,
      act: z.string(),
      by: idSchema,
      byName: z.string(),
      on: daySchema,
      until: daySchema.nullable(),
      grounds: z.string(),
      /** The measures of which one is to be chosen; empty for other acts. */
      measures: z.array(measureSchema),
    }),
  ),
  /** How it was closed; null while it is not. */
  outcome: outcomeSchema.nullable(),
  closingNumber: z.string().nullable(),
  closedOn: daySchema.nullable(),
  revision: z.int(),
  recordedAt: instantSchema,
});
export type TaskRow = z.infer<typeof taskRowSchema>;

/** Beyond this many rows a list is not counted: nobody leafs through them, and counting would cost more than the page. */
export const MOST_COUNTED = 1_000;
/** The same of a long list by frequent words, whose rows are dearer to find. */
export const MOST_COUNTED_BY_WORDS = 200;

/**
 * A page of rows. `total` counts all that the filters and the reader's sight let through, up to 1,000, of a long list by
 * frequent words up to 200; when `totalIsFloor` is true there are more.
 */
export const taskListSchema = z.strictObject({
  position: asOfSchema,
  total: z.int().max(MOST_COUNTED),
  totalIsFloor: z.boolean(),
  tasks: z.array(taskRowSchema),
  next: nextSchema,
});
export type TaskList = z.infer<typeof taskListSchema>;

/** With a revision: the task as it was after that event, with lamp and remaining days of the day it was recorded on. */
export const readTaskParameters = z.strictObject({
  taskId: idSchema,
  revision: z.coerce.number().int().min(0).max(9_999).optional(),
});
export type ReadTaskParameters = z.infer<typeof readTaskParameters>;

/** Most completions of a limit that its task lists: a daily duty has hundreds, and all of them stand in the course. */
export const MOST_COMPLETIONS = 60;

/** A limit, or one period of a recurring one, that a unit has done: the day that it states, and the one on which that was recorded. */
export const completionSchema = z.strictObject({
  unit: unitReferenceSchema,
  period: z.string().nullable(),
  on: daySchema,
  recordedOn: daySchema,
  /** It was claimed in asking for closure, not reported before. */
  claimedByRequest: z.boolean(),
});

/** A limit with its whole chain of due days, and how it stands. */
export const limitStandSchema = limitSchema.extend({
  /** The units that owe it; none: every lead. */
  owedBy: z.array(unitReferenceSchema),
  /** Every move of its day or rhythm, the first terms first. */
  chain: z.array(
    z.strictObject({
      kind: z.string(),
      /** The one period that moved; null: the limit itself. */
      period: z.string().nullable(),
      ...termsSchema.shape,
      since: instantSchema,
      reason: z.string(),
      /**
       * Who asked for it and who approved it; `approvedBy` null: one person, to whom the rules leave it. Null where no second person is
       * ever asked. `askedFor`: for which unit the office asked.
       */
      people: z
        .strictObject({
          askedBy: z.string(),
          approvedBy: z.string().nullable(),
          askedFor: unitReferenceSchema.nullable(),
        })
        .nullable(),
    }),
  ),
  /** Periods that are owed on the day, oldest first. */
  openPeriods: z.array(z.strictObject({ period: z.string(), due: daySchema })),
  /** The day that the unit states, the day on which it was recorded, and the working days after the due day. */
  done: z
    .strictObject({
      on: daySchema,
      recordedOn: daySchema,
      daysLate: z.int().nonnegative(),
      claimedByRequest: z.boolean(),
    })
    .nullable(),
  /** Who has done it, the newest record first; of very many, the newest {@link MOST_COMPLETIONS}. */
  completions: z.array(completionSchema).max(MOST_COMPLETIONS),
  completionCount: z.int().nonnegative(),
  verifiedOn: daySchema.nullable(),
  armedAt: instantSchema.nullable(),
  ...standingSchema.shape,
});

/** An act that the reader's posts permit: open now, or why not. Or one that people like them look for: then the reason says whose it is. */
export const actSchema = z.strictObject({
  operation: z.string(),
  word: z.string(),
  /** False where none of the reader's posts permits it. */
  permitted: z.boolean(),
  open: z.boolean(),
  /** A zh-CN sentence; null when open. */
  reason: z.string().nullable(),
  /** The earliest day for which it may be stated; null where nothing came before it. */
  notBefore: daySchema.nullable(),
});

/** What a unit owes: a dated limit (period null) or one period of a recurring one. */
export const duePartSchema = z.strictObject({
  limitId: z.string(),
  period: z.string().nullable(),
  /** Null: the limit has no date. */
  due: daySchema.nullable(),
});

/** The part of one responsible unit in an assigned task. */
export const laneStandSchema = z.strictObject({
  unit: unitReferenceSchema,
  role: z.enum(['lead', 'support']),
  /** What the unit said to the assignment. */
  answer: z.enum(['waiting', 'accepted', 'declined']),
  /** The day on which the unit asked for closure; null while it has not, and again after a return. */
  claimedOn: daySchema.nullable(),
  /** What the unit reported last for its own part; null while it has not. */
  lastReport: z
    .strictObject({ on: daySchema, progress: z.string(), problems: z.string(), percent: z.number().nullable() })
    .nullable(),
  /** The kinds of evidence of which it has shown a file in this round. */
  shown: z.array(z.string()),
  /** What its next report may name as done: its dated limits, the periods that it owes, oldest first, and the next period (`next`). */
  reportable: z.array(
    duePartSchema.extend({
      next: z.boolean(),
      /** The other units that owe it too: more time would be theirs as well. */
      movesFor: z.array(unitReferenceSchema),
      /** A lead owes what this supporting unit owes: more time is for the lead to ask for. */
      forLead: z.boolean(),
    }),
  ),
  /**
   * What is done in its part since it last got the task, which a return may open again; `claimed`: in asking for closure, where a report
   * had not finished it before.
   */
  doneSince: z.array(duePartSchema.extend({ claimed: z.boolean() })),
  /** What it owes and has not done by the day, dated limits with their day to come included. */
  owed: z.array(duePartSchema),
});

/** Who holds a task. */
export const holderSchema = z.strictObject({
  kind: turnKindSchema,
  /** Null where it is no unit's turn. */
  unit: unitReferenceSchema.nullable(),
  since: instantSchema,
  /** The day on which its clock runs out; null: nothing that it has in hand has a date. */
  due: daySchema.nullable(),
  /** Working days left; negative: late by as many. */
  remainingWorkingDays: z.int().nullable(),
});

/** How many working days somebody held it. Of `decide`, how many requests waited for their decision: these days run beside the others. */
export const heldSchema = z.strictObject({
  kind: turnKindSchema,
  unit: unitReferenceSchema.nullable(),
  workingDays: z.int().nonnegative(),
});

const targetSchema = indicatorSchema.pick({
  name: true,
  op: true,
  value: true,
  max: true,
  unit: true,
  approximate: true,
});

/** What a correction would make of the content that the task has now: what was and what would be of each piece that differs. */
const proposedCorrectionSchema = z.strictObject({
  /** Terms of limits; `to` is null where the limit is removed. */
  moves: z.array(z.strictObject({ limitId: z.string(), from: termsSchema, to: termsSchema.nullable() })),
  /** Title, body, and the words of limits (`limitId` is null for the first two). */
  texts: z.array(
    z.strictObject({
      part: z.enum(['title', 'body', 'limit']),
      limitId: z.string().nullable(),
      from: z.string(),
      to: z.string(),
    }),
  ),
  units: z.array(
    z.strictObject({
      role: z.enum(['lead', 'support']),
      from: z.array(unitReferenceSchema),
      to: z.array(unitReferenceSchema),
    }),
  ),
  /** Limits that are added. */
  added: z.array(z.strictObject({ what: z.string(), terms: termsSchema, owedBy: z.array(unitReferenceSchema) })),
  /** Indicators; `from` is null for a new one, `to` for one that is dropped. */
  targets: z.array(z.strictObject({ from: targetSchema.nullable(), to: targetSchema.nullable() })),
});

/** What waits for a second person. */
export const proposalSchema = z.strictObject({
  proposalId: idSchema,
  /** The act that was asked for, such as `task.extend`, and its word. */
  act: z.string(),
  word: z.string(),
  /** Who asked, and the unit that asks: the person's own, or the one for which the office recorded it. */
  by: z.strictObject({ name: z.string(), unit: unitReferenceSchema.nullable() }),
  /** How the unit gave word to the office, which recorded the request; null where the person asked alone. */
  onBehalf: onBehalfSchema.omit({ sheet: true }).nullable(),
  on: daySchema,
  /** As it was said on that day, here as in the course of the task. */
  grounds: z.string(),
  /** The grounds of a proposed measure as they stand today, on which it is decided; null where they are those of that day. */
  groundsNow: z.string().nullable(),
  decideBy: daySchema,
  /** More time that a unit asks for: from which day to which; null for other acts. */
  extension: z
    .strictObject({
      limitId: z.string(),
      period: z.string().nullable(),
      from: daySchema.nullable(),
      to: daySchema,
      /** It was asked for after the day. */
      late: z.boolean(),
      /** The other units whose day would move with it. */
      movesFor: z.array(unitReferenceSchema),
    })
    .nullable(),
  /** A suspension that is asked for, from its approval on: until when and on whose word; null for other acts. */
  suspension: z.strictObject({ until: daySchema, authority: authoritySchema }).nullable(),
  /** On whose word the task is to be terminated; null for other acts. */
  termination: z.strictObject({ authority: authoritySchema }).nullable(),
  /** What a correction would change; null for other acts. */
  correction: proposedCorrectionSchema.nullable(),
  /** A measure against a unit that stays late: which the leader may choose from; null for other acts. */
  measures: z.strictObject({ unit: unitReferenceSchema, offered: z.array(measureSchema) }).nullable(),
  /** Why an approval of today would find that it does not fit the task any more; null while it fits. */
  unfit: z.string().nullable(),
  /** True for the person's own: another one decides. */
  own: z.boolean(),
  /** Why the reader may not decide it, a zh-CN sentence; null where they may. */
  barred: z.string().nullable(),
});

/** What a leader asked units to answer (批示). */
export const instructionStandSchema = z.strictObject({
  instructionId: idSchema,
  text: z.string(),
  /** The name of the leader. */
  by: z.string(),
  /** Who of the office recorded it on the leader's word; null where the leader gave it in person. */
  recordedBy: z.string().nullable(),
  on: daySchema,
  answerBy: daySchema,
  /** Working days left for the answers; negative: late by as many. Null: none is awaited any more. */
  remainingWorkingDays: z.int().nullable(),
  units: z.array(
    z.strictObject({
      unit: unitReferenceSchema,
      /** It has its part in the task no more, and owes no answer. */
      left: z.boolean(),
      /** The task has ended: what was not answered is not asked any more. */
      lapsed: z.boolean(),
      /** Null while it has not answered. */
      answer: z
        .strictObject({
          text: z.string(),
          on: daySchema,
          /** Who answered, or recorded it. */
          by: z.string(),
          files: z.array(evidenceSchema),
          /** How the unit gave word to the office, which recorded the answer; null where it answered itself. */
          onBehalf: onBehalfSchema.omit({ sheet: true }).nullable(),
        })
        .nullable(),
    }),
  ),
});

/** A delay that people were told of, and who of them has read it. */
export const toldDelaySchema = z.strictObject({
  /** The unit that is late; null where it is none. */
  unit: unitReferenceSchema.nullable(),
  /** What it is late with: a limit, of a recurring one a period; null where a turn has lasted too long. */
  limit: z.strictObject({ limitId: z.string(), period: z.string().nullable() }).nullable(),
  /** What the task waits for too long; null for a limit. */
  turn: turnKindSchema.nullable(),
  due: daySchema,
  /** The rung of the ladder on which it stands. */
  rung: rungKindSchema,
  /** Working days on the day on which it was told last. */
  daysLate: z.int().nonnegative(),
  toldOn: daySchema,
  /** The names of those who were told. */
  told: z.array(z.string()),
  read: z.array(z.strictObject({ name: z.string(), on: daySchema })),
});

const rolledSchema = z.strictObject({
  /** In percent, or in the indicator's unit; by the rule `all` a number of children. Null while no child tells anything. */
  value: z.number().nullable(),
  /** Of how many children it is, among how many. */
  from: z.int().nonnegative(),
  of: z.int().nonnegative(),
  /** By the rule `all`, how many more have an approximate target, which a person judges. Left out for none. */
  approximate: z.int().positive().optional(),
});

/** What a task was split into, and what that adds up to. */
export const childrenSchema = z.strictObject({
  rule: splitRuleSchema,
  tasks: z.array(
    z.strictObject({
      taskId: idSchema,
      number: z.string(),
      ended: endingSchema.nullable(),
      outcome: outcomeSchema.nullable(),
      endedOn: daySchema.nullable(),
      /** How it stands; null of a former revision, and while it is being made. */
      standing: taskRowSchema
        .pick({
          title: true,
          status: true,
          leadUnits: true,
          percent: true,
          nextDue: true,
          lamp: true,
          remainingWorkingDays: true,
        })
        .extend({ /** The person may open it. */ inSight: z.boolean() })
        .nullable(),
    }),
  ),
  /** Null of a former revision. */
  progress: rolledSchema.nullable(),
  indicators: z.array(z.strictObject({ indicatorId: z.string(), rule: z.string(), ...rolledSchema.shape })),
});

/** A task in full; of a former revision (`asOf`) without acts. */
export const taskDetailSchema = z.strictObject({
  position: asOfSchema,
  asOf: z.strictObject({ revision: z.int(), recordedAt: instantSchema }).nullable(),
  task: taskRowSchema.extend({
    body: z.string(),
    source: sourceClauseSchema,
    leadUnitNames: z.array(namedUnitSchema),
    supportUnitNames: z.array(namedUnitSchema),
    doubts: z.array(doubtSchema),
    /** One for each responsible unit; empty until the assignment. */
    lanes: z.array(laneStandSchema),
    limits: z.array(limitStandSchema),
    limitsConfirmed: z.enum(['confirmed', 'none']).nullable(),
    assignment: z
      .strictObject({
        requirements: z.string(),
        replyBy: daySchema.nullable(),
      })
      .nullable(),
    /** The versions of the rules that it is decided and planned by; null before it is on the account. */
    rules: rulesSchema.nullable(),
    /** What leaders have decided against units that stayed late, the oldest first. */
    measures: z.array(
      z.strictObject({ measure: measureSchema, unit: unitReferenceSchema, on: daySchema, by: z.string() }),
    ),
    /** What leaders asked its units to answer, the newest first. */
    instructions: z.array(instructionStandSchema),
    /** The delays that go on and that people were told of, those told last first. */
    delays: z.array(toldDelaySchema),
    /** What these rules ask of the forms of its acts. */
    policy: policyContentSchema.pick({ closing: true, evidence: true, secondPerson: true, clocks: true }),
    /** What a check confirms one by one: that of the check under way; before there is one, what the rules ask now. */
    acceptance: z.array(z.string()),
    /** Why the clocks stand still, since when, and on whose word; null while they run. */
    suspension: z
      .strictObject({ on: daySchema, until: daySchema, reason: z.string(), authority: authoritySchema })
      .nullable(),
    /** The task that it was split from; the title where the person may see that task. */
    parent: z.strictObject({ taskId: idSchema, number: z.string(), title: z.string().nullable() }).nullable(),
    /** What it was split into; null for nothing. */
    children: childrenSchema.nullable(),
    /** What waits for a second person; none of a former revision. */
    proposals: z.array(proposalSchema),
    /** Whoever has it in hand now; none before it is on the account, nor after its end. */
    holders: z.array(holderSchema),
    /** Who had it in hand how long, and since which day; null before it is on the account. */
    held: z.strictObject({ from: daySchema, by: z.array(heldSchema) }).nullable(),
    lastProblems: z.string().nullable(),
    /** The person's own last step, which nobody has acted on: its act's type, and its command. Null where there is none. */
    withdrawable: z.strictObject({ step: z.string(), commandId: idSchema }).nullable(),
    acts: z.array(actSchema),
  }),
});
export type TaskDetail = z.infer<typeof taskDetailSchema>;

/** The delays of which people were told, in all ledgers in sight but those for practice, or in one. */
export const listDelaysParameters = z.strictObject({
  ledgerId: idSchema.optional(),
  limit: limitParameter(),
  cursor: cursorParameter,
});
export type ListDelaysParameters = z.infer<typeof listDelaysParameters>;

/** A delay as it stands today, and what the ladder does next by itself. */
const standingDelaySchema = toldDelaySchema.extend({
  /** Working days by which it is late today. */
  lateNow: z.int().nonnegative(),
  /** The rung that comes next, and its day; null where none is planned. */
  next: z.strictObject({ rung: rungKindSchema, on: daySchema }).nullable(),
});
export type StandingDelay = z.infer<typeof standingDelaySchema>;

/** A task with its delays that go on and of which people were told. */
export const lateTaskSchema = taskRowSchema
  .pick({ taskId: true, ledgerId: true, taskNumber: true, title: true })
  .extend({
    /** Of the whole task: what a limit is called depends on the others. */
    limits: z.array(z.strictObject({ limitId: z.string(), what: z.string(), sourceText: z.string() })),
    /** The one late longest comes first. */
    delays: z.array(standingDelaySchema).nonempty(),
  });
export type LateTask = z.infer<typeof lateTaskSchema>;

export const delayListSchema = z.strictObject({
  position: asOfSchema,
  total: z.int().max(MOST_COUNTED),
  totalIsFloor: z.boolean(),
  /** The task that is late by most working days today comes first. */
  tasks: z.array(lateTaskSchema),
  next: nextSchema,
});
export type DelayList = z.infer<typeof delayListSchema>;

/** A page of a task's course. The cursor is a revision. */
export const readTimelineParameters = z.strictObject({
  taskId: idSchema,
  order: z.enum(['newest', 'oldest']).default('newest'),
  limit: limitParameter(100, 500),
  cursor: z.coerce.number().int().nonnegative().optional(),
});
export type ReadTimelineParameters = z.infer<typeof readTimelineParameters>;

/** One event of a task, with all that a whole sentence about it needs. `data` is the event's own, by its type. */
export const timelineEntrySchema = z.strictObject({
  revision: z.int(),
  position: z.string(),
  eventId: idSchema,
  /** The command that recorded it, and its act: a command may record several events, and several acts one kind of event. */
  commandId: idSchema,
  act: z.string(),
  type: z.string(),
  recordedAt: instantSchema,
  /** The day that a person stated; null where none is. */
  occurredOn: daySchema.nullable(),
  actor: actorReferenceSchema,
  /** The account whose posts or password it is about, as its holder is called now; null for what is about no account. */
  concerns: z.strictObject({ accountId: idSchema, name: z.string() }).nullable(),
  /** When somebody else had last reset the actor's password in the 30 days before; null when nobody had. */
  passwordResetAt: instantSchema.nullable(),
  /** Units that the data names by id. */
  units: z.array(unitReferenceSchema),
  /** Files that the data names by their hash alone: those that a checker or a closer had before them. */
  files: z.array(namedEvidenceSchema),
  /** The children that the data names by id, with their present titles. */
  children: z.array(z.strictObject({ taskId: idSchema, number: z.string().nullable(), title: z.string() })),
  /** People whom the data names by the ids of their accounts alone, as they are called now. */
  people: z.array(z.strictObject({ accountId: idSchema, name: z.string() })),
  data: z.record(z.string(), z.unknown()),
  /** Seal of the event, 64 hex digits. */
  hash: z.string(),
  /** By which an outcome in the data is called; null for an event of no ledger. */
  ledgerKind: ledgerKindSchema.nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;

export const timelineSchema = z.strictObject({
  position: asOfSchema,
  total: z.int(),
  entries: z.array(timelineEntrySchema),
  next: z.int().nullable(),
});
export type Timeline = z.infer<typeof timelineSchema>;

/** A page of a task's raw events, oldest first. The cursor is the first revision wanted. */
export const readTaskEventsParameters = z.strictObject({
  taskId: idSchema,
  limit: limitParameter(100, 500),
  cursor: z.coerce.number().int().nonnegative().optional(),
});
export type ReadTaskEventsParameters = z.infer<typeof readTaskEventsParameters>;

/** An event exactly as the log holds it. */
export const rawEventSchema = z.strictObject({
  eventId: idSchema,
  stream: z.string(),
  revision: z.int(),
  position: z.string(),
  type: z.string(),
  schemaVersion: z.int(),
  metadata: z.record(z.string(), z.unknown()),
  data: z.record(z.string(), z.unknown()),
  hash: z.string(),
  previousHash: z.string(),
});
export const rawEventsSchema = z.strictObject({
  position: asOfSchema,
  events: z.array(rawEventSchema),
  next: z.int().nullable(),
});
export type RawEvents = z.infer<typeof rawEventsSchema>;

/** The lists of units of a ledger. */
export const listUnitListsParameters = z.strictObject({ ledgerId: idSchema });

/** Lists of units by name (各县区), as a split used them last. */
export const unitListsSchema = z.strictObject({
  position: asOfSchema,
  lists: z.array(z.strictObject({ name: z.string(), units: z.array(unitReferenceSchema) })),
});
