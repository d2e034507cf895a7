import { type DynamicModule, Module } from '@nestjs/common';
import { APP_GUARD, Reflector } from '@nestjs/core';
import { Registry } from 'prom-client';
import { Accounts, ApiTokens, SeenMarks, Sessions } from '#identity';
import { HealthRegistry } from '#platform';
import { LiveReads, ProjectionRunner, ProjectionsModule } from '#projections';
import { type ProcessCore } from '#runtime';
import { API_CONTROLLERS } from './api-controllers';
import { AuthGuard } from './auth/auth.guard';
import { CallerResolver } from './auth/caller-resolver';
import { PermissionCheck } from './auth/permission-check';
import { LiveHub } from './live/live-hub';
import { CLOCK } from './tokens';

/** The HTTP side: controllers, and the guard before all of them. */
@Module({})
export class ApiModule {
  /** Builds the module on a process's core. @param callers shared with what is served beside the controllers */
  static on({ engine, foundation, health, metrics, projections }: ProcessCore, callers: CallerResolver): DynamicModule {
    const { store, identity, pool, clock, logger } = foundation;
    return {
      module: ApiModule,
      imports: [engine, ProjectionsModule.on({ store, pool, accounts: identity.accounts })],
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
        PermissionCheck,
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
