import { type DynamicModule, Module } from '@nestjs/common';
import { Registry } from 'prom-client';
import { HealthRegistry } from '#platform';
import { HealthController } from './system/health.controller';

/** What a worker answers over HTTP: whether it lives, whether it works, and its figures. */
@Module({})
export class HealthModule {
  static on(imports: readonly DynamicModule[], health: HealthRegistry, metrics: Registry): DynamicModule {
    return {
      module: HealthModule,
      imports: [...imports],
      controllers: [HealthController],
      providers: [
        { provide: HealthRegistry, useValue: health },
        { provide: Registry, useValue: metrics },
      ],
    };
  }
}
