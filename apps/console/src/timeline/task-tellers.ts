import { LIFECYCLE, type TaskEvent, taskEventSchemas } from '#domain';
import { type z } from 'zod';
import { WORDS } from '../words';
import { TIMELINE_WORDS as T } from '../words/timeline.words';
import { changesText } from './changes';
import { periodWord } from './rhythm';
import { authorityText, limitName, teller, type Teller, type Told, unitName, unitNames } from './teller';

type Data<Type extends TaskEvent['type']> = z.infer<(typeof taskEventSchemas)[Type]>;

/** How each kind of event of a task is told. A new kind without a line here does not compile. */
export const TASK_TELLERS: Readonly<Record<TaskEvent['type'], Teller>> = {
  'task.drafted': teller(taskEventSchemas['task.drafted'], ({ source }) => {
    const number = source.documentNumber === null ? '' : T.documentNumber(source.documentNumber);
    return { done: T.drafted(T.draftedSource(source.documentTitle, number, source.number)) };
  }),
  'task.draft-corrected': teller(taskEventSchemas['task.draft-corrected'], ({ changes }, told) => ({
    done: T.draftCorrected(changesText(changes, told)),
  })),
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
    const limits = T.list(limitsReopened.map((limitId) => limitName(told, limitId)));
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
    return { done: kind === 'due' ? T.dueToday(limit) : T.reminded(limit, due) };
  }),
  'task.urged': teller(taskEventSchemas['task.urged'], ({ limitId, due }, told) => ({
    done: T.urged(limitName(told, limitId), due),
  })),
  'task.escalated': teller(taskEventSchemas['task.escalated'], ({ limitId, due }, told) => ({
    done: T.escalated(limitName(told, limitId), due),
  })),
  'task.urged-by-office': teller(taskEventSchemas['task.urged-by-office'], ({ message }) => ({
    done: T.urgedByOffice,
    quote: message,
  })),
  'task.period-opened': teller(taskEventSchemas['task.period-opened'], ({ limitId, period, due }, told) => ({
    done: T.periodOpened(limitName(told, limitId), periodWord(period), due),
  })),
};

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
  const limits = T.list(limitsDone.map((limitId) => limitName(told, limitId)));
  return [
    ...(limits === '' ? [] : [T.limitsDone(limits)]),
    ...(evidence.length === 0 ? [] : [T.files(evidence.length)]),
    ...(onBehalf === null ? [] : [T.saidBy(onBehalf.saidBy, WORDS.terms.onBehalfWays[onBehalf.how], onBehalf.saidOn)]),
  ];
}
