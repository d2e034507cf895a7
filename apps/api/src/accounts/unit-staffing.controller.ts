import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listUnitStaffingParameters, type UnitStaffing, unitStaffingSchema } from '#contracts';
import { Accounts } from '#identity';
import { ProjectionRunner, ReadModels, unitPosts } from '#projections';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { checked } from '../errors/invalid-request';
import { Documented } from '../openapi/documented';
import { areaOf } from '../openapi/area-words';
import { afterParameter, waitForWrites } from '../queries/own-writes';
import { staffingOfUnits } from './unit-staffing';

const PATH = 'unit-staffing';
const staffingQuery = listUnitStaffingParameters.extend({ after: afterParameter });

/**
 * In which units somebody can act. A query of its own, for posts are events and accounts are none: assigning to a unit in which nobody can
 * act was answered without a word (0.1).
 */
@ApiTags(areaOf(PATH))
@Controller()
export class UnitStaffingController {
  constructor(
    private readonly accounts: Accounts,
    private readonly permissions: PermissionCheck,
    private readonly projections: ProjectionRunner,
    private readonly models: ReadModels,
  ) {}

  @Get(PATH)
  @Documented({
    operation: 'unit-staffing.list',
    summary: '有可登录办理人员的单位',
    query: staffingQuery,
    answer: unitStaffingSchema,
  })
  async list(@CurrentCaller() caller: Caller, @Query() query: unknown): Promise<UnitStaffing> {
    await this.permissions.require(caller, 'unit-staffing.list');
    const { ledgerId = null, after } = checked(staffingQuery, query);
    await waitForWrites(this.projections, ['posts', 'ledgers'], after);
    const posts = await unitPosts(this.models.pool, ledgerId);
    const enabled = await this.accounts.enabledAmong(posts.map(({ accountId }) => accountId));
    return { units: staffingOfUnits(posts, enabled) };
  }
}
