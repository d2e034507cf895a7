import { z } from 'zod';
import { type Indicator, indicatorsSchema, measureSchema, type Terms, termsSchema, turnKindSchema } from '#domain';
import { type ActOperation } from '../acts/act';
import { type InboxEntry } from '../api/answer';
import { actWord, measuresText, targetText, termsWord } from '../telling';
import { WORDS } from '../words';
import { ACT_WORDS } from '../words/acts.words';
import { INBOX_WORDS } from '../words/inbox.words';
import { asSentence } from '../words/sentence-parts';

/** Pieces of sentences as entries carry them, by kind; what is missing is left out of the sentence. */
const pieces = z.looseObject({
  requirements: z.string().catch(''),
  replyBy: z.string().nullable().catch(null),
  reason: z.string().catch(''),
  selfCheck: z.string().catch(''),
  conclusion: z.string().catch(''),
  missing: z.string().catch(''),
  due: z.string().nullable().catch(null),
  message: z.string().catch(''),
  text: z.string().catch(''),
  answerBy: z.string().catch(''),
  /** A word that the office recorded, of a leader or a unit; `saidBy` is null where a person acted in their own name. */
  onBehalf: z
    .object({ saidBy: z.string().nullable(), saidOn: z.string().catch('') })
    .catch({ saidBy: null, saidOn: '' }),
  recorded: z.string().catch(''),
  rung: z.object({ kind: z.string() }).catch({ kind: '' }),
  texts: z
    .object({ progress: z.string().catch(''), problems: z.string().catch(''), helpNeeded: z.string().catch('') })
    .catch({ progress: '', problems: '', helpNeeded: '' }),
  taskCount: z.number().nullable().catch(null),
  children: z.number().nullable().catch(null),
  step: z.string().nullable().catch(null),
  daysLate: z.number().catch(0),
  unstaffed: z.string().nullable().catch(null),
  act: z.string().catch(''),
  grounds: z.string().catch(''),
  wanted: z
    .object({ due: z.string().nullable().catch(null), measures: z.array(measureSchema).catch([]) })
    .catch({ due: null, measures: [] }),
  result: z.enum(['approved', 'refused', 'overtaken', 'taken-back']).nullable().catch(null),
  measure: measureSchema.nullable().catch(null),
  holder: z.string().nullable().catch(null),
  until: z.string().catch(''),
  by: z.string().catch(''),
  ended: z.enum(['closed', 'voided', 'terminated']).nullable().catch(null),
  from: termsSchema.nullable().catch(null),
  to: termsSchema.nullable().catch(null),
  limit: z
    .looseObject({ what: z.string(), ...termsSchema.shape })
    .nullable()
    .catch(null),
  changes: z.object({ indicators: indicatorsSchema.catch([]) }).catch({ indicators: [] }),
});

type Telling = Pick<InboxEntry, 'kind' | 'data' | 'actorName' | 'about' | 'role'>;

/** What an entry tells, as one or two whole sentences. The office reads of a unit in which nobody can act that it acts in its place. */
export function inboxSentence(entry: Telling): string {
  const standsIn = entry.role === 'supervision-clerk' && pieces.parse(entry.data).unstaffed !== null;
  return standsIn ? `${toldSentence(entry)}${INBOX_WORDS.sentences.standIn}` : toldSentence(entry);
}

