import { type z } from 'zod';
import { type Day } from '../calendar';
import { type Act, type Decision } from '../shared/act-definition';
import { type Circumstances } from '../shared/circumstances';
import { OFFICE } from '../shared/grant';
import { isRejection, reject, type Rejection } from '../shared/rejection';
import { filesFault, NOT_RESPONSIBLE } from './checks';
import { laneOf, withLane } from './lanes';
import { type Asking, askingOf, taskAct, type TaskActTraits, type TaskEvent } from './task-act';
import { namesUnit, type onBehalfInput } from './task.form';
import { type OnBehalf } from './task.parts';
import { type LaneState, type TaskState } from './task.state';

/** What the form of such an act says beside the fields of the unit's own act. */
export interface RecordedWord {
  readonly onBehalf: z.output<typeof onBehalfInput>;
}

/** The act of a unit as far as its recording by the office asks for it. */
type UnitAct<Type extends string, Data> = Pick<Act<'task', Type, z.ZodType, TaskState, TaskEvent>, 'type' | 'word'> &
  TaskActTraits & {
    readonly needs?: (data: Data, state: TaskState | null, id: string) => { readonly files?: readonly string[] };
    readonly decide: (state: TaskState, data: Data, circumstances: Circumstances) => Decision<TaskEvent>;
  };

interface Recording<Type extends string, Data, Input> {
  readonly type: `${Type}-on-behalf`;
  /** The fields of the unit's own act, with `onBehalf`. */
  readonly command: z.ZodType<Data, Input>;
  readonly sample: Input;
  /** The act by which the same word answers an assignment that the unit has not answered: whoever reports has accepted. Left out: none. */
  readonly answers?: Pick<UnitAct<string, Data>, 'decide'>;
  /** The day of what the unit gives word on. Left out: its assignment. */
  readonly askedOn?: TaskActTraits['follows'];
}

/** A word is recorded once it was said, none was said before it was asked for, and one on paper is shown by the paper. */
export function saidFault(
  { saidOn, how, sheet }: Pick<OnBehalf, 'saidOn' | 'how' | 'sheet'>,
  earliest: Day | null,
  today: Day,
): Rejection | null {
  if (saidOn > today) return SAID_IN_FUTURE;
  if (how === 'paper' && sheet.length === 0) return SHEET_NEEDED;
  if (earliest === null || saidOn >= earliest) return null;
  return reject('TASK.SAID_TOO_EARLY', `反馈日期早于交办或批示的日期（${earliest}），请填写实际反馈的日期。`);
}

const SHEET_NEEDED = reject('TASK.SHEET_NEEDED', '书面反馈的，请上传单位退回的反馈单（扫描件或照片）。');
const SAID_IN_FUTURE = reject('TASK.DAY_IN_FUTURE', '反馈日期晚于今天，请填写实际反馈的日期。');

/**
 * 代录: the act of a unit without an account, which a clerk of the office records. It is the unit's lane that acts, under the rules of
 * the unit's own act and no others: which lane may, from which status, on which days, and what can be taken back. Version 0.1 had rules of
 * its own for a report alone, and such a unit could not even accept.
 */
