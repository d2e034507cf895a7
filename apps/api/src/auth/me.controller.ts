import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { markSeenBodySchema, meSchema, seenMarkSchema } from '#contracts';
import { type SeenMark, SeenMarks } from '#identity';
import { TaizhangError } from '#platform';
import { postsInWords, postsOf, ProjectionRunner, ReadModels } from '#projections';
import { checked } from '../errors/invalid-request';
import { Documented } from '../openapi/documented';
import { afterParameter, waitForWrites } from '../queries/own-writes';
import { type Caller, CurrentCaller } from './caller';
import { BeforePasswordChange } from './public';

const readQuerySchema = z.object({ after: afterParameter });

/** The tables that posts and their names are read from. */
const READ_FROM = ['posts', 'units', 'ledgers'];

/** What concerns nobody but the person who is signed in. */
@ApiTags('我的')
@Controller('me')
export class MeController {
  constructor(
    private readonly models: ReadModels,
    private readonly marks: SeenMarks,
    private readonly projections: ProjectionRunner,
  ) {}

  @BeforePasswordChange()
  @Get()
  @Documented({ operation: 'me.read', summary: '我的账号和岗位', query: readQuerySchema, answer: meSchema })
  async me(
    @CurrentCaller() { actor, loginName, mustChangePassword }: Caller,
    @Query() query: unknown,
  ): Promise<z.infer<typeof meSchema>> {
    const { after } = checked(readQuerySchema, query);
    await waitForWrites(this.projections, READ_FROM, after);
    const { accountId, name } = actor;
    // The caller's own posts may be those from before what was waited for.
    const posts = await postsInWords(this.models.pool, await postsOf(this.models.pool, accountId));
    return { accountId, loginName, displayName: name, mustChangePassword, posts };
  }

  @Get('seen')
  @Documented({ operation: 'me.seen', summary: '我看到了哪里', answer: seenMarkSchema })
  async seen(@CurrentCaller() { actor }: Caller): Promise<z.infer<typeof seenMarkSchema>> {
    return shown(await this.marks.markOf(actor.accountId));
  }

  @Post('seen')
  @Documented({
    operation: 'me.mark-seen',
    summary: '记下我看到了哪里，只进不退',
    body: markSeenBodySchema,
    answer: seenMarkSchema,
  })
  async markSeen(@CurrentCaller() { actor }: Caller, @Body() body: unknown): Promise<z.infer<typeof seenMarkSchema>> {
    const { position } = checked(markSeenBodySchema, body);
    // What has not happened cannot have been seen; a mark that far ahead would hide what is to come.
    if (!(await this.models.reaches(position))) {
      throw new TaizhangError('LOG.POSITION_UNKNOWN', '没有这个日志位置，请刷新页面后重试。');
    }
    return shown(await this.marks.moveTo(actor.accountId, position));
  }
}

function shown(mark: SeenMark | null): z.infer<typeof seenMarkSchema> {
  return mark ? { position: mark.position, seenAt: mark.seenAt.toISOString() } : { position: null, seenAt: null };
}
