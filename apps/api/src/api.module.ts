import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { type Pool } from 'pg';
import { Registry } from 'prom-client';
import { Accounts, ApiTokens, type Identity, SeenMarks, Sessions } from '#identity';
import { type EventStore } from '#event-store';
import { type Clock, HealthRegistry, type Logger } from '#platform';
import { LiveReads, ProjectionRunner } from '#projections';
import { API_CONTROLLERS } from './api-controllers';
import { AuthGuard } from './auth/auth.guard';
import { CallerResolver } from './auth/caller-resolver';
import { LiveHub } from './live/live-hub';
import { CLOCK } from './tokens';

/** What the API stands on. */
export interface ApiOptions {
  /** Modules whose exports the controllers use: engine and projections. */
  readonly imports: readonly DynamicModule[];
  readonly store: EventStore;
  readonly identity: Identity;
  readonly callers: CallerResolver;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly health: HealthRegistry;
  readonly metrics: Registry;
  /** Tells when a projection has reached a position, whichever process runs it. */
  readonly projections: ProjectionRunner;
}

/** The HTTP side: controllers, and the guard before all of them. */
@Module({})
export class ApiModule {
  static on(options: ApiOptions): DynamicModule {
    const { imports, store, identity, callers, pool, clock, logger, health, metrics, projections } = options;
    return {
      module: ApiModule,
      imports: [...imports],
      controllers: [...API_CONTROLLERS],
      providers: [
        { provide: CLOCK, useValue: clock },
        { provide: HealthRegistry, useValue: health },
        { provide: Registry, useValue: metrics },
        { provide: ProjectionRunner, useValue: projections },
        { provide: Accounts, useValue: identity.accounts },
        { provide: Sessions, useValue: identity.sessions },
        { provide: SeenMarks, useValue: identity.seenMarks },
        { provide: ApiTokens, useValue: identity.apiTokens },
        { provide: CallerResolver, useValue: callers },
        {
          provide: LiveHub,
          useFactory: () => new LiveHub({ store, reads: new LiveReads(pool), projections, logger }),
        },
        {
          provide: APP_GUARD,
          inject: [Reflector],
          useFactory: (reflector: Reflector) => new AuthGuard(reflector, callers),
        },
      ],
    };
  }
}