export function onBehalfOf<const Type extends string, Data extends RecordedWord, Input>(
  act: UnitAct<Type, Data>,
  { type, command, sample, answers, askedOn = assignedOn }: Recording<Type, Data, Input>,
) {
  const { needsSecond, follows } = act;
  const stateFor = (state: TaskState, unitId: string) => (answers ? accepted(state, unitId) : state);
  const whyNot = (state: TaskState, unitId: string, asking: Asking): Rejection | null =>
    laneOf(state, unitId) === null
      ? NOT_RESPONSIBLE
      : (act.guard?.(stateFor(state, unitId), forUnit(asking, unitId)) ?? null);
  return taskAct({
    type,
    word: `代录${act.word}`,
    command,
    sample,
    grants: OFFICE,
    offered: 'side',
    from: act.from,
    to: answers ? [...act.to, 'underway'] : act.to,
    withdrawable: act.withdrawable,
    edits: act.edits,
    recordsFor: act.type,
    ...(needsSecond ? { needsSecond } : {}),
    inLane: (state, _actor, form) => laneOf(state, namesUnit.safeParse(form).data?.onBehalf.unitId ?? null),
    // While no unit is named, the earliest day that any of them may state.
    follows: (state, lane) => {
      const dayOf = (each: LaneState) => (follows ? follows(state, each) : each.lastStepOn);
      return lane ? dayOf(lane) : earliestOf(state.lanes.map(dayOf));
    },
    guard: (state, asking) => refusedForAll(state, (unitId) => whyNot(state, unitId, asking)),
    asked: (state, asking) => {
      const able = state.lanes.filter(({ unitId }) => whyNot(state, unitId, asking) === null);
      return refusedForAll({ lanes: able }, (unitId) => act.asked?.(state, forUnit(asking, unitId)) ?? null);
    },
    needs: (data, state, id) => {
      const { files = [], ...needs } = act.needs?.(data, state, id) ?? {};
      return { ...needs, files: [...files, ...data.onBehalf.sheet.map(({ hash }) => hash)] };
    },
    decide: (state, data, circumstances) => {
      const { unitId, ...word } = data.onBehalf;
      const fault =
        whyNot(state, unitId, askingOf(circumstances)) ??
        saidFault(word, askedOn(state, laneOf(state, unitId)), circumstances.today) ??
        filesFault(word.sheet, circumstances.facts);
      if (fault) return ofThatUnit(fault);
      const asUnit = { ...forUnit(circumstances, unitId), askedOn: word.saidOn };
      const after = stateFor(state, unitId);
      const answer = after === state ? [] : (answers?.decide(state, data, asUnit) ?? []);
      const step = act.decide(after, data, asUnit);
      if (isRejection(answer)) return ofThatUnit(answer);
      if (isRejection(step)) return ofThatUnit(step);
      return [...answer, ...step].map((event) => withWord(event, word));
    },
  });
}

function assignedOn(_state: TaskState, lane: LaneState | null): Day | null {
  return lane?.assignedOn ?? null;
}

/** The person as one of the unit: by its id the act finds the lane. */
function forUnit<Who extends Pick<Asking, 'actor'>>(asking: Who, unitId: string): Who {
  return { ...asking, actor: { ...asking.actor, unitId } };
}

/** Why it is open for no unit: what is said of the first one, the leads standing first. Null where it is open for one of them. */
function refusedForAll(
  { lanes }: Pick<TaskState, 'lanes'>,
  whyNot: (unitId: string) => Rejection | null,
): Rejection | null {
  const refusals = lanes.map(({ unitId }) => whyNot(unitId));
  const [first = null] = refusals;
  return refusals.includes(null) || first === null ? null : ofThatUnit(first);
}

/** What a unit is told of itself, as the office is told of that unit. */
function ofThatUnit({ message, ...rejection }: Rejection): Rejection {
  return { ...rejection, message: message.replaceAll('本单位', '该单位') };
}

function earliestOf(days: readonly (Day | null)[]): Day | null {
  return days.reduce<Day | null>((first, day) => (day !== null && (first === null || day < first) ? day : first), null);
}

/** The task as it stands once a unit that has not answered yet has accepted its part. */
function accepted(state: TaskState, unitId: string): TaskState {
  return laneOf(state, unitId)?.answer === 'waiting'
    ? { ...state, lanes: withLane(state.lanes, unitId, { answer: 'accepted' }) }
    : state;
}

/** The record keeps on what word a unit's step was recorded. */
function withWord(event: TaskEvent, onBehalf: OnBehalf): TaskEvent {
  switch (event.type) {
    case 'lane.accepted':
      return { ...event, data: { ...event.data, onBehalf } };
    case 'lane.declined':
      return { ...event, data: { ...event.data, onBehalf } };
    case 'lane.reported':
      return { ...event, data: { ...event.data, onBehalf } };
    case 'lane.claimed':
      return { ...event, data: { ...event.data, onBehalf } };
    case 'instruction.answered':
      return { ...event, data: { ...event.data, onBehalf } };
    default:
      return event;
  }
}
