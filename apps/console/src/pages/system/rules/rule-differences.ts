import {
  type Clocks,
  clocksSchema,
  type Ladder,
  type LadderRung,
  type Listing,
  listingSchema,
  type PolicyContent,
} from '#domain';
import { actWord } from '../../../telling';
import { RULE_WORDS } from '../../../words/rules.words';
import { byDay, LADDERS } from './rule-draft';

const words = RULE_WORDS;
const say = words.difference;

/** What differs between two contents of the rules, one sentence each, in the order of the page; empty when nothing does. */
export function differences(before: PolicyContent, after: PolicyContent): readonly string[] {
  return [
    ...LADDERS.flatMap((name) =>
      ladderChanges(before.ladders[name], after.ladders[name]).map((what) => say.of(words.ladders[name], what)),
    ),
    ...clockChanges(before.clocks, after.clocks),
    ...listingChanges(before.listing, after.listing),
    ...lineChanges(words.parts.acceptance, before.acceptance, after.acceptance),
    ...lineChanges(words.parts.evidence, before.evidence, after.evidence),
    ...changed(words.parts.owed, words.owed[before.closing.owed], words.owed[after.closing.owed]),
    ...changed(words.parts.targets, words.targets[before.closing.targets], words.targets[after.closing.targets]),
    ...lineChanges(words.parts.secondPerson, before.secondPerson.map(actName), after.secondPerson.map(actName)),
    ...levelChange(before.protectionLevel, after.protectionLevel),
  ];
}

/** The word of an act that can take a second person. */
export function actName(type: string): string {
  return actWord(type) ?? type;
}

function changed(what: string, before: string, after: string): string[] {
  return before === after ? [] : [say.changed(what, before, after)];
}

/** A ledger's rules have no level, which is no change of it. */
function levelChange(before: PolicyContent['protectionLevel'], after: PolicyContent['protectionLevel']): string[] {
  if (before === null || after === null) return [];
  return changed(words.parts.protectionLevel, words.level(before), words.level(after));
}

function clockChanges(before: Clocks, after: Clocks): string[] {
  return clocksSchema
    .keyof()
    .options.flatMap((name) => changed(words.clock(name), clockText(name, before), clockText(name, after)));
}

function listingChanges(before: Listing, after: Listing): string[] {
  return listingSchema
    .keyof()
    .options.flatMap((name) => changed(words.listing(name), listingText(name, before), listingText(name, after)));
}

/** After how many climbs, with their unit. */
export function listingText(name: keyof Listing, listing: Listing): string {
  return `${listing[name]} ${words.times}`;
}

/** How long a clock runs, with its unit. */
export function clockText(name: keyof Clocks, clocks: Clocks): string {
  return `${clocks[name]} ${name === 'reviewMonths' ? words.months : words.workingDays}`;
}

function lineChanges(what: string, before: readonly string[], after: readonly string[]): string[] {
  const gone = before.filter((line) => !after.includes(line)).map((line) => say.removed(say.line(line)));
  const come = after.filter((line) => !before.includes(line)).map((line) => say.added(say.line(line)));
  const all = [...gone, ...come];
  if (all.length === 0 && before.join('\n') !== after.join('\n')) {
    return [say.changed(what, before.join(words.and), after.join(words.and))];
  }
  return all.map((each) => say.of(what, each));
}

function ladderChanges(before: Ladder, after: Ladder): string[] {
  const pairs = pairsOf(before.rungs, after.rungs);
  return [...pairs.flatMap(rungChange), ...changed(words.noticesTitle, noticesText(before), noticesText(after))];
}

type Pair = readonly [LadderRung | null, LadderRung | null];

/** Rungs of the same kind are the same rung, the nearest by their order, once those that are alike are set aside. */
function pairsOf(before: readonly LadderRung[], after: readonly LadderRung[]): readonly Pair[] {
  const kinds = [...new Set([...byDay(before), ...byDay(after)].map(({ kind }) => kind))];
  return kinds.flatMap((kind): readonly Pair[] => {
    const old = byDay(before).filter((rung) => rung.kind === kind && !after.some((other) => isAlike(rung, other)));
    const fresh = byDay(after).filter((rung) => rung.kind === kind && !before.some((other) => isAlike(rung, other)));
    return Array.from({ length: Math.max(old.length, fresh.length) }, (_, at) => [old[at] ?? null, fresh[at] ?? null]);
  });
}

function isAlike(one: LadderRung, other: LadderRung): boolean {
  return one.kind === other.kind && rungText(one) === rungText(other);
}

function rungChange([before, after]: Pair): string[] {
  if (before === null) return after === null ? [] : [say.added(rungText(after))];
  if (after === null) return [say.removed(rungText(before))];
  const kind = words.kinds[before.kind];
  const named = say.named(kind, dayText(after));
  return [
    ...changed(kind, dayText(before), dayText(after)),
    ...changed(say.at(named), before.at, after.at),
    ...changed(say.told(named), toldText(before.told), toldText(after.told)),
  ];
}

/** When a rung is due, in words. */
export function dayText({ kind, offsetWorkingDays }: Pick<LadderRung, 'kind' | 'offsetWorkingDays'>): string {
  return words.rungDay(kind, Math.abs(offsetWorkingDays));
}

/** Who is told, always in the same order. */
export function toldText(told: LadderRung['told']): string {
  return Object.entries(words.recipients)
    .filter(([recipient]) => told.some((each) => each === recipient))
    .map(([, word]) => word)
    .join(words.and);
}

function rungText(rung: LadderRung): string {
  return say.rung(words.kinds[rung.kind], dayText(rung), rung.at, toldText(rung.told));
}

/** What is told again and again, in words. */
export function noticesText({ notices }: Ladder): string {
  return notices === null ? words.none : say.notices(notices.from, notices.every, notices.at, toldText(notices.told));
}
