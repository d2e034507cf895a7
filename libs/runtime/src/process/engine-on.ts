import { type DynamicModule } from '@nestjs/common';
import { EngineModule, type StaffSource } from '#engine';
import { type Foundation } from '../foundation/foundation';
import { LedgerStaff } from './ledger-staff';

/** The engine on what every process stands on. @param staff shared with other parts of the process; left out, its own */
export function engineOn(
  { store, pool, clock, logger, identity }: Foundation,
  staff: StaffSource = new LedgerStaff(pool, identity.accounts),
): DynamicModule {
  return EngineModule.on({ store, pool, clock, logger, staff, accounts: identity.accounts });
}
