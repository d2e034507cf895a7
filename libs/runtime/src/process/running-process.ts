import { type CommandBus } from '@nestjs/cqrs';
import { type ReactionRunner } from '#engine';
import { type HealthRegistry } from '#platform';
import { type ProjectionRunner } from '#projections';
import { type ProcessRole } from './process-core';

/** A process whose parts have been opened, as far as readiness looks at it. */
export interface RunningProcess {
  readonly role: ProcessRole;
  readonly bus: CommandBus;
  readonly projections: ProjectionRunner;
  readonly health: HealthRegistry;
  /** The part that follows the log, with its reactions; null for an api process. */
  readonly worker: { readonly reactions: ReactionRunner } | null;
}
