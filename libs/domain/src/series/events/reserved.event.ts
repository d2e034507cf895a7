import { z } from 'zod';
import { daySchema } from '../../calendar';
import { actedBySchema } from '../../shared/actor';
import { type RecordedAs } from '../../shared/event-definition';
import { loggedIdSchema, lineSchema, textSchema } from '../../shared/schema';
import { outcomeSchema } from '../../task/task.parts';
import { seriesEvent } from '../series-event';
import { NO_NUMBERS, type SeriesState } from '../series.state';

/** What the closer decided, kept with the reservation so that a crash between the two streams can be finished in the closer's name. */
export const closingSchema = z.strictObject({
  /** The day of the closing. */
  on: daySchema,
  by: actedBySchema,
  /** The closing as it was asked for, so that finishing it is the same command. */
  asked: z.strictObject({
    outcome: outcomeSchema,
    owedReason: textSchema(2_000, 1).optional(),
    statement: textSchema(4_000, 1),
    seenRevision: z.int().nonnegative().optional(),
    occurredOn: daySchema.optional(),
  }),
});

const schema = z.strictObject({
  taskId: loggedIdSchema,
  year: z.int(),
  serial: z.int().positive(),
  closingNumber: lineSchema(60),
  closing: closingSchema,
});

type Reserved = RecordedAs<string, z.infer<typeof schema>>;

function reserve(state: SeriesState, { data, metadata: { commandId } }: Reserved): SeriesState {
  const { year, serial, closingNumber, taskId, closing } = data;
  return {
    ...state,
    lastSerial: { ...state.lastSerial, [year]: serial },
    open: { ...state.open, [closingNumber]: { taskId, on: closing.on, commandId } },
  };
}

/** The next closing number was set aside for a task. */
export const reserved = seriesEvent({
  type: 'number.reserved',
  schema,
  sample: {
    taskId: '00000000-0000-4000-8000-000000000a05',
    year: 2021,
    serial: 1,
    closingNumber: '云医改销〔2021〕1号',
    closing: {
      on: '2021-12-20',
      asked: { outcome: 'rectified', statement: '同意销号' },
      by: {
        accountId: '00000000-0000-4000-8000-000000000a01',
        name: '李主任',
        role: 'closer',
        postId: '00000000-0000-4000-8000-000000000a06',
        unitId: '00000000-0000-4000-8000-000000000a03',
      },
    },
  },
  begin: (event) => reserve(NO_NUMBERS, event),
  evolve: reserve,
});
