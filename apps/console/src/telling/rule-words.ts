import { EVENT_WORDS } from '../words/events.words';

const words = EVENT_WORDS.values;

/** What the ids of rungs say: their kind and working days, as the page of the rules makes them. */
const RUNG = /^(?<kind>remind|due|urge|escalate|propose|notice)(?:-(?<days>\d+))?(?:-\d+)?$/u;
const VERSION = /^(?<scope>office|default|[0-9a-f-]{36})-(?<number>\d+)$/u;

/** When a rung is due, in words; an id that another program gave stands for itself. */
export function rungWord(rungId: string): string {
  const { kind = '', days = '' } = RUNG.exec(rungId)?.groups ?? {};
  return kind === '' || (kind !== 'due' && days === '') ? rungId : words.rungDay(kind, days);
}

/** A version of the rules in words: whose it is and which. The office begins with what the program brings along, its first. */
export function policyVersionWord(version: string): string {
  const { scope = '', number = '' } = VERSION.exec(version)?.groups ?? {};
  if (scope === '') return version;
  return words.policyVersions[scope.length === 36 ? 'ledger' : 'office'](number);
}
