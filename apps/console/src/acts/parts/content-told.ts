import { type TASK_EVENTS } from '#domain';
import { type z } from 'zod';
import {
  clip,
  type Course,
  knownIndicators,
  limitName,
  textChange,
  type Told,
  unitNames,
  withTarget,
} from '../../telling';
import { TIMELINE_WORDS as T } from '../../words/timeline.words';

/** Characters of a new text that a sentence shows where the former one is not known. */
const TEXT_SHOWN = 40;

type Changes = z.infer<(typeof TASK_EVENTS)['task.content-changed']['schema']>['changes'];

/** What was changed, piece by piece: units with their new names, limits by what they were called. */
export function changesText(changes: Changes, told: Told): string {
  const { title, body, leads, supports, limits = [], indicators } = changes;
  return T.items([
    ...(title === undefined ? [] : [changed(T.title, told.course.texts.title, title)]),
    ...(body === undefined ? [] : [changed(T.body, told.course.texts.body, body)]),
    ...(leads === undefined ? [] : [T.leads(unitNames(told, leads) ?? T.none)]),
    ...(supports === undefined ? [] : [T.supports(unitNames(told, supports) ?? T.none)]),
    ...limits.map(({ limitId, what }) => {
      const former = told.course.limits[limitId]?.words;
      return former === undefined || former === ''
        ? changed(limitName(told, limitId), undefined, what)
        : changed(T.limitWords, former, what);
    }),
    ...(indicators === undefined ? [] : targetsChanged(told.course, indicators.map(withTarget))),
  ]);
}

/** 指标“…”目标由 ≥ 60项 改为 ≥ 40项: each target that differs from what was told before; all of them where nothing was. */
function targetsChanged(course: Course, indicators: readonly ReturnType<typeof withTarget>[]): readonly string[] {
  const given = indicators.flatMap(({ indicatorId, name, target }) => {
    const known = course.indicators[indicatorId];
    if (known?.target === undefined) return [T.targetGiven(name, target)];
    const renamed = known.name === name ? [] : [T.indicatorRenamed(known.name, name)];
    return known.target === target ? renamed : [...renamed, T.targetChanged(name, known.target, target)];
  });
  const gone = Object.entries(course.indicators).filter(
    ([id, { target }]) => target !== undefined && !indicators.some(({ indicatorId }) => indicatorId === id),
  );
  const told = [...given, ...gone.map(([, { name }]) => T.indicatorRemoved(name))];
  return told.length === 0 ? [T.indicators] : told;
}

/** 标题由“…”改为“…”: what was and what is, as far as they differ; without what was where that is not known. */
function changed(name: string, from: string | undefined, to: string): string {
  if (from === undefined) return to === '' ? T.textEmptied(name) : T.textGiven(name, clip(to, TEXT_SHOWN));
  const { before, after } = textChange(from, to);
  if (before === '') return T.textGiven(name, after);
  return after === '' ? T.textEmptied(name) : T.textChanged(name, before, after);
}

/** What is known of a task's words, and what its limits and indicators are called, after a change of the content. */
export function courseAfter(course: Course, { title, body, limits = [], indicators }: Changes): Course {
  const renamed = limits.map(({ limitId, what }) => {
    const words = what === '' ? (course.limits[limitId]?.words ?? '') : what;
    return [limitId, { words }] as const;
  });
  return {
    ...course,
    texts: { ...course.texts, ...(title === undefined ? {} : { title }), ...(body === undefined ? {} : { body }) },
    limits: { ...course.limits, ...Object.fromEntries(renamed) },
    indicators: indicators === undefined ? course.indicators : knownIndicators(indicators.map(withTarget)),
  };
}
