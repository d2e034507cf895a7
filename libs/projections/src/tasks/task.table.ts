import { z } from 'zod';
import { type TaskRow } from '#contracts';
import {
  daySchema,
  dueDayOf,
  isEnded,
  lastInstructedOn,
  type LampClock,
  leadUnitsOf,
  type NamedUnit,
  openChildren,
  openProposals,
  laneStepOf,
  measureSchema,
  nextDueDayOf,
  supportUnitsOf,
  type TaskState,
  type ToldDelay,
  unansweredUnits,
} from '#domain';
import { columnsOf } from '../shared/columns';
import { lateSince, readingsOf, tellingsOf } from './read-delays';
import { table } from '../shared/table';
import { sparedOfLamp, sparedOfUnits } from './spared-days';

/** A task after one of its events. */
export interface TaskAfter {
  readonly taskId: string;
  readonly state: TaskState;
  /** What its lamp looks at: worked out once for its columns. */
  readonly lamp: LampClock | null;
  /** The delays that go on and that people were told of: worked out once for its columns. */
  readonly delays: readonly ToldDelay[];
  /** Of the event. */
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  /** JSON of what the reading of the draft left open; known with the first event only. */
  readonly doubts: string;
}

const column = columnsOf<TaskAfter>();

/** One row per task: what lists show, filter and sort by, and the state. */
export const TASK = table(
  'task',
  {
    task_id: column.uuid(({ taskId }) => taskId, { key: true }),
    ledger_id: column.uuid(({ state }) => state.ledgerId),
    import_id: column.uuid(({ state }) => state.importId),
    serial: column.integer(({ state }) => state.serial),
    place: column.text(({ state }) => state.parent?.place ?? '', {
      collation: 'C',
      comment: 'Of a child, its place below the task of the same serial.',
    }),
    parent_id: column.uuidOrNull(({ state }) => state.parent?.taskId ?? null),
    parent_number: column.textOrNull(({ state }) => state.parent?.number ?? null),
    children_total: column.integer(({ state }) => state.children.length),
    children_open: column.integer(({ state }) => openChildren(state).length),
    task_number: column.textOrNull(({ state }) => state.number),
    title: column.text(({ state }) => state.title),
    status: column.text(({ state }) => state.status),
    rules_policy: column.textOrNull(({ state }) => state.rules?.policy ?? null, {
      comment: 'Version of the policy that it is decided and planned by; null before it is on the account.',
    }),
    rules_calendar: column.textOrNull(({ state }) => state.rules?.calendar ?? null),
    lead_unit_ids: column.uuids(({ state }) => leadUnitsOf(state), {
      comment: 'Of the assignment; as confirmed while there is none.',
    }),
    support_unit_ids: column.uuids(({ state }) => supportUnitsOf(state)),
    unanswered_unit_ids: column.uuids(({ state }) => unansweredUnits(state), {
      comment: 'Units that have not answered the assignment.',
    }),
    lane_steps: column.json(
      ({ state }) => state.lanes.map((lane) => ({ unitId: lane.unitId, step: laneStepOf(lane) })),
      {
        comment: 'How far each unit has come with its part.',
      },
    ),
    lead_unit_names: column.json(({ state }) => namesOf(state.leadUnitNames), {
      comment: 'As the document names them.',
    }),
    support_unit_names: column.json(({ state }) => namesOf(state.supportUnitNames)),
    section: column.text(({ state }) => state.source.section, { collation: 'C' }),
    source_number: column.text(({ state }) => state.source.number),
    limit_count: column.integer(({ state }) => state.limits.length),
    due: column.dateOrNull(({ state }) => dueDayOf(state), { comment: 'The last dated limit that is not done.' }),
    next_due: column.dateOrNull(({ state }) => nextDueDayOf(state), {
      comment: 'The earliest day on which something falls due.',
    }),
    lamp_due: column.dateOrNull(({ lamp }) => lamp?.due ?? null, {
      comment: 'The day that the lamp looks at; null when nothing is open any more.',
    }),
    lamp_stopped: column.dateOrNull(({ lamp }) => lamp?.stopped ?? null, {
      comment: 'The day on which the work was done too late; null while its clock runs.',
    }),
    lamp_spared: column.text(({ state, lamp }) => sparedOfLamp(state, lamp), {
      comment: 'The days after that one which are not its unit’s and do not count: from/to, one after the other.',
    }),
    spared: column.json(({ state }) => sparedOfUnits(state), {
      comment: 'The days that do not count against each unit, by its id.',
    }),
    percent: column.doubleOrNull(({ state }) => state.lastReport?.percent ?? null),
    extension_asked: column.boolean(
      ({ state }) => !isEnded(state) && openProposals(state).some(({ act }) => act === 'task.extend'),
    ),
    asked: column.json(({ state }) => askedOf(state), { comment: 'What waits for a second person.' }),
    suspended_until: column.dateOrNull(({ state }) => (isEnded(state) ? null : (state.suspension?.until ?? null)), {
      comment: 'Null for a task that ended while it stood still: it never goes on.',
    }),
    outcome: column.textOrNull(({ state }) => state.closing?.outcome ?? null),
    closing_number: column.textOrNull(({ state }) => state.closing?.number ?? null),
    closed_on: column.dateOrNull(({ state }) => state.closing?.on ?? null),
    last_report: column.textOrNull(({ state }) => state.lastReport?.progress ?? null),
    last_report_on: column.dateOrNull(({ state }) => state.lastReport?.on ?? null),
    last_urged_on: column.dateOrNull(({ state }) => state.lastUrgedOn, {
      comment: 'The day on which the office last urged by hand.',
    }),
    last_instructed_on: column.dateOrNull(({ state }) => lastInstructedOn(state), {
      comment: 'The day on which a leader gave an instruction last.',
    }),
    last_measure_on: column.dateOrNull(({ state }) => state.measures.at(-1)?.on ?? null, {
      comment: 'The day on which a leader decided on 通报, 约谈 or 挂牌督办 last.',
    }),
    delays_told: column.texts(({ delays }) => tellingsOf(delays), {
      comment: 'The delays that go on and whom they were told: account or role@unit, then as in delays_read.',
    }),
    delays_read: column.texts(({ delays }) => readingsOf(delays), {
      comment:
        'The delays that go on and were read: account, unit and limit or turn, as entries of the inbox name them.',
    }),
    late_since: column.dateOrNull(({ delays }) => lateSince(delays), {
      comment: 'The earliest day of the delays that go on and that people were told of.',
    }),
    revision: column.integer(({ revision }) => revision),
    position: column.bigint(({ position }) => position),
    recorded_at: column.instant(({ recordedAt }) => recordedAt),
    indicators: column.json(({ state }) => state.indicators),
    doubts: column.jsonText(({ doubts }) => doubts, {
      once: true,
      comment: 'What the reading of the draft left open.',
    }),
    // Most of a row. Out of line and plain, it costs a copy at every event instead of a compression.
    state: column.jsonText(({ state }) => JSON.stringify(state), {
      comment: 'The state folded from the events up to the revision.',
      storage: 'external',
    }),
  },
  { fillfactor: 80 },
);

