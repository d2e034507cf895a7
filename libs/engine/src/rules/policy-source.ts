import { DEFAULT_POLICY, type Policy, policyIdentity, type PolicyState } from '#domain';
import { derivedId } from '../command/derived-id';
import { type States } from '../state/states';
import { PublishedStreams } from './published-stream';

/** The id of the stream of a ledger's own policy, or (null) of the office's. */
export function policyIdOf(ledgerId: string | null): string {
  return derivedId('policy', ...policyIdentity(ledgerId));
}

const OFFICE = policyIdOf(null);

/** What a version is called: the ledger that it is of, or the office, and its number. */
const NAME = /^(?<scope>.+)-\d+$/u;
const LEDGER = /^[0-9a-f-]{36}$/u;

/** Policies by version and in force: those that a ledger or the office has published; before any was, what the program brings along. */
export class PolicySource {
  private readonly streams: PublishedStreams<'policy'>;
  private readonly versions = new Map<string, Policy>();

  /** @param now milliseconds that only grow; a parameter for tests */
  constructor(states: States, now: () => number = () => performance.now()) {
    this.streams = new PublishedStreams(states, 'policy', now);
  }

  /** Forgets what was published, as far as it was read. */
  forget(): void {
    this.versions.clear();
    this.streams.forget();
  }

  /** The policy in force now, of a ledger or (null) of the office, to decide by. @throws what the log throws */
  async inForce(ledgerId: string | null): Promise<Policy> {
    const own = ledgerId === null ? null : await this.streams.inForce(policyIdOf(ledgerId));
    return lastOf(own) ?? lastOf(await this.streams.inForce(OFFICE)) ?? DEFAULT_POLICY;
  }

  /** The policy of a version that an event has pinned; undefined where it is not known. */
  async ofVersion(version: string): Promise<Policy | undefined> {
    const kept = this.versions.get(version);
    if (kept) return kept;
    const scope = NAME.exec(version)?.groups?.['scope'] ?? '';
    const ofLedger = LEDGER.test(scope);
    const state = await this.streams.fresh(ofLedger ? policyIdOf(scope) : OFFICE);
    // What the log says of a version counts, whatever this program would bring along.
    const published = [...(ofLedger ? [] : [DEFAULT_POLICY]), ...(state?.published ?? [])];
    for (const each of published) this.versions.set(each.version, each);
    return this.versions.get(version);
  }
}

function lastOf(state: PolicyState | null): Policy | undefined {
  return state?.published.at(-1);
}
