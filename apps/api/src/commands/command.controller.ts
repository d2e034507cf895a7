import { Body, Controller, Headers, Param, Post, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { COMMAND_ROUTES, type CommandRoute, commandOutcomeSchema } from '#contracts';
import { idSchema } from '#domain';
import { Act, type CommandOutcome } from '#engine';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { checked, checkedBy } from '../errors/invalid-request';
import { areaOf } from '../openapi/area-words';
import { Documented } from '../openapi/documented';
import { namesInPath } from '../openapi/path-parameters';
import { commandContext } from './command-context';

/** One controller per command route, all alike: the list of acts is the API. */
export const COMMAND_CONTROLLERS: readonly Type[] = COMMAND_ROUTES.map(commandController);

function commandController(route: CommandRoute): Type {
  @ApiTags(areaOf(route.path))
  @Controller()
  class RoutedCommandController {
    constructor(
      private readonly bus: CommandBus,
      private readonly permissions: PermissionCheck,
    ) {}

    @Post(route.path)
    @Documented({
      operation: route.operation,
      summary: route.summary,
      params: z.object(Object.fromEntries(namesInPath(route.path).map((name) => [name, idSchema]))),
      body: route.body,
      answer: commandOutcomeSchema,
      repeatable: true,
      status: 201,
    })
    async execute(
      @CurrentCaller() caller: Caller,
      @Headers('idempotency-key') key: string | undefined,
      @Param() params: Readonly<Record<string, string>>,
      @Body() body: unknown,
    ): Promise<CommandOutcome> {
      const id = params['id'] === undefined ? null : checked(idSchema, params['id']);
      const outcome = await this.permissions.allow(caller, (current): Promise<CommandOutcome> => {
        const context = commandContext(current, key);
        const step = checkedBy((fields) => route.act.step(id, fields), body);
        return this.bus.execute(new Act(step, context));
      });
      await this.permissions.settle(outcome);
      return outcome;
    }
  }

  Object.defineProperty(RoutedCommandController, 'name', { value: `${route.operation}.controller` });
  return RoutedCommandController;
}
