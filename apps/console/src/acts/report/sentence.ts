import { taskEventSchemas } from '#domain';
import { type z } from 'zod';
import { clip, sentence, type Sentences, type Telling, type Told, unitName } from '../../telling';
import { WORDS } from '../../words';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { words } from './words';

const schema = taskEventSchemas['task.reported'];
type Reported = z.infer<typeof schema>;

export const sentences: Sentences = {
  'task.reported': sentence({
    title: words.title,
    schema,
    tell,
    follow: (course, { percent }, eventId) => ({
      ...course,
      percent: percent ?? course.percent,
      percentBefore: { ...course.percentBefore, [eventId]: course.percent },
    }),
  }),
};

/** 填报进展：完成 60%，较上次 +20 个百分点，… */
function tell(data: Reported, told: Told): Telling {
  const { onBehalf, progress, unitId } = data;
  const unit = unitName(told, unitId);
  const act = onBehalf === null ? words.told.reported : words.told.onBehalf(unit);
  const pieces = [...percentPieces(data, told), ...readingPieces(data, told), ...otherPieces(data, told)];
  const done = pieces.length === 0 ? act : T.said(act, T.clauses(pieces));
  return { ...(onBehalf === null ? { who: unit } : {}), done, quote: progress };
}

function percentPieces({ percent }: Reported, { course }: Told): string[] {
  if (percent === null) return [];
  const said = words.told.percent(percent);
  if (course.percent === null) return [said];
  const moved = Math.round((percent - course.percent) * 100) / 100;
  return [said, moved === 0 ? words.told.percentSame : words.told.percentMoved(WORDS.parts.points(moved))];
}

function readingPieces({ readings }: Reported, { course }: Told): string[] {
  return readings.flatMap(({ indicatorId, value }) => {
    const known = course.indicators[indicatorId];
    return known === undefined ? [] : [words.told.reading(known.name, `${value}${known.unit}`)];
  });
}

function otherPieces({ limitsDone, evidence, onBehalf }: Reported, told: Told): string[] {
  return [
    ...donePieces(limitsDone, told),
    ...(evidence.length === 0 ? [] : [words.told.files(evidence.length)]),
    ...(onBehalf === null ? [] : [saidBy(onBehalf)]),
  ];
}

function saidBy({ saidBy: name, how, saidOn }: NonNullable<Reported['onBehalf']>): string {
  return words.told.saidBy(name, WORDS.terms.onBehalfWays[how], saidOn);
}

/** Limits as done, a recurring one for its period; where nothing is known of them, how many. */
function donePieces(limitIds: readonly string[], { course }: Told): string[] {
  const named = limitIds.flatMap((limitId) => {
    const { words: name = '', recurring = false } = course.limits[limitId] ?? {};
    if (name === '') return [];
    return [recurring ? words.told.period(clip(name, 18)) : T.limit(clip(name, 18))];
  });
  const others = limitIds.length - named.length;
  return [
    ...(named.length === 0 ? [] : [words.told.limitsDone(T.list(named))]),
    ...(others === 0 ? [] : [words.told.someDone(others)]),
  ];
}
