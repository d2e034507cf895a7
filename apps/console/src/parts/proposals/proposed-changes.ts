import { type Day, type Indicator } from '#domain';
import { type TaskDetail } from '../../api/answer';
import { authorityText, clip, measuresText, targetText, textChange, termsWord } from '../../telling';
import { WORDS } from '../../words';
import { partWords } from '../task-facts/due-parts';

/** What waits for a second person. */
export type Proposal = TaskDetail['proposals'][number];
type Correction = NonNullable<Proposal['correction']>;
type Terms = Correction['moves'][number]['from'];

/** One thing that an approval would change. */
export interface ProposedChange {
  /** What is changed: 时限“…”, 标题. */
  readonly name: string;
  /** Null for what is new. */
  readonly from: string | null;
  /** Null for what goes. */
  readonly to: string | null;
  /** What whoever decides must not overlook, such as a new day that is over already. */
  readonly warning: string | null;
}

const words = WORDS.parts.proposals;

/** Everything that an approval would change, what was beside what would be. Empty where the act's word says it all. */
export function proposedChanges(
  { extension, suspension, termination, correction }: Proposal,
  task: Pick<TaskDetail, 'limits'>,
  today: Day,
): readonly ProposedChange[] {
  if (correction !== null) return correctionChanges(correction, task, today);
  if (suspension !== null) return suspensionChanges(suspension, today);
  if (termination !== null) return [onAuthority(termination)];
  if (extension === null) return [];
  const { limitId, period, from, to, movesFor } = extension;
  const name = words.limit(partWords({ limitId, period, due: from }, task));
  const moved = movesFor.length === 0 ? to : words.movesFor(to, namesText(movesFor));
  return [{ name, from: from ?? words.undated, to: moved, warning: to < today ? words.pastDay : null }];
}

function suspensionChanges(
  { until, authority }: NonNullable<Proposal['suspension']>,
  today: Day,
): readonly ProposedChange[] {
  return [
    { name: words.suspension, from: null, to: words.span(until), warning: until <= today ? words.pastEnd : null },
    onAuthority({ authority }),
  ];
}

function onAuthority({ authority }: NonNullable<Proposal['termination']>): ProposedChange {
  return { name: words.authority, from: null, to: authorityText(authority), warning: null };
}

function correctionChanges(
  { moves, texts, units, added, targets }: Correction,
  task: Pick<TaskDetail, 'limits'>,
  today: Day,
): readonly ProposedChange[] {
  const limitName = (limitId: string): string => partWords({ limitId, period: null, due: null }, task);
  return [
    ...moves.map(({ limitId, from, to }) => ({
      name: words.limit(limitName(limitId)),
      from: termsText(from),
      to: to && termsText(to),
      warning: pastWarning(to, today),
    })),
    ...added.map(({ what, terms, owedBy }) => ({
      name: words.newPart(words.limit(what)),
      from: null,
      to: owedBy.length === 0 ? termsText(terms) : words.owedBy(termsText(terms), namesText(owedBy)),
      warning: pastWarning(terms, today),
    })),
    ...texts.map(({ part, limitId, from, to }) => ({
      name:
        limitId === null || part !== 'limit'
          ? words[part === 'body' ? 'body' : 'title']
          : words.limitWords(limitName(limitId)),
      ...textsShown(from, to),
      warning: null,
    })),
    ...units.map(({ role, from, to }) => ({
      name: role === 'lead' ? WORDS.terms.leadUnit : WORDS.terms.supportUnit,
      from: namesText(from),
      to: namesText(to),
      warning: null,
    })),
    ...targets.map(targetChange),
  ];
}

function termsText(terms: Terms): string {
  return termsWord(terms) ?? words.undated;
}

function pastWarning(terms: Terms | null, today: Day): string | null {
  return terms !== null && terms.due !== null && terms.due < today ? words.pastDay : null;
}

function textsShown(from: string, to: string): Pick<ProposedChange, 'from' | 'to'> {
  const { before, after } = textChange(from, to);
  return { from: before || words.nothing, to: after || words.nothing };
}

function namesText(units: readonly { readonly name: string }[]): string {
  return units.map(({ name }) => name).join(WORDS.parts.and) || words.nothing;
}

/** A target with its name where that changes too. */
function targetChange({ from, to }: Correction['targets'][number]): ProposedChange {
  const renamed = from !== null && to !== null && from.name !== to.name;
  const shown = (target: TargetSides): string =>
    renamed ? words.named(target.name, targetText(target)) : targetText(target);
  const name = words.indicator(from?.name ?? to?.name ?? '');
  return {
    name: from === null ? words.newPart(name) : name,
    from: from && shown(from),
    to: to && shown(to),
    warning: null,
  };
}

type TargetSides = Pick<Indicator, 'name' | 'op' | 'value' | 'max' | 'unit' | 'approximate'>;

/** What is asked for, in a sentence that begins with 申请. */
export function wantedText(proposal: Proposal, task: Pick<TaskDetail, 'limits'>, today: Day): string {
  if (proposal.measures !== null)
    return words.measures(proposal.measures.unit.name, measuresText(proposal.measures.offered));
  const changes = proposedChanges(proposal, task, today);
  if (proposal.suspension !== null) {
    const [span, authority] = changes;
    return words.wantedSuspension(span?.to ?? '', authority?.to ?? '');
  }
  if (changes.length === 0) return words.plain(actName(proposal));
  return words.wanted(actName(proposal), changes.map(changeText).join(words.and));
}

/** What tells one request from another that waits beside it: 延期：时限“…”至 2021-12-31. Long words are cut: all of them stand below it. */
export function proposalName(proposal: Proposal, task: Pick<TaskDetail, 'limits'>, today: Day): string {
  if (proposal.measures !== null)
    return words.measures(proposal.measures.unit.name, measuresText(proposal.measures.offered));
  const act = actName(proposal);
  const changes = proposedChanges(proposal, withShortWords(task), today);
  const [first] = changes;
  if (first === undefined) return act;
  if (proposal.termination !== null) return act;
  if (proposal.suspension !== null) return words.name(act, first.to ?? '');
  if (proposal.extension !== null) return words.name(act, words.until(first.name, proposal.extension.to));
  return words.name(act, changes.length === 1 ? first.name : words.andMore(first.name, changes.length));
}

function withShortWords({ limits }: Pick<TaskDetail, 'limits'>): Pick<TaskDetail, 'limits'> {
  return { limits: limits.map((limit) => ({ ...limit, what: clip(limit.what, NAME_SHOWN) })) };
}

/** Characters of a limit's words in a name. */
const NAME_SHOWN = 18;

/** Who asks: the person, and the unit of the post; or the unit on whose word a person of the office recorded it. */
export function proposerName({ by, onBehalf }: Pick<Proposal, 'by' | 'onBehalf'>): string {
  if (by.unit === null) return by.name;
  if (onBehalf === null) return words.proposer(by.unit.name, by.name);
  const { saidBy, saidOn, how } = onBehalf;
  return words.recorded(by.unit.name, by.name, words.saidBy(saidBy, saidOn, WORDS.terms.onBehalfWays[how]));
}

/** 延期, 更正, 作废: the act that is asked for. */
export function actName({ act, word }: Pick<Proposal, 'act' | 'word'>): string {
  return act === 'task.extend' ? words.extension : word;
}

function changeText({ name, from, to }: ProposedChange): string {
  if (to === null) return words.removed(name, from ?? words.nothing);
  return from === null ? words.added(name, to) : words.changed(name, from, to);
}
