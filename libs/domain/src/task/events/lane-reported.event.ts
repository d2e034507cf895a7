import { z } from 'zod';
import { daySchema } from '../../calendar';
import { type RecordedAs } from '../../shared/event-definition';
import { loggedIdSchema, lineSchema, textSchema } from '../../shared/schema';
import { withKinds } from '../evidence-kinds';
import { laneOf, withLane } from '../lanes';
import { dueOf, isDone } from '../obligations';
import { withFiles } from '../round-files';
import { taskEvent } from '../task-event';
import { evidenceSchema, MAX_OBLIGATIONS, onBehalfSchema, readingSchema } from '../task.parts';
import { type IndicatorState, type LaneState, type LimitState, type TaskState } from '../task.state';

const schema = z.strictObject({
  lane: loggedIdSchema,
  on: daySchema,
  texts: z.strictObject({
    progress: textSchema(4_000, 1),
    problems: textSchema(4_000, 0),
    nextSteps: textSchema(4_000, 0),
    helpNeeded: textSchema(4_000, 0),
  }),
  /** Progress against plan in percent, where the unit states one. */
  percent: z.number().min(0).max(100).nullable(),
  readings: z.array(readingSchema).max(100),
  evidence: z.array(evidenceSchema).max(50),
  /** Exactly the limits and periods that the report completes, each with the stated day of its completion. */
  done: z
    .array(z.strictObject({ limitId: lineSchema(20), period: lineSchema(20).nullable(), on: daySchema }))
    .max(MAX_OBLIGATIONS),
  onBehalf: onBehalfSchema.optional(),
});
type Reported = RecordedAs<string, z.infer<typeof schema>>;

/** A unit reported progress; what it has done in its own lane, and nothing else, is done. */
export const laneReported = taskEvent({
  type: 'lane.reported',
  schema,
  sample: {
    lane: '00000000-0000-4000-8000-000000000a03',
    on: '2021-06-20',
    texts: { progress: '方案已印发', problems: '', nextSteps: '', helpNeeded: '' },
    percent: 60,
    readings: [],
    evidence: [],
    done: [{ limitId: 'L1', period: null, on: '2021-06-20' }],
  },
  touches: 'steps',
  evolve: (state, event) => {
    const { lane: unitId } = event.data;
    const lane = laneOf(state, unitId);
    return {
      ...state,
      lanes: withLane(state.lanes, unitId, {
        lastReport: reportAfter(lane?.lastReport ?? null, event),
        shown: withKinds(lane?.shown ?? [], event.data.evidence),
      }),
      lastReportedAt: event.metadata.recordedAt,
      // The task stands as its leads report it: a supporting unit tells of its own part.
      lastReport: lane?.role === 'support' ? state.lastReport : reportAfter(state.lastReport, event),
      evidence: withFiles(state.evidence, event.data),
      limits: event.data.done.length === 0 ? state.limits : state.limits.map((limit) => completed(state, limit, event)),
      // So do its readings: they stand in its report, and had taken the place of what the lead had measured for the whole.
      indicators:
        event.data.readings.length === 0 || lane?.role === 'support'
          ? state.indicators
          : state.indicators.map((indicator) => latestReading(indicator, event)),
    };
  },
});

/** The report as the latest one; one that states no percentage leaves the former standing. */
function reportAfter(
  before: LaneState['lastReport'],
  { data: { on, texts, percent } }: Reported,
): LaneState['lastReport'] {
  const { progress, problems } = texts;
  return { on, progress, problems, percent: percent ?? before?.percent ?? null };
}

/** What was done before stays done on the day first told. */
function completed(
  state: TaskState,
  limit: LimitState,
  { data, metadata: { recordedAt }, eventId }: Reported,
): LimitState {
  const { lane } = data;
  const done = data.done
    .filter(({ limitId, period }) => limitId === limit.limitId && !isDone(limit, lane, period))
    .map((part) => ({
      lane,
      period: part.period,
      on: part.on,
      due: dueOf(state, part),
      recordedAt,
      eventId,
      claimed: false,
    }));
  return done.length === 0 ? limit : { ...limit, done: [...limit.done, ...done] };
}

function latestReading(indicator: IndicatorState, { data }: Reported): IndicatorState {
  const readings = data.readings.filter(({ indicatorId }) => indicatorId === indicator.indicatorId);
  return readings.reduce((latest, { value, readOn }) => {
    const older = latest.reading !== null && readOn < latest.reading.readOn;
    return older ? latest : { ...latest, reading: { value, readOn } };
  }, indicator);
}
