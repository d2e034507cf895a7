import { Body, Controller, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type PolicyPreview, policyPreviewInput, policyPreviewSchema } from '#contracts';
import { CalendarSource } from '#engine';
import { type Clock } from '#platform';
import { findPostsInTheWay, previewPolicy, ReadModels } from '#projections';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { checked } from '../errors/invalid-request';
import { Documented } from '../openapi/documented';
import { CLOCK } from '../tokens';

/** What rules would bring about today, before they are published for open tasks too. Changes nothing. */
@ApiTags('办理规则')
@Controller('policies')
export class PolicyPreviewController {
  constructor(
    private readonly calendars: CalendarSource,
    private readonly models: ReadModels,
    private readonly permissions: PermissionCheck,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('preview')
  @Documented({
    operation: 'policy.preview',
    summary: '试算一版办理规则今天会带来的提醒和升级、不相容的岗位，不作任何改动',
    body: policyPreviewInput,
    answer: policyPreviewSchema,
  })
  async preview(@CurrentCaller() caller: Caller, @Body() body: unknown): Promise<PolicyPreview> {
    await this.permissions.require(caller, 'policy.preview');
    const asked = checked(policyPreviewInput, body);
    const now = this.clock.now().toISOString();
    const effect = await previewPolicy(this.models, asked, { now, calendar: await this.calendars.lastKnown() });
    return { ...effect, inTheWay: await findPostsInTheWay(this.models, asked.content.protectionLevel) };
  }
}
