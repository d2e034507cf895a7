import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply } from 'fastify';
import { z } from 'zod';
import { storedEvidenceSchema } from '#contracts';
import { contentHashSchema, lineSchema } from '#domain';
import { EvidenceStore } from '#engine';
import { TaizhangError } from '#platform';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { checked } from '../errors/invalid-request';
import { Documented } from '../openapi/documented';

const uploadQuerySchema = z.object({ fileName: lineSchema(200) });

/** Evidence files: sent as they are, then named in a report by their hash. */
@ApiTags('佐证材料')
@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly evidence: EvidenceStore,
    private readonly permissions: PermissionCheck,
  ) {}

  @Post()
  @Documented({
    operation: 'evidence.upload',
    summary: '上传佐证材料（请求内容即文件）',
    query: uploadQuerySchema,
    takesFile: ['application/octet-stream'],
    answer: storedEvidenceSchema,
    status: 201,
  })
  async upload(
    @CurrentCaller() caller: Caller,
    @Query() query: unknown,
    @Body() body: unknown,
  ): Promise<z.infer<typeof storedEvidenceSchema>> {
    await this.permissions.require(caller, 'evidence.upload');
    const { fileName } = checked(uploadQuerySchema, query);
    if (!Buffer.isBuffer(body)) {
      throw new TaizhangError('REQUEST.KIND_REFUSED', '请以 application/octet-stream 提交文件内容。');
    }
    const file = await this.evidence.put(body, caller.actor.accountId);
    return { ...file, fileName };
  }

  @Get(':hash')
  @Documented({
    operation: 'evidence.read',
    summary: '下载佐证材料',
    params: z.object({ hash: contentHashSchema }),
    answersFile: 'application/octet-stream',
  })
  async download(
    @CurrentCaller() caller: Caller,
    @Param('hash') hash: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    await this.permissions.require(caller, 'evidence.read');
    const file = await this.evidence.read(checked(contentHashSchema, hash));
    // Never shown in place: a file is somebody else's and the browser is not asked to make something of it.
    void reply.headers({ 'content-type': file.mediaType, 'content-disposition': 'attachment' });
    return file.content;
  }
}
