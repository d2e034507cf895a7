import { type Type } from '@nestjs/common';
import { AccountsController } from './accounts/accounts.controller';
import { PostGapsController } from './accounts/post-gaps.controller';
import { UnitStaffingController } from './accounts/unit-staffing.controller';
import { AuthController } from './auth/auth.controller';
import { MeController } from './auth/me.controller';
import { TokensController } from './auth/tokens.controller';
import { COMMAND_CONTROLLERS } from './commands/command.controller';
import { CreateUnitsController } from './commands/create-units.controller';
import { DocumentsController } from './documents/documents.controller';
import { EvidenceController } from './evidence/evidence.controller';
import { LiveController } from './live/live.controller';
import { QUERY_CONTROLLERS } from './queries/query.controller';
import { CalendarController } from './system/calendar.controller';
import { HealthController } from './system/health.controller';
import { PolicyPreviewController } from './system/policy-preview.controller';
import { SystemController } from './system/system.controller';

/** Every controller of the API: what is served and what is documented. */
export const API_CONTROLLERS: readonly Type[] = [
  ...COMMAND_CONTROLLERS,
  ...QUERY_CONTROLLERS,
  CreateUnitsController,
  AuthController,
  MeController,
  TokensController,
  AccountsController,
  UnitStaffingController,
  PostGapsController,
  EvidenceController,
  DocumentsController,
  LiveController,
  CalendarController,
  PolicyPreviewController,
  SystemController,
  HealthController,
];
