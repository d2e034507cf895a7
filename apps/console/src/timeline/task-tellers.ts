import { LIFECYCLE, type TaskEvent, taskEventSchemas } from '#domain';
import { type z } from 'zod';
import { WORDS } from '../words';
import { TIMELINE_WORDS as T } from '../words/timeline.words';
import { changesText } from './changes';
import { periodWord } from './rhythm';
import { plainClause } from './plain-clause';
import {
  authorityText,
  clip,
  knownName,
  limitName,
  limitNames,
  teller,
  type Teller,
  type Telling,
  type Told,
  unitName,
  unitNames,
} from './teller';

type Data<Type extends TaskEvent['type']> = z.infer<(typeof taskEventSchemas)[Type]>;

/** How each kind of event of a task is told. A new kind without a line here does not compile. */
export const TASK_TELLERS: Readonly<Record<TaskEvent['type'], Teller>> = {
  'task.drafted': teller(taskEventSchemas['task.drafted'], ({ source }) => {
    const number = source.documentNumber === null ? '' : T.documentNumber(source.documentNumber);
    return { done: T.drafted(T.draftedSource(source.documentTitle, number, clauseWord(source.number))) };
  }),
  'task.draft-corrected': teller(taskEventSchemas['task.draft-corrected'], ({ changes }, told) =>
    acted(T.draftCorrected, changesText(changes, told)),
  ),
  'task.confirmed': teller(taskEventSchemas['task.confirmed'], ({ leadUnitIds, supportUnitIds, limits }, told) => {
    const word = limits === 'none' ? T.limitsNone : T.limitsConfirmed;
    return { done: T.confirmed(unitNames(told, leadUnitIds) ?? T.none, unitNames(told, supportUnitIds), word) };
  }),
  'task.hung': teller(taskEventSchemas['task.hung'], ({ taskNumber, authority }) => ({
    done: T.hung(taskNumber, authorityText(authority)),
  })),
  'task.assigned': teller(taskEventSchemas['task.assigned'], (data, told) => {
    const leads = unitNames(told, data.leadUnitIds) ?? T.none;
    const done = T.assigned(leads, unitNames(told, data.supportUnitIds), data.replyBy);
    return { done, quote: data.requirements };
  }),
  'task.accepted': teller(taskEventSchemas['task.accepted'], ({ unitId }, told) => ({
    who: unitName(told, unitId),
    done: T.accepted,
  })),
  'task.declined': teller(taskEventSchemas['task.declined'], ({ unitId, reason }, told) => ({
    who: unitName(told, unitId),
    done: T.declined,
    quote: reason,
  })),
  'task.reported': teller(taskEventSchemas['task.reported'], reported),
  'task.closure-requested': teller(taskEventSchemas['task.closure-requested'], ({ unitId, selfCheck }, told) => ({
    who: unitName(told, unitId),
    done: T.closureRequested,
    quote: selfCheck,
  })),
  'task.verified': teller(taskEventSchemas['task.verified'], ({ conclusion }) => ({
    done: T.verified,
    quote: conclusion,
  })),
  'task.returned': teller(taskEventSchemas['task.returned'], ({ missing, limitsReopened }, told) => {
    const limits = limitNames(told, limitsReopened);
    return { done: T.clauses([T.returned, ...(limits === '' ? [] : [T.reopened(limits)])]), quote: missing };
  }),
  'task.closed': teller(taskEventSchemas['task.closed'], ({ closedBy, outcome, statement, closingNumber }) => ({
    who: closedBy.name,
    done: T.closed(WORDS.terms.outcomes[outcome], closingNumber),
    quote: statement,
  })),
  'task.voided': teller(taskEventSchemas['task.voided'], ({ reason }) => ({ done: T.voided, quote: reason })),
  'task.terminated': teller(taskEventSchemas['task.terminated'], ({ reason, authority }) => ({
    done: T.terminated(authorityText(authority)),
    quote: reason,
  })),
  'task.corrected': teller(taskEventSchemas['task.corrected'], ({ changes, reason }, told) => ({
    done: T.corrected(changesText(changes, told)),
    quote: reason,
  })),
  'task.withdrawn': teller(taskEventSchemas['task.withdrawn'], ({ step }) => ({
    done: T.withdrawn(isStep(step) ? LIFECYCLE[step].word : ''),
  })),
  'task.reminded': teller(taskEventSchemas['task.reminded'], ({ kind, limitId, due }, told) => {
    const limit = limitName(told, limitId);
    return acted(T.reminder, kind === 'due' ? T.dueToday(limit) : T.reminded(limit, due));
  }),
  'task.urged': teller(taskEventSchemas['task.urged'], ({ limitId, due }, told) =>
    acted(T.urging, T.urged(limitName(told, limitId), due)),
  ),
  'task.escalated': teller(taskEventSchemas['task.escalated'], ({ limitId, due }, told) =>
    acted(T.escalation, T.escalated(limitName(told, limitId), due)),
  ),
  'task.urged-by-office': teller(taskEventSchemas['task.urged-by-office'], ({ message }) => ({
    done: T.urgedByOffice,
    quote: message,
  })),
  'task.period-opened': teller(taskEventSchemas['task.period-opened'], ({ limitId, period, due }, told) => ({
    // It begins by itself: nobody does it.
    who: '',
    done: T.periodOpened(knownName(told, limitId), periodWord(period), due),
  })),
};

