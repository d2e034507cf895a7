import { type HeldPost } from '../account/account.state';
import { type CompiledCalendar } from '../calendar';
import { type LedgerNumberKind } from '../ledger/ledger-numbers';
import { type Policy, type RuleVersions } from '../policy';
import { type ActedBy } from './actor';
import { type Staff } from './staff';

/** What an act must know of other streams and stores. Left-out parts are not asked for. */
export interface Needs {
  /** Units that must exist. */
  readonly units?: readonly string[];
  /** Units of which it must be known which stand above them. */
  readonly lineageOf?: readonly string[];
  /** Files that must be in the store, by the hash of their content. */
  readonly files?: readonly string[];
  /** In which units the acting person holds posts, the one aside under which they act; and which units' own work they do in the ledger. */
  readonly ownPosts?: true;
  /** The ledger whose code, prefix and kind count. */
  readonly ledgerId?: string;
  /** The ledger of which it must be known whether a task in it was closed. */
  readonly closingsOf?: string;
  /** The task for which a closing number is reserved, with the ledger whose series it is from. */
  readonly numberFor?: { readonly ledgerId: string; readonly taskId: string };
  /** Rules whose content is asked for: those of some versions, or those in force in the ledger that is asked for. */
  readonly rules?: RuleVersions | 'in-force';
  /** Codes and closing prefixes of which it must be known whose they are, for the ledger that wants them. */
  readonly ledgerNumbers?: { readonly ledgerId: string; readonly numbers: readonly LedgerNumber[] };
  /** The people of a ledger, and which units stand above some. */
  readonly staff?: { readonly ledgerId: string; readonly units: readonly string[] };
  /** Whether it must be known which administrators can act, and who was kept from it. */
  readonly administrators?: boolean;
  /** Whether it must be known that this very command has begun the departure of an administrator. */
  readonly departure?: boolean;
  /** Whether the posts of all who hold one of the three administrators' must be known. */
  readonly administratorPosts?: boolean;
  /** What the acting person sees and stands by; the record keeps its digest. */
  readonly seen?: object;
}

/** A code or closing prefix as it is written. */
export interface LedgerNumber {
  readonly kind: LedgerNumberKind;
  readonly number: string;
}

/** Whose a code or closing prefix is, for a ledger that wants it. */
export interface LedgerNumberStanding extends LedgerNumber {
  /** The name of another ledger that has it, or is being set up with it; null when it is free or the asking ledger's own. */
  readonly takenBy: string | null;
  /** True when the asking ledger may begin with it. */
  readonly claimed: boolean;
}

/** Somebody who can sign in, with a post in earnest by which accounts and posts are managed. */
export interface Administrator {
  readonly accountId: string;
  readonly role: (typeof ADMINISTRATORS)[number];
}

/** The roles by which accounts and posts are managed. */
export const ADMINISTRATORS = ['system-administrator', 'security-administrator'] as const;

/** What kept somebody from acting as an administrator. */
export interface TakenOut {
  readonly accountId: string;
  readonly how: 'revoked' | 'disabled' | 'reset';
  /** The account that did it. */
  readonly by: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** A ledger as the acts of other aggregates know it. */
export interface LedgerFacts {
  /** Letters and digits that the numbers of its tasks begin with. */
  readonly code: string;
  /** What its closing numbers begin with. */
  readonly closingPrefix: string;
  /** The account whose practice ledger it is; null for a ledger in earnest. */
  readonly practiceOf: string | null;
}

/** What tasks are decided and planned by. */
export interface Rules {
  readonly calendar: CompiledCalendar;
  readonly policy: Policy;
}

/** What was found out for an act's {@link Needs}. */
export interface Facts {
  /** Of the units asked for, those that exist. */
  readonly knownUnits: ReadonlySet<string>;
  /** Of the units asked for: each with itself and all above it. */
  readonly lineage: ReadonlyMap<string, readonly string[]>;
  /** Of the files asked for, those in the store. */
  readonly knownFiles: ReadonlySet<string>;
  /** Every unit in which the acting person holds a post in earnest; empty when it was not asked for. */
  readonly postedIn: ReadonlySet<string>;
  /** Every unit for which they report or which they head in the ledger that was asked for; empty when it was not. */
  readonly actsFor: ReadonlySet<string>;
  /** Null when the ledger does not exist or was not asked for. */
  readonly ledger: LedgerFacts | null;
  /** Null when one of the versions is not known, or none was asked for. */
  readonly rules: Rules | null;
  /** The closing number that this very command has reserved, with the day of the closing; null when there is none. */
  readonly reserved: { readonly number: string; readonly on: string } | null;
  /** True when a task of the ledger asked for was closed, or is being closed. */
  readonly closingsBegun: boolean;
  /** Whose the codes and closing prefixes asked for are, in their order. */
  readonly ledgerNumbers: readonly LedgerNumberStanding[];
  /** Nobody when no people were asked for. */
  readonly staff: Staff;
  /** The administrators who can act, once for each of these roles; none when they were not asked for. */
  readonly administrators: readonly Administrator[];
  /** What ever kept those from it who hold or held one of these roles; nothing when they were not asked for. */
  readonly takenOut: readonly TakenOut[];
  /** True when this very command has begun the departure of an administrator, which has not ended. */
  readonly departing: boolean;
  /** All posts of each account that holds one of the three administrators', whether it can sign in or not; none when they were not asked for. */
  readonly administratorPosts: readonly (readonly HeldPost[])[];
  /** SHA-256 (hex) of what was seen, as canonical JSON; null when it was not asked for. */
  readonly digest: string | null;
}

/** What a decision may know besides the state: all of it comes in as values. */
export interface Circumstances {
  /** The server's clock, ISO 8601 UTC. */
  readonly now: string;
  /** The day in Asia/Shanghai at `now`. */
  readonly today: string;
  /** The day on which it was asked for, where that was another one: an act waited for its approval, or a unit gave word before the office recorded it. */
  readonly askedOn?: string;
  /** The id of the thing that is decided about, also before it has begun. */
  readonly id: string;
  readonly actor: ActedBy;
  /** The units that the post under which they act reaches with all below them. */
  readonly charge: readonly string[];
  readonly calendar: CompiledCalendar;
  /** That of the versions which the thing has pinned, as the calendar; in force where it has pinned none. */
  readonly policy: Policy;
  /** An id for something new inside the aggregate. It follows from the command, so that a repetition names the same one. Worked out when it is asked for: few commands do. */
  readonly newId: () => string;
  readonly facts: Facts;
}

/** True when a ledger is for practice: one person plays every role in it, so nobody is kept from the next step. */
export function isPractice({ ledger }: Pick<Facts, 'ledger'>): boolean {
  return ledger !== null && ledger.practiceOf !== null;
}

/** True when a unit is another one, or stands below it. Only known of units whose lineage was asked for. */
export function isBelow(unitId: string, other: string | null, { lineage }: Pick<Facts, 'lineage'>): boolean {
  return other !== null && (lineage.get(unitId) ?? []).includes(other);
}
