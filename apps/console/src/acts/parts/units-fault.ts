import { WORDS } from '../../words';

/** What is wrong with units before they are sent: none is lead and supporting at once. */
export function unitsFault(leads: readonly string[], supports: readonly string[]): string | null {
  return supports.some((unitId) => leads.includes(unitId)) ? WORDS.acts.unitTwice : null;
}
