import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { healthReportSchema } from '#contracts';
import { HealthRegistry, type HealthReport } from '#platform';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { Documented } from '../openapi/documented';

/** How the running system is, for those who look after it. */
@ApiTags('系统')
@Controller('system')
export class SystemController {
  constructor(
    private readonly health: HealthRegistry,
    private readonly permissions: PermissionCheck,
  ) {}

  @Get('health')
  @Documented({ operation: 'health.read', summary: '本进程各部分是否正常', answer: healthReportSchema })
  async read(@CurrentCaller() caller: Caller): Promise<HealthReport> {
    await this.permissions.require(caller, 'health.read');
    return this.health.report();
  }
}
