import { type Rules, type RuleVersions } from '#domain';
import { type CalendarSource } from './calendar-source';
import { type PolicySource } from './policy-source';

/** What commands are decided by: the rules that a thing has pinned, or those in force. */
export class RulesSource {
  constructor(
    private readonly calendars: CalendarSource,
    private readonly policies: PolicySource,
  ) {}

  /** The rules in force in a ledger, or (null) in the office. @throws what the log throws */
  async inForce(ledgerId: string | null): Promise<Rules> {
    return { calendar: await this.calendars.inForce(), policy: await this.policies.inForce(ledgerId) };
  }

  /** The rules of versions; null where one of them is not known. @throws what the log throws */
  async ofVersions({ calendar, policy }: RuleVersions): Promise<Rules | null> {
    const found = { calendar: await this.calendars.ofVersion(calendar), policy: await this.policies.ofVersion(policy) };
    return found.calendar && found.policy ? { calendar: found.calendar, policy: found.policy } : null;
  }
}