/** An act with what it is about. */
function acted(act: string, gist: string): Telling {
  return { done: T.said(act, gist), gist };
}

/** A clause of a document by its number: 1. is 第 1 条, what is written in words stays. */
function clauseWord(number: string): string {
  const plain = plainClause(number);
  return /^\d+$/u.test(plain) ? T.nthClause(plain) : number;
}

function isStep(step: string): step is keyof typeof LIFECYCLE {
  return step in LIFECYCLE;
}

/** 填报进展：完成 60%，较上次 +20 个百分点，… */
function reported(data: Data<'task.reported'>, told: Told) {
  const { onBehalf, progress, unitId } = data;
  const pieces = T.clauses([...percentPieces(data, told), ...readingPieces(data, told), ...otherPieces(data, told)]);
  const act = onBehalf === null ? T.reported : T.reportedOnBehalf(unitName(told, unitId));
  const done = pieces === '' ? act : T.said(act, pieces);
  return { ...(onBehalf === null ? { who: unitName(told, unitId) } : {}), done, quote: progress };
}

function percentPieces({ percent }: Data<'task.reported'>, { course }: Told): string[] {
  if (percent === null) return [];
  const former = course.percent;
  if (former === null) return [T.percent(percent)];
  const moved = Math.round((percent - former) * 100) / 100;
  return [T.percent(percent), moved === 0 ? T.percentSame : T.percentMoved(WORDS.parts.points(moved))];
}

function readingPieces({ readings }: Data<'task.reported'>, { course }: Told): string[] {
  return readings.flatMap(({ indicatorId, value }) => {
    const known = course.indicators[indicatorId];
    return known === undefined ? [] : [T.reading(known.name, `${value}${known.unit}`)];
  });
}

function otherPieces({ limitsDone, evidence, onBehalf }: Data<'task.reported'>, told: Told): string[] {
  return [
    ...donePieces(limitsDone, told),
    ...(evidence.length === 0 ? [] : [T.files(evidence.length)]),
    ...(onBehalf === null ? [] : [T.saidBy(onBehalf.saidBy, WORDS.terms.onBehalfWays[onBehalf.how], onBehalf.saidOn)]),
  ];
}

/** Limits as done, a recurring one for its period; where nothing is known of them, how many. */
function donePieces(limitIds: readonly string[], { course }: Told): string[] {
  const named = limitIds.flatMap((limitId) => {
    const { words = '', recurring = false } = course.limits[limitId] ?? {};
    if (words === '') return [];
    return [recurring ? T.duty(clip(words, 18)) : T.limit(clip(words, 18))];
  });
  const others = limitIds.length - named.length;
  return [...(named.length === 0 ? [] : [T.limitsDone(T.list(named))]), ...(others === 0 ? [] : [T.someDone(others)])];
}
