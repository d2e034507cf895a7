import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { Registry } from 'prom-client';
import { healthReportSchema, liveSchema } from '#contracts';
import { HealthRegistry, type HealthReport } from '#platform';
import { Public } from '../auth/public';
import { Documented } from '../openapi/documented';

/** Liveness, readiness and metrics of the process. For machines; contains nothing of the ledgers. */
@ApiTags('系统')
@Public()
@Controller()
export class HealthController {
  constructor(
    private readonly health: HealthRegistry,
    @Inject(Registry) private readonly metrics: Registry,
  ) {}

  @Get('health/live')
  @Documented({ operation: 'process.live', summary: '进程存活', answer: liveSchema })
  live(): { readonly live: true } {
    return { live: true };
  }

  @Get('health/ready')
  @Documented({ operation: 'process.ready', summary: '可以提供服务', answer: healthReportSchema })
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthReport> {
    const report = await this.health.report();
    void reply.status(report.ready ? 200 : 503);
    return report;
  }

  @Get('metrics')
  @Documented({ operation: 'process.metrics', summary: '运行指标', answersFile: 'text/plain' })
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    void reply.header('content-type', this.metrics.contentType);
    return this.metrics.metrics();
  }
}
