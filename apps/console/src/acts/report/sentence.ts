import { TASK_EVENTS } from '#domain';
import { type z } from 'zod';
import { clip, periodWord, sentence, type Sentences, type Telling, type Told, unitActing } from '../../telling';
import { WORDS } from '../../words';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';
import { words } from './words';

const schema = TASK_EVENTS['lane.reported'].schema;
type Reported = z.infer<typeof schema>;

export const sentences: Sentences = {
  'lane.reported': sentence({
    title: words.title,
    schema,
    tell,
    follow: (course, { lane, percent }) => ({
      ...course,
      percents: percent === null ? course.percents : { ...course.percents, [lane]: percent },
      percentsBefore: course.percents,
    }),
  }),
};

/** 填报进展：完成 60%，较上次 +20 个百分点，… */
function tell(data: Reported, told: Told): Telling {
  const { onBehalf, texts, lane } = data;
  const pieces = [...percentPieces(data, told), ...readingPieces(data, told), ...otherPieces(data, told)];
  const { reported } = words.told;
  const done = pieces.length === 0 ? reported : T.said(reported, T.clauses(pieces));
  return { who: unitActing(told, lane, onBehalf), done, quote: texts.progress };
}

/** 较上次 is the same unit's last report: several leads stand at different percentages. */
function percentPieces({ lane, percent }: Reported, { course }: Told): string[] {
  if (percent === null) return [];
  const said = words.told.percent(percent);
  const before = course.percents[lane];
  if (before === undefined) return [said];
  const moved = Math.round((percent - before) * 100) / 100;
  return [said, moved === 0 ? words.told.percentSame : words.told.percentMoved(WORDS.parts.points(moved))];
}

function readingPieces({ readings }: Reported, { course }: Told): string[] {
  return readings.flatMap(({ indicatorId, value }) => {
    const known = course.indicators[indicatorId];
    return known === undefined ? [] : [words.told.reading(known.name, `${value}${known.unit}`)];
  });
}

function otherPieces({ done, evidence }: Reported, told: Told): string[] {
  return [...donePieces(done, told), ...(evidence.length === 0 ? [] : [words.told.files(evidence.length)])];
}

/** Limits as done, a recurring one with its period; where nothing is known of them, how many. */
function donePieces(done: Reported['done'], { course }: Told): string[] {
  const named = done.flatMap(({ limitId, period }) => {
    const name = clip(course.limits[limitId]?.words ?? '', 18);
    if (name === '') return [];
    return [period === null ? T.limit(name) : words.told.period(periodWord(period), name)];
  });
  const others = done.length - named.length;
  return [
    ...(named.length === 0 ? [] : [words.told.limitsDone(T.list(named))]),
    ...(others === 0 ? [] : [words.told.someDone(others)]),
  ];
}