function toldSentence({ kind, data, actorName, about, role }: Telling): string {
  const words = INBOX_WORDS.sentences;
  const of = pieces.parse(data);
  if (of.step !== null) return words.withdrawn(actorName, actWord(of.step) ?? ACT_WORDS.step);
  const due = of.due ?? '';
  // What is asked is said in full; a reminder of its clock says the day alone.
  if (kind === 'answer') return words.answer(of.by, withoutStop(of.text), due);
  const clock = clockSentence(kind, of, about?.name ?? '');
  if (clock !== null) return clock;
  switch (kind) {
    case 'accept':
      return [
        words.accept(actorName),
        asSentence(of.requirements),
        of.replyBy === null ? '' : words.replyBy(of.replyBy),
      ].join('');
    case 'assign-again':
      return words['assign-again'](actorName, of.reason);
    case 'decide':
      return of.wanted.measures.length > 0
        ? words.measure(about?.name ?? '', of.grounds, measuresText(of.wanted.measures))
        : words.decide(actorName, askedText(of), of.grounds);
    case 'decided':
      return words.decided(
        // Whoever asked needs no name; the others whose day it would have moved do.
        `${about?.name ?? ''}${askedText(of)}`,
        of.result === null ? '' : words.results[of.result],
        of.reason,
      );
    case 'extension-asked':
      return words['extension-asked'](about?.name ?? '', askedText(of), of.grounds);
    case 'recorded':
      return words.recorded(actorName, actWord(of.recorded) ?? '', of.onBehalf.saidBy ?? '', of.onBehalf.saidOn);
    case 'verify':
      return words.verify(actorName, of.selfCheck);
    case 'close':
      return words.close(actorName, of.conclusion);
    case 'rectify':
      return words.rectify(actorName, of.missing);
    case 'remind':
      if (of.rung.kind !== 'due') return words.remind(due);
      return of.daysLate === 0 ? words.due(due) : words.urge(due);
    case 'urge':
      return of.due === null ? words.urgeByHand(actorName, of.message) : words.urge(due);
    case 'urge-copy':
      return of.due === null ? words.urgeByHand(actorName, of.message) : words['urge-copy'](due);
    case 'escalate':
      return role === 'unit-head' ? words.escalateOwn(due) : words.escalate(due);
    case 'notice':
      return words.notice(due, of.daysLate);
    case 'measure-taken':
      return words['measure-taken'](actorName, of.measure === null ? '' : WORDS.terms.measures[of.measure], of.grounds);
    case 'instructed':
      return words.instructed(of.onBehalf.saidBy ?? actorName, withoutStop(of.text), of.answerBy);
    case 'instruction-answered':
      return words['instruction-answered'](about?.name ?? '', of.text);
    case 'instruction-lapsed':
      return (of.ended === null ? words['instruction-lapsed'] : words.instructionEnded)(about?.name ?? '', of.text);
    case 'reported':
      return reportedSentence(actorName, of.texts);
    case 'support-reported':
      return words['support-reported'](actorName, of.texts.progress);
    case 'suspended':
      return words.suspended(actorName, of.until, of.reason);
    case 'resumed':
      return words.resumed(of.by === 'engine' ? '' : actorName);
    case 'ended':
      return words.ended[of.ended === 'terminated' ? 'terminated' : 'voided'](of.reason);
    case 'date-moved':
      return words['date-moved'](dayWords(of.from), dayWords(of.to), of.reason);
    case 'limit-added':
      return words['limit-added'](limitWords(of.limit), of.reason);
    case 'limit-removed':
      return words['limit-removed'](limitWords(of.limit), of.reason);
    case 'target-moved':
      return words['target-moved'](targetsText(of.changes.indicators), of.reason);
    case 'children-ended':
      return words['children-ended'](of.children === null ? '' : String(of.children));
    case 'closed':
      return words.closed(actorName);
    case 'imported':
      return words.imported(of.taskCount === null ? '' : String(of.taskCount));
  }
}

/** A text that goes on with a comma: it brings its own stop. */
function withoutStop(text: string): string {
  return text.trim().replace(/[。．.；;，,]+$/u, '');
}

/** A day, or a rhythm; where there is none, that it is not fixed. */
function dayWords(terms: Terms | null): string {
  return (terms && termsWord(terms)) ?? INBOX_WORDS.sentences.noDate;
}

/** 2022-03-31（全面推开）: the day or rhythm of a limit, and what is to be done by it. */
function limitWords(limit: z.output<typeof pieces>['limit']): string {
  const what = limit?.what ?? '';
  return `${dayWords(limit)}${what === '' ? '' : `（${what}）`}`;
}

/** 家庭医生签约率 ≥ 40%、…: the targets as they are now. */
function targetsText(indicators: readonly Indicator[]): string {
  return indicators.map((each) => `${each.name} ${targetText(each)}`).join('、');
}

/** What was asked for, with the day of an extension: 申请延期至 2022-05-31. */
function askedText({ act, wanted }: Pick<z.output<typeof pieces>, 'act' | 'wanted'>): string {
  if (wanted.measures.length > 0) return INBOX_WORDS.sentences.measureProposed(measuresText(wanted.measures));
  const word = askedWord(act);
  return act === EXTEND && wanted.due !== null ? INBOX_WORDS.sentences.until(word, wanted.due) : word;
}

const EXTEND: ActOperation = 'task.extend';

/** What was asked for: 申请延期, 申请缓办. */
function askedWord(act: string): string {
  const word = actWord(act) ?? '';
  return word.startsWith(INBOX_WORDS.sentences.asking) ? word : `${INBOX_WORDS.sentences.asking}${word}`;
}

/** What is told of a clock that is none of a limit; null for any other entry. */
function clockSentence(
  kind: InboxEntry['kind'],
  { holder, due, daysLate }: z.output<typeof pieces>,
  unit: string,
): string | null {
  const turn = turnKindSchema.safeParse(holder);
  if (!turn.success || due === null) return null;
  const words = INBOX_WORDS.sentences;
  if (turn.data === 'review') return kind === 'escalate' ? words.reviewLate(due, daysLate) : words.review(due);
  const name = `${unit}${WORDS.terms.turns[turn.data]}`;
  if (kind === 'urge-copy' || kind === 'escalate') return words.clockTold(name, due, daysLate);
  return daysLate === 0 ? words.clockToday(name, due) : words.clockLate(name, due, daysLate);
}

function reportedSentence(
  name: string,
  { problems, helpNeeded }: { readonly problems: string; readonly helpNeeded: string },
): string {
  const { problems: told, help } = INBOX_WORDS.sentences;
  return [
    problems === '' ? '' : asSentence(told(name, problems)),
    helpNeeded === '' ? '' : help(name, helpNeeded),
  ].join('');
}
