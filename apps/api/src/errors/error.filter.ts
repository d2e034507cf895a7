import { randomUUID } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { isDatabaseAway, isOutsideFault, type Logger, RepeatedWarnings, TaizhangError } from '#platform';
import { statusOf } from './error-status';
import { kindRefused } from './invalid-request';

/** What the client is told. */
interface Answer {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly details?: unknown;
}

const fastifyError = z.object({ code: z.string().startsWith('FST_') });

/**
 * Answers every error alike: a stable code, a sentence that tells what to do, and an id that leads to the log. While the log
 * or the database is away every request fails alike, so that only the first of a minute is written down.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  private readonly warnings: RepeatedWarnings;

  constructor(private readonly logger: Logger) {
    this.warnings = new RepeatedWarnings(logger);
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    this.answer(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
  }

  /** Answers an error that came up before there was a route. */
  answer(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
    const { status, ...body } = answerOf(error);
    const errorId = randomUUID();
    const path = request.url.split('?')[0];
    const line = { errorId, correlationId: request.id, code: body.code, method: request.method, path };
    if (status < 500) this.logger.debug(line, '请求被拒绝');
    else if (isOutsideFault(error)) this.warnings.error(error, '请求处理失败', line);
    else this.logger.error({ ...line, err: error }, '请求处理失败');
    void reply.status(status).send({ ...body, errorId });
  }
}

function answerOf(error: unknown): Answer {
  if (error instanceof TaizhangError) {
    const { code, message, details } = error;
    return { status: statusOf(code), code, message, ...(details ? { details } : {}) };
  }
  if (error instanceof HttpException) return httpAnswer(error.getStatus());
  const fastify = fastifyError.safeParse(error);
  if (fastify.success) return fastifyAnswer(fastify.data.code);
  if (isDatabaseAway(error)) return databaseAway();
  return {
    status: 500,
    code: 'SERVER.FAILED',
    message: '系统处理时出错，本次操作没有生效，请稍后重试；如仍出错，请将错误编号告知管理员。',
  };
}

/** Not the log, which speaks for itself: what was to be read, or written to a table, such as an account. */
function databaseAway(): Answer {
  const message = '数据库暂时连不上或过于繁忙，请稍后重试；如刚提交了内容，请先查看是否已经保存。';
  return { status: 503, code: 'DATABASE.UNAVAILABLE', message };
}

function httpAnswer(status: number): Answer {
  if (status === 404) return { status, code: 'REQUEST.NOT_FOUND', message: '没有这个地址，请核对后重试。' };
  if (status === 413) return { status, code: 'REQUEST.TOO_LARGE', message: '提交的内容过大，请精简或分次提交。' };
  return { status, code: 'REQUEST.INVALID', message: '请求的格式有误，请核对后重试。' };
}

function fastifyAnswer(code: string): Answer {
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return httpAnswer(413);
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return answerOf(kindRefused());
  return httpAnswer(code === 'FST_ERR_MAX_PARAM_LENGTH' ? 404 : 400);
}
