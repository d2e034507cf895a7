import { type Actor, chargeOf, type Post } from '../shared/actor';
import { type Scope } from '../shared/grant';
import { type Reach } from '../shared/reach';
import { reject, type Rejection } from '../shared/rejection';
import { grantsOf, type Operation } from './permission.table';

/** The actor's posts that permit the operation on what it touches, in the order in which they were granted. */
export function permittingPosts(actor: Actor, operation: Operation, reach: Reach): readonly Post[] {
  const grants = grantsOf(operation);
  return actor.posts.filter((post) =>
    grants.some(([role, scope]) => post.role === role && reaches(post, scope, reach)),
  );
}

/** The first of them; null when there is none. */
export function permittingPost(actor: Actor, operation: Operation, reach: Reach): Post | null {
  return permittingPosts(actor, operation, reach)[0] ?? null;
}

/** True when the operation's permission depends on the units above the task's, which then have to be looked up. */
export function needsLineage(operation: Operation): boolean {
  return grantsOf(operation).some(([, scope]) => scope === 'units-below');
}

/** The refusal of every operation that none of the actor's posts permits. */
export const PERMISSION_DENIED: Rejection = reject(
  'PERMISSION.DENIED',
  '您的岗位不能办理此事项，请联系管理员或由有权限的人员办理。',
);

/**
 * One area that an actor may see through an operation; queries filter by it. `unit` is the tasks of a unit, `below` with those
 * of the units below it; `named` is the tasks of which something waits for the post by name. `ledgerId: null` means all ledgers except
 * those for practice.
 */
export type Sight =
  | { readonly kind: 'ledger'; readonly ledgerId: string | null }
  | { readonly kind: 'register' }
  | { readonly kind: 'named'; readonly ledgerId: string | null; readonly postId: string }
  | { readonly kind: 'unit'; readonly ledgerId: string | null; readonly unitId: string; readonly below: boolean };

/** Every area that an actor may see through an operation, from all of the actor's posts. */
export function sightOf(actor: Actor, operation: Operation): Sight[] {
  const grants = grantsOf(operation);
  return actor.posts.flatMap((post) =>
    grants.filter(([role]) => role === post.role).flatMap(([, scope]) => sightOfPost(post, scope)),
  );
}

function sightOfPost(post: Post, scope: Scope): Sight[] {
  const { ledgerId, unitId, postId, practice = false } = post;
  switch (scope) {
    case 'own-unit':
      return [{ kind: 'unit', ledgerId, unitId, below: false }];
    case 'units-below':
      return [
        ...chargeOf(post).map((each) => ({ kind: 'unit', ledgerId, unitId: each, below: true }) as const),
        // A measure against a unit that is in nobody's charge goes to the office's leader, who must read what it is about.
        ...(post.role === 'leader' ? [{ kind: 'named', ledgerId, postId } as const] : []),
      ];
    case 'ledger':
    case 'any-or-practice':
      return [{ kind: 'ledger', ledgerId }];
    case 'any':
      return practice ? [] : [{ kind: 'ledger', ledgerId }];
    case 'register':
      return practice ? [] : [{ kind: 'register' }];
    case 'log':
      return [{ kind: 'ledger', ledgerId }, ...(ledgerId === null ? [{ kind: 'register' } as const] : [])];
    case 'all':
      return ledgerId === null ? [{ kind: 'ledger', ledgerId }] : [];
  }
}

function reaches(post: Post, scope: Scope, reach: Reach): boolean {
  const { practice = false } = post;
  const inLedger = reachesLedger(post, reach);
  switch (scope) {
    case 'any':
      return !practice;
    case 'any-or-practice':
      return true;
    case 'all':
      return post.ledgerId === null;
    case 'ledger':
    case 'log':
      return inLedger;
    case 'register':
      return !practice && (reach.ledgerId ?? null) === null;
    case 'own-unit':
      return inLedger && [...(reach.leadUnitIds ?? []), ...(reach.supportUnitIds ?? [])].includes(post.unitId);
    case 'units-below':
      return inLedger && chargeOf(post).some((unitId) => (reach.lineage ?? []).includes(unitId));
  }
}

/**
 * A post for practice reaches its own ledger only, and no other post reaches a practice ledger. Any other ledger is reached by its
 * own posts and by posts without a ledger.
 */
function reachesLedger({ ledgerId, practice = false }: Post, reach: Reach): boolean {
  if (practice || reach.practice) return practice && reach.practice === true && ledgerId === reach.ledgerId;
  return ledgerId === null || ledgerId === reach.ledgerId;
}
