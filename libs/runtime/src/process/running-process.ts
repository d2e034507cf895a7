import { type CommandBus } from '@nestjs/cqrs';
import { type ReactionRunner } from '#engine';
import { type HealthRegistry } from '#platform';
import { type ProjectionRunner } from '#projections';
import { type ProcessRole } from './process-core';

/** A process whose parts are open: what {@link StartSteps} needs of it to say what is lacking until it is ready. */
export interface RunningProcess {
  readonly role: ProcessRole;
  readonly bus: CommandBus;
  readonly projections: ProjectionRunner;
  readonly health: HealthRegistry;
  /** The part that runs reactions; null in a process with the role `api`. */
  readonly worker: { readonly reactions: ReactionRunner } | null;
}
