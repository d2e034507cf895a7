import { dayInShanghai } from '#domain';
import { type Problem } from '../../api/problem';
import { useMe } from '../../app/session';
import { useLedgerChoice } from '../../app/ledger-choice';
import { type KnownUnit } from '../../people/check-people';
import { useRegister } from '../../people/use-register';
import { START_WORDS } from '../../words/start.words';
import { isPublished } from '../../calendar/calendar-edit';
import { useCalendarYear } from '../../calendar/use-calendar';
import { type Standing } from './start-progress';

const LATER = 'taizhang.start-later';

/** What is there of the office. */
export interface OfficeStanding {
  readonly standing: Standing;
  /** Units besides the administrators' own and those for practice. */
  readonly offices: readonly KnownUnit[];
  /** The unit of the given name that stands at the top, if it is there. */
  readonly topId: string | null;
  readonly loaded: boolean;
  readonly problem: Problem | null;
}

/** Asks what is there. @param top the name of the unit at the top, as typed */
export function useStanding(top = ''): OfficeStanding {
  const me = useMe();
  const register = useRegister();
  const { ledgers } = useLedgerChoice();
  const thisYear = Number(dayInShanghai(Date.now()).slice(0, 4));
  const { inForce } = useCalendarYear(thisYear);
  const offices = register.units.filter(({ path }) => path !== START_WORDS.administration);
  const topUnit = offices.find(({ path }) => path === top.trim());
  const standing: Standing = {
    units: offices.length,
    calendarSettled: inForce !== null && isPublished(inForce.version),
    otherAccounts: register.accounts.filter(({ accountId }) => accountId !== me.accountId).length,
    tasks: ledgers.filter(({ practice }) => !practice).reduce((sum, { total }) => sum + total, 0),
  };
  return { standing, offices, topId: topUnit?.unitId ?? null, loaded: register.loaded, problem: register.problem };
}

/** The person has other things to do: the first hour does not show itself again until the browser is opened anew. */
export function postponeStart(): void {
  sessionStorage.setItem(LATER, '1');
}

/** True when the person has put it off. */
export function isStartPostponed(): boolean {
  return sessionStorage.getItem(LATER) !== null;
}
