import { Body, Controller, Headers, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { createdUnitsSchema, createUnitsBodySchema } from '#contracts';
import { type CreatedUnits, CreateUnits } from '#engine';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { checked } from '../errors/invalid-request';
import { Documented } from '../openapi/documented';
import { commandContext } from './command-context';

/** Units of several names in one step, such as those that a document names. */
@ApiTags('单位')
@Controller('units')
export class CreateUnitsController {
  constructor(
    private readonly bus: CommandBus,
    private readonly permissions: PermissionCheck,
  ) {}

  @Post('from-names')
  @Documented({
    operation: 'unit.create-from-names',
    summary: '按名称批量建立单位',
    body: createUnitsBodySchema,
    answer: createdUnitsSchema,
    repeatable: true,
    status: 201,
  })
  async create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: unknown,
  ): Promise<CreatedUnits> {
    const permitted = await this.permissions.require(caller, 'unit.create');
    const { names, parentId } = checked(createUnitsBodySchema, body);
    return this.bus.execute(new CreateUnits(names, parentId, commandContext(permitted, key)));
  }
}
