import { Body, Controller, Headers, Param, Post, type Type } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { closeTaskBodySchema, COMMAND_ROUTES, type CommandRoute, commandOutcomeSchema } from '#contracts';
import { idSchema } from '#domain';
import { CloseTask, type CommandContext, type CommandOutcome, toAct } from '#engine';
import { type Caller, CurrentCaller } from '../auth/caller';
import { PermissionCheck } from '../auth/permission-check';
import { checked } from '../errors/invalid-request';
import { areaOf } from '../openapi/area-words';
import { Documented } from '../openapi/documented';
import { namesInPath } from '../openapi/path-parameters';
import { commandContext } from './command-context';

/** Where a route leads: the checked body, to the thing named in the path, in the caller's name. */
type Send = (bus: CommandBus, id: string | null, body: unknown, context: CommandContext) => Promise<CommandOutcome>;

/** An act goes to its aggregate's handler. */
function acting({ operation, body: schema }: CommandRoute): Send {
  return (bus, id, body, context) => {
    const data = checked(schema, body);
    if (typeof data !== 'object' || data === null) throw new Error(`${operation} takes an object`);
    return bus.execute(toAct({ type: operation, data }, id, context));
  };
}

/** Closing touches two streams and has a command of its own. */
const closing: Send = (bus, id, body, context) =>
  bus.execute(new CloseTask(checked(idSchema, id), checked(closeTaskBodySchema, body), context));

/** One controller per command route, all alike: the table of contracts is the API. */
export const COMMAND_CONTROLLERS: readonly Type[] = COMMAND_ROUTES.map((route) =>
  commandController(route, route.operation === 'number.reserve' ? closing : acting(route)),
);

function commandController(route: CommandRoute, send: Send): Type {
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
      return this.permissions.allow(caller, (current) => send(this.bus, id, body, commandContext(current, key)));
    }
  }

  Object.defineProperty(RoutedCommandController, 'name', { value: `${route.operation}.controller` });
  return RoutedCommandController;
}
