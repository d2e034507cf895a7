import { type DynamicModule } from '@nestjs/common';
import { EngineModule } from '#engine';
import { type Foundation } from '../foundation/foundation';
import { LedgerStaff } from './ledger-staff';

/** The engine on what every process stands on. */
export function engineOn({ store, pool, clock, logger, identity }: Foundation): DynamicModule {
  return EngineModule.on({ store, pool, clock, logger, staff: new LedgerStaff(pool, identity.accounts) });
}
