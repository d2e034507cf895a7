import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listPostGapsParameters, postChangeInput, type PostGaps, postGapsSchema } from '#contracts';
import { roleSchema } from '#domain';
import { Accounts } from '#identity';
import { findPostGaps, type PostIn, postsIn, ProjectionRunner, ReadModels } from '#projections';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { checked } from '../errors/invalid-request';
import { areaOf } from '../openapi/area-words';
import { Documented } from '../openapi/documented';
import { afterParameter, waitForWrites } from '../queries/own-writes';
import { peopleOf, postsAfter } from './able-people';

const PATH = 'post-gaps';
const gapsQuery = listPostGapsParameters.extend({ after: afterParameter });

/**
 * Which posts are missing for tasks to reach their end, and what a grant, a revocation or a disabling would leave without anybody able. A
 * controller of its own, for posts are events and accounts are none.
 */
@ApiTags(areaOf(PATH))
@Controller(PATH)
export class PostGapsController {
  constructor(
    private readonly accounts: Accounts,
    private readonly permissions: PermissionCheck,
    private readonly projections: ProjectionRunner,
    private readonly models: ReadModels,
  ) {}

  @Get()
  @Documented({
    operation: 'post-gap.list',
    summary: '任务办到销号还缺哪些岗位，哪些在办任务已无人可核验或签批',
    query: gapsQuery,
    answer: postGapsSchema,
  })
  async list(@CurrentCaller() caller: Caller, @Query() query: unknown): Promise<PostGaps> {
    await this.permissions.require(caller, 'post-gap.list');
    const { after } = checked(gapsQuery, query);
    await waitForWrites(this.projections, ['posts', 'ledgers', 'tasks'], after);
    return findPostGaps(this.models, { people: peopleOf(await this.enabledPosts()), before: null });
  }

  @Post('preview')
  @Documented({
    operation: 'post-gap.preview',
    summary: '试算授予、撤销岗位或停用账号后新缺的岗位和无人可办的在办任务，不作任何改动',
    body: postChangeInput,
    answer: postGapsSchema,
  })
  async preview(@CurrentCaller() caller: Caller, @Body() body: unknown): Promise<PostGaps> {
    await this.permissions.require(caller, 'post-gap.preview');
    const change = checked(postChangeInput, body);
    const posts = await this.enabledPosts();
    return findPostGaps(this.models, { people: peopleOf(postsAfter(posts, change)), before: peopleOf(posts) });
  }

  /** The posts in earnest of those who can sign in. */
  private async enabledPosts(): Promise<readonly PostIn[]> {
    const posts = await postsIn(this.models.pool, null, roleSchema.options);
    const enabled = await this.accounts.enabledAmong(posts.map(({ accountId }) => accountId));
    return posts.filter(({ accountId }) => enabled.has(accountId));
  }
}
