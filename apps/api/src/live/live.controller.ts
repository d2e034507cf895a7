import { Controller, Get, Headers, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { followLiveParameters } from '#contracts';
import { type Actor } from '#domain';
import { TaizhangError } from '#platform';
import { type Caller, CurrentCaller, samePosts } from '../auth/caller';
import { CallerResolver } from '../auth/caller-resolver';
import { Unattended } from '../auth/public';
import { checked } from '../errors/invalid-request';
import { Documented } from '../openapi/documented';
import { LiveHub } from './live-hub';
import { LiveSubscriber } from './live-subscriber';

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // A proxy that gathers answers would hold back every word.
  'x-accel-buffering': 'no',
};

/** Server-sent events: that something has happened, never what. See the schemas of the events in contracts. */
@ApiTags('实时')
@Controller('live')
export class LiveController {
  constructor(
    private readonly hub: LiveHub,
    private readonly callers: CallerResolver,
  ) {}

  @Get()
  @Unattended()
  @Documented({
    operation: 'live.follow',
    summary: '实时通知（server-sent events）：hello、resync、task、ledger、inbox，只含编号和位置',
    query: followLiveParameters,
    answersFile: 'text/event-stream',
  })
  async follow(
    @CurrentCaller() caller: Caller,
    @Query() query: unknown,
    @Headers('last-event-id') lastEventId: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { taskId = null } = checked(followLiveParameters, query);
    if (request.method === 'HEAD') {
      void reply.headers(HEADERS).send();
      return;
    }
    const { actor } = await this.withPosts(caller);
    const { accountId } = actor;
    const stillThere = (): Promise<boolean> => this.isUnchanged(actor, request);
    const listener = { accountId, subscriber: new LiveSubscriber(actor), taskId, stillThere };
    const stream = await this.hub.open(listener, lastEventId !== undefined);
    void reply.headers(HEADERS).send(stream);
  }

  /** Without a post nothing is told, so that this too is only held against somebody on the log's state. */
  private async withPosts(caller: Caller): Promise<Caller> {
    return caller.actor.posts.length > 0 ? caller : this.callers.withPostsByTheLog(caller);
  }

  /** With other posts there is other sight: the page connects again. */
  private async isUnchanged(actor: Actor, request: FastifyRequest): Promise<boolean> {
    try {
      const now = await this.callers.resolve(request, false);
      return samePosts(now.actor, actor);
    } catch (error) {
      if (error instanceof TaizhangError && error.code.startsWith('IDENTITY.')) return false;
      throw error;
    }
  }
}
