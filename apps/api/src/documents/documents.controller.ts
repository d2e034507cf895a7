import { Body, Controller, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { documentReadingSchema } from '#contracts';
import { lineSchema } from '#domain';
import { importOf, readPolicy } from '#documents';
import { CalendarSource } from '#engine';
import { TaizhangError } from '#platform';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { checked } from '../errors/invalid-request';
import { Documented } from '../openapi/documented';

const readQuerySchema = z.object({ fileName: lineSchema(200).optional() });

/** Reads a policy document by the calendar in force. Stores nothing; an import can be made of the answer. */
@ApiTags('文件读取')
@Controller('documents')
export class DocumentsController {
  constructor(
    private readonly permissions: PermissionCheck,
    private readonly calendars: CalendarSource,
  ) {}

  @Post('read')
  @Documented({
    operation: 'document.read',
    summary: '读取政策文件（请求内容即文件）',
    query: readQuerySchema,
    takesFile: ['text/plain', 'application/octet-stream'],
    answer: documentReadingSchema,
  })
  async read(
    @CurrentCaller() caller: Caller,
    @Query() query: unknown,
    @Body() body: unknown,
  ): Promise<z.infer<typeof documentReadingSchema>> {
    await this.permissions.require(caller, 'document.read');
    const { fileName } = checked(readQuerySchema, query);
    if (!Buffer.isBuffer(body)) {
      throw new TaizhangError('REQUEST.KIND_REFUSED', '请以 text/plain 或 application/octet-stream 提交文件内容。');
    }
    const reading = readPolicy(body, await this.calendars.lastKnown());
    return { text: reading.source, ...importOf(reading, body, fileName ?? '未命名文件') };
  }
}