/** Indexes for lists and sights. */
export function taskIndexes(schema: string): string {
  return `
create index task_by_serial on ${schema}.task (ledger_id, serial, place, task_id);
create index task_by_parent on ${schema}.task (parent_id, place) where parent_id is not null;
create index task_by_next_due on ${schema}.task (ledger_id, next_due, task_id);
create index task_by_recorded on ${schema}.task (ledger_id, recorded_at, task_id);
create index task_by_percent on ${schema}.task (ledger_id, percent, task_id);
create index task_by_status on ${schema}.task (ledger_id, status, serial);
create index task_by_section on ${schema}.task (ledger_id, section, serial);
create index task_by_lamp on ${schema}.task (ledger_id, lamp_due, task_id) where lamp_due is not null;
create index task_by_late on ${schema}.task (late_since, task_id) where late_since is not null;
create index task_by_import on ${schema}.task (import_id, serial);
create index task_with_leads on ${schema}.task (ledger_id) where cardinality(lead_unit_ids) > 1;
create index task_by_lead on ${schema}.task using gin (lead_unit_ids);
create index task_by_support on ${schema}.task using gin (support_unit_ids);
`;
}

function askedOf(state: TaskState): TaskRow['asked'] {
  if (isEnded(state)) return [];
  return openProposals(state).map(({ proposalId, act, by, on, data, grounds }) => {
    const { due, until, measures } = wantedSchema.parse(data);
    return { proposalId, act, by: by.accountId, byName: by.name, on, until: until ?? due, grounds, measures };
  });
}

/** What a proposed act asks for, whichever act it is. */
const wantedSchema = z.looseObject({
  due: daySchema.nullable().catch(null),
  until: daySchema.nullable().catch(null),
  measures: z.array(measureSchema).catch([]),
});

function namesOf(units: readonly NamedUnit[]): readonly string[] {
  return units.map(({ name }) => name);
}
