import { type Actor, type Post } from '../shared/actor';
import { type Scope } from '../shared/grant';
import { type Reach } from '../shared/reach';
import { reject, type Rejection } from '../shared/rejection';
import { grantsOf, type Operation } from './permission.table';

/** The post under which an actor may do an operation, or null when none of the posts reaches that far. */
export function permittingPost(actor: Actor, operation: Operation, reach: Reach): Post | null {
  const grants = grantsOf(operation);
  return (
    actor.posts.find((post) => grants.some(([role, scope]) => post.role === role && reaches(post, scope, reach))) ??
    null
  );
}

/** Whether a permission line of an operation asks which units stand above a task's. */
export function asksForLineage(operation: Operation): boolean {
  return grantsOf(operation).some(([, scope]) => scope === 'units-below');
}

/** What everybody is told whom the table does not permit an operation. */
export const PERMISSION_DENIED: Rejection = reject(
  'PERMISSION.DENIED',
  '您的岗位不能办理此事项，请联系管理员或由有权限的人员办理。',
);

/**
 * What an actor may see through an operation, for the queries to filter by: parts of a ledger's tasks, or the register. Without
 * a ledger (null) all of them are meant but those for practice.
 */
export type Sight =
  | { readonly kind: 'ledger'; readonly ledgerId: string | null }
  | { readonly kind: 'register' }
  | { readonly kind: 'unit'; readonly ledgerId: string | null; readonly unitId: string; readonly below: boolean };

/** What an actor may see through an operation; empty when nothing. */
export function sightOf(actor: Actor, operation: Operation): Sight[] {
  const grants = grantsOf(operation);
  return actor.posts.flatMap((post) =>
    grants.filter(([role]) => role === post.role).flatMap(([, scope]) => sightOfPost(post, scope)),
  );
}

function sightOfPost({ ledgerId, unitId, practice = false }: Post, scope: Scope): Sight[] {
  switch (scope) {
    case 'lead-unit':
    case 'own-unit':
      return [{ kind: 'unit', ledgerId, unitId, below: false }];
    case 'units-below':
      return [{ kind: 'unit', ledgerId, unitId, below: true }];
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
    case 'lead-unit':
      return inLedger && (reach.leadUnitIds ?? []).includes(post.unitId);
    case 'own-unit':
      return inLedger && [...(reach.leadUnitIds ?? []), ...(reach.supportUnitIds ?? [])].includes(post.unitId);
    case 'units-below':
      return inLedger && (reach.lineage ?? []).includes(post.unitId);
  }
}

/** A post in earnest without a ledger reaches all of them, but never one for practice: that is for its own posts. */
function reachesLedger({ ledgerId, practice = false }: Post, reach: Reach): boolean {
  if (practice || reach.practice) return practice && reach.practice === true && ledgerId === reach.ledgerId;
  return ledgerId === null || ledgerId === reach.ledgerId;
}
