import { type Actor, chargeOf, type Post, type Sight, sightOf } from '#domain';
import { type InboxAudience } from '#projections';
import { type LedgerPlace, type MovedTask } from './live-news';

/** Units with all units below them. */
export type UnitsBelow = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Decides which notices a signed-in person may receive. It applies the rules by which the queries filter, but to posts in memory,
 * for all open pages at once.
 */
export class LiveSubscriber {
  private readonly reading: readonly Sight[];
  private readonly listing: readonly Sight[];
  private readonly posts: readonly Post[];

  constructor(actor: Actor) {
    this.posts = actor.posts;
    this.reading = sightOf(actor, 'task.read');
    this.listing = sightOf(actor, 'task.list');
  }

  /** Units whose units below have to be loaded before the questions below are asked. */
  get roots(): readonly string[] {
    const ofSights = [...this.reading, ...this.listing].flatMap((sight) =>
      sight.kind === 'unit' && sight.below ? [sight.unitId] : [],
    );
    return [...ofSights, ...this.posts.flatMap((post) => (post.role === 'leader' ? chargeOf(post) : []))];
  }

  /** True when the person may open the task. */
  mayRead(task: Omit<MovedTask, 'revision'>, below: UnitsBelow): boolean {
    return this.reading.some((sight) => reachesTask(sight, task, below));
  }

  /** True when the task is in the person's lists. */
  mayList(task: MovedTask, below: UnitsBelow): boolean {
    return this.listing.some((sight) => reachesTask(sight, task, below));
  }

  /** True when the person sees the whole ledger. */
  seesLedger(ledger: LedgerPlace): boolean {
    return this.listing.some((sight) => sight.kind === 'ledger' && reachesLedger(sight.ledgerId, ledger));
  }

  /** True when an inbox entry is for one of the posts. A leader also receives the entries of the units in their charge. */
  isAddressed({ role, unitId, ...ledger }: InboxAudience & LedgerPlace, below: UnitsBelow): boolean {
    return this.posts.some(
      (post) =>
        post.role === role && reachesLedger(post.ledgerId, ledger) && (unitId === null || isAbove(post, unitId, below)),
    );
  }
}

/** True for a unit of the post; of a leader for those in their charge. */
function isAbove(post: Post, unitId: string, below: UnitsBelow): boolean {
  if (post.role !== 'leader') return post.unitId === unitId;
  return chargeOf(post).some((each) => unitsOf(each, true, below).has(unitId));
}

function reachesTask(sight: Sight, task: Omit<MovedTask, 'revision'>, below: UnitsBelow): boolean {
  if (sight.kind === 'register' || !reachesLedger(sight.ledgerId, task)) return false;
  if (sight.kind === 'ledger') return true;
  // Their page learns of it when it is opened: what waits by name is told by the inbox.
  if (sight.kind === 'named') return false;
  const units = unitsOf(sight.unitId, sight.below, below);
  return task.unitIds.some((unitId) => units.has(unitId));
}

/** `own: null` means all ledgers except those for practice. */
function reachesLedger(own: string | null, { ledgerId, practice }: LedgerPlace): boolean {
  return own === null ? !practice : own === ledgerId;
}

function unitsOf(unitId: string, withBelow: boolean, below: UnitsBelow): ReadonlySet<string> {
  return (withBelow ? below.get(unitId) : undefined) ?? new Set([unitId]);
}
