import { z } from 'zod';
import { applyRule, type Circumstances, type CommandOf, type Rules } from '../shared/decider';
import { type EventOf, type Recorded } from '../shared/event';
import { freeTextSchema } from '../shared/private-data';
import { reject, type Rejection } from '../shared/rejection';
import { idSchema, lineSchema, textSchema } from '../shared/schema';
import { daySchema } from '../calendar';
import { outcomeSchema, type TaskState, whyNotClosed } from '../task';

/** What the closer decided, kept with the reservation so that a crash between the two streams can be finished. */
const closingSchema = z.strictObject({
  occurredOn: daySchema,
  outcome: outcomeSchema,
  statement: textSchema(4_000, 1),
});

/** The facts of a ledger's closing numbers: each one is reserved, then used or recorded void, so the series has no gap. */
export const seriesEventSchemas = {
  'number.reserved': z.strictObject({
    taskId: idSchema,
    year: z.int(),
    serial: z.int().positive(),
    closingNumber: lineSchema(60),
    closing: closingSchema,
  }),
  'number.used': z.strictObject({ closingNumber: lineSchema(60), taskId: idSchema }),
  'number.voided': z.strictObject({ closingNumber: lineSchema(60), taskId: idSchema, reason: lineSchema(500) }),
};
export type SeriesEvent = EventOf<typeof seriesEventSchemas>;

/** What may be asked of a series. `number.reserve` is how a person closes a task. */
export const seriesCommandSchemas = {
  'number.reserve': z.strictObject({
    taskId: idSchema,
    occurredOn: daySchema.optional(),
    outcome: outcomeSchema,
    statement: freeTextSchema(4_000, 1),
    seenRevision: z.int().nonnegative().optional(),
  }),
  'number.use': z.strictObject({ closingNumber: lineSchema(60), taskId: idSchema }),
  'number.void': z.strictObject({ closingNumber: lineSchema(60), taskId: idSchema, reason: lineSchema(500) }),
};
export type SeriesCommand = CommandOf<typeof seriesCommandSchemas>;

/** A series as its events tell it: the last serial of each year, and the numbers not yet used or void. */
export interface SeriesState {
  readonly lastSerial: Readonly<Record<number, number>>;
  readonly open: Readonly<Record<string, string>>;
}

/** What a reservation must know of the ledger and the task. */
export interface SeriesFacts {
  readonly closingPrefix: string | null;
  /** The task to be closed as it stands now; null when there is none. */
  readonly task: TaskState | null;
  /** Whether the ledger is for practice. */
  readonly practice: boolean;
}

const EMPTY: SeriesState = { lastSerial: {}, open: {} };

/** How one event changes a series. */
export function evolveSeries(state: SeriesState | null, event: Recorded<SeriesEvent>): SeriesState {
  const { lastSerial, open } = state ?? EMPTY;
  if (event.type === 'number.reserved') {
    const { year, serial, closingNumber, taskId } = event.data;
    return { lastSerial: { ...lastSerial, [year]: serial }, open: { ...open, [closingNumber]: taskId } };
  }
  const { [event.data.closingNumber]: _ended, ...rest } = open;
  return { lastSerial, open: rest };
}

const seriesRules: Rules<typeof seriesCommandSchemas, SeriesState, SeriesEvent, SeriesFacts> = {
  'number.reserve': (state, data, circumstances, { closingPrefix, task, practice }) => {
    if (closingPrefix === null) return reject('LEDGER.UNKNOWN', '没有找到这本台账，请先建立台账。');
    const fault = whyNotClosed(task, data, circumstances, { practice });
    if (fault) return fault;
    if (Object.values(state.open).includes(data.taskId)) {
      return reject('TASK.CLOSING_UNDERWAY', '本任务正在销号，请稍候刷新查看结果。');
    }
    const { today } = circumstances;
    const { taskId, outcome, statement, occurredOn = today } = data;
    const year = Number(today.slice(0, 4));
    const serial = (state.lastSerial[year] ?? 0) + 1;
    const closingNumber = `${closingPrefix}〔${year}〕${serial}号`;
    const closing = { occurredOn, outcome, statement };
    return [{ type: 'number.reserved', data: { taskId, year, serial, closingNumber, closing } }];
  },

  'number.use': (state, data) =>
    state.open[data.closingNumber] === data.taskId
      ? [{ type: 'number.used', data }]
      : reject('SERIES.NOT_RESERVED', '该销号文号未预留或已经使用。'),

  'number.void': (state, data) =>
    state.open[data.closingNumber] === data.taskId
      ? [{ type: 'number.voided', data }]
      : reject('SERIES.NOT_RESERVED', '该销号文号未预留或已经使用。'),
};

/** What a command to a series leads to. */
export function decideSeries(
  state: SeriesState | null,
  command: SeriesCommand,
  circumstances: Circumstances,
  facts: SeriesFacts,
): readonly SeriesEvent[] | Rejection {
  return applyRule(seriesRules, state ?? EMPTY, command, circumstances, facts);
}
